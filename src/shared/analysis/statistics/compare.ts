import type { AssociationTest, OutletPair } from '#shared/domain/apart.ts'
import type { ConceptFigure, FrameFigure, Interval, OutletFigure } from '#shared/domain/figures.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { Mention } from '#shared/domain/mention.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import { bootstrapShare } from './bootstrap.ts'
import { articleParts, conceptRows, differences } from './differences.ts'
import { compareFigures } from './figures.ts'
import { type Fragility, fragility } from './fragility.ts'
import { poolShares } from './pooling.ts'
import { toTheEnd } from './to-the-end.ts'

export interface ComparedArticle {
  readonly outlet: string
  readonly words: number
  readonly mentions: readonly Pick<Mention, 'concept' | 'frame' | 'term' | 'voice'>[]
}

export interface CompareOptions {
  readonly voice: VoiceFilter
  readonly seed?: number
  /** Draws of articles behind each interval. */
  readonly replicates?: number
  /** Deals of articles behind each test. */
  readonly permutations?: number
}

/** A frame's figure with the uncertainty that the article as the unit brings, and what partial pooling makes of it. */
export interface ComparedFrame extends FrameFigure {
  /** Interval of `share` over articles; null with too few articles that mention the concept. */
  readonly articleInterval: Interval | null
  readonly pooled: number | null
  readonly pooledInterval: Interval | null
}

export interface ComparedOutlet extends OutletFigure {
  /** Articles that mention the concept in the voice chosen. */
  readonly mentioning: number
  /** What the outlet's own mentions weigh in its pooled shares, 0…1. */
  readonly pooledWeight: number
  /** How far the share of the frame used most moves; null under the minimum of mentions. */
  readonly fragility: (Fragility & { readonly frame: string }) | null
  readonly frames: readonly ComparedFrame[]
}

export interface ComparedConcept extends Omit<ConceptFigure, 'outlets'> {
  readonly outlets: readonly ComparedOutlet[]
  /** How many mentions the common shares are worth in pooling; null without mentions in this voice. */
  readonly concentration: number | null
  /** “All outlets frame alike”; null where it cannot be tested. */
  readonly test: AssociationTest | null
  /** Every two outlets that mention the concept. */
  readonly pairs: readonly OutletPair[]
}

/**
 * Everything that compares outlets, concept by concept: shares with intervals over mentions and over articles, shares
 * pooled, how far the largest share moves, a test of all outlets and of every two, and the differences.
 * Each measure's source and assumptions stand with its function.
 */
export function compareOutlets(
  articles: readonly ComparedArticle[],
  lexicons: readonly Lexicon[],
  options: CompareOptions,
): readonly ComparedConcept[] {
  return compareFigures(articles, lexicons, options.voice).map((figure) =>
    compareConcept(figure, articles, options),
  )
}

function compareConcept(
  figure: ConceptFigure,
  articles: readonly ComparedArticle[],
  { voice, seed, replicates, permutations }: CompareOptions,
): ComparedConcept {
  const { concept } = figure
  const groups = conceptRows(figure, articles, voice)
  const rows = new Map(groups.map((one) => [one.outlet, one.articles]))
  const random = (stream: string) => ({
    ...(seed === undefined ? {} : { seed }),
    ...(replicates === undefined ? {} : { replicates }),
    stream: `${concept}\u0000${stream}`,
  })
  const pooling = poolShares(
    figure.outlets.map((one) => ({ outlet: one.outlet, counts: one.frames.map((frame) => frame.count) })),
  )
  const mentions = mentionsByOutlet(articles, concept)
  return {
    ...figure,
    outlets: figure.outlets.map((outlet, at) => {
      const pooled = pooling?.outlets[at]
      const most = outlet.frames.reduce<FrameFigure | null>(
        (best, one) => (one.count > (best?.count ?? 0) ? one : best),
        null,
      )
      const moves =
        most === null || !outlet.enough
          ? null
          : fragility(mentions.get(outlet.outlet) ?? [], most.frame, voice)
      return {
        ...outlet,
        mentioning: rows.get(outlet.outlet)!.length,
        pooledWeight: pooled?.weight ?? 0,
        fragility: moves === null ? null : { frame: most!.frame, ...moves },
        frames: outlet.frames.map((frame, index) => ({
          ...frame,
          articleInterval: bootstrapShare(
            articleParts(rows.get(outlet.outlet)!, index),
            random(`${outlet.outlet}\u0000${frame.frame}`),
          ),
          pooled: pooled?.frames[index]?.pooled ?? null,
          pooledInterval: pooled?.frames[index]?.interval ?? null,
        })),
      }
    }),
    concentration: pooling?.concentration ?? null,
    ...toTheEnd(differences(figure, groups, { seed, replicates, permutations })),
  }
}

function mentionsByOutlet(articles: readonly ComparedArticle[], concept: string) {
  const found = new Map<
    string,
    (ComparedArticle['mentions'][number] & { outlet: string; article: number })[]
  >()
  articles.forEach(({ outlet, mentions }, article) => {
    for (const mention of mentions) {
      if (mention.concept !== concept) continue
      const mine = found.get(outlet)
      const one = { ...mention, outlet, article }
      if (mine === undefined) found.set(outlet, [one])
      else mine.push(one)
    }
  })
  return found
}
