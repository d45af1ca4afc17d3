import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document } from '../text/document.ts'

/** How many words back a negation still reaches: "not yet a real occupation". */
const REACH = 5
/**
 * True when the mention is denied in its own clause: "not an occupation", "no protesters", "это не оккупация", "без
 * беспорядков". A negation reaches up to five words forward, not over a comma, a mark, or a word that turns the sentence.
 */
export function isNegated(document: Document, mention: Span): boolean {
  const { tokens } = document
  const { negations, negationLimits } = getLanguage(document.language)
  const first = document.tokenAt(mention.start)
  const sentence = tokens[first]?.sentence
  let verbs = 0
  for (let index = first - 1, words = 0; index >= 0 && words < REACH; index--) {
    const token = tokens[index]!
    if (token.sentence !== sentence) return false
    if (token.kind === 'punctuation') {
      // Quotation marks around the mention do not shield it.
      if (/^[«»„“”"'‘’]$/.test(token.text)) continue
      return false
    }
    words++
    if (negationLimits.turns.has(token.norm)) return false
    if (negations.has(token.norm) || token.norm.endsWith("n't")) {
      return !negationLimits.unless.has(tokens[index + 1]?.norm ?? '')
    }
    // A verb between, other than "be", takes the negation to itself: "did not stop the protesters".
    const reading = document.reading(index)
    if (reading.pos === 'verb' && !negationLimits.light.has(reading.lemma)) verbs++
    if (verbs > 0) return false
  }
  return false
}
