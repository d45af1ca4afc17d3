import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { CallInput, CallOutput } from '#shared/contract/contract.ts'
import type { ImportProgress } from '#shared/domain/library.ts'
import { base64Of } from '../../platform/browser-files.ts'
import { callKey, useEngine, usePlatform } from '../../platform/engine.tsx'
import { useAppState } from '../../platform/settings.ts'
import type { ImportSource } from '../../platform/types.ts'
import { batchesOf } from './batches.ts'

type Target = Pick<CallInput<'imports.start'>, 'storyId' | 'storyTitle'>

interface Imports {
  /** Running imports, and finished ones whose summary was not dismissed; the newest first. */
  readonly jobs: readonly ImportProgress[]
  /** Files that are being read in the page before the engine gets them (browser only). */
  readonly reading: number
  /** Why the last import could not even start. */
  readonly startError: unknown
  importSource(source: ImportSource, target?: Target): Promise<void>
  /** Lets the person choose; false when they chose nothing. */
  pickAndImport(kind: 'files' | 'folder', target?: Target): Promise<boolean>
  importText(text: string, target?: Target): Promise<void>
  cancel(jobId: string): void
  dismiss(jobId: string): void
  forgetError(): void
  /** What stands in the paste panel: kept here so that nothing typed is lost when the screen changes. */
  readonly draft: string
  setDraft(text: string): void
}

const ImportContext = createContext<Imports | null>(null)

/** Imports under way and how to start one. */
export function useImports(): Imports {
  const imports = use(ImportContext)
  if (imports === null) throw new Error('This part stands outside ImportProvider.')
  return imports
}

export function ImportProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useEngine()
  const platform = usePlatform()
  const queries = useQueryClient()
  const known = useAppState().data?.imports
  const [live, setLive] = useState<ReadonlyMap<string, ImportProgress>>(new Map())
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const [reading, setReading] = useState(0)
  const [startError, setStartError] = useState<unknown>(null)
  const [draft, setDraft] = useState('')

  useEffect(
    () =>
      client.on('import.progress', (progress) => {
        setLive((before) => new Map(before).set(progress.jobId, progress))
        if (progress.state !== 'running')
          void queries.invalidateQueries({ queryKey: callKey('app.state', {}) })
      }),
    [client, queries],
  )

  const start = useCallback(
    async (input: CallInput<'imports.start'>) => {
      setStartError(null)
      try {
        await client['imports.start'](input)
        await queries.invalidateQueries({ queryKey: callKey('app.state', {}) })
      } catch (error) {
        setStartError(error)
        throw error
      }
    },
    [client, queries],
  )

  const importSource = useCallback(
    async (source: ImportSource, target: Target = {}) => {
      try {
        if (source.kind === 'paths') {
          await start({ paths: [...source.paths], ...target })
          return
        }
        for (const batch of batchesOf(source)) {
          setReading(batch.length)
          const files: { name: string; data: string }[] = []
          for (const { name, file } of batch) files.push({ name, data: await base64Of(file) })
          setReading(0)
          await start({ files, ...target })
        }
      } catch (error) {
        setStartError(error)
      } finally {
        setReading(0)
      }
    },
    [start],
  )

  const pickAndImport = useCallback(
    async (kind: 'files' | 'folder', target?: Target) => {
      const source = await platform.pick(kind)
      if (source === null) return false
      void importSource(source, target)
      return true
    },
    [platform, importSource],
  )

  const value = useMemo((): Imports => {
    const all = new Map((known ?? []).map((job) => [job.jobId, job]))
    // An event may be newer than the cached state, and never the other way round for a running job.
    for (const [id, job] of live) {
      const before = all.get(id)
      if (before === undefined || before.state === 'running') all.set(id, job)
    }
    return {
      jobs: [...all.values()].filter(({ jobId }) => !dismissed.has(jobId)).reverse(),
      reading,
      startError,
      importSource,
      pickAndImport,
      importText: (text, target = {}) => start({ text, ...target }),
      cancel: (jobId) => void client['imports.cancel']({ jobId }),
      dismiss: (jobId) => {
        setDismissed((before) => new Set(before).add(jobId))
        queries.setQueryData<CallOutput<'app.state'>>(
          callKey('app.state', {}),
          (state) => state && { ...state, imports: state.imports.filter((job) => job.jobId !== jobId) },
        )
        void client['imports.dismiss']({ jobId })
      },
      forgetError: () => setStartError(null),
      draft,
      setDraft,
    }
  }, [
    known,
    live,
    dismissed,
    reading,
    startError,
    importSource,
    pickAndImport,
    start,
    client,
    queries,
    draft,
  ])

  return <ImportContext value={value}>{children}</ImportContext>
}
