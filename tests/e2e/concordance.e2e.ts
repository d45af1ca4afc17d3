import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, type OpenedApp, openApp } from './support.ts'

// The concordance on the sample story, in a real browser.
describe('Concordance', () => {
  let app: OpenedApp
  let page: Page
  let origin: string
  const lines = () => page.getByRole('list', { name: /in context/ })
  const status = () => page.getByText(/^[\d,]+ lines? · /)
  const open = async (query = '') => {
    // Another address first: the same one again would be no navigation.
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/concordance${query}`)
    await page.getByRole('heading', { level: 1, name: 'Concordance' }).waitFor()
  }
  const counted = async () =>
    Number(/^([\d,]+)/.exec((await status().textContent()) ?? '')?.[1]?.replace(',', ''))

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

  it('is reached from the side bar and says what it is for', async () => {
    await page.getByRole('link', { name: 'Concordance' }).click()
    await page.getByRole('heading', { name: 'See a word wherever it stands' }).waitFor()
    await page.getByRole('button', { name: 'protest', exact: true }).click()
    await lines().waitFor()
    expect(page.url()).toMatch(/q=protest.*match=lemma|match=lemma.*q=protest/)
  })

  it('lists as many lines as it counts, over all outlets and for one', async () => {
    await open('?story=all')
    await page.getByLabel('Word or phrase').fill('occupation')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('q=occupation')
    await lines().waitFor()
    // The head and the list may be of the search before for a moment; then they agree.
    await expect
      .poll(async () => [await lines().locator('.m').first().textContent(), await counted()])
      .toEqual([expect.stringMatching(/^occupation$/i), expect.any(Number)])
    await expect.poll(async () => (await lines().getByRole('link').count()) - (await counted())).toBe(0)
    const total = await counted()
    expect(total).toBeGreaterThan(5)
    const outlet = page.getByRole('button', { name: /^Veska Daily/ })
    const its = Number(/(\d+)$/.exec((await outlet.textContent()) ?? '')?.[1])
    await outlet.click()
    await expect.poll(counted).toBe(its)
    await expect.poll(() => lines().getByRole('link').count()).toBe(its)
    await page.getByRole('button', { name: 'Show all outlets' }).click()
    await expect.poll(counted).toBe(total)
  })

  it('puts the words found one below the other', async () => {
    await open('?story=all&q=the')
    await lines().waitFor()
    const starts = await lines()
      .locator('.m')
      .evaluateAll((marks) => new Set(marks.map((one) => Math.round(one.getBoundingClientRect().left))).size)
    expect(starts).toBe(1)
  })

  it('opens the place with Enter and comes back to the same scroll place', async () => {
    await open('?story=all&q=the')
    await lines().waitFor()
    const box = lines().locator('..')
    await lines().getByRole('link').first().focus()
    for (let step = 0; step < 3; step++) await page.keyboard.press('PageDown')
    await page.keyboard.press('ArrowDown')
    const focused = () => page.evaluate(() => Number(document.activeElement?.getAttribute('data-line') ?? -1))
    await expect.poll(focused).toBeGreaterThan(20)
    const place = await box.evaluate((element) => element.scrollTop)
    expect(place).toBeGreaterThan(200)
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/read\/\d+\?at=\d+/)
    await page.goBack()
    await lines().waitFor()
    await expect.poll(() => box.evaluate((element) => element.scrollTop)).toBe(place)
  })

  it('shows the lines behind a figure of Compare: as many as the figure counts', async () => {
    await page.goto(
      `${origin}/#/compare/1?concept=foreign-troops&frame=occupation&outlet=${encodeURIComponent('Veska Daily')}`,
    )
    const button = page.getByRole('button', { name: /in Concordance$/ })
    const count = Number(/(\d+)/.exec((await button.textContent()) ?? '')?.[1])
    expect(count).toBeGreaterThan(0)
    await button.click()
    await lines().waitFor()
    expect(await counted()).toBe(count)
    await expect.poll(() => lines().getByRole('link').count()).toBe(count)
    expect(await page.getByLabel('Concept').inputValue()).toBe('foreign-troops')
  })

  it('says in plain words what is wrong with an expression, and that nothing is found', async () => {
    await open('?q=(&match=regex')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('cannot be read')
    await open('?story=1&q=zebra')
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor()
    await page.getByRole('button', { name: 'Look in all articles' }).click()
    await expect.poll(() => page.url()).toContain('story=all')
  })

  it('saves every line', async () => {
    await open('?story=all&q=the')
    await lines().waitFor()
    const total = await counted()
    expect(total).toBeGreaterThan(100)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save all lines (CSV)' }).click(),
    ])
    const csv = (await readFile(await download.path())).toString()
    expect(csv.trimEnd().split('\r\n').length).toBe(total + 1)
  })

  it.each(['?q=occupation&story=all', '?concept=foreign-troops&story=1', '?story=1', '?story=1&q=zebra'])(
    'holds for everyone at %s',
    async (query) => {
      await open(query)
      await page.waitForTimeout(400)
      expect(await axeFaults(page)).toEqual([])
    },
  )
})
