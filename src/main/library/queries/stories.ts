import type { Story } from '#shared/domain/library.ts'
import type { ReadableDatabase, WritableDatabase } from '../connection.ts'

interface StoryRow {
  readonly id: number
  readonly title: string
  readonly sample: number
  readonly articles: number
  readonly outlets: number
  readonly first_published: string | null
  readonly last_published: string | null
}

const STORY = `
  SELECT story.id, story.title, story.sample, count(article.id) AS articles,
    count(DISTINCT article.outlet) AS outlets,
    min(article.published) AS first_published, max(article.published) AS last_published
  FROM story LEFT JOIN article ON article.story_id = story.id AND article.removed_at IS NULL`

const toStory = (row: StoryRow): Story => ({
  id: row.id,
  title: row.title,
  sample: row.sample === 1,
  articles: row.articles,
  outlets: row.outlets,
  firstPublished: row.first_published,
  lastPublished: row.last_published,
})

/** Every story, the person's own before the sample, the newest first. */
export const listStories = (db: ReadableDatabase): Story[] =>
  db
    .prepare<[], StoryRow>(`${STORY} GROUP BY story.id ORDER BY story.sample, story.id DESC`)
    .all()
    .map(toStory)

export function getStory(db: ReadableDatabase, id: number): Story | null {
  const row = db.prepare<[number], StoryRow>(`${STORY} WHERE story.id = ? GROUP BY story.id`).get(id)
  return row === undefined ? null : toStory(row)
}

export const createStory = (db: WritableDatabase, title: string, createdAt: string, sample = false): number =>
  Number(
    db
      .prepare('INSERT INTO story (title, sample, created_at) VALUES (?, ?, ?)')
      .run(title, sample ? 1 : 0, createdAt).lastInsertRowid,
  )

/** Id of the person's own story with this title, or null. */
export const findStory = (db: ReadableDatabase, title: string): number | null =>
  db
    .prepare<[string], number>('SELECT id FROM story WHERE title = ? AND sample = 0 ORDER BY id')
    .pluck()
    .get(title) ?? null

/** Answers whether there was such a story. */
export const renameStory = (db: WritableDatabase, id: number, title: string): boolean =>
  db.prepare('UPDATE story SET title = ? WHERE id = ?').run(title, id).changes > 0

/** Its articles stay, without a story. */
export const removeStory = (db: WritableDatabase, id: number): boolean =>
  db.prepare('DELETE FROM story WHERE id = ?').run(id).changes > 0

/** The shipped story goes when the person has removed its articles. */
export const removeEmptySample = (db: WritableDatabase): void => {
  db.prepare(
    'DELETE FROM story WHERE sample = 1 AND NOT EXISTS (SELECT 1 FROM article WHERE article.story_id = story.id)',
  ).run()
}
