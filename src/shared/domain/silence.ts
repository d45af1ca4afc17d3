export const SILENCE_KINDS = ['concept', 'frame', 'speaker', 'fact'] as const
export type SilenceKind = (typeof SILENCE_KINDS)[number]

/** What an outlet's articles can hold: a concept, one of its frames, a speaker, a figure of people. */
export interface Thing {
  readonly kind: SilenceKind
  /** Id of the concept or frame, the speaker's name, or what happened to the people counted. */
  readonly what: string
  /** A frame's concept. */
  readonly concept: string | null
  /** Of a figure of people. */
  readonly value: number | null
}

/** A thing that other outlets have and this one has not. */
export interface Silence extends Thing {
  readonly outlet: string
  /** Other outlets that have it, in how many articles together, and how often. */
  readonly outlets: number
  readonly articles: number
  readonly places: number
}

/** What one outlet is silent about, and how much each outlet is. */
export interface Silences {
  readonly minOutlets: number
  /** By outlet: how many things of each kind it lacks. */
  readonly overview: readonly ({ readonly outlet: string } & Readonly<Record<SilenceKind, number>>)[]
  /** Of the outlet asked for: what most others have first. */
  readonly rows: readonly Silence[]
}
