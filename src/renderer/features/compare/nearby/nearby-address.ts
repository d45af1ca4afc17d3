import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Near } from '#shared/contract/contract.ts'
import { COLLOCATE_SORTS, type CollocateSort, NEAR } from '#shared/domain/collocates.ts'
import type { PartOfSpeech } from '#shared/domain/part-of-speech.ts'
import { type AddressChange, changeParams, outletParam } from '../../library/library-address.ts'
import { oneOf } from '../compare-address.ts'

/** Kinds of words that can be asked for, as parts of speech. */
export const POSES = {
  all: null,
  describing: ['adjective', 'participle', 'verb', 'gerund'],
  adjectives: ['adjective', 'participle'],
  verbs: ['verb', 'gerund'],
  nouns: ['noun', 'name'],
} as const satisfies Readonly<Record<string, readonly PartOfSpeech[] | null>>
export type Pos = keyof typeof POSES
const POS_NAMES = Object.keys(POSES) as readonly Pos[]

export const WINDOW = 5
export const MIN_COUNT = 3

/** Everything the address says about words nearby. */
export interface NearbyAddress {
  readonly around: 'mentions' | 'words'
  readonly text: string
  /** Null: any frame of the concept. */
  readonly frame: string | null
  /** By name, the empty one for none given; null: all. */
  readonly outlet: string | null
  readonly within: Near['within']
  readonly unit: 'form' | 'lemma'
  readonly pos: Pos
  readonly minCount: number
  readonly sort: CollocateSort
  readonly descending: boolean
}

/** Reads the view from the address; what is absent or unknown takes its default. */
export function readNearbyAddress(params: URLSearchParams): NearbyAddress {
  const outlet = params.get('outlet')
  const count = params.get('count')
  const sort = oneOf(COLLOCATE_SORTS, params.get('sort')) ?? 'g2'
  const order = params.get('order')
  return {
    around: params.get('around') === 'word' ? 'words' : 'mentions',
    text: (params.get('q') ?? '').trim().slice(0, 300),
    frame: params.get('frame') || null,
    outlet: outlet === null ? null : outlet === outletParam(null) ? '' : outlet,
    within: oneOf(NEAR, params.get('within')) ?? 'window',
    unit: params.get('unit') === 'form' ? 'form' : 'lemma',
    pos: oneOf(POS_NAMES, params.get('pos')) ?? 'all',
    minCount: count !== null && /^[1-9]\d{0,3}$/.test(count) ? Number(count) : MIN_COUNT,
    sort,
    descending: order === null ? sort !== 'word' : order === 'down',
  }
}

/** The view in the address, and how to change it. */
export function useNearbyAddress(): {
  readonly view: NearbyAddress
  readonly change: (change: AddressChange) => void
} {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => readNearbyAddress(params), [params])
  const change = useCallback(
    (wished: AddressChange) => setParams((before) => changeParams(before, wished), { replace: true }),
    [setParams],
  )
  return { view, change }
}
