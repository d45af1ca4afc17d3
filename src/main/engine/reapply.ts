import type { StoredArticle } from '#main/library/queries/articles.ts'
import { applyCorrections, articleCorrections } from '#main/library/queries/corrections.ts'
import { sectionsOf } from '#shared/analysis/framing/section.ts'
import { findAnchor } from '#shared/analysis/text/anchor.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { sentenceTone } from '#shared/analysis/tone/tone.ts'
import type { EngineContext } from './context.ts'
import { captionsOf } from './scorer.ts'

/** Applies an article's corrections to its mentions as they are now. One whose words are gone waits unapplied. */
export function reapply({ db }: Pick<EngineContext, 'db'>, article: StoredArticle): void {
  const corrections = articleCorrections(db, article.id)
  const places = corrections.map((one) => ({ one, at: findAnchor(article.text, one) }))
  const missed = corrections.some((one) => one.kind === 'missed')
  const document = missed ? prepare(article.text, article.language) : null
  const sectionAt = document === null ? null : sectionsOf(document, article.title, captionsOf(article))
  db.transaction(() =>
    applyCorrections(
      db,
      article,
      places.flatMap(({ one, at }) =>
        at === null
          ? []
          : [
              {
                ...one,
                start: at,
                end: at + one.text.length,
                section: sectionAt?.(at) ?? 'body',
                tone: document === null ? 0 : sentenceTone(document, document.sentenceAt(at)),
              },
            ],
      ),
    ),
  )()
}
