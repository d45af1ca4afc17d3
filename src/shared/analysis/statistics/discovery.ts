import { type ContextTotals, fuseRanks, type Likeness, likeness, weighted } from './discovery-likeness.ts'
import { NAMING_KINDS, type NamingKind } from './discovery-naming.ts'
import type { DiscoveryReading, Occurrence } from './discovery-reading.ts'
import { keyness } from './keyness.ts'
import type { WordTable } from './words.ts'

export const DISCOVERY_SOURCES = ['likeness', 'keyness', 'naming'] as const
export type DiscoverySource = (typeof DISCOVERY_SOURCES)[number]

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

export interface CandidateLikeness {
  readonly concept: string
  readonly cosine: number
  /** Shared contexts, strongest first, as `readContext` reads them. */
  readonly shared: readonly string[]
  /** The known term (as it stands in the texts, folded) whose slots are most like, and the outlets that print it. */
  readonly like: { readonly text: string; readonly frame: string; readonly outlets: readonly string[] }
  /** Outlets that print the candidate and not this known term. */
  readonly otherOutlets: readonly string[]
}

export interface CandidateKeyness {
  readonly outlet: string
  readonly count: number
  readonly reference: number
  readonly total: number
  readonly referenceTotal: number
  readonly logRatio: number
  readonly z: number
  readonly pAdjusted: number
}

export interface CandidateNaming {
  readonly articles: number
  readonly acts: Readonly<Record<NamingKind, number>>
}

export interface Candidate {
  /** Dictionary forms with a blank between them. */
  readonly key: string
  /** The form that stands most often in the texts. */
  readonly text: string
  readonly count: number
  readonly articles: number
  /** Every outlet that wrote in the language, in the order given. */
  readonly outlets: readonly { readonly outlet: string; readonly count: number; readonly words: number }[]
  /** The sum of reciprocal ranks that candidates are ordered by. */
  readonly value: number
  readonly likeness: CandidateLikeness | null
  readonly keyness: CandidateKeyness | null
  readonly naming: CandidateNaming | null
  /** All places, in order of article. */
  readonly places: readonly { readonly articleId: number; readonly start: number; readonly end: number }[]
}

interface Place {
  readonly reading: DiscoveryReading
  readonly occurrence: Occurrence
}

interface Entry {
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

const plus = <Key>(counts: Map<Key, number>, key: Key, by = 1) => {
  counts.set(key, (counts.get(key) ?? 0) + by)
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

function countsOf(slots: readonly (readonly string[])[]): ReadonlyMap<string, number> {
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

/**
 * Candidates for rival terms, the likeliest first. Each source ranks by its own figure: likeness by cosine with the concept's
 * known terms pooled, keyness by z, naming by articles and acts; the ranks are merged (`fuseRanks`).
 * With a concept, keyness and naming count only for words that have to do with it: that share a context with its known terms,
 * or are named in a sentence with one. Without one, likeness is that to the concept most like.
 */
export function discover(table: DiscoveryTable, concept: string | null): readonly Candidate[] {
  const counts = knownCounts(table)
  const wanted = (concept === null ? [...counts.keys()] : [concept]).filter(
    (one) => (counts.get(one) ?? 0) >= DISCOVERY_MINIMA.knownNamings,
  )
  const like = new Map<string, { readonly concept: string; readonly found: Likeness }>()
  for (const one of wanted) {
    const pooled = weighted(knownContexts(table, one), table.totals)
    for (const [key, vector] of table.vectors) {
      const found = likeness(pooled, vector)
      if (found.shared.length > 0 && found.cosine > (like.get(key)?.found.cosine ?? 0))
        like.set(key, { concept: one, found })
    }
  }
  const alike = [...like]
    .filter(([, one]) => one.found.shared.length >= DISCOVERY_MINIMA.sharedContexts)
    .sort((a, b) => b[1].found.cosine - a[1].found.cosine || order(a[0], b[0]))
  const related = (key: string): boolean =>
    concept === null || like.has(key) || table.naming.get(key)?.concepts.has(concept) === true
  const key = [...table.keyness]
    .filter(([one]) => related(one))
    .sort((a, b) => b[1].z - a[1].z || order(a[0], b[0]))
  const acts = (one: CandidateNaming) => NAMING_KINDS.reduce((sum, kind) => sum + one.acts[kind], 0)
  const named = [...table.naming]
    .filter(([one]) => related(one))
    .sort((a, b) => b[1].articles - a[1].articles || acts(b[1]) - acts(a[1]) || order(a[0], b[0]))
  const fused = fuseRanks([alike, key, named].map((list) => list.map(([one]) => one)))
  const likest = nearestTerms(table)
  return withoutParts(table, fused).map(({ item, value }) => {
    const mine = like.get(item)
    const enough = mine !== undefined && mine.found.shared.length >= DISCOVERY_MINIMA.sharedContexts
    const naming = table.naming.get(item)
    const outlets = outletsOf(table, item)
    return {
      ...placesOf(table, item),
      key: item,
      outlets,
      value,
      likeness: enough ? likenessOf(table, item, mine.concept, mine.found, outlets, likest) : null,
      keyness: table.keyness.get(item) ?? null,
      naming: naming === undefined ? null : { articles: naming.articles, acts: naming.acts },
    }
  })
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function knownContexts(table: DiscoveryTable, concept: string): ReadonlyMap<string, number> {
  return countsOf(
    table.readings.flatMap(({ known }) =>
      known.filter((one) => one.concept === concept).map((one) => one.contexts),
    ),
  )
}

/** Share of a noun's occurrences in one phrase from which on the phrase stands for it. */
const MOSTLY = 2 / 3

/** A noun that stands mostly in one phrase of the list goes; so does a phrase that holds little of its noun. */
function withoutParts(
  table: DiscoveryTable,
  fused: ReturnType<typeof fuseRanks>,
): ReturnType<typeof fuseRanks> {
  const count = (key: string) => table.entries.get(key)?.places.length ?? 0
  const phrases = new Map<string, number>()
  for (const { item } of fused) {
    const head = item.includes(' ') ? item.slice(item.indexOf(' ') + 1) : null
    if (head !== null) phrases.set(head, Math.max(phrases.get(head) ?? 0, count(item)))
  }
  return fused.filter(({ item }) => count(item) > 0 && (phrases.get(item) ?? 0) < MOSTLY * count(item))
}

function placesOf(
  table: DiscoveryTable,
  key: string,
): Pick<Candidate, 'text' | 'count' | 'articles' | 'places'> {
  const { places } = table.entries.get(key)!
  const forms = new Map<string, number>()
  for (const { occurrence } of places) plus(forms, occurrence.text.toLowerCase().replace(/\s+/g, ' '))
  const text = [...forms].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || order(a[0], b[0]))[0]![0]
  return {
    text,
    count: places.length,
    articles: new Set(places.map((one) => one.reading.articleId)).size,
    places: places.map(({ reading, occurrence: { start, end } }) => ({
      articleId: reading.articleId,
      start,
      end,
    })),
  }
}

function outletsOf(table: DiscoveryTable, key: string): Candidate['outlets'] {
  const counts = new Map<string, number>()
  for (const { reading } of table.entries.get(key)!.places) plus(counts, reading.outlet)
  return table.outlets.map((one) => ({ ...one, count: counts.get(one.outlet) ?? 0 }))
}

interface KnownTerm {
  readonly text: string
  readonly frame: string
  readonly outlets: readonly string[]
  readonly vector: ReadonlyMap<string, number>
}

/** Known terms of each concept by their forms, made when first asked for. */
function nearestTerms(table: DiscoveryTable): (concept: string) => readonly KnownTerm[] {
  const made = new Map<string, readonly KnownTerm[]>()
  return (concept) => {
    const before = made.get(concept)
    if (before !== undefined) return before
    const groups = new Map<string, { frame: string; outlets: Set<string>; slots: (readonly string[])[] }>()
    for (const { outlet, known } of table.readings) {
      for (const one of known) {
        if (one.concept !== concept) continue
        const text = one.text.toLowerCase().replace(/\s+/g, ' ')
        let mine = groups.get(text)
        if (mine === undefined) {
          mine = { frame: one.frame, outlets: new Set(), slots: [] }
          groups.set(text, mine)
        }
        mine.outlets.add(outlet)
        mine.slots.push(one.contexts)
      }
    }
    const terms = [...groups].map(([text, { frame, outlets, slots }]) => ({
      text,
      frame,
      outlets: [...outlets],
      vector: weighted(countsOf(slots), table.totals),
    }))
    made.set(concept, terms)
    return terms
  }
}

function likenessOf(
  table: DiscoveryTable,
  key: string,
  concept: string,
  found: Likeness,
  outlets: Candidate['outlets'],
  termsOf: (concept: string) => readonly KnownTerm[],
): CandidateLikeness {
  const vector = table.vectors.get(key)!
  let best: KnownTerm | null = null
  let most = -1
  for (const term of termsOf(concept)) {
    const { cosine } = likeness(term.vector, vector)
    if (cosine <= most) continue
    most = cosine
    best = term
  }
  const { text, frame, outlets: printed } = best!
  return {
    concept,
    cosine: found.cosine,
    shared: found.shared,
    like: { text, frame, outlets: printed },
    otherOutlets: outlets
      .filter((one) => one.count > 0 && !printed.includes(one.outlet))
      .map((one) => one.outlet),
  }
}
