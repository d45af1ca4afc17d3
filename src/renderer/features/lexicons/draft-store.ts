import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Lexicon } from '#shared/domain/lexicon.ts'

/** A pack being edited. It outlives the screen, and a reload: nothing typed is lost. */
export interface Draft {
  /** The version that it was made from. */
  readonly base: string
  readonly lexicon: Lexicon
  /** Earlier states, newest last, for Undo. */
  readonly before: readonly Lexicon[]
  /** What was changed last: further letters in the same field are one change. */
  readonly field: string | null
}

const KEY = 'parallax.lexicon-drafts'
const MOST_STEPS = 100
const listeners = new Set<() => void>()
let drafts: ReadonlyMap<string, Draft> = load()

function load(): ReadonlyMap<string, Draft> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]') as [string, Draft][]
    return new Map(kept.map(([id, { base, lexicon }]) => [id, { base, lexicon, before: [], field: null }]))
  } catch {
    return new Map()
  }
}

function put(id: string, draft: Draft | null): void {
  const next = new Map(drafts)
  if (draft === null) next.delete(id)
  else next.set(id, draft)
  drafts = next
  try {
    const kept = [...next].map(([key, { base, lexicon }]) => [key, { base, lexicon }])
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Without storage a draft lasts as long as the window.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Two libraries may have packs of one id: a draft belongs to its library, too. */
const keyOf = (library: string, id: string): string => `${library}\u001F${id}`

/** Ids of a library's packs with changes that were not saved. */
export function useDraftIds(library: string): ReadonlySet<string> {
  const all = useSyncExternalStore(subscribe, () => drafts)
  const start = keyOf(library, '')
  return new Set([...all.keys()].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length)))
}

/** A browser asks before it closes the page while there are drafts; they are kept either way, on this computer. */
export function useLeaveWarning(host: 'browser' | 'desktop'): void {
  const active = useSyncExternalStore(subscribe, () => drafts.size > 0)
  useEffect(() => {
    if (!active || host !== 'browser') return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [active, host])
}

export interface DraftActions {
  readonly draft: Draft | null
  /** Changes the pack; changes of the same `field` one after another are undone together. */
  readonly edit: (change: (lexicon: Lexicon) => Lexicon, field?: string) => void
  readonly undo: () => void
  readonly discard: () => void
}

/** The unsaved changes of a library's pack. `stored` is the pack as it is stored. */
export function useDraft(library: string, packId: string, stored: Lexicon | null): DraftActions {
  const id = keyOf(library, packId)
  const all = useSyncExternalStore(subscribe, () => drafts)
  const edit = useCallback(
    (change: (lexicon: Lexicon) => Lexicon, field?: string) => {
      const now = drafts.get(id) ?? null
      const from = now?.lexicon ?? stored
      if (from === null) return
      const lexicon = change(from)
      if (lexicon === from) return
      const same = field !== undefined && field === now?.field
      const before = same ? now.before : [...(now?.before ?? []), from].slice(-MOST_STEPS)
      put(id, { base: now?.base ?? from.version, lexicon, before, field: field ?? null })
    },
    [id, stored],
  )
  const undo = useCallback(() => {
    const now = drafts.get(id)
    const last = now?.before.at(-1)
    if (now === undefined || last === undefined) return put(id, null)
    const before = now.before.slice(0, -1)
    // Back at what is stored: there is nothing left to save.
    put(id, last === stored ? null : { ...now, lexicon: last, before, field: null })
  }, [id, stored])
  const discard = useCallback(() => put(id, null), [id])
  return { draft: all.get(id) ?? null, edit, undo, discard }
}
