import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CallOutput } from '#shared/contract/contract.ts'
import { callKey, useEngine, useEngineQuery } from './engine.tsx'

/** What the interface remembers between visits. */
export type SettingKey =
  | 'language'
  | 'theme'
  | 'sampleStrip'
  | 'lastStory'
  | 'concept'
  | 'lexicon'
  | 'notebook'

/** The engine's state: counts, settings, running imports. */
export const useAppState = () => useEngineQuery('app.state', {})

/** A remembered setting and how to change it. The change shows at once; the engine stores it. */
export function useSetting(key: SettingKey): readonly [string | undefined, (value: string) => void] {
  const client = useEngine()
  const queries = useQueryClient()
  const settings = useAppState().data?.settings
  const value = settings !== undefined && Object.hasOwn(settings, key) ? settings[key] : undefined
  const set = useCallback(
    (next: string) => {
      queries.setQueryData<CallOutput<'app.state'>>(
        callKey('app.state', {}),
        (state) => state && { ...state, settings: { ...state.settings, [key]: next } },
      )
      void client['settings.set']({ key, value: next })
    },
    [client, queries, key],
  )
  return [value, set]
}
