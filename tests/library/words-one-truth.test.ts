import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import { createClient, type EngineClient } from '#shared/contract/client.ts'
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

  it('counts as many of each word as Concordance has lines, but for parts of joined words', async () => {
    const { rows } = await client['figures.keyness']({ filter, targetOutlet: 'Veska Daily', limit: 100_000 })
    let joined = 0
    for (const { word, target } of rows) {
      const { total } = await client['concordance.search']({
        filter: { ...filter, outlets: ['Veska Daily'] },
        find: { kind: 'words', text: word, match: 'form' },
        sort: 'right1',
        offset: 0,
        limit: 1,
      })
      // Concordance also finds “so” in “so-called”, which is a word of its own in counting.
      joined += total - target
      expect(total).toBeGreaterThanOrEqual(target)
    }
    expect(joined).toBeLessThan(rows.length / 10)
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
