import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import { BREAK, CHARACTERS, flagsAt, SPACE } from './characters.ts'
import type { Document, Reading, Token } from './document.ts'
import { splitSentences } from './sentences.ts'
import { spellingsOf } from './spellings.ts'
import { tokenise } from './tokenise.ts'

/** Makes a text ready for analysis. A language without a folder of its own gets the general rules. */
export function prepare(text: string, code: string): Document {
  const language = getLanguage(code)
  const sentences = splitSentences(text, language)
  const paragraphs = paragraphsOf(text)
  const tokens = tokenise(text, sentences, spellingsOf(language))
  let readings: readonly Reading[] | null = null
  let words = 0
  for (let index = 0; index < tokens.length; index++) if (tokens[index]!.kind !== 'punctuation') words++
  return {
    text,
    language: code,
    tokens,
    sentences,
    paragraphs,
    words,
    reading: (index) => {
      readings ??= language.readings(tokens, text)
      return readings[index]!
    },
    lemmas: (index) => {
      const { spelling } = tokens[index]!
      spelling.lemmas ??= language.lemmas(spelling.norm)
      return spelling.lemmas
    },
    lemmasOf: (norm) => language.lemmas(norm),
    tokenAt: (offset) => firstEndingAfter(tokens, offset),
    sentenceAt: (offset) => Math.max(0, firstStartingAfter(sentences, offset) - 1),
    paragraphAt: (offset) => Math.max(0, firstStartingAfter(paragraphs, offset) - 1),
  }
}

/** Index of the first token that ends after `offset`; their number if none does. */
function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Index of the first span that starts after `offset`; their number if none does. */
function firstStartingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** A text's paragraphs: its lines that hold anything. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = []
  const { length } = text
  let at = 0
  while (at < length) {
    if ((flagsAt(text, at) & SPACE) !== 0) {
      at++
      continue
    }
    const start = at
    while (at < length && (CHARACTERS[text.charCodeAt(at)]! & BREAK) === 0) at++
    let end = at
    while ((flagsAt(text, end - 1) & SPACE) !== 0) end--
    paragraphs.push({ start, end })
  }
  return paragraphs
}
