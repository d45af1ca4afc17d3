import { parentPort, workerData } from 'node:worker_threads'
import type { Analysis } from '#shared/domain/analysis.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import { loadLanguages } from './load-languages.ts'
import { createScorer, type Scorable } from './scorer.ts'

/** What the pool sends, and what comes back. */
export interface Task {
  readonly id: number
  readonly article: Scorable
}
export type TaskDone =
  | { readonly id: number; readonly analysis: Analysis }
  | { readonly id: number; readonly error: string }

// One of the threads that analyse articles during a large import. It holds no connection: the engine stores.
const port = parentPort
if (port === null) throw new Error('An analyst runs in a worker thread.')
const { lexicons } = workerData as { lexicons: readonly Lexicon[] }
await loadLanguages()
const scorer = createScorer(lexicons)
port.on('message', ({ id, article }: Task) => {
  let done: TaskDone
  try {
    done = { id, analysis: scorer.score(article) }
  } catch (error) {
    done = { id, error: error instanceof Error ? error.message : String(error) }
  }
  port.postMessage(done)
})
