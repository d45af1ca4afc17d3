/** A word or number of a text, in order, as figures of words count it. */
export interface SequenceWord {
  /** As it stands, folded, and its dictionary form as read in context. */
  readonly form: string
  readonly lemma: string
  /** Whether it is in the outlet's own words: outside every quotation and reported passage. */
  readonly own: boolean
}

/** The words of a text in runs: a mark or the end of a sentence ends a run. */
export type WordSequence = readonly (readonly SequenceWord[])[]
