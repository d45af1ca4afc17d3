import { use, useEffect } from 'react'
import { useMatch, useSearchParams } from 'react-router'
import type { Story } from '#shared/domain/library.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useSetting } from '../../platform/settings.ts'
import { PinRequestContext } from '../notebook/pin-request.ts'

/** The story that the address speaks of: Compare's, the Library's or the concordance's filter, or the story of the article being read. */
export function useStoryOfAddress(): number | null {
  const compare = useMatch('/compare/:storyId')
  const discover = useMatch('/discover/:storyId')
  const library = useMatch('/library')
  const concordance = useMatch('/concordance')
  const read = useMatch('/read/:articleId')
  const [params] = useSearchParams()
  const articleId = toId(read?.params.articleId)
  const article = useEngineQuery('articles.get', { id: articleId ?? 1 }, { enabled: articleId !== null })
  if (compare) return toId(compare.params.storyId)
  if (discover) return toId(discover.params.storyId)
  if (library || concordance) return toId(params.get('story') ?? undefined)
  return articleId === null ? null : (article.data?.storyId ?? null)
}

/** The story to speak of now: the address's, else the one last looked at, else the first. Null without stories. */
export function useCurrentStory(): Story | null {
  const here = useStoryOfAddress()
  const stories = useEngineQuery('stories.list', {}).data
  const [last, setLast] = useSetting('lastStory')
  // A screen drawn out of sight to take a figure anew is not where the person is.
  const unseen = use(PinRequestContext) !== null
  useEffect(() => {
    if (!unseen && here !== null && String(here) !== last && stories?.some(({ id }) => id === here))
      setLast(String(here))
  }, [unseen, here, last, setLast, stories])
  if (stories === undefined) return null
  return (
    stories.find(({ id }) => id === here) ??
    stories.find(({ id }) => String(id) === last) ??
    stories[0] ??
    null
  )
}

const toId = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
