import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Analysis } from '#shared/domain/analysis.ts'
import type { Task, TaskDone } from './analyst.ts'
import type { Scorable } from './scorer.ts'

/** Threads that analyse articles side by side. */
export interface Pool {
  readonly size: number
  /** @throws Error what the analysis threw, or that a thread has ended */
  score(article: Scorable): Promise<Analysis>
  close(): Promise<void>
}

const MOST = 4

/** Starts as many threads as there are processors, at most four; each loads the languages and packs for itself. */
export function startPool(
  analystUrl: URL,
  root: string,
  size: number = Math.min(MOST, availableParallelism()),
): Pool {
  const waiting = new Map<number, { resolve(analysis: Analysis): void; reject(error: Error): void }>()
  let last = 0
  const workers = Array.from({ length: size }, () => {
    const worker = new Worker(analystUrl, { workerData: { root } })
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
    score: (article) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        const { text, language, title, outlet, byline } = article
        const idlest = workers.reduce((a, b) => (b.mine.size < a.mine.size ? b : a))
        idlest.mine.add(id)
        const task: Task = { id, article: { text, language, title, outlet, byline } }
        idlest.worker.postMessage(task)
      }),
    close: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}
