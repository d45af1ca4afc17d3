import type { Voice } from './voice.ts'

/** What a reader corrects: whose words a naming is in, that it is none, or one that was missed. */
export const CORRECTION_KINDS = ['voice', 'not-a-mention', 'missed'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/**
 * A reader's correction. It is stored beside the automatic answer, found again by its words and their surroundings when
 * the article is analysed anew or its text changes, and counts in figures unless they are asked for as found.
 */
export interface Correction {
  readonly id: number
  readonly articleId: number
  readonly kind: CorrectionKind
  readonly start: number
  readonly end: number
  readonly text: string
  readonly concept: string
  readonly frame: string
  /** For `voice` and `missed`. */
  readonly voice: Voice | null
  /** Who speaks, for `voice` and `missed`; null: nobody is named. */
  readonly speaker: string | null
  readonly createdAt: string
}

/** What a correction did to a mention. */
export interface MentionCorrection {
  readonly id: number
  readonly kind: CorrectionKind
  /** The automatic answer; null for a mention that was missed. */
  readonly found: { readonly voice: Voice; readonly speaker: string | null } | null
}
