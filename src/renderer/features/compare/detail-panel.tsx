import { ActionIcon, Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ConceptFigure, FrameFigure, OutletFigure } from '#shared/domain/figures.ts'
import { VOICES } from '#shared/domain/voice.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { Icon } from '../../ui/icons.tsx'
import { useKeptScroll } from '../../ui/use-kept-scroll.ts'
import { concordanceLink } from '../concordance/concordance-address.ts'
import classes from './compare.module.css'
import { type CompareView, filterOf } from './compare-address.ts'
import { number, outletName, percent, percentNumber } from './compare-rows.ts'
import { inSentence } from './compare-sentence.ts'
import { computedLines } from './computed-lines.ts'
import { MentionList } from './mention-list.tsx'
import { HowSolid } from './solid/how-solid.tsx'

interface PanelProps {
  readonly storyId: number
  readonly figure: ConceptFigure
  readonly outlet: OutletFigure
  /** Null: all namings of the concept by the outlet. */
  readonly frame: FrameFigure | null
  readonly view: CompareView
  /** True when a person opened it: the focus moves here, and back to the mark when it closes. */
  readonly takesFocus: boolean
  readonly onLines: (order: 'newest' | 'oldest') => void
  readonly onClose: () => void
}

/** The words behind one figure: the figure, how it is computed, and every naming as a line in context. */
export function DetailPanel(props: PanelProps): ReactNode {
  const { figure, outlet, frame, view, takesFocus, storyId } = props
  const { t } = useTranslation(['compare', 'common', 'concordance'])
  const language = useUiLanguage()
  const navigate = useNavigate()
  const panel = useRef<HTMLElement>(null)
  useKeptScroll(panel, 'panel', true)
  useEffect(() => {
    if (takesFocus) panel.current?.focus({ preventScroll: true })
  }, [takesFocus])
  const count = frame?.count ?? outlet.count
  const label = figure.frames.find(({ id }) => id === frame?.frame)?.label[language]
  return (
    <aside
      ref={panel}
      className={classes.panel}
      aria-label={t('compare:panel.label')}
      tabIndex={-1}
      data-region="panel"
    >
      <div className={classes.panelHead}>
        <h2>
          {outletName(outlet.outlet, t)} ·{' '}
          {label === undefined ? t('compare:panel.allFrames') : inSentence(label, language)}
        </h2>
        <ActionIcon aria-label={t('common:close')} onClick={props.onClose}>
          <Icon name="close" />
        </ActionIcon>
      </div>
      <p className={classes.panelVoice}>
        {t(`compare:panel.inVoice.${view.voice}`, { concept: inSentence(figure.label[language], language) })}
      </p>
      <BigFigure outlet={outlet} frame={frame} view={view} />
      {frame === null ? null : (
        <>
          <Computed figure={figure} outlet={outlet} frame={frame} view={view} />
          {view.show === 'share' && outlet.enough ? (
            <HowSolid storyId={storyId} concept={figure.concept} outlet={outlet} frame={frame} view={view} />
          ) : null}
        </>
      )}
      {count === 0 ? null : (
        <Button
          size="xs"
          className={classes.openAll}
          onClick={() =>
            void navigate(
              concordanceLink({
                storyId,
                concept: figure.concept,
                frame: frame?.frame ?? null,
                outlets: [outlet.outlet],
                voice: filterOf(view.voice),
                asFound: view.asFound,
                once: view.once,
              }),
            )
          }
        >
          {t('concordance:openAll', { count })}
        </Button>
      )}
      <MentionList
        scroller={panel}
        storyId={storyId}
        concept={figure.concept}
        frame={frame?.frame ?? null}
        frames={figure.frames.map(({ id }) => id)}
        outlet={outlet.outlet}
        count={count}
        view={view}
        onLines={props.onLines}
      />
    </aside>
  )
}

type FigureProps = Pick<PanelProps, 'outlet' | 'frame' | 'view'>

function BigFigure({ outlet, frame, view }: FigureProps): ReactNode {
  const { t } = useTranslation('compare')
  const language = useUiLanguage()
  const count = frame?.count ?? outlet.count
  if (frame !== null && view.show === 'share' && outlet.enough && frame.share !== null) {
    const { low, high } = frame.interval ?? { low: 0, high: 1 }
    return (
      <p className={classes.big}>
        {percent(frame.share)}
        <small>
          {t('panel.ofNamings', { k: frame.count, count: outlet.count })} ·{' '}
          {t('panel.likely', { low: percentNumber(low), high: percent(high) })}
        </small>
      </p>
    )
  }
  if (frame !== null && view.show === 'rate')
    return (
      <p className={classes.big}>
        {number(frame.perThousandWords, language, 1)}
        <small>
          {t('panel.perThousand')} · {t('panel.rateDetail', { count: frame.count, words: outlet.words })}
        </small>
      </p>
    )
  if (frame !== null && view.show === 'count')
    return (
      <p className={classes.big}>
        {number(frame.count, language)}
        <small>{t('panel.ofNamings', { k: frame.count, count: outlet.count })}</small>
      </p>
    )
  return (
    <p className={classes.big}>
      {number(count, language)}
      <small>
        {frame === null
          ? t('panel.onlyNamings', { count })
          : t('panel.ofNamings', { k: count, count: outlet.count })}
        {view.show === 'share' && !outlet.enough ? `. ${t('panel.tooFewDetail')}` : ''}
      </small>
    </p>
  )
}

/** The formula with this figure's own numbers in it. */
function Computed({
  figure,
  outlet,
  frame,
  view,
}: {
  readonly figure: ConceptFigure
  readonly outlet: OutletFigure
  readonly frame: FrameFigure
  readonly view: CompareView
}): ReactNode {
  const { t } = useTranslation(['compare', 'common'])
  const language = useUiLanguage()
  const lines = computedLines({ figure, outlet, frame, show: view.show }, language, t)
  const voices = VOICES.filter((voice) => frame.byVoice[voice] > 0)
  return (
    <div className={classes.formula}>
      <h3>{t('compare:panel.howComputed')}</h3>
      {lines.map((line) => (
        <code key={line}>{line}</code>
      ))}
      {frame.count === 0 ? null : (
        <p>{t('compare:panel.from', { some: frame.articles, count: outlet.articles })}</p>
      )}
      {voices.length > 1 ? (
        <p>
          {t('compare:panel.byVoice')}:{' '}
          {voices
            .map((voice) => `${t(`compare:voice.${voice}`)} ${number(frame.byVoice[voice], language)}`)
            .join(', ')}
          .
        </p>
      ) : null}
    </div>
  )
}
