import type { ReactNode } from 'react'
import type { LocalisedText } from '#shared/domain/lexicon.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import classes from './views.module.css'

/** A table of figures that scrolls sideways where it is wide; reached by keyboard under its name. */
export function ScrollTable({
  label,
  className,
  children,
}: {
  readonly label: string
  readonly className?: string | undefined
  readonly children: ReactNode
}): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <table
        className={className === undefined ? classes.table : `${classes.table} ${className}`}
        data-drawn=""
      >
        {children}
      </table>
    </section>
  )
}

/** A frame's name with its colour before it. `index` is its place in the lexicon. */
export function FrameName({ label, index }: { readonly label: string; readonly index: number }): ReactNode {
  return (
    <span className={classes.frameName}>
      <span className={classes.swatch} style={{ background: frameColour(index) }} />
      <span>{label}</span>
    </span>
  )
}

/** One of the six colours of frames, by place in the lexicon. */
export const frameColour = (index: number): string => `var(--frame-${(index % 6) + 1})`

/** The heads of a table with one column a frame. */
export function FrameHeads({
  frames,
}: {
  readonly frames: readonly { readonly id: string; readonly label: LocalisedText }[]
}): ReactNode {
  const language = useUiLanguage()
  return frames.map(({ id, label }, index) => (
    <th key={id} scope="col" className={classes.frameHead}>
      <FrameName label={label[language]} index={index} />
    </th>
  ))
}
