import { type Actor, actorsIn } from '../../quotations/actors.ts'
import type { CueVerb } from '../../quotations/cues.ts'
import type { Scene } from '../../quotations/scene.ts'

const RELATIVE = /^(?:der|die|das|den|dem|deren|dessen|welche[rsnm]?|wo)$/

/** Verb-second: the subject stands right before the finite verb, or right after it; in a subordinate clause before it. */
export function germanSubjectOf(scene: Scene, verb: CueVerb, from: number, to: number): Actor | null {
  const { document } = scene
  const { tokens } = document
  const { index } = verb
  const near = actorsIn(scene.actors, from, to).filter((one) => !one.quoted)
  if (verb.impersonal) return spokenDocument(scene, near, index)
  const free = near.filter((one) => one.subject)
  const before = free.filter((one) => one.to <= index)
  const after = free.filter((one) => one.from > index && agrees(scene, one, index))
  const previous = tokens[index - 1]
  const right = before.at(-1)
  // "Keller sagte": nothing between, and the phrase opens its clause.
  if (
    right !== undefined &&
    right.to === index &&
    opensClause(scene, right, from) &&
    agrees(scene, right, index)
  )
    return apposedBefore(scene, right, before) ?? right
  const inverted =
    previous === undefined ||
    index <= from ||
    scene.quoted[index - 1] === 1 ||
    /^[,–—-]$/.test(previous.text) ||
    previous.norm === 'so'
  if (inverted && previous?.text === ',' && index - 1 > from && scene.quoted[index - 2] !== 1) {
    // "Jan Rohde, der die Klinik leitet, sagte": the head of what closes here.
    const head = before.find(
      (one) => tokens[one.to]?.text === ',' && one.kind !== 'thing' && one.to < index - 1,
    )
    const next = after[0]
    const follows = next !== undefined && next.from - index <= 2
    if (head !== undefined && !follows) return apposed(scene, head, near, index)
    if (head !== undefined && next !== undefined && next.kind === 'thing')
      return apposed(scene, head, near, index)
  }
  const clauseEnd = endOfClause(scene, index, to)
  const follower =
    after.find((one) => one.from < clauseEnd && one.kind !== 'thing') ??
    after.find((one) => one.from < clauseEnd)
  const start = startOfClause(scene, index, from)
  const subordinate = isSubordinate(scene, start)
  if (subordinate) {
    const own = before.filter((one) => one.from >= start)
    if (RELATIVE.test(tokens[start]?.norm ?? '') && tokens[start - 1]?.text === ',') {
      const head = near.findLast((one) => one.to <= start - 1 && one.kind !== 'thing')
      if (head !== undefined) return head
    }
    return own.find((one) => one.kind !== 'thing') ?? own[0] ?? null
  }
  if (follower !== undefined && follower.kind !== 'thing') return apposed(scene, follower, near, clauseEnd)
  const ahead = before.filter((one) => one.from >= start && agrees(scene, one, index))
  const own = ahead.find((one) => one.kind === 'person') ?? ahead.find((one) => one.kind !== 'thing')
  if (own !== undefined) return own
  // Verbs of one subject: "stand auf und sagte".
  const joined = previous?.norm === 'und' || tokens[start - 1]?.norm === 'und' || !inverted
  const shared = joined ? before.find((one) => one.kind !== 'thing') : undefined
  return shared ?? follower ?? null
}

const opensClause = (scene: Scene, actor: Actor, from: number): boolean => {
  const before = scene.document.tokens[actor.from - 1]
  return (
    actor.from <= from + 1 ||
    before === undefined ||
    before.kind === 'punctuation' ||
    ['conjunction', 'adverb', 'particle'].includes(scene.document.reading(actor.from - 1).pos) ||
    actor.kind !== 'thing'
  )
}

/** "Der Bürgermeister, Jan Rohde, sagte": seldom without the comma before the verb. */
function apposedBefore(scene: Scene, actor: Actor, before: readonly Actor[]): Actor | null {
  if (actor.kind === 'person') return null
  const { tokens } = scene.document
  const person = before.find(
    (one) => one.kind === 'person' && tokens[one.to]?.text === ',' && one.to + 1 === actor.from,
  )
  return person ?? null
}

/** "der Leiter der Klinik, Jan Rohde,": the person whom an office is said to be. */
function apposed(scene: Scene, actor: Actor, near: readonly Actor[], to: number): Actor {
  if (actor.kind === 'person') return actor
  const { tokens } = scene.document
  if (tokens[actor.to]?.text !== ',') return actor
  const next = near.find((one) => one.from === actor.to + 1 && one.kind === 'person' && one.pronoun === null)
  if (next === undefined || next.to > Math.max(to, actor.to + 8)) return actor
  return next
}

const FINITE_PLURAL = /(?:en|eln|ern)$/
function agrees(scene: Scene, actor: Actor, index: number): boolean {
  const { norm } = scene.document.tokens[index]!
  const reading = scene.document.reading(index)
  if (reading.pos === 'participle') return true
  const plural = FINITE_PLURAL.test(norm)
  if (actor.number === 'plural') return plural
  return !plural || actor.pronoun !== null || actor.kind === 'person'
    ? !plural || isJoined(scene, actor)
    : false
}

/** "Keller und Rohde sagten" */
const isJoined = (scene: Scene, actor: Actor): boolean => {
  const { tokens } = scene.document
  return tokens[actor.from - 1]?.norm === 'und' || tokens[actor.to]?.norm === 'und'
}

function startOfClause(scene: Scene, index: number, from: number): number {
  const { tokens } = scene.document
  for (let at = index - 1; at >= from; at--)
    if (/^[,:;–—]$/.test(tokens[at]!.text) && scene.quoted[at] === 0) return at + 1
  return from
}

function endOfClause(scene: Scene, index: number, to: number): number {
  const { tokens } = scene.document
  for (let at = index + 1; at < to; at++)
    if (/^[,:;–—]$/.test(tokens[at]!.text) || scene.quoted[at] === 1) return at
  return to
}

/** A clause whose verb stands last: after "wie", "dass", a relative pronoun. */
function isSubordinate(scene: Scene, start: number): boolean {
  const { tokens } = scene.document
  const token = tokens[start]
  if (token === undefined) return false
  if (/^(?:wie|dass|ob|weil|obwohl|nachdem|während|als|wenn|bevor)$/.test(token.norm)) return true
  return (
    tokens[start - 1]?.text === ',' &&
    RELATIVE.test(token.norm) &&
    !/^\p{Lu}/u.test(tokens[start + 1]?.text ?? '')
  )
}

/** "heißt es in dem Bericht": the document speaks; "teilte das Amt mit" in the passive does not. */
function spokenDocument(scene: Scene, near: readonly Actor[], index: number): Actor | null {
  const { document } = scene
  for (const one of near) {
    const before = document.tokens[one.from - 1]
    if (one.kind !== 'organisation' || before === undefined || Math.abs(one.from - index) > 10) continue
    if (!/^(?:in|im|aus|von|vom|bei|beim)$/.test(before.norm)) continue
    // "in der Erklärung des Ministeriums": the ministry speaks through it.
    const owner = / (des|der) (\p{Lu}\S*)$/u.exec(one.name)
    if (owner === null) return one
    return { ...one, name: owner[1] === 'des' ? owner[2]!.replace(/e?s$/, '') : owner[2]! }
  }
  return null
}
