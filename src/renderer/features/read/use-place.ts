import { type RefObject, useCallback, useEffect, useRef } from 'react'

/**
 * Where the reader is in the text. The address follows a moment later, and may pass through places that were left already:
 * steps in quick succession go on from where the last one went.
 */
export function usePlace(
  at: number | null,
  goTo: (at: number) => void,
): { readonly place: RefObject<number | null>; readonly go: (at: number) => void } {
  const place = useRef(at)
  const shown = useRef(at)
  const asked = useRef<number | null>(null)
  useEffect(() => {
    shown.current = at
    if (asked.current !== null && asked.current !== at) return
    asked.current = null
    place.current = at
  }, [at])
  const go = useCallback(
    (offset: number) => {
      asked.current = offset === shown.current ? null : offset
      place.current = offset
      goTo(offset)
    },
    [goTo],
  )
  return { place, go }
}
