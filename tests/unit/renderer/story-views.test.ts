import { describe, expect, it } from 'vitest'
import { readStoryView } from '../../../src/renderer/features/compare/compare-address.ts'
import { daysOf, outletDays } from '../../../src/renderer/features/compare/time/day-rows.ts'
import {
  NONE_AT,
  placeLabels,
  rateAxis,
} from '../../../src/renderer/features/compare/words/scatter-places.ts'
import { readWordsAddress } from '../../../src/renderer/features/compare/words/words-address.ts'
import { chance, expectedOf, wordsCsv } from '../../../src/renderer/features/compare/words/words-figures.ts'
import { countedLink } from '../../../src/renderer/features/concordance/concordance-address.ts'

describe('the address of a view', () => {
  it('names the view, and takes Frames for what it does not know', () => {
    expect(readStoryView(new URLSearchParams('view=facts'))).toBe('facts')
    expect(readStoryView(new URLSearchParams('view=constructor'))).toBe('frames')
  })

  it('of words takes defaults for what it does not know', () => {
    expect(readWordsAddress(new URLSearchParams('n=9&count=-1&sort=x&unit=y'))).toEqual({
      target: null,
      reference: null,
      unit: 'form',
      ngrams: 1,
      voices: 'all',
      minCount: 3,
      minArticles: 1,
      absent: false,
      sort: 'z',
      descending: true,
      once: false,
      word: null,
    })
    expect(readWordsAddress(new URLSearchParams('target=(none)&n=2&sort=dp&avoided=1'))).toMatchObject({
      target: '',
      ngrams: 2,
      sort: 'dp',
      descending: false,
      absent: true,
    })
  })

  it('of a word leads to its lines', () => {
    expect(countedLink('gates & quays', { storyId: 3, outlets: [''], unit: 'lemma' })).toBe(
      '/concordance?kind=words&q=gates+%26+quays&story=3&match=countedLemma&outlet=%28none%29',
    )
  })
})

describe('the scatter of words', () => {
  it('gives what never occurs a line of its own, and equal rates equal places', () => {
    const axis = rateAxis([
      { word: 'a', across: 0, up: 10 },
      { word: 'b', across: 1, up: 100 },
    ])
    expect(axis.placeOf(0)).toBe(NONE_AT)
    // Each factor of ten takes the same room: 10 lies half-way between 1 and 100.
    expect(axis.placeOf(10)).toBeCloseTo((axis.placeOf(1) + axis.placeOf(100)) / 2, 10)
    expect(axis.ticks.map(({ rate }) => rate)).toEqual([1, 10, 100])
  })

  it('has an axis for no words, one word and one rate', () => {
    for (const words of [[], [{ word: 'a', across: 2, up: 2 }], [{ word: 'a', across: 0, up: 0 }]]) {
      const axis = rateAxis(words)
      expect(axis.ticks.length).toBeGreaterThan(0)
      expect(axis.placeOf(2)).toBeGreaterThanOrEqual(0)
    }
  })

  it('names dots so that no name meets another, a dot or the edge', () => {
    const area = { left: 0, top: 0, right: 300, bottom: 200 }
    const dots = Array.from({ length: 80 }, (_, at) => ({
      word: `слово${at}`,
      x: 10 + ((at * 37) % 280),
      y: 10 + ((at * 53) % 180),
    }))
    const labels = placeLabels(dots, (word) => word.length * 7, area)
    expect(labels.length).toBeGreaterThan(10)
    const boxes = labels.map(({ word, x, y, anchor }) => {
      const width = word.length * 7
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
      return { left, right: left + width, top: y - 7, bottom: y + 7 }
    })
    boxes.forEach((one, at) => {
      expect(one.left >= 0 && one.right <= 300 && one.top >= 0 && one.bottom <= 200).toBe(true)
      for (const other of boxes.slice(at + 1))
        expect(
          one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        ).toBe(false)
      for (const { x, y } of dots)
        expect(x > one.left && x < one.right && y > one.top && y < one.bottom).toBe(false)
    })
  })
})

const ROW = {
  word: '=gate',
  target: 3,
  reference: 1,
  targetTotal: 7,
  referenceTotal: 5,
  g2: 0.7,
  logRatio: 1.1,
  logOdds: 0.01,
  z: 0.2,
  p: 0.8,
  pAdjusted: 0.9,
  articles: 2,
  dp: 0.25,
}

describe('figures of a word', () => {
  it('have expected counts that can be computed by hand', () => {
    // 4 of 12 words are it: a third of 7 and of 5, and of the prior's 1,000 words.
    const expected = expectedOf(ROW, 1000)
    expect(expected.here).toBeCloseTo(7 / 3, 10)
    expect(expected.there).toBeCloseTo(5 / 3, 10)
    expect(expected.restHere).toBeCloseTo(14 / 3, 10)
    expect(expected.alpha).toBeCloseTo(1000 / 3, 10)
  })

  it('never say that a chance is zero', () => {
    expect(chance(1e-12, 'en')).toBe('<\u00A00.0001')
    expect(chance(0.0123, 'ru')).toBe('0,012')
  })

  it('are saved with every count, and no cell runs as a formula', () => {
    const csv = wordsCsv(
      {
        total: 1,
        rows: [ROW],
        target: { articles: 2, words: 7 },
        reference: { articles: 1, words: 5 },
        settings: {
          reference: null,
          ngrams: 1,
          unit: 'form',
          voices: 'all',
          minCount: 1,
          minArticles: 1,
          absent: false,
          priorWords: 1000,
        },
      },
      { target: 'A', reference: 'the rest' },
    )
    expect(csv).toContain("'=gate,A,the rest,3,7,1,5,0.7")
  })
})

describe('days', () => {
  it('run from the first article to the last, over the end of a month, without those that have no date', () => {
    expect(daysOf(['2024-03-01', null, '2024-02-28'])).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
    expect(daysOf([null])).toEqual([])
    expect(daysOf(['2020-01-01', '2024-01-01'])).toEqual(['2020-01-01', '2024-01-01'])
  })

  it('are gathered by outlet', () => {
    const row = { outlet: 'A', language: 'en', articles: 1, words: 10 }
    expect(
      outletDays([
        { ...row, day: '2024-03-02' },
        { ...row, day: '2024-03-01', articles: 2, words: 30 },
        { ...row, day: null, language: 'ru' },
      ]),
    ).toEqual([
      {
        outlet: 'A',
        languages: ['en', 'ru'],
        articles: 4,
        words: 50,
        first: '2024-03-01',
        last: '2024-03-02',
      },
    ])
  })
})
