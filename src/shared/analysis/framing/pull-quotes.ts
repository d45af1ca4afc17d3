import { SMALL_LETTERS } from '../text/characters.ts'
import { fold } from '../text/fold.ts'

/** Shorter passages are turns of phrase and refrains; longer ones are no pull quotes. In words. */
const FEWEST_WORDS = 6
const MOST_WORDS = 60
/** How much of a pull quote's words stand in the same order where it was taken from. */
const NEARLY = 0.85
/** Words that must stand together in both, for a place to be looked at. */
const SHINGLE = 4
/** A paragraph this much longer than the passage holds it; one as long is the same paragraph again. */
const LONGER = 1.15
/** The speaker's name under a pull quote: “– Mira Tolstad”. */
const SIGNATURE = /\s+[–—-]\s*\p{Lu}[^.!?…]{2,60}$/u

/**
 * Which paragraphs are pull quotes: they say again, nearly word for word, what a longer paragraph says, or what an earlier
 * one of their own length says. `considered` are the paragraphs that may be one; every paragraph may be the source but
 * those before `from`.
 */
export function pullQuotes(
  paragraphs: readonly string[],
  considered: (index: number) => boolean,
  from = 0,
): ReadonlySet<number> {
  const found = new Set<number>()
  if (paragraphs.length - from < 2) return found
  const sharing = sharingWords(paragraphs, from)
  if (!sharing.includes(1)) return found
  const words = paragraphs.map((text, index) => (sharing[index] === 1 ? wordsOf(text) : []))
  const places = shinglePlaces(words)
  for (const [index, whole] of words.entries()) {
    if (sharing[index] !== 1 || !considered(index)) continue
    const unsigned = wordsOf(paragraphs[index]!.replace(SIGNATURE, ''))
    const own = unsigned.length >= FEWEST_WORDS ? unsigned : whole
    if (own.length < FEWEST_WORDS || own.length > MOST_WORDS) continue
    if (isTaken(own, index, words, places)) found.add(index)
  }
  return found
}

interface Place {
  readonly paragraph: number
  readonly word: number
}

function isTaken(
  own: readonly string[],
  index: number,
  words: readonly (readonly string[])[],
  places: ReadonlyMap<string, readonly Place[]>,
): boolean {
  const slack = Math.ceil(own.length * 0.2)
  const looked = new Set<string>()
  for (let at = 0; at + SHINGLE <= own.length; at++) {
    for (const { paragraph, word } of places.get(own.slice(at, at + SHINGLE).join(' ')) ?? []) {
      if (paragraph === index) continue
      const source = words[paragraph]!
      if (source.length < own.length * LONGER && paragraph > index) continue
      const start = Math.max(0, word - at - slack)
      const key = `${paragraph} ${start}`
      if (looked.has(key)) continue
      looked.add(key)
      const window = source.slice(start, word - at + own.length + slack)
      if (inCommon(own, window) >= own.length * NEARLY) return true
    }
  }
  return false
}

/** Runs of words met in the text in hand, as numbers in open addressing, and the paragraph of each; used anew for each text. */
let runs = new Int32Array(1024)
let owners = new Int32Array(1024)

/**
 * 1 for each paragraph that may share a run of words with another or repeats one itself, told by numbers made of the
 * letters: most paragraphs share none, and need no further look.
 */
function sharingWords(paragraphs: readonly string[], from: number): Uint8Array {
  const sharing = new Uint8Array(paragraphs.length)
  let length = 0
  for (let index = from; index < paragraphs.length; index++) length += paragraphs[index]!.length
  // A word takes two characters at least, so the table is never more than half full.
  if (runs.length < length) {
    runs = new Int32Array(2 ** Math.ceil(Math.log2(length)))
    owners = new Int32Array(runs.length)
  } else runs.fill(0)
  const mask = runs.length - 1
  for (let index = from; index < paragraphs.length; index++) {
    const text = paragraphs[index]!
    let words = 0
    let word = 0
    let [last, second, third] = [0, 0, 0]
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0
      const letter = SMALL_LETTERS[code]!
      if (letter !== 0) {
        word = (Math.imul(word, 31) + letter) | 0
        continue
      }
      // Folding joins and drops letters there: everything is looked at then.
      if (code > 127 && isOdd(code)) return sharing.fill(1, from)
      if (word === 0) continue
      if (++words >= SHINGLE) {
        let run = Math.imul(Math.imul(Math.imul(third, 37) + second, 37) + last, 37) + word
        run = run ^ (run >>> 15) || 1
        let slot = run & mask
        while (runs[slot] !== 0 && runs[slot] !== run) slot = (slot + 1) & mask
        if (runs[slot] === 0) {
          runs[slot] = run
          owners[slot] = index
        } else sharing[owners[slot]!] = sharing[index] = 1
      }
      third = second
      second = last
      last = word
      word = 0
    }
  }
  return sharing
}

/** Combining marks, soft hyphens and the like, and letters beyond the basic plane. */
const isOdd = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x300 && code <= 0x36f) ||
  code === 0x200b ||
  code === 0x2060 ||
  code === 0xfeff ||
  (code & 0xf800) === 0xd800

/** Where each run of words stands that stands more than once; the rest cannot be of use. */
function shinglePlaces(words: readonly (readonly string[])[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  for (const [paragraph, own] of words.entries()) {
    for (let word = 0; word + SHINGLE <= own.length; word++) {
      const key = own.slice(word, word + SHINGLE).join(' ')
      const known = places.get(key)
      if (known === undefined) places.set(key, [{ paragraph, word }])
      else known.push({ paragraph, word })
    }
  }
  return places
}

/** Length of the longest common subsequence of two lists of words. */
function inCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    for (let column = 0; column < b.length; column++)
      next.push(word === b[column] ? row[column]! + 1 : Math.max(row[column + 1]!, next[column]!))
    row = next
  }
  return row[b.length]!
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
