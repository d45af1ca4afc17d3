/**
 * Holm's step-down adjustment of p for several tests: keeps the chance of even one false finding under the level, whatever
 * the tests' dependence. Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), 65–70; as R's p.adjust("holm").
 * @param p each 0…1
 * @returns adjusted p in the same order, each 0…1
 */
export function adjustHolm(p: readonly number[]): number[] {
  const order = orderOf(p)
  const adjusted = new Array<number>(p.length)
  let most = 0
  order.forEach((at, rank) => {
    most = Math.max(most, Math.min(1, p[at]! * (p.length - rank)))
    adjusted[at] = most
  })
  return adjusted
}

/**
 * Benjamini and Hochberg's adjustment of p for many tests: among the findings under a level, the expected part of false
 * ones is under that level, for independent or positively dependent tests.
 * Source: Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289–300; as R's p.adjust("BH").
 * @param p each 0…1
 * @returns adjusted p in the same order, each 0…1
 */
export function adjustBenjaminiHochberg(p: ArrayLike<number>): number[] {
  const order = orderOf(p)
  const adjusted = new Array<number>(p.length)
  let least = 1
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const at = order[rank]!
    least = Math.min(least, (p[at]! * p.length) / (rank + 1))
    adjusted[at] = least
  }
  return adjusted
}

const orderOf = (p: ArrayLike<number>): Uint32Array =>
  Uint32Array.from({ length: p.length }, (_, index) => index).sort((a, b) => p[a]! - p[b]!)
