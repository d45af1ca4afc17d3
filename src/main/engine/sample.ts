import { join } from 'node:path'
import { readInputs } from '#main/importing/read-inputs.ts'
import { allSettings, setSetting } from '#main/library/queries/settings.ts'
import { createStory } from '#main/library/queries/stories.ts'
import type { EngineContext } from './context.ts'
import { storeDraft } from './store.ts'

const LOADED = 'sampleLoaded'

/**
 * Puts the shipped story into a library that never had it, so that the first launch is not an empty screen. It is done
 * once: a person who removes the sample does not get it back.
 */
export async function loadSample(engine: EngineContext): Promise<void> {
  const { db, root } = engine
  if (allSettings(db)[LOADED] !== undefined) return
  const options = { base: root, clean: false, manifest: join(root, 'seeds/manifest.csv') }
  let storyId: number | null = null
  for await (const input of readInputs(['seeds/articles'], options)) {
    if (input.kind === 'failed') continue
    storyId ??= createStory(db, input.draft.story ?? 'Sample', engine.now(), true)
    storeDraft(engine, input.draft, storyId)
  }
  setSetting(db, LOADED, engine.now())
}
