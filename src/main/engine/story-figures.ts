import { getArticle } from '#main/library/queries/articles.ts'
import { storyFacts, unanalysedArticles } from '#main/library/queries/facts.ts'
import { figureCounts } from '#main/library/queries/figures.ts'
import {
  type ArticleMention,
  conceptMentions,
  dayFigures,
  outletLanguageCounts,
  speakerCells,
} from '#main/library/queries/story-figures.ts'
import { bootstrapShare, DEFAULT_REPLICATES } from '#shared/analysis/statistics/bootstrap.ts'
import { FACT_WORDS } from '#shared/analysis/statistics/facts-words.ts'
import { figuresFrom } from '#shared/analysis/statistics/figures.ts'
import { fragility, type Movement } from '#shared/analysis/statistics/fragility.ts'
import { permutationTest } from '#shared/analysis/statistics/permutation.ts'
import { poolShares } from '#shared/analysis/statistics/pooling.ts'
import { DEFAULT_SEED } from '#shared/analysis/statistics/random.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import { FACT_KINDS } from '#shared/domain/fact.ts'
import type { ConceptFigure, OutletFigure } from '#shared/domain/figures.ts'
import type { LeftOut, Solidity, SolidOutlet, SpeakerFigures } from '#shared/domain/story-figures.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { breathe } from './in-turns.ts'
import { rescore } from './store.ts'

/** Calls on a story as a whole: how solid its figures are, who says what, numbers given, days. */
export function storyFigureHandlers(engine: EngineContext): Handlers {
  const { db } = engine
  return {
    'figures.solidity': ({ filter, concept, voice, outlets, seed = DEFAULT_SEED }) => {
      const [figure] = figuresFrom(figureCounts(db, filter, voice, [concept]), engine.lexicons, voice)
      return figure === undefined
        ? null
        : solidityOf(figure, conceptMentions(db, filter, concept), voice, seed, outlets)
    },
    'figures.speakers': ({ filter, concept, limit }) => {
      const { cells, articles } = speakerCells(db, filter, concept)
      return speakersOf(cells, articles, limit)
    },
    'figures.days': ({ filter, concept, voice }) => dayFigures(db, filter, concept, voice),
    'figures.facts': async ({ filter }) => {
      await fillFacts(engine, filter)
      const articles = outletLanguageCounts(db, filter)
      const found = storyFacts(db, filter)
      return {
        outlets: [...new Set(articles.map(({ outlet }) => outlet))],
        unread: articles.reduce((sum, one) => (FACT_WORDS.has(one.language) ? sum : sum + one.articles), 0),
        kinds: FACT_KINDS.map((kind) => ({
          kind,
          facts: found.filter((one) => one.kind === kind).map(({ kind: _, ...fact }) => fact),
        })).filter(({ facts }) => facts.length > 0),
      }
    },
  }
}

const BREATHE_EVERY = 20

/** Analyses articles anew whose figures of people are not stored yet, answering waiting calls in between. */
export async function fillFacts(engine: EngineContext, filter: ArticleFilter): Promise<void> {
  for (const [at, id] of unanalysedArticles(engine.db, filter).entries()) {
    const article = getArticle(engine.db, id)
    if (article !== null) rescore(engine, article)
    if (at % BREATHE_EVERY === BREATHE_EVERY - 1) await breathe()
  }
}

/** The same figures as `compareOutlets` gives: seeds and streams are its own. */
export function solidityOf(
  figure: ConceptFigure,
  mentions: readonly ArticleMention[],
  voice: VoiceFilter,
  seed: number,
  outlets: readonly string[],
): Solidity {
  const column = new Map(figure.frames.map((frame, at) => [frame.id, at]))
  const byOutlet = new Map<string, Map<number, number[]>>(
    figure.outlets.map((one) => [one.outlet, new Map()]),
  )
  const titles = new Map<string, string>()
  for (const { articleId, outlet, title, frame, voice: said } of mentions) {
    titles.set(String(articleId), title)
    const at = column.get(frame)
    if (at === undefined || (voice !== 'all' && said !== voice)) continue
    const articles = byOutlet.get(outlet)!
    const row = articles.get(articleId) ?? figure.frames.map(() => 0)
    row[at]!++
    articles.set(articleId, row)
  }
  const groups = [...byOutlet].map(([outlet, articles]) => ({ outlet, articles: [...articles.values()] }))
  const pooling = poolShares(
    figure.outlets.map(({ outlet, frames }) => ({ outlet, counts: frames.map(({ count }) => count) })),
  )
  const named = (movement: Movement | null | undefined): LeftOut | null =>
    movement == null
      ? null
      : {
          low: movement.low,
          high: movement.high,
          lowWithout: titles.get(movement.lowWithout ?? '') ?? movement.lowWithout,
          highWithout: titles.get(movement.highWithout ?? '') ?? movement.highWithout,
        }
  const outletOf = (outlet: OutletFigure, at: number): SolidOutlet => {
    const rows = groups[at]!.articles
    const pooled = pooling?.outlets[at]
    const mine = mentions
      .filter((one) => one.outlet === outlet.outlet)
      .map(({ articleId, ...one }) => ({ ...one, article: String(articleId) }))
    return {
      outlet: outlet.outlet,
      count: outlet.count,
      enough: outlet.enough,
      mentioning: rows.length,
      pooledWeight: pooled?.weight ?? 0,
      frames: outlet.frames.map(({ frame, count, share, interval }, index) => {
        const moves = outlet.count === 0 ? null : fragility(mine, frame, voice)
        return {
          frame,
          count,
          share,
          interval,
          articleInterval: bootstrapShare(
            rows.map((row) => ({ part: row[index]!, whole: row.reduce((sum, one) => sum + one, 0) })),
            { seed, stream: [figure.concept, outlet.outlet, frame].join('\u0000') },
          ),
          pooled: pooled?.frames[index]?.pooled ?? null,
          pooledInterval: pooled?.frames[index]?.interval ?? null,
          byTerm: named(moves?.byTerm),
          byArticle: named(moves?.byArticle),
          verdict: moves?.verdict ?? null,
        }
      }),
    }
  }
  return {
    seed,
    replicates: DEFAULT_REPLICATES,
    concentration: pooling?.concentration ?? null,
    test: permutationTest(groups, { seed, stream: figure.concept }),
    outlets: figure.outlets.flatMap((outlet, at) =>
      outlets.includes(outlet.outlet) ? outletOf(outlet, at) : [],
    ),
  }
}

type Cell = SpeakerFigures['speakers'][number]['cells'][number]

/** Cells gathered by speaker, whoever says most first. */
export function speakersOf(
  cells: readonly (Cell & { readonly speaker: string | null })[],
  articles: ReadonlyMap<string | null, number>,
  limit: number,
): SpeakerFigures {
  const bySpeaker = new Map<string | null, Cell[]>()
  for (const { speaker, ...cell } of cells) {
    const mine = bySpeaker.get(speaker)
    if (mine === undefined) bySpeaker.set(speaker, [cell])
    else mine.push(cell)
  }
  const speakers = [...bySpeaker].map(([speaker, mine]) => ({
    speaker,
    count: mine.reduce((sum, { count }) => sum + count, 0),
    articles: articles.get(speaker) ?? 0,
    cells: mine,
  }))
  // Those who are not named come last, however many.
  speakers.sort(
    (a, b) =>
      Number(a.speaker === null) - Number(b.speaker === null) ||
      b.count - a.count ||
      ((a.speaker ?? '') < (b.speaker ?? '') ? -1 : 1),
  )
  return { total: speakers.length, speakers: speakers.slice(0, limit) }
}
