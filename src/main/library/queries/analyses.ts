import type { Analysis } from '#shared/domain/analysis.ts'
import type { Explanation } from '#shared/domain/explanation.ts'
import type { LexiconRef } from '#shared/domain/lexicon.ts'
import type { ArticleView } from '#shared/domain/library.ts'
import type { Mention, NamingAct } from '#shared/domain/mention.ts'
import type { Person, Quotation } from '#shared/domain/quotation.ts'
import type { Span } from '#shared/domain/span.ts'
import type { Voice } from '#shared/domain/voice.ts'
import type { ReadableDatabase, WritableDatabase } from '../connection.ts'
import { prepared } from '../prepared.ts'
import { storeFacts } from './facts.ts'
import { storeWords } from './words.ts'

/** What a stored analysis was made with. */
export interface Provenance {
  readonly analysisVersion: string
  /** The packs applied, as `id@version`, sorted and joined by a blank. */
  readonly lexiconVersions: string
}

const INSERT_MENTION = `
  INSERT INTO mention (article_id, start_at, end_at, text, lexicon, concept, frame, term, language, voice, confidence,
    speaker, person, cue, quotation, section, negated, naming, tone, why)
  VALUES (@articleId, @start, @end, @text, @lexicon, @concept, @frame, @term, @language, @voice, @confidence,
    @speaker, @person, @cue, @quotation, @section, @negated, @naming, @tone, @why)`

/** The packs that `lexiconVersions` names. */
export const lexiconsOf = (lexiconVersions: string): LexiconRef[] =>
  lexiconVersions
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => ({ id: one.slice(0, one.indexOf('@')), version: one.slice(one.indexOf('@') + 1) }))

/** Stores an article's analysis in place of an earlier one. Call it inside a transaction. */
export function storeAnalysis(
  db: WritableDatabase,
  articleId: number,
  analysis: Analysis,
  provenance: Provenance,
): void {
  prepared(db, 'DELETE FROM mention WHERE article_id = ?').run(articleId)
  prepared(db, 'UPDATE article SET words = ? WHERE id = ?').run(analysis.words, articleId)
  prepared(
    db,
    `
    INSERT INTO analysis (article_id, analysis_version, lexicon_versions, sentences, quotations, people)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (article_id) DO UPDATE SET analysis_version = excluded.analysis_version,
      lexicon_versions = excluded.lexicon_versions, sentences = excluded.sentences,
      quotations = excluded.quotations, people = excluded.people`,
  ).run(
    articleId,
    provenance.analysisVersion,
    provenance.lexiconVersions,
    JSON.stringify(analysis.sentences.map(({ start, end }) => [start, end])),
    JSON.stringify(analysis.quotations),
    JSON.stringify(analysis.people),
  )
  if (analysis.sequence === undefined)
    prepared(db, 'DELETE FROM article_words WHERE article_id = ?').run(articleId)
  else storeWords(db, articleId, analysis.sequence)
  storeFacts(db, articleId, analysis.facts ?? [])
  const insert = prepared(db, INSERT_MENTION)
  for (const { start, end, text, lexicon, concept, frame, term, language, ...one } of analysis.mentions) {
    const { voice, confidence, speaker, person, cue, quotation, section, negated, naming, tone, why } = one
    insert.run({
      articleId,
      start,
      end,
      text,
      lexicon,
      concept,
      frame,
      term,
      language,
      voice,
      confidence,
      speaker,
      person,
      cue,
      quotation,
      section,
      negated: negated ? 1 : 0,
      naming: naming === null ? null : JSON.stringify(naming),
      tone,
      why: JSON.stringify(why),
    })
  }
}

export interface StoredAnalysis extends Provenance {
  readonly sentences: readonly Span[]
  readonly quotations: readonly Quotation[]
  readonly people: readonly Person[]
  readonly mentions: ArticleView['mentions']
}

type MentionRow = Omit<Mention, 'negated' | 'naming' | 'why'> & {
  readonly naming: string | null
  readonly id: number
  readonly negated: number
  readonly why: string
  readonly correctionId: number | null
  readonly correctedVoice: Voice | null
  readonly correctedSpeaker: string | null
  readonly struckOut: number
  readonly added: number
}

const MENTION_COLUMNS = `mention.id, mention.start_at AS start, mention.end_at AS end, mention.text, mention.lexicon,
  mention.concept, mention.frame, mention.term, mention.language, mention.voice, mention.confidence, mention.speaker,
  mention.person, mention.cue, mention.quotation, mention.section, mention.negated, mention.naming, mention.tone, mention.why,
  mention.correction_id AS correctionId, mention.corrected_voice AS correctedVoice,
  mention.corrected_speaker AS correctedSpeaker, mention.struck_out AS struckOut, mention.added`

/** What is stored of an article's analysis; null when it has none. */
export function getAnalysis(db: ReadableDatabase, articleId: number): StoredAnalysis | null {
  const row = db
    .prepare<
      [number],
      {
        analysisVersion: string
        lexiconVersions: string
        sentences: string
        quotations: string
        people: string
      }
    >(`
      SELECT analysis_version AS analysisVersion, lexicon_versions AS lexiconVersions, sentences, quotations, people
      FROM analysis WHERE article_id = ?`)
    .get(articleId)
  if (row === undefined) return null
  const mentions = db
    .prepare<[number], MentionRow>(
      `SELECT ${MENTION_COLUMNS} FROM mention WHERE article_id = ? ORDER BY start_at, id`,
    )
    .all(articleId)
  return {
    analysisVersion: row.analysisVersion,
    lexiconVersions: row.lexiconVersions,
    sentences: (JSON.parse(row.sentences) as [number, number][]).map(([start, end]) => ({ start, end })),
    quotations: JSON.parse(row.quotations) as Quotation[],
    people: JSON.parse(row.people) as Person[],
    mentions: mentions.map(toMention),
  }
}

function toMention(row: MentionRow): ArticleView['mentions'][number] {
  const { correctionId, correctedVoice, correctedSpeaker, struckOut, added, ...found } = row
  const mention = {
    ...found,
    negated: found.negated === 1,
    naming: found.naming === null ? null : (JSON.parse(found.naming) as NamingAct),
    why: JSON.parse(found.why) as Explanation,
  }
  if (correctionId === null) return { ...mention, correction: null }
  const kind = added === 1 ? 'missed' : struckOut === 1 ? 'not-a-mention' : 'voice'
  return {
    ...mention,
    ...(correctedVoice === null ? {} : { voice: correctedVoice, speaker: correctedSpeaker, confidence: 1 }),
    correction: {
      id: correctionId,
      kind,
      found: kind === 'missed' ? null : { voice: found.voice, speaker: found.speaker },
    },
  }
}

/**
 * Articles whose analysis is missing or was made by another version of the analysis or the lexicons.
 * `current` gives, by language, the packs that apply now; any other language takes `otherwise`.
 */
export function staleArticleIds(
  db: ReadableDatabase,
  analysisVersion: string,
  current: ReadonlyMap<string, string>,
  otherwise: string,
): number[] {
  return db
    .prepare<unknown[], number>(`
      SELECT article.id FROM article LEFT JOIN analysis ON analysis.article_id = article.id
      LEFT JOIN json_each(@current) AS now ON now.key = article.language
      WHERE article.removed_at IS NULL AND (analysis.article_id IS NULL OR analysis.analysis_version <> @analysisVersion
        OR analysis.lexicon_versions <> coalesce(now.value, @otherwise))
      ORDER BY article.id`)
    .pluck()
    .all({ current: JSON.stringify(Object.fromEntries(current)), analysisVersion, otherwise })
}

/** Has these articles analysed anew at the next round. */
export const markStale = (db: WritableDatabase, ids: readonly number[]): void => {
  db.prepare(
    "UPDATE analysis SET analysis_version = '' WHERE article_id IN (SELECT value FROM json_each(?))",
  ).run(JSON.stringify(ids))
}
