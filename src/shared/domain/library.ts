import type { Guesses, LeftOut } from './article.ts'
import type { MentionCorrection } from './correction.ts'
import type { LexiconRef, LocalisedText } from './lexicon.ts'
import type { Mention } from './mention.ts'
import type { Person, Quotation } from './quotation.ts'
import type { Span } from './span.ts'

export interface Story {
  readonly id: number
  readonly title: string
  /** True for the invented story that the app ships. */
  readonly sample: boolean
  readonly articles: number
  readonly outlets: number
  readonly firstPublished: string | null
  readonly lastPublished: string | null
}

/** A row of the library's list. */
export interface ArticleRow {
  readonly id: number
  readonly storyId: number | null
  readonly title: string
  /** The first words of the text after the headline; with a search, the passage found (matches between \u0001 and \u0002). */
  readonly snippet: string
  readonly outlet: string | null
  readonly published: string | null
  readonly language: string
  readonly words: number
  readonly guessedFields: readonly (keyof Guesses)[]
  /** Mentions by frame of the chosen concept, in the lexicon's order; null when no concept was asked for. */
  readonly frames: readonly number[] | null
}

/** One article as Read shows it. */
export interface ArticleView {
  readonly id: number
  readonly storyId: number | null
  readonly file: string
  readonly title: string
  readonly outlet: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly language: string
  readonly url: string | null
  readonly words: number
  readonly text: string
  readonly guesses: Guesses
  readonly leftOut: readonly LeftOut[]
  /** Passages that the reader put back; `at` is where each stands in `text`. */
  readonly putBack: readonly LeftOut[]
  readonly extra: Readonly<Record<string, string>>
  readonly sentences: readonly Span[]
  readonly quotations: readonly Quotation[]
  readonly people: readonly Person[]
  /** With corrections applied; one that a reader struck out stands here with its correction and counts nowhere. */
  readonly mentions: readonly (Mention & {
    readonly id: number
    readonly correction: MentionCorrection | null
  })[]
  readonly analysisVersion: string
  /** The lexicons, at their versions, that the mentions were found with. */
  readonly lexicons: readonly LexiconRef[]
  readonly addedAt: string
}

export interface LexiconSummary {
  readonly id: string
  readonly version: string
  readonly label: LocalisedText
  readonly note: LocalisedText
  /** The pack that this one adds to, or null. */
  readonly extends: string | null
  /** The pack and version that this one is a copy of, or null. */
  readonly basedOn: LexiconRef | null
  /** True for the person's own packs; shipped ones cannot be changed. */
  readonly own: boolean
  /** False: it takes no part in scoring and figures. */
  readonly enabled: boolean
  /** When this version was saved; null for a shipped pack. */
  readonly savedAt: string | null
  readonly languages: readonly string[]
  readonly concepts: readonly {
    readonly id: string
    readonly label: LocalisedText
    /** Mentions of the concept in the whole library, whichever pack found them. */
    readonly mentions: number
    readonly frames: readonly { readonly id: string; readonly label: LocalisedText; readonly terms: number }[]
  }[]
}

export interface FacetValue {
  /** Null stands for "none given". */
  readonly value: string | null
  readonly label: string
  readonly count: number
}

export interface ArticleFacets {
  readonly total: number
  readonly stories: readonly { readonly id: number | null; readonly title: string; readonly count: number }[]
  readonly outlets: readonly FacetValue[]
  readonly languages: readonly FacetValue[]
  readonly guessed: number
  readonly firstPublished: string | null
  readonly lastPublished: string | null
}

/** Why a file was not read, where the file's name and the reason say all. */
export type ImportFault =
  | 'empty'
  | 'pdf'
  | 'word'
  | 'archive'
  | 'image'
  | 'binary'
  | 'kind'
  | 'large'
  | 'unreadable'
  | 'page'
  | 'folder'

/** What an import has done so far; sent as an event and kept until dismissed. */
export interface ImportProgress {
  readonly jobId: string
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly total: number
  readonly done: number
  readonly added: number
  readonly alreadyHere: number
  readonly failed: readonly {
    readonly file: string
    readonly message: string
    readonly reason?: ImportFault
  }[]
  readonly duplicates: readonly {
    readonly file: string
    readonly title: string
    readonly articleId: number
  }[]
  readonly storyId: number | null
  /** Filled when the import has ended. */
  readonly addedIds: readonly number[]
}
