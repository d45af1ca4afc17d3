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

/**
 * Figures per concept and outlet: counts, rates per 1,000 words and shares with Wilson intervals (docs/method.md).
 * Concepts of packs with the same id are one; a concept without a mention in the articles is left out.
 */
export function compareFigures(
  articles: readonly CountedArticle[],
  lexicons: readonly Lexicon[],
  voice: VoiceFilter,
): readonly ConceptFigure[] {
  const outlets = [...new Set(articles.map((one) => one.outlet))].sort(
    new Intl.Collator(['ru', 'en']).compare,
  )
  const concepts = new Map<
    string,
    { lexicon: string; label: ConceptFigure['label']; frames: Map<string, ConceptFigure['label']> }
  >()
  for (const lexicon of lexicons) {
    for (const concept of lexicon.concepts) {
      const known = concepts.get(concept.id) ?? {
        lexicon: lexicon.id,
        label: concept.label,
        frames: new Map(),
      }
      for (const frame of concept.frames)
        if (!known.frames.has(frame.id)) known.frames.set(frame.id, frame.label)
      concepts.set(concept.id, known)
    }
  }
  const figures: ConceptFigure[] = []
  for (const [id, concept] of concepts) {
    const frames = [...concept.frames].map(([frame, label]) => ({ id: frame, label }))
    const rows = outlets.map((outlet) =>
      outletFigure(
        outlet,
        articles.filter((one) => one.outlet === outlet),
        id,
        frames.map((one) => one.id),
        voice,
      ),
    )
    if (articles.some((one) => one.mentions.some((mention) => mention.concept === id))) {
      figures.push({
        lexicon: concept.lexicon,
        concept: id,
        label: concept.label,
        frames,
        voice,
        outlets: rows,
      })
    }
  }
  return figures
}

function outletFigure(
  outlet: string,
  articles: readonly CountedArticle[],
  concept: string,
  frames: readonly string[],
  voice: VoiceFilter,
): OutletFigure {
  const counted = articles.map((one) =>
    one.mentions.filter(
      (mention) => mention.concept === concept && (voice === 'all' || mention.voice === voice),
    ),
  )
  const count = counted.reduce((sum, mentions) => sum + mentions.length, 0)
  const words = articles.reduce((sum, one) => sum + one.words, 0)
  const rate = (mentions: number) => (words === 0 ? 0 : (1000 * mentions) / words)
  return {
    outlet,
    articles: articles.length,
    words,
    count,
    enough: count >= MIN_MENTIONS_FOR_SHARE,
    perThousandWords: rate(count),
    frames: frames.map((frame): FrameFigure => {
      const mine = counted.map((mentions) => mentions.filter((mention) => mention.frame === frame))
      const all = mine.flat()
      const byVoice = Object.fromEntries(
        VOICES.map((one) => [one, all.filter((mention) => mention.voice === one).length]),
      ) as Record<Voice, number>
      return {
        frame,
        count: all.length,
        byVoice,
        share: count === 0 ? null : all.length / count,
        interval: count === 0 ? null : wilsonInterval(all.length, count),
        perThousandWords: rate(all.length),
        articles: mine.filter((mentions) => mentions.length > 0).length,
      }
    }),
  }
}
