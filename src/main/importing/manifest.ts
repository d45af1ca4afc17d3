import { readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { decodeText } from './decode.ts'
import type { Given } from './draft.ts'
import { rowsOf } from './tables.ts'

export const MANIFEST = 'manifest.csv'

/** What a manifest says about the files beside it. */
export interface Manifest {
  readonly path: string
  readonly problems: readonly string[]
  /** By full path. */
  readonly rows: ReadonlyMap<string, { readonly given: Given; readonly line: number }>
}

/** Reads a manifest; null where there is none. */
export async function readManifest(path: string): Promise<Manifest | null> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return null
  const text = decodeText(bytes)
  const rows = new Map<string, { given: Given; line: number }>()
  const problems: string[] = []
  if (text === null || text.trim() === '')
    return { path, rows, problems: [`${path} is empty or no text. The articles were read without it.`] }
  for (const one of rowsOf(text, path, false)) {
    if (!one.ok) {
      problems.push(one.message)
      continue
    }
    const { file, ...given } = one.row
    if (file === undefined) {
      problems.push(
        `${path} has no column “file”. Name the column with the files' names “file”; the articles were read without it.`,
      )
      break
    }
    if (file.trim() === '')
      problems.push(`${path}, line ${one.line}, names no file. The other lines were read.`)
    else rows.set(resolve(dirname(path), file.trim().replaceAll('\\', sep)), { given, line: one.line })
  }
  return { path, rows, problems }
}

/** Finds what manifests say about a file: the one given, else those in its folder and the folders above, up to `top`'s parent. */
export class Manifests {
  readonly #known = new Map<string, Promise<Manifest | null>>()
  readonly #given: string | undefined

  constructor(given: string | undefined) {
    this.#given = given
  }

  async lookUp(full: string, top: string): Promise<Given | undefined> {
    if (this.#given !== undefined) {
      const manifest = await this.read(this.#given)
      return manifest?.rows.get(full)?.given ?? byName(manifest, full)
    }
    const end = dirname(top)
    for (let folder = dirname(full); ; folder = dirname(folder)) {
      const manifest = await this.read(join(folder, MANIFEST))
      const found = manifest?.rows.get(full)?.given ?? byName(manifest, full)
      if (found !== undefined) return found
      if (folder === end || folder === dirname(folder) || relative(end, folder).startsWith('..'))
        return undefined
    }
  }

  read(path: string): Promise<Manifest | null> {
    let manifest = this.#known.get(path)
    if (manifest === undefined) {
      manifest = readManifest(path)
      this.#known.set(path, manifest)
    }
    return manifest
  }
}

/** The row whose file has the same name, where only one has: manifests move with their files. */
function byName(manifest: Manifest | null, full: string): Given | undefined {
  if (manifest === null || basename(full) === MANIFEST) return undefined
  const name = basename(full)
  const found = [...manifest.rows].filter(([path]) => basename(path) === name)
  return found.length === 1 ? found[0]![1].given : undefined
}
