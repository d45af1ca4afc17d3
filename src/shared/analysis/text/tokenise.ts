import type { Span } from '#shared/domain/span.ts'
import { CHARACTERS, DIGIT, flagsAt, JOINER, LETTER, MARK, SPACE, UNDERSCORE, UPPER } from './characters.ts'
import type { Token, TokenKind } from './document.ts'
import { hashOf, type Spellings, spellingsOf } from './spellings.ts'

// Order matters: an address before a word, a dotted acronym before a word, a number before a mark.
const ADDRESS = String.raw`((?:https?:\/\/|www\.)[^\s<>«»“”"]+|[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)`
const OTHERS = [
  String.raw`([@#][\p{L}\p{N}_]+|(?:\p{Lu}\.){2,}(?!\p{L})|\p{L}[\p{L}\p{M}\p{N}\u00AD]*(?:[-\u2010\u2011'\u2019\u02BC.][\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD]*)*)`,
  String.raw`(\p{N}+(?:[.,:]\p{N}+)*(?:-?(?:[\p{L}\p{M}]+))?)`,
  String.raw`(\.{2,}|[^\s\p{L}\p{N}])`,
]
const TOKEN = new RegExp([ADDRESS, ...OTHERS].join('|'), 'gu')
/** Where nobody says which language: a table of spellings that no language fills. */
const NO_LANGUAGE = spellingsOf({})

/**
 * Cuts a text into words, numbers and marks, with their exact places.
 * @param sentences in order; each token is given the last one that begins no later than the token
 */
export function tokenise(
  text: string,
  sentences: readonly Span[] = [],
  spellings: Spellings = NO_LANGUAGE,
): Token[] {
  return UNCOMMON.test(text)
    ? tokeniseByPattern(text, sentences, spellings)
    : tokeniseByScan(text, sentences, spellings)
}

/** Addresses, and letters beyond the basic plane: rare, so the pattern that defines a token is used itself. */
const UNCOMMON = /@|:\/\/|www\.|[\uD800-\uDFFF]/

/** The definition of a token, as one pattern. */
export function tokeniseByPattern(
  text: string,
  sentences: readonly Span[] = [],
  spellings: Spellings = NO_LANGUAGE,
): Token[] {
  const tokens: Token[] = []
  let sentence = 0
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const start = match.index
    let raw = match[0]
    const kind = match[3] !== undefined ? 'number' : match[4] !== undefined ? 'punctuation' : 'word'
    if (match[1] !== undefined) raw = raw.replace(/[.,;:!?)\]]+$/, '')
    const end = start + raw.length
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.start <= start) sentence++
    const spelling = spellings.at(text, start, end, hashOf(text, start, end), kind)
    tokens.push({ start, end, kind, text: spelling.text, norm: spelling.norm, sentence, spelling })
  }
  return tokens
}

const DOT = 46
const COMMA = 44
const COLON = 58
const HYPHEN = 45
const HASH = 35
const SOFT_HYPHEN = 0xad
/** What goes on a word that a letter began. */
const IN_WORD = LETTER | MARK | DIGIT

/** The same tokens as by the pattern, many times as fast. */
function tokeniseByScan(text: string, sentences: readonly Span[], spellings: Spellings): Token[] {
  const flags = CHARACTERS
  const tokens: Token[] = []
  const { length } = text
  let sentence = 0
  let nextSentence = sentences.length > 1 ? sentences[1]!.start : length
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    const first = flags[code]!
    if ((first & SPACE) !== 0) {
      at++
      continue
    }
    let end = at + 1
    let kind: TokenKind = 'punctuation'
    let hash = code
    if ((first & LETTER) !== 0) {
      kind = 'word'
      const dotted = (first & UPPER) !== 0 && text.charCodeAt(end) === DOT ? acronymEnd(text, at) : at
      if (dotted > at) {
        end = dotted
        hash = hashOf(text, at, end)
      } else {
        let last = 0
        while (end < length) {
          last = text.charCodeAt(end)
          if ((flags[last]! & IN_WORD) === 0) break
          hash = (Math.imul(hash, 31) + last) | 0
          end++
        }
        if (end < length && (flags[last]! & JOINER) !== 0) {
          const simple = end
          while ((flagsAt(text, end) & JOINER) !== 0 && (flagsAt(text, end + 1) & (LETTER | DIGIT)) !== 0)
            end = skip(text, end + 2, IN_WORD)
          if (end > simple) hash = hashOf(text, at, end)
        }
      }
    } else if ((first & DIGIT) !== 0) {
      kind = 'number'
      end = numberEnd(text, at)
      hash = hashOf(text, at, end)
    } else if (code === HASH && (flagsAt(text, end) & (LETTER | DIGIT | UNDERSCORE)) !== 0) {
      kind = 'word'
      end = skip(text, end, LETTER | DIGIT | UNDERSCORE)
      hash = hashOf(text, at, end)
    } else if (code === DOT && text.charCodeAt(end) === DOT) {
      while (text.charCodeAt(end) === DOT) end++
      hash = hashOf(text, at, end)
    }
    while (nextSentence <= at && sentence + 1 < sentences.length) {
      sentence++
      nextSentence = sentence + 1 < sentences.length ? sentences[sentence + 1]!.start : length
    }
    const spelling = spellings.at(text, at, end, hash, kind)
    tokens.push({ start: at, end, kind, text: spelling.text, norm: spelling.norm, sentence, spelling })
    at = end
  }
  return tokens
}

function skip(text: string, from: number, wanted: number): number {
  let at = from
  while ((flagsAt(text, at) & wanted) !== 0) at++
  return at
}

/** "1,500", "10:30", "5th", "2-й" */
function numberEnd(text: string, from: number): number {
  let end = skip(text, from + 1, DIGIT)
  for (let mark = text.charCodeAt(end); ; mark = text.charCodeAt(end)) {
    if ((mark !== DOT && mark !== COMMA && mark !== COLON) || (flagsAt(text, end + 1) & DIGIT) === 0) break
    end = skip(text, end + 2, DIGIT)
  }
  const tail = text.charCodeAt(end) === HYPHEN ? end + 1 : end
  let stop = tail
  while ((flagsAt(text, stop) & (LETTER | MARK)) !== 0 && text.charCodeAt(stop) !== SOFT_HYPHEN) stop++
  return stop > tail ? stop : end
}

/** Where a dotted acronym ("U.N.") that begins here ends; `from` when none does. */
function acronymEnd(text: string, from: number): number {
  let at = from
  while ((flagsAt(text, at) & UPPER) !== 0 && text.charCodeAt(at + 1) === DOT) at += 2
  const letters = (at - from) / 2
  // Not inside a longer word: then as many letters as leave no letter behind them.
  if (letters >= 2 && (flagsAt(text, at) & LETTER) === 0) return at
  return letters > 2 ? at - 2 : from
}
