import type { Cues } from '../quotations/cue-types.ts'
import type { Grammar } from '../quotations/grammar.ts'
import type { GrammaticalCase, Reading, Token } from '../text/document.ts'

export type Gender = 'masculine' | 'feminine'

/** What may follow a full stop after an abbreviation without ending the sentence. */
export interface Abbreviations {
  /** Always joined to what follows: titles before names ("Mr.", "г-н"), "т. е.". */
  readonly joining: ReadonlySet<string>
  /** Joined to a number or a name that follows ("No.", "ст.", "ул."). */
  readonly beforeNumber: ReadonlySet<string>
  /** May end a sentence: does so before a capital that is not plainly a continuation ("etc.", "г.", "p.m."). */
  readonly mayEnd: ReadonlySet<string>
  /** Of those that may end one: these do so only before a plain sentence starter ("Inc.", before a name). */
  readonly needsStarter: ReadonlySet<string>
  /** Of those that may end one: these do so only after a number ("1992 г."); without one they introduce a name. */
  readonly afterNumber: ReadonlySet<string>
  /** A short number with a full stop is an ordinal ("3. Oktober") unless a sentence starter follows. */
  readonly ordinals: boolean
}

/** How far a negation reaches, beside the limits that all languages share. */
export interface NegationLimits {
  /** Words that end its reach: but, who. */
  readonly turns: ReadonlySet<string>
  /** After these it negates nothing: "not only", "no doubt". */
  readonly unless: ReadonlySet<string>
  /** Dictionary forms of verbs that let it through: "was not", "ist keine". */
  readonly light: ReadonlySet<string>
}

/** The forms of a word, for showing a person what a term will match. */
export interface Inflections {
  /** Dictionary form, folded. */
  readonly lemma: string
  /** True when a dictionary has the word; false when its forms were made by rule. */
  readonly known: boolean
  /** Folded forms, the dictionary form first, each once. */
  readonly forms: readonly { readonly form: string; readonly guessed: boolean }[]
}

/** Everything that differs by language. A third language is one folder that exports one such value. */
export interface Language {
  /** BCP 47 primary subtag. */
  readonly code: string
  /** The language's own name. */
  readonly endonym: string
  readonly abbreviations: Abbreviations
  /** Words that begin a sentence but never continue a name: after an abbreviation they show that a sentence begins. */
  readonly sentenceStarters: ReadonlySet<string>
  /** Folded verbs of speech that may follow a quotation's closing mark (`“Why?” Venn asked.`). */
  readonly speechVerbs: ReadonlySet<string>
  /** Every dictionary form that the folded word can have, at least one. Memoised by the language. */
  lemmas(norm: string): readonly string[]
  /** The forms of a folded word by the language's morphology, as far as it knows them. */
  inflections(norm: string): Inflections
  /** Best readings of all tokens of a text, in context. */
  readings(tokens: readonly Token[], text: string): readonly Reading[]
  /**
   * The words from token `from` up to (not with) `to`, which stand in `given` case, as a name in dictionary form. Without a
   * case they are read as they stand.
   */
  nominative(tokens: readonly Token[], from: number, to: number, given?: GrammaticalCase): string
  /** All cases that a folded form can stand in, out of context; empty where the language or the word has none. */
  cases(norm: string): ReadonlySet<GrammaticalCase>
  /** Whether a person of this name, given as folded words, is a man or a woman; null when the name does not tell. */
  genderOfName(words: readonly string[]): Gender | null
  /** What forms of one surname have in common: "захаровой" and "захарова". */
  nameStem(norm: string): string
  /** Words that negate what follows in their clause. */
  readonly negations: ReadonlySet<string>
  /** Dictionary forms of verbs that give somebody a name: "call", "dub", «назвать». */
  readonly callingVerbs: ReadonlySet<string>
  readonly negationLimits: NegationLimits
  /** What keeps its distance right before quotation marks ("so-called"), up to the end of the text before them. */
  readonly soCalled: RegExp
  /** The words by which speakers and what they say are found. */
  readonly cues: Cues
  /** Rules of its own for clauses, subjects and names; null where those of `quotations/` fit. */
  readonly grammar: Grammar | null
}
