import { Tooltip } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GuessedField } from '#shared/domain/article.ts'
import type { ArticleView } from '#shared/domain/library.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { formatDay, languageName } from '../../ui/dates.ts'
import classes from './read.module.css'

/** Outlet · date · author · language · words · passages left out. */
export function MetaLine({
  article,
  onShowLeftOut,
}: {
  readonly article: ArticleView
  readonly onShowLeftOut: () => void
}): ReactNode {
  const { t } = useTranslation(['read', 'common'])
  const language = useUiLanguage()
  const { outlet, published, byline, leftOut } = article
  const known = (field: GuessedField, value: ReactNode) => (
    <MaybeGuessed article={article} field={field}>
      {value}
    </MaybeGuessed>
  )
  const parts: [string, ReactNode][] = [
    ['outlet', outlet === null ? t('common:noOutlet') : known('outlet', outlet)],
    [
      'published',
      published === null
        ? t('common:noDate')
        : known('published', <time dateTime={published}>{formatDay(published, language)}</time>),
    ],
    ...(byline === null
      ? []
      : ([['byline', known('byline', t('read:byline', { name: byline }))]] as [string, ReactNode][])),
    ['language', known('language', languageName(article.language, language))],
    ['words', t('common:words', { count: article.words })],
    ...(leftOut.length === 0
      ? []
      : ([
          [
            'leftOut',
            <button key="leftOut" type="button" className={classes.link} onClick={onShowLeftOut}>
              {t('read:leftOutLink', { count: leftOut.length })}
            </button>,
          ],
        ] as [string, ReactNode][])),
  ]
  return (
    <p className={classes.meta}>
      {parts.map(([key, part], index) => (
        <Fragment key={key}>
          {index === 0 ? '' : ' · '}
          {part}
        </Fragment>
      ))}
    </p>
  )
}

/** A guess: dotted, in the warning ink, with what it was read from; it leads to where it can be checked. */
export function MaybeGuessed({
  article,
  field,
  children,
}: {
  readonly article: ArticleView
  readonly field: GuessedField
  readonly children: ReactNode
}): ReactNode {
  const { t } = useTranslation(['read', 'guess'])
  const guess = article.guesses[field]
  if (guess === undefined) return children
  const from = t(`guess:${guess.from}`)
  const told =
    guess.evidence === ''
      ? t('read:guessedPlain', { from })
      : t('read:guessedFrom', { from, evidence: guess.evidence.slice(0, 120) })
  return (
    <Tooltip label={told} multiline maw={360}>
      <Link to={`/library?sel=${article.id}`} className={classes.guess}>
        {children}
        <span className="visually-hidden"> ({from})</span>
      </Link>
    </Tooltip>
  )
}
