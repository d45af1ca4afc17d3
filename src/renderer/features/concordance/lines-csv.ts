import { stringify } from 'csv-stringify/browser/esm/sync'
import type { EngineClient } from '#shared/contract/client.ts'
import type { CallInput } from '#shared/contract/contract.ts'
import type { ConcordanceLine } from '#shared/domain/concordance.ts'

const PAGE = 1000

/** All lines in their order as CSV (RFC 4180, with a byte order mark so that spreadsheets read Cyrillic). */
export async function linesAsCsv(
  client: EngineClient,
  question: Pick<CallInput<'concordance.search'>, 'filter' | 'find' | 'sort'>,
): Promise<string> {
  const lines: ConcordanceLine[] = []
  for (;;) {
    const page = await client['concordance.search']({ ...question, offset: lines.length, limit: PAGE })
    lines.push(...page.lines)
    if (page.lines.length === 0 || lines.length >= page.total) break
  }
  return csvOf(lines)
}

/** One line each; `start` and `end` are places in the article's text, in UTF-16 units. */
export function csvOf(lines: readonly ConcordanceLine[]): string {
  const rows: (string | number)[][] = [
    [
      'outlet',
      'published',
      'title',
      'language',
      'before',
      'text',
      'after',
      'voice',
      'speaker',
      'section',
      'concept',
      'frame',
      'article_id',
      'start',
      'end',
    ],
    ...lines.map((line) => [
      line.outlet,
      line.published ?? '',
      line.title,
      line.language,
      line.before,
      line.text,
      line.after,
      line.voice,
      line.speaker ?? '',
      line.section ?? '',
      line.concept ?? '',
      line.frame ?? '',
      line.articleId,
      line.start,
      line.end,
    ]),
  ]
  // A cell that begins like a formula is given an apostrophe: a spreadsheet must not run a headline.
  return stringify(rows, { bom: true, record_delimiter: 'windows', escape_formulas: true })
}
