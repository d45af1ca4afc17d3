import type { Drafts } from './drafts.ts'

export type SaveState = 'saved' | 'waiting' | 'failed'

export interface Autosave {
  /** The words as they are now, stored or not. */
  readonly words: () => string
  readonly type: (words: string) => void
  /** Stores at once what is not stored yet; resolves when that is done or has failed. */
  readonly flush: () => Promise<void>
  /** Words that the engine has, from elsewhere: they are taken over unless others are waiting here. */
  readonly learn: (words: string) => void
  /** Stores what waits and ends. */
  readonly close: () => void
}

const WAIT_MS = 500
const RETRY_MS = 3000

/**
 * Keeps the words of one entry: each change is drafted at once, stored half a second after the last one, and tried again until
 * the engine has it. A change that comes while another is being stored is stored after it.
 */
export function createAutosave(options: {
  readonly entryId: number
  readonly stored: string
  readonly drafts: Drafts
  readonly write: (words: string) => Promise<unknown>
  readonly onState: (state: SaveState) => void
}): Autosave {
  const { entryId, drafts, write, onState } = options
  let stored = options.stored
  let words = drafts.get(entryId) ?? stored
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let closed = false

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const store = async (): Promise<void> => {
    while (words !== stored) {
      const sent = words
      try {
        await write(sent)
      } catch {
        onState('failed')
        if (!closed) later(RETRY_MS)
        return
      }
      stored = sent
    }
    drafts.drop(entryId)
    onState('saved')
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    if (words === stored && running === null) return Promise.resolve()
    running ??= store().finally(() => {
      running = null
    })
    return running
  }
  // A draft is there when the window was closed before the engine had the words.
  if (words !== stored) later(0)
  return {
    words: () => words,
    type: (next) => {
      words = next
      drafts.put(entryId, next)
      onState('waiting')
      later(WAIT_MS)
    },
    flush,
    learn: (known) => {
      if (words === stored) words = known
      stored = known
    },
    close: () => {
      closed = true
      void flush()
    },
  }
}
