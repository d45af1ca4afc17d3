import type { TermMatch } from '#shared/domain/mention.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document, PartOfSpeech } from '../text/document.ts'
import { HYPHENATED, type Spelling } from '../text/spellings.ts'
import type {
  Beginnings,
  Capitals,
  CompiledLexicons,
  CompiledPattern,
  CompiledTerm,
  Element,
} from './compile.ts'
import { capitalsIn, compilePattern, key } from './compile.ts'
import { addUnits, bare, type Unit } from './units.ts'

/** What of a word decides whether a term can begin in it. */
type Beginning = Pick<Unit, 'form' | 'lemmas' | 'whole'>

interface Candidate {
  readonly term: CompiledTerm
  readonly from: number
  readonly to: number
}

/**
 * Finds the terms of compiled packs in a document.
 * Whole words only; inside a concept the longest match wins and no word counts twice; exclusions drop a match; a
 * sentence's end is never crossed. Concepts are independent of each other and may overlap.
 * @returns matches in order of start
 */
export function matchTerms(document: Document, compiled: CompiledLexicons): readonly TermMatch[] {
  const units = beginningUnits(document, compiled)
  const byConcept = new Map<string, Candidate[]>()
  for (let at = 0; at < units.length; at++) {
    const starts = startsIn(units[at]!, compiled)
    for (const start of starts) {
      const { term } = start
      if (term.capitals !== null && !hasCapitals(capitalsAt(document, units[at]!), term.capitals[0]!))
        continue
      const to = endOf(units, at, start)
      if (to === -1 || (units[at]!.opposed && to === at + 1)) continue
      if (!fitsPartOfSpeech(document, units[to - 1]!.token, term.pos)) continue
      if (term.capitals !== null && !capitalsFit(document, units, at, to, term.capitals)) continue
      if (isExcluded(units, at, to, term.exclusions, compiled)) continue
      const list = byConcept.get(term.concept)
      if (list === undefined) byConcept.set(term.concept, [{ term, from: at, to }])
      else list.push({ term, from: at, to })
    }
  }
  const matches: TermMatch[] = []
  for (const list of byConcept.values()) {
    for (const { term, from, to } of withoutOverlap(list, units)) {
      const start = units[from]!.start
      const end = units[to - 1]!.end
      matches.push({
        start,
        end,
        text: document.text.slice(start, end),
        lexicon: term.lexicon,
        concept: term.concept,
        frame: term.frame,
        term: term.id,
      })
    }
  }
  return matches.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Finds one pattern everywhere, longest reading first, without overlap: for concordances of a word that is in no pack. */
export function findPattern(
  document: Document,
  patterns: readonly CompiledPattern[],
): readonly { readonly start: number; readonly end: number }[] {
  const units: Unit[] = []
  addUnits(document, 0, document.tokens.length, units)
  const found: { start: number; end: number }[] = []
  for (let at = 0; at < units.length; ) {
    const to = longest(units, at, patterns)
    if (to === -1) {
      at++
      continue
    }
    found.push({ start: units[at]!.start, end: units[to - 1]!.end })
    at = to
  }
  return found
}

/** The words of those sentences in which some term may begin: no term goes over a sentence's end. */
function beginningUnits(document: Document, compiled: CompiledLexicons): Unit[] {
  const units: Unit[] = []
  const { tokens } = document
  for (let index = 0; index < tokens.length; index++) {
    if (!mayBegin(document, index, compiled)) continue
    const { sentence } = tokens[index]!
    let from = index
    while (from > 0 && tokens[from - 1]!.sentence === sentence) from--
    let to = index + 1
    while (to < tokens.length && tokens[to]!.sentence === sentence) to++
    addUnits(document, from, to, units)
    index = to - 1
  }
  return units
}

/** A term that may begin with a word. */
interface Start {
  readonly term: CompiledTerm
  /** The word alone is the term. */
  readonly alone: boolean
  /** Patterns of several words whose first the word is; null where that was not looked at. */
  readonly longer: readonly CompiledPattern[] | null
}

/** What of some packs may begin with a word. */
interface Begun {
  readonly starts: readonly Start[]
  readonly exclusions: readonly CompiledPattern[]
}

const NOTHING: Begun = { starts: [], exclusions: [] }

/** What may begin with a word that is no compound; it is remembered for the packs asked of last. Most words begin nothing. */
function begunBy(spelling: Spelling, compiled: CompiledLexicons): Begun {
  if (spelling.packs === compiled) return spelling.begun as Begun
  const word = { form: bare(spelling.norm), lemmas: lemmasOf(compiled, spelling.norm), whole: null }
  const fits = ({ elements }: CompiledPattern) => satisfies(elements[0]!, word.form, word.lemmas)
  const starts = lookUp(word, compiled.beginnings).flatMap((term): Start[] => {
    const fitting = term.patterns.filter(fits)
    const longer = fitting.filter(({ elements }) => elements.length > 1)
    return fitting.length === 0 ? [] : [{ term, alone: longer.length < fitting.length, longer }]
  })
  const exclusions = lookUp(word, compiled.exclusions).filter(fits)
  const begun = starts.length + exclusions.length === 0 ? NOTHING : { starts, exclusions }
  spelling.packs = compiled
  spelling.begun = begun
  return begun
}

const lemmasOf = ({ language }: CompiledLexicons, norm: string) => getLanguage(language).lemmas(norm)

/**
 * Whether a term may begin in a token; of a compound, whether one may begin in any of its parts. A term of several words
 * is looked at up to its second, because many begin with a word like "the".
 */
function mayBegin(document: Document, index: number, compiled: CompiledLexicons): boolean {
  const { spelling } = document.tokens[index]!
  if (spelling.kind === 'punctuation') return false
  if ((spelling.shape & HYPHENATED) === 0) {
    const { starts } = begunBy(spelling, compiled)
    return starts.length > 0 && starts.some((start) => start.alone || goesOn(document, index + 1, start))
  }
  if (spelling.packs !== compiled) {
    spelling.packs = compiled
    spelling.begun = canBegin(spelling.norm, compiled)
  }
  return spelling.begun as boolean
}

/** False when the token at `index` rules out that the second word of a term stands there. */
function goesOn(document: Document, index: number, { longer }: Start): boolean {
  const next = document.tokens[index]?.spelling
  if (next === undefined || next.kind === 'punctuation' || (next.shape & HYPHENATED) !== 0) return true
  const form = bare(next.norm)
  const lemmas = document.lemmas(index)
  for (const { elements } of longer ?? []) {
    const second = elements[1]!
    if (second.gap > 0 || satisfies(second, form, lemmas)) return true
  }
  return false
}

const isPlain = ({ spelling }: Unit): boolean => spelling !== null && (spelling.shape & HYPHENATED) === 0

const startsIn = (unit: Unit, compiled: CompiledLexicons): readonly Start[] =>
  isPlain(unit)
    ? begunBy(unit.spelling!, compiled).starts
    : lookUp(unit, compiled.beginnings).map((term) => ({ term, alone: false, longer: null }))

/** Unit after the longest match of a term that may begin at `at`, or −1. */
function endOf(units: readonly Unit[], at: number, { term, alone, longer }: Start): number {
  if (longer === null) return longest(units, at, term.patterns)
  let best = alone ? at + 1 : -1
  for (let index = 0; index < longer.length; index++) {
    const end = matchAfter(units, at, at + 1, longer[index]!.elements, 0)
    if (end > best) best = end
  }
  return best
}

function lookUp<Item>(unit: Beginning, { byForm, byPrefix, byLemma }: Beginnings<Item>): Item[] {
  const found = new Set<Item>()
  const add = (list: readonly Item[] | undefined) => {
    if (list !== undefined) for (const item of list) found.add(item)
  }
  for (const form of unit.whole === null ? [unit.form] : [unit.form, unit.whole.form]) {
    add(byForm.get(form))
    add(byPrefix.get(form.slice(0, 3)))
    add(byLemma.get(form))
  }
  for (const lemma of unit.lemmas) add(byLemma.get(lemma))
  if (unit.whole !== null) for (const lemma of unit.whole.lemmas) add(byLemma.get(lemma))
  return [...found]
}

/**
 * Whether a term of the packs can begin in a word, given folded as in `Token.norm`: what the matcher itself asks first. It
 * never says no where the matcher would begin a match.
 */
export function canBegin(norm: string, compiled: CompiledLexicons): boolean {
  const { lemmas } = getLanguage(compiled.language)
  const parts = norm.split('-').filter((part) => part !== '')
  const whole = {
    form: key(norm),
    lemmas: lemmas(norm).map(key),
    length: parts.length,
  }
  const units = parts.map((part, place) => ({
    form: bare(part),
    lemmas: lemmas(part),
    whole: place === 0 && parts.length > 1 ? whole : null,
  }))
  // A compound that is not written as its parts is one word to the matcher.
  if (norm.includes('-')) units.push({ form: bare(norm), lemmas: lemmas(norm), whole: null })
  return units.some((unit) => {
    for (const { patterns } of lookUp(unit, compiled.beginnings))
      if (patterns.some(({ elements }) => canTake(unit, elements[0]!))) return true
    return false
  })
}

const canTake = ({ form, lemmas, whole }: Beginning, element: Element): boolean =>
  satisfies(element, form, lemmas) || (whole !== null && satisfies(element, whole.form, whole.lemmas))

/** Unit after the longest match of any of the patterns that starts at `at`, or −1. */
function longest(units: readonly Unit[], at: number, patterns: readonly CompiledPattern[]): number {
  let best = -1
  for (let index = 0; index < patterns.length; index++) {
    const end = matchFrom(units, at, patterns[index]!.elements, 0)
    if (end > best) best = end
  }
  return best
}

function matchFrom(units: readonly Unit[], at: number, elements: readonly Element[], index: number): number {
  const unit = units[at]
  const element = elements[index]!
  if (unit === undefined) return -1
  // The whole compound first, then the one word.
  const { whole } = unit
  if (whole !== null && satisfies(element, whole.form, whole.lemmas)) {
    const end = matchAfter(units, at, at + whole.length, elements, index)
    if (end !== -1) return end
  }
  return satisfies(element, unit.form, unit.lemmas) ? matchAfter(units, at, at + 1, elements, index) : -1
}

/** The end of a match whose element `index` takes the units from `at` up to `after`, or −1. */
function matchAfter(
  units: readonly Unit[],
  at: number,
  after: number,
  elements: readonly Element[],
  index: number,
): number {
  if (index + 1 === elements.length) return after
  const { gap } = elements[index + 1]!
  for (let skipped = 0; skipped <= gap; skipped++) {
    const candidate = units[after + skipped]
    if (candidate === undefined || candidate.sentence !== units[at]!.sentence || !candidate.joined) break
    const end = matchFrom(units, after + skipped, elements, index + 1)
    if (end !== -1) return end
  }
  return -1
}

function satisfies(element: Element, form: string, lemmas: readonly string[]): boolean {
  if (element.forms.has(form)) return true
  if (element.lemmas.size > 0)
    for (let index = 0; index < lemmas.length; index++) if (element.lemmas.has(lemmas[index]!)) return true
  const { prefixes } = element
  for (let index = 0; index < prefixes.length; index++) if (form.startsWith(prefixes[index]!)) return true
  return false
}

/** Whether one word of a pattern matches a folded form by itself. */
export function matchesForm(word: string, form: string, language: string): boolean {
  const element = compilePattern(word, language)[0]?.elements[0]
  return (
    element !== undefined && satisfies(element, key(bare(form)), getLanguage(language).lemmas(form).map(key))
  )
}

const FITTING: Readonly<Record<NonNullable<CompiledTerm['pos']>, readonly PartOfSpeech[]>> = {
  noun: ['noun', 'name', 'other'],
  verb: ['verb', 'participle', 'gerund'],
  adjective: ['adjective', 'participle', 'noun', 'name'],
  adverb: ['adverb'],
}

function fitsPartOfSpeech(document: Document, token: number, pos: CompiledTerm['pos']): boolean {
  if (pos === undefined) return true
  const reading = document.reading(token)
  if (FITTING[pos].includes(reading.pos)) return true
  const text = document.tokens[token]!
  if (pos === 'noun') {
    // A tagger takes many a plural at a sentence's start, or a noun beside another, for something else; an article or an
    // adjective before it decides.
    if (reading.pos === 'verb' && /(?:ed|ing)$/.test(text.norm)) return false
    const before = document.tokens[token - 1]
    // A finite verb cannot follow "are" or "are not"; what the tagger calls one there is a plural noun.
    if (before !== undefined && (before.norm === 'not' || document.lemmas(token - 1).includes('be')))
      return true
    if (before === undefined || before.sentence !== text.sentence)
      return reading.pos !== 'verb' || /s$/.test(text.norm)
    return (
      ['determiner', 'adjective', 'numeral', 'preposition'].includes(document.reading(token - 1).pos) &&
      document.language === 'en'
    )
  }
  if (pos === 'adjective') {
    const after = document.tokens[token + 1]
    return after !== undefined && ['noun', 'name', 'adjective'].includes(document.reading(token + 1).pos)
  }
  return false
}

function capitalsFit(
  document: Document,
  units: readonly Unit[],
  from: number,
  to: number,
  capitals: readonly Capitals[],
): boolean {
  if (to - from !== capitals.length) return hasCapitals(capitalsAt(document, units[from]!), capitals[0]!)
  return capitals.every((wanted, index) => hasCapitals(capitalsAt(document, units[from + index]!), wanted))
}

const capitalsAt = (document: Document, unit: Unit): Capitals =>
  capitalsIn(document.text.slice(unit.start, unit.end))

const hasCapitals = (has: Capitals, wanted: Capitals): boolean =>
  wanted === 'none' || has === 'all' || has === wanted

const EXCLUSION_REACH = 8

/** True when one of the exclusions matches text that overlaps the match or stands directly beside it. */
function isExcluded(
  units: readonly Unit[],
  from: number,
  to: number,
  exclusions: readonly CompiledPattern[],
  compiled: CompiledLexicons,
): boolean {
  if (exclusions.length === 0) return false
  const sentence = units[from]!.sentence
  for (let at = Math.max(0, from - EXCLUSION_REACH); at <= to && at < units.length; at++) {
    const unit = units[at]!
    if (unit.sentence !== sentence) continue
    const begun = isPlain(unit) ? begunBy(unit.spelling!, compiled).exclusions : exclusions
    for (const pattern of begun) {
      if (begun !== exclusions && !exclusions.includes(pattern)) continue
      const end = matchFrom(units, at, pattern.elements, 0)
      if (end !== -1 && end >= from && at <= to) return true
    }
  }
  return false
}

function withoutOverlap(list: Candidate[], units: readonly Unit[]): readonly Candidate[] {
  if (list.length === 1) return list
  const length = (one: Candidate) => units[one.to - 1]!.end - units[one.from]!.start
  // Longer first; of equally long ones the one of the later pack, which is the more special, then the earlier entry.
  list.sort((a, b) => length(b) - length(a) || a.from - b.from || compareTerms(a.term, b.term))
  const kept: Candidate[] = []
  for (const one of list)
    if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one)
  return kept
}

const compareTerms = (a: CompiledTerm, b: CompiledTerm): number => a.order - b.order
