import type { Lexicon } from './lexicon.ts'

/** Rules of the check that the interface says in its own language, by name, with what was found. */
export const LEXICON_RULES = [
  'empty',
  'frames',
  'framesTogether',
  'rival',
  'example',
  'exclusion',
  'pattern.spaces',
  'pattern.gap',
  'pattern.gapOrder',
  'pattern.gapWidth',
  'pattern.gapPlace',
  'pattern.nothing',
  'pattern.both',
  'pattern.word',
  'pattern.stem',
] as const
export interface LexiconRule {
  readonly name: (typeof LEXICON_RULES)[number]
  readonly values: Readonly<Record<string, string | number>>
}

/** One fault of a pack, in a plain sentence, with the place that it speaks of. */
export interface LexiconProblem {
  /** From the pack down to the field: `['concepts', 0, 'frames', 1, 'terms', 'en', 3, 'pattern']`. */
  readonly path: readonly (string | number)[]
  readonly message: string
  /** Line of the file that was read, from 1; null for a pack that is no file. */
  readonly line: number | null
  /** The rule that is broken, where it has a name; else only the sentence tells. */
  readonly rule: LexiconRule | null
}

/** A pack and how it stands in this library. */
export type LexiconView = Lexicon & {
  /** True for the person's own packs, which the library keeps; shipped ones cannot be changed. */
  readonly own: boolean
  /** False: it takes no part in scoring and figures. */
  readonly enabled: boolean
  /** When this version was saved; null for a shipped pack. */
  readonly savedAt: string | null
}

/** What came of a change: the pack as it is now, or the faults for which nothing was stored. */
export interface LexiconSaved {
  readonly lexicon: LexiconView | null
  readonly problems: readonly LexiconProblem[]
}

/** What came of `lexicons.addTerm`: the pack with the term in it, stored or only drawn up. */
export interface LexiconTermAdded {
  readonly lexicon: Lexicon | null
  readonly saved: boolean
  readonly term: string
  readonly concept: string
  readonly frame: string
  readonly problems: readonly LexiconProblem[]
}

/** One stored version of a person's own pack, newest first in lists. */
export interface LexiconVersion {
  readonly version: string
  readonly savedAt: string
  readonly concepts: number
  readonly terms: number
}

/** A mention that a change of packs gains or loses, in context. */
export interface PreviewLine {
  readonly change: 'gained' | 'lost'
  readonly articleId: number
  /** The empty name: no outlet given. */
  readonly outlet: string
  readonly title: string
  readonly published: string | null
  /** Offsets into the article's text. */
  readonly start: number
  readonly end: number
  readonly before: string
  readonly text: string
  readonly after: string
  readonly lexicon: string
  readonly concept: string
  readonly frame: string
  readonly term: string
}

/** Mentions that a frame gains and loses, by term. A naming that changes its frame is lost in one and gained in another. */
export interface PreviewFrame {
  readonly concept: string
  readonly frame: string
  /** Mentions stored now in the articles selected. */
  readonly before: number
  readonly gained: number
  readonly lost: number
  readonly terms: readonly {
    readonly lexicon: string
    readonly term: string
    readonly gained: number
    readonly lost: number
  }[]
}

/** What a change of packs would change in what is stored. Nothing is stored by looking. */
export interface LexiconPreview {
  /** Faults of the draft. Terms with a faulty pattern take no part; a pack that is none by its form changes nothing. */
  readonly problems: readonly LexiconProblem[]
  readonly gained: number
  readonly lost: number
  /** Articles in which something is gained or lost. */
  readonly articlesTouched: number
  /** Articles selected by the filter. */
  readonly articles: number
  /** Articles that hold a word with which a changed term can begin, or a mention of one: only these can change. */
  readonly candidates: number
  /** Candidates that were looked at; fewer than all when the time was up, and then every count is of these alone. */
  readonly searched: number
  /** Articles selected whose stored scores are of an older version and are being redone: figures may still move. */
  readonly stale: number
  /** Frames that gain or lose, in the packs' order. */
  readonly frames: readonly PreviewFrame[]
  /** Gained first, in the order of articles and places; as many of each as asked for. */
  readonly lines: readonly PreviewLine[]
}

/** One inflected form of a word. */
export interface ProposedForm {
  readonly form: string
  /** Made by a rule, not found in a dictionary: look at it. */
  readonly guessed: boolean
  /** The dictionary form matches it without being told. */
  readonly covered: boolean
  /** It occurs in the library. */
  readonly inLibrary: boolean
}

/** How a term would be written in a pack, and which forms it matches. */
export interface FormsProposal {
  /** The term in the packs' notation, each word in dictionary form. */
  readonly pattern: string
  readonly words: readonly {
    readonly word: string
    /** Dictionary form. */
    readonly lemma: string
    /** False: the dictionary does not know the word, and all of it is a guess. */
    readonly known: boolean
    readonly forms: readonly ProposedForm[]
  }[]
}

export type LexiconFormat = 'yaml' | 'json'
