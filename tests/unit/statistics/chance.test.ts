import { describe, expect, it } from 'vitest'
import { adjustBenjaminiHochberg, adjustHolm } from '#shared/analysis/statistics/adjust.ts'
import {
  betaBelow,
  betaQuantile,
  logGamma,
  normalBelow,
  studentQuantile,
  twoSidedNormal,
} from '#shared/analysis/statistics/distributions.ts'
import { deal, seededRandom, xoshiro } from '#shared/analysis/statistics/random.ts'

describe('random numbers', () => {
  it('gives the published generator’s numbers', () => {
    // xoshiro128** from the state 1, 2, 3, 4, computed from the authors' C in exact integer arithmetic.
    const next = xoshiro(1, 2, 3, 4)
    expect(Array.from({ length: 6 }, next)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492])
  })

  it('repeats itself under one seed, and not under another seed or stream', () => {
    const draw = (seed: number, stream?: string) => {
      const random = seededRandom(seed, stream)
      return Array.from({ length: 5 }, () => random.below(1000))
    }
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
    expect(draw(7, 'a')).not.toEqual(draw(7, 'b'))
  })

  it('is even: ten bins of 100,000 draws lie within four standard deviations', () => {
    const random = seededRandom(1)
    const bins = new Array<number>(10).fill(0)
    for (let draw = 0; draw < 100_000; draw++) bins[random.below(10)]!++
    for (const bin of bins) expect(Math.abs(bin - 10_000)).toBeLessThan(4 * Math.sqrt(9000))
  })

  it('deals every item to every place', () => {
    const random = seededRandom(3)
    const seen = new Set<string>()
    for (let round = 0; round < 500; round++) {
      const list = [0, 1, 2, 3]
      deal(list, 4, random)
      seen.add(list.join(''))
    }
    expect(seen.size).toBe(24)
  })
})

describe('distributions, against scipy 1.17', () => {
  it.each([
    [0.5, 0.6170750774519738],
    [1.959963984540054, 0.05],
    [3, 0.0026997960632601866],
    [5, 5.733031437583866e-7],
    [10, 1.523970604832094e-23],
    [30, 9.813427854295816e-198],
  ])('two-sided normal p of %d', (z, p) => {
    expect(twoSidedNormal(z) / p).toBeCloseTo(1, 11)
    expect(twoSidedNormal(-z)).toBe(twoSidedNormal(z))
  })

  it('normal, beta, gamma and Student', () => {
    expect(normalBelow(-1.959963984540054)).toBeCloseTo(0.025, 12)
    expect(normalBelow(1.959963984540054)).toBeCloseTo(0.975, 12)
    expect(betaBelow(0.3, 2, 5)).toBeCloseTo(0.579825, 12)
    expect(betaBelow(0.9, 0.5, 0.5)).toBeCloseTo(0.7951672353008665, 12)
    expect(betaBelow(0.5, 40, 60)).toBeCloseTo(0.9780623532064924, 12)
    expect(betaBelow(0.01, 1.5, 300)).toBeCloseTo(0.8900907391680489, 12)
    expect(betaQuantile(0.025, 13.5, 8.5)).toBeCloseTo(0.407105, 6)
    expect(betaQuantile(0.975, 13.5, 8.5)).toBeCloseTo(0.80059798, 8)
    expect(studentQuantile(0.975, 4)).toBeCloseTo(2.77644511, 8)
    expect(studentQuantile(0.975, 29)).toBeCloseTo(2.04522964, 8)
    expect(logGamma(0.1)).toBeCloseTo(2.25271265, 8)
    expect(logGamma(100)).toBeCloseTo(359.134205, 6)
  })
})

describe('many tests', () => {
  const p = [0.01, 0.04, 0.03, 0.005, 0.5]
  it('Holm, as R’s p.adjust', () => {
    // Sorted 0.005·5, 0.01·4, 0.03·3, 0.04·2 (not under the one before: 0.09), 0.5·1.
    expect(adjustHolm(p).map((one) => Number(one.toFixed(10)))).toEqual([0.04, 0.09, 0.09, 0.025, 0.5])
    expect(adjustHolm([])).toEqual([])
    expect(adjustHolm([0.9, 0.8])).toEqual([1, 1])
  })
  it('Benjamini and Hochberg, as scipy’s false_discovery_control', () => {
    expect(adjustBenjaminiHochberg(p).map((one) => Number(one.toFixed(10)))).toEqual([
      0.025, 0.05, 0.05, 0.025, 0.5,
    ])
    expect(adjustBenjaminiHochberg([])).toEqual([])
  })
})
