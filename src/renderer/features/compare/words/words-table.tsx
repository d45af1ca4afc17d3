import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { KeynessSort, KeynessWord } from '#shared/domain/story-figures.ts'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { number } from '../compare-rows.ts'
import { ScrollTable } from '../scroll-table.tsx'
import classes from '../views.module.css'
import { chance, signed } from './words-figures.ts'

const COLUMNS = [
  'target',
  'reference',
  'z',
  'logOdds',
  'logRatio',
  'g2',
  'pAdjusted',
  'articles',
  'dp',
] as const
type Column = (typeof COLUMNS)[number]

/** The ranked words with their counts and every figure; each word opens its lines, each z how it is computed. */
export function WordsTable({
  rows,
  sort,
  descending,
  chosen,
  target,
  reference,
  linkOf,
  onSort,
  onChoose,
}: {
  readonly rows: readonly KeynessWord[]
  readonly sort: KeynessSort
  readonly descending: boolean
  readonly chosen: string | null
  readonly target: string
  readonly reference: string
  readonly linkOf: (row: KeynessWord) => string
  readonly onSort: (sort: KeynessSort) => void
  readonly onChoose: (word: string) => void
}): ReactNode {
  const { t } = useTranslation('words')
  const language = useUiLanguage()
  const textOf = (row: KeynessWord, column: Column): string => {
    switch (column) {
      case 'target':
      case 'reference':
      case 'articles':
        return number(row[column], language)
      case 'pAdjusted':
        return chance(row.pAdjusted, language)
      case 'dp':
        return row.dp === null ? '–' : number(row.dp, language, 2)
      case 'g2':
        return signed(row.g2, language, 1)
      default:
        return signed(row[column], language, 2)
    }
  }
  const head = (column: Column | 'word') => (
    <th
      key={column}
      scope="col"
      className={column === 'word' ? undefined : classes.number}
      aria-sort={sort === column ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <UnstyledButton
        className={classes.sorter}
        data-sorted={sort === column || undefined}
        title={t(`columnHelp.${column}`, { target, reference })}
        aria-label={t('sortBy', { column: t(`column.${column}`) })}
        onClick={() => onSort(column)}
      >
        {t(`column.${column}`)}
        {sort === column ? (descending ? ' ↓' : ' ↑') : ''}
      </UnstyledButton>
    </th>
  )
  return (
    <ScrollTable label={t('list.title')}>
      <thead>
        <tr>
          {head('word')}
          {COLUMNS.map(head)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.word} data-chosen={row.word === chosen || undefined}>
            <th scope="row">
              <Link to={linkOf(row)}>{row.word}</Link>
            </th>
            {COLUMNS.map((column) => (
              <td key={column} className={classes.number}>
                {column === 'z' ? (
                  <UnstyledButton
                    className={classes.cellButton}
                    aria-pressed={row.word === chosen}
                    aria-label={`${t('choose', { word: row.word })}: z = ${textOf(row, column)}`}
                    onClick={() => onChoose(row.word)}
                  >
                    {textOf(row, column)}
                  </UnstyledButton>
                ) : (
                  textOf(row, column)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
