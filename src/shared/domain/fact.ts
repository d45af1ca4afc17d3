import type { Span } from './span.ts'

export const FACT_KINDS = ['killed', 'injured', 'detained', 'missing', 'displaced'] as const
/** What happened to the people counted. */
export type FactKind = (typeof FACT_KINDS)[number]

export const FACT_QUALIFIERS = ['exactly', 'atLeast', 'about', 'atMost'] as const
export type FactQualifier = (typeof FACT_QUALIFIERS)[number]

/** A figure of people that a text gives, with the words that give it and the sentence around them. */
export interface FoundFact extends Span {
  readonly kind: FactKind
  /** People, a whole number. */
  readonly value: number
  readonly qualifier: FactQualifier
  readonly text: string
  readonly sentence: string
}
