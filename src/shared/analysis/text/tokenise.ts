import type { Token } from './document.ts'
import { fold } from './fold.ts'

// Order matters: an address before a word, a dotted acronym before a word, a number before a mark.
const ADDRESS = String.raw`((?:https?:\/\/|www\.)[^\s<>«»“”"]+|[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)`
const OTHERS = [
  String.raw`([@#][\p{L}\p{N}_]+|(?:\p{Lu}\.){2,}(?!\p{L})|\p{L}[\p{L}\p{M}\p{N}\u00AD]*(?:[-\u2010\u2011'\u2019\u02BC.][\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD]*)*)`,
  String.raw`(\p{N}+(?:[.,:]\p{N}+)*(?:-?(?:[\p{L}\p{M}]+))?)`,
  String.raw`(\.{2,}|[^\s\p{L}\p{N}])`,
]
const TOKEN = new RegExp([ADDRESS, ...OTHERS].join('|'), 'gu')

/** Cuts a text into words, numbers and marks, with their exact places. `sentenceAt` gives the sentence at an offset. */
export function tokenise(text: string, sentenceAt: (offset: number) => number = () => 0): Token[] {
  return UNCOMMON.test(text) ? tokeniseByPattern(text, sentenceAt) : tokeniseByScan(text, sentenceAt)
}

/** Addresses, and letters beyond the basic plane: rare, so the pattern that defines a token is used itself. */
const UNCOMMON = /@|:\/\/|www\.|[\uD800-\uDFFF]/

/** The definition of a token, as one pattern. */
export function tokeniseByPattern(text: string, sentenceAt: (offset: number) => number): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const start = match.index
    let raw = match[0]
    const kind = match[3] !== undefined ? 'number' : match[4] !== undefined ? 'punctuation' : 'word'
    if (match[1] !== undefined) raw = raw.replace(/[.,;:!?)\]]+$/, '')
    const norm = folded(raw)
    tokens.push({ start, end: start + raw.length, kind, text: raw, norm, sentence: sentenceAt(start) })
  }
  return tokens
}

// What a character is, by its code: one look-up instead of a Unicode property in a pattern.
const SPACE = 1
const UPPER = 2
const LETTER = 4
const DIGIT = 8
const MARK = 16
const JOINER = 32
const UNDERSCORE = 64
let classes: Uint8Array | null = null

function classesOfCharacters(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code)
    if (/\s/u.test(character)) table[code] = SPACE
    else if (/\p{Lu}/u.test(character)) table[code] = UPPER | LETTER
    else if (/\p{L}/u.test(character)) table[code] = LETTER
    else if (/\p{N}/u.test(character)) table[code] = DIGIT
    else if (/\p{M}/u.test(character) || code === 0xad) table[code] = MARK
    else if ("-\u2010\u2011'\u2019\u02BC.".includes(character)) table[code] = JOINER
    else if (character === '_') table[code] = UNDERSCORE
  }
  // A letter by its kind, yet an apostrophe by its use.
  table[0x02bc] = (table[0x02bc] ?? 0) | JOINER
  return table
}

const DOT = 46
const COMMA = 44
const COLON = 58
const HYPHEN = 45
const HASH = 35

/** The same tokens as by the pattern, several times as fast. */
function tokeniseByScan(text: string, sentenceAt: (offset: number) => number): Token[] {
  classes ??= classesOfCharacters()
  const table = classes
  const tokens: Token[] = []
  const { length } = text
  const is = (at: number, wanted: number): boolean =>
    at < length && (table[text.charCodeAt(at)]! & wanted) !== 0
  const skip = (from: number, wanted: number): number => {
    let at = from
    while (at < length && (table[text.charCodeAt(at)]! & wanted) !== 0) at++
    return at
  }
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    const kindOf = table[code]!
    if (kindOf === SPACE) {
      at++
      continue
    }
    let end = at + 1
    let kind: Token['kind'] = 'punctuation'
    if ((kindOf & LETTER) !== 0) {
      kind = 'word'
      const dotted = (kindOf & UPPER) !== 0 ? acronymEnd(text, at, table) : at
      if (dotted > at) end = dotted
      else {
        end = skip(end, LETTER | MARK | DIGIT)
        while (is(end, JOINER) && is(end + 1, LETTER | DIGIT)) end = skip(end + 2, LETTER | MARK | DIGIT)
      }
    } else if (kindOf === DIGIT) {
      kind = 'number'
      end = skip(end, DIGIT)
      for (let mark = text.charCodeAt(end); end < length; mark = text.charCodeAt(end)) {
        if ((mark !== DOT && mark !== COMMA && mark !== COLON) || !is(end + 1, DIGIT)) break
        end = skip(end + 2, DIGIT)
      }
      const tail = text.charCodeAt(end) === HYPHEN ? end + 1 : end
      if (is(tail, LETTER | MARK) && text.charCodeAt(tail) !== 0xad) {
        let stop = tail
        while (is(stop, LETTER | MARK) && text.charCodeAt(stop) !== 0xad) stop++
        end = stop
      }
    } else if (code === HASH && is(end, LETTER | DIGIT | UNDERSCORE)) {
      kind = 'word'
      end = skip(end, LETTER | DIGIT | UNDERSCORE)
    } else if (code === DOT) {
      while (text.charCodeAt(end) === DOT) end++
    }
    const raw = text.slice(at, end)
    tokens.push({ start: at, end, kind, text: raw, norm: folded(raw), sentence: sentenceAt(at) })
    at = end
  }
  return tokens
}

/** Where a dotted acronym ("U.N.") that begins here ends; `from` when none does. */
function acronymEnd(text: string, from: number, table: Uint8Array): number {
  let at = from
  while ((table[text.charCodeAt(at)]! & UPPER) !== 0 && text.charCodeAt(at + 1) === DOT) at += 2
  const letters = (at - from) / 2
  // Not inside a longer word: then as many letters as leave no letter behind them.
  if (letters >= 2 && (table[text.charCodeAt(at)]! & LETTER) === 0) return at
  return letters > 2 ? at - 2 : from
}

const MOST_KEPT = 200_000
const memory = new Map<string, string>()

/** `fold`, remembered: a text's words are mostly words met before. */
function folded(word: string): string {
  let norm = memory.get(word)
  if (norm === undefined) {
    norm = fold(word)
    if (memory.size > MOST_KEPT) memory.clear()
    memory.set(word, norm)
  }
  return norm
}
