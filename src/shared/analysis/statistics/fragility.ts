import type { Interval } from '#shared/domain/figures.ts'
import { VOICES, type Voice, type VoiceFilter } from '#shared/domain/voice.ts'

/** What the fragility of a share needs of a mention of the concept, in any voice. */
export interface FragileMention {
  readonly outlet: string
  readonly article: string | number
  readonly frame: string
  readonly term: string
  readonly voice: Voice
}

/** How far a share moves when one thing at a time is left out. */
export interface Movement extends Interval {
  /** What gives the lowest and the highest share when left out; null when nothing does more than the share itself. */
  readonly lowWithout: string | null
  readonly highWithout: string | null
}

export interface Fragility {
  /** Mentions of the frame and of the concept, in the voice chosen. */
  readonly count: number
  readonly total: number
  readonly share: number
  /** Null when there are not two to choose from. */
  readonly byTerm: Movement | null
  readonly byArticle: Movement | null
  readonly byOutlet: Movement | null
  /** The share in every other voice that has mentions, and in all voices. */
  readonly byVoice: readonly { readonly voice: VoiceFilter; readonly share: number; readonly total: number }[]
  /** The farthest that leaving one thing out moves the share, 0…1. */
  readonly most: number
  readonly verdict: 'steady' | 'moves' | 'fragile'
}

/** A share that one omission moves by less is steady; by as much as the second, fragile. */
export const FRAGILITY_LIMITS = { steady: 0.05, fragile: 0.15 } as const

/**
 * How much a frame's share rests on one term, one article or one outlet (each left out in turn, with all its mentions),
 * and what it is in other voices. A description of the data at hand, not a test; the limits of the verdict are a
 * convention of this project. Source of leaving one out: J. Tukey, Annals of Mathematical Statistics 29 (1958), 614.
 * @param mentions of one concept, from the outlets the figure covers, in all voices
 * @returns null when the voice has no mention of the concept
 */
export function fragility(
  mentions: readonly FragileMention[],
  frame: string,
  voice: VoiceFilter = 'narration',
): Fragility | null {
  const said = mentions.filter((one) => voice === 'all' || one.voice === voice)
  const total = said.length
  if (total === 0) return null
  const count = said.filter((one) => one.frame === frame).length
  const share = count / total
  const without = (of: (mention: FragileMention) => string | number) => movement(said, frame, of)
  const [byTerm, byArticle, byOutlet] = [
    without((one) => one.term),
    without((one) => one.article),
    without((one) => one.outlet),
  ]
  const most = Math.max(
    0,
    ...[byTerm, byArticle, byOutlet].flatMap((one) =>
      one === null ? [] : [share - one.low, one.high - share],
    ),
  )
  const { steady, fragile } = FRAGILITY_LIMITS
  return {
    count,
    total,
    share,
    byTerm,
    byArticle,
    byOutlet,
    byVoice: [...VOICES, 'all' as const].flatMap((other) => {
      const theirs = mentions.filter((one) => other === 'all' || one.voice === other)
      if (other === voice || theirs.length === 0) return []
      const mine = theirs.filter((one) => one.frame === frame).length
      return [{ voice: other, share: mine / theirs.length, total: theirs.length }]
    }),
    most,
    verdict: most < steady ? 'steady' : most < fragile ? 'moves' : 'fragile',
  }
}

function movement(
  said: readonly FragileMention[],
  frame: string,
  of: (mention: FragileMention) => string | number,
): Movement | null {
  const sums = new Map<string | number, { n: number; k: number }>()
  let count = 0
  for (const mention of said) {
    const mine = sums.get(of(mention)) ?? { n: 0, k: 0 }
    mine.n++
    if (mention.frame === frame) {
      mine.k++
      count++
    }
    sums.set(of(mention), mine)
  }
  if (sums.size < 2) return null
  const share = count / said.length
  let [low, high] = [share, share]
  let lowWithout: string | null = null
  let highWithout: string | null = null
  for (const [name, { n, k }] of sums) {
    const rest = (count - k) / (said.length - n)
    if (rest < low) [low, lowWithout] = [rest, String(name)]
    if (rest > high) [high, highWithout] = [rest, String(name)]
  }
  return { low, high, lowWithout, highWithout }
}
