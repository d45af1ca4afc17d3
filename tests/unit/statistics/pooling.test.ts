import { describe, expect, it } from 'vitest'
import {
  CONCENTRATION_BOUNDS,
  dirichletMultinomial,
  poolShares,
} from '#shared/analysis/statistics/pooling.ts'

describe('partial pooling', () => {
  const outlets = [
    { outlet: 'A', counts: [30, 10] },
    { outlet: 'B', counts: [8, 32] },
    { outlet: 'C', counts: [24, 16] },
    { outlet: 'D', counts: [3, 0] },
  ]

  it('has the likelihood of scipy’s dirichlet_multinomial, up to what does not depend on the parameters', () => {
    // scipy.stats.dirichlet_multinomial.logpmf([3, 1], [2, 3], 4) = ln(4!/(3!·1!)) + ours = ln(4·(24·3)/1680) = ln(0.171429).
    expect(dirichletMultinomial([[3, 1]], [0.4, 0.6], 5)).toBeCloseTo(Math.log((24 * 3) / 1680), 10)
  })

  it('finds the peak that scipy finds, and common shares that agree with it', () => {
    const { concentration, common } = poolShares(outlets)!
    expect(concentration).toBeCloseTo(3.787985, 3)
    expect(common[0]).toBeCloseTo(0.583789, 5)
    expect(common[0]! + common[1]!).toBeCloseTo(1, 12)
  })

  it('pulls the outlet with three mentions, and hardly those with forty', () => {
    const { concentration, common, outlets: pooled } = poolShares(outlets)!
    const few = pooled[3]!
    expect(few.weight).toBeCloseTo(3 / (3 + concentration), 12)
    expect(few.frames[0]!.raw).toBe(1)
    expect(few.frames[0]!.pooled).toBeCloseTo((3 + concentration * common[0]!) / (3 + concentration), 12)
    expect(few.frames[0]!.pooled).toBeLessThan(0.9)
    expect(Math.abs(pooled[0]!.frames[0]!.pooled - 0.75)).toBeLessThan(0.05)
    for (const { frames } of pooled) {
      expect(frames[0]!.pooled + frames[1]!.pooled).toBeCloseTo(1, 12)
      for (const { pooled: share, interval } of frames) {
        expect(interval.low).toBeLessThan(share)
        expect(interval.high).toBeGreaterThan(share)
      }
    }
  })

  it('keeps within its bounds when outlets are alike or wholly unlike', () => {
    const alike = ['A', 'B', 'C'].map((outlet) => ({ outlet, counts: [20, 20] }))
    expect(poolShares(alike)!.concentration).toBeCloseTo(CONCENTRATION_BOUNDS.high, 6)
    const unlike = [
      { outlet: 'A', counts: [50, 0] },
      { outlet: 'B', counts: [0, 50] },
    ]
    expect(poolShares(unlike)!.concentration).toBeCloseTo(CONCENTRATION_BOUNDS.low, 6)
  })

  it('gives raw shares for one outlet, the common ones for an outlet without mentions, null for none at all', () => {
    const alone = poolShares([{ outlet: 'A', counts: [3, 1] }])!
    expect(alone.outlets[0]).toMatchObject({ n: 4, weight: 1 })
    expect(alone.outlets[0]!.frames.map((one) => one.pooled)).toEqual([0.75, 0.25])
    const silent = poolShares([...outlets, { outlet: 'E', counts: [0, 0] }])!
    expect(silent.outlets[4]).toMatchObject({ n: 0, weight: 0 })
    expect(silent.outlets[4]!.frames[0]!.raw).toBeNull()
    expect(silent.outlets[4]!.frames[0]!.pooled).toBeCloseTo(silent.common[0]!, 12)
    expect(poolShares([{ outlet: 'A', counts: [0, 0] }])).toBeNull()
    expect(poolShares([])).toBeNull()
  })

  it('leaves a frame that nobody uses at 0', () => {
    const { outlets: pooled } = poolShares(outlets.map((one) => ({ ...one, counts: [...one.counts, 0] })))!
    for (const { frames } of pooled)
      expect(frames[2]).toMatchObject({ pooled: 0, interval: { low: 0, high: 0 } })
  })
})
