import { stringify } from 'csv-stringify/browser/esm/sync'
import type { PinnedTable } from '#shared/domain/notebook.ts'

/**
 * A pinned table as rows of words: every cell as it stands, and for a column in which something stands small below the value
 * a second one with that. A cell over several columns fills the first and leaves the others empty.
 */
export function tableRows({ columns, rows }: PinnedTable): readonly (readonly string[])[] {
  const width = Math.max(
    columns.length,
    ...rows.map((row) => row.reduce((sum, { span = 1 }) => sum + span, 0)),
  )
  const grid = rows.map((row) =>
    row.flatMap(({ text, detail = '', span = 1 }) => [
      { text, detail },
      ...Array.from({ length: span - 1 }, () => ({ text: '', detail: '' })),
    ]),
  )
  const detailed = Array.from({ length: width }, (_, column) =>
    grid.some((row) => (row[column]?.detail ?? '') !== ''),
  )
  const spread = (values: readonly { readonly text: string; readonly detail: string }[]) =>
    detailed.flatMap((has, column) => {
      const { text, detail } = values[column] ?? { text: '', detail: '' }
      return has ? [text, detail] : [text]
    })
  const head = columns.map(({ text }) => ({ text, detail: `${text} …` }))
  return [spread(head), ...grid.map(spread)]
}

/** The same as CSV (RFC 4180) with a byte order mark; a cell that begins like a formula is kept from running as one. */
export const tableCsv = (table: PinnedTable): string =>
  stringify(
    tableRows(table).map((row) => [...row]),
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  )
