import {
  type Candidate,
  type CandidateLikeness,
  type CandidateNaming,
  NAMING_KINDS,
} from '#shared/domain/discovery.ts'
import { fuseRanks, type Likeness, likeness, weighted } from './discovery-likeness.ts'
import { readContext } from './discovery-reading.ts'
import { countsOf, DISCOVERY_MINIMA, type DiscoveryTable, knownCounts, plus } from './discovery-table.ts'

/** So many shared contexts are handed on as evidence. */
export const SHOWN_CONTEXTS = 6

/** A candidate with all its places, in order of article. */
export type FoundCandidate = Omit<Candidate, 'hidden'> & {
  readonly places: readonly { readonly articleId: number; readonly start: number; readonly end: number }[]
}

/** A ranking: all candidates by key, the likeliest first, and what speaks for each. */
export interface Discovery {
  readonly keys: readonly string[]
  /** @param key one of `keys` */
  readonly describe: (key: string) => FoundCandidate
}

/**
 * Candidates for rival terms, the likeliest first. Each source ranks by its own figure: likeness by cosine with the concept's
 * known terms pooled, keyness by z, naming by articles and acts; the ranks are merged (`fuseRanks`).
 * With a concept, keyness and naming count only for words that have to do with it: that share two contexts or more with its known terms,
 * or are named in a sentence with one. Without one, likeness is that to the concept most like.
 */
export function discover(table: DiscoveryTable, concept: string | null): Discovery {
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
  const enough = (key: string) => (like.get(key)?.found.shared.length ?? 0) >= DISCOVERY_MINIMA.sharedContexts
  const alike = [...like]
    .filter(([key]) => enough(key))
    .sort((a, b) => b[1].found.cosine - a[1].found.cosine || order(a[0], b[0]))
  const related = (key: string): boolean =>
    concept === null || enough(key) || table.naming.get(key)?.concepts.has(concept) === true
  const key = [...table.keyness]
    .filter(([one]) => related(one))
    .sort((a, b) => b[1].z - a[1].z || order(a[0], b[0]))
  const acts = (one: CandidateNaming) => NAMING_KINDS.reduce((sum, kind) => sum + one.acts[kind], 0)
  const named = [...table.naming]
    .filter(([one]) => related(one))
    .sort((a, b) => b[1].articles - a[1].articles || acts(b[1]) - acts(a[1]) || order(a[0], b[0]))
  // What a text says outright counts twice: it outweighs what figures suggest.
  const fused = fuseRanks([alike, key, named, named].map((list) => list.map(([one]) => one)))
  const likest = nearestTerms(table)
  const left = withoutParts(table, fused)
  const values = new Map(left.map(({ item, value }) => [item, value]))
  return {
    keys: left.map(({ item }) => item),
    describe: (item) => {
      const mine = like.get(item)
      const naming = table.naming.get(item)
      const outlets = outletsOf(table, item)
      return {
        ...placesOf(table, item),
        key: item,
        outlets,
        value: values.get(item) ?? 0,
        likeness:
          mine !== undefined && enough(item)
            ? likenessOf(table, item, mine.concept, mine.found, outlets, likest)
            : null,
        keyness: table.keyness.get(item) ?? null,
        naming: naming === undefined ? null : { articles: naming.articles, acts: naming.acts },
      }
    },
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function knownContexts(table: DiscoveryTable, concept: string): ReadonlyMap<string, number> {
  return countsOf(
    table.readings.flatMap(({ known }) =>
      known.filter((one) => one.concept === concept).map((one) => one.contexts),
    ),
  )
}

/** Share of a word's occurrences in one phrase from which on the phrase stands for it. */
const MOSTLY = 2 / 3

/** A noun that stands mostly in one phrase of the list goes: the phrase says more. */
function withoutParts(
  table: DiscoveryTable,
  fused: ReturnType<typeof fuseRanks>,
): ReturnType<typeof fuseRanks> {
  const count = (key: string) => table.entries.get(key)?.places.length ?? 0
  const phrases = new Map<string, number>()
  for (const { item } of fused) {
    if (!item.includes(' ')) continue
    for (const part of item.split(' ')) phrases.set(part, Math.max(phrases.get(part) ?? 0, count(item)))
  }
  return fused.filter(({ item }) => count(item) > 0 && (phrases.get(item) ?? 0) < MOSTLY * count(item))
}

function placesOf(
  table: DiscoveryTable,
  key: string,
): Pick<FoundCandidate, 'text' | 'count' | 'articles' | 'places'> {
  const { places } = table.entries.get(key)!
  // "Guests" at a sentence's beginning is "guests"; what is always written large stays so, as German nouns.
  const forms = new Map<string, { count: number; text: string }>()
  for (const { occurrence } of places) {
    const written = occurrence.text.replace(/\s+/g, ' ')
    const small = written.toLowerCase()
    const mine = forms.get(small)
    if (mine === undefined) forms.set(small, { count: 1, text: written })
    else forms.set(small, { count: mine.count + 1, text: written === small ? small : mine.text })
  }
  const { text } = [...forms.values()].sort(
    (a, b) => b.count - a.count || a.text.length - b.text.length || order(a.text, b.text),
  )[0]!
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
    shared: found.shared.slice(0, SHOWN_CONTEXTS).map(readContext),
    sharedTotal: found.shared.length,
    like: { text, frame, outlets: printed },
    otherOutlets: outlets
      .filter((one) => one.count > 0 && !printed.includes(one.outlet))
      .map((one) => one.outlet),
  }
}
