import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, type OpenedApp, openApp } from './support.ts'

// Discover on the sample, in a real browser: from a candidate to a term in a lexicon.
describe('Discover', () => {
  let app: OpenedApp
  let page: Page
  let origin: string
  const list = () => page.getByRole('list', { name: 'Candidates, the likeliest first' })
  const first = () => list().getByRole('listitem').first()
  const open = async (query = '') => {
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/discover/1${query}`)
    await page.getByRole('heading', { level: 1, name: 'Words that may be rival terms' }).waitFor()
  }
  const about = () => page.getByText(/candidates?\. Read:/).textContent()

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

  it('stands in the side bar and opens the story that is looked at', async () => {
    await page.goto(`${origin}/#/compare/1`)
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Discover' }).click()
    await page.waitForURL(/#\/discover\/1/)
    await list().waitFor()
    await expect.poll(() => page.title()).toBe('Discover · Parallax')
  })

  it('says how much was read, and that it is little', async () => {
    await open()
    await list().waitFor()
    expect(await about()).toMatch(/Read: 9 articles, 3,\d{3} words, 4 outlets/)
    expect(await about()).toContain('little to go by')
  })

  it('shows as many lines as it counts, and each opens Read at its place', async () => {
    await open('?concept=foreign-troops')
    const button = first().getByRole('button', { name: /^Show \d+ lines?$/ })
    const count = Number(/\d+/.exec((await button.textContent()) ?? '')![0])
    await button.click()
    const lines = first().getByRole('link')
    await expect.poll(() => lines.count()).toBe(count)
    await lines.first().click()
    await page.waitForURL(/#\/read\/\d+\?at=\d+/)
    await page.goBack()
    await list().waitFor()
    expect(page.url()).toContain('concept=foreign-troops')
  })

  it('keeps languages apart', async () => {
    await open()
    await page.getByText('Russian', { exact: true }).click()
    await expect.poll(about).toContain('4 articles')
    expect(await about()).toContain('Only one outlet writes in this language')
    expect(await first().getByRole('heading').textContent()).toMatch(/\p{Script=Cyrillic}/u)
  })

  it('puts a word aside, and takes that back', async () => {
    await open()
    const word = (await first().getByRole('heading').textContent())!
    await first()
      .getByRole('button', { name: `Not a rival term: “${word}”` })
      .click()
    await page.getByText(`“${word}” is put aside and shown no more.`).waitFor()
    await expect.poll(() => first().getByRole('heading').textContent()).not.toBe(word)
    await page.getByRole('button', { name: 'Show them' }).click()
    await list()
      .getByRole('button', { name: `Bring back: “${word}”` })
      .waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect
      .poll(() =>
        list()
          .getByRole('button', { name: `Bring back: “${word}”` })
          .count(),
      )
      .toBe(0)
    expect(await first().getByRole('heading').textContent()).toBe(word)
  })

  it('says what to do when nothing can be compared', async () => {
    await open('?concept=the-killed')
    await page.getByRole('heading', { name: 'No candidates here' }).waitFor()
    await page.getByRole('button', { name: 'Look for anything' }).click()
    await list().waitFor()
  })

  it.each(['light', 'dark'] as const)('has no faults that axe can find (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await open('?concept=foreign-troops')
    await first().getByRole('button', { name: /^Show/ }).click()
    await first()
      .getByRole('button', { name: /to a lexicon/ })
      .click()
    const panel = page.getByRole('complementary', { name: 'Add to a lexicon' })
    await panel.getByRole('combobox', { name: 'How it names it (frame)' }).selectOption({ index: 1 })
    await panel.getByText(/namings? more/).waitFor()
    expect(await axeFaults(page)).toEqual([])
  })

  it('adds a word to a lexicon after showing what would be counted, all by keyboard', async () => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await open('?concept=foreign-troops')
    const word = (await first().getByRole('heading').textContent())!
    const count = Number(/\d+/.exec((await first().getByRole('button').first().textContent()) ?? '')![0])
    await first()
      .getByRole('button', { name: `Add to a lexicon…: “${word}”` })
      .focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: 'Add to a lexicon' })
    await expect.poll(() => panel.evaluate((one) => one.contains(document.activeElement))).toBe(true)
    expect(await panel.getByRole('button', { name: 'Add and count' }).isDisabled()).toBe(true)
    await panel.getByRole('combobox', { name: 'How it names it (frame)' }).selectOption({ index: 2 })
    await panel.getByText(`${count} naming${count === 1 ? '' : 's'} more`).waitFor()
    await panel.getByRole('button', { name: 'Add and count' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(`“${word}” stands in “My words”, version 1.0.0.`).waitFor()
    await expect.poll(() => first().getByRole('heading').textContent()).not.toBe(word)
  })
})
