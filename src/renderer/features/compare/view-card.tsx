import { Menu, UnstyledButton } from '@mantine/core'
import { type ReactNode, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figureAsSvg, svgAsPng } from '../../charts/save-figure.ts'
import { usePlatform } from '../../platform/engine.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import classes from './compare.module.css'

interface CardProps {
  readonly title: string
  readonly sentence: string
  /** The saved files' name, without its ending. */
  readonly fileName: string
  readonly csv: () => string
  /** The chart to save as a picture; without one only the table is saved. */
  readonly chart?: {
    readonly box: RefObject<HTMLDivElement | null>
    readonly notes: readonly string[]
  }
  /** The table twin of the chart, shown in its place. */
  readonly table?: ReactNode
  readonly formula?: ReactNode
  readonly children: ReactNode
}

/** A card of a view: title, what it shows in words, the figures, how they are computed, and saving. */
export function ViewCard(props: CardProps): ReactNode {
  const { title, sentence, fileName, chart, table, formula } = props
  const { t } = useTranslation('compare')
  const platform = usePlatform()
  const errorText = useErrorText()
  const [asTable, setAsTable] = useState(false)
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const ids = useId()
  const save = async (kind: 'png' | 'svg' | 'csv') => {
    setProblem(null)
    try {
      if (kind === 'csv') {
        await platform.saveFile(`${fileName}.csv`, 'text/csv;charset=utf-8', props.csv())
        return
      }
      if (asTable) {
        // The picture is of the chart: it comes back, and is drawn by the next frame.
        setAsTable(false)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      if (chart === undefined || chart.box.current === null) return
      const svg = figureAsSvg(chart.box.current, { title, sentence, notes: chart.notes })
      if (kind === 'svg') await platform.saveFile(`${fileName}.svg`, 'image/svg+xml', svg)
      else await platform.saveFile(`${fileName}.png`, 'image/png', await svgAsPng(svg))
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <article className={classes.card} aria-labelledby={`${ids}-title`}>
      <header className={classes.cardHead}>
        <h2 id={`${ids}-title`}>{title}</h2>
        <div className={classes.tools}>
          {table === undefined ? null : (
            <UnstyledButton
              className={classes.tool}
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? t('chart') : t('table')}
            </UnstyledButton>
          )}
          {formula === undefined ? null : (
            <UnstyledButton
              className={classes.tool}
              aria-expanded={open}
              aria-controls={`${ids}-formula`}
              onClick={() => setOpen(!open)}
            >
              {t('formula')}
            </UnstyledButton>
          )}
          <Menu>
            <Menu.Target>
              <UnstyledButton className={classes.tool}>{t('saveFigure')}</UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              {chart === undefined ? null : (
                <>
                  <Menu.Item onClick={() => void save('png')}>{t('savePng')}</Menu.Item>
                  <Menu.Item onClick={() => void save('svg')}>{t('saveSvg')}</Menu.Item>
                </>
              )}
              <Menu.Item onClick={() => void save('csv')}>{t('saveCsv')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </header>
      <p className={classes.sentence}>{sentence}</p>
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {errorText(problem)}
        </p>
      )}
      <div id={`${ids}-formula`}>{open ? formula : null}</div>
      {asTable ? table : props.children}
    </article>
  )
}
