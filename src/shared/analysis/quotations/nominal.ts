import type { CueVerb } from './cues.ts'
import type { Scene } from './scene.ts'
import { isAbbreviationStop } from './spans.ts'

/** What is said without a clause of its own: "accused them of hiding it", "called for him to go", "talked about how it began". */
export interface NominalReport {
  /** Token at which what is said begins. */
  readonly from: number
  /** Token before it: the preposition, or the verb. */
  readonly opener: number
}

/** Verbs that may take a question after a preposition: "talked about how", "hinted at what". */
const ABOUT_QUESTIONS = new Set('talk speak hint ask comment wonder write complain warn joke'.split(' '))
const ABOUT = /^(?:about|at|on|of)$/
/** An object may have this many words before "of" or "to". */
const LONGEST_OBJECT = 14

/** What a verb of speech says was done, asked or proposed in other words than a clause's, or null. */
export function nominalReport(scene: Scene, verb: CueVerb, to: number): NominalReport | null {
  const { document, cues, quoted } = scene
  const { tokens } = document
  const { index, lemma } = verb
  let at = index + 1
  while (at < to && (document.reading(at).pos === 'adverb' || cues.times.has(tokens[at]!.norm))) at++
  const next = tokens[at]
  if (next === undefined || at >= to || quoted[at] === 1) return null
  if (ABOUT_QUESTIONS.has(lemma) && ABOUT.test(next.norm) && cues.questions.has(tokens[at + 1]?.norm ?? ''))
    return quoted[at + 1] === 0 && to - at > 3 ? { from: at + 1, opener: at } : null
  if (lemma === 'accuse') return deed(scene, at, to)
  if (/^(?:call|appeal|plead|push)$/.test(lemma) && next.norm === 'for') return askedFor(scene, at, to)
  // "denied any part in the killing"
  if (lemma === 'deny' && next.norm === 'any' && to - at > 4) return { from: at, opener: index }
  if (lemma === 'propose' && !verb.impersonal && opensPhrase(scene, at)) return { from: at, opener: index }
  return null
}

/** "accused the group of endangering drivers": what somebody is said to have done, in three words at least. */
function deed(scene: Scene, from: number, to: number): NominalReport | null {
  const { document, quoted } = scene
  const { tokens } = document
  for (let at = from; at < Math.min(to - 3, from + LONGEST_OBJECT); at++) {
    const token = tokens[at]!
    if (token.norm === 'of' && /ing$/.test(tokens[at + 1]!.norm)) {
      for (let word = at + 1; word < at + 4; word++)
        if (quoted[word] === 1 || tokens[word]!.kind === 'punctuation') return null
      return /^(?:at|in|on|during|before|after)$/.test(tokens[at + 2]!.norm)
        ? null
        : { from: at + 1, opener: at }
    }
    if (isAbbreviationStop(scene, at)) continue
    if (quoted[at] === 1 || /^[.;:,—–]$/.test(token.text)) return null
    if (document.reading(at).pos === 'verb' && !/(?:ed|ing)$/.test(token.norm)) return null
  }
  return null
}

/** "called for the minister to resign": somebody and what they should do. */
function askedFor(scene: Scene, preposition: number, to: number): NominalReport | null {
  const { document, quoted } = scene
  const { tokens } = document
  for (let at = preposition + 2; at < Math.min(to - 1, preposition + LONGEST_OBJECT); at++) {
    if (isAbbreviationStop(scene, at)) continue
    if (quoted[at] === 1 || tokens[at]!.kind === 'punctuation') return null
    if (tokens[at]!.norm === 'to')
      return document.reading(at + 1).pos === 'verb' ? { from: preposition + 1, opener: preposition } : null
    if (document.reading(at).pos === 'verb') return null
  }
  return null
}

/** A noun phrase of at least two words begins here. */
function opensPhrase(scene: Scene, at: number): boolean {
  const { document } = scene
  const { pos } = document.reading(at)
  if (!['determiner', 'adjective', 'noun', 'name', 'numeral'].includes(pos)) return false
  const next = document.tokens[at + 1]
  return next !== undefined && next.kind === 'word' && document.reading(at + 1).pos !== 'verb'
}
