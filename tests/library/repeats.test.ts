import { afterAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import { createRepeats } from '#main/engine/repeats.ts'
import { wordTable } from '#main/engine/words.ts'
import { figureCounts } from '#main/library/queries/figures.ts'
import { createStory } from '#main/library/queries/stories.ts'
import { dayFigures } from '#main/library/queries/story-figures.ts'
import { storeWords } from '#main/library/queries/words.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { wordSequence } from '#shared/analysis/text/word-sequence.ts'
import { createClient } from '#shared/contract/client.ts'
import { add, memoryLibrary, mention } from './helpers.ts'

const root = new URL('../..', import.meta.url).pathname
const engines: Engine[] = []
afterAll(() => Promise.all(engines.map((one) => one.close())))

// Twelve words, of which the second article's copy changes none and the third's one.
const WIRE = 'The harbour gates were shut at dawn and nobody was let through.'
const OWN = 'Gates again: a sentence that nobody else has printed in these twelve words.'

function library() {
  const db = memoryLibrary()
  const storyId = createStory(db, 'Gates', '2031-03-06T00:00:00Z')
  const put = (outlet: string, published: string, text: string, starts: readonly number[]): number => {
    const mentions = starts.map((start) =>
      mention({ start, end: start + 5, text: text.slice(start, start + 5) }),
    )
    const document = prepare(text, 'en')
    const id = add(db, { outlet, published, text, original: text }, mentions, {
      storyId,
      words: document.words,
    })
    storeWords(db, id, wordSequence(document, []))
    return id
  }
  // The copy came into the library first, but was published later.
  const copy = put('B', '2031-03-06', `${WIRE}\n\n${OWN}`, [12, WIRE.length + 2])
  const original = put('A', '2031-03-05', WIRE, [12])
  return { db, storyId, copy, original }
}

describe('passages that articles share', () => {
  it('count once where they were published first, or each', async () => {
    const { db, storyId } = library()
    const counts = (once: boolean) => {
      const { mentions, outlets } = figureCounts(db, { storyId, ...(once ? { once } : {}) }, 'narration')
      return [
        Object.fromEntries(mentions.map(({ outlet, count }) => [outlet, count])),
        Object.fromEntries(outlets.map(({ outlet, words }) => [outlet, words])),
      ]
    }
    await createRepeats({ db }).of({ storyId })
    expect(counts(false)).toEqual([
      { A: 1, B: 2 },
      { A: 12, B: 25 },
    ])
    expect(counts(true)).toEqual([
      { A: 1, B: 1 },
      { A: 12, B: 13 },
    ])
    const days = dayFigures(db, { storyId, once: true }, 'gates', 'all')
    expect(days.articles.map(({ words }) => words)).toEqual([12, 13])
    expect(days.mentions.map(({ count }) => count)).toEqual([1, 1])
  })

  it('leave their words out of tables of words', async () => {
    const { db, storyId } = library()
    await createRepeats({ db }).of({ storyId })
    const table = wordTable(db, { filter: { storyId, once: true }, ngrams: 1, unit: 'form', voices: 'all' })
    const totals = Object.fromEntries(table.articles.map((one) => [one.group, one.totals[1]]))
    expect(totals).toEqual({ A: 12, B: 13 })
    const pairs = wordTable(db, { filter: { storyId, once: true }, ngrams: 2, unit: 'form', voices: 'all' })
    const own = pairs.articles.find((one) => one.group === 'B')!
    // "gates again" and eleven words after the colon: 1 + 10 pairs.
    expect(own.totals[2]).toBe(11)
  })

  it('are found anew when a text or date changes, and not before', async () => {
    const { db, storyId, original } = library()
    const repeats = createRepeats({ db })
    const first = repeats.of({ storyId })
    expect(repeats.of({ storyId, once: true, outlets: ['A'] })).toBe(first)
    expect([...(await first).groups[0]!.articles]).toEqual([0, 1])
    db.prepare("UPDATE article SET published = '2031-03-09' WHERE id = ?").run(original)
    const again = await repeats.of({ storyId })
    expect(again.articles.map(({ outlet }) => outlet)).toEqual(['B', 'A'])
    const { mentions } = figureCounts(db, { storyId, once: true }, 'narration')
    expect(mentions).toEqual([expect.objectContaining({ outlet: 'B', count: 2 })])
  })

  it('are listed with all places, and known to each article; other stories and none are left alone', async () => {
    const engine = await createEngine({ root, libraryFile: ':memory:', sample: false })
    engines.push(engine)
    const client = createClient(engine)
    const finished = new Promise((resolve) =>
      client.on('import.progress', (one) => one.state !== 'running' && resolve(one)),
    )
    const files = [
      ['one.txt', `Outlet: A\nDate: 2031-03-05\n\n${WIRE}`],
      ['two.txt', `Outlet: B\nDate: 2031-03-06\n\n${OWN}\n\n${WIRE}`],
    ] as const
    await client['imports.start']({
      storyTitle: 'Gates',
      files: files.map(([name, text]) => ({ name, data: Buffer.from(text).toString('base64') })),
    })
    await finished
    const [story] = await client['stories.list']({})
    const { groups, total, articles } = await client['figures.repeats']({ filter: { storyId: story!.id } })
    expect([articles, total]).toEqual([2, 1])
    expect(groups[0]!.text).toBe(WIRE)
    const ids = await client['articles.ids']({ filter: {}, sort: 'added', descending: false })
    const marks = await Promise.all(ids.map((id) => client['articles.repeats']({ id })))
    expect(marks.map((one) => one.map(({ first, others }) => [first, others.length]))).toEqual([
      [[true, 1]],
      [[false, 1]],
    ])
    expect(await client['articles.repeats']({ id: 999 })).toEqual([])
    // Words asked for in Concordance follow the switch too.
    const lines = (once: boolean) =>
      client['concordance.search']({
        filter: { storyId: story!.id, ...(once ? { once } : {}) },
        find: { kind: 'words', text: 'dawn', match: 'form' },
        sort: 'right1',
        offset: 0,
        limit: 10,
      })
    expect([(await lines(false)).total, (await lines(true)).total]).toEqual([2, 1])
  })
})
