import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './hosts/shared/build.ts'
import { findElectron, hasDisplay } from './hosts/shared/electron-binary.ts'
import { launchWords, parseLaunchOptions } from './hosts/shared/launch-options.ts'
import { rootFrom } from './hosts/shared/paths.ts'

/** `npm start`: builds what is stale, then opens the window, or serves the browser where no window can open. */
async function start(): Promise<number> {
  const options = parseLaunchOptions(process.argv.slice(2))
  const root = rootFrom(import.meta.url)
  const say = (line: string) => console.log(line)
  if (!(await buildIfStale(root, say))) {
    console.error('Parallax could not be built: see the lines above.')
    return 1
  }
  if (!options.browser) {
    const electron = hasDisplay()
      ? await findElectron(root)
      : ({ path: null, why: 'this machine shows no display' } as const)
    if (electron.path !== null) return run(electron.path, [root, ...launchWords(options)])
    say(`No window: ${electron.why}. Parallax opens in the browser instead.`)
  }
  return run(process.execPath, [
    fileURLToPath(new URL('../../out/main/serve.js', import.meta.url)),
    ...launchWords(options),
  ])
}

/** Runs the host and passes Ctrl-C on to it, so that it can close the library before it ends. */
function run(program: string, words: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: 'inherit' })
    // A Ctrl-C in the terminal reaches the child by itself; here it only must not end us first.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', (error) => {
      console.error(`Parallax could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 0))
  })
}

process.exitCode = await start()
