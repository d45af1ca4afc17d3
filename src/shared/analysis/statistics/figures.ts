import { mergedConcepts } from '#shared/domain/concepts.ts'
import {
  type ConceptFigure,
  type FrameFigure,
  MIN_MENTIONS_FOR_SHARE,
  type OutletFigure,
} from '#shared/domain/figures.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { Mention } from '#shared/domain/mention.ts'
import { VOICES, type Voice, type VoiceFilter } from '#shared/domain/voice.ts'
import { wilsonInterval } from './wilson.ts'

/** What a figure needs of one article. */
export interface CountedArticle {
  readonly outlet: string
  readonly words: number
  readonly mentions: readonly Pick<Mention, 'concept' | 'frame' | 'voice'>[]
}

/** Sums over a set of articles, from which figures are computed. */
export interface FigureCounts {
  readonly outlets: readonly { readonly outlet: string; readonly articles: number; readonly words: number }[]
  /** Mentions by outlet, concept, frame and voice; all voices, whichever the figure counts. */
  readonly mentions: readonly {
    readonly outlet: string
    readonly concept: string
    readonly frame: string
    readonly voice: Voice
    readonly count: number
  }[]
  /** Articles with at least one mention of the frame in a voice that the figure counts. */
  readonly articles: readonly {
    readonly outlet: string
    readonly concept: string
    readonly frame: string
    readonly articles: number
  }[]
}

const key = (...parts: readonly string[]): string => parts.join('\u0000')

/** The sums of articles that are held in memory. */
export function countArticles(articles: readonly CountedArticle[], voice: VoiceFilter): FigureCounts {
  const outlets = new Map<string, { outlet: string; articles: number; words: number }>()
  const mentions = new Map<
    string,
    { outlet: string; concept: string; frame: string; voice: Voice; count: number }
  >()
  const holding = new Map<string, { outlet: string; concept: string; frame: string; articles: number }>()
  for (const article of articles) {
    const { outlet } = article
    const mine = outlets.get(outlet) ?? { outlet, articles: 0, words: 0 }
    mine.articles++
    mine.words += article.words
    outlets.set(outlet, mine)
    const here = new Set<string>()
    for (const { concept, frame, voice: said } of article.mentions) {
      const cell = key(outlet, concept, frame, said)
      const sum = mentions.get(cell) ?? { outlet, concept, frame, voice: said, count: 0 }
      sum.count++
      mentions.set(cell, sum)
      const place = key(outlet, concept, frame)
      if ((voice !== 'all' && said !== voice) || here.has(place)) continue
      here.add(place)
      const held = holding.get(place) ?? { outlet, concept, frame, articles: 0 }
      held.articles++
      holding.set(place, held)
    }
  }
  return { outlets: [...outlets.values()], mentions: [...mentions.values()], articles: [...holding.values()] }
}

/**
 * Figures per concept and outlet: counts, rates per 1,000 words and shares with Wilson intervals (docs/method.md).
 * Concepts of packs with the same id are one; a concept without a mention in the articles is left out.
 */
export function figuresFrom(
  counts: FigureCounts,
  lexicons: readonly Lexicon[],
  voice: VoiceFilter,
): readonly ConceptFigure[] {
  const outlets = counts.outlets.toSorted((a, b) => compareNames(a.outlet, b.outlet))
  const mentioned = new Set(counts.mentions.map((one) => one.concept))
  const cells = new Map(
    counts.mentions.map((one) => [key(one.outlet, one.concept, one.frame, one.voice), one.count]),
  )
  const holding = new Map(
    counts.articles.map((one) => [key(one.outlet, one.concept, one.frame), one.articles]),
  )
  return conceptsOf(lexicons)
    .filter((one) => mentioned.has(one.concept))
    .map((concept) => ({
      ...concept,
      voice,
      outlets: outlets.map((outlet) => outletFigure(outlet, concept, voice, cells, holding)),
    }))
}

/** `figuresFrom` over articles that are held in memory. */
export const compareFigures = (
  articles: readonly CountedArticle[],
  lexicons: readonly Lexicon[],
  voice: VoiceFilter,
): readonly ConceptFigure[] => figuresFrom(countArticles(articles, voice), lexicons, voice)

const compareNames = new Intl.Collator(['ru', 'en']).compare

type ConceptHead = Pick<ConceptFigure, 'lexicon' | 'concept' | 'label' | 'frames'>

/** Concepts of all packs, each with the pack that it is of. */
const conceptsOf = (lexicons: readonly Lexicon[]): ConceptHead[] =>
  [
    ...mergedConcepts(
      lexicons.map(({ id, concepts }) => ({ concepts: concepts.map((one) => ({ ...one, lexicon: id })) })),
    ).values(),
  ].map(({ lexicon, id, label, frames }) => ({
    lexicon,
    concept: id,
    label,
    frames: frames.map((frame) => ({ id: frame.id, label: frame.label })),
  }))

function outletFigure(
  { outlet, articles, words }: FigureCounts['outlets'][number],
  { concept, frames }: ConceptHead,
  voice: VoiceFilter,
  cells: ReadonlyMap<string, number>,
  holding: ReadonlyMap<string, number>,
): OutletFigure {
  const rate = (mentions: number) => (words === 0 ? 0 : (1000 * mentions) / words)
  const byFrame = frames.map(({ id }) => {
    const byVoice = Object.fromEntries(
      VOICES.map((one) => [
        one,
        voice === 'all' || voice === one ? (cells.get(key(outlet, concept, id, one)) ?? 0) : 0,
      ]),
    ) as Record<Voice, number>
    return { id, byVoice, count: VOICES.reduce((sum, one) => sum + byVoice[one], 0) }
  })
  const count = byFrame.reduce((sum, one) => sum + one.count, 0)
  return {
    outlet,
    articles,
    words,
    count,
    enough: count >= MIN_MENTIONS_FOR_SHARE,
    perThousandWords: rate(count),
    frames: byFrame.map(
      ({ id, byVoice, count: mine }): FrameFigure => ({
        frame: id,
        count: mine,
        byVoice,
        share: count === 0 ? null : mine / count,
        interval: count === 0 ? null : wilsonInterval(mine, count),
        perThousandWords: rate(mine),
        articles: holding.get(key(outlet, concept, id)) ?? 0,
      }),
    ),
  }
}
