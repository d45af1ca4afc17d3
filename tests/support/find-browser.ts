import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
]
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** A Chromium-like browser that is already here: PARALLAX_BROWSER, an installed one, Playwright's own; else null. */
export async function findBrowser(): Promise<string | null> {
  const named = process.env.PARALLAX_BROWSER
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`PARALLAX_BROWSER names ${named}, which does not exist.`)
  }
  const ending = process.platform === 'win32' ? '.exe' : ''
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name + ending)
      if (existsSync(path)) return path
    }
  }
  const found = (PLACES[process.platform] ?? []).find((path) => existsSync(path))
  if (found !== undefined) return found
  const { chromium } = await import('playwright-core')
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}

/**
 * Finds a browser, or installs one: Playwright's, else on Debian as root the distribution's.
 * @throws a sentence that says what to install.
 */
export async function requireBrowser(say: (line: string) => void): Promise<string> {
  const here = await findBrowser()
  if (here !== null) return here

  say('No Chromium, Chrome or Edge found. Fetching one for the tests …')
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '..', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
  const fetched = await findBrowser()
  if (fetched !== null) return fetched

  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing the chromium package …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore', env })
    const installed = await findBrowser()
    if (installed !== null) return installed
  }
  throw new Error(
    'The end-to-end tests need Chromium, Chrome or Edge. Install one of them, or set PARALLAX_BROWSER to its program file.',
  )
}
