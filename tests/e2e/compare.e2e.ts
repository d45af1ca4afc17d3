import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './support.ts'

// Compare on the sample story, in a real browser.
describe('Compare', () => {
  let app: OpenedApp
  let page: Page
  let origin: string
  const card = (name: string) => page.getByRole('article', { name })
  const panel = () => page.getByRole('complementary', { name: 'The words behind this figure' })
  const mark = (name: RegExp) => page.getByRole('button', { name })
  const open = async (query = '') => {
    // Another address first: the same one again would be no navigation.
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/compare/1${query}`)
    await page.getByRole('heading', { level: 1, name: 'How each outlet names it' }).waitFor()
    await card('The foreign troops').waitFor()
  }

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    // The first launch opens the sample story by itself: only then is it free to go elsewhere.
    await page.getByRole('heading', { level: 1 }).waitFor()
    origin = new URL(page.url()).origin
  })
  afterAll(async () => {
    expect(app.errors).toEqual([])
    await app.close()
  })
  beforeEach(() => open())

  it('opens one panel by itself at the first launch', async () => {
    await open('?open=first')
    await panel().waitFor()
    await expect.poll(() => page.url()).not.toContain('open=first')
    expect(await panel().textContent()).toMatch(/\d+\u00A0% ?\d+ of \d+ namings · likely \d+–\d+\u00A0%/)
  })

  it('lists behind a mark as many lines as the mark counts', async () => {
    await mark(/^Veska Daily, Occupation or invasion: /).click()
    await panel().waitFor()
    const words = (await panel().textContent()) ?? ''
    const count = Number(/(\d+) of \d+ namings/.exec(words)?.[1])
    expect(words).toContain(`The ${count} namings`)
    await expect.poll(() => panel().getByRole('listitem').getByRole('link').count()).toBe(count)
  })

  it('is walked by arrow keys; Escape closes the panel and gives the focus back', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await mark(/^Capital Monitor, Peacekeeping: /).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toMatch(/^Northern Wire, Occupation or invasion: /)
    await page.keyboard.press('Enter')
    await panel().waitFor()
    expect(page.url()).toContain('frame=occupation')
    await page.keyboard.press('Escape')
    await expect.poll(() => panel().count()).toBe(0)
    await expect.poll(focused).toMatch(/^Northern Wire, Occupation or invasion: /)
  })

  it('says too few rather than a share, and draws nothing there', async () => {
    // Whichever row of the sample has one to four namings.
    const few = page.getByRole('button', { name: /: too few to say: [1-4] namings?/ }).first()
    const outlet = ((await few.getAttribute('aria-label')) ?? '').split(':')[0] ?? ''
    expect(outlet).not.toBe('')
    const within = page.locator('article').filter({ has: few }).first()
    expect(await within.getByRole('button', { name: new RegExp(`^${outlet}, `) }).count()).toBe(0)
  })

  it('keeps the view in the address', async () => {
    await page.getByText('Split by voice', { exact: true }).click()
    await page.getByText('Count', { exact: true }).click()
    await expect.poll(() => page.url()).toMatch(/voice=split.*show=count|show=count.*voice=split/)
    expect(await card('The foreign troops').textContent()).toMatch(/namings: \d+ in the outlets’ own words/)
    await page.goBack()
    await expect.poll(() => page.url()).not.toContain('show=count')
  })

  it('comes back from Read to the same place', async () => {
    await mark(/^Veska Daily, Occupation or invasion: /).click()
    const work = page.getByRole('region', { name: 'How each outlet names it' })
    await panel().getByRole('listitem').getByRole('link').first().waitFor()
    // The panel narrows the charts; wait until their height has settled.
    await page.waitForTimeout(400)
    const place = await work.evaluate((element) => {
      element.scrollTop = 300
      return element.scrollTop
    })
    expect(place).toBeGreaterThan(100)
    await panel().getByRole('listitem').getByRole('link').first().click()
    await page.waitForURL(/#\/read\/\d+\?at=\d+&concept=foreign-troops/)
    await page.goBack()
    await panel().waitFor()
    await expect.poll(() => work.evaluate((element) => element.scrollTop)).toBe(place)
  })

  it('turns into a table with the same figures', async () => {
    const troops = card('The foreign troops')
    const spoken = await mark(/^Veska Daily, Occupation or invasion: /).getAttribute('aria-label')
    const share = /: (\d+)\u00A0%/.exec(spoken ?? '')?.[1]
    await troops.getByRole('button', { name: 'Table' }).click()
    const row = troops.getByRole('row', { name: /Veska Daily/ })
    expect(await row.getByRole('cell').nth(1).textContent()).toMatch(new RegExp(`^${share}\u00A0%`))
  })

  it('saves picture, drawing and table', async () => {
    const save = async (name: RegExp) => {
      await card('The foreign troops').getByRole('button', { name: 'Save figure' }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name }).click(),
      ])
      return readFile(await download.path())
    }
    expect((await save(/PNG/)).subarray(1, 4).toString()).toBe('PNG')
    const svg = (await save(/SVG/)).toString()
    expect(svg).toContain('Northern Wire')
    expect(svg).not.toMatch(/var\(--|href="http/)
    const csv = (await save(/CSV/)).toString()
    expect(csv.split('\r\n').length).toBeGreaterThan(20)
  })
})
