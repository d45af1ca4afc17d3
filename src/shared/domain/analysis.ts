import type { FoundFact } from './fact.ts'
import type { Mention } from './mention.ts'
import type { Person, Quotation } from './quotation.ts'
import type { Span } from './span.ts'
import type { WordSequence } from './words.ts'

/** Bump when any rule that can change a stored score changes; stale scores are then found and redone. */
export const ANALYSIS_VERSION = '4'

/** Everything the analysis says of one text. All offsets are into that text. */
export interface Analysis {
  readonly language: string
  /** Number of word tokens (numbers included, punctuation not): the denominator of every rate. */
  readonly words: number
  readonly sentences: readonly Span[]
  /** In order of start. Direct quotations may contain scare ones; indirect ones may contain direct fragments. */
  readonly quotations: readonly Quotation[]
  readonly people: readonly Person[]
  /** In order of start. */
  readonly mentions: readonly Mention[]
  /** Figures of people that the text gives, in order; absent where nobody will store them. */
  readonly facts?: readonly FoundFact[]
  /** The words in order, for figures of words; absent where nobody will store them. */
  readonly sequence?: WordSequence
}
