import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { ReadableDatabase, WritableDatabase } from '../connection.ts'
import { whereOf } from './filter.ts'

/** A person's own pack at the version that is in force. */
export interface StoredLexicon {
  readonly lexicon: Lexicon
  readonly savedAt: string
}

interface Row {
  readonly data: string
  readonly savedAt: string
}

const read = ({ data, savedAt }: Row): StoredLexicon => ({ lexicon: JSON.parse(data) as Lexicon, savedAt })

/** The own packs, without those removed, in the order in which they were made. */
export const ownLexicons = (db: ReadableDatabase): StoredLexicon[] =>
  db
    .prepare<[], Row>(`
      SELECT data, saved_at AS savedAt FROM lexicon
      JOIN lexicon_version ON lexicon_version.lexicon_id = lexicon.id AND lexicon_version.version = lexicon.version
      WHERE removed_at IS NULL ORDER BY created_at, lexicon.rowid`)
    .all()
    .map(read)

/** One version of an own pack, also of a removed one; null when there is none. */
export function lexiconVersion(db: ReadableDatabase, id: string, version: string): StoredLexicon | null {
  const row = db
    .prepare<[string, string], Row>(
      'SELECT data, saved_at AS savedAt FROM lexicon_version WHERE lexicon_id = ? AND version = ?',
    )
    .get(id, version)
  return row === undefined ? null : read(row)
}

/** All versions of an own pack, newest first. */
export const lexiconVersions = (db: ReadableDatabase, id: string): StoredLexicon[] =>
  db
    .prepare<[string], Row>(
      'SELECT data, saved_at AS savedAt FROM lexicon_version WHERE lexicon_id = ? ORDER BY rowid DESC',
    )
    .all(id)
    .map(read)

/** Stores a version and makes it the one in force. Call it inside a transaction. */
export function storeLexicon(db: WritableDatabase, lexicon: Lexicon, at: string): void {
  const { id, version } = lexicon
  db.prepare(`
    INSERT INTO lexicon (id, version, created_at) VALUES (@id, @version, @at)
    ON CONFLICT (id) DO UPDATE SET version = excluded.version`).run({ id, version, at })
  db.prepare(
    'INSERT INTO lexicon_version (lexicon_id, version, saved_at, data) VALUES (@id, @version, @at, @data)',
  ).run({ id, version, at, data: JSON.stringify(lexicon) })
}

/** Takes an own pack out of use (at a time, ISO 8601) or, with null, back into it; false when there is none such. */
export const setLexiconRemoved = (db: WritableDatabase, id: string, at: string | null): boolean =>
  db
    .prepare('UPDATE lexicon SET removed_at = @at WHERE id = @id AND (removed_at IS NULL) = @there')
    .run({ id, at, there: at === null ? 0 : 1 }).changes > 0

/** Ids that are or once were an own pack's: none is given again. */
export const takenLexiconIds = (db: ReadableDatabase): string[] =>
  db.prepare<[], string>('SELECT id FROM lexicon').pluck().all()

/** Ids of packs that take no part in scoring. */
export const lexiconsOff = (db: ReadableDatabase): ReadonlySet<string> =>
  new Set(db.prepare<[], string>('SELECT id FROM lexicon_off').pluck().all())

/** Switches packs on or off. */
export function setLexiconsOff(db: WritableDatabase, ids: readonly string[], off: boolean): void {
  const list = JSON.stringify(ids)
  if (off) db.prepare('INSERT OR IGNORE INTO lexicon_off (id) SELECT value FROM json_each(?)').run(list)
  else db.prepare('DELETE FROM lexicon_off WHERE id IN (SELECT value FROM json_each(?))').run(list)
}

/** What a preview needs of an article. */
export interface PreviewArticle {
  readonly id: number
  readonly language: string
  /** The empty name: no outlet given. */
  readonly outlet: string
  readonly title: string
  readonly published: string | null
  readonly text: string
}

/** The article, for a preview; null when it is gone. */
export const previewArticle = (db: ReadableDatabase, id: number): PreviewArticle | null =>
  db
    .prepare<[number], PreviewArticle>(`
      SELECT id, language, coalesce(outlet, '') AS outlet, title, published, text FROM article WHERE id = ?`)
    .get(id) ?? null

/** A stored mention as the rules found it, readers' corrections aside; those that a pull quote repeats are here too. */
export interface FoundMention {
  readonly articleId: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lexicon: string
  readonly concept: string
  readonly frame: string
  readonly term: string
}

const FOUND = `article_id AS articleId, start_at AS start, end_at AS end, mention.text, lexicon, concept, frame, term`

/** What the rules found of some concepts in an article, in order. */
export const foundMentions = (
  db: ReadableDatabase,
  articleId: number,
  concepts: readonly string[],
): FoundMention[] =>
  db
    .prepare<[number, string], FoundMention>(`
      SELECT ${FOUND} FROM mention
      WHERE added = 0 AND article_id = ? AND concept IN (SELECT value FROM json_each(?)) ORDER BY start_at, id`)
    .all(articleId, JSON.stringify(concepts))

/** Articles selected that hold a mention of one of these terms, each named `<lexicon> <term>`. */
export function articlesWithTerms(
  db: ReadableDatabase,
  filter: ArticleFilter,
  concepts: readonly string[],
  terms: readonly string[],
): number[] {
  const where = whereOf(filter)
  return db
    .prepare<unknown[], number>(`
      SELECT DISTINCT article.id FROM article JOIN mention ON mention.article_id = article.id
      WHERE mention.added = 0 AND ${where.sql} AND mention.concept IN (SELECT value FROM json_each(?))
        AND mention.lexicon || ' ' || mention.term IN (SELECT value FROM json_each(?))`)
    .pluck()
    .all(...where.parameters, JSON.stringify(concepts), JSON.stringify(terms))
}

/** Stored mentions of the articles selected by concept and frame, as the rules found them. */
export function foundByFrame(
  db: ReadableDatabase,
  filter: ArticleFilter,
  concepts: readonly string[],
): readonly { readonly concept: string; readonly frame: string; readonly count: number }[] {
  const where = whereOf(filter)
  return db
    .prepare<unknown[], { concept: string; frame: string; count: number }>(`
      SELECT concept, frame, count(*) AS count
      FROM article JOIN mention ON mention.article_id = article.id
      WHERE mention.added = 0 AND ${where.sql} AND concept IN (SELECT value FROM json_each(?)) GROUP BY concept, frame`)
    .all(...where.parameters, JSON.stringify(concepts))
}

/** Writes other lexicon versions to current analyses of a language, except those of some articles. */
export const restampAnalyses = (
  db: WritableDatabase,
  {
    language,
    analysisVersion,
    from,
    to,
    except,
  }: {
    readonly language: string
    readonly analysisVersion: string
    readonly from: string
    readonly to: string
    readonly except: readonly number[]
  },
): void => {
  db.prepare(`
    UPDATE analysis SET lexicon_versions = @to
    WHERE analysis_version = @analysisVersion AND lexicon_versions = @from
      AND article_id IN (SELECT id FROM article WHERE language = @language AND removed_at IS NULL)
      AND article_id NOT IN (SELECT value FROM json_each(@except))`).run({
    language,
    analysisVersion,
    from,
    to,
    except: JSON.stringify(except),
  })
}
