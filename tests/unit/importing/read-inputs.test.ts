import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { readInputs } from '#main/importing/read-inputs.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'

beforeAll(loadLanguages)

const TEXT = 'The harbour stayed shut on Monday. Two governments argued over who should pay for the crane.'

/** Writes files into a new folder, and reads it or some paths in it. */
async function read(files: Readonly<Record<string, string | Buffer>>, paths = ['in'], clean = true) {
  const base = mkdtempSync(join(tmpdir(), 'parallax-importing-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(base, 'in', name, '..'), { recursive: true })
    writeFileSync(join(base, 'in', name), content)
  }
  const drafts: ArticleDraft[] = []
  const failures: string[] = []
  for await (const one of readInputs(paths, { base, clean })) {
    if (one.kind === 'draft') drafts.push(one.draft)
    else failures.push(one.message)
  }
  return { drafts, failures: failures.map((one) => one.replaceAll(`${base}/`, '')) }
}

describe('folders', () => {
  it('reads them with their subfolders, without hidden files, and says once what it left aside', async () => {
    const { drafts, failures } = await read({
      'a.txt': TEXT,
      'b/c.md': `# Harbour shut\n\n${TEXT} See [the map](https://x.example/map).`,
      '.hidden.txt': TEXT,
      '.git/d.txt': TEXT,
      'e.docx': 'PK',
      'f.mp3': 'x',
      'page_files/style.css': 'x',
      'README.md': '# About',
    })
    expect(drafts.map((one) => one.file)).toEqual([join('in', 'a.txt'), join('in', 'b', 'c.md')])
    expect(drafts[1]!.title).toBe('Harbour shut')
    expect(drafts[1]!.text).toBe(`Harbour shut\n\n${TEXT} See the map.`)
    expect(failures).toEqual([
      'in: left aside e.docx, f.mp3. Parallax reads .txt, .md, .html, .jsonl, .csv and .tsv files; save these as text and add them again.',
    ])
  })

  it('names what fails and goes on', async () => {
    const { drafts, failures } = await read(
      { 'a.txt': '', 'b.txt': '%PDF-1.4 x', 'c.txt': TEXT, 'd.html': '<html><body></body></html>' },
      ['in', 'nowhere.txt'],
    )
    expect(drafts).toHaveLength(1)
    expect(failures).toHaveLength(4)
    for (const [index, name] of ['in/a.txt', 'in/b.txt', 'in/d.html', 'nowhere.txt'].entries())
      expect(failures[index]).toContain(name)
  })
})

describe('manifests', () => {
  it('gives fields to the files beside them, keeps unknown columns, and names missing files and bad lines', async () => {
    const { drafts, failures } = await read({
      'a.txt': TEXT,
      'sub/b.txt': TEXT,
      'manifest.csv':
        'File,Source,Headline,Date,Lang,link,story,desk\na.txt,Vale Post,Harbour shut,4 May 2023,English,https://vale.example/a,Crane,foreign\nsub/b.txt,Coast 24,,,,,Crane,\nlost.txt,X,,,,,,\n,Y,,,,,,\n',
    })
    expect(drafts[0]).toMatchObject({
      outlet: 'Vale Post',
      title: 'Harbour shut',
      published: '2023-05-04',
      language: 'en',
      url: 'https://vale.example/a',
      story: 'Crane',
      extra: { desk: 'foreign' },
      guesses: {},
    })
    expect(drafts[1]).toMatchObject({ outlet: 'Coast 24', story: 'Crane' })
    expect(drafts[1]!.guesses.outlet).toBeUndefined()
    expect(drafts[1]!.guesses.title).toBeDefined()
    expect(failures).toEqual([
      'in/manifest.csv, line 5, names no file. The other lines were read.',
      'in/manifest.csv, line 4, names lost.txt, which is not there. Add the file or remove the line.',
    ])
  })

  it('is found for a single file and in the folder above', async () => {
    const files = { 'deep/a.txt': TEXT, 'manifest.csv': 'file,outlet\ndeep/a.txt,Vale Post\n' }
    expect((await read(files, ['in/deep'])).drafts[0]!.outlet).toBe('Vale Post')
    expect(
      (await read({ 'a.txt': TEXT, 'manifest.csv': 'file,outlet\na.txt,Vale Post\n' }, ['in/a.txt']))
        .drafts[0]!.outlet,
    ).toBe('Vale Post')
  })
})

describe('tables', () => {
  it.each([
    ['a.csv', ','],
    ['a.csv', ';'],
    ['a.tsv', '\t'],
  ])('%s divided by “%s”, with other spellings of the columns', async (name, sign) => {
    const rows = [
      ['Body', 'Headline', 'Publisher', 'pub_date', 'Language', 'id', 'desk'],
      [TEXT, 'Harbour shut', 'Vale Post', '07.01.2022', 'en', '17', 'foreign'],
    ]
    const { drafts, failures } = await read({
      [name]: `\ufeff${rows.map((row) => row.join(sign)).join('\r\n')}\r\n`,
    })
    expect(failures).toEqual([])
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({
      givenId: '17',
      title: 'Harbour shut',
      outlet: 'Vale Post',
      published: '2022-01-07',
      language: 'en',
      text: TEXT,
      extra: { desk: 'foreign' },
    })
  })

  it('names a bad row with its line, and goes on', async () => {
    const { drafts, failures } = await read({
      'a.csv': `text,title\n"${TEXT}\nAnd more, in a second line.",One\nx,y,z,too many\n,Empty\n${TEXT.replace(/,/g, '')},Two\n`,
    })
    expect(drafts.map((one) => one.title)).toEqual(['One', 'Two'])
    expect(failures).toEqual([
      'in/a.csv, line 4, has 4 columns where the first line names 2. Mend the line; the other lines were read.',
      'in/a.csv, line 5, has no text. The other lines were read.',
    ])
  })

  it('says which column is missing', async () => {
    expect((await read({ 'a.csv': 'title,outlet\nA,B\n' })).failures[0]).toContain('no column “text”')
  })

  it('keeps hostile column names as data', async () => {
    const { drafts } = await read({ 'a.csv': `text,__proto__,constructor\n${TEXT},a,b\n` })
    expect(Object.entries(drafts[0]!.extra)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })
})

describe('lines of JSON', () => {
  it('takes fields as given, other names too, and keeps the unknown', async () => {
    const lines = [
      {
        id: 7,
        text: TEXT,
        title: 'Harbour shut',
        outlet: 'Vale Post',
        published: '2022-01-07T10:00:00Z',
        language: 'en',
        url: 'https://vale.example/a',
        reads: 12,
      },
      { content: TEXT, headline: 'Other', source: 'Coast 24', date: 'Jan 7, 2022', tags: ['a'] },
      { text: TEXT, published: 'soon' },
    ]
    const { drafts } = await read(
      { 'a.jsonl': lines.map((one) => JSON.stringify(one)).join('\n') },
      ['in'],
      false,
    )
    expect(drafts[0]).toMatchObject({
      givenId: '7',
      title: 'Harbour shut',
      outlet: 'Vale Post',
      published: '2022-01-07T10:00:00Z',
      text: TEXT,
      extra: { reads: '12' },
    })
    expect(drafts[1]).toMatchObject({
      title: 'Other',
      outlet: 'Coast 24',
      published: '2022-01-07',
      extra: { tags: '["a"]' },
    })
    expect(drafts[2]).toMatchObject({ published: null, extra: { published: 'soon' } })
  })

  it('names bad lines', async () => {
    const { drafts, failures } = await read({
      'a.jsonl': `{"text":"${TEXT}"}\n{broken\n[1]\n{"title":"x"}\n`,
    })
    expect(drafts).toHaveLength(1)
    expect(failures.map((one) => /line \d/.exec(one)?.[0])).toEqual(['line 2', 'line 3', 'line 4'])
  })
})

describe('text', () => {
  it('comes out exactly as given without cleaning', async () => {
    const text = `Share on Facebook\r\n\r\n${TEXT}\r\n\tEnd  `
    const { drafts } = await read({ 'a.txt': text, 'b.md': `# ${text}` }, ['in'], false)
    expect(drafts.map((one) => one.text)).toEqual([text, `# ${text}`])
  })

  it('reads the front matter of Markdown', async () => {
    const { drafts } = await read({
      'a.md': `---\ntitle: "Harbour shut"\ndate: 2023-05-04\nsource: Vale Post\nmood: grey\n---\n\n**${TEXT}**\n`,
    })
    expect(drafts[0]).toMatchObject({
      title: 'Harbour shut',
      published: '2023-05-04',
      outlet: 'Vale Post',
      extra: { mood: 'grey' },
    })
    expect(drafts[0]!.text.trim()).toBe(TEXT)
  })

  it('reads a page that was saved as .txt', async () => {
    const { drafts } = await read({
      'a.txt': `<!DOCTYPE html><html><head><title>Harbour shut today</title></head><body><p>${TEXT}</p></body></html>`,
    })
    expect(drafts[0]!.title).toBe('Harbour shut today')
    expect(drafts[0]!.text).not.toContain('<')
    expect(drafts[0]!.guesses.title).toMatchObject({ from: 'markup' })
  })
})
