import type { ReadableDatabase } from '#main/library/connection.ts'
import { frameCounts, outletLanguageCounts } from '#main/library/queries/story-figures.ts'
import { rowsFromCounts } from '#shared/analysis/statistics/differences.ts'
import { figuresFrom } from '#shared/analysis/statistics/figures.ts'
import type { OutletArticles } from '#shared/analysis/statistics/permutation.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'

/** A concept's counts and shares by outlet, and its mentions by frame article by article. */
export interface Framed {
  /** Counts and shares only: words and rates are 0, and voices are not told apart. */
  readonly figure: ConceptFigure
  readonly groups: readonly OutletArticles[]
}

/** Reads a concept's mentions once, counted by article. Null: no pack has the concept. */
export function framed(
  db: ReadableDatabase,
  lexicons: readonly Lexicon[],
  filter: ArticleFilter,
  concept: string,
  voice: VoiceFilter,
): Framed | null {
  const counts = frameCounts(db, filter, concept, voice)
  const sums = new Map<string, { outlet: string; frame: string; count: number }>()
  for (const { outlet, frame, count } of counts) {
    const key = `${outlet}\u0000${frame}`
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, { outlet, frame, count })
    else sum.count += count
  }
  const outlets = new Map<string, number>()
  for (const { outlet, articles } of outletLanguageCounts(db, filter))
    outlets.set(outlet, articles + (outlets.get(outlet) ?? 0))
  const [figure] = figuresFrom(
    {
      outlets: [...outlets].map(([outlet, articles]) => ({ outlet, articles, words: 0 })),
      // The first names the concept, so that it is there with counts of 0 where nobody names it.
      mentions: [{ outlet: '', frame: '', count: 0 }, ...sums.values()].map((one) => ({
        ...one,
        concept,
        voice: voice === 'all' ? 'narration' : voice,
      })),
      articles: [],
    },
    lexicons,
    voice,
  )
  return figure === undefined ? null : { figure, groups: rowsFromCounts(figure, counts) }
}
