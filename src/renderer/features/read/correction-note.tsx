import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../ui/error-text.ts'
import classes from './read.module.css'
import type { useCorrections } from './use-corrections.ts'

/** Says below the text what was done last, with the way back. It stays until it is dismissed or something else is done. */
export function CorrectionNote({
  corrections,
}: {
  readonly corrections: ReturnType<typeof useCorrections>
}): ReactNode {
  const { t } = useTranslation(['correct', 'common'])
  const errorText = useErrorText()
  const { done, error } = corrections
  if (done === null) return null
  return (
    <div className={classes.done} role="status">
      <span>
        {error === null
          ? t(done.back === null ? 'correct:undone' : `correct:done.${done.kind}`)
          : errorText(error)}
      </span>
      {done.back === null ? null : (
        <Button size="compact-sm" onClick={corrections.undo}>
          {t('common:undo')}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" onClick={corrections.dismiss}>
        {t('common:dismiss')}
      </Button>
    </div>
  )
}
