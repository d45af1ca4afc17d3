import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import { type LexiconFile, type Problem, readSource } from './source.ts'

/** Thrown where a pack cannot be read; its message names file, line and fault. */
export class LexiconError extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map((one) => `${one.file}:${one.line}: ${one.message}`).join('\n'))
    this.name = 'LexiconError'
    this.problems = problems
  }
}

/** The packs of a folder (`*.yaml`, `*.yml`) as text, by file name. */
export async function readLexiconFiles(dir: string): Promise<readonly LexiconFile[]> {
  const names = (await readdir(dir)).filter((name) => /\.ya?ml$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => ({ file: join(dir, name), text: await readFile(join(dir, name), 'utf8') })),
  )
}

/**
 * Loads the packs of a folder. A pack comes after the one that it extends.
 * @throws LexiconError when a file is not a pack by the schema. Everything beyond the schema is `checkLexicons`' work.
 */
export async function loadLexicons(dir: string): Promise<Lexicon[]> {
  const sources = (await readLexiconFiles(dir)).map(readSource)
  const lexicons: Lexicon[] = []
  const problems: Problem[] = []
  for (const source of sources) {
    if (source.lexicon) lexicons.push(source.lexicon)
    else problems.push(...source.problems)
  }
  if (problems.length > 0) throw new LexiconError(problems)
  return inOrder(lexicons)
}

function inOrder(lexicons: readonly Lexicon[]): Lexicon[] {
  const ordered: Lexicon[] = []
  const waiting = [...lexicons]
  while (waiting.length > 0) {
    const next = waiting.findIndex(
      (one) => one.extends === undefined || !waiting.some((other) => other.id === one.extends),
    )
    // A circle of packs is left as it is: the checker names it.
    ordered.push(...waiting.splice(Math.max(next, 0), 1))
  }
  return ordered
}
