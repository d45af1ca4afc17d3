import type { Explanation } from './explanation.ts'
import type { Span } from './span.ts'
import type { Section, Voice } from './voice.ts'

/** One occurrence of a lexicon term in an article, without regard to who says it. */
export interface TermMatch extends Span {
  /** The words as they stand in the text. */
  readonly text: string
  readonly lexicon: string
  readonly concept: string
  readonly frame: string
  readonly term: string
}

/** Who calls whom what, where a text says so: the mention is the name that is given. */
export interface NamingAct {
  /** Who gives the name; null when the text does not say. */
  readonly by: string | null
  /** The verb as it stands in the text ("called"). */
  readonly verb: string
  /** Who or what is named, as it stands in the text ("the protesters"). */
  readonly whom: string
}

/** One mention, with whose words it is in. */
export interface Mention extends TermMatch {
  /** BCP 47 primary language of the matched term. */
  readonly language: string
  readonly voice: Voice
  /** 0…1 confidence in the voice. */
  readonly confidence: number
  /** Speaker in dictionary form, or null when nobody is identified. */
  readonly speaker: string | null
  readonly person: number | null
  readonly cue: string | null
  /** Index into the analysis's quotations when the mention stands inside one, else null. */
  readonly quotation: number | null
  readonly section: Section
  /** Grammatically negated in its clause ("not an occupation"). */
  readonly negated: boolean
  readonly naming: NamingAct | null
  /** Tone of the mention's sentence, −1…1 (0: neutral or no listed word). See docs/method.md. */
  readonly tone: number
  readonly why: Explanation
}
