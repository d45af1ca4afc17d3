import type { Explanation } from '#shared/domain/explanation.ts'
import type { Span } from '#shared/domain/span.ts'

/** A passage that the text itself sets off as somebody's words, before anyone asks whose: quotation marks, a dash, an interview answer. */
export interface MarkedPassage extends Span {
  /** The words without marks; the same as the span for dash speech and interview answers. */
  readonly innerStart: number
  readonly innerEnd: number
  readonly style: 'marks' | 'dash' | 'answer'
  /** 0: outermost; 1: quoted inside another passage. */
  readonly depth: number
  /** Passages of one utterance that an author's insertion ("…," he said, "…") or a paragraph break divides share a number. */
  readonly utterance: number
  /** The closing (or opening) mark is missing and was inferred. */
  readonly repaired: boolean
}

/** Who is behind a passage, and what in the text says so. */
export interface Attribution {
  readonly speaker: string | null
  readonly person: number | null
  readonly speakerSpan: Span | null
  readonly cue: string | null
  readonly cueSpan: Span | null
  readonly confidence: number
  readonly why: Explanation
}

/** What the pipeline knows of the article beside its text. */
export interface ArticleContext {
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  /** Captions that the page marks as such, where they stand in the text. */
  readonly captions?: readonly string[]
}
