import type { Language } from '../language.ts'
import { englishCues } from './cues.ts'
import { englishInflections } from './inflections.ts'
import { englishLemmas } from './lemmas.ts'
import { englishGenderOfName, englishName } from './names.ts'
import { englishReadings } from './readings.ts'
import {
  ABBREVIATIONS,
  CALLING_VERBS,
  NEGATION_LIMITS,
  NEGATIONS,
  SENTENCE_STARTERS,
  SO_CALLED,
  SPEECH_VERBS,
} from './words.ts'

const NO_CASES: ReadonlySet<never> = new Set()

export const english: Language = {
  code: 'en',
  endonym: 'English',
  abbreviations: ABBREVIATIONS,
  sentenceStarters: SENTENCE_STARTERS,
  speechVerbs: SPEECH_VERBS,
  negations: NEGATIONS,
  callingVerbs: CALLING_VERBS,
  negationLimits: NEGATION_LIMITS,
  soCalled: SO_CALLED,
  cues: englishCues,
  grammar: null,
  lemmas: englishLemmas,
  inflections: englishInflections,
  readings: englishReadings,
  nominative: englishName,
  cases: () => NO_CASES,
  genderOfName: englishGenderOfName,
  nameStem: (norm) =>
    norm.endsWith("'") ? norm.slice(0, -1) : norm.endsWith("'s") ? norm.slice(0, -2) : norm,
}
