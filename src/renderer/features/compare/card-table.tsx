import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import { CutInMiddle } from '../../ui/cut-in-middle.tsx'
import type { TableRow } from './compare-table.ts'
import { FrameHeads, ScrollTable } from './scroll-table.tsx'
import classes from './views.module.css'

/** A chart's twin in figures: a row an outlet, a column a frame. */
export function CardTable({
  figure,
  rows,
  title,
}: {
  readonly figure: ConceptFigure
  readonly rows: readonly TableRow[]
  readonly title: string
}): ReactNode {
  const { t } = useTranslation(['compare', 'common'])
  return (
    <ScrollTable label={title}>
      <thead>
        <tr>
          <th scope="col">{t('compare:outlet')}</th>
          <FrameHeads frames={figure.frames} />
          <th scope="col" className={classes.number}>
            {t('compare:totalHead')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.outlet}>
            <th scope="row">
              <CutInMiddle text={row.name} most={28} />
            </th>
            {row.note === null ? (
              row.cells.map((cell, index) => (
                <td key={figure.frames[index]?.id}>
                  {cell.quiet === true ? <span className={classes.quiet}>{cell.value}</span> : cell.value}
                  {cell.detail === '' ? null : <small>{cell.detail}</small>}
                </td>
              ))
            ) : (
              <td colSpan={figure.frames.length} className={classes.quiet}>
                {row.note}
              </td>
            )}
            <td className={classes.number}>{row.total}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
