import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { MarkPlace } from '../../charts/chart-data.ts'
import { FrameColumnsChart } from '../../charts/frame-columns-chart.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { CardFormula } from './card-formula.tsx'
import { CardTable } from './card-table.tsx'
import type { CompareView, PanelTarget } from './compare-address.ts'
import { axisOf, columnsOf, type Drawing, formOf, rowsOf } from './compare-rows.ts'
import { sentenceOf } from './compare-sentence.ts'
import { figureCsv, tableOf } from './compare-table.ts'
import { exampleLines } from './computed-lines.ts'
import { TestLine } from './solid/test-line.tsx'
import { ViewCard } from './view-card.tsx'

interface CardProps {
  readonly storyId: number
  readonly figure: ConceptFigure
  /** The outlets in the order of the rows. */
  readonly order: readonly string[]
  readonly view: CompareView
  /** The lexicons with their versions, for what is saved. */
  readonly lexicons: string
  /** The story's title, for what is saved. */
  readonly story: string
  /** How many corrections by readers the story has. */
  readonly corrections: number
  readonly onOpen: (target: PanelTarget) => void
  readonly onSort: (frame: string) => void
}

/** One concept: what the figures show in words, the chart or its table, the formula, and saving. */
export function ConceptCard(props: CardProps): ReactNode {
  const { figure, order, view, lexicons, story, corrections, onOpen, onSort } = props
  const { t } = useTranslation(['compare', 'common', 'correct'])
  const language = useUiLanguage()
  const correctionsNote =
    corrections === 0
      ? null
      : t(view.asFound ? 'correct:formulaAsFound' : 'correct:formulaCounted', { count: corrections })
  const drawing: Drawing = { show: view.show, voice: view.voice, language }
  const title = figure.label[language]
  const sentence = sentenceOf(figure, view.show, view.voice, language, t)
  const named = figure.outlets.some(({ count }) => count > 0)
  const sorted = view.order !== 'name' && view.order.concept === figure.concept ? view.order.frame : null
  const { panel } = view
  const selected: MarkPlace | null =
    panel?.concept === figure.concept ? { row: panel.outlet, column: panel.frame } : null
  return (
    <ViewCard
      title={title}
      sentence={sentence}
      fileName={`parallax-${figure.concept}${view.asFound ? '-as-found' : ''}`}
      csv={() => figureCsv(figure, order, drawing, t)}
      notes={[
        view.voice === 'split' ? t('compare:note.split') : t(`compare:note.${view.show}`),
        `${story}. ${t('compare:formulas.lexicon', { lexicons })}`,
        ...(correctionsNote === null ? [] : [correctionsNote]),
      ]}
      table={<CardTable figure={figure} rows={tableOf(figure, order, drawing, t)} title={title} />}
      formula={
        <CardFormula show={view.show} voice={view.voice} lexicons={lexicons} corrections={correctionsNote} />
      }
      worked={exampleLines(figure, view.show, language, t)}
      filled={named}
      footer={named ? <TestLine storyId={props.storyId} concept={figure.concept} view={view} /> : null}
      concept={figure.concept}
    >
      <FrameColumnsChart
        label={`${title}. ${sentence} ${t('compare:chartHint')}`}
        totalLabel={t('compare:totalHead')}
        columns={columnsOf(figure, language)}
        rows={rowsOf(figure, order, drawing, t)}
        axis={axisOf(figure, drawing)}
        form={formOf(drawing)}
        selected={selected}
        sorted={sorted}
        onSort={onSort}
        sortLabel={({ id, label }) =>
          t(sorted === id ? 'compare:sortedNow' : 'compare:sortedBy', { frame: label })
        }
        onOpen={({ row, column }) => onOpen({ concept: figure.concept, frame: column, outlet: row })}
      />
    </ViewCard>
  )
}
