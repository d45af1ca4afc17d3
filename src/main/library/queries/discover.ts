import type { KnownNaming } from '#shared/analysis/statistics/discovery-reading.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { Person, Quotation } from '#shared/domain/quotation.ts'
import type { ReadableDatabase } from '../connection.ts'
import { whereOf } from './filter.ts'

export interface DiscoveryRow {
  readonly id: number
  /** The empty name: no outlet given. */
  readonly outlet: string
  readonly language: string
  readonly words: number
}

/** The articles selected, each outlet's together and oldest first. */
export function discoveryRows(db: ReadableDatabase, filter: ArticleFilter): readonly DiscoveryRow[] {
  const where = whereOf(filter)
  // Words stand behind the text in a row, and are read from their index: no text is walked over.
  const words = new Map(
    db
      .prepare<[], [number, number]>(
        'SELECT id, words FROM article INDEXED BY article_by_words WHERE removed_at IS NULL',
      )
      .raw()
      .all() as [number, number][],
  )
  return db
    .prepare<unknown[], Omit<DiscoveryRow, 'words'>>(`
      SELECT article.id, coalesce(article.outlet, '') AS outlet, article.language
      FROM article WHERE ${where.sql}
      ORDER BY article.language, article.outlet_key, article.published IS NULL, article.published, article.id`)
    .all(...where.parameters)
    .map((one) => ({ ...one, words: words.get(one.id) ?? 0 }))
}

/** For each article what a reading of it depends on, as one text: another text means that it must be read anew. */
export function discoveryStamps(db: ReadableDatabase, ids: readonly number[]): ReadonlyMap<number, string> {
  const rows = db
    .prepare<[string], [number, string]>(`
      SELECT article.id, concat_ws('/', coalesce(article.outlet, ''), article.language, length(article.text), article.words,
        analysis.analysis_version, analysis.lexicon_versions, count(mention.id), max(mention.id), sum(mention.struck_out),
        sum(mention.start_at))
      FROM article LEFT JOIN analysis ON analysis.article_id = article.id
        LEFT JOIN mention ON mention.article_id = article.id
      WHERE article.id IN (SELECT value FROM json_each(?)) GROUP BY article.id`)
    .raw()
    .all(JSON.stringify(ids)) as [number, string][]
  return new Map(rows)
}

export interface StoredForDiscovery {
  readonly text: string
  readonly quotations: readonly Quotation[]
  readonly people: readonly Person[]
  readonly known: readonly KnownNaming[]
}

/** What is stored of an article for reading it; null when it is gone. */
export function storedForDiscovery(db: ReadableDatabase, id: number): StoredForDiscovery | null {
  const row = db
    .prepare<[number], { text: string; quotations: string | null; people: string | null }>(`
      SELECT article.text, analysis.quotations, analysis.people
      FROM article LEFT JOIN analysis ON analysis.article_id = article.id WHERE article.id = ?`)
    .get(id)
  if (row === undefined) return null
  return {
    text: row.text,
    quotations: JSON.parse(row.quotations ?? '[]') as Quotation[],
    people: JSON.parse(row.people ?? '[]') as Person[],
    known: db
      .prepare<[number], KnownNaming>(`
        SELECT start_at AS start, end_at AS end, concept, frame, text FROM counted_mention WHERE article_id = ?
        ORDER BY start_at, id`)
      .all(id),
  }
}

export interface DiscoveryText {
  readonly id: number
  readonly outlet: string
  readonly outletKey: string
  readonly title: string
  readonly published: string | null
  readonly text: string
}

/** Texts and names of articles, by outlet and oldest first. */
export const discoveryTexts = (db: ReadableDatabase, ids: readonly number[]): readonly DiscoveryText[] =>
  db
    .prepare<[string], DiscoveryText>(`
      SELECT id, coalesce(outlet, '') AS outlet, outlet_key AS outletKey, title, published, text FROM article
      WHERE id IN (SELECT value FROM json_each(?)) ORDER BY outlet_key, published IS NULL, published, id`)
    .all(JSON.stringify(ids))
