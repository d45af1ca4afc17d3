import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { FactKind, FoundFact } from '#shared/domain/fact.ts'
import type { StoryFact } from '#shared/domain/story-figures.ts'
import type { ReadableDatabase, WritableDatabase } from '../connection.ts'
import { prepared } from '../prepared.ts'
import { whereOf } from './filter.ts'

/** Stores an article's figures of people in place of earlier ones. Call it inside a transaction. */
export function storeFacts(db: WritableDatabase, articleId: number, facts: readonly FoundFact[]): void {
  prepared(db, 'DELETE FROM fact WHERE article_id = ?').run(articleId)
  const insert = prepared(
    db,
    `INSERT INTO fact (article_id, start_at, end_at, kind, value, qualifier, text, sentence)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { start, end, kind, value, qualifier, text, sentence } of facts)
    insert.run(articleId, start, end, kind, value, qualifier, text, sentence)
}

/** Figures of people in the articles selected, oldest first; those without a date last. */
export function storyFacts(
  db: ReadableDatabase,
  filter: ArticleFilter,
): readonly (StoryFact & { readonly kind: FactKind })[] {
  const where = whereOf(filter)
  return db
    .prepare<unknown[], StoryFact & { readonly kind: FactKind }>(`
      SELECT fact.kind, article.id AS articleId, coalesce(article.outlet, '') AS outlet, article.title, article.published,
        fact.value, fact.qualifier, fact.text, fact.start_at AS start, fact.end_at AS end, fact.sentence
      FROM article JOIN fact ON fact.article_id = article.id WHERE ${where.sql}
      ORDER BY article.published IS NULL, article.published, article.id, fact.start_at`)
    .all(...where.parameters)
}

/** Articles of a selection that were not analysed since what is stored of them last grew. */
export function unanalysedArticles(db: ReadableDatabase, filter: ArticleFilter): number[] {
  const where = whereOf(filter)
  return db
    .prepare<unknown[], number>(`
      SELECT article.id FROM article LEFT JOIN analysis ON analysis.article_id = article.id
      WHERE ${where.sql} AND coalesce(analysis.analysis_version, '') = ''`)
    .pluck()
    .all(...where.parameters)
}
