import { bootstrapDifference, bootstrapShare } from '#shared/analysis/statistics/bootstrap.ts'
import { type Random, seededRandom } from '#shared/analysis/statistics/random.ts'
import { wilsonInterval } from '#shared/analysis/statistics/wilson.ts'
import type { Interval } from '#shared/domain/figures.ts'

// How often intervals hold the true value in made-up worlds whose truth is known: 95 % is the promise. Each article has a
// share of its own (Beta(2, 2), mean 0.5) and one to eight mentions drawn with it.
const WORLDS = 1000
const TRUE_SHARE = 0.5
const REPLICATES = 500

function articles(count: number, random: Random) {
  return Array.from({ length: count }, () => {
    // The middle one of three even numbers is Beta(2, 2).
    const share = [random.next(), random.next(), random.next()].sort((a, b) => a - b)[1]!
    const whole = 1 + random.below(8)
    let part = 0
    for (let mention = 0; mention < whole; mention++) if (random.next() < share) part++
    return { part, whole }
  })
}

const holds = (interval: Interval | null, truth: number): boolean =>
  interval !== null && interval.low <= truth && truth <= interval.high

/** Prints, for several numbers of articles, how often each 95 % interval holds the truth. */
export function reportCoverage(): void {
  console.log(`\nintervals at 95 %, ${WORLDS} made-up worlds each: how often they hold the true value`)
  console.log('  articles  over articles  without widening  Wilson over mentions  difference over articles')
  for (const count of [5, 8, 12, 20, 40]) {
    const random = seededRandom(11)
    const held = [0, 0, 0, 0]
    for (let seed = 0; seed < WORLDS; seed++) {
      const [mine, other] = [articles(count, random), articles(count, random)]
      const options = { replicates: REPLICATES, seed }
      const sum = (of: 'part' | 'whole') => mine.reduce((all, one) => all + one[of], 0)
      const found = [
        holds(bootstrapShare(mine, options), TRUE_SHARE),
        holds(bootstrapShare(mine, { ...options, expanded: false }), TRUE_SHARE),
        holds(wilsonInterval(sum('part'), sum('whole')), TRUE_SHARE),
        holds(bootstrapDifference(mine, other, options), 0),
      ]
      found.forEach((one, at) => {
        if (one) held[at]!++
      })
    }
    const cells = held.map((one, at) =>
      `${((100 * one) / WORLDS).toFixed(1)} %`.padStart([15, 18, 22, 26][at]!),
    )
    console.log(`  ${String(count).padStart(8)}${cells.join('')}`)
  }
}
