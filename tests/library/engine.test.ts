import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import { createClient, type EngineClient } from '#shared/contract/client.ts'
import type { CallInput } from '#shared/contract/contract.ts'
import type { ImportProgress } from '#shared/domain/library.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'parallax-engine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let engine: Engine | undefined
afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function open(libraryFile = ':memory:', sample = false): Promise<EngineClient> {
  engine = await createEngine({ root, libraryFile, sample })
  return createClient(engine)
}

/** Runs an import to its end. */
async function importAll(client: EngineClient, input: CallInput<'imports.start'>): Promise<ImportProgress> {
  const ended = new Promise<ImportProgress>((resolve) => {
    const stop = client.on('import.progress', (progress) => {
      if (progress.state === 'running') return
      stop()
      resolve(progress)
    })
  })
  await client['imports.start'](input)
  return ended
}

const body = (about: string): string =>
  `${about}\n\nThe mayor said on Friday that the harbour would stay shut. Protesters stood at the gates of ${about} all night, and soldiers watched them from the wall.\n\nBy morning the crowd had grown, and the ferries did not run.`

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('imports', () => {
  it('add what can be read, name what cannot, and store nothing twice', async () => {
    const client = await open()
    const files = [
      { name: 'news/one.txt', data: base64(body('Veska')) },
      { name: 'news/two.txt', data: base64(body('Veska').replaceAll(' the ', '  the ')) },
      { name: 'news/empty.txt', data: '' },
      { name: '../../outside.txt', data: base64(body('Elsewhere')) },
    ]
    const progress = await importAll(client, { files, storyTitle: 'Harbour' })
    expect(progress).toMatchObject({ state: 'done', added: 2, alreadyHere: 1 })
    expect(progress.failed.map((one) => one.file)).toEqual(['news/empty.txt'])
    expect(progress.failed[0]?.message).toContain('empty')
    expect(progress.duplicates[0]).toMatchObject({ file: 'news/two.txt', title: 'Veska' })
    const [story] = await client['stories.list']({})
    expect(story).toMatchObject({ title: 'Harbour', articles: 2, sample: false })
    expect(progress.storyId).toBe(story?.id)
  })

  it('reads a pasted text', async () => {
    const client = await open()
    const progress = await importAll(client, { text: body('Pasted harbour') })
    const article = await client['articles.get']({ id: progress.addedIds[0]! })
    expect(article).toMatchObject({ title: 'Pasted harbour', language: 'en' })
    expect(article?.guesses.title).toBeDefined()
    expect(article?.mentions.length).toBeGreaterThan(0)
  })

  it('can be stopped, and what was finished stays', async () => {
    const client = await open()
    const many = join(folder, 'many')
    mkdirSync(many, { recursive: true })
    for (let index = 0; index < 300; index++) writeFileSync(join(many, `${index}.txt`), body(`Pier ${index}`))
    const ended = new Promise<ImportProgress>((resolve) => {
      client.on('import.progress', (progress) => {
        if (progress.state !== 'running') resolve(progress)
        else if (progress.added > 0) void client['imports.cancel']({ jobId: progress.jobId })
      })
    })
    await client['imports.start']({ paths: [many] })
    const progress = await ended
    expect(progress.state).toBe('cancelled')
    expect(progress.total).toBe(300)
    expect(progress.added).toBeGreaterThan(0)
    expect(progress.added).toBeLessThan(300)
    const { articles, imports } = await client['app.state']({})
    expect(articles).toBe(progress.added)
    expect(imports).toHaveLength(1)
    await client['imports.dismiss']({ jobId: progress.jobId })
    expect((await client['app.state']({})).imports).toEqual([])
  })

  it('keeps what it stored when the library is opened again, and does not bring a removed sample back', async () => {
    const file = join(folder, 'kept.parallax')
    const client = await open(file, true)
    const { sampleStoryId, articles } = await client['app.state']({})
    expect(articles).toBeGreaterThanOrEqual(12)
    const ids = await client['articles.ids']({
      filter: { storyId: sampleStoryId! },
      sort: 'added',
      descending: false,
    })
    await client['articles.remove']({ ids: [...ids] })
    await importAll(client, { text: body('Kept') })
    await engine?.close()
    const again = await open(file, true)
    expect(await again['app.state']({})).toMatchObject({
      articles: 1,
      sampleOnly: false,
      sampleStoryId: null,
    })
  })
})

describe('a large import', () => {
  it('gives the same through threads of its own as through the engine alone', async () => {
    const many = join(folder, 'threads')
    mkdirSync(many, { recursive: true })
    for (let index = 0; index < 80; index++) writeFileSync(join(many, `${index}.txt`), body(`Pier ${index}`))
    writeFileSync(join(many, 'copy.txt'), body('Pier 7'))
    const analystUrl = new URL('../../src/main/engine/analyst.ts', import.meta.url)
    const counts: unknown[] = []
    for (const options of [{}, { analystUrl }]) {
      const one = await createEngine({ root, libraryFile: ':memory:', sample: false, ...options })
      const client = createClient(one)
      const { added, alreadyHere, addedIds, done } = await importAll(client, { paths: [many] })
      const compared = await client['figures.compare']({
        filter: {},
        lexicon: 'conflict-and-protest',
        voice: 'all',
      })
      counts.push([added, alreadyHere, addedIds.length, done, compared.concepts])
      await one.close()
    }
    expect(counts[0]).toMatchObject([80, 1, 80, 81, {}])
    expect(counts[1]).toEqual(counts[0])
  })
})

describe('changes of an article', () => {
  it('analyse it anew when its title or language changes', async () => {
    const client = await open()
    const { addedIds } = await importAll(client, { text: body('Night') })
    const [id] = addedIds
    expect((await client['articles.get']({ id: id! }))?.mentions.length).toBeGreaterThan(0)
    await client['articles.update']({ ids: [id!], set: { language: 'ru' } })
    expect((await client['articles.get']({ id: id! }))?.mentions).toEqual([])
    await client['articles.update']({ ids: [id!], set: { language: 'en' } })
    expect((await client['articles.get']({ id: id! }))?.mentions.length).toBeGreaterThan(0)
  })

  it('answer in plain words for what is not there', async () => {
    const client = await open()
    await expect(client['articles.putBack']({ id: 5, originalStart: 0, keep: true })).rejects.toThrow(
      /no longer/,
    )
    await expect(client['stories.rename']({ id: 5, title: 'x' })).rejects.toThrow(/no longer/)
    await expect(client['imports.start']({})).rejects.toThrow(/Nothing to import/)
  })
})
