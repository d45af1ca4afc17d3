import {
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import classes from './read.module.css'

interface Tick {
  readonly mention: number
  /** 0…1 of the whole length of the text. */
  readonly place: number
}

/** A click this near to a tick means the tick. */
const NEAR_PX = 6

/**
 * The whole text at the scroller's right: where the marks stand, and the part in view. Measured in the page, not in the
 * text, so that a tick and its mark are at the same place however the lines break.
 */
export function Strip({
  scroller,
  textId,
  contents,
  colourOf,
  onJump,
}: {
  readonly scroller: RefObject<HTMLElement | null>
  readonly textId: string
  /** Changes when the marks do: they are then measured anew. */
  readonly contents: unknown
  /** The number of a mention's frame colour; null: of another concept, drawn short and grey. */
  readonly colourOf: (mention: number) => number | null
  readonly onJump: (mention: number) => void
}): ReactNode {
  const { t } = useTranslation('read')
  const [ticks, setTicks] = useState<readonly Tick[]>([])
  const [seen, setSeen] = useState({ from: 0, part: 1 })
  const strip = useRef<HTMLDivElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `contents` stands for the marks in the page.
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    const measure = () => {
      const top = box.getBoundingClientRect().top - box.scrollTop
      setTicks(
        [...box.querySelectorAll<HTMLElement>('[data-mention]:not([data-struck])')].map((mark) => {
          const { top: markTop, height } = mark.getBoundingClientRect()
          return {
            mention: Number(mark.dataset.mention),
            place: (markTop + height / 2 - top) / box.scrollHeight,
          }
        }),
      )
    }
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    for (const child of box.children) observer.observe(child)
    measure()
    return () => observer.disconnect()
  }, [scroller, contents])

  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const look = () =>
      setSeen({
        from: box.scrollTop / Math.max(1, box.scrollHeight),
        part: Math.min(1, box.clientHeight / Math.max(1, box.scrollHeight)),
      })
    look()
    box.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(box)
    for (const child of box.children) observer.observe(child)
    return () => {
      box.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [scroller])

  const jump = (event: PointerEvent) => {
    const area = strip.current?.getBoundingClientRect()
    const box = scroller.current
    if (area === undefined || box === null) return
    const place = (event.clientY - area.top) / area.height
    const near = ticks
      .map((tick) => ({ tick, away: Math.abs(tick.place - place) * area.height }))
      .sort((a, b) => a.away - b.away)[0]
    if (event.type === 'pointerdown' && near !== undefined && near.away <= NEAR_PX) onJump(near.tick.mention)
    else box.scrollTop = place * box.scrollHeight - box.clientHeight / 2
  }
  return (
    <div
      ref={strip}
      className={classes.strip}
      role="scrollbar"
      tabIndex={-1}
      aria-label={t('strip')}
      aria-controls={textId}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round((seen.from / Math.max(0.0001, 1 - seen.part)) * 100) || 0}
      // The focus goes where the jump goes, not to the strip.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        jump(event)
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) jump(event)
      }}
    >
      <div className={classes.inView} style={{ top: `${seen.from * 100}%`, height: `${seen.part * 100}%` }} />
      {ticks.map(({ mention, place }, index) => {
        const colour = colourOf(mention)
        return (
          <i
            // biome-ignore lint/suspicious/noArrayIndexKey: a mention may have a mark in each of two lines.
            key={index}
            style={{
              top: `${place * 100}%`,
              ...(colour === null ? {} : { background: `var(--frame-${colour})` }),
            }}
            data-other={colour === null || undefined}
          />
        )
      })}
    </div>
  )
}
