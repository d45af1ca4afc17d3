import type { Held } from '#shared/analysis/statistics/silences.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { ReadableDatabase } from '../connection.ts'
import { mentionView } from './figures.ts'
import { whereOf } from './filter.ts'

/** What outlets' articles hold, in each of their languages: concepts, frames, speakers of namings, figures of people. */
export function heldThings(db: ReadableDatabase, filter: ArticleFilter): readonly Held[] {
  const where = whereOf(filter)
  const all = (columns: string, from: string, condition: string, by: string): Held[] =>
    db
      .prepare<unknown[], Held>(`
        SELECT ${columns}, coalesce(article.outlet, '') AS outlet, article.language,
          count(DISTINCT article.id) AS articles, count(*) AS places
        FROM article JOIN ${from} ON here.article_id = article.id
        WHERE ${where.sql}${condition} GROUP BY article.outlet, article.language, ${by}`)
      .all(...where.parameters)
  const mentions = `${mentionView(filter)} AS here`
  return [
    ...all(
      `'concept' AS kind, here.concept AS what, NULL AS concept, NULL AS value`,
      mentions,
      '',
      'here.concept',
    ),
    ...all(
      `'frame' AS kind, here.frame AS what, here.concept, NULL AS value`,
      mentions,
      '',
      'here.concept, here.frame',
    ),
    ...all(
      `'speaker' AS kind, here.speaker AS what, NULL AS concept, NULL AS value`,
      mentions,
      ` AND here.speaker IS NOT NULL`,
      'here.speaker',
    ),
    ...all(
      `'fact' AS kind, here.kind AS what, NULL AS concept, here.value`,
      'fact AS here',
      '',
      'here.kind, here.value',
    ),
  ]
}
