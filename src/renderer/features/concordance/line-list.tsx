import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CallInput } from '#shared/contract/contract.ts'
import type { ConcordanceLine } from '#shared/domain/concordance.ts'
import { engineQuery, useEngine } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { formatDay, formatDayShort } from '../../ui/dates.ts'
import { useKeptScroll } from '../../ui/use-kept-scroll.ts'
import { VoiceGlyph } from '../read/voice-glyph.tsx'
import classes from './concordance.module.css'
import type { Concept } from './concordance-head.tsx'

/** Lines that are asked for at once. */
export const PAGE = 100
const LINE_PX = 32

interface ListProps {
  readonly question: Pick<CallInput<'concordance.search'>, 'filter' | 'find' | 'sort'>
  readonly total: number
  /** The concept whose frames colour the words found; undefined: the words keep their form in grey. */
  readonly concept: Concept | undefined
}

/** The lines, the words found one below the other. Only pages in view are asked for, however many there are. */
export function LineList({ question, total, concept }: ListProps): ReactNode {
  const { t } = useTranslation('concordance')
  const client = useEngine()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const firstPage = Math.floor((items[0]?.index ?? 0) / PAGE)
  const lastPage = Math.floor((items.at(-1)?.index ?? 0) / PAGE)
  const answers = useQueries({
    queries: Array.from({ length: lastPage - firstPage + 1 }, (_, index) => ({
      ...engineQuery(client, 'concordance.search', {
        ...question,
        offset: (firstPage + index) * PAGE,
        limit: PAGE,
      }),
      retry: false,
    })),
  })
  const lineAt = (index: number): ConcordanceLine | undefined =>
    answers[Math.floor(index / PAGE) - firstPage]?.data?.lines[index % PAGE]
  useKeptScroll(scroller, 'lines', true)

  const asked = JSON.stringify(question)
  const before = useRef(asked)
  useEffect(() => {
    if (before.current === asked) return
    // Another list starts at its top; one that Back returns to stays where it was.
    before.current = asked
    setActive(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [asked])

  const onKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 500) / LINE_PX) - 1)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    }
    if (!Object.hasOwn(steps, event.key) || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = Math.max(0, Math.min(total - 1, steps[event.key]!))
    setActive(next)
    virtual.scrollToIndex(next)
    focusSoon(scroller, next)
  }
  // The line that Tab reaches must be one that is there.
  const reachable = items.some(({ index }) => index === active) ? active : (items[0]?.index ?? 0)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go from line to line; every line is a link of its own.
    <div ref={scroller} className={classes.scroller} onKeyDown={onKey}>
      <ul
        className={classes.lines}
        aria-label={t('linesLabel', { count: total })}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const line = lineAt(item.index)
          return (
            <li
              key={item.key}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)`, height: LINE_PX }}
            >
              {line === undefined ? null : (
                <Line
                  line={line}
                  index={item.index}
                  reachable={item.index === reachable}
                  colour={concept?.frames.findIndex(({ id }) => id === line.frame) ?? -1}
                  frameLabels={concept?.frames}
                  onFocus={setActive}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The line may have to be drawn, and its page to come, before it can take the focus. */
function focusSoon(scroller: { readonly current: HTMLElement | null }, index: number, tries = 20): void {
  requestAnimationFrame(() => {
    const link = scroller.current?.querySelector<HTMLElement>(`[data-line="${index}"]`)
    if (link != null) link.focus({ preventScroll: true })
    else if (tries > 0) focusSoon(scroller, index, tries - 1)
  })
}

interface LineProps {
  readonly line: ConcordanceLine
  readonly index: number
  readonly reachable: boolean
  /** Place of the frame in its concept; −1: none. */
  readonly colour: number
  readonly frameLabels: Concept['frames'] | undefined
  readonly onFocus: (index: number) => void
}

const Line = memo(function Line({
  line,
  index,
  reachable,
  colour,
  frameLabels,
  onFocus,
}: LineProps): ReactNode {
  const { t } = useTranslation(['concordance', 'compare', 'common'])
  const language = useUiLanguage()
  const outlet = line.outlet === '' ? t('common:noOutlet') : line.outlet
  const voice = t(`compare:voice.${line.voice}`)
  const whose = line.speaker === null ? voice : `${voice}, ${line.speaker}`
  const frame = frameLabels?.[colour]?.label[language]
  const day = line.published === null ? t('common:noDate') : formatDay(line.published, language)
  const at = `at=${line.start}${line.concept === null ? '' : `&concept=${encodeURIComponent(line.concept)}`}`
  return (
    <Link
      to={`/read/${line.articleId}?${at}`}
      className={classes.line}
      tabIndex={reachable ? 0 : -1}
      data-line={index}
      title={`${outlet} · ${line.title} · ${whose}`}
      onFocus={() => onFocus(index)}
    >
      <span className={classes.outlet}>{outlet}</span>
      <VoiceGlyph voice={line.voice} />
      <span className="visually-hidden">
        {whose}
        {frame === undefined ? '' : `, ${frame}`}:
      </span>
      <span className={classes.left} lang={line.language}>
        <span>{line.before}</span>
      </span>
      <span className={classes.right} lang={line.language}>
        <span className={`m ${line.voice} ${colour < 0 ? 'other' : `f${(colour % 6) + 1}`}`}>
          {line.text.replace(/\s+/gu, ' ')}
        </span>
        {line.after}
      </span>
      <span className={classes.who}>{line.speaker}</span>
      <span className={classes.date}>
        <span aria-hidden="true">
          {line.published === null ? '–' : formatDayShort(line.published, language)}
        </span>
        <span className="visually-hidden">{day}</span>
      </span>
    </Link>
  )
})
