import { LineCounter, parseDocument } from 'yaml'
import { type Lexicon, lexiconSchema } from '#shared/domain/lexicon.ts'
import type { LexiconRule } from '#shared/domain/lexicon-editing.ts'

/** A pack as it lies on disk. */
export interface LexiconFile {
  readonly file: string
  readonly text: string
}

/** One fault of a pack, in a plain sentence. */
export interface Problem {
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly message: string
  /** Where in the pack; empty where it speaks of the whole file. */
  readonly path: DataPath
  /** Which rule it breaks and with what, for saying it in another language; absent where only the sentence tells. */
  readonly rule?: LexiconRule
}

/** A path into a pack, as zod and yaml both write it. */
export type DataPath = readonly (string | number)[]

/** A pack that was read: with its data where the schema holds, and a way from a path to a line. */
export interface LexiconSource {
  readonly file: string
  readonly lexicon: Lexicon | null
  readonly problems: readonly Problem[]
  lineOf(path: DataPath): number
}

const TERM_KEYS = new Set(['id', 'pattern', 'pos', 'caseSensitive', 'exclude', 'note', 'source'])
const EXCLUSION_KEYS = new Set(['pattern', 'note', 'example'])
// `sources` holds the short names (YAML anchors) that a pack gives to its sources.
const PACK_KEYS = new Set([...Object.keys(lexiconSchema.unwrap().shape), 'sources'])

/** Reads one pack and checks its syntax and schema. Never throws on bad packs. */
export function readSource({ file, text }: LexiconFile): LexiconSource {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineOf = (path: DataPath): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true)
      const start = rangeStart(node)
      if (start !== null) return lines.linePos(start).line
    }
    return 1
  }
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: error.linePos?.[0].line ?? 1,
      message: `The file is not good YAML: ${(error.message.split('\n')[0] ?? '').replace(/ at line.*$/, '')}.`,
      path: [],
    }))
    return { file, lexicon: null, problems, lineOf }
  }
  return sourceOf(file, document.toJS(), lineOf)
}

/** A pack given as data, such as a draft that stands in no file, checked against the schema. Never throws. */
export function sourceOf(file: string, data: unknown, lineOf?: LexiconSource['lineOf']): LexiconSource {
  return lineOf === undefined
    ? read(
        file,
        data,
        () => 1,
        (path) => entryName(data, path),
      )
    : read(file, data, lineOf, pathName)
}

const pathName = (path: DataPath): string => (path.length === 0 ? 'the pack' : `“${path.join(' › ')}”`)

/** The entry that a path leads into, by its words: data that is no file has no lines to look up. */
function entryName(data: unknown, path: DataPath): string {
  let name = 'the pack'
  let value: unknown = data
  for (const key of path) {
    if (typeof value !== 'object' || value === null) break
    value = (value as Record<string | number, unknown>)[key]
    if (typeof value !== 'object' || value === null) continue
    const { label, pattern, id } = value as { label?: { en?: unknown }; pattern?: unknown; id?: unknown }
    const words = [label?.en, pattern, id].find((one) => typeof one === 'string' && one.trim() !== '')
    if (words !== undefined) name = `“${String(words)}”`
  }
  return name
}

function read(
  file: string,
  data: unknown,
  lineOf: LexiconSource['lineOf'],
  nameOf: (path: DataPath) => string,
): LexiconSource {
  const parsed = lexiconSchema.safeParse(data)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const path = issue.path.filter((key) => typeof key !== 'symbol')
      return {
        file,
        line: lineOf(path),
        message: schemaSentence(path, issue, nameOf(path)),
        path,
        ...(issue.code === 'too_small' ? { rule: { name: 'empty', values: {} } as const } : {}),
      }
    })
    return { file, lexicon: null, problems, lineOf }
  }
  return {
    file,
    lexicon: parsed.data,
    problems: unknownKeys(file, parsed.data, data, lineOf),
    lineOf,
  }
}

function unknownKeys(
  file: string,
  lexicon: Lexicon,
  data: unknown,
  lineOf: LexiconSource['lineOf'],
): readonly Problem[] {
  const found: Problem[] = []
  const look = (path: DataPath, allowed: ReadonlySet<string>): void => {
    const here: unknown = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], data)
    for (const word of Object.keys(here as object)) {
      if (allowed.has(word)) continue
      const where = [...path, word]
      found.push({
        file,
        line: lineOf(where),
        message: `Nothing here is called “${word}”.`,
        path: where,
      })
    }
  }
  look([], PACK_KEYS)
  for (const { path, term } of eachTerm(lexicon)) {
    look(path, TERM_KEYS)
    for (const index of (term.exclude ?? []).keys()) look([...path, 'exclude', index], EXCLUSION_KEYS)
  }
  return found
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node)) return null
  return Array.isArray(node.range) && typeof node.range[0] === 'number' ? node.range[0] : null
}

function schemaSentence(
  path: DataPath,
  issue: { readonly code: string; readonly message: string },
  where: string,
): string {
  const field = [...path].reverse().find((key) => typeof key === 'string') ?? 'pack'
  if (issue.code === 'too_small') return `The ${field} is empty at ${where}.`
  if (issue.code === 'invalid_type')
    return `The ${field} is missing or of the wrong kind at ${where}: ${issue.message}.`
  return `The ${field} is not right at ${where}: ${issue.message}.`
}

/** Every term of a pack with where it stands. */
export function* eachTerm(lexicon: Lexicon): Generator<{
  readonly concept: Lexicon['concepts'][number]
  readonly frame: Lexicon['concepts'][number]['frames'][number]
  readonly term: Lexicon['concepts'][number]['frames'][number]['terms'][string][number]
  readonly language: string
  readonly path: DataPath
}> {
  for (const [c, concept] of lexicon.concepts.entries()) {
    for (const [f, frame] of concept.frames.entries()) {
      for (const [language, terms] of Object.entries(frame.terms)) {
        for (const [t, term] of terms.entries()) {
          yield { concept, frame, term, language, path: ['concepts', c, 'frames', f, 'terms', language, t] }
        }
      }
    }
  }
}
