import type { KeynessWord } from '#shared/domain/story-figures.ts'
import { adjustBenjaminiHochberg } from './adjust.ts'
import { deviationOfProportions, logRatio, signedG2, weightedLogOdds } from './association.ts'
import { twoSidedNormal } from './distributions.ts'
import type { WordTable } from './words.ts'

export interface KeynessOptions {
  /** The group to compare with; null: all other groups together. */
  readonly reference: string | null
  /** A word must occur so often in the target. */
  readonly minCount: number
  /** A word must stand in so many of the target's articles. */
  readonly minArticles: number
  /** Also words that reach the minima in the reference and not in the target: what the target leaves unsaid. */
  readonly absent: boolean
  /** Size of the prior of the weighted log-odds, in words. */
  readonly priorWords: number
}

export const KEYNESS_DEFAULTS: KeynessOptions = {
  reference: null,
  minCount: 3,
  minArticles: 1,
  absent: false,
  priorWords: 1000,
}

export interface KeynessTarget {
  readonly outlet: string
  readonly rows: readonly KeynessWord[]
}

/** What one group holds of each word: sums over its articles. */
interface GroupSums {
  readonly counts: Float64Array
  readonly articles: Uint32Array
  readonly totals: readonly number[]
}

/** Words, pairs and triples, at the index of their length. */
const SIZES = [0, 1, 2, 3]

function sumsOf(table: WordTable, member: (group: string) => boolean): GroupSums {
  const counts = new Float64Array(table.types)
  const articles = new Uint32Array(table.types)
  const totals = SIZES.map(() => 0)
  for (const article of table.articles) {
    if (!member(article.group)) continue
    for (const size of SIZES) totals[size]! += article.totals[size]!
    for (let at = 0; at < article.ids.length; at++) {
      const id = article.ids[at]!
      counts[id]! += article.counts[at]!
      articles[id]!++
    }
  }
  return { counts, articles, totals }
}

/**
 * Which words (or n-grams) set a group of articles apart from another, or from all others together: for each target one
 * ranked list, by z from most typical of the target to most avoided by it. What each figure is, assumes and comes from is
 * said in association.ts; range and dispersion show words that one article alone makes frequent.
 * @param table counts per article, each under its group (an outlet)
 * @param targets groups to describe
 * @throws RangeError when a target is its own reference
 */
export function keyness(
  table: WordTable,
  targets: readonly string[],
  options: Partial<KeynessOptions> = {},
): readonly KeynessTarget[] {
  const settings = { ...KEYNESS_DEFAULTS, ...options }
  const all = sumsOf(table, () => true)
  const reference =
    settings.reference === null ? null : sumsOf(table, (group) => group === settings.reference)
  return targets.map((outlet) => {
    if (outlet === settings.reference) throw new RangeError(`${outlet} cannot be compared with itself.`)
    const target = sumsOf(table, (group) => group === outlet)
    const other = reference ?? less(all, target)
    return { outlet, rows: rowsOf(table, outlet, target, other, settings) }
  })
}

const less = (all: GroupSums, part: GroupSums): GroupSums => ({
  counts: all.counts.map((count, id) => count - part.counts[id]!),
  articles: all.articles.map((count, id) => count - part.articles[id]!),
  totals: all.totals.map((total, size) => total - part.totals[size]!),
})

function rowsOf(
  table: WordTable,
  outlet: string,
  target: GroupSums,
  reference: GroupSums,
  { minCount, minArticles, absent, priorWords }: KeynessOptions,
): KeynessWord[] {
  const enough = (sums: GroupSums, id: number) =>
    sums.counts[id]! >= Math.max(1, minCount) && sums.articles[id]! >= minArticles
  const ids: number[] = []
  for (let id = 0; id < table.types; id++) {
    if (enough(target, id) || (absent && enough(reference, id))) ids.push(id)
  }
  const dispersion = dispersions(table, outlet, target, new Set(ids))
  const rows = ids.map((id) => {
    const size = table.sizeOf(id)
    const [a, b] = [target.counts[id]!, reference.counts[id]!]
    const [totalA, totalB] = [target.totals[size]!, reference.totals[size]!]
    const { logOdds, z } = weightedLogOdds(a, b, totalA, totalB, priorWords)
    return {
      word: table.textOf(id),
      target: a,
      reference: b,
      targetTotal: totalA,
      referenceTotal: totalB,
      g2: signedG2(a, b, totalA, totalB),
      logRatio: logRatio(a, b, totalA, totalB),
      logOdds,
      z,
      p: twoSidedNormal(z),
      articles: target.articles[id]!,
      dp: dispersion.get(id) ?? null,
    }
  })
  const adjusted = adjustBenjaminiHochberg(rows.map((one) => one.p))
  return rows
    .map(({ articles, dp, ...row }, at) => ({ ...row, pAdjusted: adjusted[at]!, articles, dp }))
    .sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1))
}

/** DP of the wanted words over the target's articles. A part's size is its words or n-grams of the same length. */
function dispersions(
  table: WordTable,
  outlet: string,
  target: GroupSums,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const held = new Map<number, { count: number; size: number }[]>()
  for (const article of table.articles) {
    if (article.group !== outlet) continue
    article.ids.forEach((id, at) => {
      if (!wanted.has(id)) return
      const size = table.sizeOf(id)
      const part = { count: article.counts[at]!, size: article.totals[size]! / target.totals[size]! }
      const parts = held.get(id)
      if (parts === undefined) held.set(id, [part])
      else parts.push(part)
    })
  }
  return new Map([...held].map(([id, parts]) => [id, deviationOfProportions(parts, 0)!.dp]))
}
