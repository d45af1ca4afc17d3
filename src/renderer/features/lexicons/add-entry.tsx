import { Autocomplete, Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mergedConcepts } from '#shared/domain/concepts.ts'
import type { LexiconConcept, LexiconFrame, LocalisedText } from '#shared/domain/lexicon.ts'
import { freeId, slug } from '#shared/domain/lexicon-ids.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { addConcept, addFrame } from './draft.ts'
import classes from './lexicons.module.css'
import type { Editing } from './pack-parts.tsx'

interface Known {
  readonly id: string
  readonly label: LocalisedText
}

/** All concepts of all packs, so that a pack can add to one instead of making another of the same meaning. */
function useKnownConcepts() {
  const packs = useEngineQuery('lexicons.list', { all: true }).data ?? []
  return [...mergedConcepts(packs).values()]
}

const byName = <Item extends Known>(items: readonly Item[], name: string): Item | undefined =>
  items.find(({ label }) => [label.en, label.ru].some((one) => one.toLowerCase() === name.toLowerCase()))

/** A further concept: one that another pack has, to add to it, or a new one. */
export function AddConcept({
  editing,
  language,
  onAdded,
}: {
  readonly editing: Editing
  readonly language: string
  readonly onAdded: (id: string) => void
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const { lexicon, edit } = editing
  const known = useKnownConcepts()
  const others = known.filter(({ id }) => !lexicon.concepts.some((one) => one.id === id))
  return (
    <AddByName
      label={t('addConcept')}
      hint={t('addConceptHint')}
      known={others}
      onAdd={(name) => {
        const there = byName(others, name)
        const label = there?.label ?? { en: name, ru: name }
        const id =
          there?.id ??
          freeId(
            `${lexicon.id}-${slug(name, 'concept')}`,
            new Set([...known, ...lexicon.concepts].map((one) => one.id)),
          )
        const first = there?.frames[0]
        const frame: LexiconFrame = {
          id: first?.id ?? 'frame-1',
          label: first?.label ?? { en: t('firstFrame', { lng: 'en' }), ru: t('firstFrame', { lng: 'ru' }) },
          note: t('addedByMe'),
          source: t('ownReading'),
          terms: { [language]: [] },
        }
        edit((one) =>
          addConcept(one, { id, label, note: t('addedByMe'), source: t('ownReading'), frames: [frame] }),
        )
        onAdded(id)
      }}
    />
  )
}

/** A further frame of a concept: one that another pack gives it, or a new one. */
export function AddFrame({
  editing,
  concept,
  language,
}: {
  readonly editing: Editing
  readonly concept: LexiconConcept
  readonly language: string
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const known = useKnownConcepts().find(({ id }) => id === concept.id)?.frames ?? []
  const others = known.filter(({ id }) => !concept.frames.some((one) => one.id === id))
  return (
    <AddByName
      label={t('addFrame')}
      hint={null}
      known={others}
      onAdd={(name) => {
        const there = byName(others, name)
        const taken = new Set([...known, ...concept.frames].map(({ id }) => id))
        editing.edit((one) =>
          addFrame(one, concept.id, {
            id: there?.id ?? freeId(slug(name, 'frame'), taken),
            label: there?.label ?? { en: name, ru: name },
            note: t('addedByMe'),
            source: t('ownReading'),
            terms: { [language]: [] },
          }),
        )
      }}
    />
  )
}

function AddByName({
  label,
  hint,
  known,
  onAdd,
}: {
  readonly label: string
  readonly hint: string | null
  readonly known: readonly Known[]
  readonly onAdd: (name: string) => void
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const ui = useUiLanguage()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onAdd(name.trim())
    setName('')
  }
  return (
    <form className={classes.addEntry} onSubmit={submit}>
      <Autocomplete
        size="xs"
        className={classes.addEntryField}
        label={label}
        {...(hint === null ? {} : { description: hint })}
        value={name}
        limit={50}
        data={[...new Set(known.map((one) => one.label[ui]))]}
        onChange={setName}
      />
      <Button type="submit" size="xs" disabled={name.trim() === ''}>
        {t('add')}
      </Button>
    </form>
  )
}
