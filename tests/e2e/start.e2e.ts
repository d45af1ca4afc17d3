import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { launchBrowser, ROOT } from './support.ts'

// `npm start` as a person runs it, in the browser host.
let child: ChildProcess | undefined
const folder = mkdtempSync(join(tmpdir(), 'parallax-start-'))

afterEach(() => {
  child?.kill('SIGKILL')
  child = undefined
})

function start(...words: string[]): { output: () => string; exited: Promise<number | null> } {
  let output = ''
  child = spawn(process.execPath, [join(ROOT, 'src/main/start.ts'), ...words], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
  })
  child.stdout?.on('data', (part: Buffer) => {
    output += part.toString()
  })
  child.stderr?.on('data', (part: Buffer) => {
    output += part.toString()
  })
  const started = child
  return { output: () => output, exited: new Promise((resolve) => started.once('exit', resolve)) }
}

async function until<T>(read: () => T | null | undefined | false, what: string): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const value = read()
    if (value) return value
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${what} did not come in a minute.`)
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

describe('npm start', () => {
  it('prints its options', async () => {
    const { output, exited } = start('--help')
    expect(await exited).toBe(0)
    for (const word of ['--browser', '--port', '--library', '--no-open', '--help'])
      expect(output()).toContain(word)
  })

  it('ends with 2 on an option it does not know', async () => {
    const { exited } = start('--nonsense')
    expect(await exited).toBe(2)
  })

  it('serves the app on the port asked for, shows it in a real browser, and stops cleanly on Ctrl-C', async () => {
    const port = await freePort()
    const { output, exited } = start(
      '--no-open',
      '--port',
      String(port),
      '--library',
      join(folder, 'a.parallax'),
    )
    const address = await until(
      () => /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(output())?.[0],
      'The address',
    )
    expect(new URL(address).port).toBe(String(port))

    const browser = await launchBrowser()
    const page = await browser.newPage()
    await page.goto(address)
    await page.waitForSelector('main')
    expect(page.url()).not.toContain('token')
    expect(await page.title()).toContain('Parallax')
    await browser.close()

    // Ctrl-C in a terminal reaches the whole group: the launcher and the host.
    child?.kill('SIGTERM')
    expect(await exited).toBe(0)
    await expect(fetch(address)).rejects.toThrow()
  })

  // Elsewhere than on Linux there is always a display, and a window opens where Electron can be had.
  it.runIf(process.platform === 'linux')('says in one line why no window opens', async () => {
    const { output } = start('--library', join(folder, 'b.parallax'))
    await until(() => output().includes('token='), 'The address')
    expect(
      output()
        .split('\n')
        .filter((line) => line.startsWith('No window:')),
    ).toHaveLength(1)
    child?.kill('SIGTERM')
  })
})

process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
