/** A stream of pseudo-random numbers that is the same whenever its seed is: figures that resample are reproducible. */
export interface Random {
  /** The next number, uniform in [0, 1), in steps of 2⁻³². */
  readonly next: () => number
  /** The next whole number, uniform in 0…limit − 1 (unevenness under limit / 2³²). */
  readonly below: (limit: number) => number
  /** The next numbers as whole ones of 32 bits, as many as there is room for: `next` times 2³². Far quicker in bulk. */
  readonly fill: (into: Uint32Array) => void
}

/** The seed of every figure, unless the person gives another. */
export const DEFAULT_SEED = 20_240_301

/** xoshiro128** from four words of state, of which at least one must not be 0. */
export function xoshiro(a: number, b: number, c: number, d: number): () => number {
  const state = Int32Array.of(a, b, c, d)
  const one = new Uint32Array(1)
  return () => {
    advance(state, one)
    return one[0]!
  }
}

/** Fills a list with the generator's next numbers; its state is in hand while it runs. */
function advance(state: Int32Array, into: Uint32Array): void {
  let [s0, s1, s2, s3] = [state[0]!, state[1]!, state[2]!, state[3]!]
  for (let at = 0; at < into.length; at++) {
    const five = Math.imul(s1, 5)
    into[at] = Math.imul((five << 7) | (five >>> 25), 9)
    const t = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = (s3 << 11) | (s3 >>> 21)
  }
  state[0] = s0
  state[1] = s1
  state[2] = s2
  state[3] = s3
}

/**
 * Random numbers from a whole-number seed (its lower 32 bits count) and, for independent streams under one seed, a name.
 * Source: xoshiro128**, D. Blackman and S. Vigna, “Scrambled linear pseudorandom number generators”, ACM Transactions on
 * Mathematical Software 47 (2021); state filled by the finaliser of MurmurHash3. Not for secrets.
 */
export function seededRandom(seed: number, stream = ''): Random {
  let state = seed | 0
  for (let at = 0; at < stream.length; at++) state = Math.imul(state ^ stream.charCodeAt(at), 0x01000193)
  const word = (): number => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return mixed ^ (mixed >>> 16)
  }
  const generator = Int32Array.of(word(), word(), word(), word() | 1)
  const one = new Uint32Array(1)
  const next = () => {
    advance(generator, one)
    return one[0]! / 4_294_967_296
  }
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    fill: (into) => advance(generator, into),
  }
}

/**
 * Puts a random choice of `count` items, in random order, at the beginning of a list, in place; the whole list in random
 * order when `count` is its length. Source: Fisher–Yates, in Durstenfeld's form (1964).
 */
export function deal(
  list: { [index: number]: number; readonly length: number },
  count: number,
  random: Random,
): void {
  const drawn = new Uint32Array(count)
  random.fill(drawn)
  const { length } = list
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor((drawn[at]! / 4_294_967_296) * (length - at))
    const kept = list[at]!
    list[at] = list[other]!
    list[other] = kept
  }
}
