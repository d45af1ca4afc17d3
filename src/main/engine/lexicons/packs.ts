import type { ReadableDatabase } from '#main/library/connection.ts'
import { lexiconsOff, ownLexicons } from '#main/library/queries/lexicons.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { LexiconView } from '#shared/domain/lexicon-editing.ts'
import { createScorer, type Scorer } from '../scorer.ts'

/** The packs of a library as they are now: shipped ones and the person's own. */
export interface Packs {
  /** Every pack, shipped ones first, own ones in the order in which they were made. */
  readonly all: readonly LexiconView[]
  /** Those that are switched on, in that order: a frame keeps its place and colour whichever own packs there are. */
  readonly inUse: readonly Lexicon[]
  readonly shipped: readonly Lexicon[]
  readonly scorer: Scorer
  /** Reads the own packs anew, after one was stored. */
  reload(): void
}

/**
 * The order in which packs decide between equally long matches: the person's own come before shipped ones, and of their
 * own the one made last.
 */
export function scoringOrder(packs: readonly Lexicon[], shipped: readonly Lexicon[]): readonly Lexicon[] {
  const ids = new Set(shipped.map((one) => one.id))
  const own = packs.filter((one) => !ids.has(one.id))
  return [...own.reverse(), ...packs.filter((one) => ids.has(one.id))]
}

/** Reads a library's own packs and puts them beside the shipped ones. */
export function createPacks(db: ReadableDatabase, shipped: readonly Lexicon[]): Packs {
  let now = readPacks(db, shipped)
  return {
    get all() {
      return now.all
    },
    get inUse() {
      return now.inUse
    },
    get scorer() {
      return now.scorer
    },
    shipped,
    reload: () => {
      now = readPacks(db, shipped)
    },
  }
}

function readPacks(db: ReadableDatabase, shipped: readonly Lexicon[]): Omit<Packs, 'reload' | 'shipped'> {
  const off = lexiconsOff(db)
  const all: LexiconView[] = [
    ...shipped.map((one) => ({ ...one, own: false, enabled: !off.has(one.id), savedAt: null })),
    ...ownLexicons(db).map(({ lexicon, savedAt }) => ({
      ...lexicon,
      own: true,
      enabled: !off.has(lexicon.id),
      savedAt,
    })),
  ]
  const inUse = all.filter((one) => one.enabled)
  return { all, inUse, scorer: createScorer(scoringOrder(inUse, shipped)) }
}
