import { ActionIcon, Button, Menu } from '@mantine/core'
import type { TFunction } from 'i18next'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NotebookEntry } from '#shared/domain/notebook.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { formatDay } from '../../ui/dates.ts'
import { Icon } from '../../ui/icons.tsx'
import classes from './notebook.module.css'
import { currentWords, OwnWords } from './own-words.tsx'
import { PinnedView } from './pinned-view.tsx'

interface EntryProps {
  readonly pageId: number
  readonly entry: NotebookEntry
  /** Its number among the figures or passages; 0 for free text. */
  readonly number: number
  readonly place: number
  readonly count: number
  readonly focused: boolean
  /** It is being taken anew. */
  readonly busy: boolean
  /** Why it could not be. */
  readonly problem: string | null
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
  readonly onUpdate: () => void
  readonly onInsert: (kind: 'heading' | 'text') => void
  readonly onDrag: (begins: boolean) => void
}

/** What an entry is called: its title, or the beginning of its words. */
export function entryName(entry: NotebookEntry, t: TFunction<'notebook'>): string {
  if (entry.pin !== null) return entry.pin.title
  const words = currentWords(entry).trim().replace(/\s+/g, ' ')
  if (words !== '') return words.length > 40 ? `${words.slice(0, 40).trimEnd()}…` : words
  return t(entry.kind === 'heading' ? 'entry.heading' : 'entry.paragraph')
}

/** One entry of a page: what was pinned, the words beside it, and what can be done with it. */
export function EntryCard(props: EntryProps): ReactNode {
  const { pageId, entry, number, busy } = props
  const { t } = useTranslation('notebook')
  const id = useId()
  const { pin } = entry
  const words = (
    <OwnWords
      pageId={pageId}
      entry={entry}
      label={t(
        entry.kind === 'heading'
          ? 'entry.heading'
          : entry.kind === 'text'
            ? 'entry.paragraph'
            : 'entry.words',
      )}
      focused={props.focused}
    />
  )
  if (pin === null)
    return (
      <article className={classes.free} data-kind={entry.kind} aria-label={entryName(entry, t)}>
        {words}
        <EntryTools {...props} />
      </article>
    )
  return (
    <article className={classes.entry} aria-labelledby={id}>
      <header className={classes.entryHead}>
        <h2 id={id} lang={pin.language}>
          <span className="quiet">
            {t(pin.kind === 'figure' ? 'handout.figure' : 'handout.passage', { n: number })}.
          </span>{' '}
          {pin.title}
        </h2>
        <EntryTools {...props} />
      </header>
      <Changed entry={entry} busy={busy} problem={props.problem} onUpdate={props.onUpdate} />
      <div className={classes.beside}>
        <PinnedView pin={pin} takenAt={entry.takenAt} />
        {words}
      </div>
    </article>
  )
}

function Changed({
  entry,
  busy,
  problem,
  onUpdate,
}: Pick<EntryProps, 'entry' | 'busy' | 'problem' | 'onUpdate'>): ReactNode {
  const { t } = useTranslation('notebook')
  if (problem !== null)
    return (
      <p className={classes.changed} role="alert">
        {problem}
      </p>
    )
  if (entry.changes.length === 0) return null
  const what = entry.changes.map((one) => t(`entry.change.${one}`)).join(t('entry.and'))
  return (
    <p className={classes.changed}>
      <span>{t('entry.changed', { what })}</span>{' '}
      <Button size="compact-sm" disabled={busy} onClick={onUpdate}>
        {busy ? t('entry.updating') : t('entry.update')}
      </Button>
    </p>
  )
}

function EntryTools(props: EntryProps): ReactNode {
  const { entry, place, count, busy, onMove, onDrag } = props
  const { t } = useTranslation('notebook')
  const language = useUiLanguage()
  const name = entryName(entry, t)
  const named = (action: string) => `${action}: ${name}`
  return (
    <div className={classes.entryTools}>
      {entry.takenAt === null ? null : (
        <small className="quiet">{t('handout.taken', { day: formatDay(entry.takenAt, language) })}</small>
      )}
      <ActionIcon
        aria-label={named(t('entry.up'))}
        title={t('entry.up')}
        disabled={place === 0}
        onClick={() => onMove(place - 1)}
      >
        <Icon name="up" />
      </ActionIcon>
      <ActionIcon
        aria-label={named(t('entry.down'))}
        title={t('entry.down')}
        disabled={place === count - 1}
        onClick={() => onMove(place + 1)}
      >
        <Icon name="down" />
      </ActionIcon>
      {/* The buttons before it do the same by keyboard. */}
      <span
        className={classes.grip}
        draggable
        title={t('entry.drag')}
        aria-hidden="true"
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', name)
          const card = event.currentTarget.closest('article')
          if (card !== null) event.dataTransfer.setDragImage(card, 20, 20)
          onDrag(true)
        }}
        onDragEnd={() => onDrag(false)}
      >
        <Icon name="grip" />
      </span>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={named(t('more'))}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {entry.pin === null ? null : (
            <>
              <Menu.Item component={Link} to={entry.pin.address}>
                {t('entry.open')}
              </Menu.Item>
              <Menu.Item disabled={busy} onClick={props.onUpdate}>
                {t('entry.update')}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item onClick={() => props.onInsert('heading')}>{t('entry.insertHeading')}</Menu.Item>
          <Menu.Item onClick={() => props.onInsert('text')}>{t('entry.insertText')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={props.onRemove}>{t('entry.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
