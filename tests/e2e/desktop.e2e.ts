import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasDisplay, installedElectron } from '#main/hosts/shared/electron-binary.ts'
import { ROOT } from './support.ts'

const binary = hasDisplay() ? await installedElectron(ROOT) : null

// Where there is no binary or no display, `npm test` says at its end that this did not run.
describe.runIf(binary !== null)('the packaged entry in Electron', () => {
  it('opens one window on the sample story, without Node in the page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parallax-desktop-'))
    const app = await _electron.launch({
      executablePath: binary ?? '',
      args: [ROOT, '--library', join(folder, 'library.parallax')],
    })
    try {
      const page = await app.firstWindow()
      await page.getByRole('heading', { level: 1, name: 'How each outlet names it' }).waitFor()
      expect(page.url()).toMatch(/^app:/)
      expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe(
        'undefined',
      )
    } finally {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
