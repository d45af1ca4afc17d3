import type { Interval } from '#shared/domain/figures.ts'
import { normalBelow, studentQuantile } from './distributions.ts'
import { DEFAULT_SEED, type Random, seededRandom } from './random.ts'
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
  random: Pick<Random, 'fill'>,
): Float64Array {
  const count = articles.length
  const parts = Float64Array.from(articles, (one) => one.part)
  const wholes = Float64Array.from(articles, (one) => one.whole)
  const ratios = new Float64Array(replicates)
  const drawn = new Uint32Array(count)
  for (let replicate = 0; replicate < replicates; replicate++) {
    let part = 0
    let whole = 0
    random.fill(drawn)
    for (let draw = 0; draw < count; draw++) {
      const article = Math.floor((drawn[draw]! / 4_294_967_296) * count)
      part += parts[article]!
      whole += wholes[article]!
    }
    ratios[replicate] = part / whole
  }
  return ratios
}

/** The articles that count, in an order of their own: figures do not hang on the order in which articles came. */
const counting = (articles: readonly ArticlePart[]) =>
  articles.filter((one) => one.whole > 0).sort((a, b) => a.whole - b.whole || a.part - b.part)

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
  const ratios = resampledRatios(drawn, replicates, random).sort()
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

/** An outlet's ratio over its articles drawn anew: enough to compare it with any other outlet's. */
export interface Resampled {
  /** In the order drawn. */
  readonly ratios: Float64Array
  readonly articles: number
  /** All articles have the same ratio: drawing them anew shows no spread. */
  readonly uniform: boolean
}

/** Draws an outlet's articles anew; null under MIN_ARTICLES_FOR_INTERVAL articles. Give each outlet its own `stream`. */
export function resample(articles: readonly ArticlePart[], options: BootstrapOptions = {}): Resampled | null {
  const drawn = counting(articles)
  const [first] = drawn
  if (first === undefined || drawn.length < MIN_ARTICLES_FOR_INTERVAL) return null
  const random = seededRandom(options.seed ?? DEFAULT_SEED, options.stream)
  return {
    ratios: resampledRatios(drawn, options.replicates ?? DEFAULT_REPLICATES, random),
    articles: drawn.length,
    uniform: drawn.every((one) => one.part * first.whole === first.part * one.whole),
  }
}

/**
 * Interval of the difference of two outlets' ratios, a − b, from their articles drawn anew, each from its own.
 * Assumptions and source as `bootstrapRatio`; the widening is that of the outlet with fewer articles.
 * @returns null when neither outlet's articles differ among themselves (use Newcombe's interval)
 */
export function resampledDifference(
  a: Resampled,
  b: Resampled,
  options: BootstrapOptions = {},
): Interval | null {
  if (a.uniform && b.uniform) return null
  const differences = a.ratios.map((ratio, at) => ratio - b.ratios[at]!).sort()
  const p = tail(Math.min(a.articles, b.articles), options.level ?? LEVEL, options.expanded ?? true)
  return { low: quantile(differences, p), high: quantile(differences, 1 - p) }
}

/** `resampledDifference` of two lists of articles; null also when either has too few. */
export function bootstrapDifference(
  a: readonly ArticlePart[],
  b: readonly ArticlePart[],
  options: BootstrapOptions = {},
): Interval | null {
  const stream = options.stream ?? ''
  const ofA = resample(a, { ...options, stream: `${stream}a` })
  const ofB = resample(b, { ...options, stream: `${stream}b` })
  return ofA === null || ofB === null ? null : resampledDifference(ofA, ofB, options)
}
