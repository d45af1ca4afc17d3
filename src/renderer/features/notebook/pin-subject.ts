import type { ReactNode } from 'react'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { FigurePin } from '#shared/domain/notebook.ts'

/** A figure that can be pinned: what stands on the screen, and what it was made from. */
export interface PinSubject {
  /** Finds the figure among those of its screen, also later. */
  readonly key: string
  readonly title: string
  readonly sentence: string
  /** What the marks mean. */
  readonly notes: readonly string[]
  /** The chart, or the table where the figure is one; drawn anew at the width of paper. Null: there is only `table`. */
  readonly drawing: ReactNode
  /** The table twin of the chart. */
  readonly table?: ReactNode
  /** How it is computed; `code` is a formula, `p` a sentence. */
  readonly formula?: ReactNode
  /** The same with this figure's own numbers, one formula each. */
  readonly worked?: readonly string[]
  /** The figures behind it, as CSV; null: the table holds them all. */
  readonly csv: () => string | null | Promise<string | null>
  readonly settings: FigurePin['settings']
  /** Address of the figure in the app. */
  readonly address: string
  /** The articles that it rests on. */
  readonly filter: ArticleFilter
  /** The story whose page is offered first; null: none. */
  readonly storyId: number | null
}
