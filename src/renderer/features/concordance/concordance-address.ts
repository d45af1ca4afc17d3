import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { ArticleFilter, ConcordanceFind } from '#shared/contract/contract.ts'
import {
  CONCORDANCE_SORTS,
  type ConcordanceSort,
  WORD_MATCHES,
  type WordMatch,
} from '#shared/domain/concordance.ts'
import { VOICE_FILTERS, type VoiceFilter } from '#shared/domain/voice.ts'
import { type AddressChange, changeParams, outletParam } from '../library/library-address.ts'

export const KINDS = ['words', 'mentions'] as const

/** Everything the address says about the concordance. */
export interface ConcordanceView {
  readonly kind: (typeof KINDS)[number]
  readonly text: string
  readonly match: WordMatch
  readonly concept: string | null
  readonly frame: string | null
  readonly speaker: string | null
  readonly voice: VoiceFilter
  /** Null: the story that is being looked at elsewhere. */
  readonly story: number | 'all' | null
  /** Null in the list stands for "no outlet given"; an empty list: all. */
  readonly outlets: readonly (string | null)[]
  /** Namings as the rules found them, without readers' corrections. */
  readonly asFound: boolean
  readonly sort: ConcordanceSort
}

/** Reads the view from the address; what is absent or unknown takes its default. */
export function readConcordanceView(params: URLSearchParams): ConcordanceView {
  const story = params.get('story')
  return {
    kind: oneOf(KINDS, params.get('kind')) ?? (params.get('concept') === null ? 'words' : 'mentions'),
    text: (params.get('q') ?? '').trim().slice(0, 300),
    match: oneOf(WORD_MATCHES, params.get('match')) ?? 'form',
    concept: params.get('concept') || null,
    frame: params.get('frame') || null,
    speaker: params.get('speaker') || null,
    voice: oneOf(VOICE_FILTERS, params.get('voice')) ?? 'all',
    story: story === 'all' ? 'all' : story !== null && /^[1-9]\d{0,14}$/.test(story) ? Number(story) : null,
    outlets: params.getAll('outlet').map((name) => (name === outletParam(null) ? null : name)),
    asFound: params.get('corrections') === 'found',
    sort: oneOf(CONCORDANCE_SORTS, params.get('sort')) ?? 'right1',
  }
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | undefined =>
  values.find((value) => value === text)

/** What the engine is asked to find; null while nothing was entered. */
export function findOf(view: ConcordanceView): ConcordanceFind | null {
  if (view.kind === 'words')
    return view.text === '' ? null : { kind: 'words', text: view.text, match: view.match }
  return {
    kind: 'mentions',
    voice: view.voice,
    ...(view.concept === null ? {} : { concept: view.concept }),
    ...(view.concept === null || view.frame === null ? {} : { frame: view.frame }),
    ...(view.speaker === null ? {} : { speaker: view.speaker }),
  }
}

/** The articles to look in. `current` is the story that the address leaves open. */
export function filterOf(view: ConcordanceView, current: number | null): ArticleFilter {
  const story = view.story ?? current ?? 'all'
  return {
    ...(story === 'all' ? {} : { storyId: story }),
    ...(view.outlets.length === 0 ? {} : { outlets: [...view.outlets] }),
    ...(view.asFound ? { asFound: true } : {}),
  }
}

/** The address of the lines behind a figure of Compare. */
export function concordanceLink(lines: {
  readonly storyId: number
  readonly concept: string
  readonly frame: string | null
  /** Empty: no outlet given. */
  readonly outlet: string
  readonly voice: VoiceFilter
  readonly asFound: boolean
}): string {
  const params = new URLSearchParams({
    kind: 'mentions',
    story: String(lines.storyId),
    concept: lines.concept,
  })
  if (lines.frame !== null) params.set('frame', lines.frame)
  if (lines.voice !== 'all') params.set('voice', lines.voice)
  params.set('outlet', outletParam(lines.outlet === '' ? null : lines.outlet))
  if (lines.asFound) params.set('corrections', 'found')
  return `/concordance?${params}`
}

/** The view in the address, and how to change it. */
export function useConcordanceView(): {
  readonly view: ConcordanceView
  readonly change: (change: AddressChange, options?: { readonly replace?: boolean }) => void
} {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => readConcordanceView(params), [params])
  const change = useCallback(
    (wished: AddressChange, options: { readonly replace?: boolean } = {}) =>
      setParams((before) => changeParams(before, wished), options),
    [setParams],
  )
  return { view, change }
}
