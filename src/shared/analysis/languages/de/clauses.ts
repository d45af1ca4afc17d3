import type { Span } from '#shared/domain/span.ts'
import { actorsIn } from '../../quotations/actors.ts'
import type { CueVerb } from '../../quotations/cues.ts'
import type { Scene } from '../../quotations/scene.ts'
import { germanCueVerbAt } from './cue-verbs.ts'
import { REPORTING } from './readings.ts'
import { germanSourcePhrases } from './sources.ts'

/** How many words may stand between a cue and the comma of what it reports. */
const REACH = 26
const SUBJUNCTIVE_PAST =
  /^(?:wäre|wären|hätte|hätten|würde|würden|könnte|könnten|müsste|müssten|dürfte|dürften|gäbe|gäben)$/
export const RELATIVE = /^(?:der|die|das|den|dem|deren|dessen|welche[rsnm]?|was|wo|womit|wobei|wofür|worauf)$/
/** "freizulassen", "anzugreifen" */
const JOINED_INFINITIVE =
  /^(?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|hin|los|mit|nach|nieder|um|unter|vor|weg|weiter|wieder|zurück|zusammen)zu\p{Ll}{2,}(?:en|ern|eln|un)$/u
const SUBORDINATE =
  /^(?:weil|obwohl|nachdem|während|als|wenn|bevor|damit|da|falls|sofern|bis|seit|um|ohne|statt|anstatt)$/

/** Shorter clauses are no reports but remains of one. */
const SHORTEST = 5

interface Complement {
  readonly comma: number
  readonly from: number
  readonly rule: string
  readonly confidence: number
}

export function complementOf(
  scene: Scene,
  verb: CueVerb,
  sentenceFrom: number,
  to: number,
): Complement | null {
  const { document, cues } = scene
  const { tokens } = document
  void sentenceFrom
  const clauseEnd = verb.index
  for (let at = clauseEnd + 1; at < to && at <= verb.index + REACH; at++) {
    if (scene.quoted[at] === 1) return null
    const token = tokens[at]!
    if (token.text === ';') return null
    if (token.text === ':') {
      if (!verb.strong || scene.quoted[at + 1] === 1 || to - at < 5) return null
      return hasFinite(scene, at + 1, to)
        ? { comma: at, from: at + 1, rule: 'indirect.that-clause', confidence: 0.75 }
        : null
    }
    if (token.text !== ',') continue
    const next = tokens[at + 1]
    if (next === undefined || at + 2 >= to) return null
    // "… geschrieben hat, sagte": a relative clause ends here, another verb goes on.
    if (isFiniteVerb(scene, at + 1)) return null
    if (cues.openers.has(next.norm))
      return { comma: at, from: at + 2, rule: 'indirect.that-clause', confidence: 0.9 }
    if (
      cues.questions.has(next.norm) &&
      (verb.strong || /^(?:wissen|sehen|hören|zeigen)$/.test(verb.lemma)) &&
      next.norm !== 'was'
    )
      return { comma: at, from: at + 1, rule: 'indirect.that-clause', confidence: 0.7 }
    if (next.norm === 'was' && verb.strong && at - verb.index <= 3)
      return { comma: at, from: at + 1, rule: 'indirect.that-clause', confidence: 0.65 }
    if (cues.promising.has(verb.lemma) || cues.urging.has(verb.lemma)) {
      const infinitive = infinitiveClause(scene, at + 1, to)
      if (infinitive) return { comma: at, from: at + 1, rule: 'indirect.to-clause', confidence: 0.7 }
    }
    if (cues.joiners.has(next.norm) && next.norm !== 'doch') return null
    // ", sagte er, die Lage sei ernst": skip what an apposition holds.
    if (isBareClause(scene, at + 1, to, verb))
      return { comma: at, from: at + 1, rule: 'indirect.that-clause', confidence: 0.8 }
  }
  return null
}

/** "…, das Lager zu räumen": an infinitive with "zu" before the next comma. */
function infinitiveClause(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene.document
  if (/^(?:um|ohne|statt|anstatt)$/.test(tokens[from]?.norm ?? '')) return false
  for (let at = from; at < to; at++) {
    const token = tokens[at]!
    if (/^[,;:]$/.test(token.text) && at > from + 1) return false
    if (
      token.norm === 'zu' &&
      /(?:en|ern|eln|ein|un)$/.test(tokens[at + 1]?.norm ?? '') &&
      /^\p{Ll}/u.test(tokens[at + 1]!.text)
    )
      return true
    if (JOINED_INFINITIVE.test(token.text)) return true
  }
  return false
}

/** A main clause after the cue's comma: told by the subjunctive of report, or by its verb in second place. */
function isBareClause(scene: Scene, from: number, to: number, verb: CueVerb): boolean {
  const { document } = scene
  const { tokens } = document
  const first = tokens[from]!
  if (SUBORDINATE.test(first.norm) && !/^(?:da|während|bis|seit)$/.test(first.norm)) {
    // "Wenn … , werde": a subordinate clause may open the report.
    for (let at = from; at < to; at++)
      if (
        tokens[at]!.text === ',' &&
        (REPORTING.has(tokens[at + 1]?.norm ?? '') || SUBJUNCTIVE_PAST.test(tokens[at + 1]?.norm ?? ''))
      )
        return verb.strong
    return false
  }
  const second = verbPlace(scene, from, to)
  if (second === -1) return false
  const { norm } = tokens[second]!
  if (REPORTING.has(norm) || SUBJUNCTIVE_PAST.test(norm) || /^(?:seien|hätten)$/.test(norm)) {
    // A relative clause has its verb last; there the subjunctive says the same of a cue further left.
    return !RELATIVE.test(first.norm) || second - from < 9
  }
  if (RELATIVE.test(first.norm) && !startsPhrase(scene, from, second)) return false
  return verb.strong && second > from && second - from <= 8
}

/** "die Lage ist": a determiner with its noun right before the verb, no relative pronoun. */
function startsPhrase(scene: Scene, from: number, verb: number): boolean {
  const { document } = scene
  let noun = false
  for (let at = from + 1; at < verb; at++) {
    const { pos } = document.reading(at)
    if (pos === 'noun' || pos === 'name') {
      if (
        !noun &&
        !['adjective', 'participle', 'determiner', 'numeral'].includes(document.reading(at - 1).pos) &&
        at > from + 1
      )
        return false
      noun = true
    }
    if (pos === 'preposition' && !noun) return false
  }
  return noun && isFiniteVerb(scene, verb) && !endsClause(scene, verb)
}

const endsClause = (scene: Scene, index: number): boolean => {
  const next = scene.document.tokens[index + 1]
  return next === undefined || (next.kind === 'punctuation' && scene.quoted[index + 1] === 0)
}

/** First finite verb of a clause, or −1. */
export function verbPlace(scene: Scene, from: number, to: number): number {
  const { tokens } = scene.document
  for (let at = from; at < to; at++) {
    if (/^[;:]$/.test(tokens[at]!.text)) return -1
    if (tokens[at]!.text === ',' && at > from + 1) return -1
    if (scene.quoted[at] === 1) continue
    if (isFiniteVerb(scene, at)) return at
  }
  return -1
}

const isFiniteVerb = (scene: Scene, index: number): boolean => scene.document.reading(index).pos === 'verb'

export function hasFinite(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (scene.quoted[at] === 1 || isFiniteVerb(scene, at)) return true
  return false
}

/** Token after the last of what a cue reports: the sentence's end, or a new cue that "und" joins to the first. */
export function complementEnd(scene: Scene, from: number, to: number, verb: CueVerb): number {
  const { document, cues } = scene
  const { tokens } = document
  for (let at = from + 1; at < to; at++) {
    if (scene.quoted[at] === 1) continue
    const token = tokens[at]!
    if (token.text === ';') return at
    const comma = token.text === ',' ? 1 : 0
    const joined = cues.joiners.has(tokens[at + comma]?.norm ?? '') ? at + comma + 1 : -1
    if (joined !== -1 && joined < to) {
      const cue = germanCueVerbAt(document, joined, cues)
      // "und warnte": a cue of the same tense and without a subject of its own.
      if (
        cue !== null &&
        cue.index !== verb.index &&
        (cue.strong || cue.naming) &&
        samePast(scene, cue, verb)
      )
        return at
    }
    if (comma === 1 && at + 1 < to) {
      if (tokens[at + 1]!.norm === 'so' && germanSourcePhrases(scene, at + 1, to)[0]?.from === at + 1)
        return at
      const cue = germanCueVerbAt(document, at + 1, cues)
      if (
        cue?.strong === true &&
        cue.index !== verb.index &&
        actorsIn(scene.actors, at + 2, at + 4)[0]?.subject === true
      )
        return at
    }
  }
  return to
}

const samePast = (scene: Scene, a: CueVerb, b: CueVerb): boolean =>
  scene.document.reading(a.index).tense === scene.document.reading(b.index).tense

/** Where the clause that ends at `to` begins: after a semicolon or colon, or a joining word behind a comma. */
export function clauseStart(scene: Scene, to: number, from: number): number {
  const { tokens } = scene.document
  for (let at = to - 1; at > from; at--) {
    if (/^[;:]$/.test(tokens[at]!.text) && scene.quoted[at] === 0) return at + 1
    if (
      tokens[at]!.text === ',' &&
      /^(?:aber|doch|und|während|obwohl|jedoch)$/.test(tokens[at + 1]?.norm ?? '') &&
      scene.quoted[at] === 0
    )
      return at + 2
    if (scene.quoted[at] === 1 && scene.quoted[at + 1] === 0 && tokens[at + 1]?.text === ',') return at + 1
  }
  return /^(?:und|aber|doch|denn)$/.test(tokens[from]?.norm ?? '') ? from + 1 : from
}

export function quotedShare(scene: Scene, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) count += scene.quoted[at]!
  return to <= from ? 0 : count / (to - from)
}

/** The words from one token to another without marks and joining words at their ends; null when too little is left. */
export function trimmed(scene: Scene, from: number, to: number): Span | null {
  const { tokens, text } = scene.document
  if (to <= from) return null
  let { start } = tokens[from]!
  let { end } = tokens[to - 1]!
  while (start < end && /[\s,—–:;-]/.test(text[start]!)) start++
  while (end > start && /[\s,—–:;.!?…-]/.test(text[end - 1]!)) end--
  return end - start < SHORTEST ? null : { start, end }
}
