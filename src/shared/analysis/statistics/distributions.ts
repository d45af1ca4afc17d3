/** Natural logarithm of the gamma function, for x > 0. Source: C. Lanczos (1964), coefficients of P. Godfrey (g = 7). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const y = x - 1
  let sum = LANCZOS[0]!
  for (let index = 1; index < LANCZOS.length; index++) sum += LANCZOS[index]! / (y + index)
  const t = y + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum)
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/**
 * Probability that a standard normal variable lies further from 0 than z, in either direction: a two-sided p, 0…1.
 * Exact to about 14 digits, also far out, where differences from 1 would be lost. Source: series and continued fraction
 * of the error function, M. Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), 7.1.6 and 7.1.14.
 */
export function twoSidedNormal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  if (x === 0) return 1
  if (x < 2) {
    let term = x
    let sum = x
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= (2 * x * x) / (2 * n + 1)
      sum += term
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
  }
  let fraction = x
  for (let n = 120; n >= 1; n--) fraction = x + n / 2 / fraction
  return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI))
}

/** Probability that a standard normal variable is under z, 0…1. */
export const normalBelow = (z: number): number => (z < 0 ? twoSidedNormal(z) / 2 : 1 - twoSidedNormal(z) / 2)

/**
 * Probability that a Beta(a, b) variable is under x (the regularised incomplete beta function), a, b > 0, x in 0…1.
 * Source: continued fraction of the Handbook, 26.5.8, evaluated by Lentz's method.
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a),
  )
  const tiny = 1e-300
  let c = 1
  let d = 1 / (Math.abs(1 - ((a + b) * x) / (a + 1)) < tiny ? tiny : 1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 2000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let change = 1
    for (const part of [even, odd]) {
      d = 1 + part * d
      c = 1 + part / c
      if (Math.abs(d) < tiny) d = tiny
      if (Math.abs(c) < tiny) c = tiny
      d = 1 / d
      change = c * d
      fraction *= change
    }
    if (Math.abs(change - 1) < 1e-15) break
  }
  return front * fraction
}

/** The x under which a Beta(a, b) variable lies with probability p, found by halving; exact to 1e-15. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  let low = 0
  let high = 1
  while (high - low > 1e-15) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (betaBelow(middle, a, b) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The t under which Student's t with `freedom` degrees of freedom lies with probability p, for p in 0.5…1. */
export function studentQuantile(p: number, freedom: number): number {
  if (p === 0.5) return 0
  const x = betaQuantile(2 * (1 - p), freedom / 2, 0.5)
  return Math.sqrt((freedom * (1 - x)) / x)
}
