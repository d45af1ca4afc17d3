import { changeCount } from '#main/library/queries/concordance.ts'
import { heldThings } from '#main/library/queries/silences.ts'
import { outletLanguageCounts } from '#main/library/queries/story-figures.ts'
import { coverOf, silenceOverview, silencesFrom } from '#shared/analysis/statistics/silences.ts'
import type { Silence } from '#shared/domain/silence.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { Kept } from './kept.ts'
import { fillFacts } from './story-figures.ts'

/** Calls on what the other outlets of a story have and one has not. */
export function silenceHandlers(engine: EngineContext): Handlers {
  const { db } = engine
  const kept = new Kept<readonly Silence[]>(4)
  return {
    'figures.silences': async ({ filter, outlet, minOutlets, limit }) => {
      await fillFacts(engine, filter)
      const outlets = outletLanguageCounts(db, filter)
      const rows = kept.of(changeCount(db), JSON.stringify([filter, minOutlets]), () =>
        silencesFrom(heldThings(db, filter), outlets, { minOutlets, covers: coverOf(engine.lexicons) }),
      )
      return {
        minOutlets,
        overview: silenceOverview(rows, outlets),
        rows: rows.filter((one) => one.outlet === outlet).slice(0, limit),
      }
    },
  }
}
