import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { Correction } from '#shared/domain/correction.ts'
import type { Section } from '#shared/domain/voice.ts'
import type { ReadableDatabase, WritableDatabase } from '../connection.ts'
import { whereOf } from './filter.ts'

/** A correction with the words around it, by which it is found again when offsets have moved. */
export interface StoredCorrection extends Correction {
  readonly before: string
  readonly after: string
}

const COLUMNS = `correction.id, correction.article_id AS articleId, correction.kind, correction.start_at AS start,
  correction.end_at AS end, correction.text, correction.before, correction.after, correction.concept, correction.frame,
  correction.voice, correction.speaker, correction.created_at AS createdAt`

/** Stores a correction in place of an earlier one of the same words in the same concept. */
export function setCorrection(db: WritableDatabase, one: Omit<StoredCorrection, 'id'>): void {
  db.prepare(`
    INSERT INTO correction (article_id, kind, start_at, end_at, text, before, after, concept, frame, voice, speaker, created_at)
    VALUES (@articleId, @kind, @start, @end, @text, @before, @after, @concept, @frame, @voice, @speaker, @createdAt)
    ON CONFLICT (article_id, concept, start_at, end_at) DO UPDATE SET kind = excluded.kind, frame = excluded.frame,
      voice = excluded.voice, speaker = excluded.speaker, created_at = excluded.created_at`).run(one)
}

/** Answers the article of the correction, or null when there is none. */
export function removeCorrection(db: WritableDatabase, id: number): number | null {
  return (
    db
      .prepare<[number], number>('DELETE FROM correction WHERE id = ? RETURNING article_id')
      .pluck()
      .get(id) ?? null
  )
}

export const articleCorrections = (db: ReadableDatabase, articleId: number): StoredCorrection[] =>
  db
    .prepare<[number], StoredCorrection>(
      `SELECT ${COLUMNS} FROM correction WHERE article_id = ? ORDER BY start_at`,
    )
    .all(articleId)

export type ListedCorrection = StoredCorrection & {
  readonly outlet: string | null
  readonly title: string
  readonly language: string
}

export function listCorrections(db: ReadableDatabase, filter: ArticleFilter): ListedCorrection[] {
  const where = whereOf(filter)
  return db
    .prepare<unknown[], ListedCorrection>(`
      SELECT ${COLUMNS}, article.outlet, article.title, article.language
      FROM correction JOIN article ON article.id = correction.article_id
      WHERE ${where.sql} ORDER BY article.id, correction.start_at`)
    .all(...where.parameters)
}

/** A correction where it stands in the text now. */
export interface PlacedCorrection extends Correction {
  readonly section: Section
  readonly tone: number
}

/** Applies an article's corrections to its mentions, in place of those applied before. Call it inside a transaction. */
export function applyCorrections(
  db: WritableDatabase,
  article: { readonly id: number; readonly language: string },
  placed: readonly PlacedCorrection[],
): void {
  db.prepare('DELETE FROM mention WHERE article_id = ? AND added = 1').run(article.id)
  db.prepare(`
    UPDATE mention SET correction_id = NULL, corrected_voice = NULL, corrected_speaker = NULL, struck_out = 0
    WHERE article_id = ?`).run(article.id)
  const move = db.prepare('UPDATE OR IGNORE correction SET start_at = ?, end_at = ? WHERE id = ?')
  const change = db.prepare(`
    UPDATE mention SET correction_id = @id, corrected_voice = @voice, corrected_speaker = @speaker, struck_out = @struckOut
    WHERE article_id = @articleId AND concept = @concept AND start_at = @start AND end_at = @end`)
  const add = db.prepare(`
    INSERT INTO mention (article_id, start_at, end_at, text, lexicon, concept, frame, term, language, voice, confidence,
      speaker, section, negated, tone, why, correction_id, corrected_voice, corrected_speaker, added)
    VALUES (@articleId, @start, @end, @text, 'reader', @concept, @frame, 'reader', @language, @voice, 1, @speaker,
      @section, 0, @tone, '{"rule":"reader","values":{}}', @id, @voice, @speaker, 1)`)
  for (const one of placed) {
    move.run(one.start, one.end, one.id)
    if (one.kind === 'missed') {
      add.run({ ...one, language: article.language })
    } else {
      const { id, articleId, concept, start, end, voice, speaker } = one
      const struckOut = one.kind === 'not-a-mention' ? 1 : 0
      change.run({ id, articleId, concept, start, end, voice, speaker, struckOut })
    }
  }
}
