import { getAnalysis } from '#main/library/queries/analyses.ts'
import { getArticle, type StoredArticle } from '#main/library/queries/articles.ts'
import { listCorrections, removeCorrection, setCorrection } from '#main/library/queries/corrections.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import type { ArticleView } from '#shared/domain/library.ts'
import { articleView } from './articles.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { reapply } from './reapply.ts'

const SURROUNDINGS = 40

/** Calls on readers' corrections. */
export function correctionHandlers(engine: EngineContext): Handlers {
  const { db } = engine
  const applied = (article: StoredArticle): ArticleView => {
    reapply(engine, article)
    engine.changed('articles', 'figures')
    return articleView(engine, article.id)!
  }
  return {
    'corrections.set': ({ articleId, kind, start, end, concept, frame, voice, speaker }) => {
      const article = getArticle(db, articleId)
      if (article === null) throw gone()
      if (end > article.text.length) {
        throw new ParallaxError('bad-input', 'These words lie beyond the end of the article.')
      }
      const mentions = getAnalysis(db, articleId)?.mentions ?? []
      const here = mentions.find((one) => one.concept === concept && one.start === start && one.end === end)
      if (kind !== 'missed' && (here === undefined || here.correction?.kind === 'missed')) {
        throw new ParallaxError('not-found', 'There is no such naming in this article.')
      }
      if (kind === 'missed' && here !== undefined && here.correction?.kind !== 'missed') {
        throw new ParallaxError('bad-input', 'These words count as a naming of this already.')
      }
      const said = kind === 'not-a-mention' ? null : (voice ?? null)
      setCorrection(db, {
        articleId,
        kind,
        start,
        end,
        text: article.text.slice(start, end),
        before: article.text.slice(Math.max(0, start - SURROUNDINGS), start),
        after: article.text.slice(end, end + SURROUNDINGS),
        concept,
        frame: here?.correction?.kind === 'missed' ? frame : (here?.frame ?? frame),
        voice: said,
        speaker: said === null || said === 'narration' ? null : (speaker ?? null),
        createdAt: engine.now(),
      })
      return applied(article)
    },
    'corrections.remove': ({ id }) => {
      const articleId = removeCorrection(db, id)
      if (articleId === null) throw new ParallaxError('not-found', 'This correction was taken back already.')
      const article = getArticle(db, articleId)
      if (article !== null) applied(article)
      return null
    },
    'corrections.list': ({ filter }) => listCorrections(db, filter),
  }
}

const gone = () => new ParallaxError('not-found', 'This article is no longer in the library.')
