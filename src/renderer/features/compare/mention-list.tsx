import { Button, NativeSelect } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CallInput } from '#shared/contract/contract.ts'
import type { MentionLine } from '#shared/domain/figures.ts'
import { engineQuery, useEngine } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { formatDay } from '../../ui/dates.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { VoiceGlyph } from '../read/voice-glyph.tsx'
import classes from './compare.module.css'
import { type CompareView, figureFilter, filterOf } from './compare-address.ts'
import { contextAfter, contextBefore } from './context-words.ts'

const PAGE = 200
const LINE_PX = 92
const UNSURE = 0.6

interface ListProps {
  readonly scroller: RefObject<HTMLElement | null>
  readonly storyId: number
  readonly concept: string
  readonly frame: string | null
  /** The concept's frames in the lexicon's order: for the colours. */
  readonly frames: readonly string[]
  readonly outlet: string
  /** How many lines the figure counts. */
  readonly count: number
  readonly view: CompareView
  readonly onLines: (order: 'newest' | 'oldest') => void
}

/** Every naming behind the figure. Only the pages in view are asked for, however many there are. */
export function MentionList(props: ListProps): ReactNode {
  const { scroller, frame, count, view } = props
  const { t } = useTranslation('compare')
  const errorText = useErrorText()
  const client = useEngine()
  const list = useRef<HTMLUListElement>(null)
  const [margin, setMargin] = useState(0)
  const [pages, setPages] = useState<readonly number[]>([0])
  const input = (page: number): CallInput<'figures.mentions'> => ({
    filter: figureFilter(props.storyId, view),
    concept: props.concept,
    ...(frame === null ? {} : { frame }),
    outlet: props.outlet,
    voice: filterOf(view.voice),
    sort: view.lines,
    offset: page * PAGE,
    limit: PAGE,
  })
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...engineQuery(client, 'figures.mentions', input(page)),
      enabled: count > 0,
    })),
  })
  const lineAt = (index: number): MentionLine | undefined =>
    answers[pages.indexOf(Math.floor(index / PAGE))]?.data?.lines[index % PAGE]
  const total = answers.find(({ data }) => data !== undefined)?.data?.total ?? count
  const error = answers.find((answer) => answer.error !== null)

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 6,
    scrollMargin: margin,
  })
  const items = virtual.getVirtualItems()
  const firstPage = Math.floor((items[0]?.index ?? 0) / PAGE)
  const lastPage = Math.floor((items.at(-1)?.index ?? 0) / PAGE)
  if (pages[0] !== firstPage || pages.at(-1) !== lastPage)
    setPages(Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index))
  useLayoutEffect(() => {
    setMargin(list.current?.offsetTop ?? 0)
  }, [])

  return (
    <section className={classes.lines} aria-label={t('panel.lines', { count: total })}>
      <div className={classes.linesHead}>
        <h3>{t('panel.lines', { count: total })}</h3>
        {total > 1 ? (
          <NativeSelect
            size="xs"
            variant="unstyled"
            aria-label={t('panel.order')}
            value={view.lines}
            data={(['newest', 'oldest'] as const).map((value) => ({ value, label: t(`panel.${value}`) }))}
            onChange={(event) => props.onLines(event.currentTarget.value === 'oldest' ? 'oldest' : 'newest')}
          />
        ) : null}
      </div>
      {error === undefined ? null : (
        <div className={classes.ask} role="alert">
          <span>{errorText(error.error)}</span>
          <Button onClick={() => void error.refetch()}>{t('retry', { ns: 'common' })}</Button>
        </div>
      )}
      {count === 0 ? <p className="quiet">{t('panel.noLines')}</p> : null}
      <ul ref={list} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lineAt(item.index)
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              style={{
                transform: `translateY(${item.start - margin}px)`,
                minHeight: line === undefined ? LINE_PX : undefined,
              }}
            >
              {line === undefined ? null : (
                <Line line={line} colour={(props.frames.indexOf(line.frame) % 6) + 1} />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Line({ line, colour }: { readonly line: MentionLine; readonly colour: number }): ReactNode {
  const { t } = useTranslation(['compare', 'common'])
  const language = useUiLanguage()
  const unsure = line.confidence < UNSURE
  const details = [
    line.published === null ? t('common:noDate') : formatDay(line.published, language),
    t(`compare:panel.section.${line.section}`),
    t(`compare:voice.${line.voice}`),
    line.speaker,
    line.negated ? t('compare:panel.negated') : null,
    unsure ? t('compare:panel.unsure') : null,
  ].filter((one) => one !== null && one !== '')
  const headline = line.section === 'headline'
  return (
    <Link
      to={`/read/${line.articleId}?at=${line.start}&concept=${encodeURIComponent(line.concept)}`}
      className={classes.line}
      title={line.title}
    >
      <VoiceGlyph voice={line.voice} />
      <span>
        <span className={headline ? classes.headline : undefined}>
          {contextBefore(line.before)}
          <span className={`m f${colour} ${line.voice}`}>{line.text}</span>
          {contextAfter(line.after)}
        </span>
        <span className={classes.lineFacts}>{details.join(' · ')}</span>
      </span>
    </Link>
  )
}
