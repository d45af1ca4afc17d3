import type { TermMatch } from '#shared/domain/mention.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document, PartOfSpeech, Token } from '../text/document.ts'
import type { Capitals, CompiledLexicons, CompiledPattern, CompiledTerm, Element } from './compile.ts'
import { capitalsIn, compilePattern, key } from './compile.ts'

/** A word, or one part of a hyphenated word, as the matcher sees it. */
interface Unit {
  readonly start: number
  readonly end: number
  readonly token: number
  readonly sentence: number
  readonly form: string
  readonly lemmas: readonly string[]
  readonly capital: Capitals
  /** The whole hyphenated word that begins here: its keys, and how many units it takes. */
  readonly whole: {
    readonly form: string
    readonly lemmas: readonly string[]
    readonly length: number
  } | null
  /** What stands between this unit and the one before: nothing that parts words, or a mark that does. */
  readonly joined: boolean
  /** Part of a compound that its first part turns into something else ("anti-riot police"). */
  readonly opposed: boolean
}

/** What of a word decides whether a term can begin in it. */
type Beginning = Pick<Unit, 'form' | 'lemmas' | 'whole'>

interface Candidate {
  readonly term: CompiledTerm
  readonly from: number
  readonly to: number
}

const OPPOSING = new Set(['anti', 'counter', 'non', 'анти', 'контр', 'не', 'экс', 'ex'])
/** Marks that may stand between the words of one term: quotation marks around a part of it, and hyphens. */
const BRIDGE = /^[\s«»„“”"'‘’\-‐‑\u00AD]*$/u

/**
 * Finds the terms of compiled packs in a document.
 * Whole words only; inside a concept the longest match wins and no word counts twice; exclusions drop a match; a
 * sentence's end is never crossed. Concepts are independent of each other and may overlap.
 * @returns matches in order of start
 */
export function matchTerms(document: Document, compiled: CompiledLexicons): readonly TermMatch[] {
  const units = unitsOf(document)
  const byConcept = new Map<string, Candidate[]>()
  for (let at = 0; at < units.length; at++) {
    for (const term of candidates(units[at]!, compiled)) {
      if (term.capitals !== null && !hasCapitals(units[at]!.capital, term.capitals[0]!)) continue
      const to = longest(units, at, term.patterns)
      if (to === -1 || (units[at]!.opposed && to === at + 1)) continue
      if (!fitsPartOfSpeech(document, units[to - 1]!.token, term.pos)) continue
      if (term.capitals !== null && !capitalsFit(units, at, to, term.capitals)) continue
      if (isExcluded(units, at, to, term.exclusions)) continue
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
  const units = unitsOf(document)
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

/** Terms that may begin at a word, remembered by pack and word: most words begin none. */
const beginnings = new WeakMap<CompiledLexicons, Map<string, readonly CompiledTerm[]>>()
const MOST_KEPT = 200_000

function candidates(unit: Unit, compiled: CompiledLexicons): Iterable<CompiledTerm> {
  if (unit.whole !== null) return lookUp(unit, compiled)
  let known = beginnings.get(compiled)
  if (known === undefined || known.size > MOST_KEPT) {
    known = new Map()
    beginnings.set(compiled, known)
  }
  let found = known.get(unit.form)
  if (found === undefined) {
    found = [...lookUp(unit, compiled)]
    known.set(unit.form, found)
  }
  return found
}

function lookUp(unit: Beginning, compiled: CompiledLexicons): Iterable<CompiledTerm> {
  const found = new Set<CompiledTerm>()
  const add = (list: readonly CompiledTerm[] | undefined) => {
    if (list !== undefined) for (const term of list) found.add(term)
  }
  for (const form of unit.whole === null ? [unit.form] : [unit.form, unit.whole.form]) {
    add(compiled.byForm.get(form))
    add(compiled.byPrefix.get(form.slice(0, 3)))
    add(compiled.byLemma.get(form))
  }
  for (const lemma of unit.lemmas) add(compiled.byLemma.get(lemma))
  if (unit.whole !== null) for (const lemma of unit.whole.lemmas) add(compiled.byLemma.get(lemma))
  return found
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
    for (const { patterns } of lookUp(unit, compiled))
      if (patterns.some(({ elements }) => lengths(unit, elements[0]!).length > 0)) return true
    return false
  })
}

/** Unit after the longest match of any of the patterns that starts at `at`, or −1. */
function longest(units: readonly Unit[], at: number, patterns: readonly CompiledPattern[]): number {
  let best = -1
  for (const pattern of patterns) best = Math.max(best, matchFrom(units, at, pattern.elements, 0))
  return best
}

function matchFrom(units: readonly Unit[], at: number, elements: readonly Element[], index: number): number {
  const unit = units[at]
  const element = elements[index]!
  if (unit === undefined) return -1
  for (const length of lengths(unit, element)) {
    const after = at + length
    if (index + 1 === elements.length) return after
    const next = elements[index + 1]!
    for (let skipped = 0; skipped <= next.gap; skipped++) {
      const candidate = units[after + skipped]
      if (candidate === undefined || candidate.sentence !== unit.sentence || !candidate.joined) break
      const end = matchFrom(units, after + skipped, elements, index + 1)
      if (end !== -1) return end
    }
  }
  return -1
}

/** How many units the element can take at `unit`: the whole compound, or the one word. */
function lengths(unit: Beginning, element: Element): number[] {
  const found: number[] = []
  if (unit.whole !== null && satisfies(element, unit.whole.form, unit.whole.lemmas))
    found.push(unit.whole.length)
  if (satisfies(element, unit.form, unit.lemmas)) found.push(1)
  return found
}

function satisfies(element: Element, form: string, lemmas: readonly string[]): boolean {
  for (const one of element.alternatives) {
    if (one.kind === 'prefix') {
      if (form.startsWith(one.value)) return true
    } else if (form === one.value || (one.kind === 'lemma' && lemmas.includes(one.value))) return true
  }
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
  units: readonly Unit[],
  from: number,
  to: number,
  capitals: readonly Capitals[],
): boolean {
  if (to - from !== capitals.length) return hasCapitals(units[from]!.capital, capitals[0]!)
  return capitals.every((wanted, index) => hasCapitals(units[from + index]!.capital, wanted))
}

const hasCapitals = (has: Capitals, wanted: Capitals): boolean =>
  wanted === 'none' || has === 'all' || has === wanted

const EXCLUSION_REACH = 8

/** True when one of the exclusions matches text that overlaps the match or stands directly beside it. */
function isExcluded(
  units: readonly Unit[],
  from: number,
  to: number,
  exclusions: readonly CompiledPattern[],
): boolean {
  if (exclusions.length === 0) return false
  const sentence = units[from]!.sentence
  for (let at = Math.max(0, from - EXCLUSION_REACH); at <= to && at < units.length; at++) {
    if (units[at]!.sentence !== sentence) continue
    for (const pattern of exclusions) {
      const end = matchFrom(units, at, pattern.elements, 0)
      if (end !== -1 && end >= from && at <= to) return true
    }
  }
  return false
}

function withoutOverlap(list: Candidate[], units: readonly Unit[]): Candidate[] {
  const length = (one: Candidate) => units[one.to - 1]!.end - units[one.from]!.start
  // Longer first; of equally long ones the one of the later pack, which is the more special, then the earlier entry.
  const sorted = list.sort((a, b) => length(b) - length(a) || a.from - b.from || compareTerms(a.term, b.term))
  const taken = new Uint8Array(units.length)
  return sorted.filter(({ from, to }) => {
    for (let at = from; at < to; at++) if (taken[at] === 1) return false
    taken.fill(1, from, to)
    return true
  })
}

const compareTerms = (a: CompiledTerm, b: CompiledTerm): number => a.order - b.order

function unitsOf(document: Document): Unit[] {
  const units: Unit[] = []
  const { text, tokens } = document
  let previousEnd = 0
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.kind === 'punctuation') continue
    const parts = token.norm.includes('-') ? partsOf(token) : null
    if (parts === null) {
      const between = text.slice(previousEnd, token.start)
      units.push({
        start: token.start,
        end: token.end,
        token: index,
        sentence: token.sentence,
        form: bare(token.norm),
        lemmas: document.lemmas(index),
        capital: capitalsIn(token.text),
        whole: null,
        joined: between === ' ' || BRIDGE.test(between),
        opposed: false,
      })
    } else pushParts(document, index, parts, BRIDGE.test(text.slice(previousEnd, token.start)), units)
    previousEnd = token.end
  }
  return units
}

function pushParts(
  document: Document,
  index: number,
  parts: readonly Part[],
  joined: boolean,
  units: Unit[],
): void {
  const token = document.tokens[index]!
  const opposed = OPPOSING.has(parts[0]!.norm)
  for (const [place, part] of parts.entries()) {
    units.push({
      start: token.start + part.start,
      end: token.start + part.end,
      token: index,
      sentence: token.sentence,
      form: bare(part.norm),
      lemmas: document.lemmasOf(part.norm),
      capital: capitalsIn(token.text.slice(part.start, part.end)),
      whole:
        place === 0
          ? { form: key(token.norm), lemmas: document.lemmas(index).map(key), length: parts.length }
          : null,
      joined: place === 0 ? joined : true,
      opposed: opposed && place > 0,
    })
  }
}

interface Part {
  readonly norm: string
  readonly start: number
  readonly end: number
}

/** The parts of a hyphenated token with their places in it. */
function partsOf(token: Token): Part[] | null {
  const norms = token.norm.split('-')
  const parts: Part[] = []
  for (const match of token.text.matchAll(/[^-‐‑]+/g)) {
    const norm = norms[parts.length]
    if (norm === undefined || norm === '') return null
    parts.push({ norm, start: match.index, end: match.index + match[0].length })
  }
  return parts.length === norms.length && parts.length > 1 ? parts : null
}

/** Without a possessive ending: "protesters'" never carries one here, "council's" does. */
const bare = (norm: string): string => (norm.endsWith("'s") ? norm.slice(0, -2) : norm)
