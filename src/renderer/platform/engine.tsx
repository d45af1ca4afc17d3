import {
  type QueryClient,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { EngineClient } from '#shared/contract/client.ts'
import type { CallInput, CallName, CallOutput, Events } from '#shared/contract/contract.ts'
import type { ConnectionState, Platform } from './types.ts'

interface Engine {
  readonly client: EngineClient
  readonly platform: Platform
}

const EngineContext = createContext<Engine | null>(null)

function useContextOrThrow(): Engine {
  const engine = use(EngineContext)
  if (engine === null) throw new Error('This part stands outside EngineProvider.')
  return engine
}

/** The typed client of the engine. */
export const useEngine = (): EngineClient => useContextOrThrow().client

/** What differs between desktop and browser. */
export const usePlatform = (): Platform => useContextOrThrow().platform

type Area = Events['library.changed']['areas'][number]

/** Which stored areas each cached call reads: a change of an area makes its answers stale. */
const AREAS_OF: Readonly<Partial<Record<CallName, readonly Area[]>>> = {
  'app.state': ['articles', 'stories', 'settings', 'figures', 'lexicons'],
  'stories.list': ['stories', 'articles'],
  'articles.list': ['articles', 'figures'],
  'articles.facets': ['articles', 'stories'],
  'articles.ids': ['articles'],
  'articles.get': ['articles', 'figures', 'lexicons'],
  'corrections.list': ['articles', 'figures', 'stories'],
  'lexicons.list': ['lexicons', 'figures'],
  'lexicons.get': ['lexicons'],
  'lexicons.versions': ['lexicons'],
  'lexicons.preview': ['figures', 'articles', 'lexicons'],
  'figures.concepts': ['figures', 'articles', 'stories', 'lexicons'],
  'figures.compare': ['figures', 'articles', 'stories', 'lexicons'],
  'figures.mentions': ['figures', 'articles', 'stories', 'lexicons'],
  'figures.keyness': ['figures', 'articles', 'stories', 'lexicons'],
  'figures.solidity': ['figures', 'articles', 'stories', 'lexicons'],
  'figures.speakers': ['figures', 'articles', 'stories', 'lexicons'],
  'figures.facts': ['figures', 'articles', 'stories', 'lexicons'],
  'figures.days': ['figures', 'articles', 'stories', 'lexicons'],
  'notebook.list': ['notebooks', 'stories'],
  'notebook.get': ['notebooks', 'figures', 'articles', 'stories', 'lexicons'],
  'discover.candidates': ['figures', 'articles', 'stories', 'lexicons', 'settings'],
  'discover.lines': ['figures', 'articles', 'stories', 'lexicons'],
  'concordance.search': ['figures', 'articles', 'stories', 'lexicons'],
  'concordance.speakers': ['figures', 'articles', 'stories', 'lexicons'],
}

/** The key under which a call's answer is cached. */
export const callKey = <Name extends CallName>(name: Name, input: CallInput<Name>): QueryKey => [name, input]

/** Makes cached answers of these areas stale. */
export function invalidateAreas(queries: QueryClient, areas: readonly Area[]): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey }) => {
      const reads = AREAS_OF[queryKey[0] as CallName]
      return reads?.some((area) => areas.includes(area)) ?? false
    },
  })
}

// During an import changes come with every file; the lists need not be asked again more often than this.
const GATHER_MS = 250

/** Gives the engine to everything inside, and keeps cached answers true when the library changes. */
export function EngineProvider({
  client,
  platform,
  children,
}: Engine & { readonly children: ReactNode }): ReactNode {
  const queries = useQueryClient()
  useEffect(() => {
    const areas = new Set<Area>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = client.on('library.changed', (change) => {
      for (const area of change.areas) areas.add(area)
      timer ??= setTimeout(() => {
        timer = undefined
        const changed = [...areas]
        areas.clear()
        void invalidateAreas(queries, changed)
      }, GATHER_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, queries])
  return <EngineContext value={{ client, platform }}>{children}</EngineContext>
}

type Options<Name extends CallName> = Omit<
  UseQueryOptions<CallOutput<Name>, Error, CallOutput<Name>>,
  'queryKey' | 'queryFn'
>

/**
 * Asks the engine and keeps the answer until the library changes.
 * `useEngineQuery('articles.get', { id })`; pass `{ enabled: false }` to wait.
 */
export function useEngineQuery<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: Options<Name> = {},
): UseQueryResult<CallOutput<Name>, Error> {
  const client = useEngine()
  return useQuery({ ...options, ...engineQuery(client, name, input) } as UseQueryOptions<
    CallOutput<Name>,
    Error
  >)
}

/** Key and function of a call, for `useQueries` and `fetchQuery`. */
export function engineQuery<Name extends CallName>(client: EngineClient, name: Name, input: CallInput<Name>) {
  return {
    queryKey: callKey(name, input),
    queryFn: (): Promise<CallOutput<Name>> => {
      const call = client[name] as (input: CallInput<Name>) => Promise<CallOutput<Name>>
      return call(input)
    },
  }
}

/** Whether the engine answers. */
export function useConnection(): ConnectionState {
  const platform = usePlatform()
  const queries = useQueryClient()
  const [state, setState] = useState<ConnectionState>('connected')
  useEffect(
    () =>
      platform.onConnection((next) => {
        setState((before) => {
          // What changed while the engine was away is unknown: ask everything again.
          if (before === 'lost' && next === 'connected') void queries.invalidateQueries()
          return next
        })
      }),
    [platform, queries],
  )
  return state
}
