import type { ReactNode } from 'react'
import { CHART_SIZES, type ChartAxis, type ChartRow } from './chart-data.ts'
import classes from './charts.module.css'
import { fitName } from './fit-name.ts'

export interface TickProps {
  readonly x: number | string
  readonly y: number | string
  readonly index: number
  readonly payload: { readonly value: number }
}

/** One of the three words under a column: at 0, half and the end. */
export function AxisTick({ x, y, index, axis }: TickProps & { readonly axis: ChartAxis }): ReactNode {
  const place = index % 3
  return (
    <text
      x={x}
      y={Number(y) + 8}
      className={classes.tick}
      textAnchor={place === 0 ? 'start' : place === 1 ? 'middle' : 'end'}
    >
      {axis.ticks[place]}
    </text>
  )
}

/** A row’s name, cut to what fits, with the line under the row. */
export function NameTick({
  y,
  payload,
  rows,
  width,
  end,
}: TickProps & {
  readonly rows: readonly ChartRow[]
  readonly width: number
  readonly end: number
}): ReactNode {
  const name = rows[payload.value]?.name ?? ''
  const short = fitName(name, width - 14)
  const under = rows[payload.value]?.under
  return (
    <>
      <line
        x1={0}
        x2={end}
        y1={Number(y) + CHART_SIZES.row / 2}
        y2={Number(y) + CHART_SIZES.row / 2}
        stroke="var(--line)"
      />
      <text x={0} y={Number(y) + (under === undefined ? 4 : -2)} className={classes.name}>
        {short === name ? null : <title>{name}</title>}
        {short}
      </text>
      {under === undefined ? null : (
        <text x={0} y={Number(y) + 12} className={classes.under}>
          <title>{under}</title>
          {fitName(under, width - 14)}
        </text>
      )}
    </>
  )
}

/** The number at a row’s end. */
export function TotalTick({
  y,
  payload,
  rows,
  end,
}: TickProps & { readonly rows: readonly ChartRow[]; readonly end: number }): ReactNode {
  return (
    <text x={end} y={Number(y) + 4} className={classes.total} textAnchor="end">
      {rows[payload.value]?.total}
    </text>
  )
}
