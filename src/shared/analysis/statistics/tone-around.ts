import type { ToneFigure } from '#shared/domain/apart.ts'
import type { Mention } from '#shared/domain/mention.ts'
import { VOICES, type Voice, type VoiceFilter } from '#shared/domain/voice.ts'
import { toneWords } from '../tone/words.ts'
import { type BootstrapOptions, bootstrapRatio } from './bootstrap.ts'
import { toTheEnd } from './to-the-end.ts'

export interface TonedArticle {
  readonly outlet: string
  readonly language: string
  readonly mentions: readonly Pick<Mention, 'concept' | 'frame' | 'voice' | 'tone'>[]
}

/**
 * Mean tone of the sentences around each frame, per outlet and voice (and all voices together), each mention counting
 * once, with an interval by drawing articles anew (`bootstrapRatio`). A weak instrument, as docs/method.md says of tone:
 * a sentence about the dead is negative whoever wrote it. Articles in a language without a list of words are left aside. Compare outlets on one frame, never a figure with 0.
 */
export const toneAround = (
  articles: readonly TonedArticle[],
  options: ToneOptions = {},
): readonly ToneFigure[] => toTheEnd(tonesAround(articles, options))

export interface ToneOptions extends BootstrapOptions {
  /** Only this voice; all of them, and together, without it. */
  readonly voice?: VoiceFilter
}

/** `toneAround` that pauses after each figure, for a caller with other work. */
export function* tonesAround(
  articles: readonly TonedArticle[],
  { voice: wanted, ...options }: ToneOptions = {},
): Generator<undefined, readonly ToneFigure[]> {
  interface Sums {
    readonly outlet: string
    readonly concept: string
    readonly frame: string
    readonly voice: VoiceFilter
    toned: number
    readonly byArticle: Map<number, { part: number; whole: number }>
  }
  const cells = new Map<string, Sums>()
  articles.forEach(({ outlet, language, mentions }, at) => {
    if (toneWords(language) === null) return
    for (const { concept, frame, voice, tone } of mentions) {
      for (const counted of [voice, 'all'] as const) {
        if (wanted !== undefined && counted !== wanted) continue
        const key = [outlet, concept, frame, counted].join('\u0000')
        const cell = cells.get(key) ?? {
          outlet,
          concept,
          frame,
          voice: counted,
          toned: 0,
          byArticle: new Map<number, { part: number; whole: number }>(),
        }
        cells.set(key, cell)
        const mine = cell.byArticle.get(at) ?? { part: 0, whole: 0 }
        mine.part += tone
        mine.whole++
        if (tone !== 0) cell.toned++
        cell.byArticle.set(at, mine)
      }
    }
  })
  const order = new Map<VoiceFilter, number>([...VOICES, 'all' as const].map((voice, at) => [voice, at]))
  const place = (voice: Voice | 'all') => order.get(voice)!
  const figures: ToneFigure[] = []
  for (const [key, { byArticle, ...cell }] of cells) {
    const parts = [...byArticle.values()]
    const mentions = parts.reduce((sum, one) => sum + one.whole, 0)
    figures.push({
      ...cell,
      mentions,
      articles: parts.length,
      mean: parts.reduce((sum, one) => sum + one.part, 0) / mentions,
      interval: bootstrapRatio(parts, { ...options, stream: key }),
    })
    yield
  }
  return figures.sort(
    (a, b) =>
      byName(a.concept, b.concept) ||
      byName(a.frame, b.frame) ||
      byName(a.outlet, b.outlet) ||
      place(a.voice) - place(b.voice),
  )
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
