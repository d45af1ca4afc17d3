import { actorsIn } from './actors.ts'
import { goesOnSpeaking, plainEnd } from './clause-end-plain.ts'
import type { CueVerb } from './cues.ts'
import { cueVerbAt } from './cues.ts'
import type { Scene } from './scene.ts'

/** What only the one who speaks does in the same breath. */
const SPEAKERS_OWN = /^(?:thank|apologise|apologize|congratulate|decline|refuse|offer|promise|call)$/

/** «…, передаёт агентство»: who passes the report on. */
const TELLS = /^переда(?:ть|вать)$/
/** Verbs that name only with "as" after them: «используя установки» says nothing. */
const USES = /^(?:использ|примен|употреб|рассматр|увид|усмотр|предпоч)/

/** Token after the last of a reported clause that begins at `from`. */
export function clauseEnd(scene: Scene, from: number, to: number, verb: CueVerb | null): number {
  const { document, cues } = scene
  const { tokens } = document
  let end = to
  while (end > from && tokens[end - 1]!.kind === 'punctuation' && /^[.!?…]+$/.test(tokens[end - 1]!.text))
    end--
  if (!cues.inflected) end = plainEnd(scene, from, end, verb)
  for (let at = from + 1; at < end; at++) {
    if (scene.quoted[at] === 1) continue
    const token = tokens[at]!
    if (token.text === ';') return at
    if (token.text === ':' && (scene.quoted[at + 1] === 1 || scene.quoted[at + 2] === 1)) return at
    if (
      /^[—–]$/.test(token.text) &&
      tokens[at - 1]?.text === ',' &&
      cueVerbAt(document, at + 1, cues) !== null
    )
      return at - 1
    // "…, однако обвинения отвергла": the one who spoke goes on.
    if (
      token.text === ',' &&
      tokens[at + 1]?.norm === 'однако' &&
      verb !== null &&
      goesOnWith(scene, at + 2, end, verb)
    )
      return at
    if (cues.inflected && token.text === ',' && othersTurn(scene, at, end)) return at
    // «…, на что министр ответил»: what was said ends before somebody answers it.
    if (
      cues.inflected &&
      token.text === ',' &&
      tokens[at + 1]?.norm === 'на' &&
      tokens[at + 2]?.norm === 'что'
    )
      return at
    const comma = token.text === ',' ? 1 : 0
    if (comma === 0 && !cues.joiners.has(token.norm)) continue
    let next = at + comma
    if (cues.joiners.has(tokens[next]?.norm ?? '')) next++
    else if (comma === 0) continue
    while (
      next < end &&
      ['adverb', 'particle'].includes(document.reading(next).pos) &&
      tokens[next]!.norm !== 'не' &&
      tokens[next]!.norm !== 'not'
    )
      next++
    if (/^(?:also|также|тоже)$/.test(tokens[next]?.norm ?? '')) next++
    if (comma === 1 && verb !== null && !cues.inflected && closesAfter(scene, at, end)) return at
    const cue = next < end && scene.quoted[next] === 0 ? cueVerbAt(document, next, cues) : null
    // What was asked for ends where the asker acts again, with a verb of speech too.
    if (
      cue !== null &&
      cues.inflected &&
      next > at + comma &&
      verb !== null &&
      actsAgain(scene, from, next, verb)
    )
      return at
    if (cue === null) {
      // "призвало воздержаться от поездок и выразило уверенность": what was asked for ends where the asker acts again.
      if (
        cues.inflected &&
        next > at + comma &&
        next < end &&
        verb !== null &&
        actsAgain(scene, from, next, verb)
      )
        return at
      // ", he said" and ", as X put it" at the end; ", according to".
      if (
        comma === 1 &&
        !cues.inflected &&
        cues.sourcePhrases.some(
          (one) => one.length > 1 && one.every((word, step) => word === tokens[next + step]?.norm),
        )
      )
        return at
      if (comma === 1 && tokens[next]?.norm === 'как' && cueVerbAt(document, next + 1, cues) !== null)
        return at
      continue
    }
    if (cue.gerund && !cue.strong && USES.test(cue.lemma)) continue
    if (verb !== null && cue.gerund && comma === 1 && (cues.inflected || goesOnSpeaking(scene, cue, end)))
      return at
    if (cues.inflected) {
      if (comma === 1 && next === at + 1 && (cue.strong || TELLS.test(cue.lemma)) && !cue.gerund) return at
      if (
        next > at + comma &&
        (cue.strong || (cue.naming && comma === 1)) &&
        verb !== null &&
        sameForm(scene, verb, cue)
      )
        return at
    } else if (
      next > at + comma &&
      verb !== null &&
      !cue.gerund &&
      (cue.strong || cue.naming || SPEAKERS_OWN.test(cue.lemma)) &&
      tense(scene, cue) === tense(scene, verb)
    )
      return at
    else if (
      comma === 1 &&
      next === at + 1 &&
      cue.strong &&
      !cue.gerund &&
      actorsIn(scene.actors, next + 1, next + 3).some((one) => one.subject)
    )
      return at
  }
  return end
}

/** «…, а в союзе уверены, что …»: after a turn somebody else says something of their own. */
function othersTurn(scene: Scene, comma: number, end: number): boolean {
  const { document, cues, quoted } = scene
  const { tokens } = document
  if (!/^(?:а|но|однако|тогда|зато)$/.test(tokens[comma + 1]?.norm ?? '')) return false
  for (let at = comma + 2; at < Math.min(end - 2, comma + 14); at++) {
    if (quoted[at] === 1) return false
    const token = tokens[at]!
    if (token.kind === 'punctuation') {
      const verb = cueVerbAt(document, at - 1, cues)
      if (verb === null || verb.gerund) return false
      return token.text === ':' || (token.text === ',' && cues.openers.has(tokens[at + 1]!.norm))
    }
  }
  return false
}

/** ", Dmitry Peskov told reporters" at the sentence's end. */
function closesAfter(scene: Scene, comma: number, end: number): boolean {
  const { document, cues } = scene
  const actor = actorsIn(scene.actors, comma + 1, comma + 3)[0]
  if (actor === undefined || actor.quoted || !actor.subject) return false
  const cue = cueVerbAt(document, actor.to, cues)
  if (cue === null || !cue.strong || end - actor.to > 8) return false
  for (let at = actor.to + 1; at < end; at++) if (document.reading(at).pos === 'verb') return false
  return true
}

/** After an infinitive clause: a finite verb in the form of the verb that asked. */
function actsAgain(scene: Scene, from: number, at: number, verb: CueVerb): boolean {
  const first = scene.document.reading(from)
  if (first.pos !== 'verb' || first.number !== null || first.tense !== null) return false
  const one = scene.document.reading(verb.index)
  const two = scene.document.reading(at)
  return (
    two.pos === 'verb' &&
    two.number !== null &&
    two.number === one.number &&
    two.tense === one.tense &&
    two.gender === one.gender
  )
}

function sameForm(scene: Scene, a: CueVerb, b: CueVerb): boolean {
  const one = scene.document.reading(a.index)
  const two = scene.document.reading(b.index)
  return one.number === two.number && one.gender === two.gender && one.tense === two.tense
}

const tense = (scene: Scene, verb: CueVerb): string => {
  const { norm } = scene.document.tokens[verb.index]!
  // A base form goes with no past: "urged them not to leave or broadcast".
  return /(?:s|es)$/.test(norm) ? 'present' : norm === verb.lemma ? 'base' : 'past'
}

/** The verb after "однако" is the speaker's own: it has the form of the cue's. */
function goesOnWith(scene: Scene, from: number, to: number, verb: CueVerb): boolean {
  const { document } = scene
  for (let at = from; at < Math.min(to, from + 8); at++) {
    const reading = document.reading(at)
    if (reading.pos !== 'verb' || reading.number === null) continue
    const own = document.reading(verb.index)
    return reading.tense === own.tense && reading.number === own.number && reading.gender === own.gender
  }
  return false
}
