import type { PartOfSpeech } from './part-of-speech.ts'

export const NEAR = ['window', 'sentence', 'quotation'] as const

export interface CollocateOptions {
  /**
   * What counts as near: so many words to either side within the sentence (`window`), the sentence, or the same
   * quotation (outside quotations nothing is near).
   */
  readonly within: (typeof NEAR)[number]
  /** Words to either side, for `window`. */
  readonly window: number
  readonly unit: 'form' | 'lemma'
  /** Only collocates read as these parts of speech; null: all words. */
  readonly pos: readonly PartOfSpeech[] | null
  /** A collocate must stand near so often. */
  readonly minCount: number
}

export interface CollocateRow {
  readonly word: string
  /** Occurrences near the term, each counted once however many occurrences of the term are near. */
  readonly count: number
  /** Occurrences in all texts, the term's own words left out. */
  readonly total: number
  /** Words near the term, and all words, the term's own left out: what `g2` is computed from. */
  readonly nearTotal: number
  readonly allTotal: number
  readonly left: number
  readonly right: number
  /** Signed log-likelihood: positive where the word stands near the term more often than elsewhere. */
  readonly g2: number
  /** At most 14. */
  readonly logDice: number
  /** Articles in which it stands near the term. */
  readonly articles: number
}

export const COLLOCATE_SORTS = ['g2', 'logDice', 'count', 'total', 'articles', 'word'] as const
export type CollocateSort = (typeof COLLOCATE_SORTS)[number]

/** Words that stand near a term, a concept or a frame. */
export interface Collocates {
  /** Occurrences of the term, and articles that hold one. */
  readonly nodes: number
  readonly articles: number
  /** Words that stand near it often enough, of which `rows` are the first in the order asked for. */
  readonly total: number
  readonly rows: readonly CollocateRow[]
}
