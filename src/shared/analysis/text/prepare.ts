import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document, Reading, Token } from './document.ts'
import { splitSentences } from './sentences.ts'
import { tokenise } from './tokenise.ts'

/** Makes a text ready for analysis. A language without a folder of its own gets the general rules. */
export function prepare(text: string, code: string): Document {
  const language = getLanguage(code)
  const sentences = splitSentences(text, language)
  const paragraphs = paragraphsOf(text)
  let sentence = 0
  const tokens: Token[] = tokenise(text, (offset) => {
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.start <= offset) sentence++
    return sentence
  })
  let readings: readonly Reading[] | null = null
  return {
    text,
    language: code,
    tokens,
    sentences,
    paragraphs,
    words: tokens.reduce((sum, token) => (token.kind === 'punctuation' ? sum : sum + 1), 0),
    reading: (index) => {
      readings ??= language.readings(tokens, text)
      return readings[index]!
    },
    lemmas: (index) => language.lemmas(tokens[index]!.norm),
    lemmasOf: (norm) => language.lemmas(norm),
    tokenAt: (offset) => firstWhere(tokens, (token) => token.end > offset),
    sentenceAt: (offset) => Math.max(0, firstWhere(sentences, (one) => one.start > offset) - 1),
    paragraphAt: (offset) => Math.max(0, firstWhere(paragraphs, (one) => one.start > offset) - 1),
  }
}

/** Index of the first item for which `test` holds, when it holds for every later one too; the length if for none. */
function firstWhere<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(items[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/[^\s][^\n\r]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))
}
