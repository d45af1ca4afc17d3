import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LexiconConcept, LexiconFrame } from '#shared/domain/lexicon.ts'
import { termId } from '#shared/domain/lexicon-ids.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { addTerm, patternOf, termIdsOf } from './draft.ts'
import classes from './lexicons.module.css'
import type { Editing } from './pack-parts.tsx'

const TYPING_MS = 250
const MOST_FORMS = 18

/** A word or phrase to add, and the forms in which it would count; a form that should not is switched off. */
export function AddTerm({
  editing,
  concept,
  frame,
  language,
}: {
  readonly editing: Editing
  readonly concept: LexiconConcept
  readonly frame: LexiconFrame
  readonly language: string
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const ui = useUiLanguage()
  const input = useRef<HTMLInputElement>(null)
  const formsId = useId()
  const [typed, setTyped] = useState('')
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set())
  const [term] = useDebouncedValue(typed.trim(), TYPING_MS)
  // Somebody who writes the notation knows what they want.
  const notation = /[=*|{]/.test(typed)
  const proposal = useEngineQuery(
    'lexicons.proposeForms',
    { language, term: term === '' ? '-' : term },
    { enabled: term !== '' && !notation, placeholderData: (before) => before },
  ).data
  const current = typed.trim() !== '' && !notation && proposal !== undefined && proposal.words.length > 0
  const words = (proposal?.words ?? []).map((word) => ({
    ...word,
    dropped: new Set(
      word.forms.map(({ form }) => form).filter((form) => dropped.has(`${word.word} ${form}`)),
    ),
  }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const written = typed.trim()
    if (written === '') return input.current?.focus()
    const pattern = current && term === written ? patternOf(words) : written
    editing.edit((one) =>
      addTerm(
        one,
        { concept: concept.id, frame: frame.id, language },
        {
          id: termId(one.id, language, pattern, termIdsOf(one)),
          pattern,
          note: t('addedByMe'),
          source: t('ownReading'),
        },
      ),
    )
    setTyped('')
    setDropped(new Set())
    input.current?.focus()
  }
  return (
    <form className={classes.addTerm} onSubmit={submit}>
      <TextInput
        ref={input}
        size="xs"
        className={classes.addTermField}
        label={t('addTermTo', { name: frame.label[ui] })}
        aria-describedby={formsId}
        lang={language}
        spellCheck={false}
        autoCapitalize="none"
        maxLength={300}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setDropped(new Set())
        }}
      />
      <Button type="submit" size="xs">
        {t('addTerm')}
      </Button>
      <div id={formsId} className={classes.forms}>
        {current
          ? // A word that stands twice in a phrase is shown once.
            [...new Map(words.map((one) => [one.word, one])).values()].map(
              ({ word, lemma, known, forms, dropped: out }) => (
                <fieldset key={word} className={classes.formList}>
                  <legend>
                    {t(known ? 'formsKnown' : 'formsGuessed', { word: lemma, count: forms.length })}
                  </legend>
                  {forms.slice(0, MOST_FORMS).map(({ form, guessed, inLibrary }) => (
                    <button
                      key={form}
                      type="button"
                      lang={language}
                      aria-pressed={!out.has(form)}
                      className={classes.form}
                      data-guessed={guessed || undefined}
                      data-here={inLibrary || undefined}
                      title={[guessed ? t('formGuessed') : null, inLibrary ? t('formHere') : t('formNowhere')]
                        .filter((one) => one !== null)
                        .join(' ')}
                      onClick={() => {
                        const key = `${word} ${form}`
                        const next = new Set(dropped)
                        if (!next.delete(key)) next.add(key)
                        setDropped(next)
                      }}
                    >
                      {form}
                    </button>
                  ))}
                  {forms.length > MOST_FORMS ? (
                    <span className="few">{t('moreForms', { count: forms.length - MOST_FORMS })}</span>
                  ) : null}
                </fieldset>
              ),
            )
          : null}
      </div>
    </form>
  )
}
