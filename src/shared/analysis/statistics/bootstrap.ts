import type { Interval } from '#shared/domain/figures.ts'
import { normalBelow, studentQuantile } from './distributions.ts'
import { DEFAULT_SEED, seededRandom } from './random.ts'
import { wilsonInterval } from './wilson.ts'

/** What one article adds to a ratio: `part` to the numerator, `whole` to the denominator. */
export interface ArticlePart {
  readonly part: number
  readonly whole: number
}

export interface BootstrapOptions {
  /** How often the articles are drawn anew; 2,000 by default. */
  readonly replicates?: number
  readonly seed?: number
  /** Independent random numbers for each figure under one seed. */
  readonly stream?: string
  /** Confidence, 0.95 by default. */
  readonly level?: number
  /** Widen the percentiles for few articles (Hesterberg 2015); true by default. */
  readonly expanded?: boolean
}

/** Under so many articles that count, articles drawn anew say too little: no interval is given. */
export const MIN_ARTICLES_FOR_INTERVAL = 5
export const DEFAULT_REPLICATES = 2000
const LEVEL = 0.95

/** The two tail probabilities at which percentiles are read. */
function tail(articles: number, level: number, expanded: boolean): number {
  const nominal = (1 - level) / 2
  if (!expanded) return nominal
  const t = studentQuantile(1 - nominal, articles - 1)
  return normalBelow(-t * Math.sqrt(articles / (articles - 1)))
}

/** The value under which the part `p` of sorted values lies, between neighbours in proportion (R's type 7). */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = p * (sorted.length - 1)
  const below = Math.floor(at)
  const value = sorted[below]!
  return below + 1 < sorted.length ? value + (at - below) * (sorted[below + 1]! - value) : value
}

/** Ratios of sums of `articles` drawn with replacement, as many as asked for, in the order drawn. */
export function resampledRatios(
  articles: readonly ArticlePart[],
  replicates: number,
  below: (limit: number) => number,
): Float64Array {
  const count = articles.length
  const parts = Float64Array.from(articles, (one) => one.part)
  const wholes = Float64Array.from(articles, (one) => one.whole)
  const ratios = new Float64Array(replicates)
  for (let replicate = 0; replicate < replicates; replicate++) {
    let part = 0
    let whole = 0
    for (let draw = 0; draw < count; draw++) {
      const article = below(count)
      part += parts[article]!
      whole += wholes[article]!
    }
    ratios[replicate] = part / whole
  }
  return ratios
}

const counting = (articles: readonly ArticlePart[]) => articles.filter((one) => one.whole > 0)

/**
 * Interval of a ratio of sums over articles (Σ part / Σ whole), by drawing whole articles with replacement: the article is
 * the unit, because mentions of one article depend on each other. Percentile interval, its percentiles widened for few
 * articles (expanded percentile interval). Articles with `whole` 0 say nothing of the ratio and are not drawn.
 * Assumes that the articles are a fair draw from what the outlet could have published, independent of each other.
 * Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993); A. Davison and D. Hinkley, Bootstrap
 * Methods (1997), 3.8 on clusters; T. Hesterberg, The American Statistician 69 (2015), 371–386, on the widening.
 * @returns bounds in the unit of the ratio; null under MIN_ARTICLES_FOR_INTERVAL articles
 */
export function bootstrapRatio(
  articles: readonly ArticlePart[],
  options: BootstrapOptions = {},
): Interval | null {
  const drawn = counting(articles)
  if (drawn.length < MIN_ARTICLES_FOR_INTERVAL) return null
  const { replicates = DEFAULT_REPLICATES, level = LEVEL, expanded = true } = options
  const random = seededRandom(options.seed ?? DEFAULT_SEED, options.stream)
  const ratios = resampledRatios(drawn, replicates, random.below).sort()
  const p = tail(drawn.length, level, expanded)
  return { low: quantile(ratios, p), high: quantile(ratios, 1 - p) }
}

/**
 * `bootstrapRatio` for a share (part of the mentions of a concept, 0…1). Where all articles agree (0 or 1 in each), drawing
 * them anew can show no spread; the interval is then Wilson's with the article as the trial: all of m articles or none.
 */
export function bootstrapShare(
  articles: readonly ArticlePart[],
  options: BootstrapOptions = {},
): Interval | null {
  const drawn = counting(articles)
  if (drawn.length < MIN_ARTICLES_FOR_INTERVAL) return null
  if (drawn.every((one) => one.part === 0)) return wilsonInterval(0, drawn.length)
  if (drawn.every((one) => one.part === one.whole)) return wilsonInterval(drawn.length, drawn.length)
  return bootstrapRatio(drawn, options)
}

/**
 * Interval of the difference of two outlets' shares (a − b, −1…1), both outlets' articles drawn anew, each from its own.
 * Assumptions and source as `bootstrapRatio`.
 * @returns null when either outlet has fewer than MIN_ARTICLES_FOR_INTERVAL articles that mention the concept, or when
 *   neither outlet's articles differ among themselves (then drawing them anew shows no spread: use Newcombe's interval)
 */
export function bootstrapDifference(
  a: readonly ArticlePart[],
  b: readonly ArticlePart[],
  options: BootstrapOptions = {},
): Interval | null {
  const [ofA, ofB] = [counting(a), counting(b)]
  const fewest = Math.min(ofA.length, ofB.length)
  if (fewest < MIN_ARTICLES_FOR_INTERVAL || (uniform(ofA) && uniform(ofB))) return null
  const { replicates = DEFAULT_REPLICATES, level = LEVEL, expanded = true } = options
  const random = seededRandom(options.seed ?? DEFAULT_SEED, options.stream)
  const differences = resampledRatios(ofA, replicates, random.below)
  const others = resampledRatios(ofB, replicates, random.below)
  for (let at = 0; at < replicates; at++) differences[at] = differences[at]! - others[at]!
  differences.sort()
  const p = tail(fewest, level, expanded)
  return { low: quantile(differences, p), high: quantile(differences, 1 - p) }
}

const uniform = (articles: readonly ArticlePart[]): boolean =>
  articles.every((one) => one.part * articles[0]!.whole === articles[0]!.part * one.whole)
