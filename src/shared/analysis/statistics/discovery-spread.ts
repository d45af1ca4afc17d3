/** An article as it is chosen from. */
export interface Spreadable {
  readonly outlet: string
  readonly words: number
}

/**
 * Chooses articles of at most about so many words, evenly: every outlet keeps the same share of its articles, at least one,
 * and those are taken at equal distances in the order given. All articles when they are few enough. No chance is in it, so
 * that the same articles give the same answer.
 * @param articles each outlet's together, in order of time
 */
export function spread<Article extends Spreadable>(
  articles: readonly Article[],
  mostWords: number,
): readonly Article[] {
  const words = articles.reduce((sum, one) => sum + one.words, 0)
  if (words <= mostWords) return articles
  const share = mostWords / words
  return [...Map.groupBy(articles, (one) => one.outlet).values()].flatMap((mine) => {
    const wanted = Math.max(1, Math.floor(mine.length * share))
    return Array.from({ length: wanted }, (_, at) => mine[Math.floor(((at + 0.5) * mine.length) / wanted)]!)
  })
}
