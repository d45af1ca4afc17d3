import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { LexiconProblem, LexiconView } from '#shared/domain/lexicon-editing.ts'
import { useEngine } from '../../platform/engine.tsx'
import { useAppState } from '../../platform/settings.ts'
import { useErrorText } from '../../ui/error-text.ts'
import type { Draft } from './draft-store.ts'
import classes from './lexicons.module.css'
import { useProblemText } from './problem-text.ts'

/** What was saved last, or what stands in the way of saving. */
export function SaveBar({
  stored,
  draft,
  problems,
  onUndo,
  onDiscard,
}: {
  readonly stored: LexiconView
  readonly draft: Draft | null
  readonly problems: readonly LexiconProblem[]
  readonly onUndo: () => void
  readonly onDiscard: () => void
}): ReactNode {
  const { t } = useTranslation(['lexicons', 'common'])
  const client = useEngine()
  const errorText = useErrorText()
  const problemText = useProblemText()
  const stale = useAppState().data?.staleArticles ?? 0
  const [saved, setSaved] = useState<{ readonly version: string; readonly from: string } | null>(null)
  const [refused, setRefused] = useState<readonly LexiconProblem[]>([])
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  // The button that had the focus is gone: what came of it is where the person goes on.
  useEffect(() => {
    if (saved !== null) row.current?.focus()
  }, [saved])

  const run = (work: () => Promise<void>) => {
    setProblem(null)
    setRefused([])
    setBusy(true)
    work()
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  const save = () => {
    if (draft === null || busy) return
    run(async () => {
      const answer = await client['lexicons.save']({
        lexicon: { ...draft.lexicon },
        expectedVersion: draft.base,
      })
      if (answer.lexicon === null) return setRefused(answer.problems)
      setSaved({ version: answer.lexicon.version, from: draft.base })
      onDiscard()
    })
  }
  useHotkeys([['mod+S', save]], [])

  const shown = problems.length > 0 ? problems : refused
  if (draft === null && saved === null && problem === null) return null
  return (
    <div className={classes.saveBar} data-unsaved={draft === null ? undefined : true}>
      {draft === null ? null : (
        <div className={classes.saveRow}>
          <span>{t('lexicons:unsavedChanges')}</span>
          <Button size="xs" variant="filled" disabled={busy} onClick={save}>
            {t('common:save')}
          </Button>
          <Button size="xs" disabled={busy} onClick={onUndo}>
            {t('lexicons:undoStep')}
          </Button>
          <Button size="xs" variant="subtle" disabled={busy} onClick={onDiscard}>
            {t('lexicons:discard')}
          </Button>
        </div>
      )}
      {draft === null || shown.length === 0 ? null : (
        <ul
          className={classes.faults}
          role="alert"
          aria-label={t('lexicons:faults', { count: shown.length })}
        >
          {shown.slice(0, 4).map((one) => (
            <li key={`${one.path.join('.')} ${one.message}`}>
              {entryAt(draft.lexicon, one.path)} {problemText(one)}
            </li>
          ))}
          {shown.length > 4 ? <li>{t('lexicons:moreFaults', { count: shown.length - 4 })}</li> : null}
        </ul>
      )}
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {errorText(problem)}
        </p>
      )}
      {saved === null || draft !== null ? null : (
        <div ref={row} className={classes.saveRow} role="status" tabIndex={-1} data-region="saved">
          <span>
            {t('lexicons:savedAs', { version: saved.version })}{' '}
            {stored.enabled
              ? stale > 0
                ? t('lexicons:counting', { count: stale })
                : t('lexicons:counted')
              : t('lexicons:savedOff')}
          </span>
          <Button
            size="xs"
            disabled={busy}
            onClick={() =>
              run(async () => {
                await client['lexicons.restore']({ id: stored.id, version: saved.from })
                setSaved(null)
              })
            }
          >
            {t('lexicons:undoSave', { version: saved.from })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The entry that a fault speaks of, by its words: the field itself may be out of sight. */
function entryAt(lexicon: Lexicon, path: LexiconProblem['path']): string {
  const [, concept, , frame, , language, term] = path
  const conceptEntry = typeof concept === 'number' ? lexicon.concepts[concept] : undefined
  const frameEntry = typeof frame === 'number' ? conceptEntry?.frames[frame] : undefined
  const termEntry =
    typeof language === 'string' && typeof term === 'number' ? frameEntry?.terms[language]?.[term] : undefined
  const name = termEntry?.pattern ?? frameEntry?.label.en ?? conceptEntry?.label.en
  return name === undefined || name === '' ? '' : `${name}:`
}
