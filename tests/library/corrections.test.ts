import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import { createClient, type EngineClient } from '#shared/contract/client.ts'
import type { ImportProgress } from '#shared/domain/library.ts'

const root = join(import.meta.dirname, '../..')
let engine: Engine | undefined
afterEach(async () => {
  await engine?.close()
  engine = undefined
})

const TEXT =
  'Gates closed\n\nThe soldiers came at noon. The soldiers left by night.\n\nNobody called the dockers anything at all on that day.'

async function withArticle(): Promise<{ client: EngineClient; id: number }> {
  engine = await createEngine({ root, libraryFile: ':memory:', sample: false })
  const client = createClient(engine)
  const ended = new Promise<ImportProgress>((resolve) =>
    client.on('import.progress', (one) => one.state !== 'running' && resolve(one)),
  )
  await client['imports.start']({ text: TEXT })
  return { client, id: (await ended).addedIds[0]! }
}

async function troops(client: EngineClient, asFound = false) {
  const { concepts } = await client['figures.compare']({
    filter: { asFound },
    lexicon: 'conflict-and-protest',
    voice: 'all',
  })
  const outlet = concepts.find((one) => one.concept === 'foreign-troops')?.outlets[0]
  const sum = (voice: 'narration' | 'direct') =>
    outlet?.frames.reduce((all, one) => all + one.byVoice[voice], 0)
  return { count: outlet?.count, narration: sum('narration'), direct: sum('direct') }
}

describe('corrections', () => {
  it('change whose words a naming is in, and can be taken back', async () => {
    const { client, id } = await withArticle()
    expect(await troops(client)).toEqual({ count: 2, narration: 2, direct: 0 })
    const start = TEXT.indexOf('soldiers left')
    const words = { articleId: id, start, end: start + 8, concept: 'foreign-troops', frame: 'troops' }
    const view = await client['corrections.set']({
      ...words,
      kind: 'voice',
      voice: 'direct',
      speaker: 'Orla Venn',
    })
    const mention = view.mentions.find((one) => one.start === start)
    expect(mention).toMatchObject({
      voice: 'direct',
      speaker: 'Orla Venn',
      confidence: 1,
      correction: { kind: 'voice', found: { voice: 'narration', speaker: null } },
    })
    expect(await troops(client)).toEqual({ count: 2, narration: 1, direct: 1 })
    expect(await troops(client, true)).toEqual({ count: 2, narration: 2, direct: 0 })
    await client['corrections.remove']({ id: mention!.correction!.id })
    expect(await troops(client)).toEqual({ count: 2, narration: 2, direct: 0 })
  })

  it('strike a naming out, and add one that was missed', async () => {
    const { client, id } = await withArticle()
    const start = TEXT.indexOf('soldiers came')
    await client['corrections.set']({
      articleId: id,
      kind: 'not-a-mention',
      start,
      end: start + 8,
      concept: 'foreign-troops',
      frame: 'troops',
    })
    expect(await troops(client)).toMatchObject({ count: 1 })
    const dockers = TEXT.indexOf('dockers')
    const view = await client['corrections.set']({
      articleId: id,
      kind: 'missed',
      start: dockers,
      end: dockers + 7,
      concept: 'foreign-troops',
      frame: 'occupation',
      voice: 'narration',
    })
    expect(view.mentions.find((one) => one.start === dockers)).toMatchObject({
      text: 'dockers',
      section: 'body',
      correction: { kind: 'missed', found: null },
    })
    expect(await troops(client)).toMatchObject({ count: 2 })
    expect(await troops(client, true)).toMatchObject({ count: 2, narration: 2 })
    const lines = await client['figures.mentions']({
      filter: {},
      concept: 'foreign-troops',
      voice: 'all',
      sort: 'oldest',
      offset: 0,
      limit: 10,
    })
    expect([lines.total, lines.lines.map((one) => one.text)]).toEqual([2, ['soldiers', 'dockers']])
  })

  it('outlive a new analysis and are listed with their words', async () => {
    const { client, id } = await withArticle()
    const start = TEXT.indexOf('soldiers left')
    await client['corrections.set']({
      articleId: id,
      kind: 'voice',
      start,
      end: start + 8,
      concept: 'foreign-troops',
      frame: 'troops',
      voice: 'indirect',
    })
    await client['articles.update']({ ids: [id], set: { title: 'Gates closed again' } })
    const view = await client['articles.get']({ id })
    expect(view?.mentions.find((one) => one.start === start)?.voice).toBe('indirect')
    const [listed] = await client['corrections.list']({ filter: {} })
    expect(listed).toMatchObject({ text: 'soldiers', voice: 'indirect', language: 'en', articleId: id })
    expect(listed?.before.endsWith('The ')).toBe(true)
  })

  it('refuse what makes no sense, in plain words', async () => {
    const { client, id } = await withArticle()
    const base = { articleId: id, concept: 'foreign-troops', frame: 'troops' }
    const set = client['corrections.set']
    await expect(set({ ...base, kind: 'voice', start: 0, end: 5 })).rejects.toThrow(/whose words/)
    await expect(set({ ...base, kind: 'voice', start: 0, end: 5, voice: 'scare' })).rejects.toThrow(
      /no such naming/,
    )
    await expect(set({ ...base, kind: 'missed', start: 0, end: 9999, voice: 'scare' })).rejects.toThrow(
      /beyond the end/,
    )
    await expect(set({ ...base, kind: 'missed', start: 5, end: 5, voice: 'scare' })).rejects.toThrow(
      /ends after/,
    )
  })
})
