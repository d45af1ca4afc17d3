import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, type OpenedApp, openApp } from './support.ts'

// What sets outlets apart, what they lack and what they share, on the sample, in a real browser.
describe('Outlets apart', () => {
  let app: OpenedApp
  let page: Page
  let origin: string
  const open = async (query: string, heading: string) => {
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/compare/1${query}`)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await page.getByRole('article').first().waitFor()
  }
  const card = (name: string | RegExp) => page.getByRole('article', { name })
  const save = async (name: string | RegExp, kind: RegExp) => {
    await card(name).getByRole('button', { name: 'Save figure' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: kind }).click(),
    ])
    return readFile(await download.path())
  }
  /** How many lines Concordance says it has. */
  const lines = async (): Promise<number> => {
    await page.waitForURL(/#\/concordance/)
    const said = page.getByRole('status').filter({ hasText: /\d+ lines?/ })
    await said.waitFor()
    return Number(/([\d,]+) lines?/.exec((await said.textContent()) ?? '')![1]!.replace(',', ''))
  }
  const marks = (within: Locator) => within.locator('[data-mark][role="button"]')

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

  it('shows how far apart every two outlets are, and opens the namings of both', async () => {
    await open('?view=differences&voice=all', 'How far apart outlets are')
    const figure = card(/^Differences/)
    expect(await figure.textContent()).toMatch(/Of 10 pairs of outlets/)
    const mark = marks(figure).first()
    const [, a, b] = /; (\d+) of \d+ and (\d+) of \d+$/.exec((await mark.getAttribute('aria-label')) ?? '')!
    await mark.focus()
    await page.keyboard.press('Enter')
    expect(await lines()).toBe(Number(a) + Number(b))
  })

  it('narrows the pairs to those of one outlet', async () => {
    await open('?view=differences&voice=all', 'How far apart outlets are')
    await page.getByLabel('Outlet', { exact: true }).selectOption('Northern Wire')
    await card(/^Differences/)
      .getByRole('button', { name: 'Table' })
      .click()
    await expect
      .poll(() =>
        card(/^Differences/)
          .getByRole('row')
          .count(),
      )
      .toBe(5)
    for (const row of await card(/^Differences/)
      .getByRole('rowheader')
      .allTextContents())
      expect(row).toMatch(/^Northern Wire −/)
  })

  it('shows what stands in headline and lead, and opens just that', async () => {
    await open('?view=salience&voice=all', 'What stands in headline and lead')
    const mark = marks(card(/^Headline and lead/)).first()
    const k = / lead, (\d+) of /.exec((await mark.getAttribute('aria-label')) ?? '')![1]
    await mark.focus()
    await page.keyboard.press('Enter')
    expect(await lines()).toBe(Number(k))
    expect(page.url()).toContain('section=front')
  })

  it('shows tone with the warning that it is weak', async () => {
    await open('?view=tone&voice=all', 'Tone of the sentences around each frame')
    expect(await page.getByRole('main').textContent()).toContain('A weak instrument')
    const mark = marks(card(/^Tone around/)).first()
    const n = / around (\d+) naming/.exec((await mark.getAttribute('aria-label')) ?? '')![1]
    await mark.focus()
    await page.keyboard.press('Enter')
    expect(await lines()).toBe(Number(n))
  })

  it('lists what an outlet lacks, with the places in the others', async () => {
    await open('?view=silence&outlet=Veska+Daily', 'What others have and an outlet does not')
    const missing = card('Not in Veska Daily')
    await missing.waitFor()
    const link = missing.getByRole('link', { name: /places? in Concordance/ }).first()
    const count = Number(/: (\d+) place/.exec((await link.getAttribute('aria-label')) ?? '')![1])
    await link.click()
    expect(await lines()).toBe(count)
    const outlets = await page.getByRole('main').textContent()
    expect(outlets).not.toContain('Veska Daily (')
  })

  it('lists shared passages, opens them in Read, where they are marked, and counts each once', async () => {
    await open('?view=repeats', 'Passages that articles share')
    await page.getByText('Count once', { exact: true }).click()
    await expect.poll(() => page.url()).toContain('repeats=once')
    await page
      .getByRole('navigation', { name: 'Views of the story' })
      .getByRole('link', { name: 'Frames' })
      .click()
    await page.getByText('Passages that articles share count once here').waitFor()
    await page.getByRole('button', { name: 'Count each' }).click()
    await expect.poll(() => page.url()).not.toContain('repeats=once')
    await open('?view=repeats', 'Passages that articles share')
    await card('Shared passages')
      .getByRole('link', { name: /Capital Monitor, 7 Mar/ })
      .last()
      .click()
    await page.waitForURL(/#\/read\/\d+\?at=\d+/)
  })

  it('shows words near a concept or a word, each with its places', async () => {
    await open('?view=collocates', 'Which words stand near others')
    const row = card(/^Words near/)
      .getByRole('row')
      .nth(1)
    const near = Number(await row.getByRole('cell').first().textContent())
    await row.getByRole('link').click()
    expect(await lines()).toBe(near)
    expect(await page.getByRole('main').textContent()).toContain('Only within 5 words of')
    await open('?view=collocates&around=word&q=port&count=1&within=sentence', 'Which words stand near others')
    await card('Words near “port”').getByRole('link', { name: 'veska', exact: true }).click()
    expect(await lines()).toBeGreaterThan(5)
  })

  it('opens the namings behind a bar of a day, and the articles behind another', async () => {
    await open('?view=time&voice=all', 'The story day by day')
    const bars = card(/by day$/)
    const mark = marks(bars).first()
    await mark.waitFor()
    const count = Number(/ (\d+)$/.exec((await mark.getAttribute('aria-label')) ?? '')![1])
    await mark.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    expect(await lines()).toBe(count)
    await open('?view=time', 'The story day by day')
    await marks(card('What was published when')).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/library\?story=1&from=/)
  })

  it.each([
    ['differences&voice=all', /^Differences/, 'difference,articles_low_95'],
    ['salience&voice=all', /^Headline/, 'headline,lead,body'],
    ['tone&voice=all', /^Tone/, 'mean_tone'],
    ['collocates', /^Words near/, 'log_dice'],
    ['silence&outlet=Veska+Daily', 'Not in Veska Daily', 'other_outlets'],
    ['repeats', 'Shared passages', 'similarity'],
    ['speakers', /^Who is given/, 'speaker'],
    ['facts', 'Detained', 'qualifier'],
  ] as const)('saves picture, drawing and table: %s', async (view, name, column) => {
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/compare/1?view=${view}`)
    await card(name).waitFor()
    expect((await save(name, /PNG/)).subarray(1, 4).toString()).toBe('PNG')
    expect((await save(name, /SVG/)).toString()).toMatch(/<text[^>]*>[^<]+<\/text>.*Port Veska/s)
    expect((await save(name, /CSV/)).toString()).toContain(column)
  })

  it.each(['differences', 'salience', 'tone', 'collocates', 'silence&outlet=Veska+Daily', 'repeats', 'time'])(
    'is sound for assistive tools: %s',
    async (view) => {
      await page.goto(`${origin}/#/library`)
      await page.goto(`${origin}/#/compare/1?view=${view}`)
      await page.getByRole('article').first().waitFor()
      await page.waitForTimeout(300)
      expect(await axeFaults(page)).toEqual([])
    },
  )
})
