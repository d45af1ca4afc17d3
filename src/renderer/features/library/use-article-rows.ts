import { useQueries } from '@tanstack/react-query'
import type { ArticleRow } from '#shared/domain/library.ts'
import { engineQuery, useEngine } from '../../platform/engine.tsx'
import type { LibraryView } from './library-address.ts'

export const PAGE_ROWS = 100

/**
 * The rows of the pages that hold the indexes from `first` to `last`. Only pages in view are asked for; a page that is
 * not here yet leaves its rows undefined.
 */
export function useArticleRows(
  view: LibraryView,
  concept: string | undefined,
  first: number,
  last: number,
): {
  readonly rowAt: (index: number) => ArticleRow | undefined
  readonly error: unknown
  readonly retry: () => void
} {
  const client = useEngine()
  const from = Math.floor(Math.max(0, first) / PAGE_ROWS)
  const to = Math.floor(Math.max(first, last, 0) / PAGE_ROWS)
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const answers = useQueries({
    queries: pages.map((page) =>
      engineQuery(client, 'articles.list', {
        filter: view.filter,
        sort: view.sort,
        descending: view.descending,
        offset: page * PAGE_ROWS,
        limit: PAGE_ROWS,
        ...(concept === undefined ? {} : { concept }),
      }),
    ),
  })
  return {
    rowAt: (index) => {
      const answer = answers[Math.floor(index / PAGE_ROWS) - from]
      return answer?.data?.rows[index % PAGE_ROWS]
    },
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const answer of answers) void answer.refetch()
    },
  }
}
