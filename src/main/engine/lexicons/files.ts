import { stringify } from 'yaml'
import { ParallaxError } from '#shared/contract/errors.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { LexiconFormat, LexiconProblem } from '#shared/domain/lexicon-editing.ts'
import { checkOwn } from './check.ts'
import { type LexiconSource, type Problem, readSource, sourceOf } from './source.ts'

/** A pack as text: a file that `lexicons.import`, `--lexicon` and the packs' folder read alike. */
export const packText = (lexicon: Lexicon, format: LexiconFormat): string =>
  format === 'json'
    ? `${JSON.stringify(lexicon, null, 2)}\n`
    : stringify(lexicon, { lineWidth: 110, aliasDuplicateObjects: false })

/** Reads a pack from a file's text, YAML or JSON. */
export function readPack(name: string, text: string): LexiconSource {
  if (!/\.json$/i.test(name)) return readSource({ file: name, text })
  try {
    return sourceOf(name, JSON.parse(text))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const problem = { file: name, line: 1, message: `The file is not good JSON: ${reason}.`, path: [] }
    return { file: name, lexicon: null, problems: [problem], lineOf: () => 1 }
  }
}

/** Faults as the contract gives them. */
export const asProblems = (problems: readonly Problem[], inFile: boolean): LexiconProblem[] =>
  problems.map(({ path, message, line, rule }) => ({
    path,
    message,
    line: inFile ? line : null,
    rule: rule ?? null,
  }))

const MOST_NAMED = 3

/**
 * The pack in a file's text.
 * @throws ParallaxError `cannot-read-file` with the file's name, the faults, and what to do
 */
export function importedPack(name: string, text: string): Lexicon {
  const source = readPack(name, text)
  // Ids are not looked at here: an id that is taken is changed, not refused.
  const problems = checkOwn(source, []).filter(({ path }) => path[0] !== 'extends')
  if (source.lexicon !== null && problems.length === 0) return source.lexicon
  if (source.lexicon === null && !/\b(concepts|frames)\b/.test(text)) {
    throw new ParallaxError(
      'cannot-read-file',
      `${name} is no lexicon: a pack is a YAML or JSON file with an id, a version and concepts. Choose a file that was exported here, or one like those in resources/lexicons.`,
    )
  }
  const named = problems.slice(0, MOST_NAMED).map((one) => `line ${one.line}: ${one.message}`)
  const more = problems.length > MOST_NAMED ? ` And ${problems.length - MOST_NAMED} more.` : ''
  throw new ParallaxError(
    'cannot-read-file',
    `${name} cannot be used. ${named.join(' ')}${more} Mend the file and try again.`,
  )
}
