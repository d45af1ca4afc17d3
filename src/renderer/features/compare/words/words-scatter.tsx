import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ScatterChart, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts'
import type { KeynessWord } from '#shared/domain/story-figures.ts'
import charts from '../../../charts/charts.module.css'
import { widthOf } from '../../../charts/fit-name.ts'
import { useWidth } from '../../../charts/use-width.ts'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { number } from '../compare-rows.ts'
import { NONE_AT, placeLabels, type RateAxis, rateAxis } from './scatter-places.ts'
import classes from './words.module.css'
import { chance, per1000 } from './words-figures.ts'

const MARGIN = { left: 58, right: 8, top: 8, bottom: 44 }

interface ScatterProps {
  /** Strongest first. */
  readonly rows: readonly KeynessWord[]
  readonly target: string
  readonly reference: string
  readonly chosen: string | null
  readonly onChoose: (word: string) => void
}

/** Two rates of each word, both axes by factors; words over the line are more frequent in the target. */
export function WordsScatter(props: ScatterProps): ReactNode {
  const { rows, target, reference } = props
  const { t } = useTranslation('words')
  const language = useUiLanguage()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const axis = useMemo(() => rateAxis(rows.map(pointOf)), [rows])
  const height = Math.max(320, Math.min(560, Math.round(width * 0.6)))
  const ticks = [NONE_AT, ...axis.ticks.map(({ at }) => at)]
  const textOf = (at: number): string => {
    const rate = axis.ticks.find((tick) => tick.at === at)?.rate
    return rate === undefined
      ? t('scatter.none')
      : new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'ru', { maximumSignificantDigits: 2 }).format(
          rate,
        )
  }
  const shared = {
    type: 'number',
    dataKey: 'at',
    domain: [0, 1],
    allowDataOverflow: true,
    ticks,
    interval: 0,
    axisLine: { stroke: 'var(--line-strong)' },
    tickLine: { stroke: 'var(--line-strong)' },
  } as const
  return (
    <div ref={box} className={charts.chart}>
      {width === 0 ? null : (
        <div data-band>
          <div data-heads />
          <ScatterChart
            width={width}
            height={height}
            margin={{ top: MARGIN.top, right: MARGIN.right, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            style={{ cursor: 'default' }}
          >
            <XAxis
              {...shared}
              height={MARGIN.bottom}
              tick={(tick: TickProps) => (
                <text x={tick.x} y={Number(tick.y) + 12} className={charts.tick} textAnchor="middle">
                  {textOf(tick.payload.value)}
                </text>
              )}
            />
            <YAxis
              {...shared}
              width={MARGIN.left}
              tick={(tick: TickProps) => (
                <text x={Number(tick.x) - 2} y={Number(tick.y) + 4} className={charts.tick} textAnchor="end">
                  {textOf(tick.payload.value)}
                </text>
              )}
            />
            <AxisNames
              across={t('scatter.x', { name: reference })}
              up={t('scatter.y', { name: target })}
              width={width}
              height={height}
            />
            <Dots {...props} axis={axis} width={width} height={height} />
          </ScatterChart>
        </div>
      )}
    </div>
  )
}

interface TickProps {
  readonly x: number | string
  readonly y: number | string
  readonly payload: { readonly value: number }
}

const pointOf = (row: KeynessWord) => ({
  word: row.word,
  across: per1000(row.reference, row.referenceTotal),
  up: per1000(row.target, row.targetTotal),
})

function AxisNames({
  across,
  up,
  width,
  height,
}: {
  readonly across: string
  readonly up: string
  readonly width: number
  readonly height: number
}): ReactNode {
  const middle = MARGIN.top + (height - MARGIN.top - MARGIN.bottom) / 2
  return (
    <>
      <text
        x={MARGIN.left + (width - MARGIN.left - MARGIN.right) / 2}
        y={height - 8}
        className={classes.axisName}
        textAnchor="middle"
      >
        {across}
      </text>
      <text
        x={12}
        y={middle}
        className={classes.axisName}
        textAnchor="middle"
        transform={`rotate(-90 12 ${middle})`}
      >
        {up}
      </text>
    </>
  )
}

function Dots({
  rows,
  target,
  reference,
  chosen,
  onChoose,
  axis,
  width,
  height,
}: ScatterProps & { readonly axis: RateAxis; readonly width: number; readonly height: number }): ReactNode {
  const { t } = useTranslation('words')
  const language = useUiLanguage()
  const group = useRef<SVGGElement>(null)
  const across = useXAxisScale()
  const up = useYAxisScale()
  const [active, setActive] = useState<string | null>(null)
  const dots = stacked(
    rows.flatMap((row) => {
      const point = pointOf(row)
      const x = across?.(axis.placeOf(point.across))
      const y = up?.(axis.placeOf(point.up))
      return x === undefined || y === undefined ? [] : { row, point, x, y }
    }),
    chosen,
  )
  const area = { left: MARGIN.left, right: width, top: 0, bottom: height - MARGIN.bottom }
  const first = dots.find(({ word }) => word === chosen)
  const labelOf = (word: string): string => {
    const more = dots.find((one) => one.word === word)?.more ?? 0
    return more === 0 ? word : t('alsoHere', { word, count: more })
  }
  const labels = placeLabels(
    // The chosen word is always named.
    first === undefined ? dots : [first, ...dots.filter((one) => one !== first)],
    (word) => widthOf(labelOf(word)) * 0.95 + 2,
    area,
  )
  const current = [active, chosen, dots[0]?.word].find((word) => dots.some((one) => one.word === word))
  const onKey = (event: KeyboardEvent) => {
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? -1
          : 0
    if (step === 0) return
    event.preventDefault()
    const at = dots.findIndex(({ word }) => word === current)
    const next = dots[(at + step + dots.length) % dots.length]
    if (next === undefined) return
    setActive(next.word)
    group.current?.querySelector<SVGElement>(`[data-word="${CSS.escape(next.word)}"]`)?.focus()
  }
  const from = [
    across?.(axis.placeOf(axis.ticks[0]?.rate ?? 1)),
    up?.(axis.placeOf(axis.ticks[0]?.rate ?? 1)),
  ]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from dot to dot; each dot is a button.
    <g ref={group} onKeyDown={onKey}>
      {from[0] === undefined || from[1] === undefined ? null : (
        <line
          x1={across?.(0)}
          y1={up?.(0)}
          x2={across?.(1)}
          y2={up?.(1)}
          stroke="var(--line-strong)"
          strokeDasharray="2 4"
        />
      )}
      {dots.map(({ row, point, word, words, next, x, y }) => (
        // biome-ignore lint/a11y/useSemanticElements: a dot in a drawing cannot be a button element.
        <g
          key={words[0]}
          role="button"
          className={classes.dot}
          tabIndex={word === current ? 0 : -1}
          aria-pressed={word === chosen}
          aria-label={t('scatter.spoken', {
            word: words.join(', '),
            a: number(point.up, language, 2),
            b: number(point.across, language, 2),
            target,
            reference,
            z: number(row.z, language, 1),
            p: chance(row.pAdjusted, language),
          })}
          data-word={word}
          onClick={() => onChoose(next)}
          onFocus={() => setActive(word)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            onChoose(next)
          }}
        >
          <circle cx={x} cy={y} r={12} fill="transparent" data-target />
          <circle
            cx={x}
            cy={y}
            r={3.5}
            fill={row.pAdjusted < 0.05 ? 'var(--ink-2)' : 'var(--surface)'}
            stroke="var(--ink-2)"
            strokeWidth={1.25}
          />
          {word === chosen ? <circle cx={x} cy={y} r={5} fill="var(--accent)" data-value /> : null}
        </g>
      ))}
      {labels.map(({ word, x, y, anchor }) => (
        <text
          key={word}
          x={x}
          y={y + 4}
          textAnchor={anchor}
          className={classes.label}
          data-label
          fontWeight={word === chosen ? 600 : 400}
        >
          {labelOf(word)}
        </text>
      ))}
    </g>
  )
}

interface Dot {
  readonly row: KeynessWord
  readonly point: ReturnType<typeof pointOf>
  readonly x: number
  readonly y: number
}

/**
 * Words at one place are one dot, under the name of the chosen one or the strongest. A click chooses the strongest, and
 * then one after another.
 */
function stacked(dots: readonly Dot[], chosen: string | null) {
  const places = new Map<string, Dot[]>()
  for (const dot of dots) {
    const key = `${dot.x}/${dot.y}`
    const mine = places.get(key)
    if (mine === undefined) places.set(key, [dot])
    else mine.push(dot)
  }
  return [...places.values()].map((mine) => {
    const words = mine.map(({ row }) => row.word)
    const at = chosen === null ? -1 : words.indexOf(chosen)
    const shown = mine[Math.max(0, at)]!
    return {
      ...shown,
      word: shown.row.word,
      words,
      more: words.length - 1,
      next: words[(at + 1) % words.length]!,
    }
  })
}
