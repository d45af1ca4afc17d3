import { describe, expect, it } from 'vitest'
import { farthest, pairOrder, pairsOf, points, signed } from '#renderer/features/compare/apart/apart-rows.ts'
import type { OutletPair } from '#shared/domain/apart.ts'

const pair = (
  a: string,
  b: string,
  difference: number,
  pAdjusted: number | null,
  count = 10,
): OutletPair => ({
  a,
  b,
  countA: count,
  countB: 10,
  p: pAdjusted,
  pAdjusted,
  cramersV: pAdjusted === null ? null : Math.abs(difference),
  replicates: 1999,
  articles: 12,
  frames: [
    {
      frame: 'x',
      a: 5,
      b: 5,
      difference,
      interval: { low: difference - 0.125, high: difference + 0.25 },
      articleInterval: null,
    },
  ],
})
const pairs = [
  pair('A', 'B', 0.2, 0.4),
  pair('A', 'C', -0.5, 0.01),
  pair('B', 'C', 0.9, 0.001, 3),
  pair('C', 'D', 0.1, null),
]
const names = (list: readonly OutletPair[]) => list.map(({ a, b }) => a + b)

describe('pairs of outlets', () => {
  it('stand with what differs most clearly first, those with too few namings last', () => {
    expect(names(pairOrder(pairs, null))).toEqual(['AC', 'AB', 'CD', 'BC'])
    expect(names(pairOrder(pairs, 'x'))).toEqual(['AC', 'AB', 'CD', 'BC'])
    expect(farthest(pairs)?.pair.b).toBe('C')
    expect(farthest([])).toBeNull()
  })

  it('are turned round where the outlet asked for stands second', () => {
    const [first] = pairsOf(pairs, 'C')
    expect(first).toMatchObject({ a: 'C', b: 'A', countA: 10, countB: 10 })
    expect(first!.frames[0]).toMatchObject({ difference: 0.5, interval: { low: 0.25, high: 0.625 } })
    expect(names(pairsOf(pairs, 'constructor'))).toEqual([])
  })

  it('show signs, and none for what rounds to nothing', () => {
    expect([points(0.371, 'en'), points(-0.004, 'en'), points(-1, 'en')]).toEqual(['+37', '0', '−100'])
    expect(signed(-0.125, 'ru', 2)).toBe('−0,13')
  })
})
