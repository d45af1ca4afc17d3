import { join } from 'node:path'
import { createEngine } from '#main/engine/engine.ts'
import { startEngineWorker } from '#main/engine/worker-client.ts'
import { startBrowserHost } from '#main/hosts/browser/server.ts'
import { contractSuite } from './contract-suite.ts'

const root = join(import.meta.dirname, '../..')
const options = { root, libraryFile: ':memory:' }
const workerUrl = new URL('../../src/main/engine/worker.ts', import.meta.url)

contractSuite('the engine itself', () => createEngine(options))
contractSuite('a worker thread', () => startEngineWorker({ ...options, workerUrl }))
contractSuite('HTTP', async () => {
  const engine = await createEngine(options)
  const token = 'a-token-of-the-test'
  const host = await startBrowserHost({ transport: engine, front: root, port: 0, token })
  const headers = { cookie: `parallax-${host.port}=${token}`, 'content-type': 'application/json' }
  return {
    send: async (body) =>
      (await fetch(`http://127.0.0.1:${host.port}/api/call`, { method: 'POST', body, headers })).text(),
    listen: () => () => {},
    close: async () => {
      await host.close()
      await engine.close()
    },
  }
})
