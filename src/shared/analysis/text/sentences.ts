import type { Span } from '#shared/domain/span.ts'
import type { Language } from '../languages/language.ts'
import { fold } from './fold.ts'

const OPENERS = '«„“"‘\'(['
const DASHES = '—–-'
// A candidate: a terminator, marks that close, white space, and something after it.
const CANDIDATE = /(\.{2,}|[.!?…]+)([»”"’'“)\]]*)(\s+)(?=\S)/gu
const UPPER = /^\p{Lu}/u
const LOWER = /^\p{Ll}/u
const DIGIT = /^\p{N}/u

/**
 * Cuts a text into sentences: trimmed spans that together hold everything but white space. A line break ends a sentence.
 * The rules are those of the golden-rule test suites for sentence splitting: abbreviations by what may follow them,
 * initials, ellipses, numbered lists, and closing marks that belong to the sentence they close.
 */
export function splitSentences(text: string, language: Language): Span[] {
  const sentences: Span[] = []
  const line = /[^\n\r]+/g
  for (const match of text.matchAll(line)) splitLine(match[0], match.index, language, sentences)
  return sentences
}

function splitLine(line: string, offset: number, language: Language, into: Span[]): void {
  let start = 0
  const push = (from: number, to: number) => {
    const part = line.slice(from, to)
    const trimmed = part.trim()
    if (trimmed === '') return
    const lead = part.length - part.trimStart().length
    into.push({ start: offset + from + lead, end: offset + from + lead + trimmed.length })
  }
  for (const match of line.matchAll(CANDIDATE)) {
    const at = match.index
    const next = at + match[0].length
    const closers = match[2]!
    if (!endsSentence(line, at, match[1]!, closers, next, language, start)) continue
    push(start, at + match[1]!.length + closers.length)
    start = at + match[1]!.length + closers.length
  }
  push(start, line.length)
}

function endsSentence(
  line: string,
  at: number,
  terminator: string,
  closers: string,
  next: number,
  language: Language,
  start: number,
): boolean {
  let rest = line.slice(next, next + 160)
  let dash = false
  // What opens the next sentence may stand before its first letter.
  for (
    let first = rest[0];
    first !== undefined && (OPENERS.includes(first) || DASHES.includes(first) || first === ' ');
    first = rest[0]
  ) {
    if (DASHES.includes(first)) dash = true
    rest = rest.slice(1)
  }
  if (rest === '' || !/[\p{L}\p{N}]/u.test(rest)) return rest !== '' && !dash
  if (LOWER.test(rest)) return false
  const word = /^[\p{L}\p{M}'’-]+/u.exec(rest)?.[0] ?? ''

  if (closers !== '' && terminator !== '.' && !dash && UPPER.test(rest)) {
    // `“Why?” Venn asked.` goes on after the mark.
    const following = rest.split(/[^\p{L}\p{M}'’-]+/u).slice(1, 4)
    if (following.some((one) => language.speechVerbs.has(fold(one)))) return false
  }
  if (terminator !== '.' || closers.length > 0) return true

  const before = /(\S+)$/u.exec(line.slice(Math.max(0, at - 40), at))?.[1] ?? ''
  const bare = before.replace(/^[^\p{L}\p{N}]+/u, '')
  const folded = fold(bare)
  if (/^\p{N}+$/u.test(bare) && line.slice(start, at).trim() === before) return false
  const abbreviations = language.abbreviations
  if (abbreviations.ordinals && /^\p{N}{1,2}$/u.test(bare)) return language.sentenceStarters.has(fold(word))
  const previous = /(\S+)\s+\S+$/u.exec(line.slice(Math.max(0, at - 60), at))?.[1] ?? ''
  const pair = `${fold(previous.replace(/^[^\p{L}\p{N}]+|\.$/gu, ''))} ${folded}`
  if (abbreviations.joining.has(pair)) return false
  if (abbreviations.mayEnd.has(pair)) return UPPER.test(rest) || DIGIT.test(rest)
  if (abbreviations.joining.has(folded)) return false
  if (abbreviations.beforeNumber.has(folded)) {
    // After a number the short word is a unit ("9 ч."), and may end the sentence.
    if (DIGIT.test(rest) || !/\p{N}$/u.test(previous)) return false
  }
  if (abbreviations.mayEnd.has(folded)) {
    if (abbreviations.needsStarter.has(folded) || /\./.test(bare))
      return language.sentenceStarters.has(fold(word)) || dash
    if (abbreviations.afterNumber.has(folded)) return /[\p{N}IVXLC]+$/u.test(previous)
    return UPPER.test(rest) || DIGIT.test(rest)
  }
  if (/^\p{Lu}$/u.test(bare)) return false
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(bare)) return language.sentenceStarters.has(fold(word))
  return true
}
