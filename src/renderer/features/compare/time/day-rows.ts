import type { DayFigures } from '#shared/domain/story-figures.ts'

/** Over so many days, only days with an article are drawn. */
const MOST_DAYS = 120
const DAY_MS = 86_400_000

/** All days from the first article to the last, those without one too; null dates are left out. */
export function daysOf(days: readonly (string | null)[]): readonly string[] {
  const known = [...new Set(days.filter((day) => day !== null))].toSorted()
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return []
  const from = Date.parse(`${first}T00:00:00Z`)
  const count = Math.round((Date.parse(`${last}T00:00:00Z`) - from) / DAY_MS) + 1
  if (!(count <= MOST_DAYS)) return known
  return Array.from({ length: count }, (_, at) => new Date(from + at * DAY_MS).toISOString().slice(0, 10))
}

export interface OutletDays {
  readonly outlet: string
  readonly languages: readonly string[]
  readonly articles: number
  readonly words: number
  readonly first: string | null
  readonly last: string | null
}

/** Who published what when, how long, in which language: one row an outlet. */
export function outletDays(rows: DayFigures['articles']): readonly OutletDays[] {
  const outlets = new Map<string, DayFigures['articles'][number][]>()
  for (const row of rows) outlets.set(row.outlet, [...(outlets.get(row.outlet) ?? []), row])
  return [...outlets].map(([outlet, mine]) => {
    const days = mine.flatMap(({ day }) => (day === null ? [] : [day])).toSorted()
    return {
      outlet,
      languages: [...new Set(mine.map(({ language }) => language))].toSorted(),
      articles: mine.reduce((sum, { articles }) => sum + articles, 0),
      words: mine.reduce((sum, { words }) => sum + words, 0),
      first: days[0] ?? null,
      last: days.at(-1) ?? null,
    }
  })
}
