import { parentPort, workerData } from 'node:worker_threads'
import { createEngine, type EngineOptions } from './engine.ts'

// The engine's thread: JSON text in, JSON text out, so that no work of its own blocks a window or a page.
const port = parentPort
if (port === null) throw new Error('The engine worker runs in a worker thread.')
const analystUrl = new URL(import.meta.url.endsWith('.ts') ? './analyst.ts' : './analyst.js', import.meta.url)
const engine = await createEngine({ ...(workerData as EngineOptions), analystUrl })
engine.listen((event) => port.postMessage({ event }))
port.on('message', (message: { id: number; request: string } | 'close') => {
  if (message === 'close') {
    void engine.close().then(() => process.exit(0))
    return
  }
  void engine.send(message.request).then((response) => port.postMessage({ id: message.id, response }))
})
port.postMessage('ready')
