import type { LexiconSummary } from '#shared/domain/library.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { type CompareView, figureFilter } from './compare-address.ts'

/**
 * The lexicon to apply: the address's, else the pack with most mentions of the story. A pack that adds to another one is
 * not chosen by itself: it holds its base's mentions too and would always come first.
 */
export function useLexiconChoice(
  storyId: number,
  { lexicon: asked, asFound, once }: Pick<CompareView, 'lexicon' | 'asFound' | 'once'>,
): {
  readonly lexicons: readonly LexiconSummary[] | undefined
  readonly lexicon: LexiconSummary | undefined
  /** The pack with most mentions, when there is one that has any. */
  readonly best: LexiconSummary | undefined
  readonly error: unknown
} {
  const list = useEngineQuery('lexicons.list', {})
  const counts = useEngineQuery('figures.concepts', { filter: figureFilter(storyId, { asFound, once }) })
  const lexicons = list.data
  const known = lexicons?.find(({ id }) => id === asked)
  const mentions = new Map(counts.data?.map((one) => [one.concept, one.mentions]))
  const most = (lexicons ?? [])
    .filter((lexicon) => lexicon.extends === null)
    .map((lexicon) => ({
      lexicon,
      mentions: lexicon.concepts.reduce((sum, { id }) => sum + (mentions.get(id) ?? 0), 0),
    }))
    .toSorted((a, b) => b.mentions - a.mentions)[0]
  const ready = lexicons !== undefined && counts.data !== undefined
  return {
    lexicons,
    lexicon: known ?? (ready ? (most?.lexicon ?? lexicons[0]) : undefined),
    best: most !== undefined && most.mentions > 0 ? most.lexicon : undefined,
    error: list.error ?? (known === undefined ? counts.error : null),
  }
}
