import { fold } from '../text/fold.ts'
import { type Actor, actorsIn, lastWordOf } from './actors.ts'
import type { PronounFeatures } from './cue-types.ts'
import { cueVerbAt } from './cues.ts'
import type { Scene } from './scene.ts'

const BE = new Set(['is', 'was', 'are', 'were', 'be', 'been', 'being', 'become', 'became'])

/** How many sentences back a pronoun may mean somebody. */
const REACH = 8

/** Somebody who spoke before. */
export interface PastSpeaker {
  readonly actor: Actor
  /** Sentence in which they last spoke. */
  readonly sentence: number
  /** Token of the cue with which they spoke. */
  readonly at: number
}

/**
 * Whom a pronoun (or a verb without a subject) at token `index` means: the nearest person before it who fits in gender and
 * number; subjects and the one who spoke last come first.
 */
export function resolvePronoun(
  scene: Scene,
  features: PronounFeatures,
  index: number,
  last: PastSpeaker | null,
  neuter = false,
  learned: LearnedGenders = new Map(),
): Actor | null {
  const { document, actors } = scene
  const known = (one: Actor): Actor =>
    one.gender === null && learned.size > 0 && one.kind === 'person' && learned.has(surnameOf(one))
      ? { ...one, gender: learned.get(surnameOf(one))! }
      : one
  const sentence = document.tokens[Math.min(index, document.tokens.length - 1)]!.sentence
  const from = scene.range(Math.max(0, sentence - REACH)).from
  let best: Actor | null = null
  let top = Number.NEGATIVE_INFINITY
  const seen = new Set<number>()
  const before = actorsIn(actors, from, index)
  for (let place = before.length - 1; place >= 0; place--) {
    const named = before[place]!
    if (named.pronoun !== null || named.quoted || named.to > index) continue
    // "He is the first engineer in the post": what somebody is, not another.
    if (
      named.kind === 'unnamed' &&
      !scene.cues.inflected &&
      BE.has(document.tokens[named.from - 1]?.norm ?? '')
    )
      continue
    // Who asked is not who answered.
    if (!scene.cues.inflected && document.tokens[named.to]?.norm === 'asked') continue
    const one = known(named)
    if (!fits(isSomebody(scene, one) ? { ...one, kind: 'unnamed' } : one, features, neuter)) continue
    const at = document.tokens[one.from]!.sentence
    const distance = sentencesBetween(scene, at, sentence)
    let score = -distance * 1.1
    if (one.subject) score += 1
    if (one.kind === 'person') score += 1.4
    if (one.kind === 'organisation' && !neuter && features.number === 'singular') score -= 2.5
    if (last !== null && sameName(one, last.actor)) score += 0.6
    // The first subject of a sentence is what the sentence is about.
    if (one.subject && one.from <= scene.range(at).from + 4) score += 0.3
    if (one.gender !== null && one.gender === features.gender) score += 0.3
    // Whom the sentence right before is about has the floor, though somebody else spoke last.
    if (distance === 1 && one.subject && one.kind !== 'organisation' && opensSentence(scene, one, at))
      score += FLOOR
    // Who is named in what somebody reports is what it is about, not who speaks on.
    if (last !== null && !scene.cues.inflected && at === last.sentence && one.from > last.at)
      score -= SPOKEN_OF
    // Later in its sentence a pronoun means the one whom the sentence is about.
    if (distance === 0) score += one.subject && !isObject(scene, one) ? 1.2 : -0.8
    score += (one.from - from) * 0.0005
    if (seen.size > 40) break
    seen.add(one.from)
    if (score > top) {
      top = score
      best = one
    }
  }
  const said = last !== null && neuter && last.actor.kind === 'organisation' && !scene.cues.inflected
  const asked = last !== null && !scene.cues.inflected && document.tokens[last.at]?.norm === 'asked'
  if (last !== null && !asked && (said || fits(known(last.actor), features, neuter))) {
    const distance = sentencesBetween(scene, last.sentence, sentence)
    const score = -distance * 0.6 + (last.actor.kind === 'unnamed' ? 1.4 : 2.2)
    if (score >= top) return last.actor
  }
  return best
}

/** "called X a liar": right after a verb that has its subject before it. */
function isObject(scene: Scene, one: Actor): boolean {
  const { document, cues } = scene
  if (cues.inflected || one.from === 0 || document.reading(one.from - 1).pos !== 'verb') return false
  const cue = cueVerbAt(document, one.from - 1, cues)
  return cue === null || !cue.strong || cue.naming
}

/** What it costs to be named only in what somebody else reports. */
const SPOKEN_OF = 1.2

/** What it is worth to be whom the sentence right before is about. */
const FLOOR = 0.6

function opensSentence(scene: Scene, one: Actor, sentence: number): boolean {
  const { document } = scene
  for (let at = scene.range(sentence).from; at < one.from; at++) {
    if (document.tokens[at]!.kind === 'punctuation' || document.reading(at).pos === 'verb') return false
  }
  return true
}

/** Genders of people told by the pronouns that meant them before, by surname. */
export type LearnedGenders = ReadonlyMap<string, NonNullable<Actor['gender']>>

/** The last word of a name, by which people are remembered. */
export const surnameOf = (actor: Actor): string => lastWordOf(actor.name)

/** How many sentences on: those that stand wholly in somebody's words are passed over, as a reader does. */
function sentencesBetween(scene: Scene, from: number, to: number): number {
  if (to <= from) return 0
  let distance = 1
  for (let sentence = from + 1; sentence < to; sentence++) {
    const { from: first, to: end } = scene.range(sentence)
    let own = false
    for (let index = first; index < end && !own; index++)
      own = scene.quoted[index] === 0 && scene.document.tokens[index]!.kind === 'word'
    if (own) distance++
  }
  return distance
}

/** «Мясник рассказал»: a living being that is what its sentence is about, though of no office that we know. */
function isSomebody(scene: Scene, one: Actor): boolean {
  if (!scene.cues.inflected || one.kind !== 'thing' || !one.subject) return false
  const { animate, pos, number } = scene.document.reading(one.to - 1)
  return pos === 'noun' && animate === true && number === 'singular'
}

function fits(actor: Actor, features: PronounFeatures, neuter: boolean): boolean {
  if (neuter) return actor.kind === 'organisation' && actor.subject
  if (features.number === 'plural') return actor.number === 'plural' && actor.kind !== 'thing'
  // In a language with grammatical gender a body is "he" or "she" too.
  if (actor.kind === 'organisation') return features.gender === 'feminine' && actor.gender === 'feminine'
  if (actor.kind === 'thing') return false
  if (actor.number === 'plural') return false
  return features.gender === null || actor.gender === null || actor.gender === features.gender
}

const sameName = (a: Actor, b: Actor): boolean =>
  a.name === b.name || a.name.endsWith(` ${b.name}`) || b.name.endsWith(` ${a.name}`)

/** How many sentences after somebody spoke "the expert" may still mean them. */
const EPITHET_REACH = 4

/**
 * Whom an office without a name means again: "the president" is the president named before, "the expert" the one who
 * spoke last. Null when it may be somebody new.
 */
export function sameAgain(scene: Scene, actor: Actor, last: PastSpeaker | null): Actor | null {
  if (actor.kind !== 'unnamed' || actor.number === 'plural') return null
  const { document, cues, actors } = scene
  const { tokens } = document
  const definite = cues.inflected || cues.definite.has(tokens[actor.from]?.norm ?? '')
  if (!definite) return null
  const head = headOf(scene, actor)
  if (head === null || !head.some((one) => cues.epithets.has(one))) return null
  if (
    head.some((one) => one === 'собеседник' || one === 'собеседница') &&
    last !== null &&
    last.actor.kind !== 'organisation' &&
    sentence0(scene, actor) - last.sentence <= 3
  )
    return last.actor
  // "the union's lawyer" is another's.
  for (let at = actor.from; at < actor.nameFrom; at++) if (/['’]s?$/.test(tokens[at]!.text)) return null
  const wanted = new Set([...head, ...head.flatMap((one) => cues.synonyms.get(one) ?? [])])
  const country = /^(?:of|for)$/.test(tokens[actor.to]?.norm ?? '')
    ? tokens.slice(actor.to + 1, actor.to + 3).find((one) => one.text !== one.norm)
    : undefined
  const sentence = tokens[actor.from]!.sentence
  const long = actor.to - actor.nameFrom
  const isGeneric = head.some((one) => cues.generic.has(one))
  if (
    isGeneric &&
    last !== null &&
    last.actor.kind === 'person' &&
    sentence - last.sentence <= 1 &&
    long <= 2
  )
    return last.actor
  for (let index = lowerBound(actors, actor.from) - 1; index >= 0; index--) {
    const one = actors[index]!
    if (one.kind !== 'person' || one.role === null || one.quoted) continue
    if (sentence - tokens[one.from]!.sentence > 40) break
    const words = fold(one.role)
      .split(/[^\p{L}-]+/u)
      .filter(Boolean)
    const same = words.some((word) =>
      document
        .lemmasOf(word)
        .some((lemma) => wanted.has(lemma) || (cues.capitalNouns && endsIn(lemma, wanted))),
    )
    // "президент Франции" is not the president of another country.
    if (same && country !== undefined && !words.includes(country.norm)) continue
    // "the vice president" is not the president.
    if (same && !cues.inflected && rankIn(words) !== rankIn(fold(actor.name).split(' '))) continue
    if (same && cues.inflected && otherOffice(scene, actor, head, words)) continue
    if (same && (long <= 1 || tailFits(scene, actor, words))) return one
  }
  if (isGeneric && long <= 1 && (last === null || sentence - last.sentence > EPITHET_REACH)) {
    const near = actorsIn(actors, scene.range(Math.max(0, sentence - 2)).from, actor.from)
    const one = near.findLast(
      (other) => other.kind === 'person' && other.pronoun === null && other.subject && !other.quoted,
    )
    if (one !== undefined) return one
  }
  if (last === null || last.actor.kind !== 'person' || sentence - last.sentence > EPITHET_REACH) return null
  if (long > 3 || !(isGeneric || (head.includes('глава') && long > 1))) return null
  if (actor.gender === 'feminine' && last.actor.gender === 'masculine') return null
  return last.actor
}

const rankIn = (words: readonly string[]): string =>
  words.find((one) => /^(?:vice|deputy|assistant)(?:-|$)/.test(one))?.slice(0, 4) ?? ''

const sentence0 = (scene: Scene, actor: Actor): number => scene.document.tokens[actor.from]!.sentence

function headOf(scene: Scene, actor: Actor): readonly string[] | null {
  const { document, cues } = scene
  if (!cues.inflected) return document.lemmas(actor.to - 1)
  for (let at = actor.from; at < actor.to; at++) {
    const lemmas = document.lemmas(at)
    if (lemmas.some((one) => cues.roles.has(one))) return lemmas
  }
  return null
}

/** "Innenminister" is a minister: where nouns are compounded the last part says what somebody is. */
const endsIn = (lemma: string, wanted: ReadonlySet<string>): boolean => {
  for (const one of wanted) if (one.length > 4 && lemma.endsWith(one)) return true
  return false
}

/** What belongs to the office is named with the person too. */
function tailFits(scene: Scene, actor: Actor, role: readonly string[]): boolean {
  const { tokens } = scene.document
  let fits = true
  for (let at = actor.nameFrom; at < actor.to; at++) {
    const token = tokens[at]!
    if (token.kind !== 'word' || token.text[0] !== token.text[0]!.toUpperCase()) continue
    if (!role.includes(token.norm) && !isLandOf(token.norm, role)) fits = false
  }
  return fits
}

/** «глава государства» is no head of a staff, and who was head once is not the head. */
function otherOffice(scene: Scene, actor: Actor, head: readonly string[], role: readonly string[]): boolean {
  const { document } = scene
  if (/^(?:бывш|экс)/.test(role[0] ?? '') && !/^(?:Бывш|бывш|экс|Экс)/.test(actor.name)) return true
  const at = role.findIndex((word) => document.lemmasOf(word).some((lemma) => head.includes(lemma)))
  const own = document.tokens[actor.to - 1]!
  if (at === -1 || at === role.length - 1 || actor.to - actor.nameFrom !== 2 || own.kind !== 'word')
    return false
  const first = document.lemmasOf(own.norm)
  return (
    document.reading(actor.to - 1).pos === 'noun' &&
    !role.some((word) => document.lemmasOf(word).some((lemma) => first.includes(lemma)))
  )
}

/** Lands whose adjectives begin otherwise than they do. */
const ADJECTIVES: Readonly<Record<string, RegExp>> = {
  сша: /^американск/,
  фрг: /^(?:немецк|германск)/,
  кнр: /^китайск/,
  рф: /^российск/,
  великобритании: /^британск/,
}

/** «президент США» is «американский президент»: the land is named by an adjective in the office. */
function isLandOf(norm: string, role: readonly string[]): boolean {
  const known = ADJECTIVES[norm]
  if (known !== undefined) return role.some((one) => known.test(one))
  if (norm.length < 4) return false
  const stem = norm.slice(0, Math.max(3, norm.length - 3))
  return role.some((one) => /ск(?:ий|ая|ого|ой|ому|им)$/.test(one) && one.startsWith(stem))
}

function lowerBound(actors: readonly Actor[], from: number): number {
  let low = 0
  let high = actors.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (actors[middle]!.from >= from) high = middle
    else low = middle + 1
  }
  return low
}

/** "The latter", "the former": the second or the first of the two named last before. */
export function ofTwo(scene: Scene, actor: Actor): Actor {
  const sentence = scene.document.tokens[actor.from]!.sentence
  const before = actorsIn(scene.actors, scene.range(Math.max(0, sentence - 1)).from, actor.from).filter(
    (one) => one.pronoun === null && !one.quoted && (one.kind === 'person' || one.kind === 'unnamed'),
  )
  return (/latter/i.test(actor.name) ? before.at(-1) : before.at(-2)) ?? actor
}
