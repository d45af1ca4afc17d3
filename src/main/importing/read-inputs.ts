import { access, readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import type { ArticleDraft } from '#shared/domain/article.ts'
import type { ImportFault } from '#shared/domain/library.ts'
import { decodeBytes, undecodable } from './decode.ts'
import { draftFrom, type Given, knownNames } from './draft.ts'
import { readHtml } from './html.ts'
import { MANIFEST, type Manifest, Manifests } from './manifest.ts'
import { readMarkdown } from './markdown.ts'
import { rowsOf } from './tables.ts'

export { draftFrom } from './draft.ts'

export interface ReadOptions {
  /** Folder that relative paths start from. */
  readonly base: string
  readonly manifest?: string
  /** False: the text exactly as given. */
  readonly clean: boolean
}

export type InputResult =
  | { readonly kind: 'draft'; readonly file: string; readonly draft: ArticleDraft }
  | {
      readonly kind: 'failed'
      readonly file: string
      readonly message: string
      /** What an interface in another language says by itself; absent where only the message tells all. */
      readonly reason?: ImportFault
    }

const MARKDOWN = new Set(['.md', '.markdown'])
const TEXT = new Set(['.txt', '.text', ...MARKDOWN])
const HTML = new Set(['.html', '.htm', '.xhtml'])
const ROWS = new Set(['.csv', '.tsv'])
export const LINES = new Set(['.jsonl', '.ndjson'])
const READ = new Set([...TEXT, ...HTML, ...ROWS, ...LINES])
const READABLE = '.txt, .md, .html, .jsonl, .csv and .tsv files'
const LARGEST_BYTES = 50 * 1024 * 1024

/** Reads files and folders one article at a time. A file that fails is answered with a plain sentence; the rest go on. */
export async function* readInputs(
  paths: readonly string[],
  options: ReadOptions,
): AsyncGenerator<InputResult> {
  const given = options.manifest === undefined ? undefined : resolve(options.base, options.manifest)
  const manifests = new Manifests(given)
  if (given !== undefined) {
    const manifest = await manifests.read(given)
    if (manifest === null)
      yield failure(options.manifest!, `${options.manifest} does not exist. Check the path of the manifest.`)
    else yield* problemsOf(manifest)
  }
  for (const path of paths) {
    const full = resolve(options.base, path)
    const info = await stat(full).catch(() => null)
    if (info === null) yield failure(path, `${path} does not exist. Check the path.`)
    else if (info.isDirectory()) yield* readFolder(full, path, manifests, options)
    else yield* readFileAt(full, path, await manifests.lookUp(full, full), options)
  }
}

async function* readFolder(
  folder: string,
  path: string,
  manifests: Manifests,
  options: ReadOptions,
): AsyncGenerator<InputResult> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !name.split(/[/\\]/).some(isHidden))
    .sort()
  const articles = names.filter(isArticleFile)
  yield* otherFiles(names, path)
  if (articles.length === 0)
    yield failure(
      path,
      `${path} holds none of the ${READABLE} that Parallax reads. Choose another folder.`,
      'folder',
    )
  for (const name of names) {
    if (basename(name).toLowerCase() !== MANIFEST || options.manifest !== undefined) continue
    const manifest = await manifests.read(join(folder, name))
    if (manifest !== null) yield* problemsOf(manifest)
  }
  for (const name of articles) {
    const full = join(folder, name)
    yield* readFileAt(full, join(path, name), await manifests.lookUp(full, folder), options)
  }
}

const failure = (file: string, message: string, reason?: ImportFault): InputResult => ({
  kind: 'failed',
  file,
  message,
  ...(reason === undefined ? {} : { reason }),
})

/** Hidden files, and what systems and office programs leave in folders. */
const isHidden = (part: string): boolean =>
  part.startsWith('.') || part.startsWith('~$') || /^(?:__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(part)

/** A file that is read from a folder: of a known kind, and no manifest or read-me. */
export const isArticleFile = (name: string): boolean =>
  READ.has(extname(name).toLowerCase()) &&
  basename(name).toLowerCase() !== MANIFEST &&
  basename(name).toLowerCase() !== 'readme.md'

/** Saved web pages bring a folder of pictures and scripts; those are not worth a word. */
const IGNORED =
  /(?:^|[/\\])[^/\\]+_(?:files|файлы)[/\\]|\.(?:css|js|mjs|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|map|json|ya?ml)$|(?:^|[/\\])readme(?:\.\w+)?$|(?:^|[/\\])licen[cs]e(?:\.\w+)?$/i

/** One sentence about all files of a folder that are of no known kind. */
function* otherFiles(names: readonly string[], path: string): Generator<InputResult> {
  const others = names.filter(
    (name) => !isArticleFile(name) && basename(name).toLowerCase() !== MANIFEST && !IGNORED.test(name),
  )
  if (others.length === 0) return
  const shown = others.slice(0, 3).join(', ')
  const more = others.length > 3 ? ` and ${others.length - 3} more` : ''
  yield failure(
    path,
    `${path}: left aside ${shown}${more}. Parallax reads ${READABLE}; save these as text and add them again.`,
  )
}

/** Bad lines of a manifest, and files that it names but that are not there. */
async function* problemsOf(manifest: Manifest): AsyncGenerator<InputResult> {
  for (const message of manifest.problems) yield failure(manifest.path, message)
  for (const [full, { line }] of manifest.rows) {
    const exists = await access(full).then(
      () => true,
      () => false,
    )
    if (exists) continue
    const name = relative(dirname(manifest.path), full)
    yield failure(
      manifest.path,
      `${manifest.path}, line ${line}, names ${name}, which is not there. Add the file or remove the line.`,
    )
  }
}

async function* readFileAt(
  full: string,
  file: string,
  given: Given | undefined,
  options: ReadOptions,
): AsyncGenerator<InputResult> {
  const ending = extname(file).toLowerCase()
  let bytes: Buffer
  try {
    const { size } = await stat(full)
    if (size > LARGEST_BYTES) {
      yield failure(file, `${file} is larger than 50 MB. Divide it and add the parts.`, 'large')
      return
    }
    bytes = await readFile(full)
  } catch {
    yield failure(file, `${file} cannot be read. Check that you may open it.`, 'unreadable')
    return
  }
  const decoded = decodeBytes(bytes, HTML.has(ending))
  if (!decoded.ok) {
    yield failure(file, undecodable(file, decoded.reason), decoded.reason)
    return
  }
  if (!READ.has(ending)) {
    yield failure(
      file,
      `${file} is of no kind that Parallax reads (${READABLE}). Save it as text or HTML and add it again.`,
      'kind',
    )
    return
  }
  const text = decoded.text.replace(/^\ufeff/, '')
  try {
    if (LINES.has(ending)) yield* readLines(text, file, options)
    else if (ROWS.has(ending)) yield* readRows(text, file, ending === '.tsv', options)
    else if (HTML.has(ending) || looksLikeHtml(text)) yield readPage(text, file, given ?? {}, options)
    else if (MARKDOWN.has(ending) && options.clean) {
      const markdown = readMarkdown(text)
      yield drafted(markdown.text, file, { ...markdown.given, ...present(given) }, options)
    } else yield drafted(text, file, given ?? {}, options)
  } catch (error) {
    yield failure(
      file,
      `${file} could not be read (${(error as Error).message}). Save it as plain text and add it again.`,
    )
  }
}

const drafted = (text: string, file: string, given: Given, { clean }: ReadOptions): InputResult => ({
  kind: 'draft',
  file,
  draft: draftFrom(text, file, given, { clean }),
})

/** A page saved under another ending. */
const looksLikeHtml = (text: string): boolean =>
  /^\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i.test(text.slice(0, 2000))

function readPage(html: string, file: string, given: Given, { clean }: ReadOptions): InputResult {
  const page = readHtml(html)
  if (page === null)
    return failure(
      file,
      `${file} holds no article text. Open it in a browser, copy the text, and paste it.`,
      'page',
    )
  const fields: Record<string, string> = {}
  for (const [field, found] of Object.entries(page.found)) fields[field] = found.value
  const own = present(given)
  const fromMarkup = Object.fromEntries(
    Object.entries(page.found)
      .filter(([field]) => own[field] === undefined && field !== 'url')
      .map(([field, { evidence, from }]) => [field, { evidence, from }]),
  )
  return {
    kind: 'draft',
    file,
    draft: draftFrom(page.text, file, { ...fields, ...own }, { clean, hints: page.hints, fromMarkup }),
  }
}

/** Empty cells say nothing, so they do not hide what the file itself says. */
const present = (given: Given | undefined): Given =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value.trim() !== ''))

function* readLines(text: string, file: string, options: ReadOptions): Generator<InputResult> {
  let any = false
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    any = true
    let row: unknown
    try {
      row = JSON.parse(line)
    } catch {
      yield failure(
        file,
        `${file}, line ${index + 1}, is not valid JSON. Mend the line; the other lines were read.`,
      )
      continue
    }
    if (row === null || typeof row !== 'object' || Array.isArray(row)) {
      yield failure(
        file,
        `${file}, line ${index + 1}, is not an object with “text”. The other lines were read.`,
      )
      continue
    }
    const fields: Record<string, string> = {}
    for (const [name, value] of Object.entries(row)) {
      if (value === null || value === undefined) continue
      Object.defineProperty(fields, name, {
        value: typeof value === 'string' ? value : JSON.stringify(value),
        enumerable: true,
      })
    }
    const { text: body, ...given } = knownNames(fields)
    if (body === undefined || body.trim() === '') {
      yield failure(file, `${file}, line ${index + 1}, has no “text”. The other lines were read.`)
      continue
    }
    yield drafted(body, file, given, options)
  }
  if (!any) yield failure(file, undecodable(file, 'empty'), 'empty')
}

function* readRows(text: string, file: string, tabs: boolean, options: ReadOptions): Generator<InputResult> {
  for (const one of rowsOf(text, file, tabs)) {
    if (!one.ok) {
      yield failure(file, one.message)
      continue
    }
    const { text: body, ...given } = one.row
    if (body === undefined) {
      yield failure(file, `${file} has no column “text”. Name the column that holds the article “text”.`)
      return
    }
    if (body.trim() === '')
      yield failure(file, `${file}, line ${one.line}, has no text. The other lines were read.`)
    else yield drafted(body, file, given, options)
  }
}
