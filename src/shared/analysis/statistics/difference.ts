import type { Interval } from '#shared/domain/figures.ts'
import { wilsonInterval, Z_95 } from './wilson.ts'

/**
 * Interval of the difference of two independent proportions, a − b, from the two Wilson intervals (hybrid score, without
 * continuity correction). Treats each trial as independent: for mentions it is too narrow, see `bootstrapDifference`.
 * Source: R. Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10.
 * @param z normal quantile; 95 % by default
 * @returns bounds in −1…1
 * @throws RangeError when the counts make no proportion
 */
export function newcombeInterval(
  countA: number,
  totalA: number,
  countB: number,
  totalB: number,
  z = Z_95,
): Interval {
  const [a, b] = [countA / totalA, countB / totalB]
  const [ofA, ofB] = [wilsonInterval(countA, totalA, z), wilsonInterval(countB, totalB, z)]
  return {
    low: a - b - Math.hypot(a - ofA.low, ofB.high - b),
    high: a - b + Math.hypot(ofA.high - a, b - ofB.low),
  }
}
