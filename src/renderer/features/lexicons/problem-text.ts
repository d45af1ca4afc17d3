import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { LexiconProblem } from '#shared/domain/lexicon-editing.ts'

/** Says a fault in the reader's language, where its rule has words there. */
export function useProblemText(): (problem: LexiconProblem) => string {
  const { i18n } = useTranslation('lexicons')
  return useCallback(
    ({ rule, message }: LexiconProblem) =>
      // Which values a rule gives is known to the check alone; a test holds the catalogues to them.
      rule === null
        ? message
        : (i18n.t as (key: string, values: object) => string)(`lexicons:problem.${rule.name}`, rule.values),
    [i18n],
  )
}
