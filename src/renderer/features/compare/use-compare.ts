import { useQueries } from '@tanstack/react-query'
import type { LexiconSummary } from '#shared/domain/library.ts'
import { engineQuery, useEngine, useEngineQuery } from '../../platform/engine.tsx'

/**
 * The lexicon to apply: the address's, else the pack with most mentions of the story. A pack that adds to another one is
 * not chosen by itself: it holds its base's mentions too and would always come first.
 */
export function useLexiconChoice(
  storyId: number | null,
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
  const answers = useQueries({
    queries: (lexicons ?? []).map(({ id }) => ({
      ...engineQuery(client, 'figures.compare', {
        filter: { storyId: storyId ?? 1 },
        lexicon: id,
        voice: 'all',
      }),
      enabled: storyId !== null,
    })),
  })
  const counted = (lexicons ?? []).map((lexicon, index) => {
    const answer = answers[index]?.data
    const own = answer !== undefined && answer.lexicons.length <= 1
    const mentions = (answer?.concepts ?? []).reduce(
      (sum, { outlets }) => sum + outlets.reduce((inner, { count }) => inner + count, 0),
      0,
    )
    return { lexicon, mentions: own ? mentions : 0 }
  })
  const most = counted.toSorted((a, b) => b.mentions - a.mentions)[0]
  const ready = lexicons !== undefined && answers.every(({ isPending }) => !isPending)
  return {
    lexicons,
    lexicon: known ?? (ready ? most?.lexicon : undefined),
    best: most !== undefined && most.mentions > 0 ? most.lexicon : undefined,
    error:
      list.error ?? (known === undefined ? answers.find(({ error }) => error !== null)?.error : null) ?? null,
  }
}
