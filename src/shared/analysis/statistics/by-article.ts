/** Mentions in a row, as a library gives them, gathered into their articles; an article's stand one after another. */
export function byArticle<
  One extends { readonly articleId: number; readonly outlet: string; readonly language: string },
>(
  mentions: readonly One[],
): readonly { readonly outlet: string; readonly language: string; readonly mentions: readonly One[] }[] {
  const articles: { id: number; outlet: string; language: string; mentions: One[] }[] = []
  for (const one of mentions) {
    const last = articles.at(-1)
    if (last?.id === one.articleId) last.mentions.push(one)
    else articles.push({ id: one.articleId, outlet: one.outlet, language: one.language, mentions: [one] })
  }
  return articles
}
