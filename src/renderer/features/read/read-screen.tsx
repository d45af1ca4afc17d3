import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import { ArticleReader } from './article-reader.tsx'
import classes from './read.module.css'
import { useReadAddress } from './read-address.ts'

/** Read: one article with its namings. */
export function ReadScreen(): ReactNode {
  const { t } = useTranslation(['read', 'common', 'shell'])
  const { articleId } = useReadAddress()
  const errorText = useErrorText()
  const article = useEngineQuery('articles.get', { id: articleId ?? 1 }, { enabled: articleId !== null })
  const lexicons = useEngineQuery('lexicons.list', {})

  const failed = article.error ?? lexicons.error
  if (articleId !== null && failed !== null && (article.data === undefined || lexicons.data === undefined)) {
    return (
      <div className={classes.alone} role="alert">
        <h1>{t('shell:screenFailed')}</h1>
        <p>{errorText(failed)}</p>
        <Button
          onClick={() => {
            void article.refetch()
            void lexicons.refetch()
          }}
        >
          {t('common:retry')}
        </Button>
      </div>
    )
  }
  if (articleId === null || article.data === null) {
    return (
      <div className={classes.alone}>
        <h1>{t('read:notFoundTitle')}</h1>
        <p>{t('read:notFoundText')}</p>
        <Button component={Link} to="/library">
          {t('read:toLibrary')}
        </Button>
      </div>
    )
  }
  if (article.data === undefined || lexicons.data === undefined) return <Waiting />
  return <ArticleReader key={articleId} article={article.data} lexicons={lexicons.data} />
}

/** Shown late: an article that comes at once should not flash grey first. */
function Waiting(): ReactNode {
  const { t } = useTranslation('common')
  return (
    <div className={classes.waiting} role="status">
      {t('loading')}
    </div>
  )
}
