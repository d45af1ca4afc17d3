import { Fragment, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { Bar, BarChart, CartesianGrid, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts'
import charts from '../../../charts/charts.module.css'
import { useWidth } from '../../../charts/use-width.ts'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { number } from '../compare-rows.ts'
import views from '../views.module.css'

/** Parts of a day's bar, one after another from the bottom. */
export interface DayPart {
  readonly id: string
  readonly label: string
  readonly colour: string
}

export interface DayBar {
  readonly day: string
  /** The day in words. */
  readonly name: string
  readonly values: Readonly<Record<string, number>>
}

const HEIGHT = 240
const AXIS = 40
const WIDEST = 48

/** What stands behind a part of a bar. */
interface DayMark {
  readonly day: string
  readonly part: string
}

const keyOf = ({ day, part }: DayMark): string => `${day}/${part}`

/** One bar a day, in parts; each part opens what it counts, by click or by Tab, arrow keys and Enter. */
export function DayBars({
  days,
  parts,
  label,
  spokenOf,
  onOpen,
  legend = false,
}: {
  readonly days: readonly DayBar[]
  readonly parts: readonly DayPart[]
  readonly label: string
  /** What a screen reader says of a part. */
  readonly spokenOf: (bar: DayBar, part: DayPart, count: number) => string
  readonly onOpen: (day: string, part: string) => void
  /** Names the parts above the bars; in a saved picture too. */
  readonly legend?: boolean
}): ReactNode {
  const language = useUiLanguage()
  const box = useRef<HTMLFieldSetElement>(null)
  const width = useWidth(box)
  const [active, setActive] = useState<string | null>(null)
  const marks = days.flatMap(({ day, values }) =>
    parts.flatMap(({ id }) => ((values[id] ?? 0) > 0 ? [{ day, part: id }] : [])),
  )
  const current = marks.find((one) => keyOf(one) === active) ?? marks[0]
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
    if (step === undefined || current === undefined) return
    const next = marks[marks.indexOf(current) + step]
    if (next === undefined) return
    event.preventDefault()
    setActive(keyOf(next))
    box.current?.querySelector<SVGElement>(`[data-mark="${CSS.escape(keyOf(next))}"]`)?.focus()
  }
  const data = useMemo(() => days.map(({ day, name, values }) => ({ day, name, ...values })), [days])
  return (
    <fieldset ref={box} className={charts.chart} aria-label={label} onKeyDown={onKey}>
      {width === 0 ? null : (
        <div data-band>
          <div data-heads className={views.legend}>
            {legend
              ? parts.map(({ id, label: name, colour }) => (
                  <span key={id} className={views.frameName}>
                    <span className={views.swatch} style={{ background: colour }} />
                    <span>{name}</span>
                  </span>
                ))
              : null}
          </div>
          <BarChart
            width={width}
            height={HEIGHT}
            data={data}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            barCategoryGap={days.length > 40 ? 1 : '20%'}
            accessibilityLayer={false}
            style={{ cursor: 'default' }}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="name"
              interval="preserveStartEnd"
              minTickGap={16}
              tickLine={false}
              axisLine={{ stroke: 'var(--line-strong)' }}
              tick={(tick: TickProps) => (
                <text x={tick.x} y={Number(tick.y) + 12} className={charts.tick} textAnchor="middle">
                  {tick.payload.value}
                </text>
              )}
            />
            <YAxis
              allowDecimals={false}
              width={AXIS}
              tickLine={false}
              axisLine={false}
              tick={(tick: TickProps) => (
                <text x={Number(tick.x) - 4} y={Number(tick.y) + 4} className={charts.tick} textAnchor="end">
                  {number(Number(tick.payload.value), language)}
                </text>
              )}
            />
            {parts.map(({ id, label: name }) => (
              <Bar key={id} dataKey={id} name={name} stackId="day" fill="none" isAnimationActive={false} />
            ))}
            <DayMarks days={days} parts={parts} room={width - AXIS - 8}>
              {(bar, day, part, count) => {
                const mark = { day: day.day, part: part.id }
                return (
                  <DayPartMark
                    bar={bar}
                    colour={part.colour}
                    mark={keyOf(mark)}
                    tabbable={current !== undefined && keyOf(current) === keyOf(mark)}
                    spoken={spokenOf(day, part, count)}
                    onFocus={() => setActive(keyOf(mark))}
                    onOpen={() => onOpen(mark.day, mark.part)}
                  />
                )
              }}
            </DayMarks>
          </BarChart>
        </div>
      )}
    </fieldset>
  )
}

interface BarBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Puts each part of a bar where the axes say. The chart's own bars, which give the axes their ends, get new elements whenever
 * anything changes, and the focus would be lost with the old ones; these keep theirs.
 */
function DayMarks({
  days,
  parts,
  room,
  children,
}: {
  readonly days: readonly DayBar[]
  readonly parts: readonly DayPart[]
  readonly room: number
  readonly children: (bar: BarBox, day: DayBar, part: DayPart, count: number) => ReactNode
}): ReactNode {
  const across = useXAxisScale()
  const down = useYAxisScale()
  const step = room / Math.max(1, days.length)
  const width = Math.max(1, Math.min(WIDEST, days.length > 40 ? step - 1 : step * 0.8))
  return days.flatMap((day) => {
    const middle = across?.(day.name, { position: 'middle' })
    let below = 0
    return parts.map((part) => {
      const count = day.values[part.id] ?? 0
      const [top, bottom] = [down?.(below + count), down?.(below)]
      below += count
      if (count === 0 || middle === undefined || top === undefined || bottom === undefined) return null
      const box = { x: middle - width / 2, y: top, width, height: bottom - top }
      return <Fragment key={`${day.day}/${part.id}`}>{children(box, day, part, count)}</Fragment>
    })
  })
}

function DayPartMark({
  bar,
  colour,
  mark,
  tabbable,
  spoken,
  onFocus,
  onOpen,
}: {
  readonly bar: BarBox
  readonly colour: string
  readonly mark: string
  readonly tabbable: boolean
  readonly spoken: string
  readonly onFocus: () => void
  readonly onOpen: () => void
}): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a mark of a drawing cannot be a button element.
    <g
      role="button"
      tabIndex={tabbable ? 0 : -1}
      aria-label={spoken}
      data-mark={mark}
      className={charts.mark}
      onFocus={onFocus}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onOpen()
      }}
    >
      <title>{spoken}</title>
      <rect x={bar.x} y={bar.y} width={bar.width} height={bar.height} fill={colour} stroke="var(--surface)" />
      <rect
        className={charts.target}
        data-target
        x={bar.x - 1}
        y={bar.y - 1}
        width={bar.width + 2}
        height={bar.height + 2}
        fill="transparent"
      />
    </g>
  )
}

interface TickProps {
  readonly x: number | string
  readonly y: number | string
  readonly payload: { readonly value: number | string }
}
