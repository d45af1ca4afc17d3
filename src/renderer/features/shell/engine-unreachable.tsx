import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../ui/error-text.ts'
import classes from './shell.module.css'

/** Before anything could be shown: the engine does not answer. */
export function EngineUnreachable({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry: () => void
}): ReactNode {
  const { t } = useTranslation(['shell', 'common'])
  const errorText = useErrorText()
  return (
    <main className={classes.alone}>
      <h1>{t('common:appName')}</h1>
      <p>{t('shell:engineGone')}</p>
      <p className="quiet">{t('shell:engineGoneHint')}</p>
      {error ? <p className="quiet">{errorText(error)}</p> : null}
      <Button onClick={onRetry}>{t('common:retry')}</Button>
    </main>
  )
}
