import type { LocalisedText } from './lexicon.ts'
import type { Section, Voice, VoiceFilter } from './voice.ts'

/** An interval estimate with its bounds, all in the unit of the estimate. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Shares under this many mentions are not shown: "too few to say". */
export const MIN_MENTIONS_FOR_SHARE = 5

/** One frame's figures within one outlet and concept, for one voice filter. */
export interface FrameFigure {
  readonly frame: string
  /** Mentions of the frame. */
  readonly count: number
  /** Of the mentions counted: by voice. Under a single-voice filter the other voices are 0. */
  readonly byVoice: Readonly<Record<Voice, number>>
  /** count / concept count, 0…1; null when the concept count is 0. */
  readonly share: number | null
  /** Wilson 95 % interval of `share`; null when the concept count is 0. */
  readonly interval: Interval | null
  /** count / words × 1000. */
  readonly perThousandWords: number
  /** Articles of the outlet that hold at least one such mention. */
  readonly articles: number
}

export interface OutletFigure {
  readonly outlet: string
  readonly articles: number
  readonly words: number
  /** n of every share: mentions of the concept in the chosen voice. */
  readonly count: number
  /** False when `count` is under MIN_MENTIONS_FOR_SHARE: shares must not be shown. */
  readonly enough: boolean
  readonly perThousandWords: number
  /** In the lexicon's order; a frame without mentions stands with count 0. */
  readonly frames: readonly FrameFigure[]
}

export interface ConceptFigure {
  readonly lexicon: string
  readonly concept: string
  readonly label: LocalisedText
  readonly frames: readonly { readonly id: string; readonly label: LocalisedText }[]
  readonly voice: VoiceFilter
  /** Outlets that have at least one article in the selection, by name. */
  readonly outlets: readonly OutletFigure[]
}

/** A line in context (concordance line) for one mention. */
export interface MentionLine {
  readonly mentionId: number
  readonly articleId: number
  readonly outlet: string
  readonly title: string
  readonly published: string | null
  readonly start: number
  readonly end: number
  readonly before: string
  readonly text: string
  readonly after: string
  readonly concept: string
  readonly frame: string
  readonly term: string
  readonly voice: Voice
  readonly confidence: number
  readonly speaker: string | null
  readonly cue: string | null
  readonly section: Section
  readonly negated: boolean
  readonly tone: number
}
