import type { AssociationTest } from './apart.ts'
import type { FactKind, FactQualifier } from './fact.ts'
import type { Interval } from './figures.ts'
import type { Voice } from './voice.ts'

export const KEYNESS_SORTS = [
  'z',
  'strength',
  'word',
  'target',
  'reference',
  'g2',
  'logRatio',
  'logOdds',
  'pAdjusted',
  'articles',
  'dp',
] as const
export type KeynessSort = (typeof KEYNESS_SORTS)[number]

/** One word or n-gram. Every figure can be computed again from the four counts and the prior's size. */
export interface KeynessWord {
  readonly word: string
  /** Occurrences in the target and in the reference. */
  readonly target: number
  readonly reference: number
  /** All words (or all n-grams of the same length) in each. */
  readonly targetTotal: number
  readonly referenceTotal: number
  /** Signed log-likelihood: positive where the target uses the word more. */
  readonly g2: number
  /** Binary logarithm of the ratio of relative frequencies. */
  readonly logRatio: number
  /** Weighted log-odds with an informative prior, and how many standard deviations it is from 0. */
  readonly logOdds: number
  readonly z: number
  /** Two-sided p of z, and adjusted by Benjamini and Hochberg over all rows of the target. */
  readonly p: number
  readonly pAdjusted: number
  /** The target's articles that hold the word. */
  readonly articles: number
  /** Gries' DP over the target's articles, 0…1; null when the target does not hold the word. */
  readonly dp: number | null
}

/** Words that set one outlet apart. */
export interface Keyness {
  /** Words that reach the minima, of which `rows` are the first in the order asked for. */
  readonly total: number
  readonly rows: readonly KeynessWord[]
  readonly target: { readonly articles: number; readonly words: number }
  readonly reference: { readonly articles: number; readonly words: number }
  readonly settings: {
    readonly reference: string | null
    readonly ngrams: number
    readonly unit: 'form' | 'lemma'
    readonly voices: 'all' | 'narration'
    readonly minCount: number
    readonly minArticles: number
    readonly absent: boolean
    readonly priorWords: number
  }
}

/** How far a share moves when one thing at a time is left out, and which thing moves it most. */
export interface LeftOut extends Interval {
  readonly lowWithout: string | null
  readonly highWithout: string | null
}

/** A frame's share in an outlet, and how much can be built on it. */
export interface SolidFrame {
  readonly frame: string
  readonly count: number
  readonly share: number | null
  /** Wilson's interval, over namings taken as independent. */
  readonly interval: Interval | null
  /** Over articles; null with fewer than five that name the concept. */
  readonly articleInterval: Interval | null
  readonly pooled: number | null
  readonly pooledInterval: Interval | null
  /** One term or one article left out; null when there are not two. Articles by title. */
  readonly byTerm: LeftOut | null
  readonly byArticle: LeftOut | null
  readonly verdict: 'steady' | 'moves' | 'fragile' | null
}

export interface SolidOutlet {
  readonly outlet: string
  readonly count: number
  readonly enough: boolean
  /** Articles that name the concept in the voice chosen. */
  readonly mentioning: number
  /** What the outlet's own namings weigh in its pooled shares, 0…1. */
  readonly pooledWeight: number
  readonly frames: readonly SolidFrame[]
}

export interface Solidity {
  readonly seed: number
  /** Draws of articles behind each interval. */
  readonly replicates: number
  /** How many namings the common shares are worth in pooling; null without namings. */
  readonly concentration: number | null
  /** “All outlets frame alike”; null where it cannot be tested. */
  readonly test: AssociationTest | null
  readonly outlets: readonly SolidOutlet[]
}

/** Words of a concept that are given to speakers. */
export interface SpeakerFigures {
  /** Speakers, the unnamed counting as one. */
  readonly total: number
  readonly speakers: readonly {
    /** Null: somebody who is not named. */
    readonly speaker: string | null
    readonly count: number
    readonly articles: number
    readonly cells: readonly {
      readonly outlet: string
      readonly frame: string
      readonly voice: Extract<Voice, 'direct' | 'indirect'>
      readonly count: number
    }[]
  }[]
}

/** A figure of people that an article gives. */
export interface StoryFact {
  readonly articleId: number
  readonly outlet: string
  readonly title: string
  readonly published: string | null
  readonly value: number
  readonly qualifier: FactQualifier
  readonly text: string
  readonly start: number
  readonly end: number
  /** The sentence around it. */
  readonly sentence: string
}

export interface FactFigures {
  /** Every outlet of the articles selected. */
  readonly outlets: readonly string[]
  readonly kinds: readonly {
    readonly kind: FactKind
    readonly facts: readonly StoryFact[]
  }[]
  /** Articles in a language that the rules do not know. */
  readonly unread: number
}

export interface DayFigures {
  readonly articles: readonly {
    /** Null: no date known. */
    readonly day: string | null
    readonly outlet: string
    readonly language: string
    readonly articles: number
    readonly words: number
  }[]
  readonly mentions: readonly {
    readonly day: string | null
    readonly outlet: string
    readonly frame: string
    readonly count: number
  }[]
}
