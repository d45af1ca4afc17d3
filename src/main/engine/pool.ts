import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Analysis } from '#shared/domain/analysis.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { Task, TaskDone } from './analyst.ts'
import { createScorer, type Scorable } from './scorer.ts'
import type { Analysed } from './store.ts'

/** Threads that analyse articles side by side. */
export interface Pool {
  readonly size: number
  /** @throws Error what the analysis threw, or that a thread has ended */
  score(article: Scorable): Promise<Analysed>
  close(): Promise<void>
}

const MOST = 4

/**
 * Starts as many threads as there are processors, at most four; each loads the languages for itself.
 * @param lexicons the packs to score with, in the order in which they decide; a later change of them is not seen
 */
export function startPool(
  analystUrl: URL,
  lexicons: readonly Lexicon[],
  size: number = Math.min(MOST, availableParallelism()),
): Pool {
  const waiting = new Map<number, { resolve(analysis: Analysis): void; reject(error: Error): void }>()
  const { provenance } = createScorer(lexicons)
  let last = 0
  const workers = Array.from({ length: size }, () => {
    const worker = new Worker(analystUrl, { workerData: { lexicons } })
    const mine = new Set<number>()
    worker.on('message', (done: TaskDone) => {
      mine.delete(done.id)
      const one = waiting.get(done.id)
      waiting.delete(done.id)
      if ('analysis' in done) one?.resolve(done.analysis)
      else one?.reject(new Error(done.error))
    })
    const fail = (error: Error) => {
      for (const id of mine) {
        waiting.get(id)?.reject(error)
        waiting.delete(id)
      }
      mine.clear()
    }
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('An analysing thread has ended.')))
    return { worker, mine }
  })
  return {
    size,
    score: async (article) => {
      const analysis = await new Promise<Analysis>((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        const { text, language, title, outlet, byline } = article
        const idlest = workers.reduce((a, b) => (b.mine.size < a.mine.size ? b : a))
        idlest.mine.add(id)
        const task: Task = { id, article: { text, language, title, outlet, byline } }
        idlest.worker.postMessage(task)
      })
      return { analysis, provenance: provenance(article.language) }
    },
    close: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}
