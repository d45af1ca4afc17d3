import { Button } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router'
import type { Story } from '#shared/domain/library.ts'
import { focusMark } from '../../charts/frame-columns-chart.tsx'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { useKeptScroll } from '../../ui/use-kept-scroll.ts'
import { useImports } from '../import/import-provider.tsx'
import { useCurrentStory } from '../shell/current-story.ts'
import { DifferencesView } from './apart/differences-view.tsx'
import { SalienceView } from './apart/salience-view.tsx'
import { ToneView } from './apart/tone-view.tsx'
import classes from './compare.module.css'
import {
  figureFilter,
  filterOf,
  orderParam,
  type PanelTarget,
  panelChange,
  readStoryView,
  useCompareView,
} from './compare-address.ts'
import { CompareHead } from './compare-head.tsx'
import { firstPanel, outletOrder } from './compare-rows.ts'
import { ConceptCard } from './concept-card.tsx'
import { DetailPanel } from './detail-panel.tsx'
import { FactsView } from './facts/facts-view.tsx'
import { NearbyView } from './nearby/nearby-view.tsx'
import { RepeatsView } from './repeats/repeats-view.tsx'
import { SilenceView } from './silence/silence-view.tsx'
import { SpeakersView } from './speakers/speakers-view.tsx'
import { StoryViewFrame } from './story-view.tsx'
import { TimeView } from './time/time-view.tsx'
import { useLexiconChoice } from './use-compare.ts'
import { ViewTabs } from './view-tabs.tsx'
import { WordsView } from './words/words-view.tsx'

/** Compare: how each outlet of a story names it. */
export function CompareScreen(): ReactNode {
  const { t } = useTranslation(['compare', 'common'])
  const errorText = useErrorText()
  const { storyId } = useParams()
  const stories = useEngineQuery('stories.list', {})
  const current = useCurrentStory()
  const story = stories.data?.find(({ id }) => String(id) === storyId)
  if (stories.isError)
    return (
      <Empty
        alone
        title={t('compare:title')}
        text={errorText(stories.error)}
        action={t('common:retry')}
        onAction={() => void stories.refetch()}
      />
    )
  if (stories.data === undefined) return null
  if (stories.data.length === 0) return <NoStories />
  if (storyId === undefined)
    return current === null ? null : <Navigate to={`/compare/${current.id}`} replace />
  if (story === undefined) return <StoryGone />
  return <OneStory key={story.id} story={story} />
}

/** The view of the story that the address names. */
function OneStory({ story }: { readonly story: Story }): ReactNode {
  const [params] = useSearchParams()
  const view = readStoryView(params)
  if (story.articles === 0 && view !== 'frames')
    return (
      <StoryViewFrame storyId={story.id} view={view} title={story.title} ready>
        <NoArticles storyId={story.id} />
      </StoryViewFrame>
    )
  switch (view) {
    case 'frames':
      return <StoryComparison story={story} />
    case 'differences':
      return <DifferencesView story={story} />
    case 'salience':
      return <SalienceView story={story} />
    case 'tone':
      return <ToneView story={story} />
    case 'collocates':
      return <NearbyView story={story} />
    case 'words':
      return <WordsView story={story} />
    case 'speakers':
      return <SpeakersView story={story} />
    case 'silence':
      return <SilenceView story={story} />
    case 'repeats':
      return <RepeatsView story={story} />
    case 'facts':
      return <FactsView story={story} />
    case 'time':
      return <TimeView story={story} />
  }
}

function StoryComparison({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common'])
  const language = useUiLanguage()
  const errorText = useErrorText()
  const { view, change } = useCompareView()
  const work = useRef<HTMLElement>(null)
  const choice = useLexiconChoice(story.id, view)
  const { lexicon } = choice
  const figures = useEngineQuery(
    'figures.compare',
    { filter: figureFilter(story.id, view), lexicon: lexicon?.id ?? '', voice: filterOf(view.voice) },
    { enabled: lexicon !== undefined, placeholderData: (before) => before },
  )
  const corrections = useEngineQuery('corrections.list', { filter: { storyId: story.id } }).data?.length ?? 0
  const concepts = figures.data?.concepts
  const order = useMemo(
    () => outletOrder(concepts ?? [], view.order, { show: view.show, voice: view.voice, language }),
    [concepts, view.order, view.show, view.voice, language],
  )
  const [wasOpened, setWasOpened] = useState(false)
  useKeptScroll(work, 'work', concepts !== undefined)

  // The first launch opens one panel by itself; the focus stays where it is.
  useEffect(() => {
    if (!view.openFirst || concepts === undefined) return
    change(panelChange(firstPanel(concepts)), { replace: true })
  }, [view.openFirst, concepts, change])

  const open = (target: PanelTarget) => {
    setWasOpened(true)
    keepInPlace(work.current, target)
    change(panelChange(target), { replace: true })
  }
  const { panel } = view
  const close = useCallback(() => {
    if (panel !== null) {
      keepInPlace(work.current, panel)
      focusMark(cardOf(work.current, panel), { row: panel.outlet, column: panel.frame })
    }
    change(panelChange(null), { replace: true })
  }, [panel, change])

  const figure = concepts?.find(({ concept }) => concept === panel?.concept)
  const outlet = figure?.outlets.find((one) => one.outlet === panel?.outlet)
  const shownPanel = panel !== null && figure !== undefined && outlet !== undefined
  const lexiconNames = (figures.data?.lexicons ?? [])
    .map(({ id, version }) => {
      const known = choice.lexicons?.find((one) => one.id === id)
      return `${known?.label[language] ?? id} ${version}`
    })
    .join(', ')
  const error = figures.error ?? choice.error

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel wherever the focus is on the screen.
    <div
      className={classes.compare}
      data-panel={shownPanel ? 'open' : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !shownPanel || event.defaultPrevented) return
        // An open menu closes by itself; its events pass here too.
        if (event.target instanceof Element && event.target.closest('[role="menu"]') !== null) return
        close()
      }}
    >
      <section ref={work} className={classes.work} aria-label={t('compare:title')}>
        <div className={classes.column}>
          <ViewTabs storyId={story.id} current="frames" />
          {story.articles === 0 || lexicon === undefined || concepts === undefined ? (
            <h1>{t('compare:title')}</h1>
          ) : (
            <CompareHead
              view={view}
              lexicon={lexicon}
              lexicons={choice.lexicons ?? []}
              concepts={concepts}
              corrections={corrections}
              onChange={(wished) => change(wished)}
              onOrder={(wished) => change({ sort: orderParam(wished) }, { replace: true })}
            />
          )}
          {error === null ? null : (
            <div className={classes.ask} role="alert">
              <span>{errorText(error)}</span>
              <Button onClick={() => void figures.refetch()}>{t('common:retry')}</Button>
            </div>
          )}
          {story.articles === 0 ? (
            <NoArticles storyId={story.id} />
          ) : lexicon === undefined || concepts === undefined ? null : concepts.length === 0 ? (
            <Empty
              title={t('compare:empty.noWordsTitle')}
              text={t('compare:empty.noWordsText', { lexicon: lexicon.label[language] })}
              {...(choice.best === undefined
                ? { action: t('compare:empty.toLibrary'), to: `/library?story=${story.id}` }
                : {
                    action: t('compare:empty.useLexicon', { lexicon: choice.best.label[language] }),
                    onAction: () => change({ lexicon: choice.best?.id ?? null }),
                  })}
            />
          ) : concepts.every(({ outlets }) => outlets.every(({ count }) => count === 0)) ? (
            <Empty
              title={t('compare:empty.noVoiceTitle')}
              text={t('compare:empty.noVoiceText')}
              action={t('compare:empty.allVoices')}
              onAction={() => change({ voice: 'all' })}
            />
          ) : (
            <>
              {concepts.map((one) => (
                <ConceptCard
                  key={one.concept}
                  storyId={story.id}
                  figure={one}
                  order={order}
                  view={view}
                  lexicons={lexiconNames}
                  story={story.title}
                  corrections={corrections}
                  onOpen={open}
                  onSort={(frame) => {
                    const same =
                      view.order !== 'name' &&
                      view.order.concept === one.concept &&
                      view.order.frame === frame
                    const next = same ? 'name' : { concept: one.concept, frame }
                    change({ sort: orderParam(next) }, { replace: true })
                  }}
                />
              ))}
              <p className="few">
                {view.voice === 'split' ? t('compare:note.split') : t(`compare:note.${view.show}`)}
              </p>
            </>
          )}
        </div>
      </section>
      {shownPanel ? (
        <DetailPanel
          key={JSON.stringify(panel)}
          storyId={story.id}
          figure={figure}
          outlet={outlet}
          frame={outlet.frames.find(({ frame }) => frame === panel.frame) ?? null}
          view={view}
          takesFocus={wasOpened}
          onLines={(lines) => change({ lines: lines === 'newest' ? null : lines }, { replace: true })}
          onClose={close}
        />
      ) : null}
    </div>
  )
}

const cardOf = (work: HTMLElement | null, { concept }: PanelTarget): HTMLElement | null =>
  work?.querySelector<HTMLElement>(`[data-concept="${CSS.escape(concept)}"]`) ?? null

/** The cards take another shape when the panel opens or closes; the row that was looked at stays where it is. */
function keepInPlace(work: HTMLElement | null, target: PanelTarget): void {
  const find = () => {
    const card = cardOf(work, target)
    const marks = [...(card?.querySelectorAll<SVGElement>('[data-mark]') ?? [])]
    const wished = `${target.frame ?? ''}\u001F${target.outlet}`
    return marks.find(({ dataset }) => dataset.mark === wished)
  }
  const before = find()?.getBoundingClientRect().top
  if (work === null || before === undefined) return
  let frames = 0
  const settle = () => {
    const after = find()?.getBoundingClientRect().top
    if (after !== undefined) work.scrollTop += after - before
    if (++frames < 4) requestAnimationFrame(settle)
  }
  requestAnimationFrame(settle)
}

function NoStories(): ReactNode {
  const { t } = useTranslation('compare')
  const { pickAndImport } = useImports()
  return (
    <Empty
      alone
      title={t('empty.noStoriesTitle')}
      text={t('empty.noStoriesText')}
      action={t('empty.addFiles')}
      onAction={() => void pickAndImport('files')}
    />
  )
}

function StoryGone(): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <Empty
      alone
      title={t('empty.goneTitle')}
      text={t('empty.goneText')}
      action={t('empty.toLibrary')}
      to="/library"
    />
  )
}

function NoArticles({ storyId }: { readonly storyId: number }): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <Empty
      title={t('empty.noArticlesTitle')}
      text={t('empty.noArticlesText')}
      action={t('empty.toLibrary')}
      to={`/library?story=${storyId}`}
    />
  )
}

/** Says what belongs here and offers the one action that fills it. */
function Empty({
  title,
  text,
  action,
  onAction,
  to,
  alone = false,
}: {
  /** It is the whole screen, and its title the screen's. */
  readonly alone?: boolean
  readonly title: string
  readonly text: string
  readonly action: string
  readonly onAction?: () => void
  readonly to?: string
}): ReactNode {
  const navigate = useNavigate()
  return (
    <div className={classes.empty} data-alone={alone || undefined}>
      {alone ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{text}</p>
      <Button variant="filled" onClick={() => (to === undefined ? onAction?.() : void navigate(to))}>
        {action}
      </Button>
    </div>
  )
}
