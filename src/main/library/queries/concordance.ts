import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { Quotation } from '#shared/domain/quotation.ts'
import type { Section, Voice, VoiceFilter } from '#shared/domain/voice.ts'
import type { ReadableDatabase } from '../connection.ts'
import { mentionView } from './figures.ts'
import { whereOf } from './filter.ts'

/** An article as lines name it. */
export interface LineArticle {
  readonly id: number
  readonly outlet: string
  /** The outlet's name as it is put in order. */
  readonly outletKey: string
  readonly title: string
  readonly published: string | null
  readonly language: string
}

/** The articles selected, oldest first. */
export function lineArticles(db: ReadableDatabase, filter: ArticleFilter): LineArticle[] {
  const where = whereOf(filter)
  return db
    .prepare<unknown[], LineArticle>(`
      SELECT article.id, coalesce(article.outlet, '') AS outlet, article.outlet_key AS outletKey, article.title,
        article.published, article.language
      FROM article WHERE ${where.sql} ORDER BY article.published IS NULL, article.published, article.id`)
    .all(...where.parameters)
}

/** Grows with every change of any row, so what was computed before it is stale. The engine is the only writer. */
export const changeCount = (db: ReadableDatabase): number =>
  db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0

/** Texts of articles. */
export function textsOf(db: ReadableDatabase, ids: readonly number[]): ReadonlyMap<number, string> {
  const rows = db
    .prepare<[string], [number, string]>(
      'SELECT id, text FROM article WHERE id IN (SELECT value FROM json_each(?))',
    )
    .raw()
    .all(JSON.stringify(ids)) as [number, string][]
  return new Map(rows)
}

/** Ids of all articles in view. */
export const allArticleIds = (db: ReadableDatabase): number[] =>
  db.prepare<[], number>('SELECT id FROM article WHERE removed_at IS NULL').pluck().all()

/** From now on notes which texts change, so that what is kept of the others stays true. */
export function watchTexts(db: ReadableDatabase): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS temp.changed_text (id INTEGER PRIMARY KEY);
    CREATE TEMP TRIGGER IF NOT EXISTS note_changed_text AFTER UPDATE OF text ON main.article BEGIN
      INSERT OR IGNORE INTO changed_text VALUES (old.id);
    END;
    CREATE TEMP TRIGGER IF NOT EXISTS note_deleted_text AFTER DELETE ON main.article BEGIN
      INSERT OR IGNORE INTO changed_text VALUES (old.id);
    END;`)
}

/** Articles whose texts changed since this was last asked. */
export function changedTexts(db: ReadableDatabase): number[] {
  const ids = db.prepare<[], number>('SELECT id FROM temp.changed_text').pluck().all()
  if (ids.length > 0) db.exec('DELETE FROM temp.changed_text')
  return ids
}

/** Articles that an expression of the full-text index finds. */
export const indexedArticles = (db: ReadableDatabase, expression: string): ReadonlySet<number> =>
  new Set(
    db
      .prepare<[string], number>('SELECT rowid FROM article_search WHERE article_search MATCH ?')
      .pluck()
      .all(expression),
  )

/** Words of the full-text index that begin with `prefix`: lower case, ё as е, without Latin accents. */
export function indexedWords(db: ReadableDatabase, prefix: string): string[] {
  // A temporary table hides one of the library's own of the same name: this one must be like none of them.
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab(main, article_search, row)')
  return db
    .prepare<[string, string], string>('SELECT term FROM temp.search_word WHERE term >= ? AND term < ?')
    .pluck()
    .all(prefix, `${prefix}\u{10FFFF}`)
}

/** One naming as a concordance counts it. */
export interface MentionHit {
  readonly articleId: number
  readonly start: number
  readonly end: number
  readonly concept: string
  readonly frame: string
  readonly voice: Voice
  readonly speaker: string | null
  readonly section: Section
}

/** Namings of the articles selected, by place. */
export function mentionHits(
  db: ReadableDatabase,
  filter: ArticleFilter,
  wanted: {
    readonly concept?: string | undefined
    readonly frame?: string | undefined
    readonly speaker?: string | undefined
    readonly sections?: readonly Section[] | undefined
    readonly voice: VoiceFilter
  },
): MentionHit[] {
  const { sql, parameters } = mentionsWhere(filter, wanted)
  return db
    .prepare<unknown[], MentionHit>(`
      SELECT article.id AS articleId, mention.start_at AS start, mention.end_at AS end, mention.concept, mention.frame,
        mention.voice, mention.speaker, mention.section
      ${sql} ORDER BY article.id, mention.start_at, mention.id`)
    .all(...parameters)
}

/** Speakers of namings, most often first. */
export function mentionSpeakers(
  db: ReadableDatabase,
  filter: ArticleFilter,
  wanted: { readonly concept?: string | undefined; readonly frame?: string | undefined },
): { speaker: string; mentions: number }[] {
  const { sql, parameters } = mentionsWhere(filter, wanted)
  return db
    .prepare<unknown[], { speaker: string; mentions: number }>(`
      SELECT mention.speaker, count(*) AS mentions ${sql} AND mention.speaker IS NOT NULL
      GROUP BY mention.speaker ORDER BY mentions DESC, mention.speaker LIMIT 500`)
    .all(...parameters)
}

function mentionsWhere(
  filter: ArticleFilter,
  {
    voice,
    sections,
    ...equal
  }: {
    readonly voice?: VoiceFilter
    readonly sections?: readonly Section[] | undefined
    readonly concept?: string | undefined
    readonly frame?: string | undefined
    readonly speaker?: string | undefined
  },
): { sql: string; parameters: (string | number)[] } {
  const where = whereOf(filter)
  const parts = [where.sql]
  const parameters = [...where.parameters]
  const also = (column: 'concept' | 'frame' | 'speaker' | 'voice', value: string | undefined) => {
    if (value === undefined) return
    parts.push(`mention.${column} = ?`)
    parameters.push(value)
  }
  also('concept', equal.concept)
  also('frame', equal.frame)
  also('speaker', equal.speaker)
  also('voice', voice === 'all' ? undefined : voice)
  if (sections !== undefined) {
    parts.push('mention.section IN (SELECT value FROM json_each(?))')
    parameters.push(JSON.stringify(sections))
  }
  return {
    sql: `FROM ${mentionView(filter)} AS mention JOIN article ON article.id = mention.article_id
      WHERE ${parts.join(' AND ')}`,
    parameters,
  }
}

/** Stored quotations of articles. */
export function quotationsOf(
  db: ReadableDatabase,
  ids: readonly number[],
): ReadonlyMap<number, readonly Quotation[]> {
  const rows = db
    .prepare<[string], [number, string]>(
      'SELECT article_id, quotations FROM analysis WHERE article_id IN (SELECT value FROM json_each(?))',
    )
    .raw()
    .all(JSON.stringify(ids)) as [number, string][]
  return new Map(rows.map(([id, quotations]) => [id, JSON.parse(quotations) as Quotation[]]))
}
