import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareFigures } from '#shared/analysis/statistics/figures.ts'
import type { Transport } from '#shared/contract/client.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import { ANALYSIS_VERSION } from '#shared/domain/analysis.ts'
import type { MentionLine } from '#shared/domain/figures.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { ArticleRow, ArticleView, FacetValue, LexiconSummary } from '#shared/domain/library.ts'
import { dispatch, type Handlers } from './dispatch.ts'
import { loadLexicons } from './lexicons/load.ts'
import { loadLanguages } from './load-languages.ts'
import { scoreInputs } from './scoring.ts'

export interface EngineOptions {
  readonly root: string
  readonly libraryFile: string
}

export type Engine = Transport & { close(): Promise<void> }

const SAMPLE_STORY = 1
const CONTEXT = 90

/**
 * The engine over the sample story. It holds the scored articles in memory and reads nothing but the shipped files;
 * storing a person's own articles comes with the library.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  await loadLanguages()
  const lexicons = await loadLexicons(join(options.root, 'resources/lexicons'))
  const articles = await sampleArticles(options.root, lexicons)
  const handlers = handlersOf(options, lexicons, articles)
  return {
    send: (request) => dispatch(handlers, request),
    listen: () => () => {},
    close: async () => {},
  }
}

async function sampleArticles(root: string, lexicons: readonly Lexicon[]): Promise<ArticleView[]> {
  const articles: ArticleView[] = []
  let mention = 0
  const paths = ['seeds/articles']
  const options = { base: root, clean: false, manifest: join(root, 'seeds/manifest.csv') }
  for await (const { draft, analysis } of scoreInputs(paths, options, lexicons, () => {})) {
    articles.push({
      id: articles.length + 1,
      storyId: SAMPLE_STORY,
      file: draft.file,
      title: draft.title,
      outlet: draft.outlet,
      byline: draft.byline,
      published: draft.published,
      language: draft.language,
      url: draft.url,
      words: analysis.words,
      text: draft.text,
      guesses: draft.guesses,
      leftOut: draft.leftOut,
      extra: draft.extra,
      sentences: analysis.sentences,
      quotations: analysis.quotations,
      people: analysis.people,
      mentions: analysis.mentions.map((one) => ({ ...one, id: ++mention })),
      analysisVersion: ANALYSIS_VERSION,
      addedAt: '',
    })
  }
  return articles
}

function handlersOf(
  options: EngineOptions,
  lexicons: readonly Lexicon[],
  articles: readonly ArticleView[],
): Handlers {
  const { version } = JSON.parse(readFileSync(join(options.root, 'package.json'), 'utf8')) as {
    version: string
  }
  const settings = new Map<string, string>()
  const days = articles
    .map((one) => one.published ?? '')
    .filter(Boolean)
    .sort()
  const story = {
    id: SAMPLE_STORY,
    title: 'Port Veska blockade',
    sample: true,
    articles: articles.length,
    outlets: new Set(articles.map((one) => one.outlet)).size,
    firstPublished: days[0] ?? null,
    lastPublished: days.at(-1) ?? null,
  }
  const selected = (filter: ArticleFilter) => articles.filter((one) => fits(one, filter))
  const sorted = (filter: ArticleFilter, descending: boolean) => {
    const found = selected(filter).toSorted((a, b) => (a.published ?? '').localeCompare(b.published ?? ''))
    return descending ? found.reverse() : found
  }
  return {
    'app.state': () => ({
      version,
      analysisVersion: ANALYSIS_VERSION,
      libraryFile: options.libraryFile,
      articles: articles.length,
      sampleOnly: true,
      sampleStoryId: SAMPLE_STORY,
      staleArticles: 0,
      settings: Object.fromEntries(settings),
      imports: [],
    }),
    'settings.set': ({ key, value }) => {
      settings.set(key, value)
      return null
    },
    'stories.list': () => [story],
    'articles.list': ({ filter, descending, offset, limit, concept }) => {
      const rows = sorted(filter, descending)
      return {
        total: rows.length,
        rows: rows.slice(offset, offset + limit).map((one) => rowOf(one, concept, lexicons)),
      }
    },
    'articles.ids': ({ filter, descending }) => sorted(filter, descending).map((one) => one.id),
    'articles.facets': ({ filter }) => {
      const found = selected(filter)
      return {
        total: found.length,
        stories: [{ id: SAMPLE_STORY, title: story.title, count: found.length }],
        outlets: facet(found.map((one) => one.outlet)),
        languages: facet(found.map((one) => one.language)),
        guessed: found.filter((one) => Object.keys(one.guesses).length > 0).length,
        firstPublished: story.firstPublished,
        lastPublished: story.lastPublished,
      }
    },
    'articles.get': ({ id }) => articles.find((one) => one.id === id) ?? null,
    'lexicons.list': () => lexicons.map(summaryOf),
    'lexicons.get': ({ id }) => lexicons.find((one) => one.id === id) ?? null,
    'figures.compare': ({ filter, lexicon, voice }) => {
      const packs = lexicons.filter((one) => one.id === lexicon)
      const counted = selected(filter).map((one) => ({
        outlet: one.outlet ?? '',
        words: one.words,
        mentions: one.mentions,
      }))
      return {
        lexicons: packs.map(({ id, version: v }) => ({ id, version: v })),
        concepts: compareFigures(counted, packs, voice),
      }
    },
    'figures.mentions': ({ filter, concept, frame, outlet, voice, speaker, sort, offset, limit }) => {
      const lines = selected(filter)
        .filter((one) => outlet === undefined || one.outlet === outlet)
        .flatMap((article) =>
          article.mentions
            .filter(
              (one) =>
                one.concept === concept &&
                (frame === undefined || one.frame === frame) &&
                (voice === 'all' || one.voice === voice) &&
                (speaker === undefined || one.speaker === speaker),
            )
            .map((one) => lineOf(article, one)),
        )
      const order =
        sort === 'outlet' ? (a: MentionLine, b: MentionLine) => a.outlet.localeCompare(b.outlet) : byDay
      const ordered = lines.toSorted(order)
      return {
        total: lines.length,
        lines: (sort === 'newest' ? ordered.reverse() : ordered).slice(offset, offset + limit),
      }
    },
  }
}

const byDay = (a: MentionLine, b: MentionLine): number => (a.published ?? '').localeCompare(b.published ?? '')

function fits(article: ArticleView, filter: ArticleFilter): boolean {
  const words = (filter.query ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return (
    (filter.storyId === undefined || filter.storyId === article.storyId) &&
    (filter.outlets === undefined || filter.outlets.includes(article.outlet)) &&
    (filter.languages === undefined || filter.languages.includes(article.language)) &&
    (filter.from === undefined || (article.published ?? '') >= filter.from) &&
    (filter.to === undefined || (article.published ?? '\uffff') <= filter.to) &&
    (filter.guessedOnly !== true || Object.keys(article.guesses).length > 0) &&
    words.every((word) => article.text.toLowerCase().includes(word))
  )
}

function rowOf(article: ArticleView, concept: string | undefined, lexicons: readonly Lexicon[]): ArticleRow {
  const { id, storyId, title, outlet, published, language, words } = article
  const frames = lexicons.flatMap((one) => one.concepts).find((one) => one.id === concept)?.frames
  return {
    id,
    storyId,
    title,
    snippet: article.text.replace(title, '').trim().slice(0, 140),
    outlet,
    published,
    language,
    words,
    guessedFields: Object.keys(article.guesses) as ArticleRow['guessedFields'],
    frames:
      frames?.map(
        (frame) => article.mentions.filter((one) => one.concept === concept && one.frame === frame.id).length,
      ) ?? null,
  }
}

function lineOf(article: ArticleView, mention: ArticleView['mentions'][number]): MentionLine {
  const { start, end, text, concept, frame, term, voice, confidence, speaker, cue, section, negated, tone } =
    mention
  return {
    mentionId: mention.id,
    articleId: article.id,
    outlet: article.outlet ?? '',
    title: article.title,
    published: article.published,
    start,
    end,
    before: article.text.slice(Math.max(0, start - CONTEXT), start),
    text,
    after: article.text.slice(end, end + CONTEXT),
    concept,
    frame,
    term,
    voice,
    confidence,
    speaker,
    cue,
    section,
    negated,
    tone,
  }
}

function facet(values: readonly (string | null)[]): FacetValue[] {
  return [...new Set(values)].map((value) => ({
    value,
    label: value ?? '',
    count: values.filter((one) => one === value).length,
  }))
}

const summaryOf = (lexicon: Lexicon): LexiconSummary => ({
  id: lexicon.id,
  version: lexicon.version,
  label: lexicon.label,
  note: lexicon.note,
  languages: [
    ...new Set(lexicon.concepts.flatMap((one) => one.frames.flatMap((frame) => Object.keys(frame.terms)))),
  ],
  concepts: lexicon.concepts.map((concept) => ({
    id: concept.id,
    label: concept.label,
    frames: concept.frames.map((frame) => ({
      id: frame.id,
      label: frame.label,
      terms: Object.values(frame.terms).reduce((sum, terms) => sum + terms.length, 0),
    })),
  })),
})
