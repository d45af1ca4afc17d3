import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useParams } from 'react-router'
import type { NotebookSummary } from '#shared/domain/notebook.ts'
import { useEngine, useEngineQuery } from '../../platform/engine.tsx'
import { useSetting } from '../../platform/settings.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { useCurrentStory } from '../shell/current-story.ts'
import classes from './notebook.module.css'
import { PageList } from './page-list.tsx'
import { PageView } from './page-view.tsx'

/** Notebook: figures that were pinned, with the person's own words beside them; a page becomes a handout. */
export function NotebookScreen(): ReactNode {
  const { t } = useTranslation(['notebook', 'common'])
  const errorText = useErrorText()
  const { notebookId } = useParams()
  const pages = useEngineQuery('notebook.list', {})
  const client = useEngine()
  const navigate = useNavigate()
  const [last, setLast] = useSetting('notebook')
  const [removed, setRemoved] = useState<NotebookSummary | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const open = pages.data?.find(({ id }) => String(id) === notebookId)
  useEffect(() => {
    if (open !== undefined && String(open.id) !== last) setLast(String(open.id))
  }, [open, last, setLast])
  if (pages.isError)
    return (
      <div className={classes.ask} role="alert">
        <span>{errorText(pages.error)}</span>
        <Button onClick={() => void pages.refetch()}>{t('common:retry')}</Button>
      </div>
    )
  if (pages.data === undefined) return null
  if (open === undefined && pages.data.length > 0) {
    const next = pages.data.find(({ id }) => String(id) === last) ?? pages.data[0]!
    return <Navigate to={`/notebook/${next.id}`} replace />
  }
  const remove = async (page: NotebookSummary) => {
    try {
      await client['notebook.remove']({ id: page.id })
      setRemoved(page)
    } catch (error) {
      setProblem(error)
    }
  }
  const restore = async (page: NotebookSummary) => {
    try {
      await client['notebook.restore']({ id: page.id })
      // Its address names nothing until the list has it again.
      await pages.refetch()
      setRemoved(null)
      void navigate(`/notebook/${page.id}`)
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <div className={classes.notebook}>
      {removed === null && problem === null ? null : (
        <div className={classes.notice}>
          {removed === null ? null : (
            <div className={classes.removed} role="status">
              <span>{t('notebook:pageRemoved', { title: removed.title })}</span>
              <Button size="compact-sm" onClick={() => void restore(removed)}>
                {t('common:undo')}
              </Button>
            </div>
          )}
          {problem === null ? null : <p role="alert">{errorText(problem)}</p>}
        </div>
      )}
      <PageList pages={pages.data} open={open?.id ?? null} />
      {open === undefined ? (
        <NoPages />
      ) : (
        <PageView key={open.id} id={open.id} onRemove={() => void remove(open)} />
      )}
    </div>
  )
}

function NoPages(): ReactNode {
  const { t } = useTranslation('notebook')
  const navigate = useNavigate()
  const story = useCurrentStory()
  return (
    <section className={classes.empty} aria-label={t('title')}>
      <h1>{t('empty.title')}</h1>
      <p>{t('empty.text')}</p>
      {story === null ? null : (
        <Button variant="filled" onClick={() => void navigate(`/compare/${story.id}`)}>
          {t('empty.action')}
        </Button>
      )}
    </section>
  )
}
