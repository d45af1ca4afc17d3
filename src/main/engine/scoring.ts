import { basename } from 'node:path'
import { type ReadOptions, readInputs } from '#main/importing/read-inputs.ts'
import { type CountedArticle, compareFigures } from '#shared/analysis/statistics/figures.ts'
import type { Analysis } from '#shared/domain/analysis.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { Mention } from '#shared/domain/mention.ts'
import { isCounted } from '#shared/domain/voice.ts'
import { createScorer } from './scorer.ts'

export interface ScoredArticle {
  readonly draft: ArticleDraft
  readonly id: string
  readonly analysis: Analysis
}

export interface Failure {
  readonly file: string
  readonly message: string
}

/** Reads and scores one article after another. Failures are handed to `failed`, and the rest go on. */
export async function* scoreInputs(
  paths: readonly string[],
  options: ReadOptions,
  lexicons: readonly Lexicon[],
  failed: (failure: Failure) => void,
): AsyncGenerator<ScoredArticle> {
  const scorer = createScorer(lexicons)
  const ids = new Map<string, number>()
  for await (const input of readInputs(paths, options)) {
    if (input.kind === 'failed') {
      failed(input)
      continue
    }
    const { draft } = input
    const analysis = scorer.score(draft)
    yield { draft, id: stableId(draft, ids), analysis }
  }
}

/** The id that the input gives, else the file's name, numbered where one file holds several. */
function stableId(draft: ArticleDraft, taken: Map<string, number>): string {
  const wanted = draft.givenId ?? basename(draft.file).replace(/\.[^.]+$/, '')
  const before = taken.get(wanted) ?? 0
  taken.set(wanted, before + 1)
  return before === 0 ? wanted : `${wanted}-${before + 1}`
}

/** Whether a reader corrected a naming in the library. */
export type CorrectedNamings = (naming: Pick<Mention, 'start' | 'end' | 'concept'>) => boolean

/** One article as the command line's JSON gives it: what the rules found, and which of it a reader corrected. */
export function articleJson(
  { draft, id, analysis }: ScoredArticle,
  corrected: CorrectedNamings = () => false,
): object {
  return {
    id,
    file: draft.file,
    title: draft.title,
    outlet: draft.outlet,
    published: draft.published,
    language: draft.language,
    words: analysis.words,
    text: draft.text,
    sentences: analysis.sentences.map((one) => [one.start, one.end]),
    quotations: analysis.quotations.map((one) => ({
      start: one.start,
      end: one.end,
      kind: one.kind,
      speaker: one.speaker,
      speakerStart: one.speakerSpan?.start ?? null,
      speakerEnd: one.speakerSpan?.end ?? null,
      cue: one.cue,
      confidence: one.confidence,
      why: one.why,
    })),
    mentions: analysis.mentions.map((one) => ({
      start: one.start,
      end: one.end,
      text: one.text,
      concept: one.concept,
      frame: one.frame,
      term: one.term,
      language: one.language,
      voice: one.voice,
      speaker: one.speaker,
      section: one.section,
      negated: one.negated,
      naming: one.naming,
      tone: one.tone,
      confidence: one.confidence,
      why: one.why,
      corrected: corrected(one),
    })),
    people: analysis.people,
  }
}

const NO_OUTLET = 'no outlet given'

/** Figures of narration and of all voices, per outlet. */
export function outletFigures(articles: readonly CountedArticle[], lexicons: readonly Lexicon[]): object[] {
  const figures = {
    narration: compareFigures(articles, lexicons, 'narration'),
    all: compareFigures(articles, lexicons, 'all'),
  }
  const outlets = [...new Set(articles.map((one) => one.outlet))]
  return outlets.map((outlet) => {
    const mine = articles.filter((one) => one.outlet === outlet)
    const concepts = (voice: 'narration' | 'all') =>
      figures[voice].map((concept) => {
        const {
          articles: _a,
          words: _w,
          outlet: _o,
          ...figure
        } = concept.outlets.find((one) => one.outlet === outlet)!
        return { concept: concept.concept, ...figure }
      })
    return {
      outlet: outlet === NO_OUTLET ? null : outlet,
      articles: mine.length,
      words: mine.reduce((sum, one) => sum + one.words, 0),
      narration: concepts('narration'),
      all: concepts('all'),
    }
  })
}

export const counted = ({ draft, analysis }: ScoredArticle): CountedArticle => ({
  outlet: draft.outlet ?? NO_OUTLET,
  words: analysis.words,
  mentions: analysis.mentions
    .filter(isCounted)
    .map(({ concept, frame, voice }) => ({ concept, frame, voice })),
})
