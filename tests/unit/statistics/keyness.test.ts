import { describe, expect, it } from 'vitest'
import {
  deviationOfProportions,
  logDice,
  logRatio,
  signedG2,
  weightedLogOdds,
} from '#shared/analysis/statistics/association.ts'
import { keyness } from '#shared/analysis/statistics/keyness.ts'
import { seededRandom } from '#shared/analysis/statistics/random.ts'
import { createWordCounter, wordRuns } from '#shared/analysis/statistics/words.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

const tableOf = (articles: readonly (readonly [string, string])[], from = 1, to = 1) => {
  const counter = createWordCounter({ from, to })
  for (const [group, text] of articles) counter.add(group, wordRuns(prepare(text, 'en'), { unit: 'form' }))
  return counter.table()
}
const loose = { minCount: 1, minArticles: 1 }

describe('measures of one word', () => {
  it('G² as scipy’s chi2_contingency(lambda_="log-likelihood"), with a sign', () => {
    expect(signedG2(120, 40, 10000, 12000)).toBeCloseTo(58.18619343155203, 9)
    expect(signedG2(40, 120, 12000, 10000)).toBeCloseTo(-58.18619343155203, 9)
    expect(signedG2(0, 15, 5000, 5000)).toBeCloseTo(-20.816949225975, 9)
    expect(signedG2(3, 9, 1000, 800)).toBeCloseTo(-4.657882888995609, 9)
    expect(signedG2(10, 20, 1000, 2000)).toBe(0)
    expect(signedG2(0, 0, 0, 100)).toBe(0)
  })
  it('log ratio by hand, with 0.5 for a count of 0', () => {
    expect(logRatio(120, 40, 10000, 12000)).toBeCloseTo(Math.log2(3.6), 12)
    // 0.5/5000 against 15/5000: log₂(1/30) = −4.9069.
    expect(logRatio(0, 15, 5000, 5000)).toBeCloseTo(-4.906890595608519, 12)
    expect(logRatio(0, 0, 5, 5)).toBe(0)
  })
  it('weighted log-odds by the formula, computed with numpy', () => {
    const one = weightedLogOdds(120, 40, 10000, 12000, 1000)
    expect(one.logOdds).toBeCloseTo(1.1654475014927526, 10)
    expect(one.z).toBeCloseTo(6.842447090310065, 10)
    const other = weightedLogOdds(0, 15, 5000, 5000, 1000)
    expect(other.logOdds).toBeCloseTo(-2.4003990297397824, 10)
    expect(other.z).toBeCloseTo(-2.814717359739086, 10)
    expect(weightedLogOdds(5, 5, 5, 5, 1000)).toEqual({ logOdds: 0, z: 0 })
  })
  it('DP of Gries’ kind, by hand', () => {
    // Parts of 20, 30 and 50 %, the word 4, 1 and 5 times: (|0.4 − 0.2| + |0.1 − 0.3| + |0.5 − 0.5|) / 2 = 0.2.
    const parts = [
      { count: 4, size: 0.2 },
      { count: 1, size: 0.3 },
      { count: 5, size: 0.5 },
    ]
    expect(deviationOfProportions(parts, 0.2)!.dp).toBeCloseTo(0.2, 12)
    expect(deviationOfProportions(parts, 0.2)!.normalised).toBeCloseTo(0.25, 12)
    // All in the part of 20 %: (0.8 + 0.3 + 0.5) / 2 = 0.8, which is the most there can be.
    const one = deviationOfProportions([{ count: 3, size: 0.2 }], 0.2)!
    expect(one.dp).toBeCloseTo(0.8, 12)
    expect(one.normalised).toBeCloseTo(1, 12)
    expect(deviationOfProportions([{ count: 3, size: 1 }], 1)).toEqual({ dp: 0, normalised: 0 })
    expect(deviationOfProportions([], 0.2)).toBeNull()
  })
  it('log Dice by hand', () => {
    expect(logDice(10, 10, 10)).toBe(14)
    // 2·5/(20 + 60) = 1/8: 14 − 3.
    expect(logDice(5, 20, 60)).toBe(11)
  })
})

describe('keyness', () => {
  const articles = [
    ['A', 'Riot police met riot. A riot.'],
    ['A', 'The riot ended.'],
    ['B', 'A rally ended. The rally, police said, ended.'],
    ['C', 'Police rally.'],
  ] as const

  it('compares with the rest, with every count open', () => {
    const { rows } = keyness(tableOf(articles), ['A'], loose)[0]!
    // A: riot police met riot | a riot | the riot ended = 9 words, riot 4 of them; the rest: 8 + 2 words.
    expect(rows[0]).toMatchObject({
      word: 'riot',
      target: 4,
      reference: 0,
      targetTotal: 9,
      referenceTotal: 10,
      articles: 2,
    })
    expect(rows.some((one) => one.word === 'rally')).toBe(false)
    const riot = rows[0]!
    expect(riot.g2).toBeCloseTo(signedG2(4, 0, 9, 10), 12)
    // Articles of 6 and 3 words, riot 3 and 1 times: (|3/4 − 6/9| + |1/4 − 3/9|) / 2 = 1/12.
    expect(riot.dp).toBeCloseTo(1 / 12, 12)
    expect(riot.pAdjusted).toBeGreaterThanOrEqual(riot.p)
  })

  it('compares with one other outlet, and shows what the target leaves unsaid when asked', () => {
    const { rows } = keyness(tableOf(articles), ['A'], { ...loose, reference: 'B', absent: true })[0]!
    const rally = rows.find((one) => one.word === 'rally')!
    expect(rally).toMatchObject({ target: 0, reference: 2, referenceTotal: 8, articles: 0, dp: null })
    expect(rally.z).toBeLessThan(0)
    expect(rows.map((one) => one.z)).toEqual(rows.map((one) => one.z).toSorted((a, b) => b - a))
    expect(() => keyness(tableOf(articles), ['A'], { reference: 'A' })).toThrow(RangeError)
  })

  it('describes several outlets at once, each against the rest, and keeps to the minima', () => {
    const targets = keyness(tableOf(articles), ['A', 'B', 'C'], { minCount: 2, minArticles: 1 })
    expect(targets.map((one) => [one.outlet, one.rows.map((row) => row.word)])).toEqual([
      ['A', ['riot']],
      ['B', ['ended', 'rally']],
      ['C', []],
    ])
    expect(keyness(tableOf(articles), ['A'], { minCount: 1, minArticles: 2 })[0]!.rows).toHaveLength(1)
  })

  it('counts pairs and triples, never over a mark or a sentence', () => {
    const { rows } = keyness(tableOf(articles, 2, 3), ['B'], loose)[0]!
    expect(rows.map((one) => one.word).sort()).toEqual([
      'a rally',
      'a rally ended',
      'police said',
      'rally ended',
      'the rally',
    ])
    // Pairs of B: 2 (a rally, rally ended) + 1 (the rally) + 1 (police said); triples: 1.
    for (const one of rows) expect(one.targetTotal).toBe(one.word.split(' ').length === 2 ? 4 : 1)
  })

  it('leaves passages out, and ends runs at them', () => {
    const text = 'Troops “riot here” left.'
    const start = text.indexOf('“')
    const runs = wordRuns(prepare(text, 'en'), { unit: 'form', without: [{ start, end: start + 11 }] })
    expect(runs).toEqual([['troops'], ['left']])
  })

  it('is safe with words that are names of an object’s own parts', () => {
    const text = '__proto__ constructor constructor toString hasOwnProperty'
    const { rows } = keyness(
      tableOf([
        ['__proto__', text],
        ['B', 'word'],
      ]),
      ['__proto__'],
      loose,
    )[0]!
    expect(rows.find((one) => one.word === 'constructor')!.target).toBe(2)
    expect(keyness(tableOf([]), ['A'], loose)).toEqual([{ outlet: 'A', rows: [] }])
  })

  it('compares a million words and their pairs within seconds', () => {
    const random = seededRandom(4)
    const counter = createWordCounter({ from: 1, to: 2 })
    const vocabulary = Array.from({ length: 30_000 }, (_, at) => `w${at}`)
    for (let article = 0; article < 1000; article++) {
      const run = Array.from({ length: 1000 }, () => vocabulary[Math.floor(random.next() ** 4 * 30_000)]!)
      counter.add(`o${article % 20}`, [run])
    }
    const from = performance.now()
    const { rows } = keyness(counter.table(), ['o1'])[0]!
    expect(rows.length).toBeGreaterThan(1000)
    expect(performance.now() - from).toBeLessThan(3000)
  })
})
