import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'

const ROWS = new Set(['.jsonl', '.ndjson', '.csv', '.tsv'])
const OTHER = new Set(['.txt', '.md', '.text', '.html', '.htm', '.xhtml'])

/** About how many articles these files and folders hold, for a progress bar. Tables count by their lines. */
export async function countInputs(paths: readonly string[], base: string): Promise<number> {
  let count = 0
  for (const path of paths) {
    const full = resolve(base, path)
    const info = await stat(full).catch(() => null)
    if (info?.isDirectory()) {
      const entries = await readdir(full, { recursive: true, withFileTypes: true })
      for (const entry of entries) {
        if (!entry.isFile() || entry.name.startsWith('.')) continue
        const ending = extname(entry.name).toLowerCase()
        if (ROWS.has(ending) || OTHER.has(ending))
          count += await countFile(join(entry.parentPath, entry.name))
      }
    } else count += await countFile(full)
  }
  return count
}

async function countFile(full: string): Promise<number> {
  const ending = extname(full).toLowerCase()
  if (basename(full).toLowerCase() === 'manifest.csv' || basename(full).toLowerCase() === 'readme.md')
    return 0
  if (!ROWS.has(ending)) return 1
  const bytes = await readFile(full).catch(() => Buffer.alloc(0))
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return ending === '.jsonl' || ending === '.ndjson' ? Math.max(1, lines) : 1
}
