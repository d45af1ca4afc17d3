import { getArticle } from '#main/library/queries/articles.ts'
import { changeCount } from '#main/library/queries/concordance.ts'
import { storyFacts, unanalysedArticles } from '#main/library/queries/facts.ts'
import {
  type ArticleMention,
  conceptMentions,
  dayFigures,
  outletLanguageCounts,
  speakerCells,
} from '#main/library/queries/story-figures.ts'
import { bootstrapShare, DEFAULT_REPLICATES } from '#shared/analysis/statistics/bootstrap.ts'
import { FACT_WORDS } from '#shared/analysis/statistics/facts-words.ts'
import { fragility, type Movement } from '#shared/analysis/statistics/fragility.ts'
import { type OutletArticles, permutationTest } from '#shared/analysis/statistics/permutation.ts'
import { poolShares } from '#shared/analysis/statistics/pooling.ts'
import { DEFAULT_SEED } from '#shared/analysis/statistics/random.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import { FACT_KINDS } from '#shared/domain/fact.ts'
import type { ConceptFigure, OutletFigure } from '#shared/domain/figures.ts'
import type { LeftOut, Solidity, SolidOutlet, SpeakerFigures } from '#shared/domain/story-figures.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { framed } from './framed.ts'
import { breathe } from './in-turns.ts'
import { Kept } from './kept.ts'
import { rescore } from './store.ts'

/** Calls on a story as a whole: how solid its figures are, who says what, numbers given, days. */
export function storyFigureHandlers(engine: EngineContext): Handlers {
  const { db } = engine
  const solid = new Kept<Solidity | null>(ANSWERS)
  const tests = new Kept<Solidity['test']>(ANSWERS)
  return {
    'figures.solidity': (input) => {
      const { filter, concept, voice, outlets, seed = DEFAULT_SEED } = input
      const version = changeCount(db)
      return solid.of(version, JSON.stringify(input), () => {
        const found = framed(db, engine.lexicons, filter, concept, voice)
        if (found === null) return null
        const { figure, groups } = found
        const mentions = outlets.length === 0 ? [] : conceptMentions(db, filter, concept, { outlets })
        // The test is the same whichever outlets are asked for.
        const test = tests.of(version, JSON.stringify([filter, concept, voice, seed]), () =>
          permutationTest(groups, { seed, stream: figure.concept }),
        )
        return solidityOf(figure, { mentions, groups, test, voice, seed, outlets })
      })
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
const ANSWERS = 60

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
  {
    mentions,
    groups,
    test,
    voice,
    seed,
    outlets,
  }: {
    readonly mentions: readonly ArticleMention[]
    /** As `conceptRows` gives them. */
    readonly groups: readonly OutletArticles[]
    readonly test: Solidity['test']
    readonly voice: VoiceFilter
    readonly seed: number
    readonly outlets: readonly string[]
  },
): Solidity {
  const titles = new Map(mentions.map(({ articleId, title }) => [String(articleId), title]))
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
    test,
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
