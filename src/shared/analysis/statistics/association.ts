/** Observed times the logarithm of observed over expected; 0 where nothing was observed. */
const term = (observed: number, expected: number): number =>
  observed === 0 ? 0 : observed * Math.log(observed / expected)

/**
 * G², the log-likelihood ratio of a 2 × 2 table: `a` of `totalA` words here, `b` of `totalB` there. All four cells count
 * and nothing is corrected, as quanteda's textstat_keyness("lr", correction = "none") and AntConc's four-term
 * log-likelihood. The sign says where the word is more frequent: positive here, negative there. Assumes independent
 * words; words of one article are not, so large values come easily: read it with range and dispersion.
 * Source: T. Dunning, Computational Linguistics 19 (1993), 61–74.
 * @returns any number; 0 when equally frequent or a total is 0
 */
export function signedG2(a: number, b: number, totalA: number, totalB: number): number {
  const total = totalA + totalB
  if (totalA === 0 || totalB === 0) return 0
  const here = (a + b) / total
  const not = (total - a - b) / total
  const g2 =
    2 *
    (term(a, totalA * here) +
      term(b, totalB * here) +
      term(totalA - a, totalA * not) +
      term(totalB - b, totalB * not))
  const size = Math.max(0, g2)
  return a * totalB === b * totalA ? 0 : a * totalB > b * totalA ? size : -size
}

/**
 * Binary logarithm of the ratio of two relative frequencies: 1 is twice as frequent here, −1 half. A count of 0 is taken
 * as 0.5, so that the ratio exists; other counts stay as they are. An effect size: it says nothing of chance.
 * Source: A. Hardie, “Log Ratio: an informal introduction”, CASS, Lancaster (2014).
 * @returns any number; 0 when both counts are 0 or a total is 0
 */
export function logRatio(a: number, b: number, totalA: number, totalB: number): number {
  if ((a === 0 && b === 0) || totalA === 0 || totalB === 0) return 0
  return Math.log2((a || 0.5) / totalA / ((b || 0.5) / totalB))
}

/**
 * Weighted log-odds ratio with an informative Dirichlet prior: the difference of the log-odds of the word here and there,
 * after each side is given `priorWords` more words at the frequencies that both sides have together; and z, the
 * difference over its standard deviation. Positive: more frequent here. Assumes that each side is a multinomial sample of
 * words (the prior softens rare words, not the dependence of words in one article).
 * Source: B. Monroe, M. Colaresi and K. Quinn, “Fightin’ Words”, Political Analysis 16 (2008), 372–403, equations 15–22.
 * @param priorWords size of the prior in words, over 0
 * @returns zeros when both counts are 0 or a total is 0
 */
export function weightedLogOdds(
  a: number,
  b: number,
  totalA: number,
  totalB: number,
  priorWords: number,
): { readonly logOdds: number; readonly z: number } {
  const both = totalA + totalB
  if (a + b === 0 || totalA === 0 || totalB === 0 || a + b === both) return { logOdds: 0, z: 0 }
  const prior = (priorWords * (a + b)) / both
  const odds = (count: number, total: number) =>
    Math.log((count + prior) / (total + priorWords - count - prior))
  const logOdds = odds(a, totalA) - odds(b, totalB)
  return { logOdds, z: logOdds / Math.sqrt(1 / (a + prior) + 1 / (b + prior)) }
}

/**
 * Gries' deviation of proportions, from the parts that hold the word alone: half the sum, over all parts, of the distance
 * between the part's share of the word and its share of all words. 0: spread as evenly as the parts' sizes allow; near 1:
 * all in one small part. `normalised` reaches 1 when the word stands in the smallest part only.
 * Source: S. Gries, International Journal of Corpus Linguistics 13 (2008), 403–437; J. Lijffijt and S. Gries, the same 17
 * (2012), 147–149, on the normalisation.
 * @param held occurrences in each part that holds the word, and that part's share of all words
 * @param smallest share of all words of the smallest part, 0…1
 * @returns null when the word does not occur
 */
export function deviationOfProportions(
  held: readonly { readonly count: number; readonly size: number }[],
  smallest: number,
): { readonly dp: number; readonly normalised: number } | null {
  const total = held.reduce((sum, one) => sum + one.count, 0)
  if (total === 0) return null
  // Parts without the word add their whole size: 1 less the sizes of those that hold it.
  let distance = 1
  for (const { count, size } of held) distance += Math.abs(count / total - size) - size
  const dp = Math.max(0, distance / 2)
  return { dp, normalised: smallest >= 1 ? 0 : dp / (1 - smallest) }
}

/**
 * Log Dice of a word with a node: 14 + log₂(2 · together / (node + word)). At most 14 (always together); 0 is less than one
 * co-occurrence in 16,000. Does not grow with the size of the texts.
 * Source: P. Rychlý, “A lexicographer-friendly association score”, RASLAN (2008), 6–9.
 */
export const logDice = (together: number, node: number, word: number): number =>
  14 + Math.log2((2 * together) / (node + word))
