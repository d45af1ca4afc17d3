import { type Actor, actorsIn } from './actors.ts'
import type { PronounFeatures } from './cue-types.ts'
import type { Scene } from './scene.ts'

/** How many sentences back a pronoun may mean somebody. */
const REACH = 8

/** Somebody who spoke before. */
export interface PastSpeaker {
  readonly actor: Actor
  /** Sentence in which they last spoke. */
  readonly sentence: number
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
): Actor | null {
  const { document, actors } = scene
  const sentence = document.tokens[Math.min(index, document.tokens.length - 1)]!.sentence
  const from = scene.range(Math.max(0, sentence - REACH)).from
  let best: Actor | null = null
  let top = Number.NEGATIVE_INFINITY
  const seen = new Set<number>()
  for (const one of [...actorsIn(actors, from, index)].reverse()) {
    if (one.pronoun !== null || one.quoted || one.to > index) continue
    if (!fits(one, features, neuter)) continue
    const at = document.tokens[one.from]!.sentence
    const distance = sentence - at
    let score = -distance * 1.1
    if (one.subject) score += 1
    if (one.kind === 'person') score += 0.8
    if (one.kind === 'organisation' && !neuter && features.number === 'singular') score -= 1
    if (last !== null && sameName(one, last.actor)) score += 1.3
    // The first subject of a sentence is what the sentence is about.
    if (one.subject && one.from <= scene.range(at).from + 4) score += 0.5
    if (one.gender !== null && one.gender === features.gender) score += 0.4
    if (distance === 0) score -= 0.6
    if (seen.size > 40) break
    seen.add(one.from)
    if (score > top) {
      top = score
      best = one
    }
  }
  if (last !== null && fits(last.actor, features, neuter)) {
    const distance = sentence - last.sentence
    const score = -distance * 0.6 + 2.2
    if (score >= top) return last.actor
  }
  return best
}

function fits(actor: Actor, features: PronounFeatures, neuter: boolean): boolean {
  if (neuter) return actor.kind === 'organisation' && actor.number !== 'plural'
  if (features.number === 'plural') return actor.number === 'plural' && actor.kind !== 'thing'
  // In a language with grammatical gender a body is "he" or "she" too.
  if (actor.kind === 'organisation') return features.gender === 'feminine' && actor.gender === 'feminine'
  if (actor.kind === 'thing') return false
  if (actor.number === 'plural') return false
  return features.gender === null || actor.gender === null || actor.gender === features.gender
}

const sameName = (a: Actor, b: Actor): boolean =>
  a.name === b.name || a.name.endsWith(` ${b.name}`) || b.name.endsWith(` ${a.name}`)
