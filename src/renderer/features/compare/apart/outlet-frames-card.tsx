import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { Story } from '#shared/domain/library.ts'
import type { ChartAxis, ChartCell } from '../../../charts/chart-data.ts'
import { FrameColumnsChart } from '../../../charts/frame-columns-chart.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { CardTable } from '../card-table.tsx'
import { columnsOf, number, outletName } from '../compare-rows.ts'
import { ViewCard } from '../view-card.tsx'
import { outletRows } from './apart-rows.ts'

/** What is shown of one outlet and frame. */
export interface OutletFrame extends Omit<ChartCell, 'column' | 'voices'> {
  readonly outlet: string
  readonly frame: string
  /** What the rows are sorted by; null: nothing is drawn. */
  readonly order: number | null
  /** In the table: what the value rests on. */
  readonly detail: string
}

/** A card with one row an outlet and one column a frame, its table, and links to the namings behind each mark. */
export function OutletFramesCard({
  story,
  figure,
  cells,
  rowNote,
  axis,
  title,
  sentence,
  note,
  linkOf,
  ...card
}: {
  readonly story: Story
  readonly figure: ConceptFigure
  readonly cells: readonly OutletFrame[]
  /** Stands in place of an outlet's marks. */
  readonly rowNote?: (outlet: string) => string | null
  readonly axis: ChartAxis
  readonly title: string
  readonly sentence: string
  /** What the marks mean. */
  readonly note: string
  readonly draws: string
  readonly linkOf: (outlet: string, frame: string | null) => string
  readonly fileName: string
  readonly csv: () => string
  readonly formula: ReactNode
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'apart'])
  const language = useUiLanguage()
  const navigate = useNavigate()
  const [sorted, setSorted] = useState<string | null>(null)
  const order = outletRows(
    figure.outlets,
    cells,
    sorted === null ? null : { frame: sorted, value: (cell) => cell.order },
    language,
  )
  const noteOf = (outlet: string): string | null => {
    const own = rowNote?.(outlet) ?? null
    const count = figure.outlets.find((one) => one.outlet === outlet)?.count ?? 0
    return own ?? (count === 0 ? t('compare:noNamings') : null)
  }
  const cellOf = (outlet: string, frame: string) =>
    cells.find((one) => one.outlet === outlet && one.frame === frame)
  const total = (outlet: string) =>
    number(figure.outlets.find((one) => one.outlet === outlet)?.count ?? 0, language)
  const rows = order.map((outlet) => ({
    outlet,
    name: outletName(outlet, t),
    total: total(outlet),
    note: noteOf(outlet),
    cells: figure.frames.map(({ id }) => {
      const cell = cellOf(outlet, id)
      if (cell === undefined) return { value: '0', detail: '', quiet: true }
      return { value: cell.note ?? cell.text, detail: cell.note === undefined ? cell.detail : '' }
    }),
  }))
  return (
    <ViewCard
      {...card}
      title={title}
      sentence={sentence}
      notes={[note, card.draws, story.title]}
      table={<CardTable figure={figure} rows={rows} title={title} />}
      filled={figure.outlets.some(({ count }) => count > 0)}
      concept={figure.concept}
      footer={<p className="few">{note}</p>}
    >
      <FrameColumnsChart
        label={`${title}. ${sentence} ${t('compare:chartHint')}`}
        totalLabel={t('compare:totalHead')}
        columns={columnsOf(figure, language)}
        rows={rows.map(({ outlet, name, total, note }) => ({
          id: outlet,
          name,
          total,
          note: note === null ? null : { text: note, spoken: `${name}: ${note}`, opens: false },
          cells:
            note === null
              ? cells
                  .filter((one) => one.outlet === outlet)
                  .map((one) => ({ ...one, column: one.frame, voices: [] }))
              : [],
        }))}
        axis={axis}
        form="dot"
        selected={null}
        sorted={sorted}
        onSort={(frame) => setSorted(frame === sorted ? null : frame)}
        sortLabel={({ id, label }) =>
          t(sorted === id ? 'apart:sortedNow' : 'apart:sortedBy', { frame: label })
        }
        onOpen={({ row, column }) => void navigate(linkOf(row, column))}
      />
    </ViewCard>
  )
}
