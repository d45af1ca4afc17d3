import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LexiconExclusion, LexiconTerm } from '#shared/domain/lexicon.ts'
import { Icon } from '../../ui/icons.tsx'
import { editTerm, type TermPlace } from './draft.ts'
import classes from './lexicons.module.css'
import { type Editing, errorOf } from './pack-parts.tsx'

const FIELDS = ['pattern', 'note', 'example'] as const

/** Where a term does not count, each with the reason and a sentence that the check runs. */
export function Exclusions({
  editing,
  place,
  term,
  path,
}: {
  readonly editing: Editing
  readonly place: TermPlace
  readonly term: LexiconTerm
  readonly path: readonly (string | number)[]
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const list = term.exclude ?? []
  const put = (next: readonly LexiconExclusion[], field?: string) =>
    editing.edit(
      (one) =>
        editTerm(one, place, ({ exclude: _, ...it }) => (next.length === 0 ? it : { ...it, exclude: next })),
      field,
    )
  return (
    <>
      {list.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an exclusion has no id; its place is what it is.
        <fieldset key={index} className={classes.exclusionFields}>
          <legend>{t('exclusionOf', { number: index + 1 })}</legend>
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              label={t(`exclusionField.${field}`)}
              {...(field === 'pattern' ? { classNames: { input: classes.mono } } : {})}
              value={one[field]}
              error={errorOf(editing.problems.at([...path, 'exclude', index, field]))}
              onChange={(event) => {
                const text = event.currentTarget.value
                put(
                  list.map((it, at) => (at === index ? { ...it, [field]: text } : it)),
                  `exclude ${field} ${index} ${term.id}`,
                )
              }}
            />
          ))}
          <ActionIcon
            aria-label={t('removeExclusion', { number: index + 1 })}
            onClick={() => put(list.filter((_, at) => at !== index))}
          >
            <Icon name="close" size={16} />
          </ActionIcon>
        </fieldset>
      ))}
      <Button
        size="xs"
        variant="subtle"
        className={classes.inlineButton}
        onClick={() => put([...list, { pattern: '', note: t('addedByMe'), example: '' }])}
      >
        {t('addExclusion')}
      </Button>
    </>
  )
}
