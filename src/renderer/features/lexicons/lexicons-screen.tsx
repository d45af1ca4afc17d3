import { Button } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { mergedConcepts } from '#shared/domain/concepts.ts'
import type { LexiconView } from '#shared/domain/lexicon-editing.ts'
import { useEngine, useEngineQuery } from '../../platform/engine.tsx'
import { useAppState } from '../../platform/settings.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { plainPack, problemsByPlace } from './draft.ts'
import { useDraft, useDraftIds } from './draft-store.ts'
import classes from './lexicons.module.css'
import { PackBody } from './pack-body.tsx'
import { PackHead } from './pack-head.tsx'
import { PackList } from './pack-list.tsx'
import type { Editing, FrameColour } from './pack-parts.tsx'
import { type PendingChange, PreviewPanel, usePreview } from './preview-panel.tsx'
import { useProblemText } from './problem-text.ts'
import { SaveBar } from './save-bar.tsx'

/** Lexicons: the packs at the left, one of them beside, and what its unsaved changes would change at the right. */
export function LexiconsScreen(): ReactNode {
  const { t } = useTranslation(['lexicons', 'common'])
  const errorText = useErrorText()
  const { lexiconId } = useParams()
  const navigate = useNavigate()
  const list = useEngineQuery('lexicons.list', { all: true })
  const packs = list.data
  const id = lexiconId ?? packs?.find(({ own }) => own)?.id ?? packs?.[0]?.id ?? null
  const pack = useEngineQuery('lexicons.get', { id: id ?? '' }, { enabled: id !== null })
  const library = useAppState().data?.libraryFile
  const unsaved = useDraftIds(library ?? '')
  const [params] = useSearchParams()
  const removed = params.get('removed')
  const client = useEngine()

  return (
    <div className={classes.lexicons}>
      <PackList packs={packs ?? []} chosen={id} unsaved={unsaved}>
        {removed === null ? null : (
          <div className={classes.removed} role="status">
            <span>{t('lexicons:removed')}</span>
            <Button
              size="xs"
              onClick={() =>
                void client['lexicons.restore']({ id: removed }).then(() => navigate(`/lexicons/${removed}`))
              }
            >
              {t('common:undo')}
            </Button>
          </div>
        )}
      </PackList>
      {list.isError || pack.isError ? (
        <div className={classes.alone} role="alert">
          <p>{errorText(list.error ?? pack.error)}</p>
        </div>
      ) : pack.data === null && id !== null ? (
        <div className={classes.alone}>
          <h1>{t('lexicons:gone.title')}</h1>
          <p>{t('lexicons:gone.text')}</p>
          <Button onClick={() => void navigate('/lexicons')}>{t('lexicons:gone.action')}</Button>
        </div>
      ) : pack.data == null || library === undefined ? null : (
        <Pack key={pack.data.id} library={library} stored={pack.data} />
      )}
    </div>
  )
}

function Pack({ library, stored }: { readonly library: string; readonly stored: LexiconView }): ReactNode {
  const client = useEngine()
  const uiLanguage = useUiLanguage()
  const bare = useMemo(() => plainPack(stored), [stored])
  const { draft, edit, undo, discard } = useDraft(library, stored.id, bare)
  const [pending, setPending] = useState<PendingChange | null>(null)
  const lexicon = draft?.lexicon ?? bare
  const preview = usePreview(draft?.lexicon ?? null, pending)
  const problems = useMemo(() => preview.answer?.problems ?? [], [preview.answer])
  const colours = useFrameColours(stored, lexicon)
  const problemText = useProblemText()
  const editing: Editing = {
    lexicon,
    readOnly: !stored.own,
    problems: useMemo(
      () =>
        problemsByPlace(
          draft === null ? [] : problems.map((one) => ({ path: one.path, message: problemText(one) })),
        ),
      [draft, problems, problemText],
    ),
    colours,
    edit,
  }
  return (
    <>
      <section className={classes.pack} aria-label={lexicon.label[uiLanguage]}>
        <PackHead
          stored={stored}
          editing={editing}
          onPending={setPending}
          onBringBack={(version) =>
            void client['lexicons.get']({ id: stored.id, version }).then((older) => {
              if (older !== null) edit(() => ({ ...plainPack(older), version: lexicon.version }))
            })
          }
        />
        {stored.own ? (
          <SaveBar stored={stored} draft={draft} problems={problems} onUndo={undo} onDiscard={discard} />
        ) : null}
        <PackBody editing={editing} />
      </section>
      {!stored.own && pending === null ? null : (
        <PreviewPanel
          stored={stored}
          lexicon={lexicon}
          pending={pending}
          preview={preview}
          idle={draft === null && pending === null}
          onDone={() => setPending(null)}
          onPending={setPending}
        />
      )}
    </>
  )
}

/** The colour of each frame as figures draw it: its place among the frames that all packs in use give its concept. */
function useFrameColours(stored: LexiconView, lexicon: Editing['lexicon']): FrameColour {
  // In the order in which the engine merges them: shipped packs first.
  const others = useEngineQuery('lexicons.list', {}).data
  return useMemo(() => {
    type Framed = { readonly id: string; readonly frames: readonly { readonly id: string }[] }
    const packs: { readonly id: string; readonly own: boolean; readonly concepts: readonly Framed[] }[] = (
      others ?? []
    ).map((one) => (one.id === stored.id ? { ...one, concepts: lexicon.concepts } : one))
    const merged = mergedConcepts(stored.enabled ? packs : [lexicon])
    return (concept, frame) => {
      const place = merged.get(concept)?.frames.findIndex(({ id }) => id === frame) ?? -1
      return place === -1 ? null : place + 1
    }
  }, [others, stored, lexicon])
}
