import type { SequenceWord } from '#shared/domain/words.ts'
import type { GrammaticalCase, Reading, TokenKind } from './document.ts'
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
  /** All cases that it can stand in (`quotations/forms-cased`). */
  cases: ReadonlySet<GrammaticalCase> | null = null
  /** What the forms of a name have in common (`quotations/actors`). */
  stem: string | null = null
  /** The verb of speech whose form it is; empty for none (`quotations/cues`, where subjects are told by place). */
  said: string | null = null
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

/** So many spellings a generation holds. */
const GENERATION = 10_000
/** A power of two, so that less than half of the slots are taken. */
const SIZE = 1 << 15

/** A hash table of spellings with open addressing, keyed by a stretch of a text, so that looking a word up makes no string. */
class Table {
  private readonly slots = new Int32Array(SIZE)
  private readonly hashes = new Int32Array(SIZE)
  private readonly list: Spelling[] = []

  get isFull(): boolean {
    return this.list.length >= GENERATION
  }

  find(text: string, start: number, end: number, hash: number, kind: TokenKind): Spelling | null {
    const length = end - start
    let slot = (hash ^ (hash >>> 15)) & (SIZE - 1)
    for (;;) {
      const place = this.slots[slot]!
      if (place === 0) return null
      if (this.hashes[slot] === hash) {
        const known = this.list[place - 1]!
        if (known.text.length === length && known.kind === kind && isAt(text, start, known.text)) return known
      }
      slot = (slot + 1) & (SIZE - 1)
    }
  }

  add(spelling: Spelling, hash: number): void {
    let slot = (hash ^ (hash >>> 15)) & (SIZE - 1)
    while (this.slots[slot] !== 0) slot = (slot + 1) & (SIZE - 1)
    this.list.push(spelling)
    this.slots[slot] = this.list.length
    this.hashes[slot] = hash
  }
}

/**
 * The spellings met in one language, in two generations as in `Recent`: those that keep coming up stay, and memory is flat
 * over any number of articles.
 */
export class Spellings {
  private young = new Table()
  private old: Table | null = null

  /**
   * The spelling of `text` from `start` up to `end`.
   * @param hash `hashOf` the same stretch
   */
  at(text: string, start: number, end: number, hash: number, kind: TokenKind): Spelling {
    const known = this.young.find(text, start, end, hash, kind)
    if (known !== null) return known
    if (this.young.isFull) {
      this.old = this.young
      this.young = new Table()
    }
    const spelling =
      this.old?.find(text, start, end, hash, kind) ?? new Spelling(copyOf(text, start, end), kind)
    this.young.add(spelling, hash)
    return spelling
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
