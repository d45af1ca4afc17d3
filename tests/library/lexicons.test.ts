import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import { createClient, type EngineClient } from '#shared/contract/client.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'

const root = join(import.meta.dirname, '../..')

let engine: Engine | undefined
afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function open(sample = true): Promise<EngineClient> {
  engine = await createEngine({ root, libraryFile: ':memory:', sample })
  return createClient(engine)
}

/** Waits until no stored score is of an older version. */
async function settled(client: EngineClient): Promise<void> {
  for (let round = 0; round < 600; round++) {
    if ((await client['app.state']({})).staleArticles === 0) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await client['app.state']({})).staleArticles).toBe(0)
}

/** Every mention stored, as `article concept frame start end`. */
async function stored(client: EngineClient): Promise<Set<string>> {
  const found = new Set<string>()
  for (const id of await client['articles.ids']({ filter: {}, sort: 'added', descending: false }))
    for (const one of (await client['articles.get']({ id }))?.mentions ?? [])
      found.add(`${id} ${one.concept} ${one.frame} ${one.start} ${one.end}`)
  return found
}

const difference = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((one) => !b.has(one)).length

/** The pack with the terms of each frame changed. */
const withTerms = (
  lexicon: Lexicon,
  change: (terms: Lexicon['concepts'][number]['frames'][number]['terms'], frame: string) => typeof terms,
): Lexicon => ({
  ...lexicon,
  concepts: lexicon.concepts.map((concept) => ({
    ...concept,
    frames: concept.frames.map((frame) => ({ ...frame, terms: change(frame.terms, frame.id) })),
  })),
})

const base = 'conflict-and-protest'

describe('a preview', () => {
  it('of a copy, while the original is on, changes nothing', async () => {
    const client = await open()
    const before = await stored(client)
    const copy = await client['lexicons.copy']({ id: base, title: 'My conflict' })
    expect(copy).toMatchObject({ own: true, enabled: true, version: '1.0.0', basedOn: { id: base } })
    const preview = await client['lexicons.preview']({ lexicon: copy, filter: {} })
    expect(preview).toMatchObject({ gained: 0, lost: 0, candidates: 0, problems: [] })
    await settled(client)
    expect(await stored(client)).toEqual(before)
  })

  it('says what saving and scoring then give', async () => {
    const client = await open()
    const copy = await client['lexicons.copy']({ id: base, title: 'My conflict' })
    await settled(client)
    // The original off: the copy alone decides.
    await client['lexicons.setEnabled']({ ids: [base, 'kazakhstan-january-2022'], enabled: false })
    await settled(client)
    const before = await stored(client)
    let kept = 0
    const draft = withTerms(copy, (terms, frame) =>
      Object.fromEntries(
        Object.entries(terms).map(([language, list]) => [
          language,
          // Every third term goes, and one that is in nearly every text comes into one frame.
          [
            ...list.filter(() => kept++ % 3 !== 0),
            ...(frame === 'peacekeeping' && language === 'en'
              ? [{ id: 'my-conflict-the', pattern: 'council|city', note: 'n', source: 's' }]
              : []),
          ],
        ]),
      ),
    )
    const preview = await client['lexicons.preview']({
      lexicon: draft,
      filter: {},
      maxMs: 60_000,
      lines: 500,
    })
    expect(preview.problems).toEqual([])
    expect(preview.searched).toBe(preview.candidates)
    expect(preview.gained).toBeGreaterThan(0)
    expect(preview.lost).toBeGreaterThan(0)
    expect(await stored(client)).toEqual(before)
    const saved = await client['lexicons.save']({ lexicon: draft, expectedVersion: '1.0.0' })
    expect(saved).toMatchObject({ problems: [], lexicon: { version: '1.1.0' } })
    await settled(client)
    const after = await stored(client)
    expect(preview.gained).toBe(difference(after, before))
    expect(preview.lost).toBe(difference(before, after))
    for (const line of preview.lines) {
      const key = `${line.articleId} ${line.concept} ${line.frame} ${line.start} ${line.end}`
      expect([before.has(key), after.has(key)]).toEqual(
        line.change === 'gained' ? [false, true] : [true, false],
      )
    }
    const sums = preview.frames.reduce((sum, one) => sum + one.gained - one.lost, 0)
    expect(after.size - before.size).toBe(sums)
  })
})
