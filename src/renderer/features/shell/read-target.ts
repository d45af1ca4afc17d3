import { useEffect, useState } from 'react'
import { useMatch } from 'react-router'
import { useEngineQuery } from '../../platform/engine.tsx'

/** The article that "Read" in the side bar opens: the one last read, else the first of the story. Null: none to read. */
export function useReadTarget(storyId: number | null): string | null {
  const match = useMatch('/read/:articleId')
  const here = match?.params.articleId ?? null
  const [last, setLast] = useState<string | null>(null)
  useEffect(() => {
    if (here !== null) setLast(here)
  }, [here])
  const ids = useEngineQuery('articles.ids', {
    filter: storyId === null ? {} : { storyId },
    sort: 'published',
    descending: false,
  }).data
  if (here !== null) return here
  if (last !== null && ids?.includes(Number(last))) return last
  return ids?.[0] === undefined ? null : String(ids[0])
}
