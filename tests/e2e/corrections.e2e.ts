import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts'
import { axeFaults, type OpenedApp, openApp } from './support.ts'

// Corrections of the sample story's article that both quotes "occupation" and puts it in its headline's marks.
const TITLE = '‘Occupation’ or help? Landing divides Port Veska'
const CONCEPT = 'foreign-troops'

describe('Corrections', () => {
  let app: OpenedApp
  let page: Page
  let origin: string
  let article: { id: number; storyId: number | null; text: string }

  /** Asks the engine as the page asks. */
  const ask = <Name extends CallName>(call: Name, input: CallInput<Name>): Promise<CallOutput<Name>> =>
    page.evaluate(
      async (body) => {
        const answer = await fetch('./api/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        return ((await answer.json()) as { value: never }).value
      },
      { call, input },
    )
  const dialog = () => page.getByRole('dialog', { name: 'This naming' })
  const missed = () => page.getByRole('dialog', { name: 'Count these words as a naming' })
  const offer = () => page.getByRole('button', { name: /^Count as naming/ })
  const mark = (name: RegExp) => page.getByRole('button', { name }).first()
  const counted = () => page.getByRole('heading', { name: /^In this article/ })
  const becomes = async (read: () => unknown, wanted: unknown): Promise<void> => {
    await expect.poll(read, { timeout: 10_000 }).toEqual(wanted)
  }
  const numberCounted = async (): Promise<number> =>
    Number(/\d+/.exec((await counted().textContent()) ?? '')?.[0])
  /** Selects words of the text, as dragging over them does. */
  const select = (from: string, to = from) =>
    page.evaluate(
      ([first, last]) => {
        const texts: Text[] = []
        const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) texts.push(walker.currentNode as Text)
        const start = texts.find(({ data }) => data.includes(first!))!
        const end = texts.find(({ data }) => data.includes(last!))!
        start.parentElement?.scrollIntoView({ block: 'center' })
        getSelection()?.setBaseAndExtent(
          start,
          start.data.indexOf(first!),
          end,
          end.data.indexOf(last!) + last!.length,
        )
      },
      [from, to],
    )

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    // The first launch opens the sample story by itself: only then is it free to go elsewhere.
    await page.getByRole('heading', { level: 1 }).waitFor()
    origin = new URL(page.url()).origin
    const { rows } = await ask('articles.list', {
      filter: {},
      sort: 'published',
      descending: false,
      offset: 0,
      limit: 100,
    })
    const id = rows.find(({ title }) => title === TITLE)?.id ?? 0
    const view = await ask('articles.get', { id })
    article = { id, storyId: view?.storyId ?? null, text: view?.text ?? '' }
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    await page.goto(`${origin}/#/library`)
    await page.goto(`${origin}/#/read/${article.id}?concept=${CONCEPT}`)
    await page.getByRole('heading', { level: 1, name: /Landing divides/ }).waitFor()
  })
  afterEach(async () => {
    for (const { id } of await ask('corrections.list', { filter: {} }))
      await ask('corrections.remove', { id })
  })

  it('change whose words a naming is in, say so, and can be taken back and restored', async () => {
    await mark(/^soldiers, the outlet’s own words/).click()
    await dialog().getByRole('button', { name: 'Correct…' }).click()
    await becomes(() => dialog().getByRole('radio', { checked: true }).getAttribute('value'), 'narration')
    expect(await dialog().getByRole('combobox', { name: 'Who speaks?' }).count()).toBe(0)
    await dialog().getByRole('radio', { name: 'quoted from someone' }).check()
    await dialog().getByRole('combobox', { name: 'Who speaks?' }).fill('Brandt')
    await dialog().getByRole('option', { name: 'Brandt Auer' }).click()
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().getByText('Corrected by you: found as the outlet’s own words.').waitFor()
    const corrected = mark(/^soldiers, quoted from Brandt Auer; frame .*; corrected by you$/)
    expect(await corrected.count()).toBe(1)
    await dialog().getByRole('button', { name: 'Take back' }).click()
    await mark(/^soldiers, the outlet’s own words/).waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.getByText('The correction is taken back.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await corrected.waitFor()
    const [stored] = await ask('corrections.list', { filter: {} })
    expect(stored).toMatchObject({ kind: 'voice', voice: 'direct', speaker: 'Brandt Auer', text: 'soldiers' })
  })

  it('leave the form with Escape first, then the popover', async () => {
    await mark(/^soldiers, the outlet’s own words/).click()
    await dialog().getByRole('button', { name: 'Correct…' }).click()
    await dialog().getByRole('button', { name: 'Save' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog().getByRole('button', { name: 'Correct…' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('strike a naming out: a line through it, in no count and no step', async () => {
    const before = await numberCounted()
    await mark(/^soldiers, the outlet’s own words/).click()
    await dialog().getByRole('button', { name: 'Not a naming' }).click()
    await dialog()
      .getByText(/^Struck out by you/)
      .waitFor()
    await becomes(numberCounted, before - 1)
    await page.keyboard.press('Escape')
    const struck = mark(/^soldiers, struck out by you/)
    const line = await struck.evaluate((element) => getComputedStyle(element).textDecorationLine)
    expect(line).toBe('line-through')
    const start = article.text.indexOf('soldiers')
    const seen = new Set<string | null>()
    const place = () => new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('at')
    for (let steps = 0; steps < before; steps++) {
      const was = place()
      await page.keyboard.press('n')
      // The address follows the step a moment later.
      await expect.poll(place).not.toBe(was)
      seen.add(place())
    }
    expect(seen.has(String(start))).toBe(false)
    await struck.click()
    await dialog().getByRole('button', { name: 'Take back' }).click()
    await becomes(numberCounted, before)
    await page.keyboard.press('Escape')
  })

  it('add a naming from words that are selected, at their very place', async () => {
    const before = await numberCounted()
    await select(' rejected the word')
    await offer().click()
    await missed().getByRole('button', { name: 'Save' }).click()
    await missed().getByText('Say as what these words name it.').waitFor()
    await missed().getByLabel('Named as').selectOption({ index: 1 })
    await missed().getByRole('button', { name: 'Save' }).click()
    await dialog().getByText('Added by you: the lexicons do not find it.').waitFor()
    await becomes(numberCounted, before + 1)
    const [stored] = await ask('corrections.list', { filter: {} })
    const start = article.text.indexOf('rejected the word')
    expect(stored).toMatchObject({ kind: 'missed', start, end: start + 17, text: 'rejected the word' })
    await dialog().getByRole('button', { name: 'Take back' }).click()
    await becomes(numberCounted, before)
  })

  it('start from the quotation that the words stand in, and refuse words that count already', async () => {
    await select('Nobody here')
    await offer().waitFor()
    await page.keyboard.press('m')
    await becomes(() => missed().getByRole('radio', { checked: true }).getAttribute('value'), 'direct')
    expect(await missed().getByRole('combobox', { name: 'Who speaks?' }).inputValue()).toBe('Ilsa Morne')
    await page.keyboard.press('Escape')
    await missed().waitFor({ state: 'detached' })
    await select('soldiers')
    await offer().click()
    await missed()
      .getByText(/“soldiers” counts as a naming of this already/)
      .waitFor()
    await page.keyboard.press('Escape')
  })

  it('choose words by keyboard alone', async () => {
    await page.keyboard.press('m')
    await offer().waitFor()
    const first = await page.evaluate(() => getSelection()?.toString())
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    const words = (await page.evaluate(() => getSelection()?.toString())) ?? ''
    expect(words).not.toBe(first)
    expect(words.split(/\s+/)).toHaveLength(2)
    await page.waitForTimeout(200)
    await page.keyboard.press('Enter')
    await missed().getByText(words, { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await missed().waitFor({ state: 'detached' })
  })

  it('refuse words of two paragraphs in plain words', async () => {
    await select('welded', 'landed from')
    await page.getByText('These words run over more than one paragraph. Select words within one.').waitFor()
    expect(await offer().count()).toBe(0)
    await page.evaluate(() => getSelection()?.removeAllRanges())
  })

  it('switch the figures of Compare, and are saved from the library', async () => {
    const compare = `${origin}/#/compare/${article.storyId}?voice=all&show=count`
    await page.goto(compare)
    const cards = page.locator(`[data-concept="${CONCEPT}"]`)
    await cards.waitFor()
    const group = () => page.getByRole('group', { name: 'Corrections' })
    expect(await group().count()).toBe(0)
    const namings = async () => /\d+ namings/.exec((await cards.textContent()) ?? '')?.[0]
    const asFound = await namings()
    const start = article.text.indexOf('soldiers')
    await ask('corrections.set', {
      articleId: article.id,
      kind: 'not-a-mention',
      start,
      end: start + 8,
      concept: CONCEPT,
      frame: 'troops',
    })
    await group().waitFor()
    await expect.poll(namings).not.toBe(asFound)
    await group().getByText('As found').click()
    await becomes(namings, asFound)
    expect(page.url()).toContain('corrections=found')
    await cards.getByRole('button', { name: 'Formula' }).click()
    await cards.getByText(/^As found: 1 correction by the reader/).waitFor()
    await page.goto(`${origin}/#/library`)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save 1 correction (JSONL)' }).click()
    const lines = readFileSync(await (await saved).path(), 'utf8')
      .trimEnd()
      .split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { title: TITLE, kind: 'not-a-mention', text: 'soldiers', concept: CONCEPT, voice: null },
    ])
  })

  it.each(['light', 'dark'] as const)('meet WCAG 2.2 AA by axe, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await mark(/^soldiers, the outlet’s own words/).click()
    await dialog().getByRole('button', { name: 'Not a naming' }).click()
    await dialog()
      .getByText(/^Struck out by you/)
      .waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    await dialog().getByRole('button', { name: 'Correct…' }).click()
    await dialog().getByRole('radio', { name: 'quoted from someone' }).check()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await select('rejected')
    await offer().waitFor()
    expect(await axeFaults(page)).toEqual([])
    await offer().click()
    await missed().waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(app.errors).toEqual([])
  })
})
