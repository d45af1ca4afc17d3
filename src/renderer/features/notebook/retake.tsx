import { MantineProvider } from '@mantine/core'
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { FigurePin } from '#shared/domain/notebook.ts'
import { EngineProvider, useEngine, usePlatform } from '../../platform/engine.tsx'
import { cssVariables, theme } from '../../theme.ts'
import { ImportProvider } from '../import/import-provider.tsx'
import classes from './notebook.module.css'
import { PinRequestContext } from './pin-request.ts'

/** A screen that has not drawn its figure by then will not: the story, its words or the outlet are gone. */
const PATIENCE_MS = 15_000

export interface Retaken {
  readonly pin: FigurePin
  readonly filter: ArticleFilter
}

/**
 * Takes a figure anew: draws the screen at its address out of sight, with the same engine and answers, and lets the figure's
 * own "Pin to notebook" take it. One after another; resolves to null when the figure is not on its screen any more.
 */
export function useRetake(): (pin: Pick<FigurePin, 'address' | 'key'>) => Promise<Retaken | null> {
  const client = useEngine()
  const platform = usePlatform()
  const queries = useQueryClient()
  const line = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(
    ({ address, key }) => {
      const draw = () =>
        new Promise<Retaken | null>((resolve) => {
          const box = document.createElement('div')
          box.className = classes.unseen!
          box.inert = true
          box.ariaHidden = 'true'
          document.body.append(box)
          const root = createRoot(box)
          const done = (retaken: Retaken | null) => {
            clearTimeout(timer)
            resolve(retaken)
            // The root is not taken down while it is drawing.
            setTimeout(() => {
              root.unmount()
              box.remove()
            })
          }
          const timer = setTimeout(() => done(null), PATIENCE_MS)
          root.render(
            <QueryClientProvider client={queries}>
              <EngineProvider client={client} platform={platform}>
                <MantineProvider
                  theme={theme}
                  cssVariablesResolver={cssVariables}
                  // The document's own provider has set them.
                  withCssVariables={false}
                  getRootElement={() => undefined}
                >
                  <ImportProvider>
                    <PinRequestContext value={{ key, take: (pin, filter) => done({ pin, filter }) }}>
                      <RouterProvider router={routerAt(address)} />
                    </PinRequestContext>
                  </ImportProvider>
                </MantineProvider>
              </EngineProvider>
            </QueryClientProvider>,
          )
        })
      const next = line.current.then(draw, draw)
      line.current = next
      return next
    },
    [client, platform, queries],
  )
}

const routerAt = (address: string) =>
  createMemoryRouter(
    [
      {
        path: 'compare/:storyId',
        hydrateFallbackElement: <></>,
        lazy: async () => ({
          Component: (await import('../compare/compare-screen.tsx')).CompareScreen,
        }),
      },
      {
        path: 'concordance',
        hydrateFallbackElement: <></>,
        lazy: async () => ({
          Component: (await import('../concordance/concordance-screen.tsx')).ConcordanceScreen,
        }),
      },
      {
        path: 'discover/:storyId?',
        hydrateFallbackElement: <></>,
        lazy: async () => ({
          Component: (await import('../discover/discover-screen.tsx')).DiscoverScreen,
        }),
      },
      { path: '*', element: null },
    ],
    { initialEntries: [address] },
  )
