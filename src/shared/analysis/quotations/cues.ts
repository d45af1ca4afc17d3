import { englishCues } from '../languages/en/cues.ts'
import { russianCues } from '../languages/ru/cues.ts'
import type { Document } from '../text/document.ts'
import type { Cues } from './cue-types.ts'

const NONE: Cues = {
  verbs: new Map(),
  naming: new Set(),
  nouns: new Set(),
  sourcePhrases: [],
  roles: new Set(),
  organisations: new Set(),
  documents: new Set(),
  pronouns: new Map(),
  namedThings: new Set(),
}

/** The cues of a language; none where the language has no list of its own. */
export const cuesOf = (language: string): Cues =>
  language === 'en' ? englishCues : language === 'ru' ? russianCues : NONE

const VERBAL = new Set(['verb', 'participle', 'gerund'])

/** True when token `index` is a verb of speech or opinion, or one that names. */
export function isCueVerb(document: Document, index: number, cues: Cues): boolean {
  const token = document.tokens[index]
  if (token === undefined || token.kind !== 'word') return false
  const lemmas = document.lemmas(index)
  if (!lemmas.some((one) => cues.verbs.has(one) || cues.naming.has(one))) return false
  const { pos } = document.reading(index)
  return (
    VERBAL.has(pos) ||
    (document.language === 'en' && /^(?:said|says|told|called|wrote|added|asked)$/.test(token.norm))
  )
}
