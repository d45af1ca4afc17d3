import { useCallback } from 'react'
import { useParams, useSearchParams } from 'react-router'

export interface ReadAddress {
  /** Null when the address holds no id. */
  readonly articleId: number | null
  /** Offset into the text to go to, or null. */
  readonly at: number | null
  readonly concept: string | null
}

/** `#/read/:articleId?at=<offset>&concept=<concept id>`, and how to change what stands after the question mark. */
export function useReadAddress(): ReadAddress & {
  readonly goTo: (at: number) => void
  readonly chooseConcept: (concept: string) => void
} {
  const { articleId } = useParams()
  const [params, setParams] = useSearchParams()
  const at = params.get('at')
  const put = useCallback(
    (key: string, value: string) =>
      // Steps within an article are no pages of their own: Back leaves the article.
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          next.set(key, value)
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  return {
    articleId: articleId !== undefined && /^[1-9]\d{0,14}$/.test(articleId) ? Number(articleId) : null,
    at: at !== null && /^\d{1,9}$/.test(at) ? Number(at) : null,
    concept: params.get('concept'),
    goTo: useCallback((offset: number) => put('at', String(offset)), [put]),
    chooseConcept: useCallback((concept: string) => put('concept', concept), [put]),
  }
}
