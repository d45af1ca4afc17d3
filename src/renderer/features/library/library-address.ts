import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { ARTICLE_SORTS, type ArticleFilter } from '#shared/contract/contract.ts'

export type ArticleSort = (typeof ARTICLE_SORTS)[number]

/** Which rows are chosen: some by id, or all that the filter selects. */
export type Selection = 'all' | readonly number[]

/** What the Library shows, as its address says it. */
export interface LibraryView {
  readonly filter: ArticleFilter
  readonly sort: ArticleSort
  readonly descending: boolean
  readonly selection: Selection
  readonly concept: string | null
  readonly pasting: boolean
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Stands for "none given" in the address, where an empty outlet name would be ambiguous. */
const NONE = '(none)'

/** Reads the address. What it does not understand is passed over: an old link still opens. */
export function readView(params: URLSearchParams): LibraryView {
  const story = params.get('story')
  const outlets = params.getAll('outlet').map((name) => (name === NONE ? null : name))
  const languages = params.getAll('lang')
  const from = params.get('from')
  const to = params.get('to')
  const query = params.get('q')?.slice(0, 500)
  const asked = ARTICLE_SORTS.find((one) => one === params.get('sort'))
  const sort = asked ?? (query ? 'relevance' : 'published')
  const order = params.get('order')
  const chosen = params.get('sel')
  return {
    filter: {
      ...(story === 'none' ? { storyId: null } : {}),
      ...(story !== null && /^[1-9]\d{0,14}$/.test(story) ? { storyId: Number(story) } : {}),
      ...(outlets.length > 0 ? { outlets } : {}),
      ...(languages.length > 0 ? { languages } : {}),
      ...(from !== null && DAY.test(from) ? { from } : {}),
      ...(to !== null && DAY.test(to) ? { to } : {}),
      ...(query ? { query } : {}),
      ...(params.get('check') === '1' ? { guessedOnly: true } : {}),
    },
    sort,
    descending: order === null ? startsDescending(sort) : order === 'down',
    selection:
      chosen === 'all'
        ? 'all'
        : (chosen ?? '')
            .split(',')
            .filter((id) => /^[1-9]\d{0,14}$/.test(id))
            .map(Number),
    concept: params.get('concept'),
    pasting: params.get('paste') === '1',
  }
}

/** The order a person expects first: newest, longest and best found first; names from A. */
export const startsDescending = (sort: ArticleSort): boolean => sort !== 'title' && sort !== 'outlet'

/** A change of the address: each key's new values; null removes it. */
export type AddressChange = Readonly<Record<string, string | readonly string[] | null>>

export function changeParams(before: URLSearchParams, change: AddressChange): URLSearchParams {
  const next = new URLSearchParams(before)
  for (const [key, value] of Object.entries(change)) {
    next.delete(key)
    if (value === null) continue
    for (const one of typeof value === 'string' ? [value] : value) next.append(key, one)
  }
  return next
}

export const outletParam = (name: string | null): string => name ?? NONE
export const selectionParam = (selection: Selection): string | null =>
  selection === 'all' ? 'all' : selection.length === 0 ? null : selection.join(',')

/** The view in the address, and how to change it. A changed filter clears the selection. */
export function useLibraryView(): {
  readonly view: LibraryView
  readonly change: (change: AddressChange, options?: { readonly replace?: boolean }) => void
  readonly select: (selection: Selection) => void
} {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => readView(params), [params])
  const change = useCallback(
    (wished: AddressChange, options: { readonly replace?: boolean } = {}) =>
      setParams((before) => changeParams(before, wished), options),
    [setParams],
  )
  const select = useCallback(
    (selection: Selection) =>
      setParams((before) => changeParams(before, { sel: selectionParam(selection), paste: null }), {
        replace: true,
      }),
    [setParams],
  )
  return { view, change, select }
}
