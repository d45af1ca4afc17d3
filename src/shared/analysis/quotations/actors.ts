import type { Person } from '#shared/domain/quotation.ts'
import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import { flagsAt, JOINER, LOWER } from '../text/characters.ts'
import type { Document, GrammaticalCase, Token } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { Recent } from '../text/recent.ts'
import { CAPITAL } from '../text/spellings.ts'
import { wordTest } from '../text/word-test.ts'
import type { PronounFeatures } from './cue-types.ts'

/** Somebody or something named by a noun phrase of the text that may speak. */
export interface Actor {
  /** Dictionary form, as far as it can be told; for a subject the words as they stand. */
  readonly name: string
  readonly span: Span
  readonly from: number
  /** Token after its last. */
  readonly to: number
  /** Token that the name itself begins with, after role and title. */
  readonly nameFrom: number
  readonly kind: Person['kind'] | 'thing'
  readonly pronoun: PronounFeatures | null
  readonly gender: 'masculine' | 'feminine' | 'neuter' | null
  readonly number: 'singular' | 'plural' | null
  /** Title or office that stands before the name. */
  readonly role: string | null
  /** Could be the subject of a verb: not governed by a preposition, no possessive, nominative possible. */
  readonly subject: boolean
  /** The name is known to be in its dictionary form. */
  readonly certain?: boolean
  /** Stands inside somebody's quoted words. */
  readonly quoted: boolean
}

/** What an actor finder sees of a document beside its tokens. */
export interface ActorScene {
  readonly document: Document
  /** Tokens inside quoted words (names in marks not counted). */
  readonly quoted: Uint8Array
  /** Names in marks, by the token of their opening mark: the token after their closing one. */
  readonly names: ReadonlyMap<number, number>
  /** For each token whether it can stand in a noun phrase: 1 yes, 2 no, 0 not yet asked. */
  readonly phrases?: Uint8Array
  /** Folded words that stand capitalised inside sentences. */
  readonly capitals: ReadonlySet<string>
}

export const startsSentence = (document: Document, index: number): boolean => {
  if (index === 0) return true
  const before = document.tokens[index - 1]!
  if (before.sentence !== document.tokens[index]!.sentence) return true
  if (before.kind !== 'punctuation') return false
  // After an interview's label: `«НГ»: — Эти …`.
  if (/^[—–-]$/.test(before.text) && document.tokens[index - 2]?.text === ':') return true
  // A quotation mark, a dash or a bullet may stand before a sentence's first word.
  return (
    /^[«„“"'‘(–—•:-]$/.test(before.text) &&
    (index === 1 || document.tokens[index - 2]!.sentence !== before.sentence || before.text === ':')
  )
}

/** Begins with a capital; the two alphabets we know are told without a pattern, for this is asked of every word. */
export function isCapital(text: string): boolean {
  const code = text.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90
  if (code >= 0x430 && code <= 0x44f) return false
  if (code >= 0x410 && code <= 0x42f) return true
  return /^\p{Lu}/u.test(text)
}
export const isAbbreviation = (text: string): boolean =>
  text.length > 1 &&
  isCapital(text) &&
  (flagsAt(text, text.length - 1) & (LOWER | JOINER)) === 0 &&
  /^\p{Lu}[\p{L}\d-]*[\p{Lu}\d]$/u.test(text)

/** What the forms of a name have in common; remembered with the spelling. */
export function stemOf(document: Document, { spelling }: Token): string {
  spelling.stem ??= getLanguage(document.language).nameStem(spelling.norm)
  return spelling.stem
}

/** Folded words that stand capitalised where no sentence begins. */
export function capitalsOf(document: Document): ReadonlySet<string> {
  const found = new Set<string>()
  const { tokens } = document
  for (let index = 1; index < tokens.length; index++) {
    const token = tokens[index]!
    if ((token.spelling.shape & CAPITAL) === 0 || token.kind !== 'word' || startsSentence(document, index))
      continue
    const before = tokens[index - 1]!
    if (before.kind === 'punctuation' && /^[«„“"'‘(]$/.test(before.text)) continue
    found.add(stemOf(document, token))
  }
  return found
}

const isShouted = wordTest(({ text }) => /^\p{Lu}[\p{Lu}.-]{2,}$/u.test(text))

/** "Leeds (AFP) –": an agency in brackets with a dash after it within a few words. */
function namesAgency(document: Document, index: number): boolean {
  const { tokens } = document
  for (let at = index + 1; at < Math.min(tokens.length - 3, index + 6); at++)
    if (tokens[at]!.text === '(')
      return (
        (isShouted(tokens[at + 1]!) || /^(?:AP|Reuters)$/.test(tokens[at + 1]!.text)) &&
        tokens[at + 2]!.text === ')' &&
        /^[—–-]+$/.test(tokens[at + 3]!.text)
      )
  return false
}

/** "LEEDS, England (AP) — ": the token after a dateline that begins at `index` and opens its paragraph, or `index`. */
export function datelineEnd(document: Document, index: number): number {
  const { tokens, paragraphs } = document
  const token = tokens[index]!
  if ((token.spelling.shape & CAPITAL) === 0) return index
  if (!isShouted(token) && !namesAgency(document, index)) return index
  if (paragraphs[document.paragraphAt(token.start)]!.start !== token.start) return index
  for (let at = index + 1; at < Math.min(tokens.length, index + 14); at++) {
    const { text, sentence } = tokens[at]!
    if (/^[—–-]+$/.test(text) && sentence === token.sentence) return at + 1
    if (
      !/^[,./()]$/.test(text) &&
      !isCapital(text) &&
      tokens[at]!.kind !== 'number' &&
      !/^(?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)/.test(tokens[at]!.norm)
    )
      return index
  }
  return index
}

/** The name of an actor that stands in `given` case, in dictionary form. */
export const nameIn = (document: Document, actor: Actor, given: GrammaticalCase): string =>
  getLanguage(document.language).nominative(document.tokens, actor.nameFrom, actor.to, given)

const lastWords = new Recent<string, string>()

/** The last word of a name, folded; remembered, since names come up again and again. */
export function lastWordOf(name: string): string {
  let word = lastWords.get(name)
  if (word === undefined) {
    word = fold(name).split(' ').at(-1) ?? ''
    lastWords.set(name, word)
  }
  return word
}

/** The actors that begin at tokens `from` up to `to`; `actors` is in order. */
export function actorsIn(actors: readonly Actor[], from: number, to: number): readonly Actor[] {
  let low = 0
  let high = actors.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (actors[middle]!.from >= from) high = middle
    else low = middle + 1
  }
  let end = low
  while (end < actors.length && actors[end]!.from < to) end++
  return actors.slice(low, end)
}

/** The actor that a personal pronoun stands for, not yet resolved. */
export function pronounActor(
  scene: Pick<ActorScene, 'document' | 'quoted'>,
  index: number,
  pronoun: NonNullable<Actor['pronoun']>,
): Actor {
  const token = scene.document.tokens[index]!
  return {
    name: token.text,
    span: { start: token.start, end: token.end },
    from: index,
    to: index + 1,
    nameFrom: index,
    kind: 'person',
    pronoun,
    gender: pronoun.gender,
    number: pronoun.number,
    role: null,
    subject: true,
    quoted: scene.quoted[index] === 1,
  }
}
