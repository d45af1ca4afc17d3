import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LexiconConcept, LexiconTerm } from '#shared/domain/lexicon.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { Icon } from '../../ui/icons.tsx'
import { editTerm, moveTerm, removeTerm, type TermPlace } from './draft.ts'
import { Exclusions } from './exclusions.tsx'
import classes from './lexicons.module.css'
import { type Editing, errorOf, Faults, Pattern } from './pack-parts.tsx'

const PARTS = ['noun', 'verb', 'adjective', 'adverb'] as const

interface TermRowProps {
  readonly editing: Editing
  readonly concept: LexiconConcept
  readonly place: TermPlace
  readonly term: LexiconTerm
  readonly path: readonly (string | number)[]
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** One term: its pattern with what limits it; opened, everything about it, to read or to change. */
export function TermRow(props: TermRowProps): ReactNode {
  const { editing, place, term, path, open, onOpen } = props
  const { t } = useTranslation('lexicons')
  const faults = editing.problems.at(path, true)
  const limits = [
    term.pos === undefined ? null : t(`pos.${term.pos}`),
    term.caseSensitive ? t('capitals') : null,
    term.exclude === undefined || term.exclude.length === 0
      ? null
      : t('exclusions', { count: term.exclude.length }),
  ].filter((one) => one !== null)
  return (
    <li className={classes.term} data-open={open || undefined}>
      <button type="button" className={classes.termHead} aria-expanded={open} onClick={() => onOpen(!open)}>
        <code lang={place.language}>
          {term.pattern === '' ? t('emptyPattern') : <Pattern text={term.pattern} />}
        </code>
        {limits.length === 0 ? null : <small>{limits.join(' · ')}</small>}
        {faults.length === 0 || open ? null : (
          <small className={classes.faultCount}>{t('faults', { count: faults.length })}</small>
        )}
        <Icon name={open ? 'up' : 'down'} size={14} />
      </button>
      {open ? editing.readOnly ? <Shown term={term} /> : <Fields {...props} /> : null}
    </li>
  )
}

function Shown({ term }: { readonly term: LexiconTerm }): ReactNode {
  const { t } = useTranslation('lexicons')
  return (
    <div className={classes.termBody}>
      <p>
        {term.note} <span className="quiet">{t('sourceOf', { source: term.source })}</span>
      </p>
      {(term.exclude ?? []).map((one) => (
        <p key={one.pattern} className={classes.exclusion}>
          {t('notCounted')} <code>{one.pattern}</code>: {one.note} <i>{one.example}</i>
        </p>
      ))}
    </div>
  )
}

function Fields({ editing, concept, place, term, path, onOpen }: TermRowProps): ReactNode {
  const { t } = useTranslation('lexicons')
  const ui = useUiLanguage()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { problems, edit } = editing
  const put = (change: (term: LexiconTerm) => LexiconTerm, field?: string) =>
    edit((one) => editTerm(one, place, change), field === undefined ? undefined : `${field} ${term.id}`)
  const at = (field: string) => errorOf(problems.at([...path, field]))
  return (
    <div className={classes.termBody}>
      <Faults messages={[...problems.at(path), ...problems.at([...path, 'id'])]} />
      <TextInput
        ref={first}
        label={t('pattern')}
        description={t('patternHint')}
        classNames={{ input: classes.mono }}
        lang={place.language}
        spellCheck={false}
        autoCapitalize="none"
        value={term.pattern}
        error={at('pattern')}
        onChange={(event) => {
          const pattern = event.currentTarget.value
          put((one) => ({ ...one, pattern }), 'pattern')
        }}
      />
      <div className={classes.fields}>
        <NativeSelect
          label={t('frame')}
          value={place.frame}
          data={concept.frames.map(({ id, label }) => ({ value: id, label: label[ui] }))}
          onChange={(event) => {
            const frame = event.currentTarget.value
            edit((one) => moveTerm(one, place, frame))
          }}
        />
        <NativeSelect
          label={t('posLabel')}
          value={term.pos ?? ''}
          data={[
            { value: '', label: t('anyPos') },
            ...PARTS.map((value) => ({ value, label: t(`pos.${value}`) })),
          ]}
          onChange={(event) => {
            const pos = PARTS.find((one) => one === event.currentTarget.value)
            put(({ pos: _, ...one }) => (pos === undefined ? one : { ...one, pos }))
          }}
        />
        <Checkbox
          className={classes.capitals}
          label={t('capitals')}
          checked={term.caseSensitive ?? false}
          onChange={(event) => {
            const { checked } = event.currentTarget
            put(({ caseSensitive: _, ...one }) => (checked ? { ...one, caseSensitive: true } : one))
          }}
        />
      </div>
      <div className={classes.fields}>
        <Textarea
          label={t('noteOfTerm')}
          autosize
          minRows={1}
          value={term.note}
          error={at('note')}
          onChange={(event) => {
            const note = event.currentTarget.value
            put((one) => ({ ...one, note }), 'note')
          }}
        />
        <TextInput
          label={t('source')}
          value={term.source}
          error={at('source')}
          onChange={(event) => {
            const source = event.currentTarget.value
            put((one) => ({ ...one, source }), 'source')
          }}
        />
      </div>
      <Exclusions editing={editing} place={place} term={term} path={path} />
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => onOpen(false)}>
          {t('done')}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => edit((one) => removeTerm(one, place))}>
          {t('removeTerm')}
        </Button>
      </div>
    </div>
  )
}
