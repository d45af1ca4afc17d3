import type { Interval } from '#shared/domain/figures.ts'
import { betaQuantile, logGamma } from './distributions.ts'

/** One outlet's mentions of a concept by frame. */
export interface OutletCounts {
  readonly outlet: string
  readonly counts: readonly number[]
}

export interface PooledFrame {
  readonly count: number
  /** count / n, 0…1; null without mentions. */
  readonly raw: number | null
  /** weight · raw + (1 − weight) · common share, 0…1. */
  readonly pooled: number
  /** Where the share lies with 95 % probability, given the common shares and the concentration. */
  readonly interval: Interval
}

export interface PooledOutlet {
  readonly outlet: string
  /** Mentions of the concept. */
  readonly n: number
  /** What the outlet's own mentions weigh against the common shares, n / (n + concentration), 0…1. */
  readonly weight: number
  readonly frames: readonly PooledFrame[]
}

export interface Pooling {
  /** The common share of each frame, 0…1, summing to 1. */
  readonly common: readonly number[]
  /** How many mentions the common shares are worth: an outlet with as many mentions is pulled half-way. */
  readonly concentration: number
  readonly outlets: readonly PooledOutlet[]
}

/** However alike outlets seem, one with 100 mentions weighs at least half; however unlike, the rest weigh one mention. */
export const CONCENTRATION_BOUNDS: Interval = { low: 1, high: 100 }
const ROUNDS = 100

/**
 * Log-likelihood of counts under a Dirichlet-multinomial with shares `common` and a concentration, without the parts that
 * do not depend on either. Source: J. Mosimann, Biometrika 49 (1962), 65–82.
 */
export function dirichletMultinomial(
  outlets: readonly (readonly number[])[],
  common: readonly number[],
  concentration: number,
): number {
  let sum = 0
  for (const counts of outlets) {
    const n = counts.reduce((all, one) => all + one, 0)
    sum += logGamma(concentration) - logGamma(n + concentration)
    counts.forEach((count, frame) => {
      if (count > 0) {
        const prior = concentration * common[frame]!
        sum += logGamma(count + prior) - logGamma(prior)
      }
    })
  }
  return sum
}

/** Where a function with one peak is highest between two bounds. Golden-section search on a logarithmic scale. */
function peak(of: (x: number) => number, { low, high }: Interval): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [from, to] = [Math.log(low), Math.log(high)]
  while (to - from > 1e-7) {
    const [left, right] = [to - golden * (to - from), from + golden * (to - from)]
    if (of(Math.exp(left)) >= of(Math.exp(right))) to = right
    else from = left
  }
  // At the bounds themselves the search comes near but never quite there.
  const found = Math.exp((from + to) / 2)
  return [low, high, found].reduce((best, one) => (of(one) > of(best) ? one : best), found)
}

/**
 * Each outlet's share of each frame, pulled towards the shares common to all outlets by as much as its few mentions and
 * the outlets' likeness warrant (partial pooling, empirical Bayes). Mentions are taken as multinomial draws with shares of
 * the outlet's own, and those shares as draws from one Dirichlet distribution. Its mean, the common shares, is the mean of
 * the outlets' raw shares weighted by n / (n + s); its concentration s is where the Dirichlet-multinomial likelihood peaks
 * within CONCENTRATION_BOUNDS; the two are found in turns until they hold still. Mentions of one article are taken as
 * independent: with long articles the pull is somewhat too weak. With one outlet there is nothing to pull to: raw shares.
 * Source: A. Gelman and others, Bayesian Data Analysis (2013), 5.3; G. Casella, The American Statistician 39 (1985), 83–87.
 * @returns outlets in the order given; null when none has a mention
 */
export function poolShares(outlets: readonly OutletCounts[]): Pooling | null {
  const frames = outlets[0]?.counts.length ?? 0
  const totals = outlets.map((one) => one.counts.reduce((sum, count) => sum + count, 0))
  const used = outlets.flatMap(({ counts }, at) => (totals[at]! > 0 ? [{ counts, n: totals[at]! }] : []))
  if (used.length === 0) return null

  let concentration = 10
  let common = commonShares(used, frames, concentration)
  for (let round = 0; used.length > 1 && round < ROUNDS; round++) {
    const counts = used.map((one) => one.counts)
    const next = peak((s) => dirichletMultinomial(counts, common, s), CONCENTRATION_BOUNDS)
    const still = Math.abs(next - concentration) < 1e-6 * next
    concentration = next
    common = commonShares(used, frames, concentration)
    if (still) break
  }
  if (used.length === 1) concentration = 0
  return {
    common,
    concentration,
    outlets: outlets.map(({ outlet, counts }, at) => {
      const n = totals[at]!
      const weight = n === 0 ? 0 : n / (n + concentration)
      return {
        outlet,
        n,
        weight,
        frames: counts.map((count, frame): PooledFrame => {
          const raw = n === 0 ? null : count / n
          // One outlet alone has no common shares to lean on: its interval is that of a flat prior.
          const prior = concentration === 0 ? 1 / frames : concentration * common[frame]!
          const [a, b] = [count + prior, n - count + Math.max(1, concentration) - prior]
          return {
            count,
            raw,
            pooled: weight * (raw ?? 0) + (1 - weight) * common[frame]!,
            interval: share95(a, b),
          }
        }),
      }
    }),
  }
}

const share95 = (a: number, b: number): Interval =>
  a <= 0
    ? { low: 0, high: 0 }
    : b <= 1e-12
      ? { low: 1, high: 1 }
      : { low: betaQuantile(0.025, a, b), high: betaQuantile(0.975, a, b) }

function commonShares(
  outlets: readonly { readonly counts: readonly number[]; readonly n: number }[],
  frames: number,
  concentration: number,
): number[] {
  const weights = outlets.map(({ n }) => n / (n + concentration))
  const all = weights.reduce((sum, one) => sum + one, 0)
  return Array.from(
    { length: frames },
    (_, frame) =>
      outlets.reduce((sum, { counts, n }, at) => sum + (weights[at]! * counts[frame]!) / n, 0) / all,
  )
}
