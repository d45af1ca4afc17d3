import type { Language } from '../language.ts'
import { englishLemmas } from './lemmas.ts'
import { englishGenderOfName } from './names.ts'
import { englishReadings } from './readings.ts'
import { ABBREVIATIONS, NEGATIONS, SENTENCE_STARTERS, SPEECH_VERBS } from './words.ts'

const NO_CASES: ReadonlySet<never> = new Set()

export const english: Language = {
  code: 'en',
  endonym: 'English',
  abbreviations: ABBREVIATIONS,
  sentenceStarters: SENTENCE_STARTERS,
  speechVerbs: SPEECH_VERBS,
  negations: NEGATIONS,
  lemmas: englishLemmas,
  readings: englishReadings,
  nominative: (tokens, from, to) =>
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' ')
      .replace(/ (?=[,.])/g, '')
      .replace(/['’]s?$/, ''),
  cases: () => NO_CASES,
  genderOfName: englishGenderOfName,
  nameStem: (norm) => norm.replace(/'s?$/, ''),
}
