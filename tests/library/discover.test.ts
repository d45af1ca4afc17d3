import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import { discoveryRows } from '#main/library/queries/discover.ts'
import { createClient, type EngineClient } from '#shared/contract/client.ts'
import { add, memoryLibrary } from './helpers.ts'

const root = join(import.meta.dirname, '../..')
const filter = { storyId: 1 }

let engine: Engine | undefined
afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function open(sample = true): Promise<EngineClient> {
  engine = await createEngine({ root, libraryFile: ':memory:', sample })
  return createClient(engine)
}

const english = async (client: EngineClient, input = {}) => {
  const { languages } = await client['discover.candidates']({ filter, ...input })
  return languages.find((one) => one.language === 'en')!
}

async function settled(client: EngineClient): Promise<void> {
  for (let round = 0; round < 600; round++) {
    if ((await client['app.state']({})).staleArticles === 0) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
}

describe('candidates', () => {
  it('are what the command line prints, for any concept and for one', async () => {
    const client = await open()
    for (const concept of [undefined, 'foreign-troops']) {
      const { stdout, status } = spawnSync(
        process.execPath,
        [
          ...[join(root, 'src/main/cli.ts'), 'discover', 'seeds/articles', '--json', '--no-clean'],
          ...['--manifest', 'seeds/manifest.csv', ...(concept === undefined ? [] : ['--concept', concept])],
        ],
        { cwd: root, env: { ...process.env, INIT_CWD: root }, encoding: 'utf8', maxBuffer: 2 ** 28 },
      )
      expect(status).toBe(0)
      const printed = JSON.parse(stdout)
      const { languages } = await client['discover.candidates']({
        filter,
        limit: 500,
        ...(concept === undefined ? {} : { concept }),
      })
      for (const { hidden: _, candidates, ...about } of languages) {
        const same = printed.languages.find((one: { language: string }) => one.language === about.language)
        expect(same).toMatchObject(about)
        expect(candidates.length).toBe(about.total)
        expect(same.candidates.map((one: { key: string; value: number }) => [one.key, one.value])).toEqual(
          candidates.map((one) => [one.key, one.value]),
        )
      }
    }
  })

  it('are kept apart by language, each with the outlets that write in it', async () => {
    const client = await open()
    const { languages } = await client['discover.candidates']({ filter })
    expect(languages.map((one) => [one.language, one.articles, one.articlesRead, one.outlets])).toEqual([
      ['en', 9, 9, 4],
      ['ru', 4, 4, 1],
    ])
    for (const one of languages[1]!.candidates) {
      expect(one.text).toMatch(/\p{Script=Cyrillic}/u)
      expect(one.keyness).toBeNull()
    }
  })

  it('have as many lines as they count, each with the word in it', async () => {
    const client = await open()
    const { candidates } = await english(client, { limit: 15 })
    for (const { key, count, outlets } of candidates) {
      const { total, lines } = await client['discover.lines']({ filter, language: 'en', key })
      expect(total).toBe(count)
      expect(lines).toHaveLength(count)
      expect(outlets.reduce((sum, one) => sum + one.count, 0)).toBe(count)
      for (const line of lines) {
        const article = await client['articles.get']({ id: line.articleId })
        expect(article!.text.slice(line.start, line.end)).toBe(line.text)
        expect(article!.text).toContain(line.before + line.text)
      }
    }
  })

  it('that are put aside stay away until they are brought back', async () => {
    const client = await open()
    const [first] = (await english(client)).candidates
    await client['discover.hide']({ language: 'en', key: first!.key, hidden: true })
    const without = await english(client)
    expect(without.candidates.map((one) => one.key)).not.toContain(first!.key)
    expect(without.hidden).toBe(1)
    const shown = await english(client, { withHidden: true })
    expect(shown.candidates[0]).toMatchObject({ key: first!.key, hidden: true })
    await client['discover.hide']({ language: 'en', key: first!.key, hidden: false })
    expect((await english(client)).candidates[0]).toEqual(first)
  })

  it('are none any more once they stand in a lexicon', async () => {
    const client = await open()
    const before = await english(client, { concept: 'foreign-troops' })
    const first = before.candidates[0]
    const draft = {
      lexicon: null,
      concept: { id: 'foreign-troops' },
      frame: { id: 'troops' },
      language: 'en',
      term: first!.key,
    }
    const drawn = await client['lexicons.addTerm']({ ...draft, save: false })
    const preview = await client['lexicons.preview']({ lexicon: { ...drawn.lexicon! }, filter })
    expect(preview.gained).toBe(first!.count)
    await client['lexicons.addTerm'](draft)
    await settled(client)
    const after = await english(client, { concept: 'foreign-troops', limit: 500 })
    expect(after.candidates.map((one) => one.key)).not.toContain(first!.key)
    expect(after.known).toBe(before.known + first!.count)
  })

  it('are none without articles, and for a concept that is nowhere', async () => {
    const client = await open(false)
    expect(await client['discover.candidates']({ filter: {} })).toEqual({ languages: [] })
    expect(await client['discover.lines']({ filter: {}, language: 'en', key: 'x' })).toEqual({
      total: 0,
      lines: [],
    })
    const sample = await open()
    const nowhere = await english(sample, { concept: 'constructor' })
    expect(nowhere).toMatchObject({ known: 0, total: 0, candidates: [] })
  })
})

describe('a language without rules', () => {
  it('is named as such, with nothing found in it', async () => {
    const client = await open()
    await client['articles.update']({ ids: [1, 2], set: { language: 'fr' } })
    const { languages } = await client['discover.candidates']({ filter })
    expect(languages.find((one) => one.language === 'fr')).toMatchObject({
      hasRules: false,
      articles: 2,
      total: 0,
    })
    expect(languages.find((one) => one.language === 'en')).toMatchObject({ hasRules: true })
  })
})

describe('the articles to read', () => {
  it('come by outlet and date, with the words of each, of the story asked for', () => {
    const db = memoryLibrary()
    db.prepare("INSERT INTO story (id, title, created_at) VALUES (1, 'A', ''), (2, 'B', '')").run()
    const late = add(db, { outlet: 'B', published: '2031-03-09' }, [], { storyId: 1, words: 30 })
    const early = add(db, { outlet: 'B', published: '2031-03-01' }, [], { storyId: 1, words: 20 })
    const first = add(db, { outlet: 'A', published: null }, [], { storyId: 1, words: 10 })
    add(db, {}, [], { storyId: 2 })
    expect(discoveryRows(db, { storyId: 1 }).map((one) => [one.id, one.words])).toEqual([
      [first, 10],
      [early, 20],
      [late, 30],
    ])
  })
})
