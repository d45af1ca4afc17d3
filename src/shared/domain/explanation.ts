/**
 * Why a rule decided as it did: a message key of the interface's catalogues (namespace `why`) with the words to put
 * into it. It is made by the rule that decided, and turned into a sentence in the reader's language by the front.
 */
export interface Explanation {
  readonly rule: string
  readonly values: Readonly<Record<string, string>>
}
