import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUiLanguage } from '../../strings/use-language.ts'
import { languageName } from '../../ui/dates.ts'
import { useErrorText } from '../../ui/error-text.ts'

import classes from './lexicons.module.css'

const OFFERED = ['en', 'ru', 'de'] as const

/** A name (and, for a new pack, languages), asked for where it is needed. */
export function NewPackForm({
  label,
  action,
  given = '',
  withLanguages = false,
  onSubmit,
  onCancel,
}: {
  readonly label: string
  readonly action: string
  readonly given?: string
  readonly withLanguages?: boolean
  readonly onSubmit: (title: string, languages: readonly string[]) => Promise<void>
  readonly onCancel: () => void
}): ReactNode {
  const { t } = useTranslation(['lexicons', 'common'])
  const language = useUiLanguage()
  const errorText = useErrorText()
  const input = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState(given)
  const [languages, setLanguages] = useState<readonly string[]>([language])
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => input.current?.select(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return input.current?.focus()
    onSubmit(title.trim(), languages).catch(setProblem)
  }
  return (
    <form
      className={classes.newPack}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <TextInput
        ref={input}
        label={label}
        value={title}
        maxLength={200}
        error={problem === null ? undefined : errorText(problem)}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {withLanguages ? (
        <Checkbox.Group label={t('lexicons:languages')} value={[...languages]} onChange={setLanguages}>
          <div className={classes.checks}>
            {OFFERED.map((one) => (
              <Checkbox
                key={one}
                size="xs"
                value={one}
                label={languageName(one, language)}
                disabled={languages.length === 1 && languages[0] === one}
              />
            ))}
          </div>
        </Checkbox.Group>
      ) : null}
      <div className={classes.buttons}>
        <Button type="submit" size="xs" variant="filled">
          {action}
        </Button>
        <Button size="xs" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}
