import { Button, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './lexicons.module.css'
import { errorOf } from './pack-parts.tsx'

/** Note and source of a concept or frame: read as a sentence, changed where the person asks for it. */
export function EntryNotes({
  name,
  note,
  source,
  readOnly,
  faultsOf,
  onChange,
}: {
  readonly name: string
  readonly note: string
  readonly source: string
  readonly readOnly: boolean
  readonly faultsOf: (field: 'note' | 'source') => readonly string[]
  readonly onChange: (field: 'note' | 'source', text: string) => void
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const [asked, setAsked] = useState(false)
  const open = !readOnly && (asked || faultsOf('note').length + faultsOf('source').length > 0)
  if (!open)
    return (
      <p className={classes.note}>
        {note} <span className="quiet">{t('sourceOf', { source })}</span>{' '}
        {readOnly ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('editNoteOf', { name })}
            onClick={() => setAsked(true)}
          >
            {t('editNote')}
          </Button>
        )}
      </p>
    )
  return (
    <div className={classes.fields}>
      <Textarea
        label={t('note')}
        autosize
        minRows={1}
        value={note}
        error={errorOf(faultsOf('note'))}
        onChange={(event) => onChange('note', event.currentTarget.value)}
      />
      <TextInput
        label={t('source')}
        value={source}
        error={errorOf(faultsOf('source'))}
        onChange={(event) => onChange('source', event.currentTarget.value)}
      />
    </div>
  )
}
