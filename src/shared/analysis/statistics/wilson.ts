import type { Interval } from '#shared/domain/figures.ts'

/** The 97.5 % point of the standard normal distribution: a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054

/**
 * Wilson score interval of a proportion.
 * Source: Wilson (1927); recommended for small n by Brown, Cai and DasGupta (2001). See docs/method.md.
 * @param count successes, 0…total
 * @param total trials, at least 1
 * @param z normal quantile; 95 % by default
 * @returns bounds in 0…1
 * @throws RangeError when the counts make no proportion
 */
export function wilsonInterval(count: number, total: number, z = Z_95): Interval {
  if (!(total >= 1) || count < 0 || count > total)
    throw new RangeError(`No proportion: ${count} of ${total}.`)
  const p = count / total
  const scale = 1 + (z * z) / total
  const centre = (p + (z * z) / (2 * total)) / scale
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))
  // At the ends the bound is the end itself; rounding must not push it outside.
  return {
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === total ? 1 : Math.min(1, centre + half),
  }
}
