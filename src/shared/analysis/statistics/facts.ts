import { FACT_KINDS, type FactKind, type FactQualifier, type FoundFact } from '#shared/domain/fact.ts'
import type { Span } from '#shared/domain/span.ts'
import type { Document, Token } from '../text/document.ts'
import { wordTest } from '../text/word-test.ts'
import { FACT_WORDS, type FactWords } from './facts-words.ts'

/** A figure that an article gives: so many killed, injured, detained, missing or displaced. */
export interface Fact extends Span {
  readonly kind: FactKind
  /** People, a whole number. */
  readonly value: number
  readonly qualifier: FactQualifier
  /** From the number (or its qualifier) to what happened, as it stands in the text. */
  readonly text: string
  /** The sentence that it stands in. */
  readonly sentence: Span
}

/** Words at most between a number and what happened. */
const REACH = 5

interface Figure {
  readonly value: number
  /** First and last token. */
  readonly from: number
  readonly to: number
}

/**
 * Figures of people killed, injured, detained, missing or displaced, by rule: a number and a word for what happened in one
 * clause, at most five words apart, the nearest such word deciding. Numbers of time, money, distance, ages and dates are
 * left aside. English and Russian; other languages have none. The rules miss figures given over two clauses, take no
 * account of who says them, and know no “dozens”; the sentence is kept so that each can be checked.
 * Source: rules of this project.
 */
export function findFacts(document: Document): readonly Fact[] {
  const words = FACT_WORDS.get(document.language)
  if (words === undefined) return []
  const facts: Fact[] = []
  const { tokens } = document
  for (let at = 0; at < tokens.length; ) {
    const figure = numberAt(tokens, at, words, document.text)
    if (figure === null) {
      at++
      continue
    }
    at = figure.to + 1
    const fact = isOfPeople(tokens, figure, words) ? factOf(document, figure, words) : null
    if (fact !== null) facts.push(fact)
  }
  return facts
}

/** The same with the sentence's words in place of its span, as they are stored. */
export const factsWithSentences = (document: Document): readonly FoundFact[] =>
  findFacts(document).map((one) => ({
    ...one,
    sentence: document.text.slice(one.sentence.start, one.sentence.end),
  }))

/** The number that begins at a token, in figures or words, with what multiplies it; null where none begins. */
function numberAt(tokens: readonly Token[], at: number, words: FactWords, text: string): Figure | null {
  let to = at
  let value = plainNumber(tokens[at]!, words)
  if (value === null) return null
  const digits = /^\d/.test(tokens[at]!.norm)
  for (let next = tokens[to + 1]; next !== undefined; next = tokens[to + 1]) {
    if (next.sentence !== tokens[at]!.sentence) break
    const gap = text.slice(tokens[to]!.end, next.start)
    // 5 800: groups of three figures after a space.
    if (
      digits &&
      /^\d{3}$/.test(next.norm) &&
      /^[ \u00A0\u202F]$/.test(gap) &&
      /^\d{1,3}$/.test(tokens[to]!.norm)
    ) {
      value = value * 1000 + Number(next.norm)
      to++
      continue
    }
    const times = words.multipliers.find(([form]) => form.test(next.norm))?.[1]
    if (times !== undefined) {
      value *= times
      to++
      continue
    }
    // Twenty five; one hundred and twelve; двести двадцать пять: each part smaller than the place before it.
    const joined = !digits && next.norm === words.joiner && value >= 100 ? 1 : 0
    const part = tokens[to + 1 + joined]
    const more = digits || part === undefined ? null : (words.numbers.get(part.norm) ?? null)
    if (more === null || !isLower(value, more)) break
    value += more
    to += 1 + joined
  }
  return { value: Math.round(value), from: at, to }
}

/** Whether a number word can follow: it fits into the zeros at the end of the value. */
const isLower = (value: number, more: number): boolean => more > 0 && value % 10 ** String(more).length === 0

/** Every part of the word is a number of the language that the text is in. */
const NUMBER_WORDS: ReadonlyMap<FactWords, (token: Token) => boolean> = new Map(
  [...FACT_WORDS.values()].map((words) => [
    words,
    wordTest(({ norm, kind }) => kind === 'word' && norm.split('-').every((part) => words.numbers.has(part))),
  ]),
)

function plainNumber(token: Token, words: FactWords): number | null {
  const { norm, kind } = token
  if (kind === 'word') {
    if (NUMBER_WORDS.get(words)?.(token) !== true) return null
    return norm.split('-').reduce((sum, part) => sum + words.numbers.get(part)!, 0)
  }
  if (kind !== 'number') return null
  if (words.comma === 'groups') {
    if (/^\d{1,3}(?:,\d{3})+$/.test(norm)) return Number(norm.replaceAll(',', ''))
    return /^\d+(?:\.\d+)?$/.test(norm) ? Number(norm) : null
  }
  if (/^\d{1,3}(?:\.\d{3})+$/.test(norm)) return Number(norm.replaceAll('.', ''))
  return /^\d+(?:,\d+)?$/.test(norm) ? Number(norm.replace(',', '.')) : null
}

const kindOf = (norm: string, words: FactWords): FactKind | null =>
  words.kinds.find(([, form]) => form.test(norm))?.[0] ?? null

function isOfPeople(tokens: readonly Token[], { value, from, to }: Figure, words: FactWords): boolean {
  const before = tokens[from - 1]
  const after = tokens[to + 1]
  if (value < 1) return false
  if (before !== undefined && before.sentence === tokens[from]!.sentence && words.notAfter.has(before.norm))
    return false
  if (after === undefined) return true
  const apart = after.norm === '-' || after.norm === '–' || after.norm === '/'
  if (words.units.test(after.norm) || apart) return false
  const people = words.people.test(after.norm) || kindOf(after.norm, words) !== null
  if (words.one.has(tokens[from]!.norm) && from === to) return people
  // A year stands alone; a count of so many people is followed by them.
  const yearLike = value >= 1900 && value <= 2100 && from === to && /^\d{4}$/.test(tokens[from]!.norm)
  return !yearLike || (people && (before === undefined || !words.yearAfter.has(before.norm)))
}

function factOf(document: Document, figure: Figure, words: FactWords): Fact | null {
  const { tokens } = document
  const after = happened(tokens, figure.to, 1, words)
  const before = happened(tokens, figure.from, -1, words)
  const found = after === null || (before !== null && before.distance < after.distance) ? before : after
  if (found === null) return null
  const qualified = qualifierBefore(tokens, figure.from, words)
  const first = Math.min(qualified.from, found.at)
  const last = Math.max(figure.to, found.at)
  const { start, end } = { start: tokens[first]!.start, end: tokens[last]!.end }
  return {
    kind: found.kind,
    value: figure.value,
    qualifier: qualified.qualifier,
    start,
    end,
    text: document.text.slice(start, end),
    sentence: document.sentences[tokens[figure.from]!.sentence]!,
  }
}

/** The nearest word for what happened, to one side, in the same clause. */
function happened(
  tokens: readonly Token[],
  from: number,
  side: 1 | -1,
  words: FactWords,
): { readonly kind: FactKind; readonly at: number; readonly distance: number } | null {
  for (let distance = 1; distance <= REACH + 1; distance++) {
    const at = from + side * distance
    const token = tokens[at]
    if (token === undefined || token.sentence !== tokens[from]!.sentence) return null
    if (token.kind !== 'word') return null
    const kind = kindOf(token.norm, words)
    if (kind !== null) return { kind, at, distance }
    if (side === 1 ? words.breakers.has(token.norm) : !words.between.has(token.norm)) return null
    if (side === 1 && plainNumber(token, words) !== null) return null
  }
  return null
}

function qualifierBefore(
  tokens: readonly Token[],
  from: number,
  words: FactWords,
): { readonly qualifier: FactQualifier; readonly from: number } {
  for (const [phrase, qualifier] of words.qualifiers) {
    const parts = phrase.split(' ')
    const first = from - parts.length
    if (first >= 0 && parts.every((part, at) => tokens[first + at]!.norm === part)) {
      return { qualifier, from: first }
    }
  }
  return { qualifier: 'exactly', from }
}

export interface OutletFact extends Fact {
  readonly outlet: string
  readonly published: string | null
}

export interface FactLine<One extends OutletFact> {
  readonly kind: FactKind
  /** Every outlet, also those that give no such figure: their silence shows. By date, then place in the text. */
  readonly outlets: readonly { readonly outlet: string; readonly facts: readonly One[] }[]
}

/** Figures of one kind lined up between outlets; kinds that no outlet gives are left out. */
export function lineUpFacts<One extends OutletFact>(
  facts: readonly One[],
  outlets: readonly string[],
): readonly FactLine<One>[] {
  const at = (one: One) => one.published ?? '9999'
  return FACT_KINDS.filter((kind) => facts.some((one) => one.kind === kind)).map((kind) => ({
    kind,
    outlets: outlets.map((outlet) => ({
      outlet,
      facts: facts
        .filter((one) => one.kind === kind && one.outlet === outlet)
        .sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.start - b.start)),
    })),
  }))
}
