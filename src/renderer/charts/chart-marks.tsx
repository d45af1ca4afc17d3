import type { KeyboardEvent, ReactNode } from 'react'
import type { Voice } from '#shared/domain/voice.ts'
import { CHART_SIZES, type ChartCell, type ChartColumn, type MarkForm, type MarkPlace } from './chart-data.ts'
import classes from './charts.module.css'
import { widthOf } from './fit-name.ts'

const BAR = 14
const ROOM = CHART_SIZES.row / 2 - 2

interface Shared {
  readonly x: number
  readonly y: number
  readonly place: MarkPlace
  readonly selected: boolean
  readonly tabbable: boolean
  readonly onOpen: (place: MarkPlace) => void
  readonly onFocus: (place: MarkPlace) => void
}

const keyOf = ({ row, column }: MarkPlace): string => `${column ?? ''}\u001F${row}`

const asButton = ({ place, selected, tabbable, onOpen, onFocus }: Shared, spoken: string) => ({
  role: 'button',
  tabIndex: tabbable ? 0 : -1,
  'aria-label': spoken,
  'aria-pressed': selected,
  'data-mark': keyOf(place),
  onClick: () => onOpen(place),
  onFocus: () => onFocus(place),
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onOpen(place)
  },
})

/** A dot with its band, a bar from zero, or a bar of voices. The whole width of the column answers to a click. */
export function ChartMark(
  props: Shared & {
    readonly cell: ChartCell
    readonly colour: number
    readonly form: MarkForm
    readonly width: number
    readonly patterns: string
  },
): ReactNode {
  const { x, y, cell, colour, form, width, patterns, selected } = props
  const at = (value: number): number => x + value * width
  const ink = `var(--frame-${colour})`
  const end = at(cell.value)
  // The name holds all words that stand in the mark.
  const { note } = cell
  const spoken = note === undefined || cell.spoken.includes(note) ? cell.spoken : `${cell.spoken}, ${note}`
  const mark = (
    <g {...asButton(props, spoken)} className={classes.mark}>
      <rect
        className={classes.target}
        data-target
        x={x - 6}
        y={y - ROOM}
        width={width + 12}
        height={2 * ROOM}
        rx={5}
        fill={selected ? `var(--frame-${colour}-soft)` : 'transparent'}
      />
      {cell.note !== undefined ? (
        <text className={classes.cellNote} x={x + 4} y={y + 4}>
          {cell.note}
        </text>
      ) : form === 'dot' ? (
        <>
          {cell.interval === null ? null : (
            <line
              x1={at(cell.interval.low)}
              x2={at(cell.interval.high)}
              y1={y}
              y2={y}
              stroke={ink}
              strokeWidth={5}
              strokeLinecap="round"
              opacity={0.34}
            />
          )}
          <circle cx={end} cy={y} r={5.5} fill={ink} />
          <DotValue {...dotLabel(cell, x, y, width)} text={cell.text} />
        </>
      ) : (
        <>
          {cell.value === 0 ? (
            <line x1={x} x2={x} y1={y - BAR / 2} y2={y + BAR / 2} stroke={ink} strokeWidth={2} />
          ) : form === 'bar' ? (
            <rect x={x} y={y - BAR / 2} width={Math.max(1, end - x)} height={BAR} rx={2} fill={ink} />
          ) : (
            cell.voices.map(({ voice, from, to }) => (
              <VoiceBar
                key={voice}
                voice={voice}
                x={at(from)}
                y={y - BAR / 2}
                width={at(to) - at(from)}
                ink={ink}
                pattern={`url(#${patternId(patterns, colour)})`}
              />
            ))
          )}
          <text
            className={form === 'bar' ? classes.barValue : classes.value}
            data-value={form === 'bar' ? undefined : true}
            x={end + 5}
            y={y + 4}
          >
            {cell.text}
          </text>
        </>
      )}
    </g>
  )
  // The tooltip is around the button: inside it would count as words beside its name.
  return (
    <g>
      <title>{cell.spoken}</title>
      {mark}
    </g>
  )
}

const LABEL = 40

/** The dot's value stands beyond its band: to the right, else to the left, else above. */
function dotLabel(cell: ChartCell, left: number, y: number, width: number) {
  const low = left + (cell.interval?.low ?? cell.value) * width
  const high = left + (cell.interval?.high ?? cell.value) * width
  const dot = left + cell.value * width
  if (Math.max(high, dot) + LABEL <= left + width) return { x: Math.max(high, dot) + 9, y: y + 4 }
  if (Math.min(low, dot) - LABEL >= left)
    return { x: Math.min(low, dot) - 9, y: y + 4, anchor: 'end' } as const
  return { x: dot, y: y - 5, anchor: 'middle' } as const
}

function DotValue({
  x,
  y,
  anchor = 'start',
  text,
}: {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly text: string
}): ReactNode {
  return (
    <text className={classes.value} data-value x={x} y={y} textAnchor={anchor}>
      {text}
    </text>
  )
}

/** One voice in its form: narration filled, direct hatched, indirect dashed, scare dotted. */
export function VoiceBar({
  voice,
  x,
  y,
  width,
  ink,
  pattern,
  height = BAR,
}: {
  readonly voice: Voice
  readonly x: number
  readonly y: number
  readonly width: number
  readonly ink: string
  readonly pattern: string
  readonly height?: number
}): ReactNode {
  // Outlines stand inside the part, with a hair between neighbours.
  const box = {
    x: x + 1,
    y: y + 0.75,
    width: Math.max(1.5, width - 2),
    height: height - 1.5,
    stroke: ink,
    strokeWidth: 1.5,
  }
  switch (voice) {
    case 'narration':
      return <rect {...box} fill={ink} />
    case 'direct':
      return <rect {...box} fill={pattern} />
    case 'indirect':
      return <rect {...box} fill="none" strokeDasharray="5 3" />
    case 'scare':
      return <rect {...box} fill="none" strokeDasharray="0.1 3.4" strokeWidth={2.2} strokeLinecap="round" />
  }
}

/** Stands in the row in place of marks. */
export function RowNote(
  props: Shared & {
    readonly note: { readonly text: string; readonly spoken: string; readonly opens: boolean }
    readonly repeated: boolean
  },
): ReactNode {
  const { x, y, note, repeated, selected } = props
  const width = widthOf(note.text)
  const words = (
    <>
      {/* The words stand on a plain ground: the lines of the axis do not run through them. */}
      <rect x={x - 2} y={y - 10} width={width + 4} height={20} fill={selected ? 'none' : 'var(--surface)'} />
      <text x={x} y={y + 4} className={classes.note}>
        {note.text}
      </text>
    </>
  )
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group without a tab index takes no focus.
  if (repeated) return <g aria-hidden="true">{words}</g>
  if (!note.opens)
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is reached by the arrow keys and only read out.
      <g
        role="img"
        aria-label={note.spoken}
        tabIndex={props.tabbable ? 0 : -1}
        data-mark={keyOf(props.place)}
        onFocus={() => props.onFocus(props.place)}
        className={classes.mark}
      >
        {words}
      </g>
    )
  return (
    <g {...asButton(props, note.spoken)} className={classes.mark} data-opens>
      <rect
        className={classes.target}
        data-target
        x={x - 6}
        y={y - ROOM}
        width={width + 12}
        height={2 * ROOM}
        rx={5}
        fill={selected ? 'var(--accent-soft)' : 'transparent'}
      />
      {words}
    </g>
  )
}

export const patternId = (id: string, colour: number): string => `hatch-${id.replace(/\W/g, '')}-${colour}`

/** The hatching of quoted words, in each column's colour. */
export function VoicePatterns({
  id,
  columns,
}: {
  readonly id: string
  readonly columns: readonly ChartColumn[]
}): ReactNode {
  return (
    <defs>
      {columns.map(({ colour }) => (
        <pattern
          key={colour}
          id={patternId(id, colour)}
          width={5}
          height={5}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1={0} x2={0} y1={0} y2={5} stroke={`var(--frame-${colour})`} strokeWidth={2.4} />
        </pattern>
      ))}
    </defs>
  )
}
