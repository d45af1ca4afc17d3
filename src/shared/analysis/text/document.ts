import type { PartOfSpeech } from '#shared/domain/part-of-speech.ts'
import type { Span } from '#shared/domain/span.ts'
import type { Spelling } from './spellings.ts'

export { PARTS_OF_SPEECH, type PartOfSpeech } from '#shared/domain/part-of-speech.ts'

export type TokenKind = 'word' | 'number' | 'punctuation'

/** One word, number or mark. A hyphenated compound ("counter-terrorist", "генерал-майор") is one word token. */
export interface Token extends Span {
  readonly kind: TokenKind
  /** The token as it stands in the text. */
  readonly text: string
  /** Folded form: lower case, NFC, ё→е, soft hyphens dropped, curly apostrophes and all hyphens made plain. */
  readonly norm: string
  /** Index of the sentence it stands in. */
  readonly sentence: number
  /** What its letters alone tell, shared by all places where it stands. */
  readonly spelling: Spelling
}

/** What morphology says of a token in its context; unknown features are null. */
export interface Reading {
  /** Dictionary form, folded as `norm` is. */
  readonly lemma: string
  readonly pos: PartOfSpeech
  /** For words that may be part of a person's name. */
  readonly name: 'given' | 'surname' | 'patronymic' | null
  readonly animate: boolean | null
  readonly gender: 'masculine' | 'feminine' | 'neuter' | null
  readonly number: 'singular' | 'plural' | null
  /** All cases that the form allows (Russian); empty where the language has none. */
  readonly cases: readonly GrammaticalCase[]
  readonly tense: 'past' | 'present' | 'future' | null
}

export type GrammaticalCase =
  | 'nominative'
  | 'genitive'
  | 'dative'
  | 'accusative'
  | 'instrumental'
  | 'prepositional'

/**
 * A text made ready for analysis. Everything is computed from `text` and the language alone; readings are computed when
 * first asked for, and memoised by the language across documents.
 */
export interface Document {
  readonly text: string
  readonly language: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Span[]
  /** Runs of lines that are not blank; a single line break also ends a paragraph. */
  readonly paragraphs: readonly Span[]
  /** Words and numbers among the tokens: the denominator of rates. */
  readonly words: number
  /** Best reading of token `index` in context. */
  reading(index: number): Reading
  /** All lemmas that token `index` can have out of context (at least one), folded. Used for matching terms. */
  lemmas(index: number): readonly string[]
  /** The same for a folded word that is no token of its own, such as one part of a hyphenated word. */
  lemmasOf(norm: string): readonly string[]
  /** Index of the first token that ends after `offset` (so the one at it or the next one); `tokens.length` past the end. */
  tokenAt(offset: number): number
  /** Index of the sentence that holds `offset` (the nearest before it between sentences). */
  sentenceAt(offset: number): number
  /** Index of the paragraph that holds `offset` (the nearest before it between paragraphs). */
  paragraphAt(offset: number): number
}
