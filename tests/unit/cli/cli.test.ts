import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEngine } from '#main/engine/engine.ts'
import { createClient } from '#shared/contract/client.ts'

const ROOT = join(import.meta.dirname, '../../..')
const SEEDS = join(ROOT, '../shared/seeds')
const folder = mkdtempSync(join(tmpdir(), 'parallax-cli-'))

function parallax(...words: string[]) {
  const env = { ...process.env, INIT_CWD: ROOT }
  return spawnSync(process.execPath, [join(ROOT, 'src/main/cli.ts'), ...words], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
}

describe('score --json', () => {
  it('takes a line of JSONL as given, and prints one document', () => {
    const file = join(folder, 'a.jsonl')
    const text =
      'Troops enter Lannport\n\nThe so-called “peacekeepers” left. “This is an occupation,” Orla Venn said.'
    writeFileSync(
      file,
      `${JSON.stringify({ id: 'x1', title: 'Troops enter Lannport', outlet: 'Gazette', published: '2024-03-01', language: 'en', text })}\n`,
    )
    const { stdout, status, stderr } = parallax('score', file, '--json', '--no-clean')
    expect([status, stderr]).toEqual([0, ''])
    const document = JSON.parse(stdout)
    expect(Object.keys(document)).toEqual(['version', 'lexicons', 'articles', 'outlets'])
    const [article] = document.articles
    expect(article).toMatchObject({
      id: 'x1',
      file,
      outlet: 'Gazette',
      published: '2024-03-01',
      language: 'en',
      text,
    })
    const voices = article.mentions.map((one: { text: string; voice: string; section: string }) => [
      one.text,
      one.voice,
      one.section,
    ])
    expect(voices).toEqual([
      ['Troops', 'narration', 'headline'],
      ['peacekeepers', 'scare', 'lead'],
      ['occupation', 'direct', 'lead'],
    ])
    const quotation = article.quotations.find((one: { kind: string }) => one.kind === 'direct')
    expect(text.slice(quotation.start, quotation.end)).toBe('“This is an occupation,”')
    expect([quotation.speaker, quotation.cue]).toEqual(['Orla Venn', 'said'])
    expect(text.slice(quotation.speakerStart, quotation.speakerEnd)).toBe('Orla Venn')
  })

  it('names what fails, and reads the rest', () => {
    const file = join(folder, 'b.jsonl')
    writeFileSync(file, '{"text":"Protesters came."}\n{broken\n')
    const { stdout, status, stderr } = parallax('score', file, 'nowhere.txt', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout).articles).toHaveLength(1)
    expect(stderr).toContain('line 2')
    expect(stderr).toContain('nowhere.txt')
  })

  it('answers wrong usage with 2', () => {
    expect(parallax('score').status).toBe(2)
    expect(parallax('nonsense').status).toBe(2)
    const { status, stderr } = parallax('score', 'seeds/articles', '--lexicon', 'no-such')
    expect(status).toBe(2)
    expect(stderr).toContain('conflict-and-protest')
    expect(parallax('--help').status).toBe(0)
  })

  it('scores 500 articles in one file', () => {
    const file = join(folder, 'many.jsonl')
    const line = JSON.stringify({ text: 'Soldiers came. The protesters stayed.', language: 'en' })
    writeFileSync(file, `${Array(500).fill(line).join('\n')}\n`)
    const { stdout, status } = parallax('score', file, '--json')
    expect(status).toBe(0)
    const ids = JSON.parse(stdout).articles.map((one: { id: string }) => one.id)
    expect(new Set(ids).size).toBe(500)
  })

  it.skipIf(!existsSync(SEEDS))(
    'knows language, title and date of the five articles (skipped where they are absent)',
    () => {
      const { stdout, status } = parallax('score', SEEDS, '--json')
      expect(status).toBe(0)
      const { articles } = JSON.parse(stdout)
      expect(articles.map((one: { language: string }) => one.language)).toEqual([
        'en',
        'en',
        'ru',
        'en',
        'en',
      ])
      expect(articles.map((one: { published: string | null }) => one.published)).toEqual([
        '2022-01-11',
        '2022-01-07',
        null,
        null,
        null,
      ])
      expect(articles[1].title).toMatch(/^Tokayev: Whoever/)
      expect(articles[3].outlet).toBe('Euromaidan Press')
      expect(articles[4].outlet).toBe('ForumDaily')
      for (const article of articles) expect(article.mentions.length).toBeGreaterThan(5)
    },
  )
})

describe('score', () => {
  it('takes paths before and after the lexicons', () => {
    const file = join(folder, 'd.txt')
    writeFileSync(file, 'Soldiers came to Lannport. The protesters stayed.')
    for (const words of [
      [file, '--lexicon', 'migration', 'climate'],
      ['--lexicon', 'migration', 'climate', file],
    ]) {
      const { stdout, status } = parallax('score', ...words, '--json')
      expect(status).toBe(0)
      const ids = JSON.parse(stdout).lexicons.map((one: { id: string }) => one.id)
      expect(ids.sort()).toEqual(['climate', 'migration'])
    }
  })

  it('keeps what it scored in a library, once', () => {
    const file = join(folder, 'e.txt')
    const library = join(folder, 'kept.parallax')
    writeFileSync(file, 'Soldiers came to Lannport. The protesters stayed.')
    expect(parallax('score', file, '--library', library)).toMatchObject({ status: 0, stderr: '' })
    const again = parallax('score', file, '--library', library)
    expect(again.status).toBe(0)
    expect(again.stderr).toContain('is in the library already')
  })

  it('tells which namings a reader corrected in the library, and changes nothing else', async () => {
    const file = join(folder, 'g.txt')
    const library = join(folder, 'corrected.parallax')
    writeFileSync(file, 'Soldiers came to Lannport. The protesters stayed.')
    const mentions = (...more: string[]) =>
      JSON.parse(parallax('score', file, '--json', ...more).stdout).articles[0].mentions as {
        text: string
        corrected: boolean
      }[]
    const plain = mentions('--library', library)
    expect(plain.map((one) => [one.text, one.corrected])).toEqual([
      ['Soldiers', false],
      ['protesters', false],
    ])
    const engine = await createEngine({ root: ROOT, libraryFile: library, sample: false })
    const client = createClient(engine)
    const [id] = await client['articles.ids']({ filter: {}, sort: 'added', descending: false })
    const [, named] = (await client['articles.get']({ id: id! }))!.mentions
    const { start, end, concept, frame } = named!
    await client['corrections.set']({
      articleId: id!,
      kind: 'voice',
      start,
      end,
      concept,
      frame,
      voice: 'direct',
      speaker: 'Orla Venn',
    })
    await engine.close()
    const after = mentions('--library', library)
    expect(after.map((one) => one.corrected)).toEqual([false, true])
    expect(after.map((one) => ({ ...one, corrected: false }))).toEqual(plain)
    expect(mentions().map((one) => one.corrected)).toEqual([false, false])
  })

  it('says in plain words that a file is no library', () => {
    const file = join(folder, 'f.txt')
    writeFileSync(file, 'Soldiers came to Lannport. '.repeat(40))
    const { status, stderr } = parallax('score', file, '--library', file)
    expect(status).toBe(1)
    expect(stderr).toContain('is no Parallax library')
  })
})

describe('kwic and lexicons', () => {
  it('finds a word in all its forms', () => {
    const file = join(folder, 'c.txt')
    writeFileSync(file, 'Миротворцы ушли. Город не просил миротворцев.')
    const { stdout, status } = parallax('kwic', 'миротворец', file)
    expect(status).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(2)
  })
  it('lists the shipped packs', () => {
    const { stdout } = parallax('lexicons')
    for (const id of ['conflict-and-protest', 'kazakhstan-january-2022', 'migration', 'climate'])
      expect(stdout).toContain(id)
  })
})

describe('own lexicons', () => {
  const pack = `id: quays
version: 2.1.0
label: { en: Quays, ru: Набережные }
note: { en: n, ru: n }
source: s
licence: MIT
concepts:
  - id: foreign-troops
    label: { en: The foreign troops, ru: Иностранные войска }
    note: n
    source: s
    frames:
      - id: peacekeeping
        label: { en: Peacekeeping, ru: Миротворцы }
        note: n
        source: s
        terms:
          en: [{ id: quays-en-occupation, pattern: occupation, note: n, source: s }]
`
  const text = 'Troops enter Lannport\n\nThe occupation began at noon.'

  it('are read from a file, and decide before the shipped ones', () => {
    const file = join(folder, 'quays.yaml')
    writeFileSync(file, pack)
    const article = join(folder, 'own.jsonl')
    writeFileSync(article, `${JSON.stringify({ id: 'o1', outlet: 'Gazette', language: 'en', text })}\n`)
    const frames = (...lexicons: string[]) => {
      const { stdout, stderr, status } = parallax(
        'score',
        article,
        '--json',
        '--no-clean',
        '--lexicon',
        ...lexicons,
      )
      expect([status, stderr]).toEqual([0, ''])
      const document = JSON.parse(stdout)
      const mentions = document.articles[0].mentions as { text: string; frame: string }[]
      return [
        document.lexicons.map((one: { id: string }) => one.id),
        mentions.find((one) => /occ/.test(one.text))?.frame,
      ]
    }
    expect(frames('conflict-and-protest')).toEqual([['conflict-and-protest'], 'occupation'])
    expect(frames(file)).toEqual([['quays'], 'peacekeeping'])
    expect(frames(file, 'conflict-and-protest')).toEqual([['quays', 'conflict-and-protest'], 'peacekeeping'])
    writeFileSync(file, pack.replace('pattern: occupation', 'pattern: oc*'))
    const { status, stderr } = parallax('score', article, '--json', '--lexicon', file)
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /quays\.yaml cannot be used\. line 18: The pattern of “quays-en-occupation” has the stem “oc\*”/,
    )
  })

  it('of a library are listed with it', async () => {
    const library = join(folder, 'own.parallax')
    const engine = await createEngine({ root: ROOT, libraryFile: library, sample: false })
    const client = createClient(engine)
    await client['lexicons.import']({ name: 'quays.yaml', data: pack })
    await client['lexicons.setEnabled']({ ids: ['climate'], enabled: false })
    await engine.close()
    const { stdout, status } = parallax('lexicons', '--library', library)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^climate \S+ {2}Climate {2}\(switched off\)$/m)
    expect(stdout).toMatch(/^quays 2\.1\.0 {2}Quays {2}\(yours\)$/m)
    expect(parallax('lexicons', '--library', join(folder, 'none.parallax')).status).toBe(2)
  })
})
