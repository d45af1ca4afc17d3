import type { AssociationTest } from '#shared/domain/apart.ts'
import { adjustHolm } from './adjust.ts'
import { DEFAULT_SEED, deal, seededRandom } from './random.ts'
import { toTheEnd } from './to-the-end.ts'

/** Mentions of a concept by frame, for each article of one outlet. */
export interface OutletArticles {
  readonly outlet: string
  /** One row an article, one column a frame, the same columns everywhere. */
  readonly articles: readonly (readonly number[])[]
}

export interface PermutationOptions {
  /** How often the articles are dealt out anew, at most; `dealsFor` says how often by default. */
  readonly replicates?: number
  readonly seed?: number
  readonly stream?: string
  /** Stop once so many deals were at least as uneven: p is then large and known well enough. Never by default. */
  readonly stopAfter?: number
}

const REPLICATES = 1999
/** Over so many articles each deal takes long, and fewer of them are made. */
const MANY_ARTICLES = 2000
const FEWER_REPLICATES = 999

/**
 * Deals behind a test: 1,999, and 999 over more than 2,000 articles. The chance error of p is then at most
 * √(p (1 − p) / deals): for p = 0.05 0.005 and 0.007.
 */
export const dealsFor = (articles: number): number =>
  articles > MANY_ARTICLES ? FEWER_REPLICATES : REPLICATES

/** An order of the articles' own: figures do not hang on the order in which articles came. */
function byCounts(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((count, frame) => count !== b[frame])
  return at === -1 ? 0 : a[at]! - b[at]!
}

/** Pearson's χ² of a table of counts; rows and columns that are empty do not count. */
export function chiSquared(table: readonly (readonly number[])[]): number {
  const { rows, columns, total } = margins(table)
  let sum = 0
  table.forEach((row, r) => {
    row.forEach((count, c) => {
      const product = rows[r]! * columns[c]!
      if (product > 0) sum += (count * count) / product
    })
  })
  return total === 0 ? 0 : Math.max(0, total * (sum - 1))
}

/**
 * Cramér's V of a table of counts, corrected for the bias that makes it too large in small tables: 0 (outlets alike) to 1.
 * Source: W. Bergsma, Journal of the Korean Statistical Society 42 (2013), 323–328. Treats mentions as independent: with
 * mentions that cluster in articles some of the bias stays.
 * @returns 0 when there are fewer than two rows or columns with counts
 */
export function cramersV(table: readonly (readonly number[])[]): number {
  const { rows, columns, total } = margins(table)
  const r = rows.filter((one) => one > 0).length
  const c = columns.filter((one) => one > 0).length
  if (r < 2 || c < 2 || total < 2) return 0
  const phi = Math.max(0, chiSquared(table) / total - ((r - 1) * (c - 1)) / (total - 1))
  const [rows2, columns2] = [r - (r - 1) ** 2 / (total - 1), c - (c - 1) ** 2 / (total - 1)]
  const least = Math.min(rows2 - 1, columns2 - 1)
  return least <= 0 ? 0 : Math.min(1, Math.sqrt(phi / least))
}

function margins(table: readonly (readonly number[])[]) {
  const rows = table.map((row) => row.reduce((sum, one) => sum + one, 0))
  const columns = (table[0] ?? []).map((_, c) => table.reduce((sum, row) => sum + row[c]!, 0))
  return { rows, columns, total: rows.reduce((sum, one) => sum + one, 0) }
}

const summed = (articles: readonly (readonly number[])[], frames: number): number[] =>
  Array.from({ length: frames }, (_, frame) => articles.reduce((sum, one) => sum + one[frame]!, 0))

/**
 * Tests “all outlets frame the concept alike” by dealing the articles out to the outlets anew, each outlet getting as many
 * as it has: whole articles move, so mentions of one article may depend on each other. Statistic: Pearson's χ² of the
 * table outlet × frame of mentions. Assumes that articles could be exchanged between outlets if the hypothesis held.
 * Articles that do not mention the concept are left aside.
 * Source: P. Good, Permutation, Parametric and Bootstrap Tests of Hypotheses (2005); p with 1 added to both counts, so
 * that it is never 0: B. Phipson and G. Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010), 39;
 * stopping early (`stopAfter`): J. Besag and P. Clifford, Biometrika 78 (1991), 301–304.
 * @returns null with fewer than two outlets that mention the concept, with one frame only, or with one article an outlet
 */
export function permutationTest(
  groups: readonly OutletArticles[],
  options: PermutationOptions = {},
): AssociationTest | null {
  const used = groups
    .map((group) => group.articles.filter((one) => one.some((count) => count > 0)).sort(byCounts))
    .filter((articles) => articles.length > 0)
    // The last outlet's sums are what the others leave: it had best be the largest.
    .sort((a, b) => a.length - b.length)
  const all = used.flat()
  const frames = all[0]?.length ?? 0
  const table = used.map((articles) => summed(articles, frames))
  const columns = summed(table, frames)
  const mentions = columns.reduce((sum, one) => sum + one, 0)
  const kept = columns.flatMap((count, frame) => (count > 0 ? [frame] : []))
  // With one article an outlet every deal is the same table under other names.
  if (used.length < 2 || kept.length < 2 || all.length === used.length) return null

  const { replicates = dealsFor(all.length), stopAfter = Number.POSITIVE_INFINITY } = options
  const random = seededRandom(options.seed ?? DEFAULT_SEED, options.stream)
  const width = kept.length
  // Articles with the same counts are the same to every deal: what is dealt out is which kind each article is of.
  const kinds = new Map<string, number>()
  const order = Uint16Array.from(all, (article) => {
    const key = kept.map((frame) => article[frame]!).join(' ')
    const known = kinds.get(key)
    if (known !== undefined) return known
    kinds.set(key, kinds.size)
    return kinds.size - 1
  })
  const rows = Float64Array.from([...kinds.keys()].flatMap((key) => key.split(' ').map(Number)))
  const ends = used
    .map((_, at) => used.slice(0, at + 1).reduce((sum, one) => sum + one.length, 0))
    .slice(0, -1)
  const totals = Float64Array.from(kept, (frame) => columns[frame]!)
  const counts = new Float64Array(width)
  const left = new Float64Array(width)
  const dealtOut = ends.at(-1)!
  const bounds = Int32Array.from(ends)
  const observed = unevenness(order, rows, bounds, totals, counts, left)
  // Deals equal to the observed one up to rounding count as at least as uneven.
  const reached = observed - 1e-9 * observed
  let uneven = 0
  let dealt = 0
  while (dealt < replicates && uneven < stopAfter) {
    deal(order, dealtOut, random)
    if (unevenness(order, rows, bounds, totals, counts, left) >= reached) uneven++
    dealt++
  }
  return {
    chiSquared: chiSquared(table),
    p: uneven >= stopAfter ? uneven / dealt : (uneven + 1) / (dealt + 1),
    replicates: dealt,
    cramersV: cramersV(table),
    outlets: used.length,
    articles: all.length,
    mentions,
  }
}

/**
 * Σ count²/(row · column) over a table of outlets × frames: all of χ² that changes from deal to deal. The first outlets'
 * articles end at `ends`; the last outlet has what they leave of `totals`. `counts` and `left` are room to work in.
 */
function unevenness(
  order: Uint16Array,
  rows: Float64Array,
  ends: Int32Array,
  totals: Float64Array,
  counts: Float64Array,
  left: Float64Array,
): number {
  const width = totals.length
  let sum = 0
  let at = 0
  left.set(totals)
  for (let outlet = 0; outlet <= ends.length; outlet++) {
    const cells = outlet < ends.length ? counts : left
    if (outlet < ends.length) {
      counts.fill(0)
      for (const end = ends[outlet]!; at < end; at++) {
        const from = order[at]! * width
        for (let frame = 0; frame < width; frame++) counts[frame]! += rows[from + frame]!
      }
    }
    let row = 0
    let part = 0
    for (let frame = 0; frame < width; frame++) {
      const count = cells[frame]!
      if (outlet < ends.length) left[frame]! -= count
      row += count
      part += (count * count) / totals[frame]!
    }
    sum += part / row
  }
  return sum
}

export interface PairTest extends AssociationTest {
  readonly a: string
  readonly b: string
  /** p adjusted by Holm over all pairs tested. */
  readonly pAdjusted: number
}

/** After so many deals at least as uneven, p is known to about a fifth of itself. */
const PAIR_STOP = 20

/**
 * `permutationTest` of every two outlets, with Holm's adjustment over the pairs. Enough deals are made that a pair can
 * still be told apart after the adjustment; pairs that are plainly alike stop early. Pauses after each pair, so that
 * a caller with other work can do it in between; `pairwiseTests` does not.
 */
export function* testPairs(
  groups: readonly OutletArticles[],
  options: PermutationOptions = {},
): Generator<undefined, readonly PairTest[]> {
  const pairs = groups.flatMap((a, at) => groups.slice(at + 1).map((b) => ({ a, b })))
  const replicates = Math.max(options.replicates ?? REPLICATES, 25 * pairs.length - 1)
  const tested: (AssociationTest & { readonly a: string; readonly b: string })[] = []
  for (const { a, b } of pairs) {
    const stream = `${options.stream ?? ''}\u0000${a.outlet}\u0000${b.outlet}`
    const test = permutationTest([a, b], { stopAfter: PAIR_STOP, ...options, replicates, stream })
    if (test !== null) tested.push({ a: a.outlet, b: b.outlet, ...test })
    yield
  }
  const adjusted = adjustHolm(tested.map((one) => one.p))
  return tested.map((one, at) => ({ ...one, pAdjusted: adjusted[at]! }))
}

/** `testPairs` in one go. */
export const pairwiseTests = (
  groups: readonly OutletArticles[],
  options: PermutationOptions = {},
): readonly PairTest[] => toTheEnd(testPairs(groups, options))
