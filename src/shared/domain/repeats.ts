import type { Span } from './span.ts'

/** One place of a passage that several articles share. */
export interface RepeatedPassage extends Span {
  readonly articleId: number
  readonly outlet: string
  readonly title: string
  readonly published: string | null
  /** Part of all runs of four words that it and the first place both have, 0…1. */
  readonly similarity: number
}

export interface RepeatFigures {
  readonly articles: number
  /** Words of all articles, and of all places but the first of each passage. */
  readonly words: number
  readonly laterWords: number
  /** Passages in all, of which `groups` are those in most outlets. */
  readonly total: number
  readonly groups: readonly {
    /** As it stands in the first place. */
    readonly text: string
    /** The first was published first. */
    readonly passages: readonly RepeatedPassage[]
  }[]
}

/** A passage of an article that stands elsewhere too. */
export interface ArticleRepeat extends Span {
  /** No other article of the story had it before. */
  readonly first: boolean
  readonly others: readonly RepeatedPassage[]
}
