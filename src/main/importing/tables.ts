import { CsvError, parse } from 'csv-parse/sync'
import { knownNames } from './draft.ts'

export type TableRow =
  | { readonly ok: true; readonly line: number; readonly row: Record<string, string> }
  | { readonly ok: false; readonly message: string }

/** Rows of a CSV or TSV file, with the line each one begins on. A row that cannot be read is named, and the rest go on. */
export function* rowsOf(text: string, file: string, tabs: boolean): Generator<TableRow> {
  let records: { record: string[]; line: number }[]
  try {
    records = recordsOf(text, tabs ? '\t' : delimiterOf(text))
  } catch (error) {
    const where = error instanceof CsvError && typeof error.lines === 'number' ? `, line ${error.lines},` : ''
    yield {
      ok: false,
      message: `${file}${where} is not a good table: a quotation mark is not closed. Mend it and add the file again.`,
    }
    return
  }
  const names = records[0]?.record.map((name) => name.replace(/^\ufeff/, '').trim()) ?? []
  for (const { record, line } of records.slice(1)) {
    if (record.length > names.length || (record.length < names.length && record.length < 2)) {
      yield {
        ok: false,
        message: `${file}, line ${line}, has ${record.length} columns where the first line names ${names.length}. Mend the line; the other lines were read.`,
      }
      continue
    }
    const row: Record<string, string> = {}
    for (const [index, name] of names.entries())
      Object.defineProperty(row, name || `column ${index + 1}`, {
        value: record[index] ?? '',
        enumerable: true,
        configurable: true,
        writable: true,
      })
    yield { ok: true, line, row: knownNames(row) }
  }
}

function recordsOf(text: string, delimiter: string): { record: string[]; line: number }[] {
  const options = {
    delimiter,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    info: true,
  } as const
  const read = (relaxed: boolean) =>
    parse(text, {
      ...options,
      ...(relaxed ? { relax_quotes: true, quote: delimiter === '\t' ? null : '"' } : {}),
    }) as unknown as { record: string[]; info: { lines: number } }[]
  let parsed: ReturnType<typeof read>
  try {
    parsed = read(false)
  } catch {
    // A stray quotation mark inside a field is common in tables made by hand.
    parsed = read(true)
  }
  // `lines` counts to the row's end: where the row begins is one behind the end of the row before.
  return parsed.map(({ record, info }, index) => ({
    record,
    line: index === 0 ? 1 : Math.min(info.lines, parsed[index - 1]!.info.lines + 1),
  }))
}

/** The sign that divides the first line into most columns. */
function delimiterOf(text: string): string {
  const head = /^[^\n\r]*/.exec(text)![0].replace(/"[^"]*"/g, '')
  return [',', ';', '\t', '|'].sort((a, b) => head.split(b).length - head.split(a).length)[0]!
}
