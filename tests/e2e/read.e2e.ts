import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './support.ts'

// Read on the sample story: the article that both quotes "occupation" and puts it in its headline's marks.
const TITLE = '‘Occupation’ or help? Landing divides Port Veska'

/** The id of a sample article, asked of the engine as the page asks. */
const idOf = (page: Page, title: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    const input = { filter: {}, sort: 'published', descending: false, offset: 0, limit: 100 }
    const answer = await fetch('./api/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ call: 'articles.list', input }),
    })
    const { value } = (await answer.json()) as { value: { rows: { id: number; title: string }[] } }
    return value.rows.find((row) => row.title === wanted)?.id ?? 0
  }, title)

const wordsOf = async (locator: Locator): Promise<string> => (await locator.textContent()) ?? ''

describe('Read', () => {
  let app: OpenedApp
  let page: Page
  let origin: string
  let id: number
  const marks = () => page.locator('article [data-mention]')
  const dialog = () => page.getByRole('dialog', { name: 'This naming' })
  const param = (name: string): string | null =>
    new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get(name)
  const becomes = async (read: () => unknown, wanted: unknown): Promise<void> => {
    await expect.poll(read, { timeout: 10_000 }).toEqual(wanted)
  }

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('banner').waitFor()
    origin = new URL(page.url()).origin
    id = await idOf(page, TITLE)
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    // Another address first: the same one again would be no navigation.
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/read/${id}?concept=foreign-troops`)
    await page.getByRole('heading', { level: 1, name: /Landing divides/ }).waitFor()
  })

  it('shows the headline once, the facts above it, and speakers beside their words', async () => {
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    const article = page.getByRole('article')
    expect((await wordsOf(article)).split('Landing divides').length).toBe(2)
    expect(await wordsOf(article)).toMatch(/Northern Wire · 5 March( 2024)? · English · \d+ words/)
    expect(await wordsOf(article)).toMatch(/Ilsa Morne\s*(mayor\s*)?quoted/i)
  })

  it('speaks a mark with its voice and frame', async () => {
    const quoted = page.getByRole('button', { name: /^occupation, quoted from Ilsa Morne; frame/ })
    expect(await quoted.count()).toBe(1)
    // Of another concept: grey, and without a frame.
    const grey = page.getByRole('button', { name: /^protesters, the outlet’s own words$/ }).first()
    expect(await grey.getAttribute('class')).toMatch(/\bother\b/)
  })

  it('explains a naming below its line, and closes with Escape', async () => {
    const mark = page.getByRole('button', { name: /^occupation, quoted from Ilsa Morne/ })
    await mark.click()
    await dialog().waitFor()
    const words = await wordsOf(dialog())
    expect(words).toContain('quoted from someone')
    expect(words).toContain('these are the words of Ilsa Morne')
    const line = (await mark.boundingBox())!
    const popover = (await dialog().boundingBox())!
    expect(popover.y).toBeGreaterThanOrEqual(line.y + line.height)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await becomes(() => mark.evaluate((element) => element === document.activeElement), true)
  })

  it('steps with N and P, opens with Enter, and keeps the place in the address', async () => {
    const starts: (string | null)[] = []
    for (let steps = 0; steps < 3; steps++) {
      await page.keyboard.press('n')
      await expect.poll(() => param('at')).not.toBe(starts.at(-1) ?? null)
      starts.push(param('at'))
    }
    await page.keyboard.press('p')
    await becomes(() => param('at'), starts[1])
    await page.keyboard.press('Enter')
    await dialog().waitFor()
    await page.keyboard.press('n')
    await becomes(() => param('at'), starts[2])
    expect(await dialog().count()).toBe(1)
    await page.keyboard.press('Escape')
  })

  it('opens at an offset with the naming there marked and in sight', async () => {
    const last = Number(await marks().last().getAttribute('data-mention'))
    await marks().last().click()
    await becomes(() => param('at') !== null, true)
    const at = param('at')
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/read/${id}?at=${at}`)
    const mark = page.locator(`article [data-mention="${last}"]`)
    await mark.waitFor()
    expect(await mark.getAttribute('data-selected')).not.toBeNull()
    const box = (await mark.boundingBox())!
    expect(box.y).toBeGreaterThan(48)
    expect(box.y + box.height).toBeLessThan(800)
  })

  it('colours the concept that is chosen, and writes it to the address', async () => {
    await page.getByRole('combobox', { name: 'Coloured: what this text calls' }).click()
    await page.getByRole('option', { name: /The people in the streets/ }).click()
    await becomes(() => param('concept'), 'people-in-the-streets')
    const mark = page.getByRole('button', { name: /^protesters, the outlet’s own words; frame/ }).first()
    expect(await mark.getAttribute('class')).toMatch(/\bf\d\b/)
  })

  it('goes to the next article of the story with J and back with K', async () => {
    await page.keyboard.press('j')
    await becomes(() => page.url().includes(`/read/${id}?`), false)
    await page.getByRole('heading', { level: 1, name: /Landing divides/ }).waitFor({ state: 'detached' })
    await page.locator('article [data-mention]').first().waitFor()
    await page.keyboard.press('k')
    await page.getByRole('heading', { level: 1, name: /Landing divides/ }).waitFor()
  })

  it('counts in the panel what is marked in the text', async () => {
    const coloured = await page.locator('article [data-mention]:not(.other)').count()
    const heading = await wordsOf(page.getByRole('heading', { name: /^In this article/ }))
    expect(heading).toContain(`${coloured} namings`)
  })

  it('says so when an article is not there', async () => {
    await page.goto(`${origin}/#/read/999999`)
    await page.getByRole('heading', { name: 'This article is no longer in the library' }).waitFor()
    expect(app.errors).toEqual([])
  })
})
