import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, type OpenedApp, openApp } from './support.ts'

// The notebook on the sample story, in a real browser: each test goes on from the page that the one before has left.
describe('Notebook', () => {
  let app: OpenedApp
  let page: Page
  let origin: string
  const go = async (address: string) => {
    // Another address first: the same one again would be no navigation.
    await page.goto(`${origin}/#/library?q=none`)
    await page.goto(`${origin}/#${address}`)
  }
  const pin = async () => {
    await page.getByRole('menuitem').first().click()
    await page.getByText('Pinned to “Port Veska blockade”').waitFor()
  }
  const saved = async (name: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download') as Promise<Download>,
      page.getByRole('button', { name }).click(),
    ])
    return readFile(await download.path())
  }
  const entries = () =>
    page
      .getByRole('list')
      .filter({ has: page.locator('[data-entry]') })
      .locator('article')
  const titles = () =>
    entries().evaluateAll((all) =>
      all.map(
        (one) =>
          one.querySelector('h2')?.textContent ?? one.querySelector('input, textarea')?.textContent ?? '',
      ),
    )
  const words = (index: number) => page.getByLabel('Your words').nth(index)

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('heading', { level: 1 }).waitFor()
    origin = new URL(page.url()).origin
  })
  afterAll(async () => {
    expect(app.errors).toEqual([])
    await app.close()
  })

  it('says what it is for while it is empty', async () => {
    await page.getByRole('link', { name: 'Notebook' }).click()
    await page.getByRole('heading', { level: 1, name: 'Pin a figure to begin' }).waitFor()
  })

  it('pins a figure of Compare as it stands there, and opens it to write beside it', async () => {
    await go('/compare/1?voice=all')
    const card = page.locator('article[data-concept="foreign-troops"]')
    await card.getByRole('button', { name: 'Table' }).click()
    const shown = await card
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' '))),
      )
    await card.getByRole('button', { name: 'Pin to notebook' }).click()
    await pin()
    await page.getByRole('link', { name: 'Write beside it' }).click()
    await page.getByRole('heading', { level: 2, name: 'Figure 1. The foreign troops' }).waitFor()
    // Its field has the focus: the person only needs to write.
    await expect.poll(() => words(0).evaluate((field) => field === document.activeElement)).toBe(true)
    await entries()
      .first()
      .getByText(/^Table \(/)
      .click()
    const pinned = await entries()
      .first()
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' '))),
      )
    expect(pinned.length).toBeGreaterThan(3)
    expect(pinned).toEqual(shown)
  })

  it('keeps own words when the page is left at once', async () => {
    await words(0).fill('Compare the second row. <b>Not bold</b>')
    await page.reload()
    await expect.poll(() => words(0).inputValue()).toBe('Compare the second row. <b>Not bold</b>')
    await words(0).fill('Compare the second row with the third. <b>Not bold</b>')
    await page.getByRole('link', { name: 'Library' }).click()
    await page.getByRole('link', { name: 'Notebook' }).click()
    await expect.poll(() => words(0).inputValue()).toContain('with the third')
  })

  it('pins lines of the concordance and a passage of an article', async () => {
    await go('/concordance?story=1&q=occupation')
    await page.getByRole('button', { name: 'Pin to notebook' }).click()
    await pin()
    await go('/read/4')
    const paragraph = page.locator('[data-marks] p[data-start], [data-marks] [data-start]').nth(2)
    await paragraph.waitFor()
    await paragraph.evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const node = walker.nextNode() as Text
      getSelection()?.setBaseAndExtent(node, 0, node, Math.min(12, node.length))
    })
    await page.getByRole('button', { name: 'Pin to notebook' }).click()
    await pin()
    await page.getByRole('link', { name: 'Write beside it' }).click()
    await expect.poll(() => entries().count()).toBe(3)
    expect((await titles())[1]).toBe('Figure 2. Concordance: occupation')
    expect((await titles())[2]).toMatch(/^Passage 1\. /)
    expect(await entries().nth(2).locator('mark').textContent()).not.toBe('')
  })

  it('takes free text, changes the order by keyboard, and undoes a removal', async () => {
    await page.getByRole('button', { name: 'Add a heading' }).click()
    await expect.poll(() => entries().count()).toBe(4)
    await page.getByRole('textbox', { name: 'Heading' }).fill('How the troops are named')
    await page.getByRole('button', { name: /^Move up: How the troops/ }).focus()
    for (let step = 1; step <= 3; step++) {
      await page.keyboard.press('Enter')
      await expect
        .poll(() => entries().evaluateAll((all) => all.findIndex((one) => one.querySelector('input'))))
        .toBe(3 - step)
    }
    await page.getByRole('button', { name: /^More: Concordance/ }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await page.getByText('“Concordance: occupation” was removed.').waitFor()
    await expect.poll(() => entries().count()).toBe(3)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => entries().count()).toBe(4)
    expect((await titles())[2]).toBe('Figure 2. Concordance: occupation')
  })

  it('is saved as HTML that stands alone', async () => {
    const html = (await saved('Save as HTML')).toString('utf8')
    const { document } = parseHTML(html)
    expect(document.documentElement.getAttribute('lang')).toBe('en')
    expect(document.querySelectorAll('script, link, img, iframe').length).toBe(0)
    expect(document.querySelector('.words')?.textContent).toContain('<b>Not bold</b>')
    expect(document.querySelectorAll('.drawing svg circle').length).toBeGreaterThan(5)
    expect(document.querySelectorAll('table').length).toBe(2)
    // Opened as a file it asks for nothing else, and nothing in it runs.
    const alone = await app.browser.newPage()
    const asked: string[] = []
    alone.on('request', (request) => asked.push(request.url()))
    await alone.setContent(html)
    expect(asked).toEqual([])
    expect(await alone.locator('h2.part').textContent()).toBe('How the troops are named')
    await alone.close()
  })

  it('is saved as Markdown with drawings and data, each CSV the table on the page', async () => {
    const files = unzipSync(new Uint8Array(await saved('Save as Markdown with data')))
    const names = Object.keys(files).toSorted()
    expect(names).toEqual([
      'data/01-the-foreign-troops-figures.csv',
      'data/01-the-foreign-troops.csv',
      'data/02-concordance-occupation-figures.csv',
      'data/02-concordance-occupation.csv',
      'figures/01-the-foreign-troops.svg',
      'notebook.md',
    ])
    const rows = parse(Buffer.from(files['data/01-the-foreign-troops.csv']!), { bom: true }) as string[][]
    const table = await entries()
      .nth(1)
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.children].map((cell) =>
            cell.textContent.replace(cell.querySelector('small')?.textContent ?? '', ''),
          ),
        ),
      )
    expect(rows.slice(1).map((row) => row.filter((cell) => !/\d+ of \d+/.test(cell) && cell !== ''))).toEqual(
      table,
    )
    expect(Buffer.from(files['notebook.md']!).toString('utf8')).toContain('## How the troops are named')
  })

  it('is printed by the browser from a sheet laid out for paper', async () => {
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset.printed = String(document.querySelectorAll('[data-print-sheet]').length)
      }
    })
    await page.getByRole('button', { name: 'Print or PDF' }).click()
    await expect.poll(() => page.evaluate(() => document.body.dataset.printed)).toBe('1')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('heading', { level: 1, name: 'Port Veska blockade' }).isVisible()).toBe(true)
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await page.locator('[data-print-sheet]').count()).toBe(0)
    const pdf = await page.pdf({ format: 'A4', printBackground: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await page.locator('[data-print-sheet]').count()).toBe(0)
  })

  it('stays as it was when the library changes, says so, and is taken anew when asked', async () => {
    await go('/library?sel=1')
    await page.evaluate(async () => {
      const call = (name: string, input: unknown) =>
        fetch('./api/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ call: name, input }),
        }).then((answer) => answer.json())
      const found = await call('articles.list', {
        filter: { storyId: 1, outlets: ['Veska Daily'] },
        sort: 'title',
        descending: false,
        offset: 0,
        limit: 100,
      })
      const ids = found.value.rows.map((row: { id: number }) => row.id)
      await call('articles.update', { ids, set: { outlet: 'Veska Evening' } })
    })
    await page.getByRole('link', { name: 'Notebook' }).click()
    const figure = entries().nth(1)
    await figure.getByText(/Since this was taken, articles, or what is known of them, have changed/).waitFor()
    await figure.getByText(/^Table \(/).click()
    expect(await figure.locator('tbody').textContent()).toContain('Veska Daily')
    await figure.getByRole('button', { name: 'Update' }).click()
    await expect
      .poll(() => figure.locator('tbody').textContent(), { timeout: 15_000 })
      .toContain('Veska Evening')
    await expect.poll(() => figure.getByText(/Since this was taken/).count()).toBe(0)
    expect(await words(0).inputValue()).toContain('with the third')
    const lines = entries().nth(2)
    await lines.getByRole('button', { name: 'Update' }).click()
    await expect
      .poll(() => lines.locator('tbody').textContent(), { timeout: 15_000 })
      .toContain('Veska Evening')
    await expect.poll(() => page.locator('body > [inert]').count()).toBe(0)
  })

  it('leads back to the figure', async () => {
    await page.getByRole('button', { name: 'More: The foreign troops' }).click()
    await page.getByRole('menuitem', { name: 'Open in Parallax' }).click()
    await page.locator('article[data-concept="foreign-troops"]').waitFor()
    expect(page.url()).toMatch(/#\/compare\/1\?.*voice=all/)
    expect(page.url()).toContain('lexicon=')
    await page.goBack()
    await expect.poll(() => entries().count()).toBe(4)
  })

  it('holds for everyone', async () => {
    expect(await axeFaults(page)).toEqual([])
  })

  it('makes, renames and removes pages, with undo', async () => {
    await page.getByRole('button', { name: 'New page' }).click()
    await page.getByLabel('Title of the new page').fill('Appendix')
    await page.getByRole('button', { name: 'Make page' }).click()
    await page.getByRole('heading', { level: 1, name: 'Appendix' }).waitFor()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.getByLabel('Title of the page').fill('Appendix B')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Appendix B' }).waitFor()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Remove this page' }).click()
    await page.getByText('“Appendix B” was removed.').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Port Veska blockade' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { level: 1, name: 'Appendix B' }).waitFor()
  })

  it('changes the order by dragging', async () => {
    const texts = () =>
      page
        .getByRole('textbox', { name: 'Paragraph' })
        .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
    for (const [index, text] of ['one', 'two', 'three'].entries()) {
      await page.getByRole('button', { name: 'Add a paragraph' }).click()
      await page.getByRole('textbox', { name: 'Paragraph' }).nth(index).fill(text)
    }
    const grip = (index: number) => entries().nth(index).locator('[draggable]')
    await grip(2).dragTo(entries().nth(0), { targetPosition: { x: 200, y: 4 } })
    await expect.poll(texts).toEqual(['three', 'one', 'two'])
    await grip(0).dragTo(entries().nth(1), { targetPosition: { x: 200, y: 60 } })
    await expect.poll(texts).toEqual(['one', 'three', 'two'])
  })
})
