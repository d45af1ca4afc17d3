import { beforeAll, describe, expect, it } from 'vitest'
import { bandsOf, columnPlaces, nameWidth, niceEnd } from '../../../src/renderer/charts/chart-data.ts'
import { readCompareView } from '../../../src/renderer/features/compare/compare-address.ts'
import {
  axisEnd,
  axisOf,
  type CompareT,
  type Drawing,
  firstPanel,
  outletOrder,
  rowsOf,
} from '../../../src/renderer/features/compare/compare-rows.ts'
import { figureCsv, tableOf } from '../../../src/renderer/features/compare/compare-table.ts'
import { figureOf, stringsIn } from './compare-support.ts'

let t: CompareT
beforeAll(async () => {
  t = await stringsIn('en')
})

const SHARE: Drawing = { show: 'share', voice: 'narration', language: 'en' }
const FIGURE = figureOf({
  Courier: { narration: [5, 13, 3] },
  Вестник: { narration: [6, 0, 0] },
  Monitor: { narration: [1, 2, 0] },
  '': {},
})
const NAMES = ['Courier', 'Monitor', 'Вестник', '']

describe('rows', () => {
  it('stand by name, Cyrillic in its own alphabet, "no outlet" last', () => {
    expect(outletOrder([FIGURE], 'name', SHARE)).toEqual(NAMES)
    expect(outletOrder([FIGURE], 'name', { ...SHARE, language: 'ru' })).toEqual([
      'Вестник',
      'Courier',
      'Monitor',
      '',
    ])
  })

  it('stand by a frame, largest first; what shows no share comes last', () => {
    const order = { concept: 'troops', frame: 'occupation' }
    expect(outletOrder([FIGURE], order, SHARE)).toEqual(['Courier', 'Вестник', 'Monitor', ''])
    expect(outletOrder([FIGURE], order, { ...SHARE, show: 'count' })).toEqual([
      'Courier',
      'Monitor',
      'Вестник',
      '',
    ])
    expect(outletOrder([FIGURE], { concept: 'constructor', frame: '__proto__' }, SHARE)).toEqual(NAMES)
  })

  it('carry shares with their interval and denominator', () => {
    const [courier] = rowsOf(FIGURE, NAMES, SHARE, t)
    const cell = courier?.cells[1]
    expect(cell?.value).toBeCloseTo(13 / 21)
    expect(cell?.interval?.low).toBeCloseTo(0.409, 3)
    expect(cell?.interval?.high).toBeCloseTo(0.792, 3)
    expect(cell?.text).toBe('62\u00A0%')
    expect(cell?.spoken).toBe('Courier, Occupation: 62\u00A0%, 13 of 21 namings, likely 41 to 79\u00A0%')
    expect(courier?.total).toBe('21')
  })

  it('say "too few" under five and "no namings" at none, and draw nothing there', () => {
    const rows = rowsOf(FIGURE, NAMES, SHARE, t)
    expect(rows[1]).toMatchObject({ note: { text: 'too few to say: 3 namings', opens: true }, cells: [] })
    expect(rows[3]).toMatchObject({
      name: 'No outlet given',
      note: { text: 'no namings', opens: false },
      cells: [],
    })
  })

  it('keep a zero as a value', () => {
    expect(rowsOf(FIGURE, NAMES, SHARE, t)[2]?.cells[1]).toMatchObject({ value: 0, text: '0\u00A0%' })
  })

  it('draw counts and rates also under five', () => {
    const rows = rowsOf(FIGURE, NAMES, { ...SHARE, show: 'count' }, t)
    expect(rows[1]?.cells.map(({ text }) => text)).toEqual(['1', '2', '0'])
    expect(axisEnd(FIGURE, 'count')).toBe(20)
    expect(axisOf(FIGURE, { ...SHARE, show: 'count' }).ticks).toEqual(['0', '10', '20'])
  })

  it('stack the voices to the whole bar', () => {
    const figure = figureOf({ A: { narration: [2, 0, 0], direct: [1, 1, 0], scare: [1, 0, 0] } }, 'all')
    const [row] = rowsOf(figure, ['A'], { ...SHARE, voice: 'split' }, t)
    expect(row?.cells[0]?.voices).toEqual([
      { voice: 'narration', from: 0, to: 0.4 },
      { voice: 'direct', from: 0.4, to: expect.closeTo(0.6) },
      { voice: 'scare', from: expect.closeTo(0.6), to: expect.closeTo(0.8) },
    ])
    expect(row?.cells[0]?.interval).toBeNull()
    expect(row?.cells[0]?.spoken).toContain('own words 2, quoted 1, scare marks 1')
  })

  it('open the first panel at the frame with most namings', () => {
    expect(firstPanel([FIGURE])).toEqual({ concept: 'troops', frame: 'occupation', outlet: 'Courier' })
    expect(firstPanel([figureOf({ A: { narration: [1, 0, 0] } })])).toBeNull()
  })
})

describe('table and CSV', () => {
  it('hold the same rows as the chart', () => {
    const table = tableOf(FIGURE, NAMES, SHARE, t)
    expect(table[0]?.cells[1]).toEqual({ value: '62\u00A0%', detail: '13 of 21 · 41–79\u00A0%' })
    expect(table.map(({ note }) => note)).toEqual([null, 'too few to say: 3 namings', null, 'no namings'])
  })

  it('leave a share empty where the chart shows none, and disarm formulas', () => {
    const figure = figureOf({ '=Wire "A", B': { narration: [1, 2, 0] } })
    const csv = figureCsv(figure, ['=Wire "A", B'], SHARE, t)
    expect(csv.startsWith('\uFEFFconcept,outlet,frame,voice,mentions,')).toBe(true)
    expect(csv.split('\r\n')[1]).toBe(
      `The foreign troops,"'=Wire ""A"", B",Peacekeeping,narration,1,3,,,,1,1000,1,too few to say: 3 namings`,
    )
  })

  it('have a line for each voice when bars are split', () => {
    const figure = figureOf({ A: { narration: [4, 0, 0], direct: [1, 0, 0] } }, 'all')
    const lines = figureCsv(figure, ['A'], { ...SHARE, voice: 'split' }, t)
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength(1 + 3 * 4)
    expect(lines[1]).toContain('Peacekeeping,narration,4,5,0.8,,,4,')
  })
})

describe('layout', () => {
  it('puts columns that do not fit on bands of about equal length', () => {
    const six = [1, 2, 3, 4, 5, 6]
    expect(bandsOf(six, 1040, 160).map(({ length }) => length)).toEqual([6])
    expect(bandsOf(six, 664, 160).map(({ length }) => length)).toEqual([3, 3])
    expect(bandsOf([1, 2, 3, 4, 5], 664, 160).map(({ length }) => length)).toEqual([3, 2])
    expect(bandsOf(six, 200, 72).map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 1])
    expect(bandsOf([], 664, 160)).toEqual([])
  })

  it('fills the width with the columns of a full band', () => {
    const { column, step } = columnPlaces(664, 160, 3)
    expect(160 + 2 * step + column).toBeCloseTo(664 - 66)
  })

  it('gives the names what the longest needs, and the columns the rest', () => {
    expect(nameWidth(1040, 40)).toBe(72)
    expect(nameWidth(1040, 130)).toBe(148)
    expect(nameWidth(1040, 900)).toBe(200)
    expect(nameWidth(475, 900)).toBe(132)
  })

  it('ends axes at round numbers', () => {
    expect([0, 0.3, 1, 7, 9.9, 13, 41, 100].map(niceEnd)).toEqual([1, 0.3, 1, 8, 10, 20, 50, 100])
  })
})

describe('address', () => {
  it('reads the whole view and takes defaults for what it does not know', () => {
    expect(readCompareView(new URLSearchParams('voice=loud&show=pie&sort=x'))).toEqual({
      lexicon: null,
      voice: 'narration',
      show: 'share',
      order: 'name',
      panel: null,
      lines: 'newest',
      asFound: false,
      once: false,
      openFirst: false,
    })
    expect(
      readCompareView(
        new URLSearchParams('voice=split&sort=a/b&concept=a&outlet=&lines=oldest&open=first&lexicon=l'),
      ),
    ).toMatchObject({
      voice: 'split',
      order: { concept: 'a', frame: 'b' },
      panel: { concept: 'a', frame: null, outlet: '' },
      lines: 'oldest',
      openFirst: true,
    })
  })
})
