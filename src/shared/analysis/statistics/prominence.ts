import type { SalienceRow } from '#shared/domain/apart.ts'
import type { Mention } from '#shared/domain/mention.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import { type BootstrapOptions, bootstrapShare } from './bootstrap.ts'
import { toTheEnd } from './to-the-end.ts'
import { wilsonInterval } from './wilson.ts'

export interface PlacedArticle {
  readonly outlet: string
  /** `YYYY-MM-DD…` or null. */
  readonly published: string | null
  readonly mentions: readonly Pick<Mention, 'concept' | 'frame' | 'voice' | 'section' | 'speaker'>[]
}

const said = (voice: VoiceFilter, mention: { readonly voice: VoiceFilter }): boolean =>
  voice === 'all' || mention.voice === voice
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How much of a frame stands in headline and lead, where most readers stop. Interval as `bootstrapShare`. */
export const salience = (
  articles: readonly Omit<PlacedArticle, 'published'>[],
  voice: VoiceFilter,
  options: BootstrapOptions = {},
): readonly SalienceRow[] => toTheEnd(saliences(articles, voice, options))

/** `salience` that pauses after each row, for a caller with other work. */
export function* saliences(
  articles: readonly Omit<PlacedArticle, 'published'>[],
  voice: VoiceFilter,
  options: BootstrapOptions = {},
): Generator<undefined, readonly SalienceRow[]> {
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
      // A caption is no part that everybody reads: it counts as body.
      const place = section === 'headline' || section === 'lead' ? section : 'body'
      cells.set(key, { ...cell, [place]: cell[place] + 1 })
      const mine = cell.byArticle.get(article) ?? { part: 0, whole: 0 }
      mine.whole++
      if (place !== 'body') mine.part++
      cell.byArticle.set(article, mine)
    }
  })
  const rows: SalienceRow[] = []
  for (const [key, { byArticle, ...cell }] of [...cells].sort(([a], [b]) => byName(a, b))) {
    const front = cell.headline + cell.lead
    rows.push({
      ...cell,
      upFront: front / (front + cell.body),
      interval: bootstrapShare([...byArticle.values()], { ...options, stream: key }),
      namingInterval: wilsonInterval(front, front + cell.body),
    })
    yield
  }
  return rows
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
