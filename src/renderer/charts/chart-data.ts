import type { Voice } from '#shared/domain/voice.ts'

/** How a value is drawn: a dot with its interval, a bar from zero, or a bar of voices in their forms. */
export type MarkForm = 'dot' | 'bar' | 'voices'

export interface ChartColumn {
  readonly id: string
  readonly label: string
  /** Which frame colour it takes: 1…6, by the lexicon's order. */
  readonly colour: number
}

/** One outlet's value in one column. Values are fractions of the axis, 0…1. */
export interface ChartCell {
  readonly column: string
  readonly value: number
  readonly interval: { readonly low: number; readonly high: number } | null
  readonly voices: readonly { readonly voice: Voice; readonly from: number; readonly to: number }[]
  /** The value in figures: "62 %". */
  readonly text: string
  /** What a screen reader says: outlet, frame, value, denominator. */
  readonly spoken: string
  /** Words in place of the mark: too few to draw one. */
  readonly note?: string
}

export interface ChartRow {
  readonly id: string
  readonly name: string
  /** A second line under the name. */
  readonly under?: string
  /** Number of namings, at the right end of the row. */
  readonly total: string
  /** Stands in the row in place of marks: "too few to say: 3 namings". */
  readonly note: { readonly text: string; readonly spoken: string; readonly opens: boolean } | null
  readonly cells: readonly ChartCell[]
}

export interface ChartAxis {
  /** Words at 0, half and the end of every column's axis. */
  readonly ticks: readonly [string, string, string]
}

/** Row and column of a mark; column null: the row's note. */
export interface MarkPlace {
  readonly row: string
  readonly column: string | null
}

export const CHART_SIZES = {
  row: 32,
  axis: 26,
  gap: 24,
  column: 104,
  total: 66,
} as const

/** Width kept for the names of the outlets: what the longest needs, within bounds that leave the columns room. */
export const nameWidth = (width: number, longest: number): number =>
  Math.round(Math.max(72, Math.min(longest + 18, 200, Math.max(132, width * 0.24))))

/**
 * Puts the columns on as few bands as fit with at least the least width each, about equally many on each: six columns
 * that do not fit beside one another stand three and three.
 */
export function bandsOf<Column>(
  columns: readonly Column[],
  width: number,
  left: number,
): readonly (readonly Column[])[] {
  const room = width - left - CHART_SIZES.total
  const fit = Math.max(1, Math.floor((room + CHART_SIZES.gap) / (CHART_SIZES.column + CHART_SIZES.gap)))
  const bands = Math.max(1, Math.ceil(columns.length / fit))
  const each = Math.ceil(columns.length / bands)
  return Array.from({ length: bands }, (_, band) => columns.slice(band * each, (band + 1) * each)).filter(
    (band) => band.length > 0,
  )
}

/** Width of a column and the step to the next, in pixels, where the widest band holds `count` columns. */
export function columnPlaces(
  width: number,
  left: number,
  count: number,
): { readonly column: number; readonly step: number } {
  const room = width - left - CHART_SIZES.total
  const column = (room - CHART_SIZES.gap * (count - 1)) / count
  return { column, step: column + CHART_SIZES.gap }
}

/** The smallest of 1, 2, 3, 4, 5, 6, 8, 10 (times a power of ten) that is not less than the value: where an axis ends. */
export function niceEnd(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value - 1e-12) ?? 10
  // 3 × 0.1 is not quite 0.3.
  return Number((step * power).toPrecision(12))
}
