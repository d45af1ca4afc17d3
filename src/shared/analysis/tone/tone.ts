import type { Document } from '../text/document.ts'
import { toneWords } from './words.ts'

/** AFINN values run from −5 to 5. */
const STRONGEST = 5

/**
 * Tone of a sentence, −1…1: the mean AFINN value of its listed words over 5, the strongest value; 0 when no word is
 * listed. A value is turned round when the word before it negates, as the `sentiment` package does. English values are
 * AFINN-165 (Nielsen 2011), Russian ones its translation. docs/method.md says why this is a weak instrument.
 */
export function sentenceTone(document: Document, sentence: number): number {
  const words = toneWords(document.language)
  if (words === null) return 0
  const { tokens } = document
  const span = document.sentences[sentence]
  if (span === undefined) return 0
  let sum = 0
  let listed = 0
  for (let index = document.tokenAt(span.start); index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.start >= span.end) break
    if (token.kind !== 'word') continue
    const { spelling } = token
    spelling.tone ??= words.valueOf(token.norm, () => document.lemmas(index))
    const value = spelling.tone
    if (value === 0) continue
    const before = tokens[index - 1]
    const turned = before !== undefined && before.sentence === token.sentence && words.negates(before.norm)
    sum += turned ? -value : value
    listed++
  }
  return listed === 0 ? 0 : sum / (listed * STRONGEST)
}
