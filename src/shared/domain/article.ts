import { z } from 'zod'

/** Fields the app may have to guess, and what it read the guess from. */
export const GUESSED_FIELDS = ['title', 'outlet', 'published', 'language', 'byline'] as const
export type GuessedField = (typeof GUESSED_FIELDS)[number]

/** Where a guess was read from; each is a message key of the interface's catalogues (`guess.<from>`). */
export const GUESS_SOURCES = [
  'first-line',
  'markup',
  'file-name',
  'folder-name',
  'address',
  'site-name-in-text',
  'date-in-text',
  'relative-date',
  'letters-of-text',
  'byline-in-text',
  'footer',
] as const
export type GuessSource = (typeof GUESS_SOURCES)[number]

export const guessSchema = z
  .object({
    from: z.enum(GUESS_SOURCES),
    /** The words of the original that the guess was read from. */
    evidence: z.string(),
  })
  .readonly()
export type Guess = z.infer<typeof guessSchema>

export const guessesSchema = z.partialRecord(z.enum(GUESSED_FIELDS), guessSchema).readonly()
export type Guesses = z.infer<typeof guessesSchema>

/** Why cleaning left a passage out; message keys `leftOut.<reason>`. */
export const LEFT_OUT_REASONS = [
  'navigation',
  'notice',
  'share-bar',
  'comments',
  'tags',
  'related',
  'repeated-title',
  'caption',
  'metadata',
  'promotion',
  'footer',
] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]

/** A passage of the original that cleaning left out of the article text. */
export const leftOutSchema = z
  .object({
    /** Offset into the article text at which the passage would stand. */
    at: z.number().int().nonnegative(),
    /** Half-open range in the original text: also the passage's identity for putting it back. */
    originalStart: z.number().int().nonnegative(),
    originalEnd: z.number().int().nonnegative(),
    text: z.string(),
    reason: z.enum(LEFT_OUT_REASONS),
  })
  .readonly()
export type LeftOut = z.infer<typeof leftOutSchema>

/** `YYYY-MM-DD`, or with a time as ISO 8601. */
export const isoDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/)

/** What importing makes of one input: an article not yet stored. */
export interface ArticleDraft {
  /** Path as the person gave it (a `.jsonl` row: the file's path). */
  readonly file: string
  /** Id given by the input (`.jsonl`), or null. */
  readonly givenId: string | null
  readonly title: string
  readonly outlet: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly language: string
  readonly url: string | null
  readonly story: string | null
  /** The text before cleaning, after decoding and (for HTML) extraction. */
  readonly original: string
  /** The text that is analysed. */
  readonly text: string
  readonly leftOut: readonly LeftOut[]
  readonly guesses: Guesses
  /** Columns or fields the app has no use for, kept as given. */
  readonly extra: Readonly<Record<string, string>>
}
