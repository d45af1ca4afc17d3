import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as electron from 'electron'
import { startEngineWorker } from './engine/worker-client.ts'
import { startDesktop } from './hosts/electron/desktop.ts'
import { parseLaunchOptions } from './hosts/shared/launch-options.ts'
import { defaultLibraryFile, rootFrom, workerUrlFrom } from './hosts/shared/paths.ts'

const root = rootFrom(import.meta.url)
const words = process.argv
  .slice(electron.app.isPackaged ? 1 : 2)
  .filter((word) => !word.startsWith('--inspect'))
const libraryFile = parseLaunchOptions(words).library ?? defaultLibraryFile()

startDesktop({
  electron,
  front: join(root, 'out', 'renderer'),
  preload: join(root, 'out', 'preload', 'index.cjs'),
  devAddress: process.env.ELECTRON_RENDERER_URL ?? null,
  startEngine: () => {
    mkdirSync(dirname(libraryFile), { recursive: true })
    return startEngineWorker({ workerUrl: workerUrlFrom(import.meta.url), libraryFile, root })
  },
})
