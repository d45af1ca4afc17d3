import type { ArticleFilter, ArticlePatch } from '#shared/contract/contract.ts'
import type { ArticleDraft, GuessedField, Guesses, LeftOut } from '#shared/domain/article.ts'
import type { ArticleFacets, ArticleRow } from '#shared/domain/library.ts'
import type { ReadableDatabase, WritableDatabase } from '../connection.ts'
import { prepared } from '../prepared.ts'
import { searchExpression, whereOf } from './filter.ts'

/** How letters count when names and titles are put in order: no case, ё as е. */
const sortKey = (text: string | null): string => (text ?? '').toLowerCase().replaceAll('ё', 'е')

/** Fingerprints by which the same text is found again (see engine/fingerprint.ts). */
export interface Fingerprints {
  readonly exact: string
  readonly folded: string
}

/** Stores a draft and answers its id. */
export function insertArticle(
  db: WritableDatabase,
  draft: ArticleDraft,
  more: {
    readonly storyId: number | null
    readonly words: number
    readonly fingerprints: Fingerprints
    readonly addedAt: string
  },
): number {
  const { lastInsertRowid } = prepared(
    db,
    `
      INSERT INTO article (story_id, file, given_id, title, title_key, outlet, outlet_key, byline, published, language, url,
        original, text, words, left_out, guesses, extra, exact_fingerprint, folded_fingerprint, added_at)
      VALUES (@storyId, @file, @givenId, @title, @titleKey, @outlet, @outletKey, @byline, @published, @language, @url,
        @original, @text, @words, @leftOut, @guesses, @extra, @exact, @folded, @addedAt)`,
  ).run({
    storyId: more.storyId,
    file: draft.file,
    givenId: draft.givenId,
    title: draft.title,
    titleKey: sortKey(draft.title),
    outlet: draft.outlet,
    outletKey: sortKey(draft.outlet),
    byline: draft.byline,
    published: draft.published,
    language: draft.language,
    url: draft.url,
    original: draft.original,
    text: draft.text,
    words: more.words,
    leftOut: JSON.stringify(draft.leftOut),
    guesses: JSON.stringify(draft.guesses),
    extra: JSON.stringify(draft.extra),
    exact: more.fingerprints.exact,
    folded: more.fingerprints.folded,
    addedAt: more.addedAt,
  })
  return Number(lastInsertRowid)
}

/** The article with the same folded text that is in view, or null. */
export function findSame(
  db: ReadableDatabase,
  folded: string,
): { readonly id: number; readonly title: string } | null {
  return (
    db
      .prepare<[string], { id: number; title: string }>(
        'SELECT id, title FROM article WHERE folded_fingerprint = ? AND removed_at IS NULL',
      )
      .get(folded) ?? null
  )
}

export const countArticles = (db: ReadableDatabase): number =>
  db.prepare<[], number>('SELECT count(*) FROM article WHERE removed_at IS NULL').pluck().get() ?? 0

export interface StoredArticle {
  readonly id: number
  readonly storyId: number | null
  readonly file: string
  readonly title: string
  readonly outlet: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly language: string
  readonly url: string | null
  readonly text: string
  readonly words: number
  readonly leftOut: readonly LeftOut[]
  readonly putBack: readonly LeftOut[]
  readonly guesses: Guesses
  readonly extra: Readonly<Record<string, string>>
  readonly addedAt: string
}

type StoredRow = Omit<StoredArticle, 'leftOut' | 'putBack' | 'guesses' | 'extra'> & {
  readonly leftOut: string
  readonly putBack: string
  readonly guesses: string
  readonly extra: string
}

/** One article in view, or null. */
export function getArticle(db: ReadableDatabase, id: number): StoredArticle | null {
  const row = db
    .prepare<[number], StoredRow>(`
      SELECT id, story_id AS storyId, file, title, outlet, byline, published, language, url, text, words,
        left_out AS leftOut, put_back AS putBack, guesses, extra, added_at AS addedAt
      FROM article WHERE id = ? AND removed_at IS NULL`)
    .get(id)
  if (row === undefined) return null
  return {
    ...row,
    leftOut: JSON.parse(row.leftOut) as LeftOut[],
    putBack: JSON.parse(row.putBack) as LeftOut[],
    guesses: JSON.parse(row.guesses) as Guesses,
    extra: JSON.parse(row.extra) as Record<string, string>,
  }
}

const ORDER = {
  published: (way: string) => `article.published IS NULL, article.published ${way}, article.id ${way}`,
  title: (way: string) => `article.title_key ${way}, article.id ${way}`,
  outlet: (way: string) => `article.outlet IS NULL, article.outlet_key ${way}, article.id ${way}`,
  words: (way: string) => `article.words ${way}, article.id ${way}`,
  added: (way: string) => `article.id ${way}`,
} as const

export type ArticleSort = keyof typeof ORDER | 'relevance'

interface Order {
  readonly sort: ArticleSort
  readonly descending: boolean
}

/** The FROM, WHERE and ORDER BY of a list. By relevance (bm25, a headline counting four times) only with a search. */
function listing(
  filter: ArticleFilter,
  { sort, descending }: Order,
): {
  sql: string
  parameters: readonly (string | number)[]
  match: string | null
} {
  const match = filter.query === undefined ? null : searchExpression(filter.query)
  if (match === null) {
    const where = whereOf(filter)
    const order = ORDER[sort === 'relevance' ? 'published' : sort](descending ? 'DESC' : 'ASC')
    return { sql: `FROM article WHERE ${where.sql} ORDER BY ${order}`, parameters: where.parameters, match }
  }
  const where = whereOf(filter, 'query')
  const order =
    sort === 'relevance' ? 'bm25(article_search, 4.0, 1.0)' : ORDER[sort](descending ? 'DESC' : 'ASC')
  return {
    sql: `FROM article_search JOIN article ON article.id = article_search.rowid
      WHERE article_search MATCH ? AND ${where.sql} ORDER BY ${order}`,
    parameters: [match, ...where.parameters],
    match,
  }
}

/** Ids of the articles that a filter selects, in order. */
export function articleIds(db: ReadableDatabase, filter: ArticleFilter, order: Order): number[] {
  const { sql, parameters } = listing(filter, order)
  return db
    .prepare<unknown[], number>(`SELECT article.id ${sql}`)
    .pluck()
    .all(...parameters)
}

export function countSelected(db: ReadableDatabase, filter: ArticleFilter): number {
  const where = whereOf(filter)
  const sql = `SELECT count(*) FROM article WHERE ${where.sql}`
  return (
    db
      .prepare<unknown[], number>(sql)
      .pluck()
      .get(...where.parameters) ?? 0
  )
}

const SNIPPET_CHARACTERS = 200

/** One page of the list, with the mentions of a concept per frame when one is asked for. */
export function articleRows(
  db: ReadableDatabase,
  filter: ArticleFilter,
  page: Order & { readonly offset: number; readonly limit: number },
  concept: { readonly id: string; readonly frames: readonly string[] } | null,
): ArticleRow[] {
  const { sql, parameters, match } = listing(filter, page)
  const snippet =
    match === null
      ? `substr(article.text, 1, ${SNIPPET_CHARACTERS + 400})`
      : "snippet(article_search, 1, char(1), char(2), '…', 24)"
  const rows = db
    .prepare<unknown[], Omit<ArticleRow, 'guessedFields' | 'frames'> & { guesses: string }>(`
      SELECT article.id, article.story_id AS storyId, article.title, ${snippet} AS snippet, article.outlet,
        article.published, article.language, article.words, article.guesses
      ${sql} LIMIT ? OFFSET ?`)
    .all(...parameters, page.limit, page.offset)
  const frames =
    concept === null
      ? null
      : framesOf(
          db,
          rows.map((one) => one.id),
          concept,
        )
  return rows.map(({ guesses, ...row }) => ({
    ...row,
    snippet: match === null ? opening(row.snippet, row.title) : row.snippet.replace(/\s+/g, ' '),
    guessedFields: Object.keys(JSON.parse(guesses) as Guesses) as GuessedField[],
    frames: frames?.get(row.id) ?? (concept === null ? null : concept.frames.map(() => 0)),
  }))
}

/** The first words after the headline. */
function opening(text: string, title: string): string {
  const rest = text.startsWith(title) ? text.slice(title.length) : text
  return rest.trim().replace(/\s+/g, ' ').slice(0, SNIPPET_CHARACTERS)
}

function framesOf(
  db: ReadableDatabase,
  ids: readonly number[],
  concept: { readonly id: string; readonly frames: readonly string[] },
): Map<number, number[]> {
  const counts = new Map<number, number[]>()
  const rows = db
    .prepare<unknown[], { id: number; frame: string; count: number }>(`
      SELECT article_id AS id, frame, count(*) AS count FROM counted_mention
      WHERE concept = ? AND article_id IN (SELECT value FROM json_each(?)) GROUP BY article_id, frame`)
    .all(concept.id, JSON.stringify(ids))
  for (const { id, frame, count } of rows) {
    const mine = counts.get(id) ?? concept.frames.map(() => 0)
    const at = concept.frames.indexOf(frame)
    if (at >= 0) mine[at] = count
    counts.set(id, mine)
  }
  return counts
}

/** Counts for the filter lists; each list counts as if it itself were not set. */
export function articleFacets(db: ReadableDatabase, filter: ArticleFilter): ArticleFacets {
  const counts = (column: 'outlet' | 'language', without: 'outlets' | 'languages') => {
    const where = whereOf(filter, without)
    return db
      .prepare<unknown[], { value: string | null; label: string; count: number }>(`
        SELECT article.${column} AS value, coalesce(article.${column}, '') AS label, count(*) AS count
        FROM article WHERE ${where.sql} GROUP BY article.${column} ORDER BY count(*) DESC, lower(article.${column})`)
      .all(...where.parameters)
  }
  const byStory = whereOf(filter, 'storyId')
  const stories = db
    .prepare<unknown[], { id: number | null; title: string; count: number }>(`
      SELECT article.story_id AS id, coalesce(story.title, '') AS title, count(*) AS count
      FROM article LEFT JOIN story ON story.id = article.story_id
      WHERE ${byStory.sql} GROUP BY article.story_id ORDER BY count(*) DESC`)
    .all(...byStory.parameters)
  const guessed = whereOf({ ...filter, guessedOnly: true })
  const dates = whereOf(filter, 'dates')
  const span = db
    .prepare<unknown[], { first: string | null; last: string | null }>(
      `SELECT min(article.published) AS first, max(article.published) AS last FROM article WHERE ${dates.sql}`,
    )
    .get(...dates.parameters)
  return {
    total: countSelected(db, filter),
    stories,
    outlets: counts('outlet', 'outlets'),
    languages: counts('language', 'languages'),
    guessed:
      db
        .prepare<unknown[], number>(`SELECT count(*) FROM article WHERE ${guessed.sql}`)
        .pluck()
        .get(...guessed.parameters) ?? 0,
    firstPublished: span?.first ?? null,
    lastPublished: span?.last ?? null,
  }
}

const COLUMNS = {
  title: 'title',
  outlet: 'outlet',
  byline: 'byline',
  published: 'published',
  language: 'language',
  url: 'url',
  storyId: 'story_id',
} as const satisfies Record<keyof ArticlePatch, string>

/** Changes metadata of one or many. A field that is set is no longer a guess. */
export function updateArticles(db: WritableDatabase, ids: readonly number[], set: ArticlePatch): void {
  const columns: string[] = []
  const values: (string | number | null)[] = []
  for (const field of Object.keys(set) as (keyof ArticlePatch)[]) {
    const value = set[field]
    if (value === undefined) continue
    columns.push(`${COLUMNS[field]} = ?`)
    values.push(value)
    if (field === 'title' || field === 'outlet') {
      columns.push(`${field}_key = ?`)
      values.push(sortKey(String(value ?? '')))
    }
  }
  if (columns.length === 0) return
  db.prepare(
    `UPDATE article SET ${columns.join(', ')} WHERE id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL`,
  ).run(...values, JSON.stringify(ids))
  confirmGuesses(db, ids, Object.keys(set))
}

/** What was a guess is known from now on. */
export function confirmGuesses(
  db: WritableDatabase,
  ids: readonly number[],
  fields: readonly string[],
): void {
  const paths = fields.map(() => '?').join(', ')
  db.prepare(
    `UPDATE article SET guesses = json_remove(guesses, ${paths}) WHERE id IN (SELECT value FROM json_each(?))`,
  ).run(...fields.map((one) => `$.${one}`), JSON.stringify(ids))
}

export const removeArticles = (db: WritableDatabase, ids: readonly number[], at: string): void => {
  db.prepare('UPDATE article SET removed_at = ? WHERE id IN (SELECT value FROM json_each(?))').run(
    at,
    JSON.stringify(ids),
  )
}

export const restoreArticles = (db: WritableDatabase, ids: readonly number[]): void => {
  db.prepare('UPDATE article SET removed_at = NULL WHERE id IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(ids),
  )
}

/** Deletes for good what was removed before. */
export const purgeRemoved = (db: WritableDatabase): number =>
  db.prepare('DELETE FROM article WHERE removed_at IS NOT NULL').run().changes

/** Stores a text changed by putting a passage back or leaving it out again. */
export function setText(
  db: WritableDatabase,
  id: number,
  changed: {
    readonly text: string
    readonly leftOut: readonly LeftOut[]
    readonly putBack: readonly LeftOut[]
  },
): void {
  db.prepare('UPDATE article SET text = ?, left_out = ?, put_back = ? WHERE id = ?').run(
    changed.text,
    JSON.stringify(changed.leftOut),
    JSON.stringify(changed.putBack),
    id,
  )
}
