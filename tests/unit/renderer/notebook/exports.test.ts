import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { FigurePin, PassagePin } from '#shared/domain/notebook.ts'
import { cleanSvg } from '../../../../src/renderer/features/notebook/export/clean-svg.ts'
import { handoutHtml } from '../../../../src/renderer/features/notebook/export/handout-html.ts'
import {
  handoutFiles,
  handoutZip,
} from '../../../../src/renderer/features/notebook/export/handout-markdown.ts'
import {
  fileNameOf,
  type HandoutPage,
  type HandoutWords,
  paragraphsOf,
} from '../../../../src/renderer/features/notebook/export/page.ts'
import { tableRows } from '../../../../src/renderer/features/notebook/export/table-csv.ts'

const words: HandoutWords = {
  language: 'en',
  made: 'Made with Parallax on 7 March 2031.',
  figure: (n) => `Figure ${n}`,
  passage: (n) => `Passage ${n}`,
  formula: 'How it is computed',
  taken: (iso) => `Taken on ${iso.slice(0, 10)}`,
  address: 'In Parallax',
  moreRows: (count) => `${count} more rows`,
  data: 'Data (CSV)',
  figuresData: 'Figures behind it (CSV)',
}

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><defs><pattern id="hatch" width="5" height="5"><line x1="0" x2="0" y1="0" y2="5" stroke="#000"/></pattern></defs><rect x="1" y="2" width="8" height="9" fill="url(#hatch)"/><text x="3" y="9">Q &amp; A</text></svg>'

const figure = (over: Partial<FigurePin> = {}): FigurePin => ({
  kind: 'figure',
  key: 'gates',
  title: 'Gates',
  settings: [{ label: 'Story', value: 'Harbour' }],
  address: '/compare/1?voice=all',
  language: 'en',
  sentence: 'Two of three outlets mostly say “closed”.',
  drawing: DRAWING,
  table: {
    columns: [{ text: 'Outlet' }, { text: 'closed' }, { text: 'shut' }, { text: 'n', number: true }],
    rows: [
      [
        { text: 'Courier', head: true },
        { text: '62 %', detail: '13 of 21 · 41–79 %' },
        { text: '38 %', detail: '8 of 21 · 21–59 %' },
        { text: '21' },
      ],
      [{ text: 'Wire', head: true }, { text: 'too few to say: 3 namings', span: 2 }, { text: '3' }],
    ],
  },
  notes: ['Dot: share.'],
  formula: [
    { text: '13 / 21 = 0.619', code: true },
    { text: 'Wilson, 1927.', code: false },
  ],
  csv: '\uFEFFoutlet,share\r\nCourier,0.619\r\n',
  ...over,
})
const passage: PassagePin = {
  kind: 'passage',
  title: 'Gates closed',
  settings: [],
  address: '/read/4?at=12',
  language: 'en',
  articleId: 4,
  before: 'The mayor called it ',
  quote: 'a siege',
  after: ', and left.',
  textLanguage: 'en',
  outlet: 'The Harbor Courier',
  published: '5 March 2031',
  voice: 'Quoted',
  speaker: 'Vera Lind',
}
const HOSTILE = '</style><script>alert(1)</script><img src=x onerror=alert(1)>"\'&\u0000'

const page = (
  pins: readonly (FigurePin | PassagePin)[],
  own = 'Look at the **second** row.',
): HandoutPage => ({
  title: 'Handout',
  content: [
    { id: 1, kind: 'heading', words: 'Part one', pin: null, takenAt: null },
    { id: 2, kind: 'text', words: 'First.\n\nSecond,\nsame paragraph.', pin: null, takenAt: null },
    ...pins.map((pin, index) => ({
      id: 10 + index,
      kind: pin.kind,
      words: own,
      pin,
      takenAt: '2031-03-07T10:00:00Z',
    })),
  ],
})

/** Every tag that is opened is closed, in order. */
function assertBalanced(html: string): void {
  const open: string[] = []
  const alone = new Set(['meta', 'br', 'img', 'link'])
  for (const [, closing, name, rest] of html
    .replace(/<!doctype html>/, '')
    .replace(/<style>[^<]*<\/style>/, '')
    .matchAll(/<(\/?)([A-Za-z][\w-]*)([^<>]*)>/g)) {
    if (closing === '/') expect(open.pop()).toBe(name)
    else if (!alone.has(name!) && !rest!.endsWith('/')) open.push(name!)
  }
  expect(open).toEqual([])
  expect(html.replace(/<[^<>]*>/g, '')).not.toMatch(/[<]/)
}

describe('the HTML that stands alone', () => {
  const html = handoutHtml(page([figure(), passage]), words)
  const { document } = parseHTML(html)

  it('is well formed, names its language, and loads and runs nothing', () => {
    assertBalanced(html)
    expect(html.startsWith('<!doctype html>\n<html lang="en">')).toBe(true)
    expect(document.querySelectorAll('script, link, img, iframe, object, form').length).toBe(0)
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|\bsrc=|\bhref=|\son\w+=|@import/,
    )
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    )
    expect(html).toContain('@media print')
  })

  it('holds headings, own words, the drawing, the table under it, formula, settings and the way back', () => {
    expect(document.querySelector('h1')?.textContent).toBe('Handout')
    expect([...document.querySelectorAll('h2, h3')].map((one) => one.textContent)).toEqual([
      'Part one',
      'Figure 1. Gates',
      'Passage 1. Gates closed',
    ])
    expect([...document.querySelectorAll('.text p')].map((one) => one.innerHTML)).toEqual([
      'First.',
      'Second,<br>same paragraph.',
    ])
    expect(document.querySelectorAll('.words').length).toBe(2)
    expect(document.querySelector('svg text')?.textContent).toBe('Q & A')
    const rows = [...document.querySelectorAll('tr')].map((row) =>
      [...row.children].map((one) => `${one.tagName} ${one.getAttribute('colspan') ?? ''}${one.textContent}`),
    )
    expect(rows).toEqual([
      ['TH Outlet', 'TH closed', 'TH shut', 'TH n'],
      ['TH Courier', 'TD 62 %13 of 21 · 41–79 %', 'TD 38 %8 of 21 · 21–59 %', 'TD 21'],
      ['TH Wire', 'TD 2too few to say: 3 namings', 'TD 3'],
    ])
    expect(document.querySelector('.how code')?.textContent).toBe('13 / 21 = 0.619')
    expect(document.querySelector('.from')?.textContent).toBe(
      'Story: Harbour · Taken on 2031-03-07 · In Parallax /compare/1?voice=all',
    )
    expect(document.querySelector('blockquote')?.textContent).toBe('The mayor called it a siege, and left.')
    expect(document.querySelector('.by')?.textContent).toBe(
      'The Harbor Courier, Gates closed, 5 March 2031. Quoted: Vera Lind',
    )
  })

  it('escapes hostile words wherever they stand', () => {
    const hostile = figure({
      title: HOSTILE,
      sentence: HOSTILE,
      settings: [{ label: HOSTILE, value: HOSTILE }],
      address: HOSTILE,
      notes: [HOSTILE],
      formula: [
        { text: HOSTILE, code: true },
        { text: HOSTILE, code: false },
      ],
      table: {
        columns: [{ text: HOSTILE }],
        rows: [[{ text: HOSTILE, detail: HOSTILE, head: true }]],
      },
    })
    const quoted = {
      ...passage,
      title: HOSTILE,
      before: HOSTILE,
      quote: HOSTILE,
      after: HOSTILE,
      textLanguage: HOSTILE,
      outlet: HOSTILE,
      speaker: HOSTILE,
    }
    const bad = handoutHtml(
      {
        title: HOSTILE,
        content: [
          { id: 1, kind: 'heading', words: HOSTILE, pin: null, takenAt: null },
          ...page([hostile, quoted], HOSTILE).content,
        ],
      },
      words,
    )
    assertBalanced(bad)
    const parsed = parseHTML(bad).document
    expect(parsed.querySelectorAll('script, img').length).toBe(0)
    expect([...parsed.querySelectorAll('*')].some((one) => one.hasAttribute('onerror'))).toBe(false)
    expect(parsed.querySelector('h1')?.textContent).toBe(HOSTILE.replace('\u0000', ''))
  })

  it('leaves a drawing out that is none, and keeps the table', () => {
    const odd = handoutHtml(page([figure({ drawing: '<b>no drawing</b>' })]), words)
    expect(odd).not.toContain('no drawing')
    expect(odd).toContain('13 of 21')
    assertBalanced(odd)
  })

  it('folds a long table behind its first forty rows, and loses none', () => {
    const rows = Array.from({ length: 43 }, (_, index) => [{ text: `row ${index + 1}` }])
    const long = handoutHtml(page([figure({ table: { columns: [{ text: 'Word' }], rows } })]), words)
    assertBalanced(long)
    const folded = parseHTML(long).document
    expect(folded.querySelectorAll('tbody tr').length).toBe(43)
    expect(folded.querySelectorAll('details tbody tr').length).toBe(3)
    expect(folded.querySelector('summary')?.textContent).toBe('3 more rows')
  })

  it('leaves empty free text out', () => {
    const empty = handoutHtml(
      { title: 'x', content: [{ id: 1, kind: 'text', words: ' \n ', pin: null, takenAt: null }] },
      words,
    )
    expect(empty).not.toContain('class="text"')
  })
})

describe('a drawing in a page', () => {
  it('keeps what it draws, with patterns of its own', () => {
    const clean = cleanSvg(DRAWING, 'f7-')
    expect(clean).toContain('<pattern id="f7-hatch"')
    expect(clean).toContain('fill="url(#f7-hatch)"')
    expect(clean).toContain('Q &amp; A')
  })

  it.each([
    ['<svg><script>alert(1)</script><rect x="1"/></svg>', '<svg><rect x="1"/></svg>'],
    ['<svg onload="alert(1)" style="background:url(http://x)"><rect/></svg>', '<svg><rect/></svg>'],
    ['<svg><foreignObject><text>in</text></foreignObject></svg>', '<svg></svg>'],
    ['<svg><a href="javascript:1"><text>t</text></a><image href="http://x"/></svg>', '<svg></svg>'],
    ['<svg><rect fill="url(http://x/#a)"/></svg>', '<svg><rect/></svg>'],
    ['<svg><rect fill="&#117;rl(http://x)"/></svg>', '<svg><rect/></svg>'],
    ['<svg><text>&lt;script&gt;</text></svg>', '<svg><text>&lt;script&gt;</text></svg>'],
  ])('loses what it could do: %s', (before, after) => {
    expect(cleanSvg(before, '')).toBe(after)
  })

  it.each([
    '',
    'words',
    '<svg>',
    '<svg></g>',
    '<svg/><svg/>',
    '<svg><!-- --></svg>',
    '<html></html>',
    '<svg>a<b</svg>',
  ])('is refused when it is not one well-formed drawing: %j', (bad) => expect(cleanSvg(bad, '')).toBeNull())
})

describe('Markdown with data files', () => {
  const files = handoutFiles(
    page([figure(), passage, figure({ title: 'Ворота и/или «двери»', csv: null })]),
    words,
  )

  it('names a file for each drawing and table, and links each of them', () => {
    expect(Object.keys(files).toSorted()).toEqual([
      'data/01-gates-figures.csv',
      'data/01-gates.csv',
      'data/02-ворота-и-или-двери.csv',
      'figures/01-gates.svg',
      'figures/02-ворота-и-или-двери.svg',
      'notebook.md',
    ])
    const markdown = files['notebook.md']!
    for (const path of Object.keys(files).filter((one) => one !== 'notebook.md'))
      expect(markdown).toContain(`(<${path}>)`)
    expect(markdown).toContain('> The mayor called it **a siege**, and left.')
    expect(markdown).toContain('Look at the **second** row.')
    expect(markdown).toContain('```\n13 / 21 = 0.619\n```')
  })

  it('holds in each CSV what the table shows', () => {
    const rows = parse(files['data/01-gates.csv']!, { bom: true }) as string[][]
    expect(rows).toEqual([
      ['Outlet', 'closed', 'closed …', 'shut', 'shut …', 'n'],
      ['Courier', '62 %', '13 of 21 · 41–79 %', '38 %', '8 of 21 · 21–59 %', '21'],
      ['Wire', 'too few to say: 3 namings', '', '', '', '3'],
    ])
    expect(rows).toEqual(tableRows(figure().table!))
    expect(files['data/01-gates-figures.csv']).toBe(figure().csv)
    // The table of the page says the same, cell by cell.
    const printed = files['notebook.md']!.split('\n')
      .filter((line) => line.startsWith('|') && !line.includes('---'))
      .slice(0, rows.length)
      .map((line) => line.slice(2, -2).split(' | '))
    expect(printed.map((row) => row.map((one) => one.trim()))).toEqual(rows)
  })

  it('keeps a spreadsheet from running a cell', () => {
    const table = { columns: [{ text: '=1+1' }], rows: [[{ text: '=HYPERLINK("x")' }]] }
    const csv = handoutFiles(page([figure({ table })]), words)['data/01-gates.csv']
    expect(csv).not.toMatch(/^"?=/m)
  })

  it('keeps Markdown and HTML out of titles and figures, and HTML out of own words', () => {
    const title = '# [x](javascript:1) <script> *a* `b` | c'
    const own = '<img src=x onerror=alert(1)> & *mine*'
    const markdown = handoutFiles(page([figure({ title })], own), words)['notebook.md']!
    expect(markdown).toContain('### Figure 1. \\# \\[x\\](javascript:1) \\<script\\> \\*a\\* \\`b\\` \\| c')
    expect(markdown).toContain('&lt;img src=x onerror=alert(1)> &amp; *mine*')
    expect(markdown).not.toMatch(/[^\\]<(?:script|img)/)
  })

  it('packs them into a ZIP that unpacks to the same', () => {
    const zip = handoutZip(files, new Date(2031, 2, 7))
    const unpacked = Object.fromEntries(
      Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]),
    )
    expect(unpacked).toEqual(files)
    expect(handoutZip(files, new Date(2031, 2, 7))).toEqual(zip)
  })
})

describe('names and paragraphs', () => {
  it.each([
    ['Gates: “open” or/and closed?', 'gates-open-or-and-closed'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Иностранные войска', 'иностранные-войска'],
    ['???', 'page'],
    ['', 'page'],
  ])('%s → %s', (title, name) => expect(fileNameOf(title)).toBe(name))

  it('parts paragraphs at empty lines, whatever ends the lines', () => {
    expect(paragraphsOf('a\r\nb\r\n\r\n\r\nc\n  \nd')).toEqual([['a', 'b'], ['c'], ['d']])
    expect(paragraphsOf(' \n ')).toEqual([])
  })
})
