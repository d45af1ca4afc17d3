import { getAnalysis, lexiconsOf, markStale } from '#main/library/queries/analyses.ts'
import {
  articleFacets,
  articleIds,
  articleRows,
  confirmGuesses,
  countSelected,
  getArticle,
  removeArticles,
  restoreArticles,
  setText,
  updateArticles,
} from '#main/library/queries/articles.ts'
import { leaveOut, putBack } from '#shared/analysis/text/put-back.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import { mergedConcepts } from '#shared/domain/concepts.ts'
import type { ArticleView } from '#shared/domain/library.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { rescore } from './store.ts'

/** Fields that the analysis reads: when one changes, the article is analysed anew. */
const ANALYSED = ['title', 'outlet', 'byline', 'language'] as const

/** Calls on articles. `rescoreStale` has what became stale analysed anew in the background. */
export function articleHandlers(engine: EngineContext, rescoreStale: () => void): Handlers {
  const { db } = engine
  return {
    'articles.list': ({ filter, concept, ...page }) => ({
      total: countSelected(db, filter),
      rows: articleRows(db, filter, page, concept === undefined ? null : framesOf(engine, concept)),
    }),
    'articles.ids': ({ filter, ...order }) => articleIds(db, filter, order),
    'articles.facets': ({ filter }) => articleFacets(db, filter),
    'articles.get': ({ id }) => articleView(engine, id),
    'articles.update': ({ ids, set }) => {
      const anew = ANALYSED.some((field) => set[field] !== undefined)
      db.transaction(() => {
        updateArticles(db, ids, set)
        if (anew) markStale(db, ids)
      })()
      const only = ids.length === 1 ? getArticle(db, ids[0]!) : null
      if (anew && only !== null) rescore(engine, only)
      else if (anew) rescoreStale()
      engine.changed('articles', 'stories', 'figures')
      return null
    },
    'articles.confirm': ({ ids, fields }) => {
      confirmGuesses(db, ids, fields)
      engine.changed('articles')
      return null
    },
    'articles.remove': ({ ids }) => {
      removeArticles(db, ids, engine.now())
      engine.changed('articles', 'stories', 'figures')
      return null
    },
    'articles.restore': ({ ids }) => {
      restoreArticles(db, ids)
      engine.changed('articles', 'stories', 'figures')
      return null
    },
    'articles.putBack': ({ id, originalStart, keep }) => {
      const article = getArticle(db, id)
      if (article === null) throw new ParallaxError('not-found', 'This article is no longer in the library.')
      const changed = (keep ? putBack : leaveOut)(article, originalStart)
      if (changed === null) throw new ParallaxError('not-found', 'There is no such passage in this article.')
      db.transaction(() => {
        setText(db, id, changed)
        rescore(engine, { ...article, ...changed })
      })()
      engine.changed('articles', 'figures')
      return articleView(engine, id)!
    },
  }
}

function framesOf(engine: EngineContext, concept: string): { id: string; frames: string[] } {
  const frames = mergedConcepts(engine.lexicons).get(concept)?.frames ?? []
  return { id: concept, frames: frames.map(({ id }) => id) }
}

/** An article with its analysis, or null. */
export function articleView(engine: EngineContext, id: number): ArticleView | null {
  const article = getArticle(engine.db, id)
  if (article === null) return null
  const analysis = getAnalysis(engine.db, id)
  return {
    ...article,
    sentences: analysis?.sentences ?? [],
    quotations: analysis?.quotations ?? [],
    people: analysis?.people ?? [],
    mentions: analysis?.mentions ?? [],
    analysisVersion: analysis?.analysisVersion ?? '',
    lexicons: lexiconsOf(analysis?.lexiconVersions ?? ''),
  }
}
