import type { WritableDatabase } from '#main/library/connection.ts'
import { restampAnalyses } from '#main/library/queries/lexicons.ts'
import { ANALYSIS_VERSION } from '#shared/domain/analysis.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import { createScorer } from '../scorer.ts'
import { changesBetween } from './changes.ts'
import { candidateIds } from './preview.ts'

/**
 * After a change of packs: articles in which no changed term can begin and none that went was found would be scored exactly as
 * they are stored, so they are given the new versions at once; only the others stay stale and are scored anew. Call it inside
 * the transaction of the change.
 * @param before the packs that were in use, in the order in which they decide
 * @param after the same as they are now
 */
export function restamp(db: WritableDatabase, before: readonly Lexicon[], after: readonly Lexicon[]): void {
  const was = createScorer(before)
  const is = createScorer(after)
  // A mention names pack and term too, so these count as a change here.
  const touched = candidateIds(db, {}, changesBetween(before, after, 'term'))
  for (const language of new Set([...was.languages, ...is.languages])) {
    const from = was.provenance(language).lexiconVersions
    const to = is.provenance(language).lexiconVersions
    if (from !== to)
      restampAnalyses(db, { language, analysisVersion: ANALYSIS_VERSION, from, to, except: touched })
  }
}
