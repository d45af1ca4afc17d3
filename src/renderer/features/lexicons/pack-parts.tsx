import { Fragment, type ReactNode } from 'react'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { ProblemsByPlace } from './draft.ts'
import type { DraftActions } from './draft-store.ts'
import classes from './lexicons.module.css'

/** Place of a frame in its concept as figures colour it, from 1; null when it has none. */
export type FrameColour = (concept: string, frame: string) => number | null

/** What every part of the editor works with. */
export interface Editing {
  readonly lexicon: Lexicon
  readonly readOnly: boolean
  readonly problems: ProblemsByPlace
  readonly colours: FrameColour
  readonly edit: DraftActions['edit']
}

/** The square in a frame's colour. */
export function Swatch({ place }: { readonly place: number | null }): ReactNode {
  const colour = place === null || place > 6 ? 'var(--line-strong)' : `var(--frame-${place})`
  return <i className={classes.swatch} style={{ background: colour }} aria-hidden="true" />
}

/** A pattern that breaks between its alternatives, not within a word. */
export function Pattern({ text }: { readonly text: string }): ReactNode {
  return text.split('|').map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in their order.
    <Fragment key={at}>
      {at === 0 ? null : (
        <>
          |<wbr />
        </>
      )}
      {part}
    </Fragment>
  ))
}

/** Faults that belong to no field shown here. */
export function Faults({ messages }: { readonly messages: readonly string[] }): ReactNode {
  if (messages.length === 0) return null
  return (
    <ul className={classes.faults} role="alert">
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  )
}

/** The faults of a field, for its `error`; undefined when it has none. */
export const errorOf = (messages: readonly string[]): string | undefined =>
  messages.length === 0 ? undefined : messages.join(' ')
