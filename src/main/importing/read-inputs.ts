import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { ArticleDraft } from '#shared/domain/article.ts'
import { cleanText } from './clean.ts'
import { decodeText } from './decode.ts'
import { readHtml } from './html.ts'
import { guessDate, guessLanguage, guessOutlet, guessTitle } from './metadata.ts'

export interface ReadOptions {
  /** Folder that relative paths start from. */
  readonly base: string
  readonly manifest?: string
  /** False: the text exactly as given. */
  readonly clean: boolean
}

export type InputResult =
  | { readonly kind: 'draft'; readonly file: string; readonly draft: ArticleDraft }
  | { readonly kind: 'failed'; readonly file: string; readonly message: string }

type Given = Readonly<Record<string, string>>

const TEXT = new Set(['.txt', '.md', '.text'])
const HTML = new Set(['.html', '.htm', '.xhtml'])
const ROWS = new Set(['.csv', '.tsv'])
const LINES = new Set(['.jsonl', '.ndjson'])
const KNOWN = new Set([
  'id',
  'file',
  'outlet',
  'title',
  'published',
  'language',
  'url',
  'story',
  'text',
  'byline',
])
const LARGEST_BYTES = 50 * 1024 * 1024

/** Reads files and folders one article at a time. A file that fails is answered with a plain sentence; the rest go on. */
export async function* readInputs(
  paths: readonly string[],
  options: ReadOptions,
): AsyncGenerator<InputResult> {
  for (const path of paths) {
    const full = resolve(options.base, path)
    const info = await stat(full).catch(() => null)
    if (info === null) {
      yield { kind: 'failed', file: path, message: `${path} does not exist. Check the path.` }
    } else if (info.isDirectory()) {
      const names = (await readdir(full, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name).slice(full.length + 1))
        .filter((name) => isArticleFile(name))
        .sort()
      const manifest = await readManifest(options.manifest ?? join(full, 'manifest.csv'))
      if (names.length === 0) {
        yield { kind: 'failed', file: path, message: `${path} holds no text, HTML, JSONL, CSV or TSV file.` }
      }
      for (const name of names)
        yield* readFileAt(join(full, name), join(path, name), manifest.get(basename(name)), options)
    } else {
      const manifest = await readManifest(options.manifest ?? join(full, '..', 'manifest.csv'))
      yield* readFileAt(full, path, manifest.get(basename(full)), options)
    }
  }
}

const isArticleFile = (name: string): boolean => {
  const ending = extname(name).toLowerCase()
  if (basename(name) === 'manifest.csv' || basename(name).toLowerCase() === 'readme.md') return false
  return TEXT.has(ending) || HTML.has(ending) || ROWS.has(ending) || LINES.has(ending)
}

async function* readFileAt(
  full: string,
  file: string,
  given: Given | undefined,
  options: ReadOptions,
): AsyncGenerator<InputResult> {
  const failed = (message: string): InputResult => ({ kind: 'failed', file, message })
  const ending = extname(file).toLowerCase()
  if (!TEXT.has(ending) && !HTML.has(ending) && !ROWS.has(ending) && !LINES.has(ending)) {
    yield failed(`${file} is no text file that Parallax reads. Save it as text or HTML and add it again.`)
    return
  }
  let bytes: Buffer
  try {
    bytes = await readFile(full)
  } catch {
    yield failed(`${file} cannot be read. Check that you may open it.`)
    return
  }
  if (bytes.length > LARGEST_BYTES) {
    yield failed(`${file} is larger than 50 MB. Divide it and add the parts.`)
    return
  }
  const text = decodeText(bytes)
  if (text === null) {
    yield failed(`${file} is not text. Save it as text or HTML and add it again.`)
    return
  }
  if (text.trim() === '') {
    yield failed(`${file} is empty. Nothing was added from it.`)
    return
  }
  if (LINES.has(ending)) yield* readLines(text, file, options)
  else if (ROWS.has(ending)) yield* readRows(text, file, ending === '.tsv' ? '\t' : undefined, options)
  else if (HTML.has(ending)) {
    const page = readHtml(text)
    if (page === null)
      yield failed(`${file} holds no article text. Open it in a browser, copy the text and add that.`)
    else
      yield {
        kind: 'draft',
        file,
        draft: draftFrom(page.text, file, { ...page.given, ...given }, options, given),
      }
  } else yield { kind: 'draft', file, draft: draftFrom(text, file, given ?? {}, options) }
}

function* readLines(text: string, file: string, options: ReadOptions): Generator<InputResult> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    let row: unknown
    try {
      row = JSON.parse(line)
    } catch {
      yield {
        kind: 'failed',
        file,
        message: `${file}, line ${index + 1}, is not valid JSON. Mend the line; the other lines were read.`,
      }
      continue
    }
    const fields = row as Record<string, unknown>
    if (
      row === null ||
      typeof row !== 'object' ||
      typeof fields.text !== 'string' ||
      fields.text.trim() === ''
    ) {
      yield {
        kind: 'failed',
        file,
        message: `${file}, line ${index + 1}, has no “text”. The other lines were read.`,
      }
      continue
    }
    const given: Record<string, string> = {}
    for (const [key, value] of Object.entries(fields)) {
      if (key !== 'text' && value !== null && value !== undefined)
        given[key] = typeof value === 'string' ? value : JSON.stringify(value)
    }
    yield { kind: 'draft', file, draft: draftFrom(fields.text, file, given, options) }
  }
}

function* readRows(
  text: string,
  file: string,
  delimiter: string | undefined,
  options: ReadOptions,
): Generator<InputResult> {
  let rows: Record<string, string>[]
  try {
    rows = parseRows(text, delimiter)
  } catch (error) {
    yield { kind: 'failed', file, message: `${file} is not a good table: ${(error as Error).message}` }
    return
  }
  if (rows.length === 0 || !('text' in rows[0]!)) {
    yield {
      kind: 'failed',
      file,
      message: `${file} has no column “text”. Name the column that holds the article “text”.`,
    }
    return
  }
  for (const { text: body = '', ...given } of rows) {
    if (body.trim() !== '') yield { kind: 'draft', file, draft: draftFrom(body, file, given, options) }
  }
}

function parseRows(text: string, delimiter?: string): Record<string, string>[] {
  const head = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'))
  const guessed = [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length)[0]!
  return parse(text, {
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    delimiter: delimiter ?? guessed,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  }) as Record<string, string>[]
}

async function readManifest(path: string): Promise<Map<string, Given>> {
  const bytes = await readFile(path).catch(() => null)
  const text = bytes === null ? null : decodeText(bytes)
  if (text === null) return new Map()
  try {
    return new Map(
      parseRows(text)
        .filter((row) => row.file)
        .map(({ file, ...given }) => [basename(file!), given]),
    )
  } catch {
    return new Map()
  }
}

/** Makes a draft of a text and of what the input says about it; what it does not say is guessed from the text. */
export function draftFrom(
  original: string,
  file: string,
  given: Given,
  options: Pick<ReadOptions, 'clean'>,
  _manifest?: Given,
): ArticleDraft {
  const known = (name: string): string | null => (given[name]?.trim() ? given[name]!.trim() : null)
  const language = known('language') ?? guessLanguage(original)
  const title = known('title') ?? guessTitle(original)
  const cleaned = options.clean ? cleanText(original, { language, title }) : { text: original, leftOut: [] }
  const outlet = known('outlet') ?? guessOutlet(original)?.value ?? null
  const published = known('published') ?? guessDate(original, language)?.value ?? null
  const guesses = {
    ...(known('title') === null ? { title: { from: 'first-line' as const, evidence: title } } : {}),
    ...(known('outlet') === null && outlet !== null
      ? { outlet: { from: 'site-name-in-text' as const, evidence: outlet } }
      : {}),
    ...(known('published') === null && published !== null
      ? { published: { from: 'date-in-text' as const, evidence: published } }
      : {}),
    ...(known('language') === null
      ? { language: { from: 'letters-of-text' as const, evidence: language } }
      : {}),
  }
  return {
    file,
    givenId: known('id'),
    title,
    outlet,
    byline: known('byline'),
    published,
    language,
    url: known('url'),
    story: known('story'),
    original,
    text: cleaned.text,
    leftOut: cleaned.leftOut,
    guesses,
    extra: Object.fromEntries(Object.entries(given).filter(([name]) => !KNOWN.has(name))),
  }
}
