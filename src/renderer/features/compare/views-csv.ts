import { stringify } from 'csv-stringify/browser/esm/sync'

/** Rows as CSV (RFC 4180) with a byte order mark; a cell that begins like a formula is kept from running as one. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  )
