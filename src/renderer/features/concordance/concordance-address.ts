import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type ArticleFilter, type ConcordanceFind, type Near, nearSchema } from '#shared/contract/contract.ts'
import {
  CONCORDANCE_SORTS,
  type ConcordanceSort,
  WORD_MATCHES,
  type WordMatch,
} from '#shared/domain/concordance.ts'
import { VOICE_FILTERS, type VoiceFilter } from '#shared/domain/voice.ts'
import { type AddressChange, changeParams, outletParam } from '../library/library-address.ts'

export const KINDS = ['words', 'mentions'] as const

/** Parts of articles to narrow namings to; `front`: headline and lead. */
export const SECTION_CHOICES = ['headline', 'lead', 'front', 'body', 'caption'] as const
export type SectionChoice = (typeof SECTION_CHOICES)[number]

const DAY = /^\d{4}-\d{2}-\d{2}$/

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
  /** Null: anywhere in the articles. */
  readonly section: SectionChoice | null
  /** Language codes; an empty list: all. */
  readonly languages: readonly string[]
  /** First and last day, `YYYY-MM-DD`; null: any. */
  readonly from: string | null
  readonly to: string | null
  /** Passages that several articles share count once. */
  readonly once: boolean
  /** For words as Compare counts them: in the outlets' own words alone, and near what. */
  readonly voices: 'all' | 'narration'
  readonly near: Near | null
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
    section: oneOf(SECTION_CHOICES, params.get('section')) ?? null,
    languages: params.getAll('lang').filter((code) => /^[a-z]{2,3}$/.test(code)),
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
    once: params.get('repeats') === 'once',
    voices: params.get('voices') === 'narration' ? 'narration' : 'all',
    near: readNear(params),
    sort: oneOf(CONCORDANCE_SORTS, params.get('sort')) ?? 'right1',
  }
}

export const isCounted = (match: WordMatch): boolean => match === 'counted' || match === 'countedLemma'

const dayOf = (text: string | null): string | null => (text !== null && DAY.test(text) ? text : null)

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | undefined =>
  values.find((value) => value === text)

/** What the engine is asked to find; null while nothing was entered. */
export function findOf(view: ConcordanceView): ConcordanceFind | null {
  if (view.kind === 'words')
    return view.text === ''
      ? null
      : {
          kind: 'words',
          text: view.text,
          match: view.match,
          ...(isCounted(view.match) && view.voices === 'narration' ? { voices: view.voices } : {}),
          ...(isCounted(view.match) && view.near !== null ? { near: view.near } : {}),
        }
  return {
    kind: 'mentions',
    voice: view.voice,
    ...(view.concept === null ? {} : { concept: view.concept }),
    ...(view.concept === null || view.frame === null ? {} : { frame: view.frame }),
    ...(view.speaker === null ? {} : { speaker: view.speaker }),
    ...(view.section === null
      ? {}
      : { sections: view.section === 'front' ? ['headline', 'lead'] : [view.section] }),
  }
}

/** The articles to look in. `current` is the story that the address leaves open. */
export function filterOf(view: ConcordanceView, current: number | null): ArticleFilter {
  const story = view.story ?? current ?? 'all'
  return {
    ...(story === 'all' ? {} : { storyId: story }),
    ...(view.outlets.length === 0 ? {} : { outlets: [...view.outlets] }),
    ...(view.languages.length === 0 ? {} : { languages: [...view.languages] }),
    ...(view.from === null ? {} : { from: view.from }),
    ...(view.to === null ? {} : { to: view.to }),
    ...(view.asFound ? { asFound: true } : {}),
    ...(view.once ? { once: true } : {}),
  }
}

/** What words are looked for near, as the address says it; null: anywhere. */
function readNear(params: URLSearchParams): Near | null {
  const parsed = nearSchema.safeParse({
    within: params.get('within'),
    ...(params.has('window') ? { window: Number(params.get('window')) } : {}),
    ...(params.has('pos') ? { pos: params.getAll('pos') } : {}),
    node: params.has('nearWord')
      ? { kind: 'words', text: params.get('nearWord') }
      : {
          kind: 'mentions',
          concept: params.get('nearConcept'),
          ...(params.has('nearFrame') ? { frame: params.get('nearFrame') } : {}),
        },
  })
  return parsed.success ? parsed.data : null
}

/** The address of a word's lines exactly as Compare counts them. */
export function countedLink(
  words: string,
  counted: {
    readonly storyId: number
    readonly unit: 'form' | 'lemma'
    readonly outlets?: readonly string[]
    readonly voices?: 'all' | 'narration'
    readonly near?: Near
    readonly language?: string
    readonly once?: boolean
  },
): string {
  const params = new URLSearchParams({
    kind: 'words',
    q: words,
    story: String(counted.storyId),
    match: counted.unit === 'lemma' ? 'countedLemma' : 'counted',
  })
  for (const outlet of counted.outlets ?? [])
    params.append('outlet', outletParam(outlet === '' ? null : outlet))
  if (counted.voices === 'narration') params.set('voices', 'narration')
  if (counted.language !== undefined) params.set('lang', counted.language)
  if (counted.once === true) params.set('repeats', 'once')
  if (counted.near !== undefined) {
    const { node, within, window, pos } = counted.near
    params.set('within', within)
    if (within === 'window') params.set('window', String(window))
    for (const one of pos ?? []) params.append('pos', one)
    if (node.kind === 'words') params.set('nearWord', node.text)
    else {
      params.set('nearConcept', node.concept)
      if (node.frame !== undefined) params.set('nearFrame', node.frame)
    }
  }
  return `/concordance?${params}`
}

/** The address of the lines behind a figure of Compare. */
export function concordanceLink(lines: {
  readonly storyId: number
  readonly concept: string | null
  readonly frame?: string | null
  /** Empty names: no outlet given. Without any: all outlets. */
  readonly outlets?: readonly string[]
  readonly speaker?: string
  readonly voice: VoiceFilter
  readonly section?: SectionChoice
  readonly day?: string
  readonly asFound?: boolean
  readonly once?: boolean
}): string {
  const params = new URLSearchParams({ kind: 'mentions', story: String(lines.storyId) })
  if (lines.concept !== null) params.set('concept', lines.concept)
  if (lines.frame != null) params.set('frame', lines.frame)
  if (lines.speaker !== undefined) params.set('speaker', lines.speaker)
  if (lines.voice !== 'all') params.set('voice', lines.voice)
  if (lines.section !== undefined) params.set('section', lines.section)
  for (const outlet of lines.outlets ?? [])
    params.append('outlet', outletParam(outlet === '' ? null : outlet))
  if (lines.day !== undefined) {
    params.set('from', lines.day)
    params.set('to', lines.day)
  }
  if (lines.asFound === true) params.set('corrections', 'found')
  if (lines.once === true) params.set('repeats', 'once')
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
