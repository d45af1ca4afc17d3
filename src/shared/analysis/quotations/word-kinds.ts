import { getLanguage } from '../languages/index.ts'
import type { Document, Token } from '../text/document.ts'
import { Recent } from '../text/recent.ts'
import { UNKNOWN } from '../text/spellings.ts'
import { isCueForm } from './cue-forms.ts'
import type { Cues } from './cue-types.ts'

/** What a word can be to the rules of attribution, as bits. */
export const ROLE = 1
export const ORGANISATION = 2
export const DOCUMENT = 4
/** A verb of speech, opinion or naming, in some of its readings. */
export const CUE = 8
export const NOUN_CUE = 16
export const NAMED_THING = 32
export const PRONOUN = 64
/** A day, a month. */
export const TIME = 128
/** A given name that tells a man from a woman. */
export const GIVEN = 256
/** May begin a source phrase ("according", "by his account"). */
export const SOURCE = 512
/** Opens a reported clause ("that"). */
export const OPENER = 1024

/** The bits of a token, remembered with its spelling. */
export function kindsAt(document: Document, token: Token, cues: Cues): number {
  const { spelling } = token
  if (spelling.kinds === UNKNOWN) spelling.kinds = kindsOf(document, spelling.norm, cues)
  return spelling.kinds
}

const memory = new Map<Cues, Recent<string, number>>()
let lastCues: Cues | null = null
let lastKnown = new Recent<string, number>()

/** The bits of a folded word, by any of its dictionary forms; of a compound by its last part too. Remembered by word. */
export function kindsOf(document: Document, norm: string, cues: Cues): number {
  if (lastCues !== cues) {
    lastCues = cues
    lastKnown = memory.get(cues) ?? new Recent<string, number>()
    memory.set(cues, lastKnown)
  }
  let kinds = lastKnown.get(norm)
  if (kinds === undefined) {
    kinds = compute(document, norm.replace(/'s?$/, ''), norm, cues)
    lastKnown.set(norm, kinds)
  }
  return kinds
}

function compute(document: Document, bare: string, norm: string, cues: Cues): number {
  const hyphen = bare.lastIndexOf('-')
  const tails = hyphen > 0 ? document.lemmasOf(bare.slice(hyphen + 1)) : []
  // "engineering" is no engineer.
  const lemmas = /ing$/.test(bare) ? [bare] : [bare, ...document.lemmasOf(bare)]
  const nouns = [...lemmas, ...tails]
  const some = (words: readonly string[], set: ReadonlySet<string> | ReadonlyMap<string, unknown>) =>
    words.some((one) => set.has(one))
  let kinds = 0
  // «депутат-коммунист», «эколог-активист»: either part may be the office.
  const heads = hyphen > 0 && cues.inflected ? document.lemmasOf(bare.slice(0, hyphen)) : []
  if (some(nouns, cues.roles) || some(heads, cues.roles)) kinds |= ROLE
  if (some(nouns, cues.organisations)) kinds |= ORGANISATION
  if (some(lemmas, cues.documents)) kinds |= DOCUMENT
  const own = document.lemmasOf(norm)
  if (some(own, cues.verbs) || some(own, cues.naming) || some(own, cues.impersonal) || some(own, cues.states))
    kinds |= CUE
  if (isCueForm(norm, cues.inflected)) kinds |= CUE
  if (some(lemmas, cues.nouns)) kinds |= NOUN_CUE
  if (some(nouns, cues.namedThings)) kinds |= NAMED_THING
  if (cues.pronouns.has(norm)) kinds |= PRONOUN
  if (cues.times.has(norm)) kinds |= TIME
  if (getLanguage(document.language).genderOfName([norm, '']) !== null) kinds |= GIVEN
  if (cues.sourcePhrases.some((phrase) => phrase[0] === norm) || (norm === 'by' && !cues.inflected))
    kinds |= SOURCE
  if (cues.openers.has(norm)) kinds |= OPENER
  return kinds
}
