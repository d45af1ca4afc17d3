import { useSearchParams } from 'react-router'
import type { LexiconSummary } from '#shared/domain/library.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { changeParams } from '../library/library-address.ts'
import { type Counting, figureFilter, readCompareView } from './compare-address.ts'
import { useLexiconChoice } from './use-compare.ts'

type Concept = LexiconSummary['concepts'][number]

/** The lexicon and concept that a view of one concept speaks of: the address's, else the one named most. */
export function useConcept(storyId: number): {
  readonly lexicons: readonly LexiconSummary[]
  readonly lexicon: LexiconSummary | undefined
  /** Those that the story names, most often named first. */
  readonly concepts: readonly Concept[]
  readonly concept: Concept | undefined
  readonly counting: Counting
  readonly error: unknown
  readonly chooseLexicon: (id: string) => void
  readonly chooseConcept: (id: string) => void
} {
  const [params, setParams] = useSearchParams()
  const { lexicon: asked, asFound, once } = readCompareView(params)
  const counting = { asFound, once }
  const choice = useLexiconChoice(storyId, { lexicon: asked, ...counting })
  const counts = useEngineQuery('figures.concepts', { filter: figureFilter(storyId, counting) })
  const mentions = new Map(counts.data?.map((one) => [one.concept, one.mentions]))
  const concepts = (counts.data === undefined ? [] : (choice.lexicon?.concepts ?? []))
    .filter(({ id }) => (mentions.get(id) ?? 0) > 0)
    .toSorted((a, b) => (mentions.get(b.id) ?? 0) - (mentions.get(a.id) ?? 0))
  const change = (wished: Record<string, string | null>) =>
    setParams((before) => changeParams(before, wished), { replace: true })
  return {
    lexicons: choice.lexicons ?? [],
    lexicon: choice.lexicon,
    concepts,
    concept: concepts.find(({ id }) => id === params.get('about')) ?? concepts[0],
    counting,
    error: choice.error,
    chooseLexicon: (lexicon) => change({ lexicon, about: null }),
    chooseConcept: (about) => change({ about }),
  }
}
