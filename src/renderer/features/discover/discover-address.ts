import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type AddressChange, changeParams } from '../library/library-address.ts'

/** Everything the address says about Discover, beside the story. */
export interface DiscoverView {
  /** Null: words that could name anything. */
  readonly concept: string | null
  /** Null: the language that most articles are in. */
  readonly language: string | null
  /** The candidate that is being added to a lexicon. */
  readonly adding: string | null
  /** With words that were put aside. */
  readonly hidden: boolean
}

export const readDiscoverView = (params: URLSearchParams): DiscoverView => ({
  concept: params.get('concept'),
  language: params.get('lang'),
  adding: params.get('add'),
  hidden: params.get('hidden') === '1',
})

/** The view in the address, and how to change it. */
export function useDiscoverView(): {
  readonly view: DiscoverView
  readonly change: (change: AddressChange) => void
} {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => readDiscoverView(params), [params])
  const change = useCallback(
    (wished: AddressChange) => setParams((before) => changeParams(before, wished), { replace: true }),
    [setParams],
  )
  return { view, change }
}
