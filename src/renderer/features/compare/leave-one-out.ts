import type { Interval, MentionLine } from '#shared/domain/figures.ts'

/**
 * The share of a frame counted again without each article in turn: the smallest and the largest value. Null when it says
 * nothing: fewer than two articles name the concept, or the namings without one of them are none.
 */
export function leaveOneOut(
  mentions: readonly Pick<MentionLine, 'articleId' | 'frame'>[],
  frame: string,
): Interval | null {
  const byArticle = new Map<number, { n: number; k: number }>()
  for (const mention of mentions) {
    const sums = byArticle.get(mention.articleId) ?? { n: 0, k: 0 }
    sums.n += 1
    if (mention.frame === frame) sums.k += 1
    byArticle.set(mention.articleId, sums)
  }
  if (byArticle.size < 2) return null
  const n = mentions.length
  const k = mentions.filter((mention) => mention.frame === frame).length
  const shares = [...byArticle.values()].map((article) => (k - article.k) / (n - article.n))
  return { low: Math.min(...shares), high: Math.max(...shares) }
}
