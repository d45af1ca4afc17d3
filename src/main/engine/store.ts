import type { WritableDatabase } from '#main/library/connection.ts'
import { type Provenance, staleArticleIds, storeAnalysis } from '#main/library/queries/analyses.ts'
import { findSame, getArticle, insertArticle, type StoredArticle } from '#main/library/queries/articles.ts'
import { forgetWords } from '#main/library/queries/words.ts'
import { ANALYSIS_VERSION, type Analysis } from '#shared/domain/analysis.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import type { EngineContext } from './context.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { reapply } from './reapply.ts'
import type { Scorer } from './scorer.ts'

export type Stored =
  | { readonly kind: 'added'; readonly id: number }
  | { readonly kind: 'already-here'; readonly id: number; readonly title: string }

/** An analysis with what it was made with. */
export interface Analysed {
  readonly analysis: Analysis
  readonly provenance: Provenance
}

/** Analyses a draft and stores both in one transaction, unless the same text is in the library. */
export function storeDraft(
  { db, scorer, now }: { readonly db: WritableDatabase; readonly scorer: Scorer; readonly now: () => string },
  draft: ArticleDraft,
  storyId: number | null,
  analysed?: Analysed,
): Stored {
  const fingerprints = fingerprintsOf(draft.text)
  const same = findSame(db, fingerprints.folded)
  if (same !== null) return { kind: 'already-here', ...same }
  const { analysis, provenance } = analysed ?? {
    analysis: scorer.score(draft),
    provenance: scorer.provenance(draft.language),
  }
  const id = storing(db, () => {
    const added = insertArticle(db, draft, {
      storyId,
      words: analysis.words,
      fingerprints,
      addedAt: now(),
    })
    storeAnalysis(db, added, analysis, provenance)
    return added
  })
  return { kind: 'added', id }
}

/** Analyses a stored article anew. */
export function rescore({ db, scorer }: EngineContext, article: StoredArticle): void {
  const analysis = scorer.score(article)
  storing(db, () => {
    storeAnalysis(db, article.id, analysis, scorer.provenance(article.language))
    // A reader's corrections outlive the analysis that they correct.
    reapply({ db }, article)
  })
}

/** One transaction; when it is undone, so are the numbers of the words that it stored. */
function storing<Value>(db: WritableDatabase, work: () => Value): Value {
  try {
    return db.transaction(work)()
  } catch (error) {
    forgetWords(db)
    throw error
  }
}

/** Ids of articles whose stored analysis is not of this version of the analysis and the packs. */
export function staleIds({ db, scorer }: EngineContext): number[] {
  const current = new Map(
    scorer.languages.map((language) => [language, scorer.provenance(language).lexiconVersions]),
  )
  return staleArticleIds(db, ANALYSIS_VERSION, current, '')
}

const TELL_EVERY_MS = 1000

/** Keeps stored analyses current: one article after another, with every waiting call answered in between. */
export function createRescorer(engine: EngineContext): {
  /** Looks for stale articles and starts on them, unless that is under way. */
  start(): void
  waiting(): number
  stop(): Promise<void>
} {
  let queue: number[] = []
  let running: Promise<void> | null = null
  let stopped = false
  const run = async () => {
    let told = Date.now()
    while (!stopped) {
      const id = queue.shift()
      if (id === undefined) break
      const article = getArticle(engine.db, id)
      try {
        if (article !== null) rescore(engine, article)
      } catch (error) {
        // It keeps its old scores and stays stale, to be tried again at the next start; the others go on.
        console.error(`Article ${id} could not be scored anew:`, error)
      }
      if (Date.now() - told > TELL_EVERY_MS) {
        told = Date.now()
        engine.changed('figures')
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
    running = null
    if (!stopped) engine.changed('articles', 'figures')
  }
  return {
    start: () => {
      queue = staleIds(engine)
      if (queue.length > 0) running ??= run()
    },
    waiting: () => queue.length,
    stop: async () => {
      stopped = true
      await running
    },
  }
}
