import { stringify } from 'csv-stringify/browser/esm/sync'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import { VOICES } from '#shared/domain/voice.ts'
import {
  type CompareT,
  type Drawing,
  measureText,
  number,
  outletName,
  percent,
  percentNumber,
  whyNoMarks,
} from './compare-rows.ts'

export interface TableCell {
  /** The value drawn: "62 %". */
  readonly value: string
  /** What it rests on: "13 of 21 · 41–79 %". */
  readonly detail: string
  /** Nothing is there: drawn faintly. */
  readonly quiet?: boolean
}
export interface TableRow {
  readonly outlet: string
  readonly name: string
  readonly total: string
  /** In place of the cells. */
  readonly note: string | null
  readonly cells: readonly TableCell[]
}

/** The chart's table twin: the same rows, order and values. */
export function tableOf(
  figure: ConceptFigure,
  order: readonly string[],
  drawing: Drawing,
  t: CompareT,
): readonly TableRow[] {
  return order.flatMap((outlet) => {
    const row = figure.outlets.find((one) => one.outlet === outlet)
    if (row === undefined) return []
    const why = whyNoMarks(row, drawing.show)
    return {
      outlet,
      name: outletName(outlet, t),
      total: number(row.count, drawing.language),
      note:
        why === null
          ? null
          : why === 'none'
            ? t('compare:noNamings')
            : t('compare:tooFew', { count: row.count }),
      cells:
        why !== null
          ? []
          : row.frames.map((frame) => {
              const details: string[] = []
              if (drawing.show === 'share') {
                details.push(t('compare:kOfN', { k: frame.count, n: row.count }))
                if (drawing.voice !== 'split' && frame.interval !== null)
                  details.push(`${percentNumber(frame.interval.low)}–${percent(frame.interval.high)}`)
              }
              if (drawing.voice === 'split') {
                details.push(
                  ...VOICES.filter((voice) => frame.byVoice[voice] > 0).map(
                    (voice) =>
                      `${t(`compare:voice.${voice}`)} ${number(frame.byVoice[voice], drawing.language)}`,
                  ),
                )
              }
              return { value: measureText(frame, drawing), detail: details.join(' · ') }
            }),
    }
  })
}

/**
 * What is drawn, as CSV (RFC 4180, with a byte order mark so that spreadsheets read Cyrillic): one line for each outlet and
 * frame, and for each voice where the bars are split. A share that the chart does not show is empty here too.
 */
export function figureCsv(
  figure: ConceptFigure,
  order: readonly string[],
  drawing: Drawing,
  t: CompareT,
): string {
  const split = drawing.voice === 'split'
  const lines: (string | number)[][] = [
    [
      'concept',
      'outlet',
      'frame',
      'voice',
      'mentions',
      'mentions_of_concept',
      'share',
      'share_low_95',
      'share_high_95',
      'per_1000_words',
      'words',
      'articles',
      'note',
    ],
  ]
  for (const outlet of order) {
    const row = figure.outlets.find((one) => one.outlet === outlet)
    if (row === undefined) continue
    const why = row.count === 0 ? 'none' : row.enough ? null : 'few'
    for (const [index, frame] of row.frames.entries()) {
      const label = figure.frames[index]?.label[drawing.language] ?? frame.frame
      const voices = split ? VOICES : [figure.voice]
      for (const voice of voices) {
        const count = voice === 'all' || !split ? frame.count : frame.byVoice[voice]
        const shown = why === null
        lines.push([
          figure.label[drawing.language],
          outletName(outlet, t),
          label,
          voice,
          count,
          row.count,
          shown ? decimal(count / row.count) : '',
          shown && !split && frame.interval !== null ? decimal(frame.interval.low) : '',
          shown && !split && frame.interval !== null ? decimal(frame.interval.high) : '',
          decimal(row.words === 0 ? 0 : (1000 * count) / row.words),
          row.words,
          row.articles,
          why === null
            ? ''
            : why === 'none'
              ? t('compare:noNamings')
              : t('compare:tooFew', { count: row.count }),
        ])
      }
    }
  }
  // A cell that begins like a formula is given an apostrophe: a spreadsheet must not run a name.
  return stringify(lines, { bom: true, record_delimiter: 'windows', escape_formulas: true })
}

/** Four digits, with a point: tables are read by programs. */
const decimal = (value: number): string => String(Math.round(value * 10_000) / 10_000)
