import { Menu, UnstyledButton } from '@mantine/core'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { MarkPlace } from '../../charts/chart-data.ts'
import { FrameColumnsChart } from '../../charts/frame-columns-chart.tsx'
import { figureAsSvg, svgAsPng } from '../../charts/save-figure.ts'
import { usePlatform } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { CardFormula } from './card-formula.tsx'
import { CardTable } from './card-table.tsx'
import classes from './compare.module.css'
import type { CompareView, PanelTarget } from './compare-address.ts'
import { axisOf, columnsOf, type Drawing, formOf, rowsOf } from './compare-rows.ts'
import { sentenceOf } from './compare-sentence.ts'
import { figureCsv } from './compare-table.ts'
import { TestLine } from './solid/test-line.tsx'

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
  const platform = usePlatform()
  const errorText = useErrorText()
  const chart = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const [formula, setFormula] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const ids = useId()

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

  const save = async (kind: 'png' | 'svg' | 'csv') => {
    setProblem(null)
    const name = `parallax-${figure.concept}${view.asFound ? '-as-found' : ''}`
    try {
      if (kind === 'csv') {
        const csv = figureCsv(figure, order, drawing, t)
        await platform.saveFile(`${name}.csv`, 'text/csv;charset=utf-8', csv)
        return
      }
      if (chart.current === null) {
        // The picture is of the chart: it comes back, and is drawn by the next frame.
        setAsTable(false)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      if (chart.current === null) return
      const note = view.voice === 'split' ? t('compare:note.split') : t(`compare:note.${view.show}`)
      const svg = figureAsSvg(chart.current, {
        title,
        sentence,
        notes: [
          note,
          `${story}. ${t('compare:formulas.lexicon', { lexicons })}`,
          ...(correctionsNote === null ? [] : [correctionsNote]),
        ],
      })
      if (kind === 'svg') await platform.saveFile(`${name}.svg`, 'image/svg+xml', svg)
      else await platform.saveFile(`${name}.png`, 'image/png', await svgAsPng(svg))
    } catch (error) {
      setProblem(error)
    }
  }

  return (
    <article className={classes.card} aria-labelledby={`${ids}-title`} data-concept={figure.concept}>
      <header className={classes.cardHead}>
        <h2 id={`${ids}-title`}>{title}</h2>
        {named ? (
          <div className={classes.tools}>
            <UnstyledButton
              className={classes.tool}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? t('compare:chart') : t('compare:table')}
            </UnstyledButton>
            <UnstyledButton
              className={classes.tool}
              aria-expanded={formula}
              aria-controls={`${ids}-formula`}
              onClick={() => setFormula(!formula)}
            >
              {t('compare:formula')}
            </UnstyledButton>
            <Menu>
              <Menu.Target>
                <UnstyledButton className={classes.tool}>{t('compare:saveFigure')}</UnstyledButton>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void save('png')}>{t('compare:savePng')}</Menu.Item>
                <Menu.Item onClick={() => void save('svg')}>{t('compare:saveSvg')}</Menu.Item>
                <Menu.Item onClick={() => void save('csv')}>{t('compare:saveCsv')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        ) : null}
      </header>
      <p className={classes.sentence}>{sentence}</p>
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {errorText(problem)}
        </p>
      )}
      <div id={`${ids}-formula`}>
        {formula ? (
          <CardFormula
            show={view.show}
            voice={view.voice}
            lexicons={lexicons}
            corrections={correctionsNote}
          />
        ) : null}
      </div>
      {!named ? null : asTable ? (
        <CardTable figure={figure} order={order} drawing={drawing} title={title} />
      ) : (
        <div ref={chart}>
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
        </div>
      )}
      {named ? <TestLine storyId={props.storyId} concept={figure.concept} view={view} /> : null}
    </article>
  )
}
