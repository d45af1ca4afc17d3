import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { FigurePin } from '#shared/domain/notebook.ts'
import { chartsAsSvg } from '../../charts/save-figure.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import classes from './notebook.module.css'
import type { PinSubject } from './pin-subject.ts'
import { joined, readFormula, readTable } from './read-figure.ts'

/** A chart measures itself and draws again; then it stands still. */
const SETTLE_MS = 120
const PATIENCE_MS = 10_000

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLE_MS))

/**
 * Draws a figure a second time out of sight, at the width of paper and in light colours, and takes it from there: what is
 * pinned looks the same whatever window and theme it was pinned in.
 */
export function PinStage({
  subject,
  onTaken,
  onFailed,
}: {
  readonly subject: PinSubject
  readonly onTaken: (pin: FigurePin) => void
  readonly onFailed: (error: unknown) => void
}): ReactNode {
  const language = useUiLanguage()
  const queries = useQueryClient()
  const stage = useRef<HTMLDivElement>(null)
  const take = useEffectEvent(async () => {
    const part = (name: string) => stage.current?.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? null
    const drawing = part('drawing')
    const twins = part('table')?.querySelectorAll('table')
    const tables =
      twins !== undefined && twins.length > 0 ? twins : (drawing?.querySelectorAll('table') ?? [])
    const formula = part('formula')
    return {
      kind: 'figure',
      key: subject.key,
      title: subject.title,
      sentence: subject.sentence,
      settings: subject.settings,
      address: subject.address,
      language,
      drawing: drawing === null ? null : chartsAsSvg(drawing),
      table: joined([...tables].map(readTable)),
      notes: [...subject.notes],
      formula: [
        ...(subject.worked ?? []).map((text) => ({ text, code: true })),
        ...(formula === null ? [] : readFormula(formula)),
      ],
      csv: await subject.csv(),
    } satisfies FigurePin
  })
  const taken = useEffectEvent(onTaken)
  const failed = useEffectEvent(onFailed)
  useEffect(() => {
    let gone = false
    const whenStill = async () => {
      // What the screen still waits for belongs to the figure: no old figures under new settings.
      for (let waited = 0; queries.isFetching() > 0 && waited < PATIENCE_MS; waited += SETTLE_MS) await rest()
      await rest()
      return take()
    }
    whenStill().then(
      (pin) => (gone ? undefined : taken(pin)),
      (error: unknown) => (gone ? undefined : failed(error)),
    )
    return () => {
      gone = true
    }
  }, [queries])
  return createPortal(
    <div ref={stage} className={classes.stage} data-paper inert aria-hidden="true">
      <div data-part="drawing">{subject.drawing}</div>
      <div data-part="table">{subject.table}</div>
      <div data-part="formula">{subject.formula}</div>
    </div>,
    document.body,
  )
}
