import type { ArticleFilter } from '#shared/contract/contract.ts'

/** A condition on `article` with its parameters; `conditions` are joined by AND. */
export interface Where {
  readonly sql: string
  readonly parameters: readonly (string | number)[]
}

type Condition = 'storyId' | 'outlets' | 'languages' | 'dates' | 'query' | 'guessedOnly'

/**
 * The WHERE clause of a filter, for a FROM clause that names `article`. `without` leaves one condition out: a list of
 * filter values counts as if it itself were not set.
 */
export function whereOf(filter: ArticleFilter, without?: Condition): Where {
  const parts = ['article.removed_at IS NULL']
  const parameters: (string | number)[] = []
  const add = (sql: string, ...values: (string | number)[]) => {
    parts.push(sql)
    parameters.push(...values)
  }
  if (filter.storyId !== undefined && without !== 'storyId') {
    if (filter.storyId === null) add('article.story_id IS NULL')
    else add('article.story_id = ?', filter.storyId)
  }
  if (filter.outlets !== undefined && without !== 'outlets') {
    const named = filter.outlets.filter((one) => one !== null)
    const holes = named.map(() => '?').join(', ')
    const orNone = filter.outlets.length > named.length ? ' OR article.outlet IS NULL' : ''
    add(`(article.outlet IN (${holes})${orNone})`, ...named)
  }
  if (filter.languages !== undefined && without !== 'languages') {
    add(`article.language IN (${filter.languages.map(() => '?').join(', ')})`, ...filter.languages)
  }
  if (without !== 'dates') {
    if (filter.from !== undefined) add('substr(article.published, 1, 10) >= ?', filter.from.slice(0, 10))
    if (filter.to !== undefined) add('substr(article.published, 1, 10) <= ?', filter.to.slice(0, 10))
  }
  const match = filter.query === undefined ? null : searchExpression(filter.query)
  if (match !== null && without !== 'query') {
    add('article.id IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)', match)
  }
  if (filter.guessedOnly === true && without !== 'guessedOnly') add("article.guesses <> '{}'")
  return { sql: parts.join(' AND '), parameters }
}

/**
 * What a person types, as an FTS5 expression: every word by prefix, phrases in quotation marks as they stand. Nothing in it
 * is FTS5 syntax. Null when there is no word in it.
 */
export function searchExpression(query: string): string | null {
  const parts: string[] = []
  for (const [, phrase, word] of query
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е')
    .matchAll(/["“”«»„]([^"“”«»„]*)["“”«»„]|([^\s"“”«»„]+)/gu)) {
    const found = phrase ?? word ?? ''
    if (!/[\p{L}\p{N}]/u.test(found)) continue
    parts.push(phrase === undefined ? `"${found}"*` : `"${found}"`)
  }
  return parts.length === 0 ? null : parts.join(' AND ')
}
