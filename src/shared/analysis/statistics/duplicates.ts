import { fold } from '../text/fold.ts'
import { seededRandom } from './random.ts'
import { toTheEnd } from './to-the-end.ts'

export interface Passage {
  /** Index of the article in the caller's list. */
  readonly article: number
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface DuplicateOptions {
  /** Passages are alike from this Jaccard similarity of their shingles on, 0…1. */
  readonly similarity: number
  /** Words in a shingle. */
  readonly shingle: number
  /** Shorter passages are left aside: short sentences agree by chance. */
  readonly minWords: number
}

export const DUPLICATE_DEFAULTS: DuplicateOptions = { similarity: 0.7, shingle: 4, minWords: 10 }

export interface DuplicateGroup<One extends Passage = Passage> {
  /** In the order given; the first is what the others are compared with. */
  readonly passages: readonly (One & {
    /** Jaccard similarity of its shingles with the first passage's, 0…1. */
    readonly similarity: number
  })[]
}

// 16 bands of 4 rows: passages of similarity 0.7 meet in some band with probability 0.99, of 0.3 with 0.12.
const BANDS = 16
const ROWS = 4
/** In a band where very many passages meet, each is compared with so many earlier ones. */
const MOST_COMPARED = 24

/** Passages between two pauses. */
const PAUSE_EVERY = 200

const WORD = /[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*/gu

/**
 * Groups of passages that are nearly the same: wire copy that two outlets print, or a writer's own text used again.
 * A passage is the set of all its runs of `shingle` folded words. MinHash signatures in bands find candidates; each
 * candidate pair is then compared in full, so that every pair in a group is linked by passages truly as alike as asked
 * for. Pairs just above the limit can be missed (about one in a hundred at 0.7).
 * Source: A. Broder, “On the resemblance and containment of documents” (1997); bands: J. Leskovec, A. Rajaraman and
 * J. Ullman, Mining of Massive Datasets (2014), chapter 3.
 * @returns groups of two or more, in order of their first passage
 */
export const findDuplicates = <One extends Passage>(
  passages: readonly One[],
  options: Partial<DuplicateOptions> = {},
): readonly DuplicateGroup<One>[] => toTheEnd(searchDuplicates(passages, options))

/** `findDuplicates` that pauses now and then, for a caller with other work. */
export function* searchDuplicates<One extends Passage>(
  passages: readonly One[],
  options: Partial<DuplicateOptions> = {},
): Generator<undefined, readonly DuplicateGroup<One>[]> {
  const groups = yield* searchAlike(
    passages.map(({ text }) => text),
    options,
  )
  return groups.map(({ at, similarity }) => ({
    passages: Array.from(at, (passage, index) => ({ ...passages[passage]!, similarity: similarity[index]! })),
  }))
}

/** Texts that are nearly the same. */
export interface AlikeTexts {
  /** Their places in the list, ascending. */
  readonly at: Uint32Array
  /** Of each: the Jaccard similarity of its shingles with the first one's, 0…1. */
  readonly similarity: Float64Array
}

/** What `findDuplicates` groups, by place in the list. Each text is read once and none is kept: a large story has many. */
export function* searchAlike(
  passages: Iterable<string>,
  options: Partial<DuplicateOptions> = {},
): Generator<undefined, readonly AlikeTexts[]> {
  const { similarity, shingle, minWords } = { ...DUPLICATE_DEFAULTS, ...options }
  // Passages of the very same words are one text: they are hashed once.
  const texts = new Map<number, number>()
  const sets: Uint32Array[] = []
  const members: number[][] = []
  let at = 0
  for (const text of passages) {
    if (at % PAUSE_EVERY === 0) yield
    const mine = at++
    const words = fold(text).match(WORD) ?? []
    if (words.length < Math.max(minWords, shingle)) continue
    const key = sameWords(words)
    const known = texts.get(key)
    if (known !== undefined) {
      members[known]!.push(mine)
      continue
    }
    texts.set(key, sets.length)
    sets.push(shingles(words, shingle))
    members.push([mine])
  }
  texts.clear()

  const parent = sets.map((_, at) => at)
  const root = (at: number): number => {
    let found = at
    while (parent[found] !== found) {
      parent[found] = parent[parent[found]!]!
      found = parent[found]!
    }
    return found
  }
  const signatures: Uint32Array[] = []
  for (const set of sets) {
    if (signatures.length % PAUSE_EVERY === 0) yield
    signatures.push(signature(set))
  }
  for (let band = 0; band < BANDS; band++) {
    yield
    const buckets = new Map<number, number[]>()
    signatures.forEach((mine, at) => {
      let key = 0
      for (let row = band * ROWS; row < (band + 1) * ROWS; row++) {
        key = Math.imul(key ^ mine[row]!, 0x01000193) ^ (key >>> 15)
      }
      const bucket = buckets.get(key)
      if (bucket === undefined) {
        buckets.set(key, [at])
        return
      }
      for (const other of bucket.slice(0, MOST_COMPARED)) {
        if (root(other) !== root(at) && jaccard(sets[other]!, sets[at]!) >= similarity) {
          parent[Math.max(root(other), root(at))] = Math.min(root(other), root(at))
        }
      }
      bucket.push(at)
    })
  }

  const groups = new Map<number, number[]>()
  sets.forEach((_, at) => {
    const group = groups.get(root(at))
    if (group === undefined) groups.set(root(at), [at])
    else group.push(at)
  })
  return [...groups.values()]
    .map((group) => group.flatMap((text) => members[text]!.map((at) => ({ at, text }))))
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => a.at - b.at))
    .sort((a, b) => a[0]!.at - b[0]!.at)
    .map((group) => ({
      at: Uint32Array.from(group, ({ at }) => at),
      similarity: Float64Array.from(group, ({ text }) => jaccard(sets[group[0]!.text]!, sets[text]!)),
    }))
}

/**
 * A number below 2⁵³ that only the same words have: two 32-bit hashes (FNV-1a, and one multiplied otherwise). In a story of
 * a million different passages two meet with a probability of 0.0001.
 */
function sameWords(words: readonly string[]): number {
  let one = 0x811c9dc5
  let other = 0x41c6ce57
  for (const word of words) {
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at)
      one = Math.imul(one ^ code, 0x01000193)
      other = Math.imul(other ^ code, 0x5f356495)
    }
    // A space, so that the same letters in other words are others.
    one = Math.imul(one ^ 32, 0x01000193)
    other = Math.imul(other ^ 32, 0x5f356495)
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35)
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  return (other & 0x1fffff) * 2 ** 32 + (one >>> 0)
}

/** The runs of words as 32-bit hashes (FNV-1a over the letters), sorted, each once. */
function shingles(words: readonly string[], size: number): Uint32Array {
  const hashes = words.map((word) => {
    let hash = 0x811c9dc5
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
    return hash
  })
  const found = new Set<number>()
  for (let from = 0; from + size <= words.length; from++) {
    let hash = 0
    for (let at = from; at < from + size; at++)
      hash = Math.imul(hash ^ hashes[at]!, 0x5bd1e995) ^ (hash >>> 13)
    found.add(hash >>> 0)
  }
  return Uint32Array.from(found).sort()
}

/** Jaccard similarity of two sets of sorted numbers: what both hold over what either holds, 0…1. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  if (a === b) return 1
  let both = 0
  for (let at = 0, other = 0; at < a.length && other < b.length; ) {
    const [mine, theirs] = [a[at]!, b[other]!]
    if (mine === theirs) both++
    if (mine <= theirs) at++
    if (theirs <= mine) other++
  }
  const either = a.length + b.length - both
  return either === 0 ? 0 : both / either
}

const HASHES = (() => {
  const random = seededRandom(0x5eed, 'minhash')
  return Array.from(
    { length: BANDS * ROWS },
    () => [random.below(2 ** 31) * 2 + 1, random.below(2 ** 32)] as const,
  )
})()

/** The smallest value of each hash over the set: equal for two sets with probability their Jaccard similarity. */
function signature(set: Uint32Array): Uint32Array {
  const least = new Uint32Array(HASHES.length).fill(0xffffffff)
  for (let row = 0; row < HASHES.length; row++) {
    const [multiplier, salt] = HASHES[row]!
    let smallest = 0xffffffff
    for (let at = 0; at < set.length; at++) {
      let hash = Math.imul(set[at]! ^ salt, multiplier)
      hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
      hash = (hash ^ (hash >>> 13)) >>> 0
      if (hash < smallest) smallest = hash
    }
    least[row] = smallest
  }
  return least
}
