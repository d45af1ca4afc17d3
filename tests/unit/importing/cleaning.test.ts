import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { cleanText } from '#main/importing/clean.ts'
import { draftFrom } from '#main/importing/draft.ts'
import { readHtml } from '#main/importing/html.ts'
import { pastedPages, rebuilt, savedPages, squeezed, wordF1 } from '#tests/support/importing.ts'

const ENOUGH = 0.95

beforeAll(loadLanguages)

const cleaned = (page: string) => draftFrom(page, 'page.txt', {}, { clean: true })

describe('pages copied as text', () => {
  const layouts: [string, (page: string) => string][] = [
    ['as copied', (page) => page],
    ['without blank lines', (page) => page.replace(/\n\n+/g, '\n')],
    ['with a blank line after each line', (page) => page.replace(/\n+/g, '\n\n')],
    ['with Windows line ends', (page) => page.replaceAll('\n', '\r\n')],
  ]
  for (const [layout, change] of layouts) {
    it.each(pastedPages().map((one) => [one.name, one] as const))(`%s, ${layout}`, (_, { page, article }) => {
      const { text, original, leftOut } = cleaned(change(page))
      expect(wordF1(text, article)).toBeGreaterThanOrEqual(ENOUGH)
      expect(rebuilt(text, leftOut)).toBe(squeezed(original))
      for (const one of leftOut) expect(original.slice(one.originalStart, one.originalEnd)).toBe(one.text)
    })
  }

  it.each(pastedPages().map((one) => [one.name, one] as const))(
    '%s begins with its headline',
    (_, { page, article }) => {
      const draft = cleaned(page)
      expect(draft.title).toBe(article.split('\n')[0])
      expect(draft.text.split('\n')[0]).toBe(draft.title)
    },
  )
})

describe('saved pages', () => {
  it.each(savedPages().map((one) => [one.name, one] as const))('%s', (_, { page, article }) => {
    const { text: original, hints, found } = readHtml(page)!
    const { text, leftOut } = cleanText(original, { language: 'en', title: found.title!.value, hints })
    expect(wordF1(text, article)).toBeGreaterThanOrEqual(ENOUGH)
    expect(rebuilt(text, leftOut)).toBe(squeezed(original))
    expect(text.split('\n')[0]).toBe(found.title!.value)
    expect(original).not.toMatch(/never text|color:red/)
  })
})

describe('what must stay', () => {
  it('leaves the texts of the sample story as they are, whoever reads them', () => {
    for (const name of readdirSync('seeds/articles')) {
      const original = readFileSync(`seeds/articles/${name}`, 'utf8')
      expect([name, cleaned(original).leftOut.map((one) => one.text)]).toEqual([name, []])
    }
  })

  it.each([
    ['one line', 'Soldiers came. The protesters stayed.'],
    [
      'a short text',
      'Troops enter Lannport\n\nThe so-called “peacekeepers” left. “This is an occupation,” Orla Venn said.',
    ],
    ['only headlines', 'Ferry cancelled\nBridge closed\nSchool reopens'],
    ['empty lines', '\n\n  \nA word.\n\n'],
  ])('keeps %s', (_, text) => {
    expect(cleanText(text, { language: 'en', title: '' })).toEqual({ text, leftOut: [] })
  })

  it('keeps paragraphs that speak of cookies, comments, subscribers or copyright', () => {
    const paragraphs = [
      'Minister defends law on cookies and copyright',
      'The new law on cookies and copyright will come into force in March, the minister told parliament on Tuesday afternoon.',
      'Publishers have lost a third of their subscribers since 2019, and many fear that the privacy policy of large platforms will cost them more.',
      '“Subscribe to a newspaper or lose it,” said Ada Brink, who edits the Harbor Courier.',
      'The ministry received 4,100 comments on the draft.',
      'By Monday, three petitions had been signed.',
      'Share prices fell. Facebook declined to comment.',
      'Roads were closed and trains were late, but nobody was hurt, according to the police in the capital.',
    ]
    const text = paragraphs.join('\n\n')
    expect(cleanText(text, { language: 'en', title: paragraphs[0]! }).leftOut.map((one) => one.text)).toEqual(
      [],
    )
  })

  it('joins lines that were broken at a fixed width', () => {
    const words =
      'the harbour stayed shut while the two governments argued over who should pay for the broken crane '.repeat(
        12,
      )
    const broken = words.replace(/(.{55,65}) /g, '$1\n').trim()
    const paragraph = `Yesterday ${broken}.`
    const page = `Harbour stays shut\n\n${paragraph}\n\nToday ${paragraph}\n\nTomorrow ${paragraph}\n\nShare on Facebook\n`
    const { text, leftOut } = cleanText(page, { language: 'en', title: 'Harbour stays shut' })
    expect(text.split('\n\n')).toHaveLength(4)
    expect(leftOut.map((one) => one.reason)).toEqual(['share-bar'])
  })
})

describe('what must go, and why', () => {
  const body = [
    'The harbour stayed shut on Monday while the two governments argued over who should pay for the broken crane.',
    '“We will not pay,” said the mayor, who has governed the town for eleven years and never lost a vote there.',
    'Talks are to go on until Friday, the ministry said, and ferries will stay in the outer harbour until then.',
    'Fishermen have been told to use the old quay, which was closed nine years ago after a fire destroyed its roof.',
  ]
  const place = (line: string) =>
    `Harbour stays shut\n\n${body[0]}\n\n${body[1]}\n\n${line}\n\n${body[2]}\n\n${body[3]}`
  it.each([
    ['share-bar', 'Facebook Twitter WhatsApp Email Copy link'],
    ['share-bar', 'Поделиться в Facebook ВКонтакте Одноклассники'],
    ['comments', '27 comments'],
    ['comments', '14 комментариев'],
    ['tags', '#harbour #crane #ferries'],
    ['tags', 'Tags: harbour, crane, ferries'],
    ['related', 'Read also: Mayor wins vote for the sixth time'],
    ['related', 'Читайте также: Мэр победил в шестой раз'],
    ['related', 'Lifeboat crew in the capital gets new radio after seven long years of waiting'],
    ['caption', 'Photo: Tam Reed / Vale Post'],
    ['caption', 'Кран в порту. Фото: Олег Ранд'],
    ['promotion', 'Advertisement'],
    ['promotion', 'Реклама'],
    ['promotion', 'Subscribe to our newsletter and get the news in your inbox every morning.'],
    ['promotion', 'Подписывайтесь на наш телеграм-канал'],
    ['notice', 'We use cookies to improve your experience. Read our privacy policy.'],
    ['notice', 'Нашли ошибку? Выделите текст и нажмите Ctrl+Enter'],
    ['metadata', '4 May 2023, 10:20'],
    ['metadata', 'Опубликовано 11 января 2022, 12:29'],
    ['repeated-title', 'Harbour stays shut'],
  ])('%s: %s', (reason, line) => {
    const { text, leftOut } = cleanText(place(line), { language: 'en', title: 'Harbour stays shut' })
    expect(leftOut.map((one) => [one.reason, one.text])).toEqual([[reason, line]])
    expect(text).toBe(`Harbour stays shut\n\n${body.join('\n\n')}`)
    expect(leftOut[0]!.at).toBe(text.indexOf(body[2]!) - 2)
  })

  it('leaves out readers’ comments, however many and long', () => {
    const reader =
      'Anna\n2 hours ago\nI have lived here for thirty years and I have never seen the harbour shut for so long, it is a shame.\nReply'
    const page = `Harbour stays shut\n\n${body.join('\n\n')}\n\n${body.join('\n\n')}\n\nComments (8)\n${`${reader}\n`.repeat(8)}`
    const { text } = cleanText(page, { language: 'en', title: 'Harbour stays shut' })
    expect(text).not.toContain('thirty years')
  })
})
