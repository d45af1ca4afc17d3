import type { Token } from './document.ts'
import type { Spelling } from './spellings.ts'

/** So many tests are remembered beside a spelling: one bit each of a 32-bit number. */
const MOST_TESTS = 31
let made = 0

/**
 * A test of single words that is asked over and over: its answer is remembered with each spelling, so that asking again
 * costs two bits. For words of the text alone; the answer may depend on nothing else.
 * @throws when more are made than a number has bits: then the rarer ones should be plain patterns
 */
export function wordTest(
  holds: RegExp | ((word: Spelling) => boolean),
): (token: Token | undefined) => boolean {
  if (made >= MOST_TESTS) throw new Error(`More than ${MOST_TESTS} tests of words.`)
  const bit = 1 << made++
  return (token) => {
    if (token === undefined) return false
    const { spelling } = token
    if ((spelling.asked & bit) === 0) {
      spelling.asked |= bit
      if (typeof holds === 'function' ? holds(spelling) : holds.test(spelling.norm)) spelling.answers |= bit
    }
    return (spelling.answers & bit) !== 0
  }
}
