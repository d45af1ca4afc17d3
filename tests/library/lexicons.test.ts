import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import { openLibrary } from '#main/library/connection.ts'
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

/** A pack of one concept with two frames and a term in each. */
const bread: Lexicon = {
  id: 'bread',
  version: '1.2.0',
  label: { en: 'Bread', ru: 'Хлеб' },
  note: { en: 'n', ru: 'n' },
  source: 's',
  licence: 'MIT',
  concepts: [
    {
      id: 'loaf',
      label: { en: 'Loaf', ru: 'Буханка' },
      note: 'n',
      source: 's',
      frames: [
        {
          id: 'plain',
          label: { en: 'Plain', ru: 'Просто' },
          note: 'n',
          source: 's',
          terms: { en: [{ id: 'bread-en-loaf', pattern: 'loaf', note: 'n', source: 's' }] },
        },
        {
          id: 'fancy',
          label: { en: 'Fancy', ru: 'Нарядно' },
          note: 'n',
          source: 's',
          terms: { en: [{ id: 'bread-en-baguette', pattern: 'baguette', note: 'n', source: 's' }] },
        },
      ],
    },
  ],
}
const importBread = (client: EngineClient, change: Partial<Lexicon> = {}) =>
  client['lexicons.import']({ name: 'bread.json', data: JSON.stringify({ ...bread, ...change }) })

/** The pack with one term's fields changed. */
const withTerm = (lexicon: Lexicon, term: object): Lexicon =>
  withTerms(lexicon, (terms, frame) =>
    frame === 'plain' ? { ...terms, en: terms.en!.map((one) => ({ ...one, ...term })) } : terms,
  )

describe('own packs', () => {
  it('raise their version with each save, and keep every version', async () => {
    const client = await open(false)
    const one = await importBread(client)
    expect(one).toMatchObject({ id: 'bread', version: '1.2.0', own: true, enabled: true })
    const save = (lexicon: Lexicon, expectedVersion: string) =>
      client['lexicons.save']({ lexicon, expectedVersion })
    const second = await save(withTerm(one, { pattern: 'loaf|bun' }), '1.2.0')
    expect(second.lexicon?.version).toBe('1.3.0')
    // The same again is no new version.
    expect((await save(second.lexicon!, '1.3.0')).lexicon?.version).toBe('1.3.0')
    await expect(save(withTerm(one, { pattern: 'roll' }), '1.2.0')).rejects.toMatchObject({
      code: 'conflict',
    })
    const versions = await client['lexicons.versions']({ id: 'bread' })
    expect(versions.map(({ version, concepts, terms }) => [version, concepts, terms])).toEqual([
      ['1.3.0', 1, 2],
      ['1.2.0', 1, 2],
    ])
    const older = await client['lexicons.get']({ id: 'bread', version: '1.2.0' })
    expect(older?.concepts).toEqual(bread.concepts)
    const undone = await client['lexicons.restore']({ id: 'bread', version: '1.2.0' })
    expect(undone).toMatchObject({ version: '1.4.0', concepts: bread.concepts })
  })

  it('are removed and brought back, and their ids are never given again', async () => {
    const client = await open(false)
    await importBread(client)
    await client['lexicons.remove']({ id: 'bread' })
    expect(await client['lexicons.get']({ id: 'bread' })).toBeNull()
    expect((await client['lexicons.list']({ all: true })).some(({ own }) => own)).toBe(false)
    const other = await importBread(client)
    expect(other).toMatchObject({
      id: 'bread-2',
      version: '1.0.0',
      basedOn: { id: 'bread', version: '1.2.0' },
    })
    expect(await client['lexicons.restore']({ id: 'bread' })).toMatchObject({ version: '1.2.0' })
    await expect(client['lexicons.restore']({ id: 'bread' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are refused with plain sentences that name the entry and its place', async () => {
    const client = await open(false)
    const one = await importBread(client)
    const check = async (lexicon: object) =>
      (await client['lexicons.check']({ lexicon: { ...lexicon } })).map(({ path, message }) => [
        path.join('.'),
        message,
      ])
    const place = 'concepts.0.frames.0.terms.en.0'
    expect(await check(one)).toEqual([])
    expect(await check(withTerm(one, { pattern: '' }))).toEqual([
      [`${place}.pattern`, 'The pattern is empty at “bread-en-loaf”.'],
    ])
    expect(await check(withTerm(one, { pattern: 'lo*' }))).toEqual([
      [`${place}.pattern`, 'The pattern of “bread-en-loaf” has the stem “lo*”, shorter than 3 letters.'],
    ])
    expect(await check(withTerm(one, { pattern: 'baguette' }))).toEqual([
      [
        'concepts.0.frames.1.terms.en.0.pattern',
        '“baguette” stands in two frames of “loaf”: “fancy” here and “plain” at this pack:1.',
      ],
    ])
    expect(await check(withTerm(one, { id: 'en-climate-change' }))).toEqual([
      [`${place}.id`, 'The term id “en-climate-change” is already taken at the pack “Climate”.'],
    ])
    expect(await check(withTerm(one, { constructor: 'x' }))).toEqual([
      [`${place}.constructor`, 'Nothing here is called “constructor”.'],
    ])
    const refused = await client['lexicons.save']({
      lexicon: withTerm(one, { pattern: 'lo*' }),
      expectedVersion: '1.2.0',
    })
    expect(refused.lexicon).toBeNull()
    expect(refused.problems).toHaveLength(1)
    expect((await client['lexicons.get']({ id: 'bread' }))?.version).toBe('1.2.0')
  })

  it('may not outnumber the colours together with the frames of other packs', async () => {
    const client = await open(false)
    const titles = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
    let last: Awaited<ReturnType<EngineClient['lexicons.addTerm']>> | undefined
    for (const title of titles)
      last = await client['lexicons.addTerm']({
        lexicon: null,
        concept: { id: 'foreign-troops' },
        frame: { title },
        language: 'en',
        term: `word${title.toLowerCase()}`,
      })
    expect(last?.lexicon).toBeNull()
    expect(last?.problems[0]?.message).toMatch(/there are 6 colours/)
  })

  it('shipped ones stay as they are, and the last pack stays on', async () => {
    const client = await open(false)
    const shipped = (await client['lexicons.get']({ id: base }))!
    await expect(
      client['lexicons.save']({ lexicon: shipped, expectedVersion: shipped.version }),
    ).rejects.toMatchObject({ code: 'bad-input' })
    await expect(client['lexicons.remove']({ id: base })).rejects.toMatchObject({ code: 'bad-input' })
    const ids = (await client['lexicons.list']({})).map(({ id }) => id)
    await expect(client['lexicons.setEnabled']({ ids, enabled: false })).rejects.toMatchObject({
      code: 'bad-input',
    })
    await client['lexicons.setEnabled']({ ids: ids.slice(1), enabled: false })
    expect((await client['lexicons.list']({})).map(({ id }) => id)).toEqual(ids.slice(0, 1))
    expect((await client['lexicons.list']({ all: true })).length).toBe(ids.length)
  })

  it('come from a file and go into one; a file that is none is refused by name', async () => {
    const client = await open(false)
    const one = await importBread(client)
    for (const format of ['yaml', 'json'] as const) {
      const { name, text } = await client['lexicons.export']({ id: one.id, format })
      expect(name).toBe(`bread-1.2.0.${format}`)
      // What was exported is the same pack: nothing new comes of it.
      expect(await client['lexicons.import']({ name, data: text })).toMatchObject({
        id: 'bread',
        version: '1.2.0',
      })
    }
    const refused = async (name: string, data: string) => {
      const error = await client['lexicons.import']({ name, data }).catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'cannot-read-file' })
      return (error as Error).message
    }
    expect(await refused('notes.txt', 'Dear diary')).toMatch(/^notes\.txt is no lexicon: .*Choose a file/)
    expect(await refused('a.json', '{"concepts": [')).toMatch(/^a\.json cannot be used\. .*not good JSON/)
    expect(await refused('b.yaml', 'id: b\nconcepts: [\n')).toMatch(/^b\.yaml cannot be used\. line \d+: /)
    const { text } = await client['lexicons.export']({ id: one.id, format: 'yaml' })
    expect(await refused('c.yaml', text.replace('pattern: loaf', 'pattern: lo*'))).toMatch(
      /^c\.yaml cannot be used\. line \d+: The pattern of “bread-en-loaf” has the stem “lo\*”.* Mend the file/,
    )
    expect((await client['lexicons.list']({ all: true })).filter(({ own }) => own)).toHaveLength(1)
  })

  it('decide before shipped ones, and count a naming once', async () => {
    const client = await open()
    const lines = async () =>
      (
        await client['figures.mentions']({
          filter: {},
          concept: 'foreign-troops',
          voice: 'all',
          sort: 'oldest',
          offset: 0,
          limit: 1000,
        })
      ).lines
    const before = await lines()
    const count = (frame: string, of = before) => of.filter((one) => one.frame === frame).length
    const occupation = before.filter((one) => /^occupation$/i.test(one.text)).length
    expect(occupation).toBeGreaterThan(3)
    const input = {
      lexicon: null,
      concept: { id: 'foreign-troops' },
      frame: { id: 'peacekeeping' },
      language: 'en',
      term: 'occupation',
    }
    const drawn = await client['lexicons.addTerm']({ ...input, save: false })
    expect(drawn).toMatchObject({ saved: false, problems: [], term: 'my-words-en-occupation' })
    expect((await client['lexicons.list']({ all: true })).some(({ own }) => own)).toBe(false)
    const preview = await client['lexicons.preview']({ lexicon: { ...drawn.lexicon }, filter: {} })
    // Each naming moves from one frame to the other.
    expect([preview.gained, preview.lost]).toEqual([occupation, occupation])
    expect(preview.frames.map(({ frame, gained, lost }) => [frame, gained, lost])).toEqual([
      ['peacekeeping', occupation, 0],
      ['occupation', 0, occupation],
    ])
    const added = await client['lexicons.addTerm'](input)
    expect(added).toMatchObject({ saved: true, lexicon: { id: 'my-words', version: '1.0.0' } })
    await settled(client)
    const after = await lines()
    expect(after.length).toBe(before.length)
    expect(count('peacekeeping', after)).toBe(count('peacekeeping') + occupation)
    // A second term goes into the same pack.
    const more = await client['lexicons.addTerm']({ ...input, term: 'quay', forms: ['quayside'] })
    expect(more.lexicon).toMatchObject({ id: 'my-words', version: '1.1.0' })
    const terms = more.lexicon?.concepts[0]?.frames[0]?.terms.en?.map(({ pattern }) => pattern)
    expect(terms).toEqual(['occupation', 'quay|=quayside'])
    // Removing the pack brings the figures back.
    await client['lexicons.remove']({ id: 'my-words' })
    await settled(client)
    expect((await lines()).map(({ start, frame }) => [start, frame])).toEqual(
      before.map(({ start, frame }) => [start, frame]),
    )
  })

  it('take part in the scores of a library that is opened again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parallax-lexicons-'))
    try {
      const libraryFile = join(folder, 'a.parallax')
      engine = await createEngine({ root, libraryFile })
      let client = createClient(engine)
      await client['lexicons.addTerm']({
        lexicon: null,
        concept: { title: 'The place' },
        frame: { title: 'City' },
        language: 'en',
        term: 'city',
      })
      await settled(client)
      const before = await stored(client)
      await engine.close()
      engine = await createEngine({ root, libraryFile })
      client = createClient(engine)
      expect((await client['app.state']({})).staleArticles).toBe(0)
      expect(await stored(client)).toEqual(before)
      expect([...before].some((one) => one.includes(' my-words-the-place city '))).toBe(true)
      const figures = await client['figures.compare']({ filter: {}, lexicon: 'my-words', voice: 'all' })
      expect(figures.lexicons).toEqual([{ id: 'my-words', version: '1.0.0' }])
    } finally {
      await engine?.close()
      engine = undefined
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('scoring after a change', () => {
  it('reads only articles that it can touch, and gives what scoring all anew gives', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parallax-lexicons-'))
    try {
      const libraryFile = join(folder, 'a.parallax')
      engine = await createEngine({ root, libraryFile })
      let client = createClient(engine)
      const everything = async () => {
        const found: unknown[] = []
        for (const id of await client['articles.ids']({ filter: {}, sort: 'added', descending: false })) {
          const { mentions, lexicons } = (await client['articles.get']({ id }))!
          // A mention's number is given anew with each scoring.
          found.push({ id, lexicons, mentions: mentions.map(({ id: _, ...one }) => one) })
        }
        return found
      }
      const stale = async () => (await client['app.state']({})).staleArticles
      const copy = await client['lexicons.copy']({ id: base, title: 'My conflict' })
      await settled(client)
      const { lexicon } = await client['lexicons.addTerm']({
        lexicon: copy.id,
        concept: { id: 'foreign-troops' },
        frame: { id: 'peacekeeping' },
        language: 'en',
        term: 'welder',
      })
      // The copy was read when it came; now only articles with welders are.
      const holding = await client['concordance.search']({
        filter: {},
        find: { kind: 'words', text: 'welder', match: 'lemma' },
        sort: 'outlet',
        offset: 0,
        limit: 100,
      })
      expect(await stale()).toBeLessThanOrEqual(holding.articles)
      await settled(client)
      await client['lexicons.save']({
        lexicon: withTerms(lexicon!, (terms) =>
          Object.fromEntries(
            Object.entries(terms).map(([language, list]) => [language, list.filter((_, at) => at % 4 !== 1)]),
          ),
        ),
        expectedVersion: '1.1.0',
      })
      await settled(client)
      await client['lexicons.setEnabled']({ ids: ['climate', base], enabled: false })
      await settled(client)
      const before = await everything()
      expect(JSON.stringify(before)).toContain('"id":"my-conflict","version":"1.2.0"')
      await engine.close()
      const db = openLibrary(libraryFile)
      db.prepare("UPDATE analysis SET analysis_version = ''").run()
      db.close()
      engine = await createEngine({ root, libraryFile })
      client = createClient(engine)
      await settled(client)
      expect(await everything()).toEqual(before)
    } finally {
      await engine?.close()
      engine = undefined
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('a preview in pieces', () => {
  it('says of how many articles it speaks when the time is up, and ends when a later one comes', async () => {
    const client = await open()
    const { lexicon } = await client['lexicons.addTerm']({
      lexicon: null,
      concept: { title: 'Everything' },
      frame: { title: 'Any' },
      language: 'en',
      term: 'the',
      save: false,
    })
    const whole = await client['lexicons.preview']({ lexicon: { ...lexicon }, filter: {}, lines: 5 })
    expect(whole.searched).toBe(whole.candidates)
    expect(whole.lines).toHaveLength(5)
    expect(whole.articlesTouched).toBe(whole.candidates)
    // Outlet by outlet it is the same.
    const { outlets } = await client['articles.facets']({ filter: {} })
    let gained = 0
    let articles = 0
    for (const { value } of outlets) {
      const one = await client['lexicons.preview']({
        lexicon: { ...lexicon },
        filter: { outlets: [value] },
        lines: 0,
      })
      gained += one.gained
      articles += one.articles
      expect(one.lines).toEqual([])
    }
    expect(outlets.length).toBeGreaterThan(3)
    expect([gained, articles]).toEqual([whole.gained, whole.articles])
    const first = client['lexicons.preview']({ lexicon: { ...lexicon }, filter: {}, job: 'editor' })
    const second = client['lexicons.preview']({ lexicon: { ...lexicon }, filter: {}, job: 'editor' })
    await expect(first).rejects.toMatchObject({ code: 'cancelled' })
    expect((await second).gained).toBe(whole.gained)
  })
})

describe('an empty library', () => {
  it('has nothing to preview, and everything else works', async () => {
    const client = await open(false)
    const made = await client['lexicons.create']({ title: 'Мои слова', languages: ['ru', 'en'] })
    expect(made).toMatchObject({ id: 'moi-slova', version: '1.0.0' })
    expect(Object.keys(made.concepts[0]!.frames[0]!.terms)).toEqual(['ru', 'en'])
    const added = await client['lexicons.addTerm']({
      lexicon: made.id,
      concept: { id: made.concepts[0]!.id },
      frame: { title: 'Мои слова' },
      language: 'ru',
      term: 'слово',
      save: false,
    })
    const preview = await client['lexicons.preview']({ lexicon: { ...added.lexicon }, filter: {} })
    expect(preview).toMatchObject({ articles: 0, candidates: 0, gained: 0, lost: 0, frames: [], lines: [] })
  })
})

describe('forms', () => {
  it('are those of the dictionary, with what is guessed said', async () => {
    const client = await open(false)
    const known = await client['lexicons.proposeForms']({ language: 'ru', term: 'карателей' })
    expect(known.pattern).toBe('каратель')
    expect(known.words[0]).toMatchObject({ lemma: 'каратель', known: true })
    const forms = known.words[0]!.forms.map(({ form }) => form)
    expect(forms).toEqual(
      expect.arrayContaining(['каратель', 'карателя', 'карателем', 'каратели', 'карателей']),
    )
    expect(known.words[0]!.forms.every(({ covered, guessed }) => covered && !guessed)).toBe(true)
    const guessed = await client['lexicons.proposeForms']({ language: 'ru', term: 'хрущоба' })
    expect(guessed.words[0]).toMatchObject({ known: false })
    expect(guessed.words[0]!.forms.find(({ form }) => form === 'хрущобами')).toMatchObject({ guessed: true })
    const english = await client['lexicons.proposeForms']({ language: 'en', term: 'punitive armies' })
    expect(english.pattern).toBe('punitive army')
    expect(english.words[1]!.forms.map(({ form }) => form)).toContain('armies')
  })
})
