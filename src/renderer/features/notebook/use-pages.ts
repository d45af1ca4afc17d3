import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotebookSummary } from '#shared/domain/notebook.ts'
import { callKey, useEngine, useEngineQuery } from '../../platform/engine.tsx'
import { useSetting } from '../../platform/settings.ts'

/** A page to pin to: one that is there, or one to be made (`id` null). */
export interface PageChoice {
  readonly id: number | null
  readonly title: string
  readonly storyId: number | null
}

/**
 * The pages to pin to: the story's own first (to be made where it has none), then the one last used, then the others.
 * `resolve` makes the page that is not there yet.
 */
export function usePages(storyId: number | null): {
  readonly choices: readonly PageChoice[]
  readonly resolve: (choice: PageChoice) => Promise<NotebookSummary>
} {
  const { t } = useTranslation('notebook')
  const client = useEngine()
  const queries = useQueryClient()
  const pages = useEngineQuery('notebook.list', {}).data ?? []
  const stories = useEngineQuery('stories.list', {}).data
  const [last, setLast] = useSetting('notebook')
  const story = stories?.find(({ id }) => id === storyId)
  const own = pages.find((one) => storyId !== null && one.storyId === storyId)
  const others = pages
    .filter(({ id }) => id !== own?.id)
    .toSorted((a, b) => Number(String(b.id) === last) - Number(String(a.id) === last))
  const first: readonly PageChoice[] =
    own !== undefined
      ? [own]
      : story === undefined
        ? []
        : [{ id: null, title: story.title, storyId: story.id }]
  const resolve = useCallback(
    async (choice: PageChoice): Promise<NotebookSummary> => {
      const page =
        choice.id === null
          ? await client['notebook.create']({ title: choice.title, storyId: choice.storyId })
          : { ...choice, id: choice.id, entries: 0 }
      // Its address names nothing until the list has it.
      if (choice.id === null) await queries.invalidateQueries({ queryKey: callKey('notebook.list', {}) })
      setLast(String(page.id))
      return page
    },
    [client, queries, setLast],
  )
  return {
    choices: [...first, ...others, { id: null, title: t('newPageTitle'), storyId: null }],
    resolve,
  }
}
