import { createHash } from 'node:crypto'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { EntryKind, NotebookSummary, Pin, PinChange } from '#shared/domain/notebook.ts'
import type { ReadableDatabase, WritableDatabase } from '../connection.ts'
import { whereOf } from './filter.ts'

const SUMMARY = `
  SELECT notebook.id, notebook.title, notebook.story_id AS storyId, count(entry.id) AS entries
  FROM notebook LEFT JOIN notebook_entry AS entry ON entry.notebook_id = notebook.id AND entry.removed_at IS NULL
  WHERE notebook.removed_at IS NULL`

/** Every page, in the order in which they were made. */
export const listNotebooks = (db: ReadableDatabase): NotebookSummary[] =>
  db.prepare<[], NotebookSummary>(`${SUMMARY} GROUP BY notebook.id ORDER BY notebook.id`).all()

export const getNotebook = (db: ReadableDatabase, id: number): NotebookSummary | null =>
  db.prepare<[number], NotebookSummary>(`${SUMMARY} AND notebook.id = ? GROUP BY notebook.id`).get(id) ?? null

/** Answers the new page's id. */
export const createNotebook = (
  db: WritableDatabase,
  one: { readonly title: string; readonly storyId: number | null },
  createdAt: string,
): number =>
  Number(
    db
      .prepare('INSERT INTO notebook (title, story_id, created_at) VALUES (?, ?, ?)')
      .run(one.title, one.storyId, createdAt).lastInsertRowid,
  )

/** Answers whether there was such a page. */
export const renameNotebook = (db: WritableDatabase, id: number, title: string): boolean =>
  db.prepare('UPDATE notebook SET title = ? WHERE id = ? AND removed_at IS NULL').run(title, id).changes > 0

/** Takes a page away (at a time, ISO 8601) or, with null, brings it back; false when there is none such. */
export const setNotebookRemoved = (db: WritableDatabase, id: number, at: string | null): boolean =>
  db
    .prepare('UPDATE notebook SET removed_at = @at WHERE id = @id AND (removed_at IS NULL) = @there')
    .run({ id, at, there: at === null ? 0 : 1 }).changes > 0

/** What of the library a pin rests on. */
export type PinSource = { readonly filter: ArticleFilter } | { readonly articleId: number }

/** The library as it was when a pin was taken: what it rests on, and a mark of each part of it. */
export interface Basis {
  readonly source: PinSource
  readonly marks: Readonly<Record<PinChange, string>>
}

export interface StoredEntry {
  readonly id: number
  readonly kind: EntryKind
  readonly words: string
  readonly pin: Pin | null
  readonly basis: Basis | null
  readonly takenAt: string | null
}

interface EntryRow extends Omit<StoredEntry, 'pin' | 'basis'> {
  readonly pin: string | null
  readonly basis: string | null
}

/** The entries of a page in its order. */
export const notebookEntries = (db: ReadableDatabase, notebookId: number): StoredEntry[] =>
  db
    .prepare<[number], EntryRow>(`
      SELECT id, kind, words, pin, basis, taken_at AS takenAt FROM notebook_entry
      WHERE notebook_id = ? AND removed_at IS NULL ORDER BY place, id`)
    .all(notebookId)
    .map((row) => ({
      ...row,
      pin: row.pin === null ? null : (JSON.parse(row.pin) as Pin),
      basis: row.basis === null ? null : (JSON.parse(row.basis) as Basis),
    }))

/** Page of an entry that is there; null when there is none. */
export const notebookOfEntry = (db: ReadableDatabase, entryId: number): number | null =>
  db
    .prepare<[number], number>('SELECT notebook_id FROM notebook_entry WHERE id = ? AND removed_at IS NULL')
    .pluck()
    .get(entryId) ?? null

/** Adds an entry at the end of a page and answers its id. */
export const addEntry = (db: WritableDatabase, notebookId: number, one: Omit<StoredEntry, 'id'>): number =>
  Number(
    db
      .prepare(`
        INSERT INTO notebook_entry (notebook_id, place, kind, words, pin, basis, taken_at)
        VALUES (@notebookId, (SELECT coalesce(max(place), 0) + 1 FROM notebook_entry WHERE notebook_id = @notebookId),
          @kind, @words, @pin, @basis, @takenAt)`)
      .run({ ...one, ...asJson(one), notebookId }).lastInsertRowid,
  )

/** Puts a pin taken anew in place of the old one; the words stay. */
export const replacePin = (
  db: WritableDatabase,
  entryId: number,
  one: { readonly pin: Pin; readonly basis: Basis; readonly takenAt: string },
): boolean =>
  db
    .prepare(`
      UPDATE notebook_entry SET pin = @pin, basis = @basis, taken_at = @takenAt, kind = @kind
      WHERE id = @entryId AND removed_at IS NULL AND pin IS NOT NULL`)
    .run({ ...asJson(one), takenAt: one.takenAt, kind: one.pin.kind, entryId }).changes > 0

const asJson = ({ pin, basis }: { readonly pin: Pin | null; readonly basis: Basis | null }) => ({
  pin: pin === null ? null : JSON.stringify(pin),
  basis: basis === null ? null : JSON.stringify(basis),
})

export const setWords = (db: WritableDatabase, entryId: number, words: string): boolean =>
  db.prepare('UPDATE notebook_entry SET words = ? WHERE id = ? AND removed_at IS NULL').run(words, entryId)
    .changes > 0

/** Puts an entry at a place of its page, 0 the first. Call it inside a transaction. */
export function moveEntry(db: WritableDatabase, notebookId: number, entryId: number, to: number): void {
  const ids = db
    .prepare<[number], number>(
      'SELECT id FROM notebook_entry WHERE notebook_id = ? AND removed_at IS NULL ORDER BY place, id',
    )
    .pluck()
    .all(notebookId)
    .filter((id) => id !== entryId)
  ids.splice(to, 0, entryId)
  const put = db.prepare('UPDATE notebook_entry SET place = ? WHERE id = ?')
  for (const [index, id] of ids.entries()) put.run(index + 1, id)
}

/** Takes an entry away (at a time, ISO 8601) or, with null, brings it back to its place; false when there is none such. */
export const setEntryRemoved = (db: WritableDatabase, entryId: number, at: string | null): boolean =>
  db
    .prepare(
      'UPDATE notebook_entry SET removed_at = @at WHERE id = @entryId AND (removed_at IS NULL) = @there',
    )
    .run({ entryId, at, there: at === null ? 0 : 1 }).changes > 0

/** Deletes for good what was removed: when the library is opened. */
export function purgeNotebooks(db: WritableDatabase): void {
  db.exec('DELETE FROM notebook_entry WHERE removed_at IS NOT NULL')
  db.exec('DELETE FROM notebook WHERE removed_at IS NOT NULL')
}

/**
 * A mark of each part of what a pin rests on; two marks differ when that part has changed: which articles there are with
 * their details and lengths in words (a passage put back changes the length), readers' corrections of them, and the analysis
 * and lexicons that scored them. About 90 ms for 10,000 articles.
 */
export function marksOf(db: ReadableDatabase, source: PinSource): Basis['marks'] {
  const where =
    'filter' in source
      ? whereOf(source.filter)
      : { sql: 'article.removed_at IS NULL AND article.id = ?', parameters: [source.articleId] }
  const mark = (sql: string, more: (id: unknown) => unknown = () => ''): string => {
    const rows = db
      .prepare<unknown[], unknown[]>(sql)
      .raw()
      .all(...where.parameters)
    const hash = createHash('sha256')
    hash.update(rows.map((row) => JSON.stringify([...row, more(row[0])])).join('\n'))
    return hash.digest('hex').slice(0, 16)
  }
  // Lengths are read from their index: in the table they stand behind the texts, which would all be read for them.
  const words = new Map('filter' in source ? allLengths(db) : lengthOf(db, source.articleId))
  const asFound = 'filter' in source && source.filter.asFound === true
  return {
    articles: mark(
      `SELECT id, story_id, title, outlet, published, language FROM article WHERE ${where.sql} ORDER BY id`,
      (id) => words.get(id as number),
    ),
    corrections: asFound
      ? ''
      : mark(`
          SELECT article_id, kind, start_at, end_at, concept, frame, correction.voice, correction.speaker
          FROM correction JOIN article ON article.id = correction.article_id
          WHERE ${where.sql} ORDER BY article_id, start_at, end_at, concept`),
    scores: mark(`
      SELECT DISTINCT analysis_version, lexicon_versions
      FROM analysis JOIN article ON article.id = analysis.article_id WHERE ${where.sql} ORDER BY 1, 2`),
  }
}

const allLengths = (db: ReadableDatabase): [number, number][] =>
  db
    .prepare<[], [number, number]>(
      'SELECT id, words FROM article INDEXED BY article_by_words WHERE removed_at IS NULL',
    )
    .raw()
    .all()

const lengthOf = (db: ReadableDatabase, id: number): [number, number][] =>
  db.prepare<[number], [number, number]>('SELECT id, words FROM article WHERE id = ?').raw().all(id)
