import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import { VOICES, type Voice, type VoiceFilter } from '#shared/domain/voice.ts'
import { type AddressChange, changeParams } from '../library/library-address.ts'

/** Whose words are shown: one voice, all of them together, or all of them side by side. */
export const VOICE_CHOICES = [...VOICES, 'all', 'split'] as const
export type VoiceChoice = (typeof VOICE_CHOICES)[number]

export const SHOWS = ['share', 'rate', 'count'] as const
/** What is drawn: share among the namings of a concept, namings per 1,000 words, or number of namings. */
export type Show = (typeof SHOWS)[number]

/** Rows by name, or by what is drawn for one frame, largest first. */
export type RowOrder = { readonly concept: string; readonly frame: string } | 'name'

/** What the panel speaks of. Without a frame: all namings of the concept by the outlet. `outlet` '' means none given. */
export interface PanelTarget {
  readonly concept: string
  readonly frame: string | null
  readonly outlet: string
}

/** The views of a story, in their groups: how it is named, its words, who speaks, what is missing, numbers, days. */
export const VIEW_GROUPS = {
  frames: ['frames', 'differences', 'salience', 'tone'],
  words: ['words', 'collocates'],
  speakers: ['speakers'],
  silence: ['silence'],
  facts: ['facts'],
  repeats: ['repeats'],
  time: ['time'],
} as const
export type ViewGroup = keyof typeof VIEW_GROUPS
export type StoryView = (typeof VIEW_GROUPS)[ViewGroup][number]
const STORY_VIEWS: readonly StoryView[] = Object.values(VIEW_GROUPS).flat()

export const readStoryView = (params: URLSearchParams): StoryView =>
  oneOf(STORY_VIEWS, params.get('view')) ?? 'frames'

/** Everything the address says about the view. */
export interface CompareView {
  readonly lexicon: string | null
  readonly voice: VoiceChoice
  readonly show: Show
  readonly order: RowOrder
  readonly panel: PanelTarget | null
  readonly lines: 'newest' | 'oldest'
  /** Figures as the rules found them, without readers' corrections. */
  readonly asFound: boolean
  /** Passages that several articles share count only where they were published first. */
  readonly once: boolean
  /** The first launch asks for one panel to be opened. */
  readonly openFirst: boolean
}

/** Reads the view from the address; what is absent or unknown takes its default. */
export function readCompareView(params: URLSearchParams): CompareView {
  const concept = params.get('concept')
  const outlet = params.get('outlet')
  const sort = params.get('sort')?.split('/') ?? []
  return {
    lexicon: params.get('lexicon'),
    voice: oneOf(VOICE_CHOICES, params.get('voice')) ?? 'narration',
    show: oneOf(SHOWS, params.get('show')) ?? 'share',
    order: sort.length === 2 ? { concept: sort[0]!, frame: sort[1]! } : 'name',
    panel:
      concept === null || outlet === null
        ? null
        : { concept, frame: params.get('frame') || null, outlet: outlet },
    lines: params.get('lines') === 'oldest' ? 'oldest' : 'newest',
    asFound: params.get('corrections') === 'found',
    once: params.get('repeats') === 'once',
    openFirst: params.get('open') === 'first',
  }
}

export const oneOf = <Value extends string>(
  values: readonly Value[],
  text: string | null,
): Value | undefined => values.find((value) => value === text)

/** The voice that the engine is asked for: side by side needs them all. */
export const filterOf = (voice: VoiceChoice): VoiceFilter => (voice === 'split' ? 'all' : voice)

/** What every figure of the screen counts: with or without readers' corrections, shared passages each or once. */
export type Counting = Pick<CompareView, 'asFound' | 'once'>

/** The articles that every figure of the screen speaks of, and how they count. */
export const figureFilter = (storyId: number, { asFound, once }: Counting): ArticleFilter => ({
  storyId,
  ...(asFound ? { asFound } : {}),
  ...(once ? { once } : {}),
})

export const isSingleVoice = (voice: VoiceChoice): voice is Voice => voice !== 'all' && voice !== 'split'

export const orderParam = (order: RowOrder): string | null =>
  order === 'name' ? null : `${order.concept}/${order.frame}`

/** The change of the address that opens a panel, or closes it. */
export const panelChange = (panel: PanelTarget | null): AddressChange => ({
  open: null,
  concept: panel?.concept ?? null,
  frame: panel?.frame ?? null,
  outlet: panel?.outlet ?? null,
})

/** The view in the address, and how to change it. */
export function useCompareView(): {
  readonly view: CompareView
  readonly change: (change: AddressChange, options?: { readonly replace?: boolean }) => void
} {
  const [params, setParams] = useSearchParams()
  const view = useMemo(() => readCompareView(params), [params])
  const change = useCallback(
    (wished: AddressChange, options: { readonly replace?: boolean } = {}) =>
      setParams((before) => changeParams(before, wished), options),
    [setParams],
  )
  return { view, change }
}
