import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import { createClient, type EngineClient } from '#shared/contract/client.ts'
import type { CallInput } from '#shared/contract/contract.ts'
import type { StoryFact } from '#shared/domain/story-figures.ts'

// One truth: what the views of a story show is what the command line prints, and a word's count is its lines.
const root = join(import.meta.dirname, '../..')
let engine: Engine
let client: EngineClient
beforeAll(async () => {
  engine = await createEngine({ root, libraryFile: ':memory:' })
  client = createClient(engine)
})
afterAll(() => engine.close())

function parallax(...words: string[]) {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'src/main/cli.ts'), ...words, '--no-clean', '--manifest', 'seeds/manifest.csv', '--json'],
    { cwd: root, env: { ...process.env, INIT_CWD: root }, encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return JSON.parse(stdout)
}

const filter = { storyId: 1 }

describe('keyness', () => {
  it.each([
    { words: [], input: {} },
    { words: ['--lemma', '--narration'], input: { lemma: true, voices: 'narration' } },
    { words: ['--ngrams', '2', '--absent'], input: { ngrams: 2, absent: true } },
    {
      words: ['--reference', 'Veska Daily', '--min-count', '1', '--min-articles', '1'],
      input: { referenceOutlet: 'Veska Daily', minCount: 1, minArticles: 1 },
    },
  ] as const)('is on screen what the command line prints: $words', async ({ words, input }) => {
    const printed = parallax('keyness', 'seeds/articles', '--target', 'Northern Wire', ...words)
    const { rows, total } = await client['figures.keyness']({
      filter,
      targetOutlet: 'Northern Wire',
      ...input,
      limit: 100_000,
    })
    expect(rows.length).toBeGreaterThan(10)
    expect(total).toBe(rows.length)
    expect(rows).toEqual(printed.targets[0].rows)
  })

  const lines = async (find: CallInput<'concordance.search'>['find'], outlet: string, more = {}) =>
    (
      await client['concordance.search']({
        filter: { ...filter, outlets: [outlet], ...more },
        find,
        sort: 'right1',
        offset: 0,
        limit: 1,
      })
    ).total

  it('counts as many of each word as Concordance has lines, as typed and as counted', async () => {
    for (const targetOutlet of ['Veska Daily', 'Северный вестник']) {
      const { rows } = await client['figures.keyness']({ filter, targetOutlet, limit: 100_000 })
      expect(rows.length).toBeGreaterThan(20)
      for (const { word, target } of rows) {
        const typed = await lines({ kind: 'words', text: word, match: 'form' }, targetOutlet)
        const counted = await lines({ kind: 'words', text: word, match: 'counted' }, targetOutlet)
        expect([word, typed, counted]).toEqual([word, target, target])
      }
    }
  })

  it.each([
    { ngrams: 1, lemma: true, voices: 'narration' },
    { ngrams: 2, lemma: false, voices: 'all' },
    { ngrams: 3, lemma: true, voices: 'narration' },
  ] as const)('as many as it has lines: %o', async (choice) => {
    for (const once of [false, true]) {
      const more = once ? { once } : {}
      const { rows } = await client['figures.keyness']({
        filter: { ...filter, ...more },
        targetOutlet: 'Northern Wire',
        ...choice,
        minCount: 2,
        limit: 60,
      })
      expect(rows.length).toBeGreaterThan(1)
      for (const { word, target } of rows) {
        const match = choice.lemma ? 'countedLemma' : 'counted'
        const { voices } = choice
        expect([
          word,
          await lines({ kind: 'words', text: word, match, voices }, 'Northern Wire', more),
        ]).toEqual([word, target])
      }
    }
  })

  it('orders by any figure, the same way each time', async () => {
    const ask = (sort: 'g2' | 'word' | 'strength' | 'dp', descending: boolean) =>
      client['figures.keyness']({
        filter,
        targetOutlet: 'Veska Daily',
        absent: true,
        sort,
        descending,
        limit: 30,
      })
    const g2 = (await ask('g2', true)).rows.map((row) => row.g2)
    expect(g2).toEqual(g2.toSorted((a, b) => b - a))
    const strength = (await ask('strength', true)).rows.map((row) => Math.abs(row.z))
    expect(strength).toEqual(strength.toSorted((a, b) => b - a))
    expect(await ask('word', false)).toEqual(await ask('word', false))
  })

  it('refuses an outlet against itself in a plain sentence', async () => {
    await expect(
      client['figures.keyness']({ filter, targetOutlet: 'Veska Daily', referenceOutlet: 'Veska Daily' }),
    ).rejects.toThrow('cannot be compared with itself')
  })

  it('knows no word of an outlet that is not there', async () => {
    const { rows } = await client['figures.keyness']({ filter, targetOutlet: '__proto__' })
    expect(rows).toEqual([])
  })
})

describe('how solid a share is', () => {
  it('is on screen what the command line prints', async () => {
    const { concepts } = parallax('compare', 'seeds/articles')
    for (const concept of concepts.slice(0, 3)) {
      const outlets = concept.outlets.map(({ outlet }: { outlet: string }) => outlet)
      const solid = await client['figures.solidity']({
        filter,
        concept: concept.concept,
        voice: 'narration',
        outlets,
      })
      expect(solid?.test).toEqual(concept.test)
      expect(solid?.concentration).toBe(concept.concentration)
      for (const [at, outlet] of concept.outlets.entries()) {
        const mine = solid!.outlets[at]!
        expect([mine.outlet, mine.mentioning]).toEqual([outlet.outlet, outlet.mentioning])
        for (const [index, frame] of outlet.frames.entries()) {
          const { articleInterval, pooled, pooledInterval } = mine.frames[index]!
          expect({ articleInterval, pooled, pooledInterval }).toEqual({
            articleInterval: frame.articleInterval,
            pooled: frame.pooled,
            pooledInterval: frame.pooledInterval,
          })
        }
      }
    }
  })
})

describe('words that stand near others', () => {
  const english = { ...filter, languages: ['en'] }
  type Choice = Omit<CallInput<'figures.collocates'>, 'filter' | 'node'>
  const choices: readonly { readonly words: readonly string[]; readonly input: Choice }[] = [
    { words: ['--within', 'window'], input: { within: 'window' } },
    { words: ['--within', 'sentence', '--lemma'], input: { within: 'sentence', lemma: true } },
    {
      words: ['--within', 'quotation', '--pos', 'adjective', 'verb', '--min-count', '1'],
      input: { within: 'quotation', pos: ['adjective', 'verb'], minCount: 1 },
    },
  ]
  it.each(choices)(
    'are on screen those that the command line prints, each with its lines: $words',
    async ({ words, input }) => {
      const node = { kind: 'words', text: 'troops' } as const
      const printed = parallax('collocates', 'troops', 'seeds/articles', ...words)
      const found = await client['figures.collocates']({ filter, node, ...input, limit: 10_000 })
      expect([found.nodes, found.rows]).toEqual([printed.nodes, printed.rows])
      expect(found.rows.length).toBeGreaterThan(1)
      const { within, pos } = input
      for (const { word, count } of found.rows.slice(0, 25)) {
        const { total } = await client['concordance.search']({
          filter,
          find: {
            kind: 'words',
            text: word,
            match: input.lemma === true ? 'countedLemma' : 'counted',
            near: { node, within, ...(pos === undefined ? {} : { pos }) },
          },
          sort: 'right1',
          offset: 0,
          limit: 1,
        })
        expect([word, total]).toEqual([word, count])
      }
    },
  )

  it('are found around the namings of a concept or a frame too', async () => {
    const printed = parallax('collocates', 'concept:foreign-troops', 'seeds/articles', '--within', 'sentence')
    const node = { kind: 'mentions', concept: 'foreign-troops' } as const
    const found = await client['figures.collocates']({ filter, node, within: 'sentence', limit: 10_000 })
    expect([found.nodes, found.rows]).toEqual([printed.nodes, printed.rows])
    const frame = { ...node, frame: 'occupation' }
    const few = await client['figures.collocates']({ filter: english, node: frame, within: 'sentence' })
    expect(few.nodes).toBeLessThan(found.nodes)
  })
})

describe('how outlets stand apart', () => {
  it.each(['narration', 'all'] as const)('is on screen what the command line prints: %s', async (voice) => {
    const printed = parallax('compare', 'seeds/articles', '--voice', voice)
    for (const { concept, pairs, test } of printed.concepts) {
      const input = { filter, concept, voice }
      const found = await client['figures.differences'](input)
      expect([found?.pairs, found?.test]).toEqual([pairs, test])
      const mine = (rows: readonly { concept: string }[]) => rows.filter((one) => one.concept === concept)
      expect((await client['figures.salience'](input)).rows).toEqual(mine(printed.salience))
      expect((await client['figures.tone'](input)).rows).toEqual(
        mine(printed.tone).filter((one) => (one as { voice?: string }).voice === voice),
      )
    }
    expect(printed.concepts.length).toBeGreaterThan(2)
  })

  it('follows the switch that counts shared passages once', async () => {
    const once = { ...filter, once: true }
    const printed = parallax('compare', 'seeds/articles', '--voice', 'all', '--once')
    for (const { concept, outlets, pairs } of printed.concepts) {
      const input = { filter: once, concept, voice: 'all' } as const
      expect((await client['figures.differences'](input))?.pairs).toEqual(pairs)
      const { concepts } = await client['figures.compare']({
        filter: once,
        lexicon: 'conflict-and-protest',
        voice: 'all',
      })
      const mine = concepts.find((one) => one.concept === concept)
      if (mine === undefined) continue
      expect(mine.outlets.map(({ count, words }) => [count, words])).toEqual(
        outlets.map(({ count, words }: { count: number; words: number }) => [count, words]),
      )
    }
    const keyness = parallax(
      'keyness',
      'seeds/articles',
      '--target',
      'Northern Wire',
      '--once',
      '--narration',
    )
    const { rows } = await client['figures.keyness']({
      filter: once,
      targetOutlet: 'Northern Wire',
      voices: 'narration',
      limit: 100_000,
    })
    expect(rows).toEqual(keyness.targets[0].rows)
  })

  it('lists the passages that the command line lists', async () => {
    const { groups } = parallax('duplicates', 'seeds/articles')
    const found = await client['figures.repeats']({ filter, limit: 10_000 })
    type Place = { outlet: string; start: number; similarity: number }
    const key = ({ passages }: { passages: readonly Place[] }) =>
      passages.map(({ outlet, start, similarity }) => `${outlet}/${start}/${similarity}`).join(' ')
    expect(found.groups.map(key).toSorted()).toEqual(groups.map(key).toSorted())
  })

  it('lists of silences too, each with as many namings as the others have lines', async () => {
    const { silences } = parallax('compare', 'seeds/articles')
    const { overview } = await client['figures.silences']({ filter, outlet: '' })
    let checked = 0
    for (const { outlet } of overview) {
      const { rows } = await client['figures.silences']({ filter, outlet })
      expect(rows).toEqual(silences.filter((one: { outlet: string }) => one.outlet === outlet))
      for (const { kind, what, concept, places } of rows) {
        if (kind !== 'concept' && kind !== 'frame') continue
        const { total } = await client['concordance.search']({
          filter,
          find: {
            kind: 'mentions',
            voice: 'all',
            concept: concept ?? what,
            ...(kind === 'frame' ? { frame: what } : {}),
          },
          sort: 'right1',
          offset: 0,
          limit: 1,
        })
        expect(total).toBe(places)
        checked++
      }
    }
    expect(checked).toBeGreaterThan(3)
  })
})

describe('numbers that outlets give', () => {
  it('are on screen those that the command line prints', async () => {
    const printed = parallax('facts', 'seeds/articles')
    const { kinds } = await client['figures.facts']({ filter })
    const key = (one: Pick<StoryFact, 'outlet' | 'published' | 'value' | 'text'>) =>
      [one.outlet, one.published, one.value, one.text].join('|')
    expect(kinds.length).toBeGreaterThan(0)
    for (const { kind, facts } of kinds) {
      const theirs = printed.kinds
        .find((one: { kind: string }) => one.kind === kind)
        .outlets.flatMap(({ facts: some }: { facts: StoryFact[] }) => some)
      expect(facts.map(key).toSorted()).toEqual(theirs.map(key).toSorted())
    }
  })
})
