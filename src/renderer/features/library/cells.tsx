import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#shared/domain/library.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { CutInMiddle } from '../../ui/cut-in-middle.tsx'
import { formatDayShort } from '../../ui/dates.ts'
import classes from './library.module.css'

/** A passage with the words that a search found between \u0001 and \u0002. */
export function Snippet({ text }: { readonly text: string }): ReactNode {
  let at = 0
  return text.split(/\u0001([^\u0002]*)\u0002/).map((part, index) => {
    const key = at
    at += part.length + 1
    return index % 2 === 1 ? <mark key={key}>{part}</mark> : part
  })
}

/** A value the app guessed: dotted, in the warning ink, and said. The detail panel tells what it was read from. */
export function Guessed({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('library')
  return (
    <Tooltip label={t('guessHint')}>
      <span className={classes.guess}>
        {children}
        <span className="visually-hidden"> ({t('guess')})</span>
      </span>
    </Tooltip>
  )
}

const maybeGuessed = (
  row: ArticleRow,
  field: 'title' | 'outlet' | 'published',
  value: ReactNode,
): ReactNode => (row.guessedFields.includes(field) ? <Guessed>{value}</Guessed> : value)

export function OutletCell({ row }: { readonly row: ArticleRow }): ReactNode {
  const { t } = useTranslation('common')
  if (row.outlet === null) return <span className="quiet">{t('noOutlet')}</span>
  return maybeGuessed(row, 'outlet', <CutInMiddle text={row.outlet} most={32} />)
}

export function DateCell({ row }: { readonly row: ArticleRow }): ReactNode {
  const { t } = useTranslation('common')
  const language = useUiLanguage()
  if (row.published === null) return <span className="quiet">{t('noDate')}</span>
  return maybeGuessed(
    row,
    'published',
    <time dateTime={row.published}>{formatDayShort(row.published, language)}</time>,
  )
}

/** How the article names the chosen concept: its frames side by side, and how many namings in all. */
export function FramesCell({
  counts,
  labels,
}: {
  readonly counts: readonly number[]
  readonly labels: readonly string[]
}): ReactNode {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const spoken = counts.map((count, index) => `${labels[index] ?? ''} ${count}`).join(', ')
  return (
    <span className={classes.frames} title={total === 0 ? undefined : spoken}>
      <span className={classes.spark} aria-hidden="true">
        {counts.map((count, index) =>
          count === 0 ? null : (
            <i
              key={labels[index] ?? index}
              style={{ flex: count, background: `var(--frame-${Math.min(index + 1, 6)})` }}
            />
          ),
        )}
      </span>
      <span className="quiet" aria-hidden="true">
        {total}
      </span>
      <span className="visually-hidden">{spoken}</span>
    </span>
  )
}
