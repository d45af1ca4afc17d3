/** How a text says that something goes by a name: "so-called X", "what A calls X" or "called B X", “X” in scare marks. */
export const NAMING_KINDS = ['so-called', 'called', 'scare'] as const
export type NamingKind = (typeof NAMING_KINDS)[number]

/** What finds candidates for rival terms. */
export const DISCOVERY_SOURCES = ['likeness', 'keyness', 'naming'] as const
export type DiscoverySource = (typeof DISCOVERY_SOURCES)[number]

/** A word in a slot: −2…2 are places before and after, 0 is near by, wherever it stands. */
export interface SlotContext {
  readonly place: number
  /** Dictionary form; numbers are 0. */
  readonly word: string
}

/** The candidate fills slots that known terms of a concept fill. */
export interface CandidateLikeness {
  readonly concept: string
  /** 0…1. */
  readonly cosine: number
  /** Shared contexts, those that weigh most first: at most `SHOWN_CONTEXTS`, of `sharedTotal`. */
  readonly shared: readonly SlotContext[]
  readonly sharedTotal: number
  /** The known term (a form of it, in small letters) whose slots are most like, and the outlets that print it. */
  readonly like: { readonly text: string; readonly frame: string; readonly outlets: readonly string[] }
  /** Outlets that print the candidate and not this known term. */
  readonly otherOutlets: readonly string[]
}

/** The candidate sets an outlet apart from the others that write in its language. */
export interface CandidateKeyness {
  readonly outlet: string
  readonly count: number
  readonly reference: number
  /** Words (for a phrase: pairs of words) of the outlet, and of the others. */
  readonly total: number
  readonly referenceTotal: number
  readonly logRatio: number
  readonly z: number
  readonly pAdjusted: number
}

/** The texts say outright that something is called so. */
export interface CandidateNaming {
  readonly articles: number
  readonly acts: Readonly<Record<NamingKind, number>>
}

/** A word or phrase that may rival known terms, and what speaks for it. */
export interface Candidate {
  /** Dictionary forms with a blank between them. */
  readonly key: string
  /** The form that stands most often in the texts; where words have cases, in the nominative. */
  readonly text: string
  readonly count: number
  readonly articles: number
  /** Every outlet that writes in the language. */
  readonly outlets: readonly { readonly outlet: string; readonly count: number; readonly words: number }[]
  /** Sum of reciprocal ranks: what the list is ordered by. */
  readonly value: number
  readonly likeness: CandidateLikeness | null
  readonly keyness: CandidateKeyness | null
  readonly naming: CandidateNaming | null
  /** The reader said that it is no rival term. */
  readonly hidden: boolean
}

/** Candidates of one language. Counts are of the articles read. */
export interface LanguageCandidates {
  readonly language: string
  /** False: there are no rules for telling this language's nouns, so nothing can be found. */
  readonly hasRules: boolean
  /** Articles selected, and those of them that were read: all, unless there are very many. */
  readonly articles: number
  readonly articlesRead: number
  readonly wordsRead: number
  readonly outlets: number
  /** Namings of the concept (of any concept, without one) by known terms: what likeness is measured with. */
  readonly known: number
  /** Candidates in all, hidden ones left out; how many are hidden. */
  readonly total: number
  readonly hidden: number
  readonly candidates: readonly Candidate[]
}

export interface CandidateLine {
  readonly articleId: number
  /** The empty name: no outlet given. */
  readonly outlet: string
  readonly title: string
  readonly published: string | null
  readonly start: number
  readonly end: number
  readonly before: string
  readonly text: string
  readonly after: string
}
