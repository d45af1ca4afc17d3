import type { Interval } from './figures.ts'
import type { VoiceFilter } from './voice.ts'

/** A test of “outlets frame a concept alike”. */
export interface AssociationTest {
  /** Pearson's χ² of the table outlet × frame of mentions. */
  readonly chiSquared: number
  /** Chance of a table at least as uneven if outlets framed alike, over articles dealt out anew, in (0, 1]. */
  readonly p: number
  /** Deals made. */
  readonly replicates: number
  /** Bias-corrected Cramér's V, 0…1. */
  readonly cramersV: number
  readonly outlets: number
  readonly articles: number
  readonly mentions: number
}

/** The difference of two outlets' shares of one frame, a − b. */
export interface FrameDifference {
  readonly frame: string
  /** Mentions of the frame in each. */
  readonly a: number
  readonly b: number
  readonly difference: number
  /** Newcombe's, over mentions taken as independent. */
  readonly interval: Interval
  /** Over articles; null with too few. */
  readonly articleInterval: Interval | null
}

/** Two outlets that both mention a concept. */
export interface OutletPair {
  readonly a: string
  readonly b: string
  /** Mentions of the concept in each. */
  readonly countA: number
  readonly countB: number
  /** Of “both frame alike”; null where that cannot be tested (one article each, or one frame only). */
  readonly p: number | null
  /** p adjusted by Holm over all pairs tested. */
  readonly pAdjusted: number | null
  /** Bias-corrected; null where nothing is tested. */
  readonly cramersV: number | null
  /** Deals of articles behind p. */
  readonly replicates: number
  /** Articles of both that mention the concept. */
  readonly articles: number
  readonly frames: readonly FrameDifference[]
}

export interface Differences {
  /** “All outlets frame alike”; null where it cannot be tested. */
  readonly test: AssociationTest | null
  readonly pairs: readonly OutletPair[]
}

/** Where in its articles an outlet's mentions of a frame stand. */
export interface SalienceRow {
  readonly outlet: string
  readonly concept: string
  readonly frame: string
  readonly headline: number
  readonly lead: number
  readonly body: number
  /** (headline + lead) / all, 0…1. */
  readonly upFront: number
  /** Of `upFront`: over articles, null with too few; and Wilson's, over mentions taken as independent. */
  readonly interval: Interval | null
  readonly namingInterval: Interval
}

/** The tone of the sentences around an outlet's mentions of a frame. */
export interface ToneFigure {
  readonly outlet: string
  readonly concept: string
  readonly frame: string
  readonly voice: VoiceFilter
  readonly mentions: number
  /** Mentions whose sentence has a listed word; the others stand with tone 0. */
  readonly toned: number
  readonly articles: number
  /** Mean tone of the mentions' sentences, −1…1. */
  readonly mean: number
  /** Over articles; null with too few of them. */
  readonly interval: Interval | null
}
