import { figureCounts, mentionLines, mentionsByConcept } from '#main/library/queries/figures.ts'
import { figuresFrom } from '#shared/analysis/statistics/figures.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'

/** Calls on figures and the mentions behind them. */
export function figureHandlers(engine: EngineContext): Handlers {
  const { db } = engine
  return {
    'figures.compare': ({ filter, lexicon, voice }) => {
      const { lexicons } = engine
      const concepts = conceptsOf(lexicons, lexicon)
      // A concept means the same in every pack that has it, so its mentions count whichever pack found them.
      const packs = lexicons.filter((one) => one.concepts.some(({ id }) => concepts.has(id)))
      return {
        lexicons: packs.map(({ id, version }) => ({ id, version })),
        concepts: figuresFrom(figureCounts(db, filter, voice, [...concepts]), packs, voice),
      }
    },
    'figures.concepts': ({ filter }) =>
      [...mentionsByConcept(db, filter)].map(([concept, mentions]) => ({ concept, mentions })),
    'figures.mentions': ({ sort, offset, limit, ...selection }) =>
      mentionLines(db, selection, { sort, offset, limit }),
  }
}

/** Ids of the concepts of a pack and of the packs that it extends. */
function conceptsOf(lexicons: readonly Lexicon[], id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  for (let next: string | undefined = id; next !== undefined && !seen.has(next); ) {
    seen.add(next)
    const pack = lexicons.find((one) => one.id === next)
    for (const concept of pack?.concepts ?? []) found.add(concept.id)
    next = pack?.extends
  }
  return found
}
