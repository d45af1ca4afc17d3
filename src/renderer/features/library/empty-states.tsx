import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useImports } from '../import/import-provider.tsx'
import classes from './library.module.css'

export function EmptyLibrary(): ReactNode {
  const { t } = useTranslation('library')
  const { pickAndImport } = useImports()
  return (
    <div className={classes.empty}>
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyText')}</p>
      <Button variant="filled" onClick={() => void pickAndImport('files')}>
        {t('emptyAction')}
      </Button>
    </div>
  )
}

export function NothingFound({ query }: { readonly query: string | undefined }): ReactNode {
  const { t } = useTranslation('library')
  return (
    <div className={classes.empty}>
      <h2>{query === undefined ? t('nothingHere') : t('nothingFound', { query })}</h2>
      <p>{t('nothingHint')}</p>
    </div>
  )
}
