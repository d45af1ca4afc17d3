import type { FigureCounts } from '#shared/analysis/statistics/figures.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { MentionLine } from '#shared/domain/figures.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import type { ReadableDatabase } from '../connection.ts'
import { whereOf } from './filter.ts'
import { countedWords, notRepeated } from './repeats.ts'

/**
 * What is counted: mentions with readers' corrections applied, or as the rules found them; each, or without those in later
 * places of passages that articles share. To stand in a FROM clause.
 */
export function mentionView(filter: ArticleFilter): string {
  const view = filter.asFound === true ? 'found_mention' : 'counted_mention'
  return filter.once === true
    ? `(SELECT * FROM ${view} AS each_mention WHERE ${notRepeated(filter, 'each_mention.article_id', 'each_mention.start_at')})`
    : view
}

/** Sums of mentions over the articles selected. Outlets that are not given go by the empty name. */
export function figureCounts(
  db: ReadableDatabase,
  filter: ArticleFilter,
  voice: VoiceFilter,
  concepts?: readonly string[],
): FigureCounts {
  const where = whereOf(filter)
  const among = concepts === undefined ? '' : ' AND concept IN (SELECT value FROM json_each(?))'
  const more = concepts === undefined ? [] : [JSON.stringify(concepts)]
  const counted = `FROM article JOIN ${mentionView(filter)} AS mention ON mention.article_id = article.id WHERE ${where.sql}${among}`
  const mentions = db
    .prepare<unknown[], FigureCounts['mentions'][number] & { articles: number }>(`
      SELECT coalesce(article.outlet, '') AS outlet, concept, frame, voice, count(*) AS count,
        count(DISTINCT article.id) AS articles
      ${counted} GROUP BY article.outlet, concept, frame, voice`)
    .all(...where.parameters, ...more)
  return {
    outlets: db
      .prepare<unknown[], FigureCounts['outlets'][number]>(`
        SELECT coalesce(article.outlet, '') AS outlet, count(*) AS articles,
          sum(${countedWords(filter)}) AS words
        FROM article WHERE ${where.sql} GROUP BY article.outlet`)
      .all(...where.parameters),
    mentions: mentions.map(({ articles: _, ...one }) => one),
    // With one voice its own count is the answer; an article with two voices counts once among all.
    articles:
      voice === 'all'
        ? db
            .prepare<unknown[], FigureCounts['articles'][number]>(`
              SELECT coalesce(article.outlet, '') AS outlet, concept, frame, count(DISTINCT article.id) AS articles
              ${counted} GROUP BY article.outlet, concept, frame`)
            .all(...where.parameters, ...more)
        : mentions
            .filter((one) => one.voice === voice)
            .map(({ outlet, concept, frame, articles }) => ({ outlet, concept, frame, articles })),
  }
}

/** Mentions in the articles selected, by concept. */
export function mentionsByConcept(
  db: ReadableDatabase,
  filter: ArticleFilter = {},
): ReadonlyMap<string, number> {
  const where = whereOf(filter)
  const rows = db
    .prepare<unknown[], { concept: string; count: number }>(`
      SELECT concept, count(*) AS count FROM article JOIN ${mentionView(filter)} AS mention ON mention.article_id = article.id
      WHERE ${where.sql} GROUP BY concept`)
    .all(...where.parameters)
  return new Map(rows.map(({ concept, count }) => [concept, count]))
}

export interface LineSelection {
  readonly filter: ArticleFilter
  readonly concept: string
  readonly frame?: string | undefined
  /** The empty name: articles without an outlet. */
  readonly outlet?: string | undefined
  readonly voice: VoiceFilter
  readonly speaker?: string | undefined
}

const LINE_ORDER = {
  newest: 'article.published IS NULL, article.published DESC, article.id DESC, mention.start_at',
  oldest: 'article.published IS NULL, article.published, article.id, mention.start_at',
  outlet: "coalesce(article.outlet_key, ''), article.published, article.id, mention.start_at",
} as const

const CONTEXT = 120

/** The mentions behind a figure, as lines in context, and how many there are in all. */
export function mentionLines(
  db: ReadableDatabase,
  selection: LineSelection,
  page: { readonly sort: keyof typeof LINE_ORDER; readonly offset: number; readonly limit: number },
): { total: number; lines: MentionLine[] } {
  const where = whereOf(selection.filter)
  const parts = [where.sql, 'mention.concept = ?']
  const parameters: (string | number)[] = [...where.parameters, selection.concept]
  const also = (sql: string, value: string | undefined) => {
    if (value === undefined) return
    parts.push(sql)
    parameters.push(value)
  }
  also('mention.frame = ?', selection.frame)
  also("coalesce(article.outlet, '') = ?", selection.outlet)
  also('mention.voice = ?', selection.voice === 'all' ? undefined : selection.voice)
  also('mention.speaker = ?', selection.speaker)
  const from = `FROM ${mentionView(selection.filter)} AS mention JOIN article ON article.id = mention.article_id WHERE ${parts.join(' AND ')}`
  const total =
    db
      .prepare<unknown[], number>(`SELECT count(*) ${from}`)
      .pluck()
      .get(...parameters) ?? 0
  // SQLite counts characters, offsets are UTF-16 units: the context is cut from the text itself.
  const rows = db
    .prepare<
      unknown[],
      Omit<MentionLine, 'before' | 'after' | 'negated'> & { negated: number; whole: string }
    >(`
      SELECT mention.id AS mentionId, article.id AS articleId, coalesce(article.outlet, '') AS outlet, article.title,
        article.published, mention.start_at AS start, mention.end_at AS end, mention.text, mention.concept, mention.frame,
        mention.term, mention.voice, mention.confidence, mention.speaker, mention.cue, mention.section, mention.negated,
        mention.tone, article.text AS whole
      ${from} ORDER BY ${LINE_ORDER[page.sort]} LIMIT ? OFFSET ?`)
    .all(...parameters, page.limit, page.offset)
  return {
    total,
    lines: rows.map(({ whole, negated, ...line }) => ({
      ...line,
      before: lineStart(whole, line.start),
      after: whole.slice(line.end, line.end + CONTEXT),
      negated: negated === 1,
    })),
  }
}

/** The words before a mention, from a word's beginning. */
function lineStart(text: string, start: number): string {
  const from = Math.max(0, start - CONTEXT)
  const before = text.slice(from, start)
  return from === 0 ? before : before.replace(/^\S*\s/, '')
}
