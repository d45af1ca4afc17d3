import { Button } from '@mantine/core'
import { type DragEvent, Fragment, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { NotebookEntry } from '#shared/domain/notebook.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import { useKeptScroll } from '../../ui/use-kept-scroll.ts'
import { EntryCard, entryName } from './entry-card.tsx'
import { numbered } from './export/page.ts'
import classes from './notebook.module.css'
import { PageHead } from './page-head.tsx'
import { useExports } from './use-exports.ts'
import { usePageActions } from './use-page-actions.ts'

/** One page: its entries in order, each with the person's words, and what can be made of it. */
export function PageView({
  id,
  onRemove,
}: {
  readonly id: number
  readonly onRemove: () => void
}): ReactNode {
  const { t } = useTranslation(['notebook', 'common'])
  const errorText = useErrorText()
  const [params] = useSearchParams()
  const answer = useEngineQuery('notebook.get', { id }, { placeholderData: (before) => before })
  const page = answer.data ?? null
  const work = useRef<HTMLElement>(null)
  useKeptScroll(work, 'work', page !== null)
  const actions = usePageActions(page)
  const exports = useExports(page)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const problem = answer.error ?? actions.problem ?? exports.problem
  if (page === null)
    return answer.isError ? (
      <div className={classes.ask} role="alert">
        {errorText(answer.error)}
      </div>
    ) : null
  const asked = Number(params.get('entry') ?? 0)
  const changed = page.content.filter(({ changes }) => changes.length > 0)
  const drop = (to: number) => {
    const from = page.content.findIndex((one) => one.id === dragged)
    setDragged(null)
    setOver(null)
    // Taken out of its place first: what stands below moves up by one.
    if (from !== -1 && to !== from && to !== from + 1)
      actions.move(page.content[from]!, to > from ? to - 1 : to)
  }
  const undone = (entry: NotebookEntry) => (
    <div className={classes.removed} role="status">
      <span>{t('notebook:entry.removed', { name: entryName(entry, t) })}</span>
      <Button size="compact-sm" onClick={() => actions.restore(entry)}>
        {t('common:undo')}
      </Button>
    </div>
  )
  const { removed } = actions
  return (
    <section ref={work} className={classes.work} aria-label={page.title}>
      <div className={classes.column}>
        <PageHead
          page={page}
          onRename={actions.rename}
          onRemove={onRemove}
          onExport={(kind) => void exports.run(kind)}
        />
        {problem === null ? null : (
          <div className={classes.ask} role="alert">
            {errorText(problem)}
          </div>
        )}
        {changed.length < 2 ? null : (
          <Button
            className={classes.updateAll}
            disabled={actions.busy.size > 0}
            onClick={() => changed.forEach(actions.update)}
          >
            {t('notebook:updateAll', { count: changed.length })}
          </Button>
        )}
        {page.content.length === 0 && removed === null ? (
          <p className={classes.none}>{t('notebook:empty.page')}</p>
        ) : null}
        <ol className={classes.entries}>
          {numbered(page).map(({ number }, index) => {
            const entry = page.content[index]!
            return (
              <Fragment key={entry.id}>
                {removed?.at === index ? <li>{undone(removed.entry)}</li> : null}
                <li
                  data-entry={entry.id}
                  data-over={over === index || undefined}
                  data-dragged={dragged === entry.id || undefined}
                  onDragOver={(event) => {
                    if (dragged === null) return
                    event.preventDefault()
                    setOver(placeUnder(event, index))
                  }}
                  onDrop={(event) => {
                    if (dragged === null) return
                    event.preventDefault()
                    drop(placeUnder(event, index))
                  }}
                >
                  <EntryCard
                    pageId={page.id}
                    entry={entry}
                    number={number}
                    place={index}
                    count={page.content.length}
                    focused={entry.id === (actions.added ?? asked)}
                    busy={actions.busy.has(entry.id)}
                    problem={actions.failed.get(entry.id) ?? null}
                    onMove={(to) => actions.move(entry, to)}
                    onRemove={() => actions.remove(entry, index)}
                    onUpdate={() => actions.update(entry)}
                    onInsert={(kind) => actions.add(kind, index)}
                    onDrag={(begins) => {
                      setDragged(begins ? entry.id : null)
                      setOver(null)
                    }}
                  />
                </li>
              </Fragment>
            )
          })}
        </ol>
        {removed !== null && removed.at >= page.content.length ? undone(removed.entry) : null}
        <div className={classes.adders} data-over={over === page.content.length || undefined}>
          <Button variant="subtle" onClick={() => actions.add('heading')}>
            {t('notebook:addHeading')}
          </Button>
          <Button variant="subtle" onClick={() => actions.add('text')}>
            {t('notebook:addText')}
          </Button>
        </div>
        <p className="visually-hidden" role="status">
          {actions.said}
        </p>
      </div>
    </section>
  )
}

/** The place above or below an entry that the pointer is nearer to. */
function placeUnder({ currentTarget, clientY }: DragEvent<HTMLElement>, index: number): number {
  const box = currentTarget.getBoundingClientRect()
  return clientY < box.top + box.height / 2 ? index : index + 1
}
