import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { isArticleFile, LINES } from './read-inputs.ts'

/** About how many articles these files and folders hold, for a progress bar: JSONL files count by their lines. */
export async function countInputs(paths: readonly string[], base: string): Promise<number> {
  let count = 0
  for (const path of paths) {
    const full = resolve(base, path)
    const info = await stat(full).catch(() => null)
    if (info?.isDirectory()) {
      const entries = await readdir(full, { recursive: true, withFileTypes: true })
      for (const entry of entries) {
        if (entry.isFile() && !entry.name.startsWith('.') && isArticleFile(entry.name))
          count += await countFile(join(entry.parentPath, entry.name))
      }
    } else count += await countFile(full)
  }
  return count
}

async function countFile(full: string): Promise<number> {
  if (!LINES.has(extname(full).toLowerCase())) return 1
  const bytes = await readFile(full).catch(() => Buffer.alloc(0))
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return Math.max(1, lines)
}
