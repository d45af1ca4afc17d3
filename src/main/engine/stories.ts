import {
  createStory,
  getStory,
  listStories,
  removeStory,
  renameStory,
} from '#main/library/queries/stories.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'

/** Calls on stories. */
export function storyHandlers(engine: EngineContext): Handlers {
  const { db } = engine
  const require = (found: boolean) => {
    if (!found) throw new ParallaxError('not-found', 'This story is no longer in the library.')
    engine.changed('stories', 'articles')
    return null
  }
  return {
    'stories.list': () => listStories(db),
    'stories.create': ({ title }) => {
      const story = getStory(db, createStory(db, title, engine.now()))!
      engine.changed('stories')
      return story
    },
    'stories.rename': ({ id, title }) => require(renameStory(db, id, title)),
    'stories.remove': ({ id }) => require(removeStory(db, id)),
  }
}
