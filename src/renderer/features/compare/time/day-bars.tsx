import { type ReactNode, useRef } from 'react'
import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from 'recharts'
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

/** One bar a day, in parts. */
export function DayBars({
  days,
  parts,
  label,
  legend = false,
}: {
  readonly days: readonly DayBar[]
  readonly parts: readonly DayPart[]
  readonly label: string
  /** Names the parts above the bars; in a saved picture too. */
  readonly legend?: boolean
}): ReactNode {
  const language = useUiLanguage()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const data = days.map(({ day, name, values }) => ({ day, name, ...values }))
  return (
    <div ref={box} className={charts.chart} role="img" aria-label={label}>
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
              width={40}
              tickLine={false}
              axisLine={false}
              tick={(tick: TickProps) => (
                <text x={Number(tick.x) - 4} y={Number(tick.y) + 4} className={charts.tick} textAnchor="end">
                  {number(Number(tick.payload.value), language)}
                </text>
              )}
            />
            {parts.map(({ id, label: name, colour }) => (
              <Bar
                key={id}
                dataKey={id}
                name={name}
                stackId="day"
                fill={colour}
                stroke="var(--surface)"
                strokeWidth={1}
                maxBarSize={48}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </div>
      )}
    </div>
  )
}

interface TickProps {
  readonly x: number | string
  readonly y: number | string
  readonly payload: { readonly value: number | string }
}
