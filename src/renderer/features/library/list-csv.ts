import type { EngineClient } from '#shared/contract/client.ts'
import type { CallInput } from '#shared/contract/contract.ts'
import type { ArticleRow } from '#shared/domain/library.ts'

const PAGE = 500

/** The whole list as CSV (RFC 4180, with a byte order mark so that spreadsheets read Cyrillic). */
export async function listAsCsv(
  client: EngineClient,
  list: Pick<CallInput<'articles.list'>, 'filter' | 'sort' | 'descending'>,
): Promise<string> {
  const rows: ArticleRow[] = []
  for (;;) {
    const page = await client['articles.list']({ ...list, offset: rows.length, limit: PAGE })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) break
  }
  return csvOf(rows)
}

/** Column names are those of a manifest, so that what is exported can be corrected and read again. */
export function csvOf(rows: readonly ArticleRow[]): string {
  const lines = [
    ['id', 'title', 'outlet', 'published', 'language', 'words', 'guessed'],
    ...rows.map((row) => [
      String(row.id),
      row.title,
      row.outlet ?? '',
      row.published ?? '',
      row.language,
      String(row.words),
      row.guessedFields.join(' '),
    ]),
  ]
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A cell that begins like a formula is given an apostrophe: a spreadsheet must not run a headline. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
