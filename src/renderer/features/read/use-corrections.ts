import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallInput } from '#shared/contract/contract.ts'
import type { CorrectionKind } from '#shared/domain/correction.ts'
import type { ArticleView } from '#shared/domain/library.ts'
import { callKey, useEngine } from '../../platform/engine.tsx'

type SetInput = CallInput<'corrections.set'>
/** A correction, without its article. */
export type Wanted = Omit<SetInput, 'articleId'>
type CorrectedMention = ArticleView['mentions'][number]

/** What was done last, and what undoes it. */
interface Done {
  readonly kind: CorrectionKind | 'removed'
  /** Null: nothing to undo, because this was an undoing. */
  readonly back: Step | null
}
type Step = { readonly set: Wanted } | { readonly remove: Pick<Wanted, 'start' | 'end' | 'concept'> }

/** A reader's corrections of one article: set, taken back, and each of these undone. The text shows them at once. */
export function useCorrections(article: ArticleView) {
  const client = useEngine()
  const queries = useQueryClient()
  const [done, setDone] = useState<Done | null>(null)

  const change = useMutation({
    mutationFn: async ({ step }: { readonly step: Step; readonly undoing: boolean }) => {
      const before = mentionOf(article, 'set' in step ? step.set : step.remove)
      let view: ArticleView | null
      if ('set' in step) {
        view = await client['corrections.set']({ articleId: article.id, ...step.set })
      } else {
        if (before?.correction == null) return null
        await client['corrections.remove']({ id: before.correction.id })
        view = await client['articles.get']({ id: article.id })
      }
      queries.setQueryData(callKey('articles.get', { id: article.id }), view)
      return { before: before === undefined ? null : correctionOf(before) }
    },
    onSuccess: (answer, { step, undoing }) => {
      if (answer === null) return
      const { before } = answer
      const back: Step | null = undoing
        ? null
        : before !== null
          ? { set: before }
          : 'set' in step
            ? { remove: step.set }
            : null
      setDone({ kind: 'set' in step ? step.set.kind : 'removed', back })
    },
  })
  return {
    done,
    busy: change.isPending,
    error: change.error,
    /** Resolves when it is stored; rejects with what went wrong, which `error` holds too. */
    set: (wanted: Wanted) => change.mutateAsync({ step: { set: wanted }, undoing: false }),
    takeBack: (mention: CorrectedMention) =>
      change.mutateAsync({ step: { remove: mention }, undoing: false }),
    undo: () => {
      if (done !== null && done.back !== null && !change.isPending)
        change.mutate({ step: done.back, undoing: true })
    },
    forgetError: change.reset,
    /** Forgets what was done and what went wrong. */
    dismiss: () => {
      change.reset()
      setDone(null)
    },
  }
}

const mentionOf = (
  article: ArticleView,
  { start, end, concept }: Pick<Wanted, 'start' | 'end' | 'concept'>,
): CorrectedMention | undefined =>
  article.mentions.find((one) => one.start === start && one.end === end && one.concept === concept)

/** The correction that stands on a mention, as it was given; null: none. */
function correctionOf(mention: CorrectedMention): Wanted | null {
  const { correction, start, end, concept, frame, voice, speaker } = mention
  if (correction === null) return null
  const at = { kind: correction.kind, start, end, concept, frame }
  return correction.kind === 'not-a-mention' ? at : { ...at, voice, speaker }
}
