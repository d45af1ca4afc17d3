import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, type OpenedApp, openApp } from './support.ts'

// The lexicon editor on the sample story, in a real browser.
describe('Lexicons', () => {
  let app: OpenedApp
  let page: Page
  let origin: string
  const open = async (path = '') => {
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/lexicons${path}`)
    await page.getByRole('navigation', { name: 'Lexicons' }).waitFor()
  }
  const preview = () => page.getByRole('complementary', { name: 'What would change' })
  const saveBar = () => page.getByText('Not saved yet')
  const concept = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} \\d+ terms?`) })
  /** Namings of the foreign troops in Compare, over all outlets and voices, as its table gives them. */
  const compared = async (lexicon: string) => {
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/compare/1?lexicon=${lexicon}&voice=all`)
    const card = page.locator('[data-concept="foreign-troops"]')
    await card.getByRole('button', { name: 'Table' }).click()
    await card.getByRole('table').first().waitFor()
    const totals = await card.locator('tbody tr td:last-child').allTextContents()
    expect(totals.length).toBeGreaterThan(3)
    return totals.reduce((sum, text) => sum + Number(text), 0)
  }

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    // The first launch opens the sample story by itself: only then is it free to go elsewhere.
    await page.waitForFunction(() => location.hash.includes('compare/'))
    await page.getByRole('heading', { level: 1 }).waitFor()
    origin = new URL(page.url()).origin
  })
  afterAll(async () => {
    expect(app.errors).toEqual([])
    await app.close()
  })

  it('is reached from the side bar; shipped packs are shown and cannot be changed', async () => {
    await page.getByRole('link', { name: 'Lexicons' }).click()
    await page.getByRole('link', { name: /^Conflict and protest/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Conflict and protest' }).waitFor()
    await page.getByText(/^Shipped, version [\d.]+, cannot be changed$/).waitFor()
    await concept('The foreign troops').click()
    await page.getByRole('heading', { name: 'Peacekeeping' }).waitFor()
    await page
      .getByRole('button', { name: /^occupation/ })
      .first()
      .click()
    expect(await page.getByLabel('Pattern').count()).toBe(0)
    expect(await page.getByLabel(/^Word or phrase to add/).count()).toBe(0)
  })

  it('copies a pack, and previews, saves and counts a term that was added', async () => {
    const before = await compared('conflict-and-protest')
    await open('/conflict-and-protest')
    await page.getByRole('button', { name: 'Copy to edit' }).click()
    await page.getByLabel('Name of the copy').fill('Harbour words')
    await page.keyboard.press('Enter')
    await page.getByText(/^Yours, version 1\.0\.0$/).waitFor()
    await page.getByText('Change something, and what figures').waitFor()
    await concept('The foreign troops').click()
    await page.getByLabel('Word or phrase to add to Peacekeeping').fill('harbours')
    await page.getByText(/^harbour: \d+ forms/).waitFor()
    expect(
      await page.getByRole('button', { name: 'harbour', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true')
    await page.getByRole('button', { name: 'Add term', exact: true }).first().click()
    const totals = preview().getByText(/^\+\d+ namings gained/)
    await totals.waitFor()
    const gained = Number(/\+(\d+)/.exec((await totals.textContent()) ?? '')?.[1])
    expect(gained).toBeGreaterThan(3)
    await saveBar().waitFor()
    // Each line opens its place, and the draft is still there on the way back.
    expect(await preview().getByRole('link').count()).toBe(gained)
    await preview().getByRole('link').first().click()
    await page.waitForURL(/#\/read\/\d+\?at=\d+/)
    await page.goBack()
    await saveBar().waitFor()
    expect(await compared('conflict-and-protest')).toBe(before)
    await open('/harbour-words')
    await saveBar().waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved as version 1.1.0.').waitFor()
    await page.getByText('All articles are counted with it.').waitFor()
    // Compare counts as many more as the preview said, and names the version.
    expect(await compared('harbour-words')).toBe(before + gained)
    expect(await page.getByLabel('Lexicon').inputValue()).toBe('harbour-words')
    await page.getByText('Harbour words 1.1.0').first().waitFor({ state: 'attached' })
    await open('/harbour-words')
    const lost = async () => {
      await page.getByRole('switch', { name: 'Counts in figures' }).click({ force: true })
      return page.getByText(/^−\d+ namings lost/)
    }
    await (await lost()).waitFor()
    expect(await page.getByText(/^−\d+ namings lost/).textContent()).toContain(`−${gained} `)
  })

  it('undoes what was saved, and a removal', async () => {
    await open('/harbour-words?concept=foreign-troops')
    await page.getByLabel('Name', { exact: true }).fill('Harbour and quay')
    await saveBar().waitFor()
    await page.getByRole('button', { name: 'Undo last change' }).click()
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Harbour words')
    expect(await saveBar().count()).toBe(0)
    await page.getByLabel('Name', { exact: true }).fill('Harbour and quay')
    await page.keyboard.press('Control+s')
    await page.getByText('Saved as version 1.2.0.').waitFor()
    await page.getByRole('button', { name: 'Undo: back to what 1.1.0 had' }).click()
    await page.getByText(/^Yours, version 1\.3\.0$/).waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Harbour words')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Versions' }).click()
    await page.getByRole('button', { name: 'Bring back version 1.2.0' }).waitFor()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Remove this lexicon' }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('The lexicon was removed.').waitFor()
    await expect.poll(() => page.getByRole('link', { name: /^Harbour words/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('link', { name: /^Harbour words/ }).waitFor()
  })

  it('says beside the field what is wrong, and saves nothing then', async () => {
    await open('/harbour-words?concept=foreign-troops')
    await page.getByRole('button', { name: /^harbour$/ }).click()
    await page.getByLabel('Pattern').fill('ha*')
    await page
      .getByText(/The stem “ha\*” is shorter than three letters/)
      .first()
      .waitFor()
    expect(await page.getByLabel('Pattern').getAttribute('aria-invalid')).toBe('true')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.waitForTimeout(300)
    await page.getByText(/^Yours, version 1\.3\.0$/).waitFor()
    await page.getByRole('button', { name: 'Discard all' }).click()
    await expect.poll(() => saveBar().count()).toBe(0)
  })

  it('takes a pack out to a file and in again; a file that is none is refused by name', async () => {
    await open('/harbour-words')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Save as a YAML file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('harbour-words-1.3.0.yaml')
    const text = (await readFile(await download.path())).toString()
    const choose = (name: string, content: string) =>
      page
        .locator('input[data-import="lexicon"]')
        .setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(content) })
    await choose('diary.yaml', 'Dear diary')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('diary.yaml is no lexicon')
    await choose(
      'mine.yaml',
      text
        .replace(/^id: harbour-words$/m, 'id: others-words')
        .replaceAll('id: harbour-words-', 'id: others-words-'),
    )
    await page.waitForFunction(() => location.hash.endsWith('/others-words'))
    await page.getByText(/^Yours, version 1\.3\.0$/).waitFor()
  })

  it('begins with an empty pack, all by keyboard', async () => {
    await open()
    await page.getByRole('button', { name: 'New', exact: true }).focus()
    await page.keyboard.press('Enter')
    // The menu opens on its first choice.
    await expect
      .poll(() =>
        page.getByRole('menuitem', { name: 'New lexicon' }).evaluate((one) => one === document.activeElement),
      )
      .toBe(true)
    await page.keyboard.press('Enter')
    await page.getByLabel('Name of the new lexicon').waitFor()
    await page.keyboard.type('Weather')
    await page.keyboard.press('Enter')
    await page.getByLabel('Word or phrase to add to Weather').waitFor()
    await page.getByLabel('Word or phrase to add to Weather').focus()
    await page.keyboard.type('snow')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'snow', exact: true }).first().waitFor()
    await saveBar().waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText('Saved as version 1.1.0.').waitFor()
  })

  it.each(['/conflict-and-protest?concept=foreign-troops', '/weather', '/nowhere'])(
    'holds for everyone at %s',
    async (path) => {
      await open(path)
      await page.waitForTimeout(500)
      expect(await axeFaults(page)).toEqual([])
    },
  )
})
