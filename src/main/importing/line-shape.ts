import {
  BREAK,
  CHARACTERS,
  DIGIT,
  flagsAt,
  LETTER,
  SMALL_LETTERS,
  SPACE,
  TERMINATOR,
} from '#shared/analysis/text/characters.ts'
import { LEADS } from './clutter-words.ts'

/** What one pass over a line tells. */
export interface LineShape {
  /** The line with single spaces between its words. */
  readonly text: string
  readonly words: number
  /** Sentences that plainly end within the line, and the last. */
  readonly sentences: number
  /** Ends as a sentence does, closing marks apart. */
  readonly ends: boolean
  /** Which lists of `LEADS` may have something in it, as bits. */
  readonly leads: number
  /** The same for two lines whose letters and digits are the same. */
  readonly letters: number
}

const CLOSING = `(?:["'”’»“)\\]*]|\\[\\d{1,3}\\])*`
const CLOSERS = '"\'”’»“)]*'
const INNER_END = new RegExp(`[.!?…]${CLOSING}\\s+["'“”«„(\\[–—-]*\\s?[\\p{Lu}\\d]`, 'uy')
const ALNUM = LETTER | DIGIT
const SURROGATE = /[\uD800-\uDFFF]/

/** Words of a text, as a reader of a page counts them. */
export const countWords = (text: string): number =>
  SURROGATE.test(text) ? (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0) : shapeOf(text).words

/** What a line of a page looks like. */
export function shapeOf(raw: string): LineShape {
  const text = isTidy(raw) ? raw : raw.replace(/[\s\u200b\ufeff]+/g, ' ').trim()
  const { length } = text
  let words = 0
  let sentences = 1
  let leads = 0
  let letters = 0
  let counted = 0
  let inWord = false
  let afterLetter = false
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    const kinds = CHARACTERS[code]!
    if ((kinds & ALNUM) !== 0) {
      letters = (Math.imul(letters, 31) + SMALL_LETTERS[code]!) | 0
      if (!inWord) words++
      if (!afterLetter) leads |= LEADS.from(text, at)
      inWord = true
      afterLetter = true
      continue
    }
    afterLetter = false
    // An apostrophe or a hyphen goes on a word.
    inWord = inWord && (code === 39 || code === 0x2019 || code === 45)
    if ((kinds & TERMINATOR) !== 0 && at >= counted) {
      INNER_END.lastIndex = at
      if (INNER_END.test(text)) {
        sentences++
        counted = INNER_END.lastIndex
      }
    }
  }
  if (SURROGATE.test(text)) words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
  return { text, words, sentences, ends: endsSentence(text), leads, letters }
}

/** No white space but single spaces between words. */
function isTidy(text: string): boolean {
  const { length } = text
  let space = true
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32) {
      if (space) return false
      space = true
    } else if ((CHARACTERS[code]! & (SPACE | BREAK)) !== 0 || code === 0x200b) return false
    else space = false
  }
  return !space || length === 0
}

/** A full stop or its like stands last, but for marks that close and the number of a note ("[12]"). */
export function endsSentence(text: string): boolean {
  let at = text.length - 1
  for (; at >= 0; at--) {
    const char = text[at]!
    const note = char === ']' ? /\[\d{1,3}\]$/.exec(text.slice(Math.max(0, at - 4), at + 1)) : null
    if (note !== null) at -= note[0].length - 1
    else if (!CLOSERS.includes(char)) break
  }
  if (at > 0 && (flagsAt(text, at) & SPACE) !== 0) at--
  return at >= 0 && (flagsAt(text, at) & TERMINATOR) !== 0
}

/** True when a blank line stands in a stretch of white space. */
export function hasBlankLine(text: string, from: number, to: number): boolean {
  let broken = false
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) === 10) {
      if (broken) return true
      broken = true
    } else if ((flagsAt(text, at) & SPACE) === 0) broken = false
  }
  return false
}

export const startsWithLetter = (text: string): boolean => (flagsAt(text, 0) & LETTER) !== 0
