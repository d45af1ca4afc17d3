import type { CandidateKeyness, CandidateNaming, NamingKind } from '#shared/domain/discovery.ts'
import { type ContextTotals, weighted } from './discovery-likeness.ts'
import type { DiscoveryReading, Occurrence } from './discovery-reading.ts'
import { keyness } from './keyness.ts'
import type { WordTable } from './words.ts'

/** Minima below which a source says nothing of a candidate. */
export const DISCOVERY_MINIMA = {
  /** Occurrences, for likeness and keyness; one act of naming is enough. */
  count: 2,
  /** Contexts shared with a concept's known terms. */
  sharedContexts: 2,
  /** Known namings of a concept, for likeness. */
  knownNamings: 3,
  /** Twice as often (log₂ = 1), and z over this: ranks, not a test. */
  logRatio: 1,
  z: 1,
} as const

/** Adds to a count. */
export const plus = <Key>(counts: Map<Key, number>, key: Key, by = 1) => {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

export interface Place {
  readonly reading: DiscoveryReading
  readonly occurrence: Occurrence
}

export interface Entry {
  readonly key: string
  readonly places: Place[]
}

/** What is known of one language's articles, for ranking by any concept. */
export interface DiscoveryTable {
  readonly readings: readonly DiscoveryReading[]
  readonly outlets: readonly { readonly outlet: string; readonly words: number }[]
  readonly entries: ReadonlyMap<string, Entry>
  readonly totals: ContextTotals
  readonly vectors: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly keyness: ReadonlyMap<string, CandidateKeyness>
  readonly naming: ReadonlyMap<string, CandidateNaming & { readonly concepts: ReadonlySet<string> }>
}

/**
 * Gathers what ranking needs from the articles of one language.
 * @param readings articles of one language, read by `readForDiscovery`
 */
export function createDiscoveryTable(readings: readonly DiscoveryReading[]): DiscoveryTable {
  const entries = new Map<string, Entry>()
  const words = new Map<string, number>()
  const contexts = new Map<string, number>()
  let total = 0
  const countContexts = (found: readonly string[]) => {
    for (const one of found) plus(contexts, one)
    total += found.length
  }
  for (const reading of readings) {
    plus(words, reading.outlet, reading.words)
    for (const occurrence of reading.occurrences) {
      const entry = entries.get(occurrence.key)
      if (entry === undefined)
        entries.set(occurrence.key, { key: occurrence.key, places: [{ reading, occurrence }] })
      else entry.places.push({ reading, occurrence })
      // A phrase's slot is counted by its last word already.
      if (!occurrence.key.includes(' ')) countContexts(occurrence.contexts)
    }
    for (const one of reading.known) countContexts(one.contexts)
  }
  const totals = { contexts, total }
  const vectors = new Map<string, ReadonlyMap<string, number>>()
  for (const { key, places } of entries.values()) {
    if (places.length < DISCOVERY_MINIMA.count) continue
    vectors.set(key, weighted(countsOf(places.map((one) => one.occurrence.contexts)), totals))
  }
  const outlets = [...words].map(([outlet, count]) => ({ outlet, words: count }))
  return {
    readings,
    outlets,
    entries,
    totals,
    vectors,
    keyness: keynessOf(readings, outlets, entries),
    naming: namingOf(readings),
  }
}

/** How often each context occurs in slots. */
export function countsOf(slots: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const slot of slots) for (const one of slot) plus(counts, one)
  return counts
}

/** For each candidate the outlet that it sets apart most, where one does. */
function keynessOf(
  readings: readonly DiscoveryReading[],
  outlets: DiscoveryTable['outlets'],
  entries: ReadonlyMap<string, Entry>,
): ReadonlyMap<string, CandidateKeyness> {
  const best = new Map<string, CandidateKeyness>()
  if (outlets.length < 2) return best
  const keys = [...entries.keys()]
  const ids = new Map(keys.map((key, id) => [key, id]))
  const table: WordTable = {
    articles: readings.map((reading) => {
      const counts = new Map<number, number>()
      for (const { key } of reading.occurrences) plus(counts, ids.get(key)!)
      return {
        group: reading.outlet,
        totals: [0, reading.words, reading.pairs, 0],
        ids: Uint32Array.from(counts.keys()),
        counts: Uint32Array.from(counts.values()),
      }
    }),
    types: keys.length,
    textOf: (id) => keys[id]!,
    sizeOf: (id) => (keys[id]!.includes(' ') ? 2 : 1),
  }
  const { count: minCount, logRatio, z } = DISCOVERY_MINIMA
  for (const { outlet, rows } of keyness(
    table,
    outlets.map((one) => one.outlet),
    { minCount },
  )) {
    for (const row of rows) {
      const before = best.get(row.word)
      if (row.logRatio < logRatio || row.z < z || (before !== undefined && before.z >= row.z)) continue
      best.set(row.word, {
        outlet,
        count: row.target,
        reference: row.reference,
        total: row.targetTotal,
        referenceTotal: row.referenceTotal,
        logRatio: row.logRatio,
        z: row.z,
        pAdjusted: row.pAdjusted,
      })
    }
  }
  return best
}

function namingOf(readings: readonly DiscoveryReading[]): DiscoveryTable['naming'] {
  const found = new Map<
    string,
    { articles: Set<number>; acts: Record<NamingKind, number>; concepts: Set<string> }
  >()
  for (const { articleId, named } of readings) {
    for (const { key, kind, concepts } of named) {
      let mine = found.get(key)
      if (mine === undefined) {
        mine = { articles: new Set(), acts: { 'so-called': 0, called: 0, scare: 0 }, concepts: new Set() }
        found.set(key, mine)
      }
      mine.articles.add(articleId)
      mine.acts[kind]++
      for (const one of concepts) mine.concepts.add(one)
    }
  }
  return new Map(
    [...found].map(([key, one]) => [
      key,
      { articles: one.articles.size, acts: one.acts, concepts: one.concepts },
    ]),
  )
}

/** Known namings of each concept in the articles read. */
export function knownCounts(table: DiscoveryTable): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { known } of table.readings) for (const one of known) plus(counts, one.concept)
  return counts
}
