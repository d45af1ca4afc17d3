import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { matchTerms } from '#shared/analysis/framing/match.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { mergedConcepts } from '#shared/domain/concepts.ts'
import type { Lexicon, LexiconTerm } from '#shared/domain/lexicon.ts'
import type { LexiconRule } from '#shared/domain/lexicon-editing.ts'
import { patternFaults, patternProblems, readings } from './pattern.ts'
import {
  type DataPath,
  eachTerm,
  type LexiconFile,
  type LexiconSource,
  type Problem,
  readSource,
} from './source.ts'

/** Fewest terms that a pack must hold in each language that it must serve. */
export const MIN_TERMS_PER_LANGUAGE = 25
/** Languages that every shipped pack serves alike. */
export const REQUIRED_LANGUAGES = ['en', 'ru'] as const
/** As many frames as the palette has colours. */
const MAX_FRAMES = 6

/**
 * Checks packs together and answers every fault found, by file and line; an empty list when all is well.
 * The languages must be registered before (`loadLanguages()`), because exclusion examples are run through the matcher.
 */
export function checkLexicons(files: readonly LexiconFile[]): readonly Problem[] {
  const sources = files.map(readSource)
  const good = sources.filter(isGood)
  return [
    ...sources.flatMap((one) => one.problems),
    ...checkPackIds(good),
    ...good.flatMap((one) => [...checkEach(one), ...checkShipped(one)]),
    ...checkTermIds(good),
    ...checkRivalPatterns(good),
    ...good.flatMap(checkExamples),
  ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}

/**
 * Checks a person's own pack among the packs that it stands beside, by the rules of shipped packs with two differences. How
 * many terms it has, and in which languages, is the person's affair; and it may put words into another frame than another
 * pack does, because the person's own pack then decides.
 */
export function checkOwn(source: LexiconSource, others: readonly Lexicon[]): readonly Problem[] {
  if (!isGood(source)) return source.problems
  const beside = others.filter((one) => one.id !== source.lexicon.id).map((one) => asSource(one))
  const mine = (problem: Problem) => problem.file === source.file
  return [
    ...source.problems,
    ...checkPackIds([...beside, source]).filter(mine),
    ...checkEach(source),
    ...checkPalette(source, others),
    ...checkTermIds([...beside, source]).filter(mine),
    ...checkRivalPatterns([source]),
    ...checkExamples(source),
  ].sort((a, b) => a.line - b.line)
}

const isGood = (source: LexiconSource): source is GoodSource => source.lexicon !== null

/** A pack that is no file here: it goes by its name. */
const asSource = (lexicon: Lexicon): GoodSource => ({
  file: `the pack “${lexicon.label.en}”`,
  lexicon,
  problems: [],
  lineOf: () => 0,
})

const checkEach = (source: GoodSource): readonly Problem[] => [
  ...checkShape(source),
  ...checkEmptyWords(source),
  ...checkPatterns(source),
]

/** What a shipped pack owes beside: it has concepts, and serves both languages. */
const checkShipped = (source: GoodSource): readonly Problem[] => [
  ...(source.lexicon.concepts.length === 0 ? [at(source, ['concepts'], 'The concepts are empty.')] : []),
  ...checkLanguages(source),
]

/** Frames that a concept has in several packs are shown together, so together they must not outnumber the colours. */
function checkPalette(source: GoodSource, others: readonly Lexicon[]): readonly Problem[] {
  const problems: Problem[] = []
  for (const [c, concept] of source.lexicon.concepts.entries()) {
    if (concept.frames.length > MAX_FRAMES) continue
    const packs = others.filter(
      (one) => one.id !== source.lexicon.id && one.concepts.some(({ id }) => id === concept.id),
    )
    const all = mergedConcepts([...packs, source.lexicon]).get(concept.id)?.frames.length ?? 0
    if (all <= MAX_FRAMES) continue
    const names = packs.map((one) => `“${one.label.en}”`).join(', ')
    const message = `“${concept.label.en}” would have ${all} frames together with those in ${names}; there are ${MAX_FRAMES} colours. Use frames that are there.`
    const values = { concept: concept.label.en, count: all, packs: names, most: MAX_FRAMES }
    problems.push(at(source, ['concepts', c], message, { name: 'framesTogether', values }))
  }
  return problems
}

type GoodSource = LexiconSource & { readonly lexicon: Lexicon }

function at(source: GoodSource, path: DataPath, message: string, rule?: LexiconRule): Problem {
  return {
    file: source.file,
    line: source.lineOf(path),
    message,
    path,
    ...(rule === undefined ? {} : { rule }),
  }
}

function checkPackIds(sources: readonly GoodSource[]): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, string>()
  const ids = new Set(sources.map((one) => one.lexicon.id))
  for (const source of sources) {
    const { id } = source.lexicon
    const before = seen.get(id)
    if (before !== undefined)
      problems.push(at(source, ['id'], `The pack id “${id}” is already taken in ${before}.`))
    seen.set(id, source.file)
    const base = source.lexicon.extends
    if (base !== undefined && !ids.has(base)) {
      problems.push(at(source, ['extends'], `This pack extends “${base}”, but there is no pack of that id.`))
    }
    if (extendsItself(source.lexicon, sources)) {
      problems.push(at(source, ['extends'], `This pack extends itself, by way of “${base}”.`))
    }
  }
  return problems
}

function extendsItself(lexicon: Lexicon, sources: readonly GoodSource[]): boolean {
  const visited = new Set<string>()
  let base = lexicon.extends
  while (base !== undefined && !visited.has(base)) {
    if (base === lexicon.id) return true
    visited.add(base)
    base = sources.find((one) => one.lexicon.id === base)?.lexicon.extends
  }
  return false
}

/** Concepts and frames: ids once each, and no more frames than colours. */
function checkShape(source: GoodSource): readonly Problem[] {
  const problems: Problem[] = []
  const concepts = new Set<string>()
  for (const [c, concept] of source.lexicon.concepts.entries()) {
    const path = ['concepts', c]
    if (concepts.has(concept.id))
      problems.push(at(source, path, `The concept id “${concept.id}” stands here twice.`))
    concepts.add(concept.id)
    if (concept.frames.length > MAX_FRAMES) {
      const count = concept.frames.length
      problems.push(
        at(
          source,
          path,
          `The concept “${concept.id}” has ${count} frames; there are ${MAX_FRAMES} colours.`,
          {
            name: 'frames',
            values: { concept: concept.label.en, count, most: MAX_FRAMES },
          },
        ),
      )
    }
    const frames = new Set<string>()
    for (const [f, frame] of concept.frames.entries()) {
      if (frames.has(frame.id)) {
        problems.push(
          at(source, [...path, 'frames', f], `The frame id “${frame.id}” stands twice in “${concept.id}”.`),
        )
      }
      frames.add(frame.id)
    }
  }
  return problems
}

/** The schema refuses empty text; this also refuses text of nothing but spaces. */
function checkEmptyWords(source: GoodSource): readonly Problem[] {
  const problems: Problem[] = []
  const look = (path: DataPath, value: unknown): void => {
    if (typeof value === 'string') {
      if (value.trim() === '')
        problems.push(at(source, path, `The ${fieldName(path)} is empty.`, { name: 'empty', values: {} }))
    } else if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) look([...path, index], one)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) look([...path, key], one)
    }
  }
  look([], source.lexicon)
  return problems
}

function fieldName(path: DataPath): string {
  return String([...path].reverse().find((key) => typeof key === 'string' && key.length > 2) ?? 'text')
}

function checkPatterns(source: GoodSource): readonly Problem[] {
  const problems: Problem[] = []
  for (const { term, path } of eachTerm(source.lexicon)) {
    for (const { rule, found, words } of patternFaults(term.pattern)) {
      problems.push(
        at(source, [...path, 'pattern'], `The pattern of “${term.id}” ${words}.`, {
          name: `pattern.${rule}`,
          values: { found },
        }),
      )
    }
    for (const [index, exclusion] of (term.exclude ?? []).entries()) {
      for (const { rule, found, words } of patternFaults(exclusion.pattern)) {
        const where = [...path, 'exclude', index, 'pattern']
        problems.push(
          at(source, where, `An exclusion's pattern of “${term.id}” ${words}.`, {
            name: `pattern.${rule}`,
            values: { found },
          }),
        )
      }
    }
  }
  return problems
}

function checkLanguages(source: GoodSource): readonly Problem[] {
  const counts = new Map<string, number>(REQUIRED_LANGUAGES.map((language) => [language, 0]))
  const problems: Problem[] = []
  // A further language may begin with a few terms, in some of the frames.
  for (const { language } of eachTerm(source.lexicon)) {
    const count = counts.get(language)
    if (count !== undefined) counts.set(language, count + 1)
  }
  for (const [language, count] of counts) {
    if (count < MIN_TERMS_PER_LANGUAGE) {
      const message = `The pack has ${count} terms in “${language}”; at least ${MIN_TERMS_PER_LANGUAGE} are asked for.`
      problems.push(at(source, ['id'], message))
    }
  }
  for (const [c, concept] of source.lexicon.concepts.entries()) {
    for (const [f, frame] of concept.frames.entries()) {
      for (const language of REQUIRED_LANGUAGES) {
        if ((frame.terms[language] ?? []).length === 0) {
          const message = `The frame “${frame.id}” of “${concept.id}” has no terms in “${language}”.`
          problems.push(at(source, ['concepts', c, 'frames', f], message))
        }
      }
    }
  }
  return problems
}

/** Where an entry stands: file and line, or the name of a pack that is no file. */
function place(source: GoodSource, path: DataPath): string {
  const line = source.lineOf(path)
  return line === 0 ? source.file : `${source.file}:${line}`
}

/** Term ids are once each over all packs: stored scores name them. */
function checkTermIds(sources: readonly GoodSource[]): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, string>()
  for (const source of sources) {
    for (const { term, path } of eachTerm(source.lexicon)) {
      const here = place(source, [...path, 'id'])
      const before = seen.get(term.id)
      if (before === undefined) seen.set(term.id, here)
      else
        problems.push(at(source, [...path, 'id'], `The term id “${term.id}” is already taken at ${before}.`))
    }
  }
  return problems
}

/** The same words cannot evoke two rival frames of one concept: the figures would depend on the order of packs. */
function checkRivalPatterns(sources: readonly GoodSource[]): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, { frame: string; label: string; where: string }>()
  for (const source of sources) {
    for (const { concept, frame, term, language, path } of eachTerm(source.lexicon)) {
      for (const reading of readings(term.pattern)) {
        const key = `${concept.id}|${language}|${term.pos ?? ''}|${reading}`
        const before = seen.get(key)
        if (before !== undefined && before.frame !== frame.id) {
          const message = `“${reading}” stands in two frames of “${concept.id}”: “${frame.id}” here and “${before.frame}” at ${before.where}.`
          const values = { reading, here: frame.label.en, there: before.label }
          problems.push(at(source, [...path, 'pattern'], message, { name: 'rival', values }))
        }
        seen.set(key, { frame: frame.id, label: frame.label.en, where: place(source, path) })
      }
    }
  }
  return problems
}

/** Each exclusion's example must hold the term, and the exclusion alone must take it away. */
function checkExamples(source: GoodSource): readonly Problem[] {
  const problems: Problem[] = []
  for (const { term, language, path } of eachTerm(source.lexicon)) {
    for (const [index, exclusion] of (term.exclude ?? []).entries()) {
      if (patternProblems(term.pattern).length > 0 || patternProblems(exclusion.pattern).length > 0) continue
      const where = [...path, 'exclude', index, 'example']
      const { exclude: _, ...bare } = term
      if (countMatches(exclusion.example, language, bare) === 0) {
        problems.push(
          at(source, where, `The example “${exclusion.example}” does not hold the term “${term.id}”.`, {
            name: 'example',
            values: { term: term.pattern },
          }),
        )
      } else if (countMatches(exclusion.example, language, { ...bare, exclude: [exclusion] }) > 0) {
        const message = `In the example “${exclusion.example}” the exclusion “${exclusion.pattern}” of “${term.id}” does not apply.`
        problems.push(
          at(source, where, message, { name: 'exclusion', values: { pattern: exclusion.pattern } }),
        )
      }
    }
  }
  return problems
}

function countMatches(text: string, language: string, term: LexiconTerm): number {
  const words = { en: 'check', ru: 'check' }
  const frame = { id: 'check', label: words, note: 'check', source: 'check', terms: { [language]: [term] } }
  const lexicon: Lexicon = {
    id: 'check',
    version: '0.0.0',
    label: words,
    note: words,
    source: 'check',
    licence: 'check',
    concepts: [{ id: 'check', label: words, note: 'check', source: 'check', frames: [frame] }],
  }
  return matchTerms(prepare(text, language), compileLexicons([lexicon], language)).length
}
