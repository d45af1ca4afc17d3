import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { Candidate } from '#shared/domain/discovery.ts'
import type { FormsProposal } from '#shared/domain/lexicon-editing.ts'
import { useEngine, useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { Line } from './candidate-item.tsx'
import classes from './discover.module.css'
import type { Concept } from './reasons.tsx'
import { furtherForms, type IdOrNew, type Previewed, useTermDraft } from './use-term-draft.ts'

/** The pack that single words go into when no other is chosen, as the engine names it. */
const MY_WORDS = 'my-words'
const NEW = '+'
/** Forms that are spelled out. */
const FORMS_SHOWN = 24

interface PanelProps {
  readonly candidate: Candidate
  readonly language: string
  readonly filter: ArticleFilter
  /** What the candidate probably names. */
  readonly concept: string | null
  readonly concepts: ReadonlyMap<string, Concept>
  readonly onSaved: (note: string) => void
  readonly onClose: () => void
}

/** Adds a candidate to a lexicon of the person's own: where to, in which forms, and what would then be counted. */
export function AddTermPanel(props: PanelProps): ReactNode {
  const { candidate, language, filter, concepts } = props
  const { t } = useTranslation(['discover', 'common'])
  const uiLanguage = useUiLanguage()
  const client = useEngine()
  const errorText = useErrorText()
  const panel = useRef<HTMLElement>(null)
  const packs = useEngineQuery('lexicons.list', { all: true }).data?.filter((one) => one.own) ?? []
  const [problem, setProblem] = useState<unknown>(null)
  const [saving, setSaving] = useState(false)
  const { draft, change, proposal, input, settled, preview } = useTermDraft(
    {
      term: candidate.text,
      lexicon: null,
      concept: props.concept === null ? null : { id: props.concept },
      frame: null,
      forms: null,
    },
    language,
    filter,
  )
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])

  const chosen = draft.concept !== null && 'id' in draft.concept ? concepts.get(draft.concept.id) : undefined
  const isNew = draft.concept !== null && 'title' in draft.concept
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (input === null || saving) return
    setSaving(true)
    setProblem(null)
    client['lexicons.addTerm']({ ...input, save: true })
      .then(({ lexicon, problems }) => {
        if (lexicon === null) setProblem(new Error(problems.map((one) => one.message).join(' ')))
        else {
          const { version, label } = lexicon
          props.onSaved(
            t('discover:panel.saved', { word: candidate.text, lexicon: label[uiLanguage], version }),
          )
        }
      })
      .catch(setProblem)
      .finally(() => setSaving(false))
  }
  const choice = (value: string): IdOrNew | null =>
    value === '' ? null : value === NEW ? { title: '' } : { id: value }
  const value = (one: IdOrNew | null): string => (one === null ? '' : 'id' in one ? one.id : NEW)

  return (
    <aside
      ref={panel}
      className={classes.panel}
      aria-label={t('discover:panel.title')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
      }}
    >
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle}>{t('discover:panel.title')}</h2>
        <ActionIcon aria-label={t('common:close')} onClick={props.onClose}>
          <Icon name="close" />
        </ActionIcon>
      </div>
      <form className={classes.form} onSubmit={save}>
        <TextInput
          label={t('discover:panel.term')}
          description={t('discover:panel.termHint')}
          lang={language}
          value={draft.term}
          maxLength={300}
          spellCheck={false}
          autoCapitalize="none"
          onChange={(event) => change({ term: event.currentTarget.value, forms: null })}
        />
        <Forms
          proposal={proposal}
          input={input?.forms}
          language={language}
          onForms={(forms) => change({ forms })}
        />
        <NativeSelect
          label={t('discover:panel.concept')}
          value={value(draft.concept)}
          data={[
            { value: '', label: t('discover:panel.chooseConcept') },
            ...[...concepts.values()].map(({ id, label }) => ({ value: id, label: label[uiLanguage] })),
            { value: NEW, label: t('discover:panel.newConcept') },
          ]}
          onChange={(event) => {
            const concept = choice(event.currentTarget.value)
            change({ concept, frame: concept !== null && 'title' in concept ? { title: '' } : null })
          }}
        />
        {isNew ? (
          <TextInput
            label={t('discover:panel.conceptTitle')}
            maxLength={200}
            value={'title' in draft.concept! ? draft.concept.title : ''}
            onChange={(event) => change({ concept: { title: event.currentTarget.value } })}
          />
        ) : (
          <NativeSelect
            label={t('discover:panel.frame')}
            disabled={chosen === undefined}
            value={value(draft.frame)}
            data={[
              { value: '', label: '–' },
              ...(chosen?.frames ?? []).map(({ id, label }) => ({ value: id, label: label[uiLanguage] })),
              { value: NEW, label: t('discover:panel.newFrame') },
            ]}
            onChange={(event) => change({ frame: choice(event.currentTarget.value) })}
          />
        )}
        {draft.frame !== null && 'title' in draft.frame ? (
          <TextInput
            label={t('discover:panel.frameTitle')}
            maxLength={200}
            value={draft.frame.title}
            onChange={(event) => change({ frame: { title: event.currentTarget.value } })}
          />
        ) : null}
        <NativeSelect
          label={t('discover:panel.lexicon')}
          value={draft.lexicon ?? ''}
          data={[
            { value: '', label: t('discover:panel.myWords') },
            ...packs
              .filter(({ id }) => id !== MY_WORDS)
              .map(({ id, label }) => ({ value: id, label: label[uiLanguage] })),
          ]}
          onChange={(event) => change({ lexicon: event.currentTarget.value || null })}
        />
        <div className={classes.preview} role="status">
          <h3>{t('discover:panel.preview')}</h3>
          {input === null ? (
            <p className="quiet">{t('discover:panel.incomplete')}</p>
          ) : preview.isError ? (
            <p className={classes.problems}>{errorText(preview.error)}</p>
          ) : preview.data === undefined ? (
            <p className={classes.reading}>{t('discover:panel.previewing')}</p>
          ) : (
            <Preview previewed={preview.data} language={language} />
          )}
        </div>
        {problem === null ? null : (
          <p className={classes.problems} role="alert">
            {errorText(problem)}
          </p>
        )}
        <Button
          type="submit"
          variant="filled"
          disabled={input === null || !settled || saving || (preview.data?.problems.length ?? 0) > 0}
        >
          {t(saving ? 'discover:panel.saving' : 'discover:panel.save')}
        </Button>
      </form>
    </aside>
  )
}

/** The forms that the term matches, and those that could be added. */
function Forms({
  proposal,
  input,
  language,
  onForms,
}: {
  readonly proposal: FormsProposal | undefined
  /** Further forms that are chosen. */
  readonly input: readonly string[] | undefined
  readonly language: string
  readonly onForms: (forms: readonly string[]) => void
}): ReactNode {
  const { t } = useTranslation('discover')
  if (proposal === undefined) return null
  const further = furtherForms(proposal)
  const chosen = input ?? []
  return (
    <fieldset className={classes.forms}>
      <legend>{t('panel.pattern')}</legend>
      <p className={classes.pattern} lang={language}>
        {proposal.pattern}
      </p>
      {proposal.words.map(({ word, known, forms }) => (
        <p key={word} lang={language}>
          {known ? null : <span>{t('panel.unknownWord', { word })} </span>}
          {forms
            .filter((one) => one.covered)
            .toSorted((a, b) => Number(b.inLibrary) - Number(a.inLibrary))
            .slice(0, FORMS_SHOWN)
            .map(({ form, inLibrary }, index) => (
              <span key={form}>
                {index === 0 ? '' : ', '}
                {inLibrary ? <b title={t('panel.inTexts')}>{form}</b> : form}
              </span>
            ))}
        </p>
      ))}
      {further.length === 0 ? null : (
        <>
          <p>{t('panel.further')}</p>
          {further.map(({ form, guessed, inLibrary }) => (
            <Checkbox
              key={form}
              size="sm"
              checked={chosen.includes(form)}
              label={[form, inLibrary ? t('panel.inTexts') : null, guessed ? t('panel.guessed') : null]
                .filter((one) => one !== null)
                .join(' · ')}
              onChange={(event) =>
                onForms(
                  event.currentTarget.checked ? [...chosen, form] : chosen.filter((one) => one !== form),
                )
              }
            />
          ))}
        </>
      )}
    </fieldset>
  )
}

/** What would be counted more and less, with the lines. */
function Preview({
  previewed: { problems, preview },
  language,
}: {
  readonly previewed: Previewed
  readonly language: string
}): ReactNode {
  const { t } = useTranslation('discover')
  if (preview === null || problems.length > 0)
    return (
      <ul className={classes.problems}>
        {problems.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    )
  const { gained, lost, articlesTouched, searched, candidates, lines } = preview
  return (
    <>
      <p>
        {gained === 0 && lost === 0
          ? t('panel.nothing')
          : `${[t('panel.gained', { count: gained }), lost === 0 ? null : t('panel.lost', { count: lost })]
              .filter((one) => one !== null)
              .join(', ')} ${t('panel.inArticles', { count: articlesTouched })}`}
      </p>
      {searched < candidates ? <p className="quiet">{t('panel.some', { searched, candidates })}</p> : null}
      <ul className={classes.previewLines}>
        {lines
          .filter((one) => one.change === 'gained')
          .map((line) => (
            <li key={`${line.articleId} ${line.start} ${line.concept} ${line.frame}`}>
              <Line
                line={{
                  ...line,
                  before: line.before.replace(/^[\s\S]*[\n\r]/, ''),
                  after: line.after.replace(/[\n\r][\s\S]*$/, ''),
                }}
                language={language}
              />
            </li>
          ))}
      </ul>
    </>
  )
}
