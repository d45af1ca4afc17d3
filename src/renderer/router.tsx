import { createHashRouter, Navigate } from 'react-router'
import { FirstScreen } from './features/shell/first-screen.tsx'
import { ScreenError } from './features/shell/screen-error.tsx'
import { Shell } from './features/shell/shell.tsx'

/**
 * All view state lives in the address, so that every view can be linked to and Back returns to it:
 * `#/library?…`, `#/compare/:storyId?`, `#/read/:articleId`, `#/concordance?…`, `#/discover/:storyId?`,
 * `#/lexicons/:lexiconId?`, `#/notebook/:notebookId?`.
 * The first launch goes to `#/compare/<sample story>?open=first`: `open=first` asks Compare to open one panel by itself.
 */
export const createAppRouter = () =>
  createHashRouter([
    {
      path: '/',
      element: <Shell />,
      errorElement: <ScreenError />,
      // The frame stands at once; what comes later is the screen inside it.
      hydrateFallbackElement: <></>,
      children: [
        {
          errorElement: <ScreenError />,
          children: [
            { index: true, element: <FirstScreen /> },
            {
              path: 'library',
              lazy: async () => ({
                Component: (await import('./features/library/library-screen.tsx')).LibraryScreen,
              }),
            },
            {
              path: 'compare/:storyId?',
              lazy: async () => ({
                Component: (await import('./features/compare/compare-screen.tsx')).CompareScreen,
              }),
            },
            { path: 'read', element: <Navigate to="/library" replace /> },
            {
              path: 'read/:articleId',
              lazy: async () => ({ Component: (await import('./features/read/read-screen.tsx')).ReadScreen }),
            },
            {
              path: 'concordance',
              lazy: async () => ({
                Component: (await import('./features/concordance/concordance-screen.tsx')).ConcordanceScreen,
              }),
            },
            {
              path: 'lexicons/:lexiconId?',
              lazy: async () => ({
                Component: (await import('./features/lexicons/lexicons-screen.tsx')).LexiconsScreen,
              }),
            },
            {
              path: 'discover/:storyId?',
              lazy: async () => ({
                Component: (await import('./features/discover/discover-screen.tsx')).DiscoverScreen,
              }),
            },
            {
              path: 'notebook/:notebookId?',
              lazy: async () => ({
                Component: (await import('./features/notebook/notebook-screen.tsx')).NotebookScreen,
              }),
            },
            { path: '*', element: <ScreenError missing /> },
          ],
        },
      ],
    },
  ])
