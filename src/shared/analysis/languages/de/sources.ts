import { type Actor, actorsIn } from '../../quotations/actors.ts'
import type { PronounFeatures } from '../../quotations/cue-types.ts'
import type { Scene } from '../../quotations/scene.ts'
import type { SourcePhrase } from '../../quotations/sources.ts'
import { germanNominative } from './names.ts'

const NOUNS =
  /^(?:angaben?|worten?|ansicht|meinung|auffassung|einschätzung|darstellung|überzeugung|aussagen?|auskunft|informationen|erkenntnissen?|berichten?|schätzungen?|mitteilung|sicht|zahlen)$/
const HIS: PronounFeatures = { gender: 'masculine', number: 'singular' }
const HER: PronounFeatures = { gender: 'feminine', number: 'singular' }
const possessor = (norm: string | undefined): PronounFeatures | null =>
  norm === undefined
    ? null
    : /^sein(?:e[nr]?|em)?$/.test(norm)
      ? HIS
      : /^ihre?[nr]?$/.test(norm)
        ? HER
        : norm === 'eigenen'
          ? { gender: null, number: 'singular' }
          : null

/** "Laut X", "nach Angaben von X", "X zufolge", "so X", "seinen Worten nach". */
export function germanSourcePhrases(scene: Scene, from: number, to: number): SourcePhrase[] {
  const found: SourcePhrase[] = []
  for (let index = from; index < to; index++) {
    if (scene.quoted[index] === 1) continue
    const phrase = phraseAt(scene, index, to)
    if (phrase === null || found.some((one) => one.to > phrase.from)) continue
    found.push(phrase)
    index = Math.max(index, phrase.to - 1)
  }
  return found
}

function phraseAt(scene: Scene, index: number, to: number): SourcePhrase | null {
  const { tokens } = scene.document
  const { norm } = tokens[index]!
  if (norm === 'laut' || norm === 'gemäß') return withActor(scene, index, index + 1, to, 2)
  if (norm === 'nach' || norm === 'aus') return afterNach(scene, index, to)
  if (norm === 'zufolge') return beforeIt(scene, index)
  if (norm === 'nach' || /^(?:worten|angaben)$/.test(norm)) return hisWords(scene, index)
  if (norm === 'so' && isComma(scene, index - 1)) return soActor(scene, index, to)
  return null
}

/** A comma before it, or the closing mark of a quotation and a comma. */
const isComma = (scene: Scene, index: number): boolean =>
  /^[,–—-]$/.test(scene.document.tokens[index]?.text ?? '')

const spanOf = (scene: Scene, from: number, to: number) => ({
  start: scene.document.tokens[from]!.start,
  end: scene.document.tokens[to - 1]!.end,
})

function withActor(scene: Scene, index: number, at: number, to: number, reach: number): SourcePhrase | null {
  const own = actorsIn(scene.actors, at, Math.min(to, at + 14)).filter((one) => !one.quoted)
  const head = own.find((one) => one.from - at <= reach - 1)
  if (head === undefined) return null
  const named = apposed(scene, head, own)
  return {
    cueSpan: spanOf(scene, index, at),
    from: index,
    to: Math.max(head.to, named.to),
    actor: { ...named, certain: true },
    possessive: null,
  }
}

/** "der Sprecherin des Amtes, Ute Held,": the name in apposition, which a comma must close. */
function apposed(scene: Scene, head: Actor, own: readonly Actor[]): Actor {
  const { tokens } = scene.document
  if (head.kind === 'person' || tokens[head.to]?.text !== ',') return head
  const next = own.find((one) => one.kind === 'person' && one.from === head.to + 1 && one.pronoun === null)
  return next !== undefined && tokens[next.to]?.text === ',' ? next : head
}

/** "nach Angaben der Polizei", "nach den Worten von X", "nach X' Angaben", "aus Sicht der Gewerkschaft". */
function afterNach(scene: Scene, index: number, to: number): SourcePhrase | null {
  const { document } = scene
  const { tokens } = document
  let at = index + 1
  let possessive: PronounFeatures | null = null
  while (at < Math.min(to, index + 4) && !NOUNS.test(tokens[at]!.norm)) {
    const meant = possessor(tokens[at]!.norm)
    if (meant !== null) possessive = meant
    else if (!['determiner', 'adjective', 'participle'].includes(document.reading(at).pos)) {
      // "nach Kellers Angaben"
      const owner = actorsIn(scene.actors, at, at + 3)[0]
      const noun = owner === undefined ? undefined : tokens[owner.to]
      if (owner !== undefined && owner.from <= at && noun !== undefined && NOUNS.test(noun.norm))
        return {
          cueSpan: spanOf(scene, index, owner.to + 1),
          from: index,
          to: owner.to + 1,
          actor: {
            ...owner,
            name: germanNominative(tokens, owner.nameFrom, owner.to, 'genitive'),
            certain: true,
          },
          possessive: null,
        }
      return null
    }
    at++
  }
  if (at >= to || !NOUNS.test(tokens[at]!.norm)) return null
  const cueSpan = spanOf(scene, index, at + 1)
  if (possessive !== null) return { cueSpan, from: index, to: at + 1, actor: null, possessive }
  // A past participle or a verb after it: "nach Angaben, die …".
  const next = tokens[at + 1]
  let start = at + 1
  if (next !== undefined && /^(?:von|vom|aus|beim|bei)$/.test(next.norm)) start++
  const found = withActor(scene, index, start, to, 2)
  if (found === null) return null
  return {
    ...found,
    cueSpan,
    actor:
      found.actor !== null &&
      start === at + 1 &&
      found.actor.kind === 'person' &&
      found.actor.from === found.actor.nameFrom
        ? { ...found.actor, name: germanNominative(tokens, found.actor.nameFrom, found.actor.to, 'genitive') }
        : found.actor,
  }
}

/** "der Polizei zufolge", "Keller zufolge", "dem Bericht zufolge", "seinen Angaben zufolge" */
function beforeIt(scene: Scene, index: number): SourcePhrase | null {
  const { tokens } = scene.document
  const before = tokens[index - 1]
  if (before === undefined) return null
  const meant = NOUNS.test(before.norm) ? possessor(tokens[index - 2]?.norm) : null
  if (meant !== null)
    return {
      cueSpan: spanOf(scene, index - 2, index + 1),
      from: index - 2,
      to: index + 1,
      actor: null,
      possessive: meant,
    }
  const actor = actorsIn(scene.actors, Math.max(0, index - 14), index).findLast((one) => one.to === index)
  const named = actor ?? null
  if (named === null) return null
  let { from } = named
  // "Angaben der Polizei zufolge"
  if (NOUNS.test(tokens[from - 1]?.norm ?? '')) from--
  return {
    cueSpan: spanOf(scene, index, index + 1),
    from,
    to: index + 1,
    actor: { ...named, certain: true },
    possessive: null,
  }
}

/** "seinen Worten nach" */
function hisWords(scene: Scene, index: number): SourcePhrase | null {
  const { tokens } = scene.document
  if (tokens[index + 1]?.norm !== 'nach') return null
  const meant = possessor(tokens[index - 1]?.norm)
  if (meant === null) return null
  return {
    cueSpan: spanOf(scene, index - 1, index + 2),
    from: index - 1,
    to: index + 2,
    actor: null,
    possessive: meant,
  }
}

/** ", so Keller", ", so die Sprecherin weiter" */
function soActor(scene: Scene, index: number, to: number): SourcePhrase | null {
  const { document } = scene
  const actor = actorsIn(scene.actors, index + 1, Math.min(to, index + 3))[0]
  if (actor === undefined || !actor.subject || actor.kind === 'thing' || actor.from > index + 1) return null
  let end = actor.to
  const own = actorsIn(scene.actors, index + 1, Math.min(to, index + 16))
  const named = apposed(scene, actor, own)
  end = Math.max(end, named.to)
  while (end < to && /^(?:weiter|zudem|außerdem|abschließend|ferner)$/.test(document.tokens[end]!.norm)) end++
  const next = document.tokens[end]
  if (next !== undefined && end < to && next.kind !== 'punctuation' && document.reading(end).pos === 'verb')
    return null
  return { cueSpan: spanOf(scene, index, index + 1), from: index, to: end, actor: named, possessive: null }
}
