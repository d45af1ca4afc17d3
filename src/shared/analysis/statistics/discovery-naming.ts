import type { NamingKind } from '#shared/domain/discovery.ts'
import type { Quotation } from '#shared/domain/quotation.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document, PartOfSpeech } from '../text/document.ts'
import { AS, NAMED_PRONOUNS, NEED_AS, RELATIVES, TURNS_ASIDE, whatWords } from './discovery-words.ts'

export interface FoundNaming {
  readonly kind: NamingKind
  /** Token of the name's last word, and the first token that may belong to it. */
  readonly head: number
  readonly from: number
}

/** How many words after its verb a name may begin: "called the men who held the bridge terrorists". */
const REACH = 9
/** Words in scare marks: more are a sentence, not a name. */
const MOST_QUOTED = 4
const QUOTE = /^[«»„“”"'‘’]$/
const MODIFIERS: ReadonlySet<PartOfSpeech> = new Set(['adjective', 'participle'])
const VERBAL: ReadonlySet<PartOfSpeech> = new Set(['verb', 'participle', 'gerund'])
const GOVERNING_INSTRUMENTAL = new Set(['с', 'со', 'за', 'под', 'над', 'перед', 'между'])

/**
 * Places where the text itself gives a name, whether any lexicon knows the name or not. By pattern, so it finds what is said
 * outright: a verb of naming with the name as its complement (instrumental where words have cases; behind what is named, or
 * alone after "what …" and in the passive, where they have none), "so-called" and its like, and words in scare marks.
 * @param heads 1 for each token that can be a name's last word
 */
export function namingsIn(
  document: Document,
  quotations: readonly Quotation[],
  heads: Uint8Array,
): readonly FoundNaming[] {
  const found = new Map<number, FoundNaming>()
  const add = (one: FoundNaming | null) => {
    if (one !== null && !found.has(one.head)) found.set(one.head, one)
  }
  const { callingVerbs } = getLanguage(document.language)
  const cased = document.tokens.some((_, index) => document.reading(index).cases.length > 0)
  heads.forEach((head, index) => {
    if (head === 1) add(soCalled(document, index))
  })
  document.tokens.forEach((token, index) => {
    if (token.kind !== 'word' || callingVerbs.size === 0) return
    if (!document.lemmas(index).some((one) => callingVerbs.has(one)) || !isVerbal(document, index)) return
    add(cased ? instrumental(document, index, heads) : behind(document, index, heads))
  })
  for (const one of quotations) if (one.kind === 'scare') add(inMarks(document, one, heads))
  return [...found.values()]
}

/** Where the words of one phrase begin that ends with a token. */
function phraseStart(document: Document, head: number): number {
  const { tokens } = document
  let from = head
  while (from > 0) {
    const before = tokens[from - 1]!
    if (before.sentence !== tokens[head]!.sentence || before.kind !== 'word') break
    const { pos } = document.reading(from - 1)
    if (!MODIFIERS.has(pos) && pos !== 'noun') break
    from--
  }
  return from
}

/** "has branded": a participle that a tagger takes for an adjective. */
function isVerbal(document: Document, index: number): boolean {
  const { pos } = document.reading(index)
  if (VERBAL.has(pos)) return true
  const before = index > 0 ? document.reading(index - 1).pos : 'punctuation'
  return pos === 'adjective' && (before === 'verb' || before === 'pronoun' || before === 'name')
}

/** A name right after "so-called", with adjectives or an opening mark between. */
function soCalled(document: Document, head: number): FoundNaming | null {
  const { tokens, text } = document
  const { soCalled: pattern } = getLanguage(document.language)
  for (let from = head; from >= 0 && head - from <= 2; from--) {
    const token = tokens[from]!
    if (from < head && (token.kind !== 'word' || !MODIFIERS.has(document.reading(from).pos))) return null
    const before = text.slice(Math.max(0, token.start - 30), token.start).replace(/[«„“"'‘]\s*$/u, '')
    if (pattern.test(before)) return { kind: 'so-called', head, from }
  }
  return null
}

/** Words in scare marks that end with a noun. */
function inMarks(document: Document, quotation: Quotation, heads: Uint8Array): FoundNaming | null {
  const { tokens } = document
  let from = document.tokenAt(quotation.start)
  let to = document.tokenAt(quotation.end - 1)
  while (from < to && tokens[from]?.kind === 'punctuation') from++
  while (to > from && tokens[to]?.kind === 'punctuation') to--
  return to - from < MOST_QUOTED && heads[to] === 1 ? { kind: 'scare', head: to, from } : null
}

/** Where words have cases: the nearest noun in the instrumental, after the verb or else before it. */
function instrumental(document: Document, verb: number, heads: Uint8Array): FoundNaming | null {
  const { tokens } = document
  for (const side of [1, -1] as const) {
    for (let index = verb + side, words = 0; words < REACH; index += side) {
      const token = tokens[index]
      if (token === undefined || token.sentence !== tokens[verb]!.sentence) break
      if (token.kind === 'punctuation') {
        if (QUOTE.test(token.text)) continue
        break
      }
      words++
      if (heads[index] !== 1 || !document.reading(index).cases.includes('instrumental')) continue
      const from = phraseStart(document, index)
      const governor = tokens[from - 1]
      if (governor !== undefined && GOVERNING_INSTRUMENTAL.has(governor.norm)) continue
      return { kind: 'called', head: index, from }
    }
  }
  return null
}

/** Without cases: by place. "what A calls X", "are called X", "calls them X", "refers to B as X", "called the Bs X". */
function behind(document: Document, verb: number, heads: Uint8Array): FoundNaming | null {
  const { tokens } = document
  const chunks: {
    readonly from: number
    readonly head: number
    readonly marked: boolean
    readonly attribute: boolean
  }[] = []
  let as = false
  let open = false
  let pronoun = false
  let attribute = false
  for (let index = verb + 1, words = 0; words < REACH; index++) {
    const token = tokens[index]
    if (token === undefined || token.sentence !== tokens[verb]!.sentence) break
    if (token.kind === 'punctuation') {
      if (!QUOTE.test(token.text)) break
      open = true
      continue
    }
    words++
    if (words === 1 && TURNS_ASIDE.has(token.norm)) return null
    const { pos } = document.reading(index)
    if (AS.has(token.norm)) {
      as = true
      chunks.length = 0
      continue
    }
    // "calls them X"; in "calls her list X" the word is a possessive.
    if (
      NAMED_PRONOUNS.has(token.norm) &&
      chunks.length === 0 &&
      !(token.norm === 'her' && isNominal(document, index + 1))
    ) {
      pronoun = true
      continue
    }
    // German articles look like its relative pronouns: those stand behind a comma, where this ends anyway.
    if (RELATIVES.has(token.norm) && pos === 'pronoun') break
    if (pos === 'verb' && chunks.length > 0) break
    // "the men at the gate": what a preposition joins says more of them and names nothing.
    if (pos === 'preposition') attribute = true
    const last = chunks.at(-1)
    if (pos !== 'noun' && pos !== 'name') continue
    const from = phraseStart(document, index)
    if (last !== undefined && from <= last.head) chunks[chunks.length - 1] = { ...last, head: index }
    else chunks.push({ from, head: index, marked: open, attribute })
    attribute = false
    open = false
  }
  const named = (chunk: { readonly from: number; readonly head: number } | undefined): FoundNaming | null =>
    chunk !== undefined && heads[chunk.head] === 1
      ? { kind: 'called', head: chunk.head, from: chunk.from }
      : null
  const [first, second] = chunks
  if (!as && document.lemmas(verb).some((one) => NEED_AS.has(one))) return null
  if (as || pronoun) return named(first)
  const marked = chunks.find((one) => one.marked)
  if (marked !== undefined) return named(marked)
  if (isWhatClause(document, verb) || isPassive(document, verb)) return named(first)
  if (second !== undefined) return second.attribute ? null : named(second)
  // "called the protesters hirelings": the last of two nouns is the name where the first is a plural.
  if (first === undefined || first.head - first.from < 1 || !/s$/.test(tokens[first.head - 1]!.norm))
    return null
  return named({ from: first.head, head: first.head })
}

const isNominal = (document: Document, index: number): boolean =>
  document.tokens[index]?.kind === 'word' && /^(?:noun|name|adjective)$/.test(document.reading(index).pos)

/** "what the mayor calls": a word for the thing itself stands before the verb's subject. */
function isWhatClause(document: Document, verb: number): boolean {
  const { tokens } = document
  const what = whatWords(document.language)
  // "what to call them" asks for a name and gives none.
  if (tokens[verb - 1]?.norm === 'to') return false
  for (let index = verb - 1; index >= 0 && verb - index <= REACH; index--) {
    const token = tokens[index]!
    if (token.sentence !== tokens[verb]!.sentence || token.kind === 'punctuation') return false
    if (what.has(token.norm)) return true
  }
  return false
}

const BEING = new Set('is are was were be been being wird werden wurde wurden worden'.split(' '))

/** "are called X", and a participle behind a comma or a noun: "the men, dubbed X". */
function isPassive(document: Document, verb: number): boolean {
  const before = document.tokens[verb - 1]
  if (before === undefined) return false
  return (
    BEING.has(before.norm) || before.kind === 'punctuation' || document.reading(verb).pos === 'participle'
  )
}
