import { NO_CUES } from '../../quotations/cue-types.ts'
import type { Reading, Token } from '../../text/document.ts'
import type { Language } from '../language.ts'

const NONE: ReadonlySet<string> = new Set()

/** For a language without a folder: every word is its own dictionary form, and nothing is known of it. */
export const general: Language = {
  code: 'und',
  endonym: '',
  abbreviations: {
    joining: NONE,
    beforeNumber: NONE,
    mayEnd: NONE,
    needsStarter: NONE,
    afterNumber: NONE,
    ordinals: false,
  },
  sentenceStarters: NONE,
  speechVerbs: NONE,
  negations: NONE,
  callingVerbs: NONE,
  negationLimits: { turns: NONE, unless: NONE, light: NONE },
  soCalled: /(?!)/,
  cues: NO_CUES,
  grammar: null,
  lemmas: (norm) => [norm],
  inflections: (norm) => ({ lemma: norm, known: false, forms: [{ form: norm, guessed: false }] }),
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
