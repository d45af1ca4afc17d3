import { ActionIcon, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LexiconConcept, LexiconFrame } from '#shared/domain/lexicon.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { Icon } from '../../ui/icons.tsx'
import { AddTerm } from './add-term.tsx'
import { editFrame, moveFrame, relabelled, removeFrame, termsOf } from './draft.ts'
import { EntryNotes } from './entry-notes.tsx'
import classes from './lexicons.module.css'
import { type Editing, errorOf, Swatch } from './pack-parts.tsx'
import { TermRow } from './term-row.tsx'

/** One frame: its name in its colour, its place among the others, and its terms in one language. */
export function FrameSection({
  editing,
  concept,
  frame,
  index,
  path,
  language,
}: {
  readonly editing: Editing
  readonly concept: LexiconConcept
  readonly frame: LexiconFrame
  readonly index: number
  readonly path: readonly (string | number)[]
  readonly language: string
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const ui = useUiLanguage()
  const [opened, setOpened] = useState<string | null>(null)
  const { readOnly, problems, edit, colours } = editing
  const name = frame.label[ui]
  const terms = termsOf(frame, language)
  return (
    <fieldset className={classes.frame} aria-label={name}>
      <div className={classes.frameHead}>
        <Swatch place={colours(concept.id, frame.id)} />
        {readOnly ? (
          <h4>{name}</h4>
        ) : (
          <TextInput
            className={classes.frameName}
            aria-label={t('frameName')}
            value={name}
            maxLength={200}
            error={errorOf([...problems.at(path), ...problems.at([...path, 'label'], true)])}
            onChange={(event) => {
              const text = event.currentTarget.value
              edit(
                (one) =>
                  editFrame(one, concept.id, frame.id, (it) => ({
                    ...it,
                    label: relabelled(it.label, ui, text),
                  })),
                `label ${concept.id} ${frame.id}`,
              )
            }}
          />
        )}
        {readOnly ? null : (
          <span className={classes.frameTools}>
            <ActionIcon
              aria-label={t('frameUp', { name })}
              disabled={index === 0}
              onClick={() => edit((one) => moveFrame(one, concept.id, frame.id, -1))}
            >
              <Icon name="up" size={16} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('frameDown', { name })}
              disabled={index === concept.frames.length - 1}
              onClick={() => edit((one) => moveFrame(one, concept.id, frame.id, 1))}
            >
              <Icon name="down" size={16} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('removeFrame', { name })}
              onClick={() => edit((one) => removeFrame(one, concept.id, frame.id))}
            >
              <Icon name="close" size={16} />
            </ActionIcon>
          </span>
        )}
      </div>
      <EntryNotes
        name={name}
        note={frame.note}
        source={frame.source}
        readOnly={readOnly}
        faultsOf={(field) => problems.at([...path, field])}
        onChange={(field, text) =>
          edit(
            (one) => editFrame(one, concept.id, frame.id, (it) => ({ ...it, [field]: text })),
            `${field} ${concept.id} ${frame.id}`,
          )
        }
      />
      {terms.length === 0 ? (
        <p className={classes.none}>{t('noTerms')}</p>
      ) : (
        <ul className={classes.terms}>
          {terms.map((term, at) => (
            <TermRow
              key={term.id}
              editing={editing}
              concept={concept}
              place={{ concept: concept.id, frame: frame.id, language, term: term.id }}
              term={term}
              path={[...path, 'terms', language, at]}
              open={opened === term.id}
              onOpen={(open) => setOpened(open ? term.id : null)}
            />
          ))}
        </ul>
      )}
      {readOnly ? null : <AddTerm editing={editing} concept={concept} frame={frame} language={language} />}
    </fieldset>
  )
}
