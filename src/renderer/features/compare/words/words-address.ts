import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { KEYNESS_SORTS, type KeynessSort } from '#shared/domain/story-figures.ts'
import { type AddressChange, changeParams, outletParam } from '../../library/library-address.ts'
import { oneOf } from '../compare-address.ts'

/** Everything the address says about the view of words. Outlets by name, the empty one for none given. */
export interface WordsAddress {
  /** Null: the first one. */
  readonly target: string | null
  /** Null: all the others. */
  readonly reference: string | null
  readonly unit: 'form' | 'lemma'
  readonly ngrams: 1 | 2 | 3
  readonly voices: 'all' | 'narration'
  readonly minCount: number
  readonly minArticles: number
  readonly absent: boolean
  readonly sort: KeynessSort
  readonly descending: boolean
  /** Passages that articles share count only where they were published first. */
  readonly once: boolean
  /** The word whose figures are spelt out. */
  readonly word: string | null
}

export const WORDS_DEFAULTS = { minCount: 3, minArticles: 1 } as const

const outletOf = (name: string | null): string | null =>
  name === null ? null : name === outletParam(null) ? '' : name

const whole = (text: string | null, otherwise: number): number =>
  text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : otherwise

/** Reads the view from the address; what is absent or unknown takes its default. */
export function readWordsAddress(params: URLSearchParams): WordsAddress {
  const sort = oneOf(KEYNESS_SORTS, params.get('sort')) ?? 'z'
  const order = params.get('order')
  return {
    target: outletOf(params.get('target')),
    reference: outletOf(params.get('against')),
    unit: params.get('unit') === 'lemma' ? 'lemma' : 'form',
    ngrams: params.get('n') === '2' ? 2 : params.get('n') === '3' ? 3 : 1,
    voices: params.get('voices') === 'narration' ? 'narration' : 'all',
    minCount: whole(params.get('count'), WORDS_DEFAULTS.minCount),
    minArticles: whole(params.get('articles'), WORDS_DEFAULTS.minArticles),
    absent: params.get('avoided') === '1',
    sort,
    descending: order === null ? startsDescending(sort) : order === 'down',
    once: params.get('repeats') === 'once',
    word: params.get('word'),
  }
}

/** The order a person expects first: words from A, small p and even spread first, all else largest first. */
export const startsDescending = (sort: KeynessSort): boolean =>
  sort !== 'word' && sort !== 'pAdjusted' && sort !== 'dp'

/** The view in the address, and how to change it. */
export function useWordsAddress(): {
  readonly view: WordsAddress
  readonly change: (change: AddressChange) => void
} {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => readWordsAddress(params), [params])
  const change = useCallback(
    (wished: AddressChange) => setParams((before) => changeParams(before, wished), { replace: true }),
    [setParams],
  )
  return { view, change }
}
