import { changeCount } from '#main/library/queries/concordance.ts'
import { conceptMentions } from '#main/library/queries/story-figures.ts'
import { DEFAULT_REPLICATES } from '#shared/analysis/statistics/bootstrap.ts'
import { byArticle } from '#shared/analysis/statistics/by-article.ts'
import { differences } from '#shared/analysis/statistics/differences.ts'
import { saliences } from '#shared/analysis/statistics/prominence.ts'
import { DEFAULT_SEED } from '#shared/analysis/statistics/random.ts'
import { tonesAround } from '#shared/analysis/statistics/tone-around.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { framed } from './framed.ts'
import { inTurns } from './in-turns.ts'
import { Kept } from './kept.ts'

const ANSWERS = 12

/** Calls on how outlets stand apart: differences, headline and lead, tone. Answers are kept until anything changes. */
export function apartHandlers(engine: EngineContext): Handlers {
  const { db } = engine
  const kept = new Kept<Promise<CallOutput<'figures.differences'>>>(ANSWERS)
  const fronts = new Kept<Promise<CallOutput<'figures.salience'>>>(ANSWERS)
  const tones = new Kept<Promise<CallOutput<'figures.tone'>>>(ANSWERS)
  return {
    'figures.differences': (input) =>
      kept.of(changeCount(db), JSON.stringify(input), async () => {
        const { filter, concept, voice, seed = DEFAULT_SEED } = input
        const both = framed(db, engine.lexicons, filter, concept, voice)
        if (both === null) return null
        const found = await inTurns(differences(both.figure, both.groups, { seed }))
        return { seed, draws: DEFAULT_REPLICATES, ...found }
      }),
    'figures.salience': (input) =>
      fronts.of(changeCount(db), JSON.stringify(input), async () => {
        const { filter, concept, voice, seed = DEFAULT_SEED } = input
        const articles = byArticle(conceptMentions(db, filter, concept, { voice }))
        return { seed, draws: DEFAULT_REPLICATES, rows: await inTurns(saliences(articles, voice, { seed })) }
      }),
    'figures.tone': (input) =>
      tones.of(changeCount(db), JSON.stringify(input), async () => {
        const { filter, concept, voice, seed = DEFAULT_SEED } = input
        const articles = byArticle(conceptMentions(db, filter, concept, { voice }))
        return {
          seed,
          draws: DEFAULT_REPLICATES,
          rows: await inTurns(tonesAround(articles, { seed, voice })),
        }
      }),
  }
}
