import { openLibrary, type WritableDatabase } from '#main/library/connection.ts'
import { storeAnalysis } from '#main/library/queries/analyses.ts'
import { insertArticle } from '#main/library/queries/articles.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import type { Mention } from '#shared/domain/mention.ts'

export const memoryLibrary = (): WritableDatabase => openLibrary(':memory:')

export const draft = (over: Partial<ArticleDraft> = {}): ArticleDraft => ({
  file: 'a.txt',
  givenId: null,
  title: 'Gates closed',
  outlet: 'The Harbor Courier',
  byline: null,
  published: '2031-03-05',
  language: 'en',
  url: null,
  story: null,
  original: 'Gates closed\n\nThe gates of the harbour were closed.',
  text: 'Gates closed\n\nThe gates of the harbour were closed.',
  leftOut: [],
  guesses: {},
  extra: {},
  ...over,
})

export const mention = (over: Partial<Mention> = {}): Mention => ({
  start: 0,
  end: 5,
  text: 'Gates',
  lexicon: 'test',
  concept: 'gates',
  frame: 'open',
  term: 'gate',
  language: 'en',
  voice: 'narration',
  confidence: 1,
  speaker: null,
  person: null,
  cue: null,
  quotation: null,
  section: 'body',
  negated: false,
  naming: null,
  tone: 0,
  why: { rule: 'narration.no-marks', values: {} },
  ...over,
})

let counter = 0

/** Stores an article with mentions and answers its id. */
export function add(
  db: WritableDatabase,
  over: Partial<ArticleDraft> = {},
  mentions: readonly Mention[] = [],
  more: { storyId?: number; words?: number } = {},
): number {
  const one = draft(over)
  counter++
  const id = insertArticle(db, one, {
    storyId: more.storyId ?? null,
    words: more.words ?? 100,
    fingerprints: { exact: `e${counter}`, folded: `f${counter}` },
    addedAt: '2031-03-06T00:00:00Z',
  })
  storeAnalysis(
    db,
    id,
    { language: one.language, words: more.words ?? 100, sentences: [], quotations: [], people: [], mentions },
    { analysisVersion: '1', lexiconVersions: 'test@1.0.0' },
  )
  return id
}
