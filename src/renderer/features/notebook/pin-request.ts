import { createContext } from 'react'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { FigurePin } from '#shared/domain/notebook.ts'

/** A figure that is wanted anew: the button of the figure with this key takes it by itself. */
export interface PinRequest {
  readonly key: string
  readonly take: (pin: FigurePin, filter: ArticleFilter) => void
}

/** Set where a screen is drawn out of sight to take a figure anew; null on the screens themselves. */
export const PinRequestContext = createContext<PinRequest | null>(null)
