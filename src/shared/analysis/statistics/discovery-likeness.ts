/** How often each row (a word, or a pooled group of words) stands in each context. */
export type ContextCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** What weights are computed from: how often each context occurs with anything, and their sum. */
export interface ContextTotals {
  readonly contexts: ReadonlyMap<string, number>
  readonly total: number
}

/**
 * Positive pointwise mutual information, in bits: by how much more often a word stands in a context than if both were
 * independent; 0 where it is not more often, or was never seen. PMI = log₂(n(w, c) · N / (n(w) · n(c))). PMI overrates rare
 * pairs, so it is multiplied by Pantel and Lin's discount n/(n + 1) · m/(m + 1), m being the smaller of n(w) and n(c).
 * Source: P. Turney and P. Pantel, “From Frequency to Meaning”, JAIR 37 (2010), 141–188, section 4.2.
 * @param together occurrences of the word in the context @param word all contexts of the word @param context all
 *   occurrences of the context @param total all pairs of a word and a context
 */
export function positivePmi(together: number, word: number, context: number, total: number): number {
  if (together === 0 || word === 0 || context === 0) return 0
  const information = Math.log2((together * total) / (word * context))
  if (information <= 0) return 0
  const smaller = Math.min(word, context)
  return information * (together / (together + 1)) * (smaller / (smaller + 1))
}

/** A row's contexts weighted by `positivePmi`; contexts of weight 0 are left out. */
export function weighted(
  counts: ReadonlyMap<string, number>,
  { contexts, total }: ContextTotals,
): ReadonlyMap<string, number> {
  let mine = 0
  for (const count of counts.values()) mine += count
  const weights = new Map<string, number>()
  for (const [context, count] of counts) {
    const weight = positivePmi(count, mine, contexts.get(context) ?? 0, total)
    if (weight > 0) weights.set(context, weight)
  }
  return weights
}

export interface Likeness {
  /** Cosine of the two vectors, 0…1: 1 is the same contexts in the same proportions. */
  readonly cosine: number
  /** Contexts that both have, by what they add to the cosine, the most first. */
  readonly shared: readonly string[]
}

/**
 * How alike the contexts of two words are: the cosine of the angle between their weighted vectors.
 * Source: as `positivePmi`, section 4.4.
 */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Likeness {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  const products: [string, number][] = []
  let dot = 0
  for (const [context, weight] of small) {
    const other = large.get(context)
    if (other === undefined) continue
    products.push([context, weight * other])
    dot += weight * other
  }
  if (dot === 0) return { cosine: 0, shared: [] }
  products.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
  return { cosine: dot / (lengthOf(a) * lengthOf(b)), shared: products.map(([context]) => context) }
}

function lengthOf(vector: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const weight of vector.values()) sum += weight * weight
  return Math.sqrt(sum)
}

/** The constant of reciprocal rank fusion, as its authors set it. */
export const FUSION_CONSTANT = 60

/**
 * Merges ranked lists into one: each item gets the sum of 1 / (60 + its rank) over the lists that hold it, ranks from 1.
 * Items with equal sums keep the order in which the lists first name them.
 * Source: G. Cormack, C. Clarke and S. Büttcher, “Reciprocal Rank Fusion outperforms Condorcet and individual Rank
 * Learning Methods”, SIGIR (2009), 758–759.
 */
export function fuseRanks(lists: readonly (readonly string[])[]): readonly {
  readonly item: string
  readonly value: number
}[] {
  const values = new Map<string, number>()
  for (const list of lists) {
    list.forEach((item, index) => {
      values.set(item, (values.get(item) ?? 0) + 1 / (FUSION_CONSTANT + index + 1))
    })
  }
  return [...values].map(([item, value]) => ({ item, value })).sort((a, b) => b.value - a.value)
}
