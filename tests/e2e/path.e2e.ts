import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, type OpenedApp, openApp } from './support.ts'

// The whole path: first launch, a figure, the namings behind it, and the very words in the article.

const call = <T>(page: Page, name: string, input: object): Promise<T> =>
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
  ) as Promise<T>

interface Figures {
  concepts: {
    concept: string
    outlets: { outlet: string; count: number; frames: { frame: string; count: number }[] }[]
  }[]
}

describe('from a figure to its words', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
  })
  afterAll(() => app.close())

  it('opens on the sample story with one panel open, and says that it is invented', async () => {
    await page.getByRole('heading', { level: 1, name: 'How each outlet names it' }).waitFor()
    await page.getByText('This is an invented story.').waitFor()
    await page.locator('[data-region="panel"]').waitFor()
    expect(page.url()).toMatch(/#\/compare\/\d+/)
  })

  it('opens a mark’s namings, as many as the figure counts', async () => {
    const { concepts } = await call<Figures>(page, 'figures.compare', {
      filter: { storyId: 1 },
      lexicon: 'conflict-and-protest',
      voice: 'narration',
    })
    const troops = concepts.find((one) => one.concept === 'foreign-troops')
    const outlet = troops?.outlets.find((one) => one.outlet === 'Capital Monitor')
    const peacekeeping = outlet?.frames.find((one) => one.frame === 'peacekeeping')
    expect(peacekeeping?.count).toBeGreaterThan(3)
    const card = page.locator('[data-concept="foreign-troops"]')
    await card.getByRole('button', { name: /^Capital Monitor, Peacekeeping/ }).click()
    const panel = page.locator('[data-region="panel"]')
    await panel.getByRole('heading', { name: /Capital Monitor/ }).waitFor()
    await panel.getByText(`${peacekeeping?.count} of ${outlet?.count} namings`).waitFor()
    await expect
      .poll(() => panel.getByRole('listitem').first().getAttribute('aria-setsize'))
      .toBe(String(peacekeeping?.count))
  })

  it('leads from a line to the very words, and Back to the same panel', async () => {
    const before = page.url()
    const line = page.locator('[data-region="panel"]').getByRole('listitem').first().getByRole('link')
    const named = (await line.locator('.m').textContent()) ?? ''
    await line.click()
    await expect.poll(() => page.url()).toMatch(/#\/read\/\d+\?at=\d+&concept=foreign-troops/)
    await page.locator('article [data-mention]').first().waitFor()
    const at = Number(new URL(page.url()).hash.match(/at=(\d+)/)?.[1])
    const id = Number(new URL(page.url()).hash.match(/read\/(\d+)/)?.[1])
    const article = await call<{ text: string }>(page, 'articles.get', { id })
    expect(article.text.slice(at, at + named.length)).toBe(named)
    await page.goBack()
    await expect.poll(() => page.url()).toBe(before)
    await page
      .locator('[data-region="panel"]')
      .getByText(/namings/)
      .first()
      .waitFor()
  })

  it('marks as many namings in each article as the figures count in all voices', async () => {
    const { concepts } = await call<Figures>(page, 'figures.compare', {
      filter: { storyId: 1 },
      lexicon: 'conflict-and-protest',
      voice: 'all',
    })
    const ids = await call<number[]>(page, 'articles.ids', {
      filter: { storyId: 1 },
      sort: 'published',
      descending: false,
    })
    const known = new Set(concepts.map((one) => one.concept))
    let marks = 0
    const origin = new URL(page.url()).origin
    for (const id of ids) {
      const { mentions } = await call<{ mentions: { concept: string; start: number; end: number }[] }>(
        page,
        'articles.get',
        { id },
      )
      await page.goto(`${origin}/#/read/${id}`)
      // Namings that share words are one mark, which lists them.
      let end = -1
      const spans = mentions.filter((one) => {
        const apart = one.start >= end
        end = Math.max(end, one.end)
        return apart
      })
      await expect
        .poll(() =>
          page
            .locator('article [data-mention]')
            .evaluateAll((all) => new Set(all.map((one) => one.getAttribute('data-mention'))).size),
        )
        .toBe(spans.length)
      marks += mentions.filter((one) => known.has(one.concept)).length
    }
    const counted = concepts.flatMap((one) => one.outlets).reduce((sum, one) => sum + one.count, 0)
    expect(marks).toBe(counted)
  })

  it('has a table twin and saves a figure as CSV, SVG and PNG', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/compare/1`)
    const card = page.locator('[data-concept="foreign-troops"]')
    await card.getByRole('button', { name: 'Table', exact: true }).click()
    await card.getByRole('table').waitFor()
    await card.getByRole('button', { name: 'Chart', exact: true }).click()
    for (const [item, ending] of [
      ['Table (CSV)', '.csv'],
      ['Drawing (SVG)', '.svg'],
      ['Picture (PNG)', '.png'],
    ] as const) {
      await card.getByRole('button', { name: 'Save figure' }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ])
      expect(download.suggestedFilename().endsWith(ending)).toBe(true)
      const bytes = readFileSync(await download.path())
      if (ending === '.csv') expect(bytes.toString('utf8')).toContain('Capital Monitor')
      if (ending === '.svg') expect(bytes.toString('utf8')).toContain('</svg>')
      if (ending === '.png') expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    }
  })

  it('throws no error into the console and asks nothing of the network', () => {
    expect(app.errors).toEqual([])
  })
})

describe('reach', () => {
  const SCREENS = [
    '/library',
    '/compare/1?open=first',
    '/compare/1?voice=split',
    '/read/1',
    '/concordance?q=the',
  ]

  it.each(['light', 'dark'] as const)('meets WCAG 2.2 AA by axe on every screen, %s', async (colorScheme) => {
    const app = await openApp({ context: { colorScheme } })
    try {
      const { page } = app
      await page.getByRole('banner').waitFor()
      for (const screen of SCREENS) {
        await page.goto(`${new URL(page.url()).origin}/#${screen}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForTimeout(600)
        const found = await axeFaults(page)
        expect([screen, found]).toEqual([screen, []])
      }
    } finally {
      await app.close()
    }
  })
})
