import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { isDateLine, parseDate } from '#main/importing/dates.ts'
import { readHtml } from '#main/importing/html.ts'
import { guessAll } from '#main/importing/metadata.ts'
import { nominativeName } from '#main/importing/outlet-names.ts'
import { divideTitle } from '#main/importing/titles.ts'

beforeAll(loadLanguages)

const BODY = `The harbour stayed shut on Monday while the two governments argued over who should pay for the broken crane.

“We will not pay,” said the mayor, who has governed the town for eleven years and never lost a vote there.

Talks are to go on until 14 March 2019, the ministry said, and ferries will stay in the outer harbour until then.`
const guess = (text: string, url: string | null = null, file = 'page.txt') =>
  guessAll(text, { title: null, url, file })
const headline = (head: string) => guess(page(head)).title?.value
const page = (head: string, foot = '') => `${head}\n\n${BODY}\n\n${foot}`

describe('dates', () => {
  it.each([
    ['11 января 2022, 12:29', '2022-01-11'],
    ['Jan 7, 2022', '2022-01-07'],
    ['7 January 2022', '2022-01-07'],
    ['January 7th, 2022', '2022-01-07'],
    ['07.01.2022', '2022-01-07'],
    ['7.1.2022 10:30', '2022-01-07'],
    ['31/12/2021', '2021-12-31'],
    ['2022-01-07T10:30:00+03:00', '2022-01-07'],
    ['2022/01/07', '2022-01-07'],
    ['Fri, 07 Jan 2022 10:30:00 GMT', '2022-01-07'],
    ['7 января 2022 года', '2022-01-07'],
    ['7 січня 2022', '2022-01-07'],
    ['31.02.2022', null],
    ['7 January', null],
    ['2022', null],
    ['yesterday', null],
  ])('%s', (written, wanted) => expect(parseDate(written)).toBe(wanted))

  it.each([
    ['Published: 7 January 2022 at 10:30 GMT', true],
    ['Monday, March 3, 2025', true],
    ['Вчера, 18:20', true],
    ['(обновлено: 13:15 14.03.2023)', true],
    ['3 hours ago', true],
    ['12:40', true],
    ['9:41 p.m.', true],
    ['7.52pm GMT', true],
    ['11 p.m.', true],
    ['7.52', false],
    ['At 9:41 p.m. the lights went out.', false],
    ['On 7 January 2022 the bridge fell.', false],
    ['May', false],
    ['The March 3 movement', false],
  ])('%s is a line of its own: %s', (line, wanted) => expect(isDateLine(line)).toBe(wanted))

  it.each([
    ['a line below the headline', page('Harbour stays shut\nMay 4, 2023'), '2023-05-04', 'date-in-text'],
    [
      'a line above it',
      page('11 января 2022, 12:29\nГавань остаётся закрытой'),
      '2022-01-11',
      'date-in-text',
    ],
    [
      'publication rather than update',
      page('Harbour stays shut\nUpdated 6 May 2023\nPublished 4 May 2023'),
      '2023-05-04',
      'date-in-text',
    ],
    ['behind the rubric', page('Harbour stays shut\nBusiness | 4 May 2023'), '2023-05-04', 'date-in-text'],
    [
      'glued to the headline',
      page('Harbour stays shut in the northMay 4, 2023'),
      '2023-05-04',
      'date-in-text',
    ],
    [
      'of the article, not of the day the page was saved',
      page('Friday, 1 March 2024\nHarbour stays shut\nBy Ines Corra\n4 May 2023'),
      '2023-05-04',
      'date-in-text',
    ],
    [
      'told by its distance from a date in the file',
      page('Saturday, 6 May 2023\nVale Post\nHarbour stays shut\n2 days ago'),
      '2023-05-04',
      'relative-date',
    ],
  ])('%s', (_, text, wanted, from) => {
    const { published } = guess(text)
    expect([published?.value, published?.from]).toEqual([wanted, from])
    expect(text).toContain(published!.evidence)
  })

  it('reads it from the address or the file’s name when the text is silent', () => {
    expect(
      guess(page('Harbour stays shut'), 'https://vale.example/2023/05/04/harbour')?.published,
    ).toMatchObject({ value: '2023-05-04', from: 'address' })
    expect(guess(page('Harbour stays shut'), null, 'in/2023-05-04-vale.txt')?.published).toMatchObject({
      value: '2023-05-04',
      from: 'file-name',
    })
  })

  it('takes no date of an event, of a copyright or of a teaser', () => {
    expect(guess(page('Harbour stays shut', '© 2021 Vale Post')).published).toBeNull()
    expect(guess(page('Harbour stays shut\nYesterday')).published).toBeNull()
    expect(
      guess(page('Harbour stays shut', 'Read also\nMayor wins vote\n3 March 2018\nLifeboat gets radio'))
        .published,
    ).toBeNull()
  })
})

describe('outlets', () => {
  it.each([
    ['© 2024 Vale Post. All rights reserved.', 'Vale Post', 'footer'],
    ['Copyright 2019–2024 by The Harbor Courier Ltd', 'The Harbor Courier', 'footer'],
    ['© 2001–2024 «Вечерняя Веска». Все права защищены.', 'Вечерняя Веска', 'footer'],
    [
      'При использовании материалов сайта «Северный вестник» ссылка обязательна.',
      'Северный вестник',
      'footer',
    ],
    ['Subscribe to Coast Daily on Google News', 'Coast Daily', 'site-name-in-text'],
    ['Подписывайтесь на «Свободную трибуну» в Telegram', 'Свободная трибуна', 'site-name-in-text'],
    ['Source: Upland Observer', 'Upland Observer', 'site-name-in-text'],
  ])('%s', (foot, wanted, from) => {
    const { outlet } = guess(page('Harbour stays shut for a third day', foot))
    expect([outlet?.value, outlet?.from]).toEqual([wanted, from])
    expect(foot).toContain(outlet!.evidence)
  })

  it('reads a page title that ends with the site, a byline, a dateline, an address', () => {
    const twice = 'Harbour stays shut for a third day - Vale Post\n\nHarbour stays shut for a third day'
    expect(guess(page(twice)).outlet?.value).toBe('Vale Post')
    expect(guess(page('Harbour stays shut for a third day\nInes Corra, Vale Post')).outlet?.value).toBe(
      'Vale Post',
    )
    expect(guess(`Harbour shut\n\nPORT VESKA, 1 March (Northern Wire) - ${BODY}`).outlet?.value).toBe(
      'Northern Wire',
    )
    expect(guess(page('Harbour stays shut'), 'https://www.vale-post.example/a').outlet).toMatchObject({
      value: 'vale-post.example',
      from: 'address',
    })
  })

  it('answers null when nothing names the site', () => {
    expect(guess(page('Harbour stays shut')).outlet).toBeNull()
    expect(
      guess(
        `Harbour shut\n\n${BODY}\n\nThe mayor told Reuters that he would “never” pay for the crane, and left the room.`,
      ).outlet,
    ).toBeNull()
  })

  it.each([
    ['Блокноту', 'Блокнот'],
    ['Новой газете', 'Новая газета'],
    ['Ведомостям', 'Ведомости'],
    ['Правде', 'Правда'],
    ['Медуза', 'Медуза'],
    ['РБК', 'РБК'],
    ['Vale Post', 'Vale Post'],
  ])('%s stands on the masthead as %s', (found, wanted) => expect(nominativeName(found)).toBe(wanted))
})

describe('authors, titles, languages', () => {
  it.each([
    ['By Ines Corra', 'Ines Corra'],
    ['By Ines Corra and Tam Reed', 'Ines Corra and Tam Reed'],
    ['By Ines Corra, Vale Post', 'Ines Corra'],
    ['Автор: Нина Сомова', 'Нина Сомова'],
    ['Ines Corra', 'Ines Corra'],
  ])('%s', (line, wanted) => {
    const { byline } = guess(page(`Harbour stays shut for a third day\n${line}`))
    expect(byline).toEqual({ value: wanted, evidence: line, from: 'byline-in-text' })
  })

  it.each([
    ['en', BODY],
    [
      'ru',
      'Гавань закрыта третий день, и переговоры о плате за кран продолжаются. Мэр сказала, что платить не будет.',
    ],
    [
      'uk',
      'Гавань зачинена третій день, і переговори про плату за кран тривають. Мерка сказала, що платити не буде.',
    ],
    ['kk', 'Порт үшінші күн бойы жабық тұр, ал екі үкімет кранның ақысын кім төлейтіні туралы дауласуда.'],
    [
      'de',
      'Der Hafen bleibt den dritten Tag geschlossen, während zwei Regierungen über die Kosten des Krans streiten.',
    ],
  ])('%s', (language, text) => expect(guess(text).language.value).toBe(language))

  it.each([
    ['Harbour stays shut - Vale Post', { headline: 'Harbour stays shut', site: 'Vale Post' }],
    ['Harbour stays shut | News | Vale Post', { headline: 'Harbour stays shut', site: 'Vale Post' }],
    ['Гавань закрыта — Северный вестник', { headline: 'Гавань закрыта', site: 'Северный вестник' }],
    ['Harbour stays shut', null],
  ])('%s', (title, wanted) => expect(divideTitle(title)).toEqual(wanted))
})

describe('markup', () => {
  const saved = (head: string, body = '') =>
    `<html lang="ru-RU"><head>${head}</head><body><article>${body}<p>${BODY}</p></article></body></html>`
  const values = (html: string) =>
    Object.fromEntries(Object.entries(readHtml(html)!.found).map(([field, { value }]) => [field, value]))

  it('reads JSON-LD, with the graph and several authors', () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'Harbour shut',
          datePublished: '2023-05-04',
          author: [{ name: 'A B' }, { name: 'C D' }],
          publisher: { name: 'Vale Post' },
        },
      ],
    }
    expect(values(saved(`<script type="application/ld+json">${JSON.stringify(data)}</script>`))).toEqual({
      title: 'Harbour shut',
      outlet: 'Vale Post',
      published: '2023-05-04',
      byline: 'A B, C D',
      language: 'ru',
    })
  })

  it('reads meta elements, the heading and the title', () => {
    const head =
      '<title>Harbour shut again | Vale Post</title><meta name="author" content="By Ines Corra"><meta name="date" content="4 May 2023"><meta property="og:url" content="https://vale.example/a">'
    expect(values(saved(head, '<h1>Harbour shut again</h1>'))).toEqual({
      title: 'Harbour shut again',
      outlet: 'Vale Post',
      published: '2023-05-04',
      byline: 'Ines Corra',
      language: 'ru',
      url: 'https://vale.example/a',
    })
  })

  it('survives broken JSON-LD and names the outlet by its address', () => {
    expect(
      values(
        saved(
          '<script type="application/ld+json">{broken</script><link rel="canonical" href="https://www.vale.example/a">',
        ),
      ).outlet,
    ).toBe('vale.example')
  })
})

describe('a headline right above the text', () => {
  it('goes before the page’s own title, told with small changes', () => {
    const title = 'Harbour stays shut on Monday: two thousand crates wait for a crane'
    const told = 'Harbour stays shut on Monday: two crates wait for a broken crane'
    expect(headline(`${title} - Harbour Daily\n\nMachine translation, not edited.\n\n${told}`)).toBe(told)
    expect(headline(`${title}\n\nMachine translation, not edited.\n\n${told}`)).toBe(told)
  })

  it('goes before the page’s own title of other words, above the menu', () => {
    const told = 'Governments argue over who pays'
    expect(headline(`Harbour shut over broken crane - Harbour Daily\nHome\nNews\n\n${told}`)).toBe(told)
    expect(
      headline(`Harbour shut over broken crane - Harbour Daily\nHome\nNews\n\n${told}\nPhoto: Corda`),
    ).toBe(told)
  })

  it('is no standfirst', () => {
    expect(
      headline('Harbour stays shut over a broken crane\nBy Ada Brink\nTwo governments argue over who pays'),
    ).toBe('Harbour stays shut over a broken crane')
  })
})

it('takes the points under a headline for no headline, nor a teaser above it', () => {
  const told = 'Fury as governments leave the harbour shut and argue over the broken crane'
  const points = [
    'Mayor who governed for eleven years says the town will not pay for the crane',
    'Ferries stay in the outer harbour until talks end, ministry says',
  ]
  expect(
    headline(['Storm Edda: where it will land next week', told, ...points, 'By Ada Brink'].join('\n\n')),
  ).toBe(told)
})

it('names an outlet without the year of its notice, and no button as author', () => {
  expect(guess(page('Harbour stays shut over a crane', '© The Quay Review 2031')).outlet?.value).toBe(
    'The Quay Review',
  )
  expect(guess(page('Гавань остаётся закрытой', 'ЧИТАЙТЕ ТАКЖЕ')).byline).toBeNull()
})
