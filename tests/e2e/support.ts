import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { rootFrom } from '#main/hosts/shared/paths.ts'
import { requireBrowser } from '../support/find-browser.ts'

export const ROOT = rootFrom(new URL('../../src/main/serve.ts', import.meta.url).href)

/** What a headless Chromium needs to stay off the network and run as root in a container. */
const BROWSER_WORDS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface ServedApp {
  readonly address: string
  readonly libraryFile: string
  /** Ends the process with the signal of Ctrl-C; answers its exit code. */
  stop(): Promise<number | null>
}

export interface OpenedApp extends ServedApp {
  readonly browser: Browser
  readonly page: Page
  /** Errors that the page threw or logged: a test asserts that there are none. */
  readonly errors: readonly string[]
  close(): Promise<void>
}

/** Starts the built browser host (`out/main/serve.js`) on a library of its own in a temporary folder. */
export async function serveApp(options: { libraryFile?: string } = {}): Promise<ServedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-e2e-'))
  const libraryFile = options.libraryFile ?? join(folder, 'library.parallax')
  const child = spawn(
    process.execPath,
    [join(ROOT, 'out/main/serve.js'), '--no-open', '--library', libraryFile],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const address = await addressOf(child)
  return {
    address,
    libraryFile,
    stop: () =>
      new Promise((resolve) => {
        const done = (code: number | null) => {
          rmSync(folder, { recursive: true, force: true })
          resolve(code)
        }
        if (child.exitCode !== null) return done(child.exitCode)
        child.once('exit', done)
        child.kill('SIGINT')
      }),
  }
}

/** Serves the app and opens it in a real browser. */
export async function openApp(
  options: { libraryFile?: string; context?: BrowserContextOptions } = {},
): Promise<OpenedApp> {
  const served = await serveApp(options)
  const browser = await launchBrowser()
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options.context,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(served.address)
  return {
    ...served,
    browser,
    page,
    errors,
    close: async () => {
      await browser.close()
      await served.stop()
    },
  }
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await requireBrowser((line) => console.log(line)),
    headless: true,
    args: BROWSER_WORDS,
  })
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds on the whole page by WCAG 2.2 AA and its best practices: each fault with the elements that have it. The page's
 * policy lets no script in but its own; the test's own goes through the debugger.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  return (await page.evaluate(`${AXE}; axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`)) as string[]
}

/** The address the host prints when it is ready. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (part: Buffer) => {
      output += part.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(output)
      if (found) resolve(found[0])
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) =>
      reject(new Error(`The host ended with ${code} before it was ready:\n${output}`)),
    )
    setTimeout(() => reject(new Error(`The host was not ready in a minute:\n${output}`)), 60_000).unref()
  })
}
