import { Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LexiconConcept } from '#shared/domain/lexicon.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { Icon } from '../../ui/icons.tsx'
import { AddFrame } from './add-entry.tsx'
import { conceptTerms, editConcept, relabelled, removeConcept } from './draft.ts'
import { EntryNotes } from './entry-notes.tsx'
import { FrameSection } from './frame-section.tsx'
import classes from './lexicons.module.css'
import { type Editing, errorOf, Swatch } from './pack-parts.tsx'

/** One concept: closed, its name and its frames' colours; open, its frames with their terms. */
export function ConceptSection({
  editing,
  concept,
  index,
  language,
  open,
  onToggle,
}: {
  readonly editing: Editing
  readonly concept: LexiconConcept
  readonly index: number
  readonly language: string
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const ui = useUiLanguage()
  const { readOnly, problems, edit, colours } = editing
  const path = ['concepts', index] as const
  const faults = problems.at(path, true).length
  return (
    <div className={classes.concept}>
      <h3 className={classes.conceptHead}>
        <button type="button" aria-expanded={open} onClick={() => onToggle(!open)}>
          <Icon name={open ? 'up' : 'down'} size={16} />
          <span className={classes.conceptName}>{concept.label[ui]}</span>
          <span className={classes.swatches}>
            {concept.frames.map((frame) => (
              <Swatch key={frame.id} place={colours(concept.id, frame.id)} />
            ))}
          </span>
          <small>{t('terms', { count: conceptTerms(concept) })}</small>
          {faults === 0 ? null : (
            <small className={classes.faultCount}>{t('faults', { count: faults })}</small>
          )}
        </button>
      </h3>
      {open ? (
        <div className={classes.conceptBody}>
          {readOnly ? null : (
            <TextInput
              label={t('conceptName')}
              value={concept.label[ui]}
              maxLength={200}
              error={errorOf([...problems.at(path), ...problems.at([...path, 'label'], true)])}
              onChange={(event) => {
                const text = event.currentTarget.value
                edit(
                  (one) =>
                    editConcept(one, concept.id, (it) => ({ ...it, label: relabelled(it.label, ui, text) })),
                  `label ${concept.id}`,
                )
              }}
            />
          )}
          <EntryNotes
            name={concept.label[ui]}
            note={concept.note}
            source={concept.source}
            readOnly={readOnly}
            faultsOf={(field) => problems.at([...path, field])}
            onChange={(field, text) =>
              edit(
                (one) => editConcept(one, concept.id, (it) => ({ ...it, [field]: text })),
                `${field} ${concept.id}`,
              )
            }
          />
          {concept.frames.map((frame, at) => (
            <FrameSection
              key={frame.id}
              editing={editing}
              concept={concept}
              frame={frame}
              index={at}
              path={[...path, 'frames', at]}
              language={language}
            />
          ))}
          {readOnly ? null : (
            <div className={classes.conceptFoot}>
              <AddFrame editing={editing} concept={concept} language={language} />
              <Button
                size="xs"
                variant="subtle"
                onClick={() => edit((one) => removeConcept(one, concept.id))}
              >
                {t('removeConcept', { name: concept.label[ui] })}
              </Button>
            </div>
          )}
        </div>
      ) : null}
    </div>
  )
}
