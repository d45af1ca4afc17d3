import { Button, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CollocateRow, CollocateSort, Collocates } from '#shared/domain/collocates.ts'
import type { Story } from '#shared/domain/library.ts'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { countedLink } from '../../concordance/concordance-address.ts'
import { number } from '../compare-rows.ts'
import { ScrollTable } from '../scroll-table.tsx'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'
import { signed } from '../words/words-figures.ts'
import type { NearbyAddress } from './nearby-address.ts'

const COLUMNS = ['count', 'total', 'articles', 'g2', 'logDice'] as const
const STRIKING = 5

/** The words nearby with their counts and figures; each opens its places near the term. */
export function NearbyCard({
  story,
  term,
  found,
  view,
  link,
  onSort,
  onMore,
}: {
  readonly story: Story
  readonly term: string
  readonly found: Collocates
  readonly view: NearbyAddress
  readonly link: Parameters<typeof countedLink>[1]
  readonly onSort: (sort: CollocateSort) => void
  readonly onMore: () => void
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'nearby', 'words'])
  const language = useUiLanguage()
  const { rows, nodes, total } = found
  const title = t('nearby:card', { term })
  const articles = t('nearby:inArticles', { count: found.articles })
  const striking = rows
    .filter(({ g2 }) => g2 > 0)
    .toSorted((a, b) => b.g2 - a.g2)
    .slice(0, STRIKING)
    .map(({ word }) => word)
  const sentence =
    nodes === 0
      ? t('nearby:none', { term })
      : rows.length === 0
        ? t('nearby:fewNear', { term })
        : [
            t('nearby:sentence', { term, articles, nodes, count: total }),
            view.sort === 'g2' && view.descending && striking.length > 0
              ? t('nearby:most', { words: striking.join(', ') })
              : '',
          ].join(' ')
  const textOf = (row: CollocateRow, column: (typeof COLUMNS)[number]): string =>
    column === 'g2'
      ? signed(row.g2, language, 1)
      : column === 'logDice'
        ? signed(row.logDice, language, 2)
        : number(row[column], language)
  const head = (column: (typeof COLUMNS)[number] | 'word') => (
    <th
      key={column}
      scope="col"
      className={column === 'word' ? undefined : classes.number}
      aria-sort={view.sort === column ? (view.descending ? 'descending' : 'ascending') : undefined}
    >
      <UnstyledButton
        className={classes.sorter}
        data-sorted={view.sort === column || undefined}
        title={t(`nearby:columnHelp.${column}`)}
        aria-label={t('nearby:sortBy', { column: t(`nearby:column.${column}`) })}
        onClick={() => onSort(column)}
      >
        {t(`nearby:column.${column}`)}
        {view.sort === column ? (view.descending ? ' ↓' : ' ↑') : ''}
      </UnstyledButton>
    </th>
  )
  const example = rows[0]
  return (
    <ViewCard
      title={title}
      sentence={sentence}
      pinKey="parallax-near"
      fileName={`parallax-near-${term}`.replace(/[\\/:*?"<>|\s]+/g, '-')}
      notes={[t('nearby:note'), story.title]}
      filled={rows.length > 0}
      formula={example === undefined ? undefined : <Formula row={example} nodes={nodes} />}
      csv={() =>
        csvOf([
          [
            'term',
            'word',
            'near',
            'in_all',
            'near_total',
            'all_total',
            'before',
            'after',
            'articles',
            'g2',
            'log_dice',
            'unit',
            'within',
          ],
          ...rows.map((row) => [
            term,
            row.word,
            row.count,
            row.total,
            row.nearTotal,
            row.allTotal,
            row.left,
            row.right,
            row.articles,
            row.g2,
            row.logDice,
            view.unit,
            view.within,
          ]),
        ])
      }
      footer={
        rows.length === 0 ? null : (
          <>
            {total > rows.length ? (
              <Button className={classes.more} onClick={onMore}>
                {t('nearby:more')} ({number(total - rows.length, language)})
              </Button>
            ) : null}
            <p className="few">{t('nearby:note')}</p>
          </>
        )
      }
    >
      <ScrollTable label={title}>
        <thead>
          <tr>
            {head('word')}
            {COLUMNS.map(head)}
            <th scope="col" className={classes.number}>
              {t('nearby:column.sides')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.word}>
              <th scope="row">
                <Link
                  to={countedLink(row.word, link)}
                  title={t('nearby:openNear', { word: row.word, count: row.count })}
                >
                  {row.word}
                </Link>
              </th>
              {COLUMNS.map((column) => (
                <td key={column} className={classes.number}>
                  {textOf(row, column)}
                </td>
              ))}
              <td className={classes.number}>
                {number(row.left, language)} / {number(row.right, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </ViewCard>
  )
}

/** How the first row is computed, with its numbers. */
function Formula({ row, nodes }: { readonly row: CollocateRow; readonly nodes: number }): ReactNode {
  const { t } = useTranslation('nearby')
  const language = useUiLanguage()
  return (
    <>
      <code>
        {t('formulaFor', {
          word: row.word,
          count: row.count,
          near: row.nearTotal,
          rest: row.total - row.count,
          far: row.allTotal - row.nearTotal,
          g2: signed(row.g2, language, 2),
        })}
      </code>
      <code>
        {t('formulaDice', {
          count: row.count,
          nodes,
          total: row.total,
          logDice: signed(row.logDice, language, 2),
        })}
      </code>
      <p>{t('formulaText')}</p>
    </>
  )
}
