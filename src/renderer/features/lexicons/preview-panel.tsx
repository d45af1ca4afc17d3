import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ParallaxError } from '#shared/contract/errors.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { LexiconPreview, LexiconView } from '#shared/domain/lexicon-editing.ts'
import { useEngine, useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { useCurrentStory } from '../shell/current-story.ts'
import classes from './lexicons.module.css'
import { PreviewFrames } from './preview-frames.tsx'
import { PreviewLines } from './preview-lines.tsx'

/** A change of whole packs that waits for the person to say yes. */
export interface PendingChange {
  readonly kind: 'on' | 'off' | 'remove'
  readonly ids: readonly string[]
}

const TYPING_MS = 400
const LINES = 60

export interface Preview {
  readonly answer: LexiconPreview | undefined
  readonly error: unknown
  /** True while the answer is of an earlier draft. */
  readonly waiting: boolean
  readonly storyId: number | null
  readonly setStoryId: (id: number | null) => void
}

/** What a draft, or a pending change, would change in the articles: asked anew when either changes. */
export function usePreview(draft: Lexicon | null, pending: PendingChange | null): Preview {
  const [storyId, setStoryId] = useState<number | null>(null)
  const [settled] = useDebouncedValue(draft, TYPING_MS)
  const list = useEngineQuery('lexicons.list', { all: true }, { enabled: pending !== null }).data
  const off = useMemo(() => {
    if (pending === null || list === undefined) return undefined
    const now = list.filter(({ enabled }) => !enabled).map(({ id }) => id)
    return pending.kind === 'on'
      ? now.filter((id) => !pending.ids.includes(id))
      : [...new Set([...now, ...pending.ids])]
  }, [pending, list])
  const lexicon = draft === null ? null : settled
  const answer = useEngineQuery(
    'lexicons.preview',
    {
      ...(lexicon === null ? {} : { lexicon: { ...lexicon } }),
      ...(off === undefined ? {} : { off }),
      filter: storyId === null ? {} : { storyId },
      lines: LINES,
      job: 'lexicon-editor',
    },
    {
      enabled: lexicon !== null || off !== undefined,
      placeholderData: (before) => before,
      gcTime: 0,
      // A later one took its place, or comes at once: either way it is asked again.
      retry: (failures, error) =>
        failures < 2 && error instanceof ParallaxError && error.code === 'cancelled',
      retryDelay: 50,
    },
  )
  const waiting = answer.isFetching || draft !== lexicon
  return {
    answer: draft === null && pending === null ? undefined : answer.data,
    error: answer.error,
    waiting,
    storyId,
    setStoryId,
  }
}

interface PreviewPanelProps {
  readonly stored: LexiconView
  readonly lexicon: Lexicon
  readonly pending: PendingChange | null
  readonly preview: Preview
  /** Nothing was changed: there is nothing to preview. */
  readonly idle: boolean
  readonly onPending: (change: PendingChange) => void
  readonly onDone: () => void
}

/** What would be gained and lost: in all, per frame and term, and as lines in context. */
export function PreviewPanel(props: PreviewPanelProps): ReactNode {
  const { stored, lexicon, pending, preview, onDone } = props
  const { t } = useTranslation(['lexicons', 'common'])
  const ui = useUiLanguage()
  const errorText = useErrorText()
  const stories = useEngineQuery('stories.list', {}).data ?? []
  const story = useCurrentStory()
  const { answer } = preview
  const packs = useEngineQuery('lexicons.list', { all: true }).data ?? []
  const titles = new Intl.ListFormat(ui).format(
    packs
      .filter(({ id }) => pending?.ids.includes(id))
      .map(({ label }) => t('lexicons:quoted', { title: label[ui] })),
  )
  return (
    <aside className={classes.preview} aria-label={t('lexicons:preview')} aria-busy={preview.waiting}>
      <div className={classes.previewHead}>
        <h2>
          {pending === null ? t('lexicons:preview') : t(`lexicons:pending.${pending.kind}`, { titles })}
        </h2>
        {pending === null ? null : (
          <ActionIcon aria-label={t('common:close')} onClick={onDone}>
            <Icon name="close" />
          </ActionIcon>
        )}
      </div>
      {stories.length === 0 || props.idle ? null : (
        <NativeSelect
          size="xs"
          label={t('lexicons:previewIn')}
          value={preview.storyId === null ? 'all' : String(preview.storyId)}
          data={[
            { value: 'all', label: t('lexicons:allArticles') },
            ...[...stories]
              .sort((a, b) => Number(b.id === story?.id) - Number(a.id === story?.id))
              .map(({ id, title }) => ({ value: String(id), label: title })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget
            preview.setStoryId(value === 'all' ? null : Number(value))
          }}
        />
      )}
      {preview.error !== null && answer === undefined ? (
        <p className={classes.problem} role="alert">
          {errorText(preview.error)}
        </p>
      ) : null}
      {answer === undefined ? (
        <p className="quiet">{t(props.idle ? 'lexicons:previewIdle' : 'lexicons:previewing')}</p>
      ) : (
        <>
          <Summary stored={stored} answer={answer} waiting={preview.waiting} pending={pending} />
          {pending === null ? null : <Confirm {...props} />}
          {pending === null && answer.gained + answer.lost === 0 ? (
            <Shadow stored={stored} lexicon={lexicon} onPending={props.onPending} />
          ) : null}
          <PreviewFrames answer={answer} lexicon={lexicon} />
          <PreviewLines answer={answer} lexicon={lexicon} />
        </>
      )}
    </aside>
  )
}

function Summary({
  stored,
  answer,
  waiting,
  pending,
}: {
  readonly stored: LexiconView
  readonly answer: LexiconPreview
  readonly waiting: boolean
  readonly pending: PendingChange | null
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const { gained, lost, articlesTouched, articles, candidates, searched, stale } = answer
  return (
    <div role="status" className={classes.summary} data-waiting={waiting || undefined}>
      {articles === 0 ? (
        <p>{t('nothingToPreview')}</p>
      ) : !stored.enabled && pending === null ? (
        <p>{t('previewOff')}</p>
      ) : gained + lost === 0 ? (
        <p>{t('nothingChanges', { count: articles })}</p>
      ) : (
        <p className={classes.totals}>
          {gained === 0 ? null : (
            <span>
              <b>+{gained}</b> {t('gained', { count: gained })}
            </span>
          )}
          {lost === 0 ? null : (
            <span>
              <b>−{lost}</b> {t('lost', { count: lost })}
            </span>
          )}
          <small>{t('inArticles', { touched: articlesTouched, count: articles })}</small>
        </p>
      )}
      {searched < candidates ? (
        <p className="few">{t('onlyFirst', { searched, count: candidates })}</p>
      ) : null}
      {stale > 0 ? <p className="few">{t('stillCounting', { count: stale })}</p> : null}
    </div>
  )
}

/** Why a change of a copy changes no figure: its original is on, too. */
function Shadow({
  stored,
  lexicon,
  onPending,
}: Pick<PreviewPanelProps, 'stored' | 'lexicon' | 'onPending'>): ReactNode {
  const { t } = useTranslation('lexicons')
  const ui = useUiLanguage()
  const packs = useEngineQuery('lexicons.list', {}).data ?? []
  const mine = new Set(lexicon.concepts.map(({ id }) => id))
  const sharing = packs.filter((one) => one.id !== stored.id && one.concepts.some(({ id }) => mine.has(id)))
  const original = sharing.filter(({ id }) => id === stored.basedOn?.id)
  const others = original.length > 0 ? original : sharing
  if (!stored.enabled || others.length === 0) return null
  const titles = others.map((one) => t('quoted', { title: one.label[ui] }))
  return (
    <div className={classes.shadow}>
      <p>{t('shadow', { titles: new Intl.ListFormat(ui).format(titles), count: others.length })}</p>
      <Button size="xs" onClick={() => onPending({ kind: 'off', ids: others.map(({ id }) => id) })}>
        {t('switchOthersOff', { count: others.length })}
      </Button>
    </div>
  )
}

/** The button that does what was previewed. */
function Confirm({ stored, pending, onDone }: PreviewPanelProps): ReactNode {
  const { t } = useTranslation('lexicons')
  const client = useEngine()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const [problem, setProblem] = useState<unknown>(null)
  const act = async () => {
    if (pending === null) return
    if (pending.kind === 'remove') {
      await client['lexicons.remove']({ id: stored.id })
      void navigate(`/lexicons?removed=${encodeURIComponent(stored.id)}`)
    } else await client['lexicons.setEnabled']({ ids: [...pending.ids], enabled: pending.kind === 'on' })
    onDone()
  }
  if (pending === null) return null
  return (
    <>
      <div className={classes.buttons}>
        <Button variant="filled" size="xs" onClick={() => void act().catch(setProblem)}>
          {t(`confirm.${pending.kind}`)}
        </Button>
      </div>
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {errorText(problem)}
        </p>
      )}
    </>
  )
}
