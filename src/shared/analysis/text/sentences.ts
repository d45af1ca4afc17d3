import type { Span } from '#shared/domain/span.ts'
import type { Abbreviations, Language } from '../languages/language.ts'
import { BREAK, CHARACTERS, DIGIT, flagsAt, LETTER, LOWER, SPACE, TERMINATOR, UPPER } from './characters.ts'
import { fold } from './fold.ts'

const OPENERS = '«„“"‘\'(['
const DASHES = '—–-'
const CLOSERS = '»”"’\'“)]'
/** How far behind a terminator the next sentence's first letter is looked for. */
const REACH = 160

/**
 * Cuts a text into sentences: trimmed spans that together hold everything but white space. A line break ends a sentence.
 * The rules are those of the golden-rule test suites for sentence splitting: abbreviations by what may follow them,
 * initials, ellipses, numbered lists, and closing marks that belong to the sentence they close.
 */
export function splitSentences(text: string, language: Language): Span[] {
  const sentences: Span[] = []
  const { length } = text
  const flags = CHARACTERS
  let start = 0
  let line = 0
  let at = 0
  while (at < length) {
    const kinds = flags[text.charCodeAt(at)]!
    if ((kinds & (BREAK | TERMINATOR)) === 0) {
      at++
      continue
    }
    if ((kinds & BREAK) !== 0) {
      push(text, start, at, sentences)
      start = ++at
      line = at
      continue
    }
    // A candidate: a terminator, marks that close, white space, and something after it on the same line.
    let stop = at + 1
    while ((flagsAt(text, stop) & TERMINATOR) !== 0) stop++
    let close = stop
    while (close < length && CLOSERS.includes(text[close]!)) close++
    let next = close
    while ((flagsAt(text, next) & (SPACE | BREAK)) === SPACE) next++
    if (next > close && next < length && (flagsAt(text, next) & BREAK) === 0) {
      if (endsSentence({ text, line, start, at, stop, close, next }, language)) {
        push(text, start, close, sentences)
        start = close
      }
      at = next
    } else at = stop
  }
  push(text, start, length, sentences)
  return sentences
}

/** Takes what stands from `from` to `to`, trimmed, unless it is white space alone. */
function push(text: string, from: number, to: number, into: Span[]): void {
  let start = from
  let end = to
  while (start < end && (flagsAt(text, start) & SPACE) !== 0) start++
  while (end > start && (flagsAt(text, end - 1) & SPACE) !== 0) end--
  if (end > start) into.push({ start, end })
}

/** A place where a sentence may end: all are offsets into the text. */
interface Candidate {
  readonly text: string
  /** Where its line begins. */
  readonly line: number
  /** Where the sentence begins that may end here. */
  readonly start: number
  /** From here up to `stop` stands the terminator, then up to `close` the marks that close, and at `next` what follows. */
  readonly at: number
  readonly stop: number
  readonly close: number
  readonly next: number
}

function endsSentence(candidate: Candidate, language: Language): boolean {
  const { text, at, stop, close, next } = candidate
  const lineEnd = endOfLine(text, next)
  const limit = Math.min(lineEnd, next + REACH)
  let dash = false
  // What opens the next sentence may stand before its first letter.
  let first = next
  for (; first < limit; first++) {
    const char = text[first]!
    if (DASHES.includes(char)) dash = true
    else if (char !== ' ' && !OPENERS.includes(char)) break
  }
  if (first >= limit) return false
  const kind = flagsAt(text, first)
  if ((kind & (LETTER | DIGIT)) === 0 && !/[\p{L}\p{N}]/u.test(text.slice(first, limit))) return !dash
  if ((kind & LOWER) !== 0 || isLower(text, first)) return false

  const dotted = stop === at + 1 && text[at] === '.'
  if (close > stop && !dotted && !dash && isUpper(text, first)) {
    // `“Why?” Venn asked.` goes on after the mark.
    const following = text
      .slice(first, limit)
      .split(/[^\p{L}\p{M}'’-]+/u)
      .slice(1, 4)
    if (following.some((one) => language.speechVerbs.has(fold(one)))) return false
  }
  if (!dotted || close > stop) return true
  return endsAfterWord(candidate, language, first, limit, dash)
}

/** Whether a full stop ends a sentence, by the word before it and what follows. */
function endsAfterWord(
  { text, line, start, at }: Candidate,
  language: Language,
  first: number,
  limit: number,
  dash: boolean,
): boolean {
  const { abbreviations } = language
  const before = wordBefore(text, Math.max(line, at - 40), at)
  // Most words are none that a full stop shortens.
  let plain = at - before > 1
  for (let index = before; plain && index < at; index++) {
    const code = text.charCodeAt(index)
    plain = (code >= 97 && code <= 122) || (code >= 0x430 && code <= 0x44f)
  }
  if (plain && !shortened(abbreviations).has(text.slice(before, at))) return true

  const whole = text.slice(before, at)
  const bare = whole.replace(/^[^\p{L}\p{N}]+/u, '')
  const folded = fold(bare)
  if (/^\p{N}+$/u.test(bare) && text.slice(start, at).trim() === whole) return false
  const rest = text.slice(first, limit)
  const starts = () => language.sentenceStarters.has(fold(/^[\p{L}\p{M}'’-]+/u.exec(rest)?.[0] ?? ''))
  const capital = isUpper(text, first)
  const number = (flagsAt(text, first) & DIGIT) !== 0 || /^\p{N}/u.test(rest)
  if (abbreviations.ordinals && /^\p{N}{1,2}$/u.test(bare)) return starts()
  const previous = /(\S+)\s+\S+$/u.exec(text.slice(Math.max(line, at - 60), at))?.[1] ?? ''
  const pair = `${fold(previous.replace(/^[^\p{L}\p{N}]+|\.$/gu, ''))} ${folded}`
  if (abbreviations.joining.has(pair)) return false
  if (abbreviations.mayEnd.has(pair)) return capital || number
  if (abbreviations.joining.has(folded)) return false
  if (abbreviations.beforeNumber.has(folded)) {
    // After a number the short word is a unit ("9 ч."), and may end the sentence.
    // «тел. 5-55-12», but «не меньше тридцати тел. Мать …».
    if (!number && folded.length > 2 && abbreviations.mayEnd.has(folded)) return capital
    if (number || !/\p{N}$/u.test(previous)) return false
  }
  if (abbreviations.mayEnd.has(folded)) {
    if (abbreviations.needsStarter.has(folded) || /\./.test(bare)) return starts() || dash
    if (abbreviations.afterNumber.has(folded)) return /[\p{N}IVXLC]+$/u.test(previous)
    return capital || number
  }
  if (/^\p{Lu}$/u.test(bare)) return false
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(bare)) return starts()
  return true
}

const known = new WeakMap<Abbreviations, ReadonlySet<string>>()

/** All words that a language writes with a full stop, of pairs ("т. е.") the last. */
function shortened(abbreviations: Abbreviations): ReadonlySet<string> {
  let words = known.get(abbreviations)
  if (words === undefined) {
    const { joining, beforeNumber, mayEnd } = abbreviations
    words = new Set(
      [...joining, ...beforeNumber, ...mayEnd].flatMap((one) => [one, one.slice(one.lastIndexOf(' ') + 1)]),
    )
    known.set(abbreviations, words)
  }
  return words
}

/** Where the run without white space that ends at `to` begins. */
function wordBefore(text: string, from: number, to: number): number {
  let at = to
  while (at > from && (flagsAt(text, at - 1) & SPACE) === 0) at--
  return at
}

function endOfLine(text: string, from: number): number {
  const limit = Math.min(text.length, from + REACH)
  let at = from
  while (at < limit && (CHARACTERS[text.charCodeAt(at)]! & BREAK) === 0) at++
  return at
}

// Letters beyond the basic plane have no flags of their own.
const isSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xf800) === 0xd800
const isUpper = (text: string, at: number): boolean =>
  (flagsAt(text, at) & UPPER) !== 0 || (isSurrogate(text, at) && /^\p{Lu}/u.test(text.slice(at, at + 2)))
const isLower = (text: string, at: number): boolean =>
  isSurrogate(text, at) && /^\p{Ll}/u.test(text.slice(at, at + 2))
