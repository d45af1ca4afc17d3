import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import { CutInMiddle } from '../../ui/cut-in-middle.tsx'
import classes from './compare.module.css'
import type { Drawing } from './compare-rows.ts'
import { tableOf } from './compare-table.ts'

/** The chart's twin in figures. */
export function CardTable({
  figure,
  order,
  drawing,
  title,
}: {
  readonly figure: ConceptFigure
  readonly order: readonly string[]
  readonly drawing: Drawing
  readonly title: string
}): ReactNode {
  const { t } = useTranslation(['compare', 'common'])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
    <section className={classes.tableBox} aria-label={title} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('compare:outlet')}</th>
            {figure.frames.map(({ id, label }, index) => (
              <th key={id} scope="col">
                <span className={classes.swatch} style={{ background: `var(--frame-${(index % 6) + 1})` }} />
                {`\u00A0${label[drawing.language]}`}
              </th>
            ))}
            <th scope="col" className={classes.totalCell}>
              {t('compare:totalHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tableOf(figure, order, drawing, t).map((row) => (
            <tr key={row.outlet}>
              <th scope="row">
                <CutInMiddle text={row.name} most={28} />
              </th>
              {row.note === null ? (
                row.cells.map((cell, index) => (
                  <td key={figure.frames[index]?.id}>
                    {cell.value}
                    {cell.detail === '' ? null : <small>{cell.detail}</small>}
                  </td>
                ))
              ) : (
                <td colSpan={figure.frames.length} className="quiet">
                  {row.note}
                </td>
              )}
              <td className={classes.totalCell}>{row.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
