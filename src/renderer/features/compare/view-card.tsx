import { type ReactNode, useId, useRef, useState } from 'react'
import { figureAsSvg, svgAsPng } from '../../charts/save-figure.ts'
import { usePlatform } from '../../platform/engine.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import type { AddressChange } from '../library/library-address.ts'
import { CardTools, type SavedKind } from './card-tools.tsx'
import classes from './compare.module.css'
import { PinCard } from './pin-card.tsx'

interface CardProps {
  readonly title: string
  readonly sentence: string
  /** The saved files' name, without its ending. */
  readonly fileName: string
  readonly csv: () => string
  /** Lines under a saved picture: what the marks mean, story, lexicon. */
  readonly notes: readonly string[]
  /** The table twin of the chart, shown in its place. Without one the figure is a table already. */
  readonly table?: ReactNode
  readonly formula?: ReactNode
  /** A formula with this figure's own numbers, for a notebook page. */
  readonly worked?: readonly string[]
  /** Finds the card again from a notebook page, where the file's name is in the language of the interface. */
  readonly pinKey?: string
  /** What the view has chosen by itself, as the address would name it: a notebook page leads back to just this. */
  readonly choices?: AddressChange
  /** Settings of the view besides those that all views have, for a notebook page. */
  readonly settings?: readonly { readonly label: string; readonly value: string }[]
  /** False: there is nothing to draw or save. */
  readonly filled?: boolean
  /** Stands under chart and table alike. */
  readonly footer?: ReactNode
  /** The concept that the card is of, to find it by. */
  readonly concept?: string
  readonly children: ReactNode
}

/** A card of Compare: title, what it shows in words, the figures, how they are computed, and saving. */
export function ViewCard(props: CardProps): ReactNode {
  const { title, sentence, fileName, table, formula, filled = true } = props
  const platform = usePlatform()
  const errorText = useErrorText()
  const figure = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const ids = useId()
  const save = async (kind: SavedKind) => {
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
      if (figure.current === null) return
      const svg = figureAsSvg(figure.current, { title, sentence, notes: props.notes })
      if (kind === 'svg') await platform.saveFile(`${fileName}.svg`, 'image/svg+xml', svg)
      else await platform.saveFile(`${fileName}.png`, 'image/png', await svgAsPng(svg))
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <article className={classes.card} aria-labelledby={`${ids}-title`} data-concept={props.concept}>
      <header className={classes.cardHead}>
        <h2 id={`${ids}-title`}>{title}</h2>
        {filled ? (
          <CardTools
            asTable={table === undefined ? null : asTable}
            onTable={() => setAsTable(!asTable)}
            formula={formula === undefined ? null : { open, controls: `${ids}-formula` }}
            onFormula={() => setOpen(!open)}
            onSave={(kind) => void save(kind)}
            pin={<PinCard subject={{ ...props, key: props.pinKey ?? fileName, drawing: props.children }} />}
          />
        ) : null}
      </header>
      <p className={classes.sentence}>{sentence}</p>
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {errorText(problem)}
        </p>
      )}
      <div id={`${ids}-formula`}>
        {open && formula !== undefined ? <div className={classes.formula}>{formula}</div> : null}
      </div>
      {!filled ? null : asTable && table !== undefined ? table : <div ref={figure}>{props.children}</div>}
      {props.footer}
    </article>
  )
}
