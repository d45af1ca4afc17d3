import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** So long after the last answer nobody is taken to be waiting for the next. */
const QUIET_MS = 1500
/** Less than this is left to V8's own clearing: so much more held, or so long at work, since memory was last tidied. */
const WORTH_BYTES = 48e6
const WORTH_MS = 1000

export interface MemoryTidier {
  /** Runs a call; memory is not tidied while any is under way. */
  readonly during: <Value>(call: () => Promise<Value>) => Promise<Value>
  readonly stop: () => void
}

/**
 * Gives back what answered calls left behind once all is quiet. V8 clears late where a machine has much memory: after the
 * calls of a large story its heap is three times what lives in it, and stays so. Tidying takes some tenths of a second of
 * the engine's thread, so it waits until nothing is asked, and is done only where much has gathered.
 * @param collect clears this thread's heap; null where it cannot be asked to
 * @param used bytes that the process holds: V8 keeps pages in reserve that its own figures leave out
 */
export function createMemoryTidier(
  collect: (() => void) | null = collector(),
  used: () => number = () => process.memoryUsage.rss(),
): MemoryTidier {
  let underWay = 0
  let begun = 0
  let lastAnswer = 0
  let worked = 0
  let floor = used()
  let timer: NodeJS.Timeout | null = null
  const tidy = () => {
    timer = null
    if (underWay > 0) return
    const quiet = performance.now() - lastAnswer
    if (quiet < QUIET_MS) return wait(QUIET_MS - quiet)
    const now = used()
    floor = Math.min(floor, now)
    if (now - floor < WORTH_BYTES && worked < WORTH_MS) return
    collect?.()
    worked = 0
    floor = used()
  }
  const wait = (ms: number) => {
    timer ??= setTimeout(tidy, ms).unref()
  }
  return {
    during: async (call) => {
      if (underWay++ === 0) begun = performance.now()
      try {
        return await call()
      } finally {
        lastAnswer = performance.now()
        if (--underWay === 0) worked += lastAnswer - begun
        if (collect !== null) wait(QUIET_MS)
      }
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

/** V8's own clearing of this thread, null where there is none: down to the pages it keeps in reserve: what a plain one frees stays with the process for long. */
export function collector(): (() => void) | null {
  try {
    setFlagsFromString('--expose-gc')
    const gc = runInNewContext('gc') as (options: object) => unknown
    return () => void gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  } catch {
    return null
  }
}
