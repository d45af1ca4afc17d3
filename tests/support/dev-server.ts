import { spawn } from 'node:child_process'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import open from 'open'
import { createServer } from 'vite'
import { startEngineWorker } from '#main/engine/worker-client.ts'
import { startBrowserHost } from '#main/hosts/browser/server.ts'
import { hasDisplay, installedElectron } from '#main/hosts/shared/electron-binary.ts'
import { parseLaunchOptions } from '#main/hosts/shared/launch-options.ts'
import { rootFrom, workerUrlFrom } from '#main/hosts/shared/paths.ts'

// `npm run dev`: hot reload. In the window where Electron is installed, else in the browser: Vite serves the front and
// passes calls on to an engine that runs from source. The development library is a file of its own, outside your texts.
const entry = new URL('../../src/main/serve.ts', import.meta.url).href
const root = rootFrom(entry)
const options = parseLaunchOptions(process.argv.slice(2))

if (!process.argv.includes('--browser') && hasDisplay() && (await installedElectron(root)) !== null) {
  spawn(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev'], {
    cwd: root,
    stdio: 'inherit',
  })
} else {
  const libraryFile = options.library ?? join(root, 'node_modules', '.cache', 'parallax-dev.parallax')
  const engine = await startEngineWorker({ workerUrl: workerUrlFrom(entry), libraryFile, root })
  const token = 'development'
  const host = await startBrowserHost({
    transport: engine,
    front: join(root, 'out/renderer'),
    port: 0,
    token,
  })
  const target = `http://127.0.0.1:${host.port}`
  const vite = await createServer({
    configFile: false,
    root: join(root, 'src/renderer'),
    plugins: [react()],
    server: {
      host: '127.0.0.1',
      port: options.port || 5173,
      proxy: {
        '/api': {
          target,
          changeOrigin: true,
          headers: { origin: target, cookie: `parallax-${host.port}=${token}` },
        },
      },
    },
  })
  await vite.listen()
  const address = vite.resolvedUrls?.local[0] ?? ''
  console.log(`Parallax with hot reload is open at ${address}`)
  if (options.open) await open(address).catch(() => {})
  const stop = async () => {
    await vite.close()
    await host.close()
    await engine.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
