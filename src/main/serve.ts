import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import open from 'open'
import { startEngineWorker } from './engine/worker-client.ts'
import { startBrowserHost } from './hosts/browser/server.ts'
import { parseLaunchOptions } from './hosts/shared/launch-options.ts'
import { defaultLibraryFile, rootFrom, workerUrlFrom } from './hosts/shared/paths.ts'

/** Browser host: the engine in its worker, the front over loopback HTTP. */
async function serve(): Promise<void> {
  const options = parseLaunchOptions(process.argv.slice(2))
  const root = rootFrom(import.meta.url)
  const libraryFile = options.library ?? defaultLibraryFile()
  mkdirSync(dirname(libraryFile), { recursive: true })
  const engine = await startEngineWorker({
    workerUrl: workerUrlFrom(import.meta.url),
    libraryFile,
    root,
  })
  const host = await startBrowserHost({
    transport: engine,
    front: join(root, 'out', 'renderer'),
    port: options.port,
  })
  console.log(`Parallax is open at ${host.address}`)
  console.log(`Library: ${libraryFile}. Press Ctrl-C to stop.`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await host.close()
    await engine.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  if (options.open) {
    await open(host.address).catch(() => console.log('No browser opened by itself: open the address above.'))
  }
}

serve().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  console.error(taken ? 'That port is taken. Choose another with --port, or leave --port out.' : message)
  process.exit(1)
})
