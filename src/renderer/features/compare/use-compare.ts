import { useQueries } from '@tanstack/react-query'
import type { LexiconSummary } from '#shared/domain/library.ts'
import { engineQuery, useEngine, useEngineQuery } from '../../platform/engine.tsx'

/**
 * The lexicon to apply: the address's, else the pack with most mentions of the story. A pack that adds to another one is
 * not chosen by itself: it holds its base's mentions too and would always come first.
 */
export function useLexiconChoice(
  storyId: number,
  asked: string | null,
): {
  readonly lexicons: readonly LexiconSummary[] | undefined
  readonly lexicon: LexiconSummary | undefined
  /** The pack with most mentions, when there is one that has any. */
  readonly best: LexiconSummary | undefined
  readonly error: unknown
} {
  const client = useEngine()
  const list = useEngineQuery('lexicons.list', {})
  const lexicons = list.data
  const known = lexicons?.find(({ id }) => id === asked)
  const bases = lexicons?.filter((lexicon) => lexicon.extends === null) ?? []
  const answers = useQueries({
    queries: bases.map(({ id }) =>
      engineQuery(client, 'figures.compare', { filter: { storyId }, lexicon: id, voice: 'all' }),
    ),
  })
  const counted = bases.map((lexicon, index) => ({
    lexicon,
    mentions: (answers[index]?.data?.concepts ?? []).reduce(
      (sum, { outlets }) => sum + outlets.reduce((inner, { count }) => inner + count, 0),
      0,
    ),
  }))
  const most = counted.toSorted((a, b) => b.mentions - a.mentions)[0]
  const ready = lexicons !== undefined && answers.every(({ isPending }) => !isPending)
  const failed = known === undefined ? answers.find(({ error }) => error !== null)?.error : undefined
  return {
    lexicons,
    lexicon: known ?? (ready ? (most?.lexicon ?? lexicons[0]) : undefined),
    best: most !== undefined && most.mentions > 0 ? most.lexicon : undefined,
    error: list.error ?? failed ?? null,
  }
}
