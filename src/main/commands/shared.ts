import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CommanderError } from 'commander'
import { importedPack } from '#main/engine/lexicons/files.ts'
import { loadLexicons } from '#main/engine/lexicons/load.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import type { Failure } from '#main/engine/scoring.ts'
import { rootFrom } from '#main/hosts/shared/paths.ts'
import { readInputs } from '#main/importing/read-inputs.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'

// The entry's own place is what the root is found from.
export const root = rootFrom(new URL('../cli.ts', import.meta.url).href)
/** Folder that relative paths start from: where the person is, not where npm runs the script. */
export const base = process.env.INIT_CWD ?? process.cwd()

export const print = (text: string): Promise<void> =>
  new Promise((done) => {
    process.stdout.write(text, () => done())
  })

/** Wrong usage in plain words: exit status 2. */
export const usage = (message: string): CommanderError => new CommanderError(2, 'usage', message)

let failures = 0
export const failed = ({ message }: Failure): void => {
  failures++
  process.stderr.write(`${message}\n`)
}
/** Exit status: 0 all read, 1 some files failed. */
export const statusSoFar = (): number => (failures > 0 ? 1 : 0)

/**
 * The lexicons asked for, by id or as files; all shipped ones when none is named. Packs from files come first: of equally
 * long matches theirs counts, as a person's own packs do in the app.
 */
export async function chosen(words: readonly string[] | undefined): Promise<Lexicon[]> {
  const all = await loadLexicons(join(root, 'resources/lexicons'))
  if (words === undefined) return all
  const files = words.filter((word) => isPackFile(word))
  const own: Lexicon[] = []
  // The check of a pack runs its examples, which needs the languages.
  if (files.length > 0) await loadLanguages()
  for (const file of files) own.push(importedPack(file, await readFile(resolve(base, file), 'utf8')))
  const ids = words.filter((word) => !isPackFile(word))
  const unknown = ids.find((id) => !all.some((one) => one.id === id))
  if (unknown !== undefined) {
    throw new CommanderError(
      2,
      'lexicon',
      `There is no lexicon “${unknown}”. Known: ${all.map((one) => one.id).join(', ')}.`,
    )
  }
  // A pack is applied together with the one that it extends.
  const wanted = new Set([...ids, ...own.flatMap((one) => (one.extends === undefined ? [] : [one.extends]))])
  for (const one of [...all].reverse())
    if (wanted.has(one.id) && one.extends !== undefined) wanted.add(one.extends)
  return [...own, ...all.filter((one) => wanted.has(one.id))]
}

/** A pack's file: YAML and JSON are no articles. */
const isPackFile = (word: string): boolean =>
  /\.(?:ya?ml|json)$/i.test(word) && existsSync(resolve(base, word))

/** `--lexicon a b PATH` reads PATH as a third id: what is no pack and is there as a file or folder is a path. */
export async function sorted(
  paths: readonly string[],
  words: readonly string[] | undefined,
): Promise<{ readonly paths: readonly string[]; readonly lexicons: Lexicon[] }> {
  const known = new Set((await chosen(undefined)).map((one) => one.id))
  const isPath = (word: string) => !known.has(word) && !isPackFile(word) && existsSync(resolve(base, word))
  const all = [...paths, ...(words ?? []).filter(isPath)]
  if (all.length === 0) throw usage('Name at least one file or folder.')
  return { paths: all, lexicons: await chosen(words?.filter((word) => !isPath(word))) }
}

export interface ReadingOptions {
  readonly clean: boolean
  readonly manifest?: string
}

/** How inputs are read, as `readInputs` and `scoreInputs` want it. */
export const reading = ({ clean, manifest }: ReadingOptions) => ({
  base,
  clean,
  ...(manifest === undefined ? {} : { manifest: resolve(base, manifest) }),
})

/** The drafts of all inputs; what fails is said and counted. */
export async function* drafts(
  paths: readonly string[],
  options: ReadingOptions,
): AsyncGenerator<ArticleDraft> {
  for await (const input of readInputs(paths, reading(options))) {
    if (input.kind === 'failed') failed(input)
    else yield input.draft
  }
}

/** What articles without an outlet are counted under. */
export const outletOf = (draft: ArticleDraft): string => draft.outlet ?? 'no outlet given'

/** A whole number from the command line, at least `least`. */
export const wholeNumber =
  (name: string, least: number) =>
  (text: string): number => {
    const number = Number(text)
    if (!Number.isInteger(number) || number < least)
      throw usage(`${name} wants a whole number of at least ${least}, not “${text}”.`)
    return number
  }

/** For options that may be given more than once. */
export const collect = (text: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  text,
]

/** Columns of text, each as wide as its widest cell; numbers to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) =>
            /^[−-]?[\d.]/.test(cell) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!),
          )
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
