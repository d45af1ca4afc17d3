import { Fragment, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { CartesianGrid, ScatterChart, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts'
import {
  bandsOf,
  CHART_SIZES,
  type ChartAxis,
  type ChartCell,
  type ChartColumn,
  type ChartRow,
  columnPlaces,
  type MarkForm,
  type MarkPlace,
  nameWidth,
} from './chart-data.ts'
import { ChartMark, RowNote, VoicePatterns } from './chart-marks.tsx'
import { AxisTick, NameTick, type TickProps, TotalTick } from './chart-ticks.tsx'
import classes from './charts.module.css'
import { widthOf } from './fit-name.ts'
import { useWidth } from './use-width.ts'

interface ChartProps {
  readonly label: string
  readonly totalLabel: string
  readonly columns: readonly ChartColumn[]
  readonly rows: readonly ChartRow[]
  readonly axis: ChartAxis
  readonly form: MarkForm
  readonly selected: MarkPlace | null
  readonly onOpen: (place: MarkPlace) => void
  /** The column that the rows are sorted by, and what a click on a column's head does. */
  readonly sorted: string | null
  readonly onSort: (column: string) => void
  readonly sortLabel: (column: ChartColumn) => string
}

/** One mark as it is drawn: where it stands, in units of columns and rows. */
export interface MarkPoint {
  readonly x: number
  readonly y: number
  readonly row: ChartRow
  readonly column: ChartColumn | null
  readonly cell: ChartCell | null
}

/**
 * One column per frame, one row per outlet. Columns that do not fit beside one another stand on further bands, each with
 * its own rows and head. Marks are reached with Tab and then with the arrow keys.
 */
export function FrameColumnsChart(props: ChartProps): ReactNode {
  const { columns, rows, selected } = props
  const box = useRef<HTMLFieldSetElement>(null)
  const width = useWidth(box)
  const [active, setActive] = useState<MarkPlace | null>(null)
  const left = nameWidth(
    width,
    Math.max(0, ...rows.map(({ name, under = '' }) => Math.max(widthOf(name), widthOf(under)))),
  )
  const bands = width === 0 ? [] : bandsOf(columns, width, left)
  const widest = bands[0]?.length ?? 1

  const isMark = (place: MarkPlace | null): place is MarkPlace => {
    if (place === null) return false
    const row = rows.find(({ id }) => id === place.row)
    if (row === undefined) return false
    return place.column === null
      ? row.note !== null
      : row.note === null && columns.some(({ id }) => id === place.column)
  }
  const first = rows[0]
  const start: MarkPlace | null =
    first === undefined
      ? null
      : { row: first.id, column: first.note === null ? (columns[0]?.id ?? null) : null }
  const current = [active, selected, start].find(isMark) ?? null

  const onKey = (event: KeyboardEvent) => {
    const next = isMark(current) ? stepFrom(current, event.key, rows, columns) : null
    if (next === null) return
    event.preventDefault()
    setActive(next)
    focusMark(box.current, next)
  }

  return (
    <fieldset ref={box} className={classes.chart} aria-label={props.label} onKeyDown={onKey}>
      {bands.map((band, index) => (
        <Band
          key={band[0]?.id}
          {...props}
          band={band}
          widest={widest}
          width={width}
          left={left}
          current={current}
          labelled={index === 0}
          onFocus={setActive}
        />
      ))}
    </fieldset>
  )
}

interface BandProps extends ChartProps {
  readonly band: readonly ChartColumn[]
  readonly widest: number
  readonly width: number
  readonly left: number
  readonly current: MarkPlace | null
  /** The first band's notes can be focused; those of further bands repeat them. */
  readonly labelled: boolean
  readonly onFocus: (place: MarkPlace) => void
}

function Band(props: BandProps): ReactNode {
  const { band, rows, width, left, widest, axis, form, selected, current } = props
  const patterns = useId()
  const { column, step } = columnPlaces(width, left, widest)
  const height = rows.length * CHART_SIZES.row + CHART_SIZES.axis
  // Room before the axis begins: a dot at zero is drawn whole.
  const lead = 8
  const inner = width - left - CHART_SIZES.total
  // The x axis counts in columns: column i reaches from i · step to i · step + 1.
  const unit = step / column
  const points: MarkPoint[] = rows.flatMap((row, y): MarkPoint[] =>
    row.note === null
      ? band.map((one, index) => ({
          x: index * unit,
          y,
          row,
          column: one,
          cell: row.cells.find((cell) => cell.column === one.id) ?? null,
        }))
      : [{ x: 0, y, row, column: null, cell: null }],
  )
  const ticks = band.flatMap((_, index) => [index * unit, index * unit + 0.5, index * unit + 1])
  const isSame = (place: MarkPlace | null, point: MarkPoint): boolean =>
    place !== null && place.row === point.row.id && place.column === (point.column?.id ?? null)

  return (
    <div className={classes.band} data-band>
      <div
        className={classes.heads}
        style={{ gridTemplateColumns: `${left}px repeat(${widest}, ${step}px)` }}
        data-heads
      >
        <span />
        {band.map((one) => (
          <button
            key={one.id}
            type="button"
            className={classes.head}
            data-sorted={props.sorted === one.id || undefined}
            aria-label={props.sortLabel(one)}
            title={props.sortLabel(one)}
            onClick={() => props.onSort(one.id)}
          >
            <span className={classes.swatch} style={{ background: `var(--frame-${one.colour})` }} />
            <span className={classes.headText}>{one.label}</span>
            <span className={classes.headSort} aria-hidden="true">
              {props.sorted === one.id ? '↓' : ''}
            </span>
          </button>
        ))}
        <span className={classes.totalHead}>{props.totalLabel}</span>
      </div>
      <ScatterChart
        width={width}
        height={height}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        style={{ cursor: 'default' }}
      >
        <VoicePatterns id={patterns} columns={band} />
        <CartesianGrid
          horizontal={false}
          verticalCoordinatesGenerator={() => ticks.map((tick) => left + tick * column)}
          stroke="var(--line)"
        />
        <XAxis
          type="number"
          dataKey="x"
          domain={[-lead / column, inner / column]}
          allowDataOverflow
          ticks={ticks}
          interval={0}
          height={CHART_SIZES.axis}
          axisLine={false}
          tickLine={false}
          tick={(tick: TickProps) => <AxisTick {...tick} axis={axis} />}
        />
        <YAxis
          type="number"
          dataKey="y"
          domain={[-0.5, rows.length - 0.5]}
          reversed
          allowDataOverflow
          ticks={rows.map((_, index) => index)}
          interval={0}
          width={left - lead}
          axisLine={false}
          tickLine={false}
          tick={(tick: TickProps) => <NameTick {...tick} rows={rows} width={left} end={width} />}
        />
        <YAxis
          yAxisId="total"
          orientation="right"
          type="number"
          dataKey="y"
          domain={[-0.5, rows.length - 0.5]}
          reversed
          allowDataOverflow
          ticks={rows.map((_, index) => index)}
          interval={0}
          width={CHART_SIZES.total}
          axisLine={false}
          tickLine={false}
          tick={(tick: TickProps) => <TotalTick {...tick} rows={rows} end={width} />}
        />
        <Marks points={points}>
          {(point, x, y) => {
            const shared = {
              x,
              y,
              selected: isSame(selected, point),
              place: { row: point.row.id, column: point.column?.id ?? null },
              onOpen: props.onOpen,
              onFocus: props.onFocus,
            }
            if (point.row.note !== null)
              return (
                <RowNote
                  {...shared}
                  note={point.row.note}
                  tabbable={isSame(current, point) && props.labelled}
                  repeated={!props.labelled}
                />
              )
            if (point.column === null || point.cell === null) return null
            return (
              <ChartMark
                {...shared}
                tabbable={isSame(current, point)}
                cell={point.cell}
                colour={point.column.colour}
                form={form}
                width={column}
                patterns={patterns}
              />
            )
          }}
        </Marks>
      </ScatterChart>
    </div>
  )
}

/**
 * Puts each mark where the axes say. The chart's own series give a mark a new element whenever it moves, and with the old
 * one the focus would be lost; these keep theirs.
 */
function Marks({
  points,
  children,
}: {
  readonly points: readonly MarkPoint[]
  readonly children: (point: MarkPoint, x: number, y: number) => ReactNode
}): ReactNode {
  const across = useXAxisScale()
  const down = useYAxisScale()
  return points.map((point) => {
    const x = across?.(point.x)
    const y = down?.(point.y)
    if (x === undefined || y === undefined) return null
    return <Fragment key={`${point.row.id}\u001F${point.column?.id}`}>{children(point, x, y)}</Fragment>
  })
}

/** The mark that an arrow key leads to; null when the key means nothing or there is none. */
function stepFrom(
  from: MarkPlace,
  key: string,
  rows: readonly ChartRow[],
  columns: readonly ChartColumn[],
): MarkPlace | null {
  const row = rows.findIndex(({ id }) => id === from.row)
  const column = Math.max(
    0,
    columns.findIndex(({ id }) => id === from.column),
  )
  const at = (y: number, x: number): MarkPlace | null => {
    const target = rows[y]
    const across = columns[x]
    if (target === undefined || across === undefined) return null
    return { row: target.id, column: target.note === null ? across.id : null }
  }
  switch (key) {
    case 'ArrowDown':
      return at(row + 1, column)
    case 'ArrowUp':
      return at(row - 1, column)
    case 'ArrowRight':
      return from.column === null ? null : at(row, column + 1)
    case 'ArrowLeft':
      return from.column === null ? null : at(row, column - 1)
    case 'Home':
      return at(0, column)
    case 'End':
      return at(rows.length - 1, column)
    default:
      return null
  }
}

export const markKey = ({ row, column }: MarkPlace): string => `${column ?? ''}\u001F${row}`

/** Moves the focus to a mark inside `root`. */
export function focusMark(root: ParentNode | null, place: MarkPlace): boolean {
  const mark = root?.querySelector<SVGElement>(`[data-mark="${CSS.escape(markKey(place))}"][tabindex]`)
  mark?.focus()
  return mark !== null && mark !== undefined
}
