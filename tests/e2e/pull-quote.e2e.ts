import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './support.ts'

// A pull quote says again what stands in the text: its naming is shown, said to be repeated, and counted once.
const TEXT = [
  'Gates of Anselm stay shut',
  'The harbour of Anselm stood still on Monday, and nobody could say for how long it would.',
  '“Nobody invited these soldiers to our old harbour town”',
  'Mira Tolstad sells tickets at the pier. “Nobody invited these soldiers to our old harbour town,” she said, and locked the booth for the day.',
].join('\n\n')

const call = (page: Page, name: string, input: unknown): Promise<unknown> =>
  page.evaluate(
    async ([wanted, given]) => {
      const answer = await fetch('./api/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ call: wanted, input: given }),
      })
      return ((await answer.json()) as { value: unknown }).value
    },
    [name, input] as const,
  )

describe('Read, a pull quote', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('banner').waitFor()
  })
  afterAll(() => app.close())

  it('is marked, says that it repeats, and counts once', async () => {
    await call(page, 'imports.start', { text: TEXT })
    const list = async () => {
      const input = { filter: {}, sort: 'added', descending: true, offset: 0, limit: 100 }
      const { rows } = (await call(page, 'articles.list', input)) as { rows: { id: number; title: string }[] }
      return rows.find((row) => row.title === 'Gates of Anselm stay shut')?.id
    }
    await expect.poll(list, { timeout: 20_000 }).toBeDefined()
    const { origin } = new URL(page.url())
    await page.goto(`${origin}/#/read/${await list()}?concept=foreign-troops`)
    const marks = page.getByRole('button', { name: /^soldiers, / })
    await expect.poll(() => marks.count(), { timeout: 15_000 }).toBe(2)
    expect(await marks.first().getAttribute('aria-label')).toContain('repeated in a pull quote')
    expect(await marks.last().getAttribute('aria-label')).not.toContain('repeated')
    // The panel's count of the frame: once, not twice.
    expect(await page.locator('aside li b, section li b').allTextContents()).toContain('1')
    await marks.first().click()
    const dialog = page.getByRole('dialog', { name: 'This naming' })
    await dialog.waitFor()
    expect(await dialog.textContent()).toContain('Repeated in a pull quote.')
    expect(app.errors).toEqual([])
  })
})
