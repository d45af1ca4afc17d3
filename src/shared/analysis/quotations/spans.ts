import type { Span } from '#shared/domain/span.ts'
import { flagsAt, SPACE } from '../text/characters.ts'
import type { Reading } from '../text/document.ts'
import { actorsIn, datelineEnd } from './actors.ts'
import type { Scene } from './scene.ts'

/** The full stop of "Mr. Lang", "the U.S. envoy": its sentence goes on. */
export function isAbbreviationStop(scene: Scene, at: number): boolean {
  const { tokens } = scene.document
  const token = tokens[at]!
  return token.text === '.' && tokens[at + 1]?.sentence === token.sentence && tokens[at + 1]!.kind === 'word'
}

/** Shorter clauses are no reports but remains of one. */
const SHORTEST = 5

/** Where the clause that ends at `to` begins: after a semicolon, a joining "but", or the sentence's start. */
export function clauseStart(scene: Scene, to: number, from: number): number {
  const { tokens } = scene.document
  for (let at = to - 1; at > from; at--) {
    if (tokens[at]!.text === ';') return at + 1
    if (
      tokens[at]!.text === ',' &&
      /^(?:но|однако|but|yet|while|although)$/.test(tokens[at + 1]!.norm) &&
      to - at > 3
    )
      return at + 1
    if (/^(?:однако|however)$/.test(tokens[at]!.norm) && at + 2 < to) return at + 1
    if (at < from + 12 && /^[—–-]$/.test(tokens[at]!.text) && datelineEnd(scene.document, from) === at + 1)
      return at + 1
    if (tokens[at]!.text === ':' && scene.quoted[at] === 0) return at + 1
  }
  return from
}

export function quotedShare(scene: Scene, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) count += scene.quoted[at]!
  return to <= from ? 0 : count / (to - from)
}

export function hasVerb(scene: Scene, from: number, to: number): boolean {
  const { document } = scene
  for (let at = from; at < to; at++) {
    if (scene.quoted[at] === 1) return true
    const reading = document.reading(at)
    if (reading.pos === 'verb' || reading.pos === 'participle') return true
    // «рынок готов»: a short adjective is a predicate.
    if (reading.pos === 'adjective' && (reading as Reading & { readonly short?: boolean }).short === true)
      return true
    if (
      scene.cues.inflected &&
      /^(?:есть|нет|нельзя|можно|надо|нужно|должн\p{L}*|это|[—–])$/u.test(document.tokens[at]!.norm)
    )
      return true
  }
  return false
}

const isEdge = (text: string, at: number, marks: string): boolean =>
  (flagsAt(text, at) & SPACE) !== 0 || marks.includes(text[at]!)

/** The clause without white space, commas and dashes at its ends; null when too little is left. */
export function trimmed(scene: Scene, start: number, end: number): Span | null {
  const { text } = scene.document
  let from = start
  let to = end
  while (from < to && isEdge(text, from, ',—–:;-')) from++
  // «О том, что …, сообщил телеканал».
  const about = /^(?:О|Об) т(?:ом|о), (?:что|как) /u.exec(text.slice(from, from + 16))
  if (about !== null) from += about[0].length
  // What begins with "that" is another cue's clause.
  if (/^(?:что|будто|that) /.test(text.slice(from, from + 6))) return null
  while (to > from && isEdge(text, to - 1, ',—–:;.!?…-')) to--
  return to - from < SHORTEST ? null : { start: from, end: to }
}
/** A comma, a noun phrase without a verb, and a comma again: an apposition. */
export function isAppositionAt(scene: Scene, comma: number, to: number): boolean {
  const { document } = scene
  const first = actorsIn(scene.actors, comma + 1, comma + 3)[0]
  if (first === undefined || first.pronoun !== null) return false
  for (let at = comma + 1; at < Math.min(to, comma + 16); at++) {
    if (document.tokens[at]!.text === ',') return at - comma > 1 && at < to - 3
    if (document.reading(at).pos === 'verb') return false
  }
  return false
}

const TURNS =
  /^(?:в то же время|при этом|кроме (?:того|этого)|помимо (?:того|этого)|между тем|тем временем|тем не менее|вместе с тем|вместе с этим|в связи с (?:этим|чем)|таким образом|в частности|более того|к тому же|в целом|в общем|на самом деле|по сути|в результате|в итоге|к сожалению|к слову|в свою очередь|со своей стороны|с другой стороны|например|вдобавок|впрочем|также|тоже|однако|поэтому|затем|потому|кстати|наконец|итак|причем|при чем|во-[а-я]+|в-[а-я]+)$/

/** «При этом», «кроме того», "however": words between a sentence's start and a comma that only turn to what follows. */
export function isTurn(scene: Scene, from: number, to: number): boolean {
  const { document, cues } = scene
  if (cues.inflected) {
    if (to - from > 5) return false
    const words: string[] = []
    for (let at = from; at < to; at++) words.push(document.tokens[at]!.norm)
    return TURNS.test(words.join(' '))
  }
  return (
    to - from <= 3 &&
    !hasVerb(scene, from, to) &&
    ['preposition', 'adverb', 'conjunction', 'particle'].includes(document.reading(from).pos)
  )
}
