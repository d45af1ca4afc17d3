import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { DayFigures, SpeakerFigures } from '#shared/domain/story-figures.ts'
import type { Section, Voice, VoiceFilter } from '#shared/domain/voice.ts'
import type { ReadableDatabase } from '../connection.ts'
import { mentionView } from './figures.ts'
import { whereOf } from './filter.ts'
import { countedWords } from './repeats.ts'

export interface ArticleMention {
  readonly articleId: number
  readonly outlet: string
  readonly title: string
  readonly frame: string
  readonly term: string
  readonly voice: Voice
  readonly language: string
  readonly section: Section
  readonly tone: number
  readonly concept: string
  readonly speaker: string | null
}

/** Mentions of a concept in the articles selected, article by article; of one voice, or of some outlets, where asked for. */
export function conceptMentions(
  db: ReadableDatabase,
  filter: ArticleFilter,
  concept: string,
  { voice = 'all', outlets }: { readonly voice?: VoiceFilter; readonly outlets?: readonly string[] } = {},
): readonly ArticleMention[] {
  const where = whereOf(filter)
  const said = voice === 'all' ? '' : ' AND mention.voice = ?'
  const by =
    outlets === undefined ? '' : " AND coalesce(article.outlet, '') IN (SELECT value FROM json_each(?))"
  return db
    .prepare<unknown[], ArticleMention>(`
      SELECT article.id AS articleId, coalesce(article.outlet, '') AS outlet, article.title, mention.frame, mention.term,
        mention.voice, article.language, mention.section, mention.tone, mention.concept, mention.speaker
      FROM article CROSS JOIN ${mentionView(filter)} AS mention ON mention.article_id = article.id
      WHERE mention.concept = ?${said}${by} AND ${where.sql} ORDER BY article.id, mention.start_at`)
    .all(
      concept,
      ...(voice === 'all' ? [] : [voice]),
      ...(outlets === undefined ? [] : [JSON.stringify(outlets)]),
      ...where.parameters,
    )
}

/** How often an article names a concept in a frame. */
export interface FrameCount {
  readonly articleId: number
  readonly outlet: string
  readonly frame: string
  readonly count: number
}

/**
 * Mentions of a concept in a voice by article and frame: enough for everything that takes the article as the unit, and far
 * fewer rows than mentions. Articles come first in the join, so that an index holds all that is read of the mentions.
 */
export function frameCounts(
  db: ReadableDatabase,
  filter: ArticleFilter,
  concept: string,
  voice: VoiceFilter,
): readonly FrameCount[] {
  const where = whereOf(filter)
  const said = voice === 'all' ? '' : ' AND mention.voice = ?'
  return db
    .prepare<unknown[], FrameCount>(`
      SELECT article.id AS articleId, coalesce(article.outlet, '') AS outlet, mention.frame, count(*) AS count
      FROM article CROSS JOIN ${mentionView(filter)} AS mention ON mention.article_id = article.id
      WHERE mention.concept = ?${said} AND ${where.sql} GROUP BY article.id, mention.frame`)
    .all(concept, ...(voice === 'all' ? [] : [voice]), ...where.parameters)
}

type SpeakerCell = SpeakerFigures['speakers'][number]['cells'][number] & { readonly speaker: string | null }

/** Quoted and reported mentions of a concept by speaker, outlet, frame and voice. */
export function speakerCells(
  db: ReadableDatabase,
  filter: ArticleFilter,
  concept: string,
): { readonly cells: readonly SpeakerCell[]; readonly articles: ReadonlyMap<string | null, number> } {
  const where = whereOf(filter)
  const from = `FROM ${mentionView(filter)} AS mention JOIN article ON article.id = mention.article_id
    WHERE mention.concept = ? AND mention.voice IN ('direct', 'indirect') AND ${where.sql}`
  const parameters = [concept, ...where.parameters]
  return {
    cells: db
      .prepare<unknown[], SpeakerCell>(`
        SELECT mention.speaker, coalesce(article.outlet, '') AS outlet, mention.frame, mention.voice, count(*) AS count
        ${from} GROUP BY mention.speaker, article.outlet, mention.frame, mention.voice`)
      .all(...parameters),
    articles: new Map(
      db
        .prepare<unknown[], [string | null, number]>(
          `SELECT mention.speaker, count(DISTINCT article.id) ${from} GROUP BY mention.speaker`,
        )
        .raw()
        .all(...parameters) as [string | null, number][],
    ),
  }
}

/** Articles by day, outlet and language; and mentions of a concept by day, outlet and frame. */
export function dayFigures(
  db: ReadableDatabase,
  filter: ArticleFilter,
  concept: string | undefined,
  voice: VoiceFilter,
): DayFigures {
  const where = whereOf(filter)
  const day = 'substr(article.published, 1, 10)'
  const said = voice === 'all' ? '' : ' AND mention.voice = ?'
  return {
    articles: db
      .prepare<unknown[], DayFigures['articles'][number]>(`
        SELECT ${day} AS day, coalesce(article.outlet, '') AS outlet, article.language, count(*) AS articles,
          sum(${countedWords(filter)}) AS words
        FROM article WHERE ${where.sql} GROUP BY 1, article.outlet, article.language ORDER BY article.published IS NULL, 1, 2`)
      .all(...where.parameters),
    mentions:
      concept === undefined
        ? []
        : db
            .prepare<unknown[], DayFigures['mentions'][number]>(`
              SELECT ${day} AS day, coalesce(article.outlet, '') AS outlet, mention.frame, count(*) AS count
              FROM ${mentionView(filter)} AS mention JOIN article ON article.id = mention.article_id
              WHERE mention.concept = ?${said} AND ${where.sql} GROUP BY 1, article.outlet, mention.frame`)
            .all(concept, ...(voice === 'all' ? [] : [voice]), ...where.parameters),
  }
}

/** How many articles each outlet has in each language; by outlet. */
export function outletLanguageCounts(
  db: ReadableDatabase,
  filter: ArticleFilter,
): readonly { readonly outlet: string; readonly language: string; readonly articles: number }[] {
  const where = whereOf(filter)
  return db
    .prepare<unknown[], { outlet: string; language: string; articles: number }>(`
      SELECT coalesce(article.outlet, '') AS outlet, article.language, count(*) AS articles
      FROM article WHERE ${where.sql} GROUP BY article.outlet, article.language`)
    .all(...where.parameters)
}
