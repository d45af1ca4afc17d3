import type { NamingKind, SlotContext } from '#shared/domain/discovery.ts'
import type { Person, Quotation } from '#shared/domain/quotation.ts'
import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document, PartOfSpeech, Token } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { namingsIn } from './discovery-naming.ts'
import { LIGHT, measures } from './discovery-words.ts'

/** A naming that a lexicon knows, as discovery needs it. */
export interface KnownNaming extends Span {
  readonly concept: string
  readonly frame: string
  /** As it stands in the text. */
  readonly text: string
}

export interface DiscoveryArticle {
  readonly articleId: number
  /** The empty name: no outlet given. */
  readonly outlet: string
  readonly document: Document
  readonly known: readonly KnownNaming[]
  readonly quotations: readonly Quotation[]
  readonly people: readonly Person[]
}

/** One place where a noun or phrase stands that may be a rival term. */
export interface Occurrence extends Span {
  /** Dictionary forms with a blank between them: what makes two occurrences one candidate. */
  readonly key: string
  /** As it stands; where words have cases, in the nominative. */
  readonly text: string
  /** The slot it fills: each context as `contextOf` writes it. */
  readonly contexts: readonly string[]
}

/** A place where the text itself says that this is what something is called. */
export interface NamedOccurrence extends Span {
  readonly key: string
  readonly kind: NamingKind
  /** Concepts whose known terms stand in the same sentence. */
  readonly concepts: readonly string[]
}

/** What discovery keeps of one article: enough to rank candidates for any concept without the text. */
export interface DiscoveryReading {
  readonly articleId: number
  readonly outlet: string
  readonly language: string
  /** Words, and pairs of neighbouring words: the denominators of keyness. */
  readonly words: number
  readonly pairs: number
  /** Nouns and phrases of two words that touch no known naming and name no person or place, in order. */
  readonly occurrences: readonly Occurrence[]
  readonly known: readonly (KnownNaming & { readonly contexts: readonly string[] })[]
  readonly named: readonly NamedOccurrence[]
}

/** How many words to either side make a slot, and how many are looked at for words near by. */
const SLOT = 2
const NEAR = 3
const SHORTEST = 3

const CONTENT: ReadonlySet<PartOfSpeech> = new Set([
  'noun',
  'name',
  'verb',
  'participle',
  'gerund',
  'adjective',
])
const MODIFIERS: ReadonlySet<PartOfSpeech> = new Set(['adjective', 'participle'])
/** Marks that stand between words without parting them. */
const QUOTE = /^[«»„“”"'‘’]$/

/** A slot's context: place from −2 to 2 and the dictionary form there; place 0: a word near by, wherever it stands. */
export const contextOf = (place: number, lemma: string): string => `${place} ${lemma}`

/** The place and the word of a context. */
export function readContext(context: string): SlotContext {
  const blank = context.indexOf(' ')
  return { place: Number(context.slice(0, blank)), word: context.slice(blank + 1) }
}

/** Reads one article for discovery. */
export function readForDiscovery(article: DiscoveryArticle): DiscoveryReading {
  const { document, known } = article
  const { tokens } = document
  const covered = new Uint8Array(tokens.length)
  const bounds = known.map((one) => {
    const from = document.tokenAt(one.start)
    const to = document.tokenAt(one.end - 1) + 1
    covered.fill(1, from, to)
    return { from, to }
  })
  const heads = headsOf(document, covered, article)
  const occurrences: Occurrence[] = []
  /** The longest occurrence that ends with a token. */
  const endingAt = new Map<number, { readonly from: number; readonly key: string }>()
  for (let index = 0; index < tokens.length; index++) {
    if (heads[index] === 0) continue
    const add = (from: number, key: string) => {
      const { start } = tokens[from]!
      const { end } = tokens[index]!
      endingAt.set(index, { from, key })
      occurrences.push({
        key,
        start,
        end,
        text: nominativeOf(document, from, index + 1),
        contexts: contextsOf(document, from, index + 1),
      })
    }
    const { lemma } = document.reading(index)
    add(index, lemma)
    if (covered[index - 1] === 0 && isModifier(document, index - 1, heads))
      add(index - 1, `${document.reading(index - 1).lemma} ${lemma}`)
  }
  const named: NamedOccurrence[] = []
  for (const { head, from, kind } of namingsIn(document, article.quotations, heads)) {
    const found = endingAt.get(head)
    if (found === undefined) continue
    // A phrase that begins before the name given is not what was named.
    const whole = found.from >= from
    const start = whole ? found.from : head
    const { sentence } = tokens[head]!
    named.push({
      key: whole ? found.key : document.reading(head).lemma,
      kind,
      start: tokens[start]!.start,
      end: tokens[head]!.end,
      concepts: [
        ...new Set(
          known.filter((_, at) => tokens[bounds[at]!.from]?.sentence === sentence).map((one) => one.concept),
        ),
      ],
    })
  }
  return {
    articleId: article.articleId,
    outlet: article.outlet,
    language: document.language,
    words: document.words,
    pairs: pairsIn(tokens),
    occurrences,
    known: known.map((one, at) => ({
      ...one,
      text: nominativeOf(document, bounds[at]!.from, bounds[at]!.to),
      contexts: contextsOf(document, bounds[at]!.from, bounds[at]!.to),
    })),
    named,
  }
}

/** Words as a reader would name them: in the nominative, where words have cases. */
function nominativeOf(document: Document, from: number, to: number): string {
  const { tokens, text } = document
  const written = text.slice(tokens[from]!.start, tokens[to - 1]!.end)
  const given = document.reading(from).cases[0]
  return given === undefined || given === 'nominative'
    ? written
    : getLanguage(document.language).nominative(tokens, from, to, given)
}

/** Neighbouring words with no mark and no sentence's end between them. */
function pairsIn(tokens: readonly Token[]): number {
  let pairs = 0
  for (let index = 1; index < tokens.length; index++) if (adjacent(tokens, index)) pairs++
  return pairs
}

/** Whether a word follows the word before it directly. */
function adjacent(tokens: readonly Token[], index: number): boolean {
  const [before, here] = [tokens[index - 1], tokens[index]]
  return (
    before !== undefined &&
    here !== undefined &&
    before.kind !== 'punctuation' &&
    here.kind !== 'punctuation' &&
    before.sentence === here.sentence
  )
}

/** 1 for each token that may be a candidate by itself or end one. */
function headsOf(
  document: Document,
  covered: Uint8Array,
  { people, quotations }: DiscoveryArticle,
): Uint8Array {
  const { tokens } = document
  const out = measures(document.language)
  const names = new Set(
    people
      .filter((one) => one.kind === 'person')
      .flatMap((one) => [one.name, ...one.aliases])
      .flatMap((one) => fold(one).split(/[\s.]+/)),
  )
  // "in the words of", and the offices of people who are quoted, name nobody's rival.
  const said = new Uint8Array(tokens.length)
  for (const { cueSpan, speakerSpan, person } of quotations) {
    const isPerson = person !== null && people[person]?.kind === 'person'
    for (const span of [cueSpan, isPerson ? speakerSpan : null])
      if (span !== null) said.fill(1, document.tokenAt(span.start), document.tokenAt(span.end - 1) + 1)
  }
  /** "colonel Auer": the word is part of what the person is called. */
  const isTitle = (index: number): boolean => {
    if (!adjacent(tokens, index + 1)) return false
    const next = document.reading(index + 1)
    if (next.cases.length > 0) return next.name !== null && isCapital(tokens[index + 1]!)
    return !capitals && isCapital(tokens[index + 1]!)
  }
  const isNoun = (index: number): boolean => {
    const { pos, name, cases, number } = document.reading(index)
    if (pos === 'noun') return name === null
    // "задержанные": where words have cases, a plural participle without a noun stands for people.
    if (pos !== 'participle' || cases.length === 0 || number !== 'plural') return false
    const next = adjacent(tokens, index + 1) ? document.reading(index + 1).pos : 'punctuation'
    return next !== 'noun' && next !== 'name' && !MODIFIERS.has(next)
  }
  const capitals = nounsHaveCapitals(document)
  const heads = new Uint8Array(tokens.length)
  tokens.forEach((token, index) => {
    if (
      token.kind !== 'word' ||
      covered[index] === 1 ||
      said[index] === 1 ||
      token.norm.length < SHORTEST ||
      !isNoun(index)
    )
      return
    if (!capitals && isCapital(token) && !beginsSentence(tokens, index)) return
    if (names.has(token.norm) || out.has(token.norm) || out.has(document.reading(index).lemma)) return
    if (!isTitle(index)) heads[index] = 1
  })
  return heads
}

const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.text)

/** Also behind a colon or dash, and a mark there, as quoted sentences begin; a capital behind a mark elsewhere is a name's. */
function beginsSentence(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  if (before === undefined || before.sentence !== tokens[index]!.sentence) return true
  if (before.kind !== 'punctuation') return false
  return QUOTE.test(before.text) ? beginsSentence(tokens, index - 1) : /^[—–:,(-]$/.test(before.text)
}

/** Whether the language writes all nouns with a capital, as German does: then a capital shows no name. */
function nounsHaveCapitals(document: Document): boolean {
  let nouns = 0
  let capitals = 0
  document.tokens.forEach((token, index) => {
    if (document.reading(index).pos !== 'noun' || beginsSentence(document.tokens, index)) return
    nouns++
    if (isCapital(token)) capitals++
  })
  return nouns >= 5 && capitals / nouns > 0.8
}

/** Whether a word and the head after it make a phrase that could name something. */
function isModifier(document: Document, index: number, heads: Uint8Array): boolean {
  const { tokens } = document
  const token = tokens[index]
  if (token === undefined || token.kind !== 'word' || !adjacent(tokens, index + 1)) return false
  const { pos, cases } = document.reading(index)
  const head = document.reading(index + 1)
  if (isCapital(token) && !beginsSentence(tokens, index)) return false
  if (MODIFIERS.has(pos)) return true
  // Without cases a noun may stand before a noun, and a tagger takes "occupying" after an article for a verb.
  if (head.cases.length > 0 || cases.length > 0) return false
  if (pos === 'noun') return heads[index] === 1
  const before = index > 0 && adjacent(tokens, index) ? document.reading(index - 1).pos : 'punctuation'
  return pos === 'verb' && before === 'determiner' && /(?:ing|ed)$/.test(token.norm)
}

/** The slot around tokens `from` up to `to`: words at fixed places, and content words near by. */
function contextsOf(document: Document, from: number, to: number): readonly string[] {
  const found: string[] = []
  for (const side of [-1, 1] as const) walk(document, from, to, side, found)
  return found
}

function walk(document: Document, from: number, to: number, side: 1 | -1, found: string[]): void {
  const { tokens } = document
  const sentence = tokens[from]?.sentence
  let place = 0
  let whole = true
  for (let index = side === -1 ? from - 1 : to; place < NEAR; index += side) {
    const token = tokens[index]
    if (token === undefined || token.sentence !== sentence) return
    if (token.kind === 'punctuation') {
      // A comma ends the slot; words behind it are still near.
      if (!QUOTE.test(token.text)) whole = false
      continue
    }
    place++
    const { lemma, pos } = document.reading(index)
    const word = token.kind === 'number' ? '0' : lemma
    const content = CONTENT.has(pos)
    // A function word makes a slot only right beside it: two words away it says nothing of it.
    if (whole && place <= SLOT && (content || place === 1)) found.push(contextOf(side * place, word))
    if (content && !LIGHT.has(lemma)) found.push(contextOf(0, word))
  }
}
