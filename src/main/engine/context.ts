import type { WritableDatabase } from '#main/library/connection.ts'
import type { Events } from '#shared/contract/contract.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { Packs } from './lexicons/packs.ts'
import type { Scorer } from './scorer.ts'

export type Area = Events['library.changed']['areas'][number]

/** What every area of the engine works with. */
export interface EngineContext {
  readonly root: string
  readonly libraryFile: string
  readonly db: WritableDatabase
  /** Entry of the threads that analyse a large import; null: the engine's own thread analyses. */
  readonly analystUrl: URL | null
  readonly packs: Packs
  /** The packs that are switched on, as they are now: read it when it is needed, and do not keep it. */
  readonly lexicons: readonly Lexicon[]
  /** Scores with those packs. */
  readonly scorer: Scorer
  readonly emit: <Name extends keyof Events>(event: Name, value: Events[Name]) => void
  /** Tells the front that these areas changed. */
  readonly changed: (...areas: Area[]) => void
  /** The time, as ISO 8601. */
  readonly now: () => string
}
