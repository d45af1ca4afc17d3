import type { ReactNode } from 'react'
import { Navigate, useNavigation } from 'react-router'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useAppState, useSetting } from '../../platform/settings.ts'

/**
 * Where a start without an address goes: the sample story at first, the story last looked at later, and the library when
 * there is no story to compare.
 */
export function FirstScreen(): ReactNode {
  const state = useAppState().data
  const stories = useEngineQuery('stories.list', {})
  const [lastStory] = useSetting('lastStory')
  // Somebody has already asked for another screen, which is on its way: do not send them back.
  const leaving = useNavigation().state !== 'idle'
  if (leaving || state === undefined || (stories.data === undefined && !stories.isError)) return null
  if (state.sampleOnly && state.sampleStoryId !== null) {
    return <Navigate to={`/compare/${state.sampleStoryId}?open=first`} replace />
  }
  const story = stories.data?.find(({ id }) => String(id) === lastStory) ?? stories.data?.[0]
  return <Navigate to={story === undefined ? '/library' : `/compare/${story.id}`} replace />
}
