import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, type OpenedApp, openApp } from './support.ts'

// The further views of a story on the sample, in a real browser.
describe('Views of a story', () => {
  let app: OpenedApp
  let page: Page
  let origin: string
  const open = async (query: string, heading: string) => {
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/compare/1${query}`)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  }
  const openWords = async (query = '') => {
    await open(`?view=words${query}`, 'Which words set an outlet apart')
    await page.getByRole('article', { name: 'Words with their figures' }).waitFor()
  }
  const list = () => page.getByRole('article', { name: 'Words with their figures' })

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

  it('has an address for each', async () => {
    await open('', 'How each outlet names it')
    const tabs = page.getByRole('navigation', { name: 'Views of the story' })
    await tabs.getByRole('link', { name: 'Words' }).click()
    await page.getByRole('heading', { level: 1, name: 'Which words set an outlet apart' }).waitFor()
    expect(page.url()).toContain('view=words')
    await tabs.getByRole('link', { name: 'Facts' }).click()
    await page.getByRole('heading', { level: 1, name: 'Numbers that outlets give' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Which words set an outlet apart' }).waitFor()
  })

  it('says that few articles say little, and that languages do not mix', async () => {
    await openWords()
    const text =
      (await page.getByRole('region', { name: 'Which words set an outlet apart' }).textContent()) ?? ''
    expect(text).toContain('Few articles')
    expect(text).toContain('words of two languages cannot be compared')
  })

  it('sorts by any column and back', async () => {
    await openWords('&count=1&articles=1')
    const firstWord = () => list().getByRole('row').nth(1).getByRole('rowheader').textContent()
    await list().getByRole('button', { name: 'Sort by Word' }).click()
    await expect.poll(() => page.url()).toContain('sort=word')
    await expect.poll(async () => /^[\d\p{P}a]/u.test((await firstWord()) ?? '')).toBe(true)
    await list().getByRole('button', { name: 'Sort by Here' }).click()
    await expect.poll(firstWord).toBe('the')
  })

  it('opens as many lines in Concordance as the list counts', async () => {
    await openWords()
    const row = list().getByRole('row').nth(1)
    const count = await row.getByRole('cell').nth(0).textContent()
    await row.getByRole('link').click()
    await page.waitForURL(/#\/concordance\?kind=words&q=/)
    await expect
      .poll(async () => (await page.getByRole('main').textContent()) ?? '')
      .toMatch(new RegExp(`(^|\\D)${count} lines?`))
  })

  it('computes a word’s figures before the reader’s eyes, from a dot or from the list', async () => {
    await openWords()
    const dot = page.getByRole('button', { name: / per 1,000 words in / }).first()
    await dot.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 3, name: /^“.+”, computed$/ }).waitFor()
    await expect.poll(() => page.url()).toContain('word=')
    const choose = list()
      .getByRole('button', { name: /^How “.+” is computed: z = / })
      .first()
    const word = /“(.+)”/.exec((await choose.getAttribute('aria-label')) ?? '')?.[1]
    await choose.click()
    await page.getByRole('heading', { level: 3, name: `“${word}”, computed` }).waitFor()
  })

  it('switches to an outlet, runs of words, dictionary forms and own words', async () => {
    await openWords()
    await page.getByLabel('Against').selectOption('Veska Daily')
    await page.getByText('Two', { exact: true }).click()
    await page.getByText('Dictionary forms', { exact: true }).click()
    await page.getByText('The outlets’ own', { exact: true }).click()
    await expect.poll(() => page.url()).toMatch(/against=Veska\+Daily/)
    expect(page.url()).toMatch(/n=2/)
    await expect.poll(() => page.getByText(/runs of 2 words/).count()).toBe(1)
  })

  it('saves the scatter as picture and drawing, and the list as a table with every count', async () => {
    await openWords()
    const save = async (card: string, name: RegExp) => {
      await page.getByRole('article', { name: card }).getByRole('button', { name: 'Save figure' }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name }).click(),
      ])
      return readFile(await download.path())
    }
    expect((await save('Two rates of each word', /PNG/)).subarray(1, 4).toString()).toBe('PNG')
    expect((await save('Two rates of each word', /SVG/)).toString()).toContain('per 1,000 words')
    const csv = (await save('Words with their figures', /CSV/)).toString()
    expect(csv).toContain('target_count,target_total,reference_count,reference_total')
    expect(csv.trim().split('\r\n').length).toBeGreaterThan(5)
  })

  it('shows who is given which words, and opens their lines', async () => {
    await open('?view=speakers', 'Who is given which words')
    const row = page.getByRole('row').filter({ hasText: 'Ilsa Morne' }).first()
    await row.waitFor()
    await row.getByRole('link').first().click()
    await page.waitForURL(/#\/concordance\?kind=mentions.*speaker=Ilsa\+Morne/)
  })

  it('lines numbers up by outlet and day, and opens the sentence of each', async () => {
    await open('?view=facts', 'Numbers that outlets give')
    const detained = page.getByRole('article', { name: 'Detained' })
    await detained.waitFor()
    expect(await detained.textContent()).toContain('No such number in: Capital Monitor')
    await detained.getByRole('link').first().click()
    await page.waitForURL(/#\/read\/\d+\?at=\d+/)
  })

  it('shows the days, with a table beside the bars', async () => {
    await open('?view=time', 'The story day by day')
    const named = page.getByRole('article', { name: /by day$/ })
    await named.getByRole('button', { name: 'Table' }).click()
    await named.getByRole('row').nth(1).waitFor()
    expect(await named.getByRole('row').count()).toBeGreaterThan(5)
  })

  it.each(['words', 'words&word=rioters', 'speakers', 'facts', 'time'])(
    'is sound for assistive tools: %s',
    async (view) => {
      await page.goto(`${origin}/#/library`)
      await page.goto(`${origin}/#/compare/1?view=${view}`)
      await page.getByRole('article').first().waitFor()
      expect(await axeFaults(page)).toEqual([])
    },
  )

  it('says how solid a share is, and whether the difference could be chance', async () => {
    await open('?open=first', 'How each outlet names it')
    const panel = page.getByRole('complementary', { name: 'The words behind this figure' })
    await panel.getByRole('heading', { name: 'How solid this is' }).waitFor()
    expect(await panel.textContent()).toContain('Pooled with the other outlets')
    await page
      .getByText(/Could the difference between outlets be chance\? p = /)
      .first()
      .waitFor()
  })
})
