import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'parallax-e2e-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = (headline: string): string =>
  `${headline}\n\nProtesters gathered at the customs house of Lannport on Monday and soldiers closed the bridge behind them. The mayor said that the troops would leave by the evening.\n\nBy nightfall the square was empty, and shopkeepers swept up glass. The ferries, which carry most of the town's bread, did not run at all.`

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Imports files as a person does: the menu, the chooser, and waiting for the summary. */
async function importFiles(page: Page, paths: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Import…' }).first().click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Files…' }).click(),
  ])
  await chooser.setFiles(paths)
}

describe('the library', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.goto(`${new URL(page.url()).origin}/#/library`)
    await page.getByRole('heading', { name: 'Library', exact: true }).waitFor()
  })
  afterAll(() => app.close())

  it('imports what it can, names the file that it cannot read, and puts the articles in a story', async () => {
    await importFiles(page, [
      file('one.txt', text('Bridge closed at Lannport')),
      file('two.txt', text('Soldiers hold the bridge')),
      file('copy.txt', text('Bridge closed at Lannport')),
      file('photo.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 255, 254, 0, 0, 7])),
    ])
    await page.getByText('Imported 2 articles').waitFor()
    await page.getByText('1 already here').waitFor()
    await page.getByText('1 could not be read').waitFor()
    await page.getByText('photo.txt').first().waitFor()
    await page.getByLabel('Story', { exact: true }).first().fill('Lannport')
    await page.getByRole('button', { name: 'Put in story' }).click()
    await expect.poll(() => page.url()).toMatch(/#\/compare\/\d+/)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  it('finds a word in the texts and shows it in its passage', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('shopkeep')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('q=shopkeep')
    await page.getByText('2 articles').first().waitFor()
    await page.locator('mark').first().waitFor()
    expect(await page.locator('mark').first().textContent()).toMatch(/shopkeepers/i)
  })

  it('removes with undo', async () => {
    const row = page.getByRole('row').filter({ hasText: 'Soldiers hold the bridge' })
    await row.click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('1 article removed.').waitFor()
    await expect.poll(() => row.count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await row.waitFor()
  })

  it('takes a correction, which is then no guess', async () => {
    await page.getByRole('row').filter({ hasText: 'Bridge closed at Lannport' }).click()
    const outlet = page.locator('input').and(page.getByLabel('Outlet', { exact: true }))
    await outlet.fill('The Lannport Gazette')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page
      .getByRole('button', { name: /The Lannport Gazette/ })
      .first()
      .waitFor()
  })

  it('throws no error into the console', () => {
    expect(app.errors).toEqual([])
  })
})

describe('a folder of 2,000 files', () => {
  it('shows its progress, can be stopped, and keeps what was finished', async () => {
    const many = join(folder, 'many')
    mkdirSync(many)
    for (let index = 0; index < 2000; index++)
      writeFileSync(join(many, `${index}.txt`), text(`Pier ${index} stands empty`))
    const app = await openApp()
    try {
      const { page } = app
      await page.getByRole('button', { name: 'Import…' }).first().click()
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('menuitem', { name: 'A folder…' }).click(),
      ])
      await chooser.setFiles(many)
      const bar = page.getByRole('progressbar')
      await bar.waitFor()
      await expect
        .poll(() => bar.getAttribute('aria-valuenow').then(Number), { timeout: 30_000 })
        .toBeGreaterThan(0)
      await page.getByRole('button', { name: 'Stop' }).click()
      await page.getByText(/^Stopped\. [\d,]+ articles? (was|were) imported and stays?/).waitFor()
      expect(app.errors).toEqual([])
    } finally {
      await app.close()
    }
  })
})
