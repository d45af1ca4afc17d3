import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeftOut } from '#shared/domain/article.ts'
import classes from './read.module.css'

/** Passages that cleaning left out, folded where they stood; shown grey on demand, and put back into the text. */
export function LeftOutBox({
  passages,
  language,
  busy,
  onPutBack,
}: {
  readonly passages: readonly LeftOut[]
  readonly language: string
  readonly busy: boolean
  readonly onPutBack: (passages: readonly LeftOut[]) => void
}): ReactNode {
  const { t } = useTranslation('read')
  const [shown, setShown] = useState(false)
  const content = useId()
  const reasons = [...new Set(passages.map(({ reason }) => reason))].map((reason) => {
    const count = passages.filter((one) => one.reason === reason).length
    return count === 1 ? t(`reason.${reason}`) : `${t(`reason.${reason}`)} (${count})`
  })
  return (
    <div className={classes.cut} data-left-out>
      {t('leftOut', { reasons: reasons.join(', ') })} ·{' '}
      <button
        type="button"
        className={classes.link}
        aria-expanded={shown}
        aria-controls={content}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'hide' : 'show')}
      </button>{' '}
      ·{' '}
      <button type="button" className={classes.link} disabled={busy} onClick={() => onPutBack(passages)}>
        {t('putBack')}
      </button>
      <div id={content} hidden={!shown}>
        {passages.map((passage) => (
          <div key={passage.originalStart} className={classes.cutPassage} data-left-out-passage>
            <p lang={language}>{passage.text}</p>
            {passages.length > 1 ? (
              <button
                type="button"
                className={classes.link}
                disabled={busy}
                onClick={() => onPutBack([passage])}
              >
                {t('putBack')}
              </button>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  )
}
