import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, useNavigate } from 'react-router'
import type { NotebookSummary } from '#shared/domain/notebook.ts'
import { callKey, useEngine } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import classes from './notebook.module.css'

/** The notebook's pages, and a new one. */
export function PageList({
  pages,
  open,
}: {
  readonly pages: readonly NotebookSummary[]
  readonly open: number | null
}): ReactNode {
  const { t } = useTranslation('notebook')
  const language = useUiLanguage()
  const client = useEngine()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const [title, setTitle] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const create = async (event: FormEvent) => {
    event.preventDefault()
    if (title === null || title.trim() === '') return
    try {
      const page = await client['notebook.create']({ title, storyId: null })
      // Its address names nothing until the list has it.
      await queries.invalidateQueries({ queryKey: callKey('notebook.list', {}) })
      setTitle(null)
      void navigate(`/notebook/${page.id}`)
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <nav className={classes.pages} aria-label={t('pages')}>
      {pages.length === 0 ? null : (
        <ul>
          {pages.map((page) => (
            <li key={page.id}>
              <NavLink to={`/notebook/${page.id}`} data-open={page.id === open || undefined}>
                <span className={classes.pageName}>{page.title}</span>
                <small className={classes.pageFacts} title={t('entries', { count: page.entries })}>
                  {new Intl.NumberFormat(language).format(page.entries)}
                </small>
              </NavLink>
            </li>
          ))}
        </ul>
      )}
      {title === null ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setTitle('')}>
          {t('newPage')}
        </Button>
      ) : (
        <form onSubmit={(event) => void create(event)}>
          <TextInput
            label={t('nameNew')}
            value={title}
            maxLength={300}
            data-autofocus
            ref={(field) => {
              if (field !== null && field.value === '') field.focus()
            }}
            onChange={(event) => setTitle(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setTitle(null)
            }}
          />
          <Button type="submit" size="compact-sm" disabled={title.trim() === ''}>
            {t('create')}
          </Button>
        </form>
      )}
      {problem === null ? null : <p role="alert">{errorText(problem)}</p>}
    </nav>
  )
}
