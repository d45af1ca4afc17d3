import { describe, expect, it } from 'vitest'
import {
  type ArticlePart,
  bootstrapDifference,
  bootstrapRatio,
  bootstrapShare,
  quantile,
} from '#shared/analysis/statistics/bootstrap.ts'
import { newcombeInterval } from '#shared/analysis/statistics/difference.ts'
import {
  chiSquared,
  cramersV,
  pairwiseTests,
  permutationTest,
} from '#shared/analysis/statistics/permutation.ts'
import { seededRandom } from '#shared/analysis/statistics/random.ts'
import { wilsonInterval } from '#shared/analysis/statistics/wilson.ts'

const articles = (...parts: readonly [number, number][]): ArticlePart[] =>
  parts.map(([part, whole]) => ({ part, whole }))

describe('intervals over articles', () => {
  const ten = articles([4, 4], [0, 3], [5, 6], [0, 2], [3, 3], [1, 5], [2, 2], [0, 1], [4, 5], [2, 4])

  it('reads percentiles between neighbours, as R’s type 7', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5)
    expect(quantile([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12)
    expect(quantile([1, 2, 3, 4], 1)).toBe(4)
  })

  it('is the same each time under one seed, and wider than Wilson’s where articles keep to one word', () => {
    const interval = bootstrapShare(ten)!
    expect(bootstrapShare(ten)).toEqual(interval)
    expect(bootstrapShare(ten, { seed: 2 })).not.toEqual(interval)
    const wilson = wilsonInterval(21, 35)
    expect(interval.high - interval.low).toBeGreaterThan(wilson.high - wilson.low)
    expect(interval.low).toBeLessThan(0.6)
    expect(interval.high).toBeGreaterThan(0.6)
  })

  it('agrees with scipy’s bootstrap of the same ratio', () => {
    // scipy.stats.bootstrap, percentile, 100,000 draws: 0.344 to 0.811.
    const { low, high } = bootstrapShare(ten, { expanded: false, replicates: 50_000 })!
    expect(low).toBeCloseTo(0.345, 1.7)
    expect(high).toBeCloseTo(0.811, 1.7)
  })

  it('draws only articles that mention the concept', () => {
    expect(bootstrapShare([...ten, ...articles([0, 0], [0, 0])])).toEqual(bootstrapShare(ten))
  })

  it('says nothing of few articles, and takes the article as the trial where all agree', () => {
    expect(bootstrapShare(articles([1, 2], [2, 3], [0, 4], [1, 1]))).toBeNull()
    expect(bootstrapRatio([])).toBeNull()
    const agreed = articles([9, 9], [2, 2], [4, 4], [1, 1], [3, 3])
    expect(bootstrapShare(agreed)).toEqual(wilsonInterval(5, 5))
    expect(bootstrapShare(agreed.map(({ whole }) => ({ part: 0, whole })))).toEqual(wilsonInterval(0, 5))
  })

  it('covers the true share at about its nominal rate, where Wilson’s over mentions does not', () => {
    // Twelve articles of six mentions each; articles differ among themselves (Beta(2, 2): half the mentions on average).
    const random = seededRandom(11)
    let mine = 0
    let wilson = 0
    const rounds = 400
    for (let round = 0; round < rounds; round++) {
      const drawn = Array.from({ length: 12 }, () => {
        const three = [random.next(), random.next(), random.next()].sort((a, b) => a - b)
        const share = three[1]! // the middle one of three is Beta(2, 2)
        let part = 0
        for (let mention = 0; mention < 6; mention++) if (random.next() < share) part++
        return { part, whole: 6 }
      })
      const interval = bootstrapShare(drawn, { replicates: 600, seed: round })!
      if (interval.low <= 0.5 && 0.5 <= interval.high) mine++
      const over = wilsonInterval(
        drawn.reduce((sum, one) => sum + one.part, 0),
        72,
      )
      if (over.low <= 0.5 && 0.5 <= over.high) wilson++
    }
    expect(mine / rounds).toBeGreaterThan(0.92)
    expect(mine / rounds).toBeLessThan(0.98)
    expect(wilson / rounds).toBeLessThan(0.9)
  })
})

describe('difference of two shares', () => {
  it('Newcombe’s own examples, and scipy’s Wilson bounds put together', () => {
    const first = newcombeInterval(56, 70, 48, 80)
    expect([first.low, first.high].map((one) => Number(one.toFixed(4)))).toEqual([0.0524, 0.3339])
    const third = newcombeInterval(5, 56, 0, 29)
    expect([third.low, third.high].map((one) => Number(one.toFixed(4)))).toEqual([-0.0381, 0.1926])
    const ours = newcombeInterval(13, 21, 4, 16)
    expect(ours.low).toBeCloseTo(0.04620636763238334, 10)
    expect(ours.high).toBeCloseTo(0.5971689298849068, 10)
  })

  it('over articles: the other way round is the mirror image, roughly; alike is about 0', () => {
    const a = articles([4, 4], [3, 4], [2, 4], [4, 5], [3, 3], [2, 3])
    const b = articles([0, 4], [1, 4], [2, 4], [1, 5], [0, 3], [1, 3])
    const one = bootstrapDifference(a, b)!
    const other = bootstrapDifference(b, a)!
    expect(one.low).toBeGreaterThan(0.2)
    expect(one.low).toBeCloseTo(-other.high, 1)
    const same = bootstrapDifference(a, a)!
    expect(same.low).toBeLessThan(0)
    expect(same.high).toBeGreaterThan(0)
    expect(bootstrapDifference(a.slice(0, 4), b)).toBeNull()
  })
})

describe('all outlets alike', () => {
  const table = [
    [13, 5, 3],
    [4, 10, 2],
  ]
  it('χ² as scipy, Cramér’s V corrected by Bergsma, by hand', () => {
    expect(chiSquared(table)).toBeCloseTo(6.066479925303454, 10)
    // φ² = 6.06648/37 = 0.163959; less 2/36 = 0.108403; over min(0.972222, 1.888889): √0.111501 = 0.333917.
    expect(cramersV(table)).toBeCloseTo(0.33391705592870813, 10)
    expect(cramersV([[5, 5]])).toBe(0)
    expect(
      cramersV([
        [5, 5],
        [5, 5],
      ]),
    ).toBe(0)
    expect(
      cramersV([
        [50, 0],
        [0, 50],
      ]),
    ).toBeCloseTo(1, 10)
    expect(
      chiSquared([
        [3, 0],
        [4, 0],
      ]),
    ).toBe(0)
  })

  it('comes near the exact p where all deals can be listed', () => {
    // Three articles against three, each all of one frame: 2 of the 20 deals are this uneven, p = 0.1.
    const groups = [
      {
        outlet: 'A',
        articles: [
          [2, 0],
          [2, 0],
          [2, 0],
        ],
      },
      {
        outlet: 'B',
        articles: [
          [0, 2],
          [0, 2],
          [0, 2],
        ],
      },
    ]
    const test = permutationTest(groups, { replicates: 9999 })!
    expect(test.p).toBeCloseTo(0.1, 1.9)
    expect([test.articles, test.mentions, test.outlets]).toEqual([6, 12, 2])
    expect(permutationTest(groups)).toEqual(permutationTest(groups))
  })

  it('does not take one article’s many mentions for many', () => {
    const groups = [
      {
        outlet: 'A',
        articles: [
          [40, 0],
          [1, 1],
          [1, 1],
        ],
      },
      {
        outlet: 'B',
        articles: [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
      },
    ]
    expect(permutationTest(groups)!.p).toBeGreaterThan(0.5)
  })

  it('says nothing of one outlet, one frame or no mention', () => {
    expect(permutationTest([{ outlet: 'A', articles: [[1, 2]] }])).toBeNull()
    expect(
      permutationTest([
        { outlet: 'A', articles: [[1, 0]] },
        { outlet: 'B', articles: [[3, 0]] },
      ]),
    ).toBeNull()
    expect(
      permutationTest([
        { outlet: 'A', articles: [[0, 0]] },
        { outlet: 'B', articles: [[3, 1]] },
      ]),
    ).toBeNull()
    expect(
      permutationTest([
        { outlet: 'A', articles: [[9, 0]] },
        { outlet: 'B', articles: [[0, 9]] },
      ]),
    ).toBeNull()
    expect(permutationTest([])).toBeNull()
  })

  it('holds its level: p under 0.05 in about a twentieth of the worlds where outlets are alike', () => {
    const random = seededRandom(5)
    let found = 0
    for (let world = 0; world < 400; world++) {
      const groups = ['A', 'B', 'C'].map((outlet) => ({
        outlet,
        articles: Array.from({ length: 6 }, () => {
          const share = random.next()
          const row = [0, 0]
          for (let mention = 0; mention < 5; mention++) row[random.next() < share ? 0 : 1]!++
          return row
        }),
      }))
      if (permutationTest(groups, { replicates: 199, seed: world })!.p <= 0.05) found++
    }
    expect(found / 400).toBeLessThan(0.08)
    expect(found / 400).toBeGreaterThan(0.02)
  })

  it('tests every pair with Holm’s adjustment', () => {
    const eight = (row: number[]) => Array.from({ length: 8 }, () => row)
    const pairs = pairwiseTests([
      { outlet: 'A', articles: eight([3, 0]) },
      { outlet: 'B', articles: eight([3, 0]) },
      { outlet: 'C', articles: eight([0, 3]) },
    ])
    // A and B know one frame between them: nothing to test.
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      ['A', 'C'],
      ['B', 'C'],
    ])
    for (const { p, pAdjusted } of pairs) {
      expect(p).toBeLessThan(0.002)
      expect(pAdjusted).toBeGreaterThanOrEqual(p)
      expect(pAdjusted).toBeLessThan(0.01)
    }
  })

  it('is fast with 40 outlets', () => {
    const random = seededRandom(9)
    const groups = Array.from({ length: 40 }, (_, at) => ({
      outlet: `o${at}`,
      articles: Array.from({ length: 60 }, () => [random.below(3), random.below(3), random.below(3)]),
    }))
    const from = performance.now()
    expect(pairwiseTests(groups)).toHaveLength(780)
    expect(performance.now() - from).toBeLessThan(8000)
  })
})
