import type { Explanation } from './explanation.ts'
import type { Span } from './span.ts'

export const QUOTATION_KINDS = ['direct', 'indirect', 'scare'] as const
export type QuotationKind = (typeof QUOTATION_KINDS)[number]

/**
 * One stretch of words that are not simply the outlet's own.
 * A direct or scare quotation's span includes its marks (dash speech: the words without the opening dash and without
 * the author's insertion); an indirect one is the reported clause without cue and speaker.
 */
export interface Quotation extends Span {
  readonly kind: QuotationKind
  /** The speaker in dictionary form ("Захарова", "Ilsa Morne"), the fullest name the article gives; null when nobody is identified. */
  readonly speaker: string | null
  /** Where the text names the speaker for this quotation; null when it stands nowhere near. */
  readonly speakerSpan: Span | null
  /** Index into the article's people, or null. */
  readonly person: number | null
  /** The reporting verb or phrase as it stands in the text, or null. */
  readonly cue: string | null
  readonly cueSpan: Span | null
  /** 0…1: how sure the deciding rule is. Under 0.6 the app shows it as uncertain. */
  readonly confidence: number
  readonly why: Explanation
}

/** Somebody (a person, an office, an organisation, an unnamed source) whom the article names as speaking. */
export interface Person {
  /** Fullest name in the article, nominative case. */
  readonly name: string
  /** Other forms and short names found in the article. */
  readonly aliases: readonly string[]
  /** Role or title as it stands in the text ("mayor"), or null. */
  readonly role: string | null
  readonly kind: 'person' | 'organisation' | 'unnamed'
}
