import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleView } from '#shared/domain/library.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { isStruckOut } from './concepts.ts'
import classes from './popover.module.css'
import type { useCorrections } from './use-corrections.ts'
import { asCorrected, VoiceFields } from './voice-fields.tsx'

interface CorrectProps {
  readonly article: ArticleView
  readonly mention: ArticleView['mentions'][number]
  readonly corrections: ReturnType<typeof useCorrections>
  readonly editing: boolean
  readonly onEdit: (editing: boolean) => void
  /** The naming was one that was added, and is no more. */
  readonly onGone: () => void
}

/** What the reader made of a naming, and the ways to correct it or to take that back. */
export function CorrectNaming(props: CorrectProps): ReactNode {
  const { mention, corrections, editing, onEdit, onGone } = props
  const { t } = useTranslation(['correct', 'common'])
  const errorText = useErrorText()
  const buttons = useRef<HTMLDivElement>(null)
  const { forgetError } = corrections
  // What went wrong with another naming is not said of this one.
  useEffect(forgetError, [forgetError])
  const { correction } = mention
  const struck = isStruckOut(mention)
  // What was pressed is gone when the answer is shown: the focus goes to what stands in its place, and Escape with it.
  const settled = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these puts other buttons here.
  useLayoutEffect(() => {
    if (settled.current && document.activeElement === document.body) {
      buttons.current?.querySelector('button')?.focus({ preventScroll: true })
    }
    settled.current = true
  }, [correction?.id, editing])
  const run = (work: () => Promise<unknown>, then?: () => void) => {
    // Not by disabling the buttons: one that is pressed would lose the focus.
    if (!corrections.busy) void work().then(then, () => {})
  }
  const { start, end, concept, frame } = mention
  return (
    <>
      {correction === null ? null : (
        <p className={classes.corrected}>
          {correction.kind === 'missed'
            ? t('correct:added')
            : t(struck ? 'correct:struckOut' : 'correct:corrected', { found: foundIn(t, correction.found) })}
        </p>
      )}
      {editing ? (
        <CorrectForm {...props} />
      ) : (
        <div ref={buttons} className={classes.actions}>
          {correction === null ? null : (
            <Button
              size="compact-sm"
              onClick={() =>
                run(() => corrections.takeBack(mention), correction.kind === 'missed' ? onGone : undefined)
              }
            >
              {t('correct:takeBack')}
            </Button>
          )}
          {struck ? null : (
            <Button size="compact-sm" onClick={() => onEdit(true)}>
              {t('correct:open')}
            </Button>
          )}
          {correction !== null && correction.kind !== 'voice' ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() =>
                run(() => corrections.set({ kind: 'not-a-mention', start, end, concept, frame }))
              }
            >
              {t('correct:notANaming')}
            </Button>
          )}
        </div>
      )}
      {corrections.error === null ? null : (
        <p className={classes.problem} role="alert">
          {errorText(corrections.error)}
        </p>
      )}
    </>
  )
}

type Found = NonNullable<ArticleView['mentions'][number]['correction']>['found']

function foundIn(t: ReturnType<typeof useTranslation<['correct', 'common']>>['t'], found: Found): string {
  if (found === null) return ''
  const { voice, speaker } = found
  return t(`correct:found.${voice}`, {
    speaker: speaker ?? '',
    ...(speaker === null ? { context: 'nobody' } : {}),
  })
}

function CorrectForm({ article, mention, corrections, onEdit }: CorrectProps): ReactNode {
  const { t } = useTranslation(['correct', 'common'])
  const [said, setSaid] = useState({ voice: mention.voice, speaker: mention.speaker ?? '' })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true })
  }, [])
  const leave = () => onEdit(false)
  const { start, end, concept, frame, correction } = mention
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={t('correct:formLabel')}
      onSubmit={(event) => {
        event.preventDefault()
        const kind = correction?.kind === 'missed' ? 'missed' : 'voice'
        // On failure the form stays with what was typed in it.
        if (corrections.busy) return
        corrections.set({ kind, start, end, concept, frame, ...asCorrected(said) }).then(leave, () => {})
      }}
      onKeyDown={(event) => {
        // An open list of names closes first.
        if (event.key !== 'Escape' || event.defaultPrevented || isListOpen(event.target)) return
        event.stopPropagation()
        leave()
      }}
    >
      <VoiceFields article={article} value={said} onChange={setSaid} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" variant="filled">
          {t('common:save')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={leave}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}

/** Whether a key was pressed in a field whose list is open: the key is meant for the list. */
export const isListOpen = (target: EventTarget): boolean =>
  target instanceof Element && target.getAttribute('aria-expanded') === 'true'
