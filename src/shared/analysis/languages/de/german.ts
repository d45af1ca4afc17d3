import type { Grammar } from '../../quotations/grammar.ts'
import type { Language } from '../language.ts'
import { germanActors } from './actors.ts'
import { germanCueBehind, germanCueVerbAt } from './cue-verbs.ts'
import { germanCues } from './cues.ts'
import { germanLemmas } from './lemmas.ts'
import { germanGenderOfName, germanNameStem, germanNominative } from './names.ts'
import { germanReadings } from './readings.ts'
import { germanReported } from './reported.ts'
import { germanSourcePhrases } from './sources.ts'
import { germanSubjectOf } from './subjects.ts'
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

const grammar: Grammar = {
  cueVerbAt: germanCueVerbAt,
  actors: germanActors,
  subjectOf: germanSubjectOf,
  cueBehind: germanCueBehind,
  sourcePhrasesIn: germanSourcePhrases,
  reportedIn: germanReported,
}

export const german: Language = {
  code: 'de',
  endonym: 'Deutsch',
  abbreviations: ABBREVIATIONS,
  sentenceStarters: SENTENCE_STARTERS,
  speechVerbs: SPEECH_VERBS,
  negations: NEGATIONS,
  callingVerbs: CALLING_VERBS,
  negationLimits: NEGATION_LIMITS,
  soCalled: SO_CALLED,
  cues: germanCues,
  grammar,
  lemmas: germanLemmas,
  // Words match by their stem, and no list of forms is at hand.
  inflections: (norm) => ({ lemma: norm, known: false, forms: [{ form: norm, guessed: false }] }),
  readings: germanReadings,
  nominative: germanNominative,
  cases: () => NO_CASES,
  genderOfName: germanGenderOfName,
  nameStem: germanNameStem,
}
