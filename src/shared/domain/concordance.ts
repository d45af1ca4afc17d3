import type { Section, Voice } from './voice.ts'

/**
 * How the words asked for are found: as typed, in all their inflected forms, with `*` and `?`, as an expression, or exactly
 * as figures of words count them, by form or dictionary form.
 */
export const WORD_MATCHES = ['form', 'lemma', 'wildcard', 'regex', 'counted', 'countedLemma'] as const
export type WordMatch = (typeof WORD_MATCHES)[number]

/**
 * Orders of lines. `left1` compares the first word to the left, then the second and third; `left2` begins with the second.
 * `position` puts what stands nearest to its article's beginning first; `word` goes by the words found.
 */
export const CONCORDANCE_SORTS = [
  'right1',
  'right2',
  'right3',
  'left1',
  'left2',
  'left3',
  'word',
  'outlet',
  'newest',
  'oldest',
  'position',
] as const
export type ConcordanceSort = (typeof CONCORDANCE_SORTS)[number]

/** One occurrence with the words around it. */
export interface ConcordanceLine {
  readonly articleId: number
  /** The empty name: no outlet given. */
  readonly outlet: string
  readonly title: string
  readonly published: string | null
  readonly language: string
  readonly start: number
  readonly end: number
  /** Up to 160 characters of the same paragraph, from a whole word on. */
  readonly before: string
  readonly text: string
  readonly after: string
  readonly voice: Voice
  /** Who is quoted or reported, where somebody is named. */
  readonly speaker: string | null
  /** Known for namings only. */
  readonly section: Section | null
  readonly concept: string | null
  readonly frame: string | null
}

/** Lines of one outlet; `outlet` is empty where none is given. */
export interface OutletLines {
  readonly outlet: string
  readonly lines: number
  /** Articles that hold at least one of them. */
  readonly articles: number
}

export interface Concordance {
  /** Number of lines in all: the sum of `perOutlet` over the outlets that the filter selects. */
  readonly total: number
  /** Articles that hold them. */
  readonly articles: number
  /** By outlet name, not narrowed by the filter's own outlets, so that others can be chosen. */
  readonly perOutlet: readonly OutletLines[]
  /** The page asked for. */
  readonly lines: readonly ConcordanceLine[]
}
