import type { Reading, Token } from '../../text/document.ts'
import type { Language } from '../language.ts'

const NONE: ReadonlySet<string> = new Set()

/** For a language without a folder: every word is its own dictionary form, and nothing is known of it. */
export const general: Language = {
  code: 'und',
  endonym: '',
  abbreviations: { joining: NONE, beforeNumber: NONE, mayEnd: NONE, needsStarter: NONE, afterNumber: NONE },
  sentenceStarters: NONE,
  speechVerbs: NONE,
  negations: NONE,
  lemmas: (norm) => [norm],
  readings: (tokens) => tokens.map(readingOf),
  nominative: (tokens, from, to) =>
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' '),
  cases: () => new Set(),
  genderOfName: () => null,
  nameStem: (norm) => norm,
}

const readingOf = (token: Token): Reading => ({
  lemma: token.norm,
  pos: token.kind === 'punctuation' ? 'punctuation' : token.kind === 'number' ? 'numeral' : 'other',
  name: null,
  animate: null,
  gender: null,
  number: null,
  cases: [],
  tense: null,
})
