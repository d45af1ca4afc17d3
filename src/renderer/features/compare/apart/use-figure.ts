import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { figureFilter } from '../compare-address.ts'
import type { useConcept } from '../use-concept.ts'

/** The shares of the concept chosen: its frames and the story's outlets. */
export function useFigure(
  storyId: number,
  { concept, lexicon, counting }: ReturnType<typeof useConcept>,
  voice: VoiceFilter,
): { readonly figure: ConceptFigure | undefined; readonly error: unknown } {
  const answer = useEngineQuery(
    'figures.compare',
    { filter: figureFilter(storyId, counting), lexicon: lexicon?.id ?? '', voice },
    { enabled: lexicon !== undefined, placeholderData: (before) => before },
  )
  return {
    figure: answer.data?.concepts.find((one) => one.concept === concept?.id),
    error: answer.error,
  }
}
