import { Worker } from 'node:worker_threads'
import type { Transport } from '#shared/contract/client.ts'

export interface WorkerOptions {
  readonly workerUrl: URL
  readonly libraryFile: string
  readonly root: string
  /** False: without the shipped story. */
  readonly sample?: boolean
}

/** V8 would take 96 MB for what was made just now; the engine's calls are no slower with this. */
const YOUNG_MB = 24

type Message = 'ready' | { readonly id: number; readonly response: string } | { readonly event: string }

/**
 * Starts the engine in a worker thread and answers a transport to it.
 * @throws what the engine threw while it started
 */
export async function startEngineWorker(
  options: WorkerOptions,
): Promise<Transport & { close(): Promise<void> }> {
  const { workerUrl, ...workerData } = options
  const worker = new Worker(workerUrl, {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  const waiting = new Map<number, { resolve(response: string): void; reject(error: Error): void }>()
  const listeners = new Set<(event: string) => void>()
  let last = 0
  const fail = (error: Error) => {
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.on('message', (message: Message) => {
      if (message === 'ready') resolve()
      else if ('event' in message) for (const listener of listeners) listener(message.event)
      else {
        waiting.get(message.id)?.resolve(message.response)
        waiting.delete(message.id)
      }
    })
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('The engine has stopped.')))
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, request })
      }),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () =>
      new Promise((resolve) => {
        worker.once('exit', () => resolve())
        worker.postMessage('close')
      }),
  }
}
