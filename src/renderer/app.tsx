import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router/dom'
import type { EngineClient } from '#shared/contract/client.ts'
import { ImportProvider } from './features/import/import-provider.tsx'
import { EngineUnreachable } from './features/shell/engine-unreachable.tsx'
import { EngineProvider, useConnection } from './platform/engine.tsx'
import { useAppState, useSetting } from './platform/settings.ts'
import type { Platform } from './platform/types.ts'
import { createAppRouter } from './router.tsx'
import { isUiLanguage } from './strings/i18n.ts'
import { cssVariables, theme } from './theme.ts'
import { useColourScheme } from './use-colour-scheme.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The engine tells when something changed; nothing goes stale by itself.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: 1,
    },
    mutations: { networkMode: 'always' },
  },
})

/** The whole front over a client of the engine. */
export function App({
  client,
  platform,
}: {
  readonly client: EngineClient
  readonly platform: Platform
}): ReactNode {
  return (
    <QueryClientProvider client={queries}>
      <EngineProvider client={client} platform={platform}>
        <Themed />
      </EngineProvider>
    </QueryClientProvider>
  )
}

function Themed(): ReactNode {
  const scheme = useColourScheme()
  useSettingLanguage()
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
      <Opened />
    </MantineProvider>
  )
}

/** The screens, once the engine has told its state: the first screen depends on it. */
function Opened(): ReactNode {
  const [router] = useState(createAppRouter)
  const connection = useConnection()
  const state = useAppState()
  if (state.data !== undefined) {
    return (
      <ImportProvider>
        <RouterProvider router={router} />
      </ImportProvider>
    )
  }
  if (state.isError || connection === 'lost') {
    return <EngineUnreachable error={state.error} onRetry={() => void state.refetch()} />
  }
  return null
}

/** Follows the remembered language, and tells it to the document for screen readers and hyphenation. */
function useSettingLanguage(): void {
  const [language] = useSetting('language')
  const { i18n } = useTranslation()
  useEffect(() => {
    if (isUiLanguage(language) && language !== i18n.language) void i18n.changeLanguage(language)
  }, [language, i18n])
  useEffect(() => {
    document.documentElement.lang = i18n.language
  }, [i18n.language])
}
