export const CUE_KINDS = ['neutral', 'doubting', 'endorsing', 'emotive'] as const
export type CueKind = (typeof CUE_KINDS)[number]

export interface PronounFeatures {
  readonly gender: 'masculine' | 'feminine' | null
  readonly number: 'singular' | 'plural'
}

/** What a language's cues look like to the rules of attribution and reported speech. All words are folded dictionary forms. */
export interface Cues {
  /** Verbs of speech and opinion, each with its kind. They take "that …" or a quotation. */
  readonly verbs: ReadonlyMap<string, CueKind>
  /** Of those: verbs that report only with "that …"; beside a quotation they say nothing of who speaks. */
  readonly weak: ReadonlySet<string>
  /** Verbs that may stand before a clause without "that": "said the troops had left". Empty where the language has no such clauses. */
  readonly bare: ReadonlySet<string>
  /** Of those: verbs that seldom take a plain object. */
  readonly bareSure: ReadonlySet<string>
  /** Verbs whose infinitive is what was said: "vowed to stay", "пообещал вернуться". */
  readonly promising: ReadonlySet<string>
  /** Verbs that ask somebody to do something; what was said begins with that somebody: "urged the sides to talk". */
  readonly urging: ReadonlySet<string>
  /** Verbs that name: "called it an occupation". They take a fragment, not a clause. */
  readonly naming: ReadonlySet<string>
  /** Forms without a subject: "сообщается, что". */
  readonly impersonal: ReadonlySet<string>
  /** Adjectives of opinion that take "that …": confident, уверен. */
  readonly states: ReadonlySet<string>
  /** Nouns that take "that …": statement, claim. */
  readonly nouns: ReadonlySet<string>
  /** Words that open a reported clause: that, whether; что, будто. */
  readonly openers: ReadonlySet<string>
  /** Question words that open one after a cue: why, how; почему, как. */
  readonly questions: ReadonlySet<string>
  /** Openings like "according to", as folded words; the speaker follows. */
  readonly sourcePhrases: readonly (readonly string[])[]
  /** Words that join two verbs of one subject: and, but. */
  readonly joiners: ReadonlySet<string>
  /** Nouns that name somebody by office or trade. */
  readonly roles: ReadonlySet<string>
  /** Of those: nouns that stand again for somebody already named: "the expert", «чиновник». */
  readonly epithets: ReadonlySet<string>
  /** Articles that point back to somebody named: the; der, die. Empty where the language has none. */
  readonly definite: ReadonlySet<string>
  /** Of those: nouns that fit whoever spoke last, whatever their office: expert, politician. */
  readonly generic: ReadonlySet<string>
  /** Offices that go by another name as well: "градоначальник" is a mayor. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>
  /** Nouns that name a body that can speak. */
  readonly organisations: ReadonlySet<string>
  /** Documents that speak. */
  readonly documents: ReadonlySet<string>
  readonly pronouns: ReadonlyMap<string, PronounFeatures>
  /** "по его словам": possessives by gender of the one meant. */
  readonly possessives: ReadonlyMap<string, PronounFeatures>
  /** Nouns before a name in marks: newspaper, ship, film. */
  readonly namedThings: ReadonlySet<string>
  /** Nouns before words that are quoted though nobody in particular says them: slogan, cries. */
  readonly slogans: ReadonlySet<string>
  /** Things that bear writing and so may speak: placard, page, certificate. */
  readonly bearers: ReadonlySet<string>
  /** Countries and cities, folded: they may speak, but are nobody that "he" means. Empty where other data tell places. */
  readonly places: ReadonlySet<string>
  /** Capitalised words that are no names: days, months. */
  readonly times: ReadonlySet<string>
  /** Openings of a sentence that turns away from what was just reported: earlier, meanwhile. */
  readonly turns: ReadonlySet<string>
  /** True where nouns have cases: subjects are then told by form, not by place. */
  readonly inflected: boolean
  /** True where all nouns have capitals: a capital then makes no name. */
  readonly capitalNouns: boolean
}

export const words = (text: string): string[] => text.trim().split(/\s+/)
export const wordSet = (text: string): ReadonlySet<string> => new Set(words(text))

/** For a language whose cues nobody has listed. */
export const NO_CUES: Cues = {
  verbs: new Map(),
  weak: new Set(),
  bare: new Set(),
  bareSure: new Set(),
  promising: new Set(),
  urging: new Set(),
  naming: new Set(),
  impersonal: new Set(),
  states: new Set(),
  nouns: new Set(),
  openers: new Set(),
  questions: new Set(),
  sourcePhrases: [],
  joiners: new Set(),
  roles: new Set(),
  epithets: new Set(),
  definite: new Set(),
  generic: new Set(),
  synonyms: new Map(),
  organisations: new Set(),
  documents: new Set(),
  pronouns: new Map(),
  possessives: new Map(),
  namedThings: new Set(),
  slogans: new Set(),
  bearers: new Set(),
  places: new Set(),
  times: new Set(),
  turns: new Set(),
  inflected: false,
  capitalNouns: false,
}
