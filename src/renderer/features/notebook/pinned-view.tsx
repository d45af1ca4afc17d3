import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigurePin, PassagePin, Pin, PinnedTable } from '#shared/domain/notebook.ts'
import { sourceOf } from './export/page.ts'
import classes from './notebook.module.css'

/** What was pinned, as it was: the drawing or the passage, and folded under it the table, the formula and the settings. */
export function PinnedView({
  pin,
  takenAt,
}: {
  readonly pin: Pin
  readonly takenAt: string | null
}): ReactNode {
  return (
    <div className={classes.shown} lang={pin.language} data-taken={takenAt}>
      {pin.kind === 'figure' ? <Figure pin={pin} /> : <Passage pin={pin} />}
    </div>
  )
}

function Figure({ pin }: { readonly pin: FigurePin }): ReactNode {
  const { t } = useTranslation('notebook')
  // An image runs and loads nothing, whatever the drawing holds.
  const source = useMemo(
    () =>
      pin.drawing === null ? null : `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pin.drawing)}`,
    [pin.drawing],
  )
  const table = pin.table === null ? null : <Table table={pin.table} label={pin.title} />
  return (
    <>
      <p className={classes.sentence}>{pin.sentence}</p>
      {source === null ? table : <img className={classes.drawing} src={source} alt={pin.title} />}
      {pin.notes.map((note) => (
        <p key={note} className="few">
          {note}
        </p>
      ))}
      {source === null || pin.table === null ? null : (
        <details className={classes.fold}>
          <summary>{t('entry.table', { count: pin.table.rows.length })}</summary>
          {table}
        </details>
      )}
      <details className={classes.fold}>
        <summary>{t('entry.about')}</summary>
        {pin.formula.map(({ text, code }) =>
          code ? <code key={text}>{text}</code> : <p key={text}>{text}</p>,
        )}
        <Settings settings={pin.settings} />
      </details>
    </>
  )
}

function Passage({ pin }: { readonly pin: PassagePin }): ReactNode {
  return (
    <>
      <blockquote className={classes.quote} lang={pin.textLanguage}>
        <span className="quiet">{pin.before}</span>
        <mark>{pin.quote}</mark>
        <span className="quiet">{pin.after}</span>
      </blockquote>
      <p className={classes.source}>{sourceOf(pin)}</p>
    </>
  )
}

function Settings({ settings }: { readonly settings: Pin['settings'] }): ReactNode {
  return (
    <dl className={classes.settings}>
      {settings.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Table({ table, label }: { readonly table: PinnedTable; readonly label: string }): ReactNode {
  const side = (column: number) => (table.columns[column]?.number === true ? classes.number : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.columns.map(({ text }, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a snapshot does not change its order.
              <th key={column} scope="col" className={side(column)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a snapshot does not change its order.
            <tr key={index}>
              {row.map((cell, column) => {
                const Cell = cell.head === true ? 'th' : 'td'
                return (
                  <Cell
                    // biome-ignore lint/suspicious/noArrayIndexKey: a snapshot does not change its order.
                    key={column}
                    {...(cell.head === true ? { scope: 'row' } : {})}
                    colSpan={cell.span}
                    className={cell.span === undefined ? side(column) : undefined}
                  >
                    {cell.text}
                    {cell.detail === undefined ? null : <small>{cell.detail}</small>}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
