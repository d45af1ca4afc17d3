import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import { rootFrom } from '#main/hosts/shared/paths.ts'
import { createClient, type EngineClient } from '#shared/contract/client.ts'
import type { Pin } from '#shared/domain/notebook.ts'

const root = rootFrom(new URL('../../src/main/serve.ts', import.meta.url).href)

const figure: Pin = {
  kind: 'figure',
  key: 'parallax-gates',
  title: 'Gates',
  settings: [{ label: 'Story', value: 'Harbour' }],
  address: '/compare/1',
  language: 'en',
  sentence: 'Two of three outlets mostly say “closed”.',
  drawing: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  table: { columns: [{ text: 'Outlet' }], rows: [[{ text: 'Courier', head: true }]] },
  notes: [],
  formula: [],
  csv: null,
}

describe('notebook calls', () => {
  let engine: Engine
  let client: EngineClient
  beforeAll(async () => {
    engine = await createEngine({ root, libraryFile: ':memory:' })
    client = createClient(engine)
  })
  afterAll(() => engine.close())

  it('keep a figure as it was, with the words beside it, and say when the library has changed', async () => {
    const [story] = await client['stories.list']({})
    const page = await client['notebook.create']({ title: 'Handout', storyId: story!.id })
    const filter = { storyId: story!.id }
    const { entryId } = await client['notebook.pin']({ notebookId: page.id, pin: figure, filter })
    await client['notebook.write']({ entryId, words: 'Look at the second row.' })
    const first = await client['notebook.get']({ id: page.id })
    expect(first?.content).toEqual([
      expect.objectContaining({
        id: entryId,
        kind: 'figure',
        words: 'Look at the second row.',
        pin: figure,
        changes: [],
      }),
    ])
    const [article] = await client['articles.ids']({ filter, sort: 'added', descending: false })
    await client['articles.update']({ ids: [article!], set: { outlet: 'Another Courier' } })
    const second = await client['notebook.get']({ id: page.id })
    expect(second?.content[0]).toMatchObject({ pin: figure, changes: ['articles'] })
    const taken = { ...figure, sentence: 'One of three.' }
    await client['notebook.retake']({ entryId, pin: taken, filter })
    const third = await client['notebook.get']({ id: page.id })
    expect(third?.content[0]).toMatchObject({ pin: taken, words: 'Look at the second row.', changes: [] })
  })

  it('put free text where it is wanted, and undo removal', async () => {
    const page = await client['notebook.create']({ title: 'Free', storyId: null })
    const at = (kind: 'heading' | 'text', words: string, to?: number) =>
      client['notebook.add']({ notebookId: page.id, kind, words, ...(to === undefined ? {} : { to }) })
    const one = await at('text', 'one')
    await at('text', 'two')
    await at('heading', 'Head', 0)
    const words = async () =>
      (await client['notebook.get']({ id: page.id }))?.content.map((entry) => entry.words)
    expect(await words()).toEqual(['Head', 'one', 'two'])
    await client['notebook.removeEntry'](one)
    expect(await words()).toEqual(['Head', 'two'])
    await client['notebook.restoreEntry'](one)
    expect(await words()).toEqual(['Head', 'one', 'two'])
    await client['notebook.move']({ ...one, to: 2 })
    expect(await words()).toEqual(['Head', 'two', 'one'])
    await client['notebook.remove']({ id: page.id })
    expect(await client['notebook.get']({ id: page.id })).toBeNull()
    await expect(client['notebook.add']({ notebookId: page.id, kind: 'text', words: '' })).rejects.toThrow(
      /no longer/,
    )
    await client['notebook.restore']({ id: page.id })
    expect(await words()).toEqual(['Head', 'two', 'one'])
  })

  it('refuse a pin of another shape', async () => {
    const page = await client['notebook.create']({ title: 'x', storyId: null })
    const wrong = { ...figure, script: 'x' } as unknown as Pin
    await expect(
      client['notebook.pin']({ notebookId: page.id, pin: wrong, filter: {} }),
    ).rejects.toMatchObject({ code: 'bad-input' })
  })
})
