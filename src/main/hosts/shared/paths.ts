import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The project's root folder (in a packaged app: the archive's root). Host entries lie two folders below it, both as
 * sources (`src/main/serve.ts`) and built (`out/main/serve.js`), so the entry's own address tells it.
 */
export const rootFrom = (entryUrl: string): string => fileURLToPath(new URL('../../', entryUrl))

/** The engine worker's address beside a host entry: the source when the entry runs from source, else the bundle. */
export const workerUrlFrom = (entryUrl: string): URL =>
  new URL(entryUrl.endsWith('.ts') ? './engine/worker.ts' : './worker.js', entryUrl)

/** Where the library file lies when nobody says otherwise: the folder Electron would use for this app's data. */
export function defaultLibraryFile(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  const folder =
    platform === 'win32'
      ? (env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'))
      : platform === 'darwin'
        ? join(homedir(), 'Library', 'Application Support')
        : (env.XDG_CONFIG_HOME ?? join(homedir(), '.config'))
  return join(folder, 'Parallax', 'library.parallax')
}
