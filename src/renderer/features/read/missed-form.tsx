import { Button, NativeSelect } from '@mantine/core'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleView, LexiconSummary } from '#shared/domain/library.ts'
import { type Span, spanContains, spansOverlap } from '#shared/domain/span.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { type Concept, conceptsOf, isStruckOut } from './concepts.ts'
import { isListOpen } from './correct-naming.tsx'
import classes from './popover.module.css'
import type { useCorrections } from './use-corrections.ts'
import { asCorrected, isSpoken, type Said, VoiceFields } from './voice-fields.tsx'

interface FormProps {
  readonly article: ArticleView
  readonly lexicons: readonly LexiconSummary[]
  readonly concept: Concept | null
  readonly corrections: ReturnType<typeof useCorrections>
  readonly span: Span
  readonly onAdded: (start: number) => void
  readonly onClose: () => void
}

/** As what the words count: concept, frame, whose words and who speaks. */
export function MissedForm({
  article,
  lexicons,
  concept: coloured,
  corrections,
  span,
  onAdded,
  onClose,
}: FormProps): ReactNode {
  const { t } = useTranslation(['correct', 'common'])
  const language = useUiLanguage()
  const errorText = useErrorText()
  const concepts = useMemo(
    () => conceptsOf(lexicons.filter(({ languages }) => languages.includes(article.language))),
    [lexicons, article.language],
  )
  const [conceptId, setConceptId] = useState(() =>
    coloured !== null && concepts.has(coloured.id) ? coloured.id : ([...concepts.keys()][0] ?? ''),
  )
  const [frame, setFrame] = useState('')
  const [said, setSaid] = useState(() => saidAt(article, span))
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, button')?.focus({ preventScroll: true })
    corrections.dismiss()
  }, [])
  const words = article.text.slice(span.start, span.end)
  const concept = concepts.get(conceptId)
  const refusal = refusalOf(article, span, conceptId)
  const frameError = tried && frame === '' ? t('correct:frameMissing') : null
  return (
    <form
      ref={form}
      className={classes.missed}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (concept === undefined || frame === '' || refusal !== null || corrections.busy) return
        corrections.set({ kind: 'missed', ...span, concept: conceptId, frame, ...asCorrected(said) }).then(
          () => {
            onClose()
            onAdded(span.start)
          },
          () => {},
        )
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isListOpen(event.target)) return
        event.stopPropagation()
        onClose()
      }}
    >
      <b className={classes.words} lang={article.language}>
        {words}
      </b>
      {concept === undefined ? (
        <p className={classes.problem}>{t('correct:noConcepts')}</p>
      ) : (
        <>
          <NativeSelect
            label={t('correct:concept')}
            value={conceptId}
            error={refusal === null ? null : t(`correct:${refusal.kind}`, { text: refusal.text })}
            data={[...concepts.values()].map(({ id, label }) => ({ value: id, label: label[language] }))}
            onChange={(event) => {
              setConceptId(event.currentTarget.value)
              setFrame('')
            }}
          />
          <NativeSelect
            label={t('correct:frame')}
            value={frame}
            error={frameError}
            data={[
              { value: '', label: t('correct:chooseFrame') },
              ...concept.frames.map(({ id, label }) => ({ value: id, label: label[language] })),
            ]}
            onChange={(event) => setFrame(event.currentTarget.value)}
          />
          <VoiceFields article={article} value={said} onChange={setSaid} />
        </>
      )}
      {corrections.error === null ? null : (
        <p className={classes.problem} role="alert">
          {errorText(corrections.error)}
        </p>
      )}
      <div className={classes.actions}>
        {concept === undefined ? null : (
          <Button type="submit" size="compact-sm" variant="filled">
            {t('common:save')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}

/** Whose words these are by the quotations around them: what the form starts from. */
function saidAt({ quotations }: ArticleView, span: Span): Said {
  const around = quotations
    .filter((quotation) => spanContains(quotation, span))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]
  if (around === undefined) return { voice: 'narration', speaker: '' }
  return { voice: around.kind, speaker: isSpoken(around.kind) ? (around.speaker ?? '') : '' }
}

/** Within a concept no word counts twice. */
function refusalOf(
  article: ArticleView,
  span: Span,
  concept: string,
): { readonly kind: 'already' | 'alreadyStruck'; readonly text: string } | null {
  const here = article.mentions.filter((one) => one.concept === concept && spansOverlap(one, span))
  const counted = here.find((one) => !isStruckOut(one))
  if (counted !== undefined) return { kind: 'already', text: counted.text }
  const struck = here.find(({ start, end }) => start === span.start && end === span.end)
  return struck === undefined ? null : { kind: 'alreadyStruck', text: struck.text }
}
