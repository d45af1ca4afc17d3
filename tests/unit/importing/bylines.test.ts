import { describe, expect, it } from 'vitest'
import { bareByline, isInterface } from '#main/importing/bylines.ts'
import { draftFrom } from '#main/importing/draft.ts'
import { readHtml } from '#main/importing/html.ts'

describe('bareByline', () => {
  it.each([
    ['By Nina Marrow', 'Nina Marrow'],
    ['Nina Marrow on June 30, 2024 04:40 am', 'Nina Marrow'],
    ['Nina Marrow, Harbor Post 8:42 a.m. EDT October 3, 2024', 'Nina Marrow, Harbor Post'],
    ['Nina Marrow Tuesday, Aug. 17, 2024', 'Nina Marrow'],
    ['Par ODILE MARCHAND', 'ODILE MARCHAND'],
    ['Автор: Анна Ветрова', 'Анна Ветрова'],
  ])('%s', (line, name) => expect(bareByline(line)).toBe(name))
})

it.each(['Text Size', 'View Comments', 'Privacy Policy', 'Email This'])('%s is no name', (line) =>
  expect(isInterface(line)).toBe(true),
)

it.each(['Rob Price', 'Anna Newsome', 'Мария Новикова'])('%s is a name', (line) =>
  expect(isInterface(line)).toBe(false),
)

describe('a saved page', () => {
  const page = (head: string, body: string) => {
    const { text, hints, found } = readHtml(`<html><head>${head}</head><body>${body}</body></html>`)!
    const given = Object.fromEntries(Object.entries(found).map(([field, { value }]) => [field, value]))
    return draftFrom(text, 'page.html', given, { clean: true, hints })
  }
  const story =
    '<p>The council of Tarn voted on Monday to close the bridge for repairs that will last until the spring thaw.</p>'.repeat(
      3,
    )

  it('takes no logo for its headline, though the page title names the site too', () => {
    const draft = page(
      '<title>Council closes the bridge | The Tarn Post</title><meta property="og:site_name" content="The Tarn Post">',
      `<h1>The Tarn Post</h1><h1>Council closes the bridge</h1>${story}`,
    )
    expect(draft.title).toBe('Council closes the bridge')
  })

  it('takes a day that ends a sentence for no date of publication', () => {
    const draft = page(
      '<title>Council closes the bridge</title>',
      `<h1>Council closes the bridge</h1><p>The bridge was opened to traffic on August 14, 1935</p>${story}`,
    )
    expect(draft.published).toBeNull()
  })
})
