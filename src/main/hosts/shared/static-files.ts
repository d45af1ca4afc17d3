import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface StaticFile {
  readonly body: Buffer
  readonly type: string
  /** True for files whose name carries a hash of their content. */
  readonly immutable: boolean
}

/**
 * Reads the file of `folder` that `urlPath` names; `/` is `index.html`.
 * Answers null for anything outside the folder, unknown, or of a type the app does not serve.
 */
export async function readStatic(folder: string, urlPath: string): Promise<StaticFile | null> {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (path.includes('\0')) return null
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  if (!file.startsWith(normalize(folder).replace(/[\\/]*$/, sep))) return null
  const type = TYPES[extname(file)]
  if (type === undefined) return null
  try {
    return { body: await readFile(file), type, immutable: path.startsWith('/assets/') }
  } catch {
    return null
  }
}
