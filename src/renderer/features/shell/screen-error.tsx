import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useRouteError } from 'react-router'
import { useErrorText } from '../../ui/error-text.ts'
import classes from './shell.module.css'

/** What stands in place of a screen that failed or does not exist. */
export function ScreenError({ missing = false }: { readonly missing?: boolean }): ReactNode {
  const { t } = useTranslation(['shell', 'common'])
  const errorText = useErrorText()
  const error = useRouteError()
  return (
    <div className={classes.alone} role="alert">
      <h1>{t(missing ? 'shell:notFound' : 'shell:screenFailed')}</h1>
      {missing ? null : <p className="quiet">{errorText(error)}</p>}
      <div className={classes.row}>
        {missing ? null : <Button onClick={() => location.reload()}>{t('shell:reload')}</Button>}
        <Button component={Link} to="/library">
          {t('shell:toLibrary')}
        </Button>
      </div>
    </div>
  )
}
