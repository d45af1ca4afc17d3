import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const TRY_AGAIN_AFTER_MS = 7 * 24 * 3600_000
export const FETCH_LIMIT_MS = 60_000

export type ElectronBinary =
  | { readonly path: string }
  /** `why` is a phrase that finishes "No window: …". */
  | { readonly path: null; readonly why: string }

export const hasDisplay = (
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): boolean => platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/** Path of the Electron binary if it is already on this machine, else null. Fetches nothing. */
export async function installedElectron(root: string): Promise<string | null> {
  const folder = electronFolder(root)
  if (folder === null) return null
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  try {
    const name = await readFile(join(folder, 'path.txt'), 'utf8')
    const path = join(override ?? join(folder, 'dist'), name)
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/**
 * Finds the Electron binary; where it is missing, has Electron's own installer fetch it once, for a minute at most, and
 * remembers a failure for a week so that a start behind a closed network is not slow each time.
 */
export async function findElectron(
  root: string,
  fetchBinary: (installer: string) => Promise<boolean> = runInstaller,
  now: () => number = Date.now,
): Promise<ElectronBinary> {
  const here = await installedElectron(root)
  if (here !== null) return { path: here }
  const folder = electronFolder(root)
  if (folder === null) return { path: null, why: 'the Electron package is not installed' }

  const memory = join(root, 'node_modules', '.cache', 'parallax', 'electron-not-fetched')
  const failedAt = await readFile(memory, 'utf8').then(Number, () => Number.NaN)
  if (now() - failedAt < TRY_AGAIN_AFTER_MS) {
    return { path: null, why: `Electron could not be fetched earlier (to try again, delete ${memory})` }
  }
  await fetchBinary(join(folder, 'install.js'))
  const fetched = await installedElectron(root)
  if (fetched !== null) return { path: fetched }
  await mkdir(dirname(memory), { recursive: true })
  await writeFile(memory, String(now()))
  return { path: null, why: 'Electron could not be fetched (no network, or a firewall stops it)' }
}

function electronFolder(root: string): string | null {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))
  } catch {
    return null
  }
}

/** Runs Electron's installer quietly; answers whether it ended well within the limit. */
function runInstaller(installer: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: FETCH_LIMIT_MS })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}
