import { actorsIn } from './actors.ts'
import type { CueVerb } from './cues.ts'
import type { Scene } from './scene.ts'
import { isAbbreviationStop } from './spans.ts'

/** What is said without a clause of its own: "accused them of hiding it", "called for him to go", "talked about how it began". */
export interface NominalReport {
  /** Token at which what is said begins. */
  readonly from: number
  /** Token before it: the preposition, or the verb. */
  readonly opener: number
  /** Token after its last. */
  readonly until?: number
}

/** Verbs that may take a question after a preposition: "talked about how", "hinted at what". */
const ABOUT_QUESTIONS = new Set('talk speak hint ask comment wonder write complain warn joke'.split(' '))
const ABOUT = /^(?:about|at|on|of)$/
/** Verbs whose plain object is what was asked or held out: "demanded a public inquiry into the flood". */
const OBJECTS = new Set(
  'propose demand request urge promise pledge predict threaten recommend recall'.split(' '),
)
/** Verbs that say something of a thing after a preposition: "warned of a second flood", "hinted at a new tax". */
const SAID_OF: ReadonlyMap<string, RegExp> = new Map([
  ['warn', /^(?:of|about|against)$/],
  ['complain', /^(?:of|about)$/],
  ['boast', /^(?:of|about)$/],
  ['hint', /^at$/],
  ['call', /^for$/],
  ['appeal', /^for$/],
  ['plead', /^for$/],
  ['ask', /^for$/],
  ['insist', /^on$/],
])
/** Verbs that say what they think something is: "described the plan as a gift to smugglers". */
const AS = new Set(
  `describe dismiss portray denounce condemn characterise characterize depict cast paint deride mock hail tout praise decry
  introduce criticise criticize`.split(/\s+/),
)
/** Verbs that tell a feeling of somebody's: "expressed astonishment at the price". */
const FEELS = new Set(['express', 'voice'])
/** Words at which what was said in a noun phrase ends: after them the outlet tells when and why. */
const ENDS =
  /^(?:after|when|as|while|because|since|before|amid|despite|following|until|though|although|if|who|which|where|what)$/
/** A noun phrase that is a report has at least this many words; what was asked for outright one fewer. */
const SHORTEST_PHRASE = 4

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
  const asked =
    /^(?:call|appeal|plead|push)$/.test(lemma) && next.norm === 'for' ? askedFor(scene, at, to) : null
  if (asked !== null) return asked
  // "denied any part in the killing"
  if (lemma === 'deny' && next.norm === 'any' && to - at > 4) return phrase(scene, at, index, to)
  if (verb.impersonal) return null
  // "stopped short of demanding his head": said by nobody.
  if (verb.gerund && document.reading(index - 1)?.pos === 'preposition') return null
  if (OBJECTS.has(lemma))
    return opensPhrase(scene, at) ? phrase(scene, at, index, to, SHORTEST_PHRASE - 1) : null
  if (SAID_OF.get(lemma)?.test(next.norm))
    return opensPhrase(scene, at + 1) ? phrase(scene, at + 1, at, to) : null
  if (lemma === 'deny' && /...ing$/.test(next.norm)) return phrase(scene, at, index, to)
  // "admitted to reading the report"
  if (/^(?:admit|confess)$/.test(lemma) && next.norm === 'to' && /...ing$/.test(tokens[at + 1]?.norm ?? ''))
    return phrase(scene, at + 1, at, to)
  if (AS.has(lemma)) return heldAs(scene, at, to)
  return FEELS.has(lemma) ? feeling(scene, at, to) : null
}

/** From token `from` to the end of its noun phrase, or null where that is too short to be a report. */
function phrase(
  scene: Scene,
  from: number,
  opener: number,
  to: number,
  shortest = SHORTEST_PHRASE,
): NominalReport | null {
  const { document, quoted } = scene
  const { tokens } = document
  let words = 0
  let until = from
  for (; until < to; until++) {
    const token = tokens[until]!
    if (quoted[until] === 1) continue
    if (isAbbreviationStop(scene, until)) continue
    if (/^[.;:,!?()—–]$/.test(token.text) && !/^\d/.test(tokens[until + 1]?.text ?? '')) break
    if (until > from && ENDS.test(token.norm)) break
    // "voiced doubt about it and expressed support for another"
    if (until > from && scene.cues.joiners.has(token.norm) && document.reading(until + 1)?.pos === 'verb')
      break
    if (token.kind !== 'punctuation') words++
  }
  // "an inquiry into what it calls": what is held out ends before the question.
  while (until > from + 1 && document.reading(until - 1).pos === 'preposition' && quoted[until - 1] === 0) {
    until--
    words--
  }
  return quoted[from] === 1 || words < shortest ? null : { from, opener, until }
}

/** "described the plan as a gift to smugglers": what comes after "as". */
function heldAs(scene: Scene, from: number, to: number): NominalReport | null {
  const { document, quoted } = scene
  for (let at = from; at < Math.min(to - 2, from + LONGEST_OBJECT); at++) {
    if (isAbbreviationStop(scene, at)) continue
    if (quoted[at] === 1 || document.tokens[at]!.kind === 'punctuation') return null
    if (document.tokens[at]!.norm === 'as')
      return opensPhrase(scene, at + 1) ? phrase(scene, at + 1, at, to) : null
    if (document.reading(at).pos === 'verb') return null
  }
  return null
}

/** "expressed astonishment at the ministry's handling of it": what the feeling is about. */
function feeling(scene: Scene, from: number, to: number): NominalReport | null {
  const { document, quoted } = scene
  for (let at = from; at < Math.min(to - 2, from + 4); at++) {
    if (quoted[at] === 1 || document.tokens[at]!.kind === 'punctuation') return null
    if (at > from && /^(?:at|about|over|for|in|on)$/.test(document.tokens[at]!.norm))
      return opensPhrase(scene, at + 1) ? phrase(scene, at + 1, at, to) : null
    if (
      at > from &&
      /^(?:confidence|hope|fear|concern|doubt|regret|surprise)$/.test(document.tokens[at - 1]!.norm)
    )
      return bareAfter(scene, at, to)
    if (document.reading(at).pos === 'verb') return null
  }
  return null
}

/** "expressed confidence it was over": a clause without "that". */
function bareAfter(scene: Scene, at: number, to: number): NominalReport | null {
  const { document, cues } = scene
  const subject = actorsIn(scene.actors, at, at + 2)[0]
  const next = cues.pronouns.has(document.tokens[at]!.norm) ? at + 1 : subject?.subject ? subject.to : to
  return next < to && document.reading(next).pos === 'verb' ? { from: at, opener: at - 1 } : null
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
  if (!['determiner', 'adjective', 'noun', 'name', 'numeral'].includes(pos)) {
    if (!/^(?:his|her|its|their|what)$/.test(document.tokens[at]?.norm ?? '')) return false
  }
  if (document.tokens[at + 1]?.text === '.' && isAbbreviationStop(scene, at + 1)) return true
  const next = document.tokens[at + 1]
  if (next === undefined || next.kind !== 'word') return false
  // "a ban": after an article the tagger's verb is a noun.
  return (
    document.reading(at + 1).pos !== 'verb' ||
    /^(?:an?|the|his|her|its|their)$/.test(document.tokens[at]!.norm)
  )
}
