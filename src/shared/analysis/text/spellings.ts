import type { SequenceWord } from '#shared/domain/words.ts'
import type { Reading, TokenKind } from './document.ts'
import { fold } from './fold.ts'

/** Begins with a capital. */
export const CAPITAL = 1
/** Holds a hyphen. */
export const HYPHENATED = 2
/** Not yet asked. */
export const UNKNOWN = -1

/**
 * A word, number or mark as it is written, and all that its letters alone tell of it. There is one for each spelling and
 * language in a process, so whatever is asked of a word without its context is computed once and read from here; the
 * module that fills a slot is named beside it.
 */
export class Spelling {
  readonly text: string
  /** Folded as by `fold`. */
  readonly norm: string
  readonly kind: TokenKind
  /** CAPITAL, HYPHENATED */
  readonly shape: number
  /** Dictionary forms (`prepare`). */
  lemmas: readonly string[] | null = null
  /** As it was last read in the outlet's own words and in others' (`text/word-sequence`). */
  own: SequenceWord | null = null
  others: SequenceWord | null = null
  /** What it can be to the rules of attribution, as bits (`quotations/word-kinds`). */
  kinds = UNKNOWN
  /** Parts of speech that it can have, and further traits as bits (`languages/en/tagger`). */
  choices: object | null = null
  traits = 0
  /** All that a dictionary says of it (`languages/ru/readings`). */
  parses: readonly Reading[] | null = null
  /** Its value in the list for tone (`tone/tone`). */
  tone: number | null = null
  /** Readings by tag (`languages/en/readings`). */
  readings: (Reading | undefined)[] = []
  /** Which tests were asked of it, and which of them hold, as bits (`text/word-test`). */
  asked = 0
  answers = 0
  /** What of some packs may begin with it, and of which (`framing/match`). */
  begun: object | boolean = false
  packs: object | null = null

  constructor(text: string, kind: TokenKind) {
    this.text = internal(text)
    this.norm = internal(fold(text))
    this.kind = kind
    this.shape = (/^\p{Lu}/u.test(text) ? CAPITAL : 0) | (this.norm.includes('-') ? HYPHENATED : 0)
  }
}

/** The one copy of a string that the engine compares by its place: equal words are told from others at once. */
export const internal = (text: string): string => Object.keys({ [text]: 0 })[0]!

/** The table is begun anew beyond this many, so that memory stays flat over any number of articles. */
const MOST_KEPT = 200_000
const FIRST_SIZE = 1 << 14

/**
 * All spellings met in one language. A hash table with open addressing, keyed by a stretch of a text, so that looking a
 * word up makes no string.
 */
export class Spellings {
  private slots = new Int32Array(FIRST_SIZE)
  private hashes = new Int32Array(FIRST_SIZE)
  private list: Spelling[] = []

  /**
   * The spelling of `text` from `start` up to `end`.
   * @param hash `hashOf` the same stretch
   */
  at(text: string, start: number, end: number, hash: number, kind: TokenKind): Spelling {
    const mask = this.slots.length - 1
    const length = end - start
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const place = this.slots[slot]!
      if (place === 0) break
      if (this.hashes[slot] === hash) {
        const known = this.list[place - 1]!
        if (known.text.length === length && known.kind === kind && isAt(text, start, known.text)) return known
      }
      slot = (slot + 1) & mask
    }
    return this.add(copyOf(text, start, end), hash, kind)
  }

  private add(text: string, hash: number, kind: TokenKind): Spelling {
    if (this.list.length >= MOST_KEPT) {
      this.list = []
      this.resize(FIRST_SIZE)
    } else if (this.list.length * 2 >= this.slots.length) this.resize(this.slots.length * 2)
    const spelling = new Spelling(text, kind)
    this.list.push(spelling)
    this.place(this.list.length, hash)
    return spelling
  }

  private place(number: number, hash: number): void {
    const mask = this.slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = number
    this.hashes[slot] = hash
  }

  private resize(size: number): void {
    this.slots = new Int32Array(size)
    this.hashes = new Int32Array(size)
    this.list.forEach(({ text }, index) => {
      this.place(index + 1, hashOf(text, 0, text.length))
    })
  }
}

/** A stretch of text as a number: the polynomial of its codes at 31, modulo 2³². The scan of tokens computes it as it goes. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = text.charCodeAt(start)
  for (let at = start + 1; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return hash
}

function isAt(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at++)
    if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false
  return true
}

/** A copy of its own: a slice would keep the whole article in memory. */
function copyOf(text: string, start: number, end: number): string {
  const codes: number[] = []
  for (let at = start; at < end; at++) codes.push(text.charCodeAt(at))
  let copy = ''
  // Long addresses in pieces, for the number of arguments is limited.
  for (let at = 0; at < codes.length; at += 1024) copy += String.fromCharCode(...codes.slice(at, at + 1024))
  return copy
}

const tables = new Map<object, Spellings>()

/** The spellings of a language, given by its rules. */
export function spellingsOf(language: object): Spellings {
  let table = tables.get(language)
  if (table === undefined) {
    table = new Spellings()
    tables.set(language, table)
  }
  return table
}

/** Begins all tables anew: when a language's dictionaries are loaded, what was told without them no longer holds. */
export const forgetSpellings = (): void => tables.clear()
