import type { TFunction } from 'i18next'
import type { ConceptFigure, FrameFigure, OutletFigure } from '#shared/domain/figures.ts'
import { VOICES } from '#shared/domain/voice.ts'
import {
  type ChartAxis,
  type ChartCell,
  type ChartColumn,
  type ChartRow,
  type MarkForm,
  niceEnd,
} from '../../charts/chart-data.ts'
import type { UiLanguage } from '../../strings/i18n.ts'
import type { PanelTarget, RowOrder, Show, VoiceChoice } from './compare-address.ts'

export type CompareT = TFunction<readonly ['compare', 'common']>

/** How a figure is drawn. */
export interface Drawing {
  readonly show: Show
  readonly voice: VoiceChoice
  readonly language: UiLanguage
}

export const outletName = (outlet: string, t: CompareT): string =>
  outlet === '' ? t('common:noOutlet') : outlet

/** "62 %", with a space that does not break. */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00A0%`

/** A number in the interface's language; rates with one digit after the point. */
export const number = (value: number, language: UiLanguage, digits = 0): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'ru', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)

/** What is measured of a frame, in the unit drawn. */
export const measureOf = (frame: FrameFigure, show: Show): number =>
  show === 'share' ? (frame.share ?? 0) : show === 'rate' ? frame.perThousandWords : frame.count

export const measureText = (frame: FrameFigure, { show, language }: Drawing): string =>
  show === 'share'
    ? percent(frame.share ?? 0)
    : number(measureOf(frame, show), language, show === 'rate' && frame.count > 0 ? 1 : 0)

/** Whether a row shows its marks; if not, why. Shares need five namings, rates and counts need one. */
export const whyNoMarks = (outlet: OutletFigure, show: Show): 'none' | 'few' | null =>
  outlet.count === 0 ? 'none' : show === 'share' && !outlet.enough ? 'few' : null

/** Names in their own alphabets' order, Cyrillic after Latin; "no outlet given" last. */
export function byName(language: UiLanguage): (a: string, b: string) => number {
  const collator = new Intl.Collator(language, { numeric: true })
  return (a, b) => Number(a === '') - Number(b === '') || collator.compare(a, b)
}

/**
 * The outlets' order for all cards together, so that a row stands at the same height in each. By a frame: largest first;
 * rows that show nothing for it go last, by name.
 */
export function outletOrder(
  concepts: readonly ConceptFigure[],
  order: RowOrder,
  drawing: Drawing,
): readonly string[] {
  const names = [...new Set(concepts.flatMap(({ outlets }) => outlets.map(({ outlet }) => outlet)))].toSorted(
    byName(drawing.language),
  )
  if (order === 'name') return names
  const figure = concepts.find(({ concept }) => concept === order.concept)
  const measured = new Map(
    figure?.outlets.map((row) => {
      const frame = row.frames.find((one) => one.frame === order.frame)
      const shown = frame !== undefined && whyNoMarks(row, drawing.show) === null
      return [row.outlet, shown ? measureOf(frame, drawing.show) : -1]
    }),
  )
  // Sorting is stable: equal rows keep the order of their names.
  return names.toSorted((a, b) => (measured.get(b) ?? -1) - (measured.get(a) ?? -1))
}

export const columnsOf = (figure: ConceptFigure, language: UiLanguage): readonly ChartColumn[] =>
  figure.frames.map(({ id, label }, index) => ({ id, label: label[language], colour: (index % 6) + 1 }))

export const formOf = ({ show, voice }: Drawing): MarkForm =>
  voice === 'split' ? 'voices' : show === 'share' ? 'dot' : 'bar'

/** Where the axis of the concept's columns ends: 100 % for shares, else a round number that holds every value. */
export function axisEnd(figure: ConceptFigure, show: Show): number {
  if (show === 'share') return 1
  const largest = Math.max(
    0,
    ...figure.outlets.flatMap(({ frames }) => frames.map((frame) => measureOf(frame, show))),
  )
  const end = niceEnd(largest)
  // Counts are whole, and so is the middle of their axis.
  return show === 'count' ? Math.max(2, end + (end % 2)) : end
}

export function axisOf(figure: ConceptFigure, { show, language }: Drawing): ChartAxis {
  const end = axisEnd(figure, show)
  if (show === 'share') return { ticks: ['0', '50', '100\u00A0%'] }
  const digits = show === 'count' || end >= 2 ? 0 : 1
  const half = show === 'rate' && !Number.isInteger(end / 2) ? Math.max(1, digits) : digits
  return { ticks: ['0', number(end / 2, language, end < 1 ? 2 : half), number(end, language, digits)] }
}

/** The rows that a concept's chart draws, in the order given. */
export function rowsOf(
  figure: ConceptFigure,
  order: readonly string[],
  drawing: Drawing,
  t: CompareT,
): readonly ChartRow[] {
  const end = axisEnd(figure, drawing.show)
  const labels = new Map(figure.frames.map(({ id, label }) => [id, label[drawing.language]]))
  const byOutlet = new Map(figure.outlets.map((row) => [row.outlet, row]))
  return order.flatMap((outlet) => {
    const row = byOutlet.get(outlet)
    if (row === undefined) return []
    const name = outletName(outlet, t)
    const why = whyNoMarks(row, drawing.show)
    const text =
      why === 'none' ? t('compare:noNamings') : why === 'few' ? t('compare:tooFew', { count: row.count }) : ''
    return {
      id: outlet,
      name,
      total: number(row.count, drawing.language),
      note: why === null ? null : { text, spoken: `${name}: ${text}`, opens: why === 'few' },
      cells:
        why !== null
          ? []
          : row.frames.map((frame) =>
              cellOf(frame, row, end, drawing, name, labels.get(frame.frame) ?? '', t),
            ),
    }
  })
}

function cellOf(
  frame: FrameFigure,
  row: OutletFigure,
  end: number,
  drawing: Drawing,
  name: string,
  label: string,
  t: CompareT,
): ChartCell {
  const value = measureOf(frame, drawing.show) / end
  const text = measureText(frame, drawing)
  let from = 0
  const voices = VOICES.map((voice) => {
    const part = frame.count === 0 ? 0 : (value * frame.byVoice[voice]) / frame.count
    const piece = { voice, from, to: from + part }
    from += part
    return piece
  }).filter((piece) => piece.to > piece.from)
  return {
    column: frame.frame,
    value,
    interval:
      drawing.show === 'share' && drawing.voice !== 'split' && frame.interval !== null
        ? frame.interval
        : null,
    voices: drawing.voice === 'split' ? voices : [],
    text,
    spoken: spokenOf(frame, row, drawing, name, label, t),
  }
}

function spokenOf(
  frame: FrameFigure,
  row: OutletFigure,
  drawing: Drawing,
  outlet: string,
  label: string,
  t: CompareT,
): string {
  const base = { outlet, frame: label, value: measureText(frame, drawing), k: frame.count, count: row.count }
  const voices =
    drawing.voice === 'split' && frame.count > 0
      ? `; ${VOICES.filter((voice) => frame.byVoice[voice] > 0)
          .map((voice) => `${t(`compare:voice.${voice}`)} ${number(frame.byVoice[voice], drawing.language)}`)
          .join(', ')}`
      : ''
  if (drawing.show === 'share') {
    const { low, high } = frame.interval ?? { low: 0, high: 0 }
    return t('compare:spoken.share', { ...base, low: percentNumber(low), high: percent(high) }) + voices
  }
  return t(`compare:spoken.${drawing.show}`, base) + voices
}

/** "41": the lower end of a range whose upper end carries the sign. */
export const percentNumber = (share: number): string => String(Math.round(share * 100))

/**
 * The panel that the first launch opens: of the first concept with a share to show, the frame with most namings in one
 * outlet.
 */
export function firstPanel(concepts: readonly ConceptFigure[]): PanelTarget | null {
  for (const { concept, outlets } of concepts) {
    const marks = outlets
      .filter(({ enough }) => enough)
      .flatMap(({ outlet, frames }) => frames.map(({ frame, count }) => ({ outlet, frame, count })))
      .toSorted((a, b) => b.count - a.count)
    const most = marks[0]
    if (most !== undefined) return { concept, frame: most.frame, outlet: most.outlet }
  }
  return null
}
