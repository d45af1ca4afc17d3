import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './support.ts'

// What holds for the whole page on every screen: its entry is marked, the frame stays in place, and axe finds nothing.

const SCREENS = [
  ['/library', 'Library'],
  ['/compare/1', 'Compare'],
  ['/compare/1?show=count&voice=all', 'Compare'],
  ['/compare/1?view=differences', 'Compare'],
  ['/compare/1?view=salience', 'Compare'],
  ['/compare/1?view=tone', 'Compare'],
  ['/compare/1?view=words', 'Compare'],
  ['/compare/1?view=collocates', 'Compare'],
  ['/compare/1?view=speakers', 'Compare'],
  ['/compare/1?view=silence', 'Compare'],
  ['/compare/1?view=facts', 'Compare'],
  ['/compare/1?view=repeats', 'Compare'],
  ['/compare/1?view=time', 'Compare'],
  ['/read/4', 'Read'],
  ['/concordance?q=the', 'Concordance'],
  ['/discover', 'Discover'],
  ['/discover/1', 'Discover'],
  ['/lexicons', 'Lexicons'],
  ['/notebook', 'Notebook'],
] as const

describe('the whole page', () => {
  let app: OpenedApp
  let page: Page
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.waitForFunction(() => location.hash.startsWith('#/compare/'))
  })
  afterAll(() => app.close())

  it.each(SCREENS)('stands firm at %s', async (address, entry) => {
    await page.goto(`${new URL(page.url()).origin}/#${address}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const marked = page.getByRole('navigation', { name: 'Screens' }).locator('[aria-current="page"]')
    await expect.poll(() => marked.allTextContents()).toEqual([expect.stringContaining(entry)])
    await page.waitForFunction(() => document.querySelector('main section, main h1') !== null)
    await page.waitForTimeout(500)
    // The side bar and the story stay in sight: only the screen inside scrolls.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    const problems = await page.evaluate(
      `${axe}; axe.run(document).then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' | ')))`,
    )
    expect(problems).toEqual([])
  })

  it('names no screen where there is none', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/nowhere`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.title()).toBe('Parallax')
  })
})
