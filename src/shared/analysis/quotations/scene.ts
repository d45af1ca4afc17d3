import { type Span, spanContains } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document } from '../text/document.ts'
import { type Actor, capitalsOf, lastWordOf } from './actors.ts'
import { casedActors } from './actors-cased.ts'
import { plainActors } from './actors-plain.ts'
import type { Cues } from './cue-types.ts'
import { type CueVerb, cuesOf, cueVerbAt } from './cues.ts'
import { findDashSpeech } from './dash.ts'
import { findMarks } from './marks.ts'
import { findNames } from './names-in-marks.ts'
import type { MarkedPassage } from './types.ts'

/** All that the rules of attribution look at: computed once per document, in one pass each. */
export interface Scene {
  readonly document: Document
  readonly cues: Cues
  /** Marked passages that are no names, outermost and nested, in order. */
  readonly passages: readonly MarkedPassage[]
  /** Of those, the outermost. */
  readonly outer: readonly MarkedPassage[]
  readonly quoted: Uint8Array
  readonly actors: readonly Actor[]
  /** Cue verbs of each sentence, outside quoted words. */
  readonly verbs: ReadonlyMap<number, readonly CueVerb[]>
  /** First token of each sentence, and the one after its last. */
  range(sentence: number): { readonly from: number; readonly to: number }
}

/** Prepares a document for attribution. */
export function sceneOf(document: Document): Scene {
  const cues = cuesOf(document.language)
  const { tokens, sentences } = document
  const marked: MarkedPassage[] = findMarks(document).map((one) => ({ ...one, style: 'marks' as const }))
  const names = findNames(document, marked, cues)
  const spoken = findDashSpeech(
    document,
    marked.filter((one) => !names.has(one)),
  )
  const labels = interviewLabels(document, marked)
  const passages = [
    ...spoken,
    ...marked
      .filter((one) => !names.has(one) && !labels.has(one))
      .map((one) =>
        spoken.some((answer) => spanContains(answer, one)) ? { ...one, depth: one.depth + 1 } : one,
      ),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  // A passage inside a name is of the first level again.
  const outer = passages.filter(
    (one) =>
      one.depth === 0 ||
      !passages.some((other) => other !== one && other.depth < one.depth && spanContains(other, one)),
  )
  const quoted = new Uint8Array(tokens.length)
  for (const one of outer)
    for (
      let index = document.tokenAt(one.start);
      index < tokens.length && tokens[index]!.start < one.end;
      index++
    )
      quoted[index] = 1
  const nameEnds = new Map<number, number>()
  for (const one of names) nameEnds.set(document.tokenAt(one.start), document.tokenAt(one.end - 1) + 1)
  const actorScene = { document, quoted, names: nameEnds, capitals: capitalsOf(document) }
  const { grammar } = getLanguage(document.language)
  const named = grammar
    ? grammar.actors(actorScene, cues)
    : cues.inflected
      ? casedActors(actorScene, cues)
      : cues.verbs.size > 0
        ? plainActors(actorScene, cues)
        : []
  const actors = withGenders(document, named, cues)
  const verbs = new Map<number, CueVerb[]>()
  for (let index = 0; index < tokens.length; index++) {
    if (quoted[index] === 1) continue
    const verb = cueVerbAt(document, index, cues)
    if (verb === null) continue
    const sentence = tokens[index]!.sentence
    const list = verbs.get(sentence)
    if (list === undefined) verbs.set(sentence, [verb])
    else list.push(verb)
  }
  const starts = new Int32Array(sentences.length + 1).fill(-1)
  for (let index = tokens.length - 1; index >= 0; index--) starts[tokens[index]!.sentence] = index
  starts[sentences.length] = tokens.length
  for (let index = sentences.length - 1; index >= 0; index--)
    if (starts[index] === -1) starts[index] = starts[index + 1]!
  const ranges = sentences.map((_, index) => ({ from: starts[index]!, to: starts[index + 1]! }))
  return {
    document,
    cues,
    passages: passages.map((one) => (outer.includes(one) ? { ...one, depth: 0 } : one)),
    outer,
    quoted,
    actors,
    verbs,
    range: (sentence) =>
      ranges[sentence] ?? { from: tokens.length, to: starts[sentence + 1] ?? tokens.length },
  }
}

/** `«НГ»: — …`: the outlet's initials before a question are no quotation. */
function interviewLabels(document: Document, passages: readonly MarkedPassage[]): Set<MarkedPassage> {
  const labels = new Set<MarkedPassage>()
  for (const one of passages) {
    const paragraph = document.paragraphs[document.paragraphAt(one.start)]!
    if (one.start !== paragraph.start) continue
    if (/^\s*:\s*[—–-]/.test(document.text.slice(one.end, one.end + 4)) && one.end - one.start <= 30)
      labels.add(one)
  }
  return labels
}

export const textOf = (document: Document, span: Span): string => document.text.slice(span.start, span.end)

/**
 * A surname alone has the gender of the full name it stands for; a foreign name that of the verb beside it: «Имогена
 * Таррант спросила».
 */
function withGenders(document: Document, actors: readonly Actor[], cues: Cues): Actor[] {
  const { nameStem } = getLanguage(document.language)
  const genders = new Map<string, Actor['gender']>()
  const surnames = new Map<string, string>()
  const surname = ({ name }: Actor) => {
    const known = surnames.get(name)
    if (known !== undefined) return known
    const made = nameStem(lastWordOf(name))
    surnames.set(name, made)
    return made
  }
  const told = new Map<string, Actor['gender']>()
  const note = (map: Map<string, Actor['gender']>, key: string, gender: Actor['gender']) =>
    map.set(key, map.has(key) && map.get(key) !== gender ? null : gender)
  for (const one of actors) {
    if (one.kind !== 'person' || one.pronoun !== null) continue
    const byVerb = cues.inflected ? toldByVerb(document, one) : null
    if (byVerb !== null) note(told, surname(one), byVerb)
    if (one.name.includes(' ') && one.gender !== null) note(genders, surname(one), one.gender)
  }
  return actors.map((one) => {
    if (one.kind !== 'person' || one.pronoun !== null) return one
    const known = genders.get(surname(one)) ?? null
    const byVerb = told.get(surname(one)) ?? null
    // A surname alone may only look like a woman's: "обвинила Головина".
    const gender = one.name.includes(' ') ? (byVerb ?? one.gender ?? known) : (known ?? byVerb ?? one.gender)
    return gender === one.gender ? one : { ...one, gender }
  })
}

function toldByVerb(document: Document, actor: Actor): Actor['gender'] {
  if (!actor.subject || actor.to >= document.tokens.length) return null
  const { pos, gender, number } = document.reading(actor.to)
  return pos === 'verb' && number !== 'plural' && gender !== 'neuter' ? gender : null
}
