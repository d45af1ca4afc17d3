import type { Differences, OutletPair } from '#shared/domain/apart.ts'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { Mention } from '#shared/domain/mention.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import { type ArticlePart, type Resampled, resample, resampledDifference } from './bootstrap.ts'
import { newcombeInterval } from './difference.ts'
import { type OutletArticles, permutationTest, testPairs } from './permutation.ts'

export interface DifferenceOptions {
  readonly seed?: number | undefined
  /** Draws of articles behind each interval. */
  readonly replicates?: number | undefined
  /** Deals of articles behind each test. */
  readonly permutations?: number | undefined
}

/** Mentions by frame for each article that mentions the concept in the voice, outlet by outlet as the figure has them. */
export function conceptRows(
  figure: ConceptFigure,
  articles: readonly {
    readonly outlet: string
    readonly mentions: readonly Pick<Mention, 'concept' | 'frame' | 'voice'>[]
  }[],
  voice: VoiceFilter,
): readonly OutletArticles[] {
  const column = new Map(figure.frames.map((frame, at) => [frame.id, at]))
  const rows = new Map<string, number[][]>(figure.outlets.map((one) => [one.outlet, []]))
  for (const { outlet, mentions } of articles) {
    const row = figure.frames.map(() => 0)
    for (const mention of mentions) {
      if (mention.concept !== figure.concept || (voice !== 'all' && mention.voice !== voice)) continue
      const at = column.get(mention.frame)
      if (at !== undefined) row[at]!++
    }
    if (row.some((count) => count > 0)) rows.get(outlet)?.push(row)
  }
  return [...rows].map(([outlet, mine]) => ({ outlet, articles: mine }))
}

/** The same rows from counts by article and frame, an article's one after another. */
export function rowsFromCounts(
  figure: ConceptFigure,
  counts: readonly {
    readonly articleId: number
    readonly outlet: string
    readonly frame: string
    readonly count: number
  }[],
): readonly OutletArticles[] {
  const column = new Map(figure.frames.map((frame, at) => [frame.id, at]))
  const rows = new Map<string, number[][]>(figure.outlets.map((one) => [one.outlet, []]))
  let last = -1
  let row: number[] = []
  for (const { articleId, outlet, frame, count } of counts) {
    const at = column.get(frame)
    if (at === undefined) continue
    if (articleId !== last) {
      row = figure.frames.map(() => 0)
      rows.get(outlet)?.push(row)
      last = articleId
    }
    row[at]! += count
  }
  return [...rows].map(([outlet, mine]) => ({ outlet, articles: mine }))
}

/** What each article adds to a frame's share. */
export const articleParts = (rows: OutletArticles['articles'], frame: number): ArticlePart[] =>
  rows.map((row) => ({ part: row[frame]!, whole: row.reduce((sum, one) => sum + one, 0) }))

/**
 * A test of all outlets, and for every two outlets a test and the difference of each frame's share with its intervals.
 * Each measure's source and assumptions stand with its function. Pauses after each pair (`toTheEnd` does not).
 */
export function* differences(
  figure: ConceptFigure,
  groups: readonly OutletArticles[],
  { seed, replicates, permutations }: DifferenceOptions = {},
): Generator<undefined, Differences> {
  const seeded = seed === undefined ? {} : { seed }
  const dealing = {
    ...seeded,
    ...(permutations === undefined ? {} : { replicates: permutations }),
    stream: figure.concept,
  }
  const test = permutationTest(groups, dealing)
  yield
  const used = groups.filter(({ articles }) => articles.length > 0)
  // Of two outlets the pair's test is the test of all.
  const pairTests =
    used.length === 2
      ? test === null
        ? []
        : [{ a: used[0]!.outlet, b: used[1]!.outlet, ...test, pAdjusted: test.p }]
      : yield* testPairs(used, dealing)
  const tested = new Map(pairTests.map((one) => [`${one.a}\u0000${one.b}`, one]))
  // Each outlet's articles are drawn once for all its pairs.
  const drawn = new Map<string, Resampled | null>()
  const of = ({ outlet, articles }: OutletArticles, frame: number): Resampled | null => {
    const key = `${figure.frames[frame]!.id}\u0000${outlet}`
    const known = drawn.get(key)
    if (known !== undefined) return known
    const made = resample(articleParts(articles, frame), {
      ...seeded,
      ...(replicates === undefined ? {} : { replicates }),
      stream: `${figure.concept}\u0000${outlet}\u0000${figure.frames[frame]!.id}\u0000difference`,
    })
    drawn.set(key, made)
    return made
  }
  const pairs: OutletPair[] = []
  for (const [at, first] of groups.entries()) {
    for (const second of groups.slice(at + 1)) {
      if (first.articles.length === 0 || second.articles.length === 0) continue
      const pair = tested.get(`${first.outlet}\u0000${second.outlet}`)
      const [countA, countB] = [total(first), total(second)]
      pairs.push({
        a: first.outlet,
        b: second.outlet,
        countA,
        countB,
        p: pair?.p ?? null,
        pAdjusted: pair?.pAdjusted ?? null,
        cramersV: pair?.cramersV ?? null,
        replicates: pair?.replicates ?? 0,
        articles: first.articles.length + second.articles.length,
        frames: figure.frames.map(({ id }, frame) => {
          const [a, b] = [countOf(first, frame), countOf(second, frame)]
          const [ofA, ofB] = [of(first, frame), of(second, frame)]
          return {
            frame: id,
            a,
            b,
            difference: a / countA - b / countB,
            interval: newcombeInterval(a, countA, b, countB),
            articleInterval: ofA === null || ofB === null ? null : resampledDifference(ofA, ofB),
          }
        }),
      })
      yield
    }
  }
  return { test, pairs }
}

const countOf = ({ articles }: OutletArticles, frame: number): number =>
  articles.reduce((sum, row) => sum + row[frame]!, 0)

const total = ({ articles }: OutletArticles): number =>
  articles.reduce((sum, row) => sum + row.reduce((inner, one) => inner + one, 0), 0)
