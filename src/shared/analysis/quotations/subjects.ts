import { getLanguage } from '../languages/index.ts'
import { type Actor, actorsIn, isCapital } from './actors.ts'
import type { CueVerb } from './cues.ts'
import { nounActor } from './places.ts'
import type { Scene } from './scene.ts'
import { casedSubject } from './subjects-cased.ts'

const AUXILIARIES = new Set(
  "has have had is are was were be been did does do will would can could may might must should not n't never also later then earlier first".split(
    ' ',
  ),
)

const TIME_NOUN = /^(?:year|week|month|night|day|morning|afternoon|evening|weekend|summer|spring|winter)$/

/** Verbs that take an object: what follows them is no subject. */
export const NEVER_INVERTED = new Set(
  'tell inform urge accuse deny describe blame call dub label brand remind assure notify order beg praise criticise criticize denounce condemn reject dismiss dispute refute thank'.split(
    ' ',
  ),
)

/** Whom a cue verb has as its subject, looking from token `from` up to `to`; null when nobody is named there. */
export function subjectOf(scene: Scene, verb: CueVerb, from: number, to: number): Actor | null {
  const { grammar } = getLanguage(scene.document.language)
  if (grammar !== null) return grammar.subjectOf(scene, verb, from, to)
  if (verb.impersonal && !scene.cues.inflected) return agentOf(scene, verb, to)
  if (!scene.cues.inflected) return plainSubject(scene, verb, from, to)
  const found = casedSubject(scene, verb, from, to)
  const subject = found === null ? null : nameBeside(scene, found, to)
  // A subject stands in the nominative, so its form is the dictionary's.
  return subject?.subject === true && subject.number !== 'plural' ? { ...subject, certain: true } : subject
}

/** "was warned by the council that", "asked by a reporter whether": who did so. */
function agentOf(scene: Scene, verb: CueVerb, to: number): Actor | null {
  const { tokens } = scene.document
  for (let at = verb.index + 1; at < Math.min(to, verb.index + 3); at++) {
    if (tokens[at]!.norm !== 'by') continue
    const agent = actorsIn(scene.actors, at + 1, at + 3)[0]
    return agent === undefined || agent.quoted || agent.kind === 'thing' ? null : agent
  }
  return null
}

/** By place: before the verb, or right after it where it is inverted. */
function plainSubject(scene: Scene, verb: CueVerb, from: number, to: number): Actor | null {
  const { document, actors, quoted } = scene
  const { tokens } = document
  const { index } = verb
  let back = index - 1
  while (
    back >= from &&
    (AUXILIARIES.has(tokens[back]!.norm) || ['adverb', 'particle'].includes(document.reading(back).pos))
  )
    back--
  // "X, whose …, last year proposed"
  if (
    back > from &&
    TIME_NOUN.test(tokens[back]!.norm) &&
    /^(?:last|this|next)$/.test(tokens[back - 1]!.norm)
  )
    back -= 2
  const afterMark = back < from || quoted[back] === 1 || /^[,—–-]$/.test(tokens[back]!.text)
  const onlyNames = verb.naming && !verb.strong
  if (
    !NEVER_INVERTED.has(verb.lemma) &&
    !onlyNames &&
    (afterMark || /^(?:as|so)$/.test(tokens[back]!.norm))
  ) {
    const inverted = actorsIn(actors, index + 1, Math.min(to, index + 4)).find((one) => !one.quoted)
    if (
      inverted !== undefined &&
      isNext(scene, index, inverted) &&
      (inverted.kind !== 'thing' ||
        actorsIn(actors, from, index).every((one) => one.quoted || !one.subject)) &&
      (inverted.pronoun === null || verb.lemma === 'say') &&
      inverted.subject &&
      !startsClause(scene, index + 1, inverted)
    )
      return apposed(scene, inverted, to)
  }
  if (back < from) return null
  const before = actorsIn(actors, from, index).filter((one) => one.to <= index && !one.quoted)
  const relative = /^(?:who|which|that)$/.test(tokens[back]!.norm)
  if (relative) {
    const end = tokens[back - 1]?.text === ',' ? back - 1 : back
    const head = before.findLast((one) => one.to <= end && one.kind !== 'thing')
    return head === undefined ? null : head
  }
  const free = before.filter((one) => one.subject)
  if (verb.gerund)
    return spokeJustBefore(scene, verb, from) ?? free.find((one) => one.kind !== 'thing') ?? free[0] ?? null
  if (tokens[back]!.text === ',' || /^[)—–-]$/.test(tokens[back]!.text)) {
    // An apposition or a relative clause closes here: its head stands before an earlier comma.
    const heads = free.filter(
      (one) =>
        (/^[,(—–-]$/.test(tokens[pastTitle(scene, one)]?.text ?? '') && one.kind !== 'thing') ||
        isApposed(scene, one),
    )
    const head = heads.find((one) => one.pronoun === null)
    // "retired general of the ministry, chairman of the board Mansur Yusupov, explained"
    const closing = before.findLast(
      (one) =>
        one.kind === 'person' &&
        one.pronoun === null &&
        one.to === back &&
        !/^(?:called|named|dubbed|titled|known|as)$/.test(tokens[one.from - 1]?.norm ?? ''),
    )
    if (head !== undefined && head.kind !== 'person' && closing !== undefined) return closing
    if (head !== undefined) return apposed(scene, head, index)
    const last = free.findLast((one) => one.kind !== 'thing')
    // "X slams Y, praises Z": Y is an object, so X goes on.
    const object =
      last !== undefined && last.from > from && scene.document.reading(last.from - 1).pos === 'verb'
    return (object ? free.find((one) => one.kind !== 'thing') : last) ?? free.at(-1) ?? null
  }
  const nearest = before.at(-1)
  const gap = nearest === undefined ? false : nearest.to - 1 === back
  if (nearest !== undefined && gap && nearest.subject) {
    // "one of them said", "a member of the council said" are governed and come below.
    const head =
      nearest.kind === 'thing'
        ? free.findLast((one) => one !== nearest && one.kind !== 'thing' && isApposed(scene, one))
        : undefined
    // "The nominee for the May election later said"
    return head !== undefined && lastVerb(scene, head.to, index) === -1 ? head : nearest
  }
  if (isJoined(scene, back) || goesOn(scene, from, back, free)) {
    // "The spokesman refused to say whom X wants but said": the office that opens the sentence with its verb.
    const opener = free[0]
    if (opener?.kind === 'unnamed' && opener.from === from && document.reading(opener.to).pos === 'verb')
      return opener
    const first = free.find((one) => one.kind === 'person') ?? free.find((one) => one.kind !== 'thing')
    return first ?? free[0] ?? null
  }
  // What stands next to the verb belongs to something before it: "the head of the council said".
  const verbBefore = lastVerb(scene, from, index)
  const near = free.filter((one) => one.from > verbBefore)
  return (
    near.findLast((one) => one.kind !== 'thing') ??
    // "A captain who spent the night there put it this way": the things are those of the relative clause.
    free.findLast((one) => one.kind !== 'thing' && tokens[one.to]?.norm === 'who') ??
    near.at(-1) ??
    free.findLast((one) => one.kind !== 'thing') ??
    free.at(-1) ??
    null
  )
}

/** "…, X added, saying it …": who spoke right before the participle. */
function spokeJustBefore(scene: Scene, verb: CueVerb, from: number): Actor | null {
  const { document, cues } = scene
  const { tokens } = document
  let at = verb.index - 1
  if (tokens[at]?.text !== ',') return null
  at--
  while (at > from && (document.reading(at).pos === 'adverb' || cues.times.has(tokens[at]!.norm))) at--
  const before = (scene.verbs.get(tokens[verb.index]!.sentence) ?? []).find((one) => one.index === at)
  return before === undefined || before.gerund || !before.strong
    ? null
    : plainSubject(scene, before, from, verb.index)
}

/** The token after a name, and after "Jr." where it has one. */
function pastTitle(scene: Scene, actor: Actor): number {
  const { tokens } = scene.document
  const own = /^(?:jr|sr)$/.test(tokens[actor.to]?.norm ?? '') ? actor.to + 1 : actor.to
  return tokens[own]?.text === '.' && /^(?:jr|sr)$/.test(tokens[own - 1]!.norm) ? own + 1 : own
}

const isApposed = (scene: Scene, actor: Actor): boolean =>
  actor.kind !== 'thing' &&
  /^(?:of|for|from|with|in|at|who|which)$/.test(scene.document.tokens[actor.to]?.norm ?? '')

/** "…, but in a later interview said": between "but" and the verb nobody is named who could say it. */
function goesOn(scene: Scene, from: number, to: number, free: readonly Actor[]): boolean {
  const { document, cues } = scene
  for (let at = to; at > from; at--) {
    const token = document.tokens[at]!
    if (cues.joiners.has(token.norm)) return at < to && !free.some((one) => one.from > at)
    if (token.kind === 'punctuation' || document.reading(at).pos === 'verb') return false
  }
  return false
}

const isJoined = (scene: Scene, index: number): boolean => {
  const token = scene.document.tokens[index]
  return token !== undefined && (scene.cues.joiners.has(token.norm) || token.text === ',')
}

/** The actor begins right after the verb, with at most its own determiner and title between. */
const isNext = (scene: Scene, index: number, actor: Actor): boolean => {
  const { tokens } = scene.document
  let days = 0
  for (let at = index + 1; at < actor.from; at++) {
    if (tokens[at]!.kind === 'punctuation') return false
    // "reads a Wednesday editorial"
    if (scene.cues.times.has(tokens[at]!.norm)) days++
  }
  return actor.from - index - days <= 2
}

/** "said the troops were": what follows the verb is the clause, not the subject. */
function startsClause(scene: Scene, _from: number, actor: Actor): boolean {
  const { document } = scene
  const { tokens } = document
  for (let at = actor.to; at < Math.min(tokens.length, actor.to + 3); at++) {
    if (tokens[at]!.kind === 'punctuation') return false
    if (document.reading(at).pos === 'verb') return true
    if (document.reading(at).pos !== 'adverb') return false
  }
  return false
}

function lastVerb(scene: Scene, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    if (scene.document.reading(at).pos === 'verb' && !AUXILIARIES.has(scene.document.tokens[at]!.norm))
      return at
  }
  return -1
}

/** "the foreign minister, Pavel Rehn,": the person whom an office is said to be; "one of the organisers, Nils Ober". */
function apposed(scene: Scene, actor: Actor, to: number): Actor {
  if (actor.kind === 'person') return actor
  const { tokens } = scene.document
  const next = actorsIn(scene.actors, actor.to, Math.min(to, actor.to + 14)).find(
    (one) =>
      one.kind === 'person' &&
      one.pronoun === null &&
      !one.quoted &&
      (one.subject || (tokens[one.to]?.text === ',' && one.to === to - 1)),
  )
  if (next === undefined || next.from === actor.to) return actor
  let commas = 0
  for (let at = actor.to; at < next.nameFrom; at++) {
    const token = tokens[at]!
    if (token.text === ',') commas++
    else if (token.kind === 'punctuation') return actor
    if (scene.document.reading(at).pos === 'verb') return actor
  }
  return commas === 1 && tokens[next.from - 1]?.text === ',' ? next : actor
}

/** «один из организаторов, Павел Рыков.»: the name of somebody unnamed stands beside them. */
function nameBeside(scene: Scene, actor: Actor, to: number): Actor {
  if (actor.kind !== 'unnamed' || actor.number === 'plural') return actor
  const { tokens } = scene.document
  if (tokens[actor.to]?.text !== ',') return actor
  // «одна из них, врач, назвавшаяся Берёзой»: the name in the instrumental.
  for (let at = actor.to + 1; at < Math.min(to, actor.to + 10); at++) {
    if (!/^(?:назвавш|представивш)/.test(tokens[at]!.norm) || !isCapital(tokens[at + 1]?.text ?? '')) continue
    const own = actorsIn(scene.actors, at + 1, at + 2)[0]
    return {
      ...nounActor(scene, at + 1),
      ...own,
      kind: 'person',
      name: getLanguage(scene.document.language).nominative(
        tokens,
        at + 1,
        own?.to ?? at + 2,
        'instrumental',
      ),
      certain: true,
    }
  }
  const name = actorsIn(scene.actors, actor.to + 1, Math.min(to, actor.to + 2))[0]
  if (name === undefined || name.kind !== 'person' || name.pronoun !== null || name.quoted) return actor
  return name.subject && /^[,.—–)]$/.test(tokens[name.to]?.text ?? '.') ? name : actor
}
