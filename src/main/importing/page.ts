import type { GuessSource } from '#shared/domain/article.ts'
import type { Line } from './lines.ts'

/** A value that the input did not give, with the words that it was read from. */
export interface Guessed {
  readonly value: string
  readonly evidence: string
  readonly from: GuessSource
}

/** A text as the guesses see it: its lines, where its running text begins and ends, and its headline (line -1 where it has none). */
export interface Page {
  readonly lines: readonly Line[]
  readonly first: number
  readonly last: number
  readonly headline: number
  readonly title: string
}

export const LONGEST_TITLE = 300
