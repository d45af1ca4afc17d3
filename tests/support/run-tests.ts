import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay, installedElectron } from '#main/hosts/shared/electron-binary.ts'
import { rootFrom } from '#main/hosts/shared/paths.ts'
import { requireBrowser } from './find-browser.ts'

// `npm test`: builds the app, finds a browser, runs every test, and says at the end how many passed and failed.
// Words after `--` go to vitest, for instance a part of a test file's name.
const root = rootFrom(new URL('../../src/main/start.ts', import.meta.url).href)
const words = process.argv.slice(2)

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numFailedTestSuites: number
  readonly success: boolean
}

function node(script: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  return (
    spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit', env }).status ??
    1
  )
}

async function main(): Promise<number> {
  const browser = await requireBrowser((line) => console.log(line))
  const built = node('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
  if (built !== 0) {
    console.error('The app could not be built, so no test ran.')
    return 1
  }
  const folder = mkdtempSync(join(tmpdir(), 'parallax-tests-'))
  const output = join(folder, 'report.json')
  const code = node(
    'node_modules/vitest/vitest.mjs',
    [
      'run',
      '--project',
      'unit',
      '--project',
      'e2e',
      '--reporter',
      'default',
      '--reporter',
      'json',
      '--outputFile',
      output,
      ...words,
    ],
    { ...process.env, PARALLAX_BROWSER: browser },
  )
  const report = JSON.parse(readFileSync(output, 'utf8')) as Report
  rmSync(folder, { recursive: true })

  if ((await installedElectron(root)) === null) {
    console.log(
      '\nThe Electron binary is not on this machine: the packaged window was not driven. Its wiring ran against a stand-in.',
    )
  } else if (!hasDisplay()) {
    console.log(
      '\nThis machine shows no display: the packaged window was not driven. Its wiring ran against a stand-in.',
    )
  }
  // A test file that could not even be loaded counts as a failure, though it holds no counted test.
  const failed =
    report.numFailedTests > 0 || code === 0 ? report.numFailedTests : Math.max(1, report.numFailedTestSuites)
  const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : ''
  console.log(`\n${report.numPassedTests} passed, ${failed} failed${skipped}`)
  return failed > 0 ? 1 : code
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
