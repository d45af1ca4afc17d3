import type { WordSpan } from '#shared/analysis/statistics/repeats.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { ReadableDatabase } from '../connection.ts'
import { whereOf } from './filter.ts'

/** The articles among which passages repeat: those of the filter's story, whatever else it asks for. */
export const scopeOf = (filter: ArticleFilter): ArticleFilter =>
  filter.storyId === undefined ? {} : { storyId: filter.storyId }

/** The scope as a number: a story's id, 0 for articles of no story, −1 for all. Safe to stand in SQL. */
export const scopeNumber = ({ storyId }: ArticleFilter): number =>
  storyId === undefined ? -1 : Math.trunc(storyId ?? 0)

/** Later places of repeated passages are kept beside the library, not in it: they follow from the texts. */
export function createRepeatTables(db: ReadableDatabase): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS temp.repeated_passage (
      scope INTEGER NOT NULL,
      article_id INTEGER NOT NULL,
      start_at INTEGER NOT NULL,
      end_at INTEGER NOT NULL,
      first_word INTEGER NOT NULL,
      end_word INTEGER NOT NULL,
      PRIMARY KEY (scope, article_id, start_at)
    ) WITHOUT ROWID`)
}

/** Puts a scope's later places in place of those known before. */
export function storeRepeats(
  db: ReadableDatabase,
  scope: number,
  places: readonly (WordSpan & { readonly articleId: number })[],
): void {
  db.transaction(() => {
    db.prepare('DELETE FROM temp.repeated_passage WHERE scope = ?').run(scope)
    const insert = db.prepare('INSERT INTO temp.repeated_passage VALUES (?, ?, ?, ?, ?, ?)')
    for (const { articleId, start, end, firstWord, endWord } of places)
      insert.run(scope, articleId, start, end, firstWord, endWord)
  })()
}

/** A condition: an offset of an article lies in no later place of a repeated passage. */
export const notRepeated = (filter: ArticleFilter, articleId: string, offset: string): string => `NOT EXISTS (
  SELECT 1 FROM temp.repeated_passage AS repeated WHERE repeated.scope = ${scopeNumber(filter)}
    AND repeated.article_id = ${articleId} AND repeated.start_at <= ${offset} AND ${offset} < repeated.end_at)`

/** An article's words as figures count them: all, or without later places of repeated passages. */
export const countedWords = (filter: ArticleFilter): string =>
  filter.once === true
    ? `(article.words - coalesce((SELECT sum(repeated.end_word - repeated.first_word) FROM temp.repeated_passage AS repeated
        WHERE repeated.scope = ${scopeNumber(filter)} AND repeated.article_id = article.id), 0))`
    : 'article.words'

/** Later places of repeated passages by article: from the first word up to the end. */
export function repeatedWords(
  db: ReadableDatabase,
  filter: ArticleFilter,
): ReadonlyMap<number, readonly WordSpan[]> {
  const rows = db
    .prepare<[number], WordSpan & { articleId: number }>(`
      SELECT article_id AS articleId, start_at AS start, end_at AS end, first_word AS firstWord, end_word AS endWord
      FROM temp.repeated_passage WHERE scope = ? ORDER BY article_id, start_at`)
    .all(scopeNumber(filter))
  const places = new Map<number, WordSpan[]>()
  for (const { articleId, ...place } of rows) {
    const mine = places.get(articleId)
    if (mine === undefined) places.set(articleId, [place])
    else mine.push(place)
  }
  return places
}

export interface DatedArticle {
  readonly id: number
  readonly outlet: string
  readonly title: string
  readonly published: string | null
  readonly language: string
  readonly words: number
}

/** Articles of a scope by id, without their texts. */
export function datedArticles(db: ReadableDatabase, scope: ArticleFilter): readonly DatedArticle[] {
  const where = whereOf(scope)
  return db
    .prepare<unknown[], DatedArticle>(`
      SELECT article.id, coalesce(article.outlet, '') AS outlet, article.title, article.published, article.language,
        article.words
      FROM article WHERE ${where.sql} ORDER BY article.id`)
    .all(...where.parameters)
}
