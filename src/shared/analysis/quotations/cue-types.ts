export const CUE_KINDS = ['neutral', 'doubting', 'endorsing', 'emotive'] as const
export type CueKind = (typeof CUE_KINDS)[number]

/** What a language's cues look like to the rules of attribution and reported speech. */
export interface Cues {
  /** Verbs of speech and opinion, by dictionary form. They take "that …" or a quotation. */
  readonly verbs: ReadonlyMap<string, CueKind>
  /** Verbs that name: "called it an occupation". They take a fragment, not a clause. */
  readonly naming: ReadonlySet<string>
  /** Nouns that take "that …": statement, claim. */
  readonly nouns: ReadonlySet<string>
  /** Openings like "according to", as folded words; the speaker follows. */
  readonly sourcePhrases: readonly (readonly string[])[]
  /** Nouns that name somebody by office or trade, as dictionary forms. */
  readonly roles: ReadonlySet<string>
  /** Nouns that name a body that can speak. */
  readonly organisations: ReadonlySet<string>
  /** Documents that speak. */
  readonly documents: ReadonlySet<string>
  readonly pronouns: ReadonlyMap<
    string,
    { readonly gender: 'masculine' | 'feminine' | null; readonly number: 'singular' | 'plural' }
  >
  /** Nouns before a name in marks: newspaper, ship, film. */
  readonly namedThings: ReadonlySet<string>
}

export const words = (text: string): string[] => text.trim().split(/\s+/)
