import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { LexiconPreview } from '#shared/domain/lexicon-editing.ts'
import classes from './lexicons.module.css'
import { usePreviewLabels } from './preview-frames.tsx'

/** The namings that come and go, in context; each opens its place in Read. */
export function PreviewLines({
  answer,
  lexicon,
}: {
  readonly answer: LexiconPreview
  readonly lexicon: Lexicon
}): ReactNode {
  const { t } = useTranslation(['lexicons', 'common'])
  const labels = usePreviewLabels(lexicon)
  const groups = (['gained', 'lost'] as const).map((change) => ({
    change,
    all: answer[change],
    lines: answer.lines.filter((one) => one.change === change),
  }))
  return groups
    .filter(({ lines }) => lines.length > 0)
    .map(({ change, all, lines }) => (
      <section key={change} className={classes.lines}>
        <h3>{t(`lexicons:${change}Lines`, { count: all })}</h3>
        <ul>
          {lines.map((one) => (
            <li key={`${one.articleId} ${one.concept} ${one.frame} ${one.start} ${one.end}`}>
              <Link to={`/read/${one.articleId}?at=${one.start}&concept=${encodeURIComponent(one.concept)}`}>
                <span className={classes.lineText}>
                  {one.before.replace(/\s+/g, ' ')}
                  <span
                    className={`m narration ${frameClass(labels.place(one.concept, one.frame))}`}
                    data-change={change}
                  >
                    {one.text}
                  </span>
                  {one.after.replace(/\s+/g, ' ')}
                </span>
                <small>
                  {labels.frame(one.concept, one.frame)} ·{' '}
                  {one.outlet === '' ? t('common:noOutlet') : one.outlet}
                </small>
              </Link>
            </li>
          ))}
        </ul>
        {lines.length < all ? (
          <p className="few">{t('lexicons:firstLines', { count: lines.length })}</p>
        ) : null}
      </section>
    ))
}

const frameClass = (place: number | null): string =>
  place === null || place > 6 ? 'other' : place === 1 ? '' : `f${place}`
