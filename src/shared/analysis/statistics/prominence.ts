import type { Interval } from '#shared/domain/figures.ts'
import type { Mention } from '#shared/domain/mention.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import { type BootstrapOptions, bootstrapShare } from './bootstrap.ts'

export interface PlacedArticle {
  readonly outlet: string
  /** `YYYY-MM-DD…` or null. */
  readonly published: string | null
  readonly mentions: readonly Pick<Mention, 'concept' | 'frame' | 'voice' | 'section' | 'speaker'>[]
}

const said = (voice: VoiceFilter, mention: { readonly voice: VoiceFilter }): boolean =>
  voice === 'all' || mention.voice === voice
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export interface SalienceRow {
  readonly outlet: string
  readonly concept: string
  readonly frame: string
  readonly headline: number
  readonly lead: number
  readonly body: number
  /** (headline + lead) / all, 0…1. */
  readonly upFront: number
  /** Of `upFront`, over articles; null with too few. */
  readonly interval: Interval | null
}

/** How much of a frame stands in headline and lead, where most readers stop. Interval as `bootstrapShare`. */
export function salience(
  articles: readonly PlacedArticle[],
  voice: VoiceFilter,
  options: BootstrapOptions = {},
): readonly SalienceRow[] {
  interface Cell {
    readonly outlet: string
    readonly concept: string
    readonly frame: string
    readonly headline: number
    readonly lead: number
    readonly body: number
    readonly byArticle: Map<number, { part: number; whole: number }>
  }
  const cells = new Map<string, Cell>()
  articles.forEach(({ outlet, mentions }, article) => {
    for (const mention of mentions) {
      if (!said(voice, mention)) continue
      const { concept, frame, section } = mention
      const key = [concept, frame, outlet].join('\u0000')
      const cell = cells.get(key) ?? {
        outlet,
        concept,
        frame,
        headline: 0,
        lead: 0,
        body: 0,
        byArticle: new Map<number, { part: number; whole: number }>(),
      }
      cells.set(key, { ...cell, [section]: cell[section] + 1 })
      const mine = cell.byArticle.get(article) ?? { part: 0, whole: 0 }
      mine.whole++
      if (section !== 'body') mine.part++
      cell.byArticle.set(article, mine)
    }
  })
  return [...cells.entries()]
    .sort(([a], [b]) => byName(a, b))
    .map(([key, { byArticle, ...cell }]) => ({
      ...cell,
      upFront: (cell.headline + cell.lead) / (cell.headline + cell.lead + cell.body),
      interval: bootstrapShare([...byArticle.values()], { ...options, stream: key }),
    }))
}

export interface Silence {
  readonly outlet: string
  readonly kind: 'concept' | 'speaker'
  readonly what: string
  /** Other outlets that have it, and in how many articles together. */
  readonly outlets: number
  readonly articles: number
}

/**
 * What at least `minOutlets` other outlets have and an outlet does not, in any voice: concepts named and speakers quoted
 * or reported. Absence from the articles at hand is not absence from the outlet: it may have written of it elsewhere.
 */
export function silences(articles: readonly PlacedArticle[], minOutlets = 2): readonly Silence[] {
  const holders = new Map<string, { kind: Silence['kind']; what: string; byOutlet: Map<string, number> }>()
  for (const { outlet, mentions } of articles) {
    const here = new Map<string, readonly [Silence['kind'], string]>()
    for (const { concept, speaker } of mentions) {
      here.set(`concept\u0000${concept}`, ['concept', concept])
      if (speaker !== null) here.set(`speaker\u0000${speaker}`, ['speaker', speaker])
    }
    for (const [key, [kind, what]] of here) {
      const holder = holders.get(key) ?? { kind, what, byOutlet: new Map<string, number>() }
      holders.set(key, holder)
      holder.byOutlet.set(outlet, (holder.byOutlet.get(outlet) ?? 0) + 1)
    }
  }
  const outlets = [...new Set(articles.map((one) => one.outlet))].sort(byName)
  return outlets.flatMap((outlet) =>
    [...holders.values()]
      .filter(({ byOutlet }) => !byOutlet.has(outlet) && byOutlet.size >= minOutlets)
      .map(({ kind, what, byOutlet }) => ({
        outlet,
        kind,
        what,
        outlets: byOutlet.size,
        articles: [...byOutlet.values()].reduce((sum, one) => sum + one, 0),
      }))
      .sort(
        (a, b) =>
          byName(a.kind, b.kind) ||
          b.outlets - a.outlets ||
          b.articles - a.articles ||
          byName(a.what, b.what),
      ),
  )
}

export interface DayRow {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly outlet: string
  readonly concept: string
  readonly frame: string
  readonly count: number
}

/** Mentions by day of publication (the date as given, no time zone), outlet and frame; undated articles are left aside. */
export function mentionsByDay(articles: readonly PlacedArticle[], voice: VoiceFilter): readonly DayRow[] {
  const cells = new Map<
    string,
    { day: string; outlet: string; concept: string; frame: string; count: number }
  >()
  for (const { outlet, published, mentions } of articles) {
    if (published === null) continue
    const day = published.slice(0, 10)
    for (const mention of mentions) {
      if (!said(voice, mention)) continue
      const { concept, frame } = mention
      const key = [concept, day, frame, outlet].join('\u0000')
      const cell = cells.get(key) ?? { day, outlet, concept, frame, count: 0 }
      cell.count++
      cells.set(key, cell)
    }
  }
  return [...cells.entries()].sort(([a], [b]) => byName(a, b)).map(([, cell]) => cell)
}
