import type { Language } from '../language.ts'
import { russianCues } from './cues.ts'
import { russianInflections } from './inflections.ts'
import { analyseForm, russianLemmas } from './morphology.ts'
import { russianCases, russianGenderOfName, russianNameStem, russianNominative } from './names.ts'
import { russianReadings } from './readings.ts'
import {
  ABBREVIATIONS,
  CALLING_VERBS,
  NEGATION_LIMITS,
  NEGATIONS,
  SENTENCE_STARTERS,
  SO_CALLED,
  SPEECH_VERBS,
} from './words.ts'

export const russian: Language = {
  code: 'ru',
  endonym: 'Русский',
  abbreviations: ABBREVIATIONS,
  sentenceStarters: SENTENCE_STARTERS,
  speechVerbs: SPEECH_VERBS,
  negations: NEGATIONS,
  callingVerbs: CALLING_VERBS,
  negationLimits: NEGATION_LIMITS,
  soCalled: SO_CALLED,
  cues: russianCues,
  grammar: null,
  lemmas: russianLemmas,
  inflections: russianInflections,
  readings: russianReadings,
  nominative: russianNominative,
  cases: russianCases,
  genderOfName: russianGenderOfName,
  nameStem: russianNameStem,
}

export { analyseForm }
