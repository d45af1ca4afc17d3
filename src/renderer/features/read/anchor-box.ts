import { useLayoutEffect, useState } from 'react'

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * Where the last line of something in the text stands, measured from the article's corner: an empty box is laid there for a
 * popover to hang on. `about` changes when it is another thing.
 */
export function useAnchorBox(
  find: () => HTMLElement | Range | null,
  about: unknown,
  within: unknown = null,
): Box | null {
  const [box, setBox] = useState<Box | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found changes with what it is about.
  useLayoutEffect(() => {
    const found = find()
    const inside = found instanceof Range ? found.startContainer.parentElement : found
    const frame = inside?.closest<HTMLElement>('[data-marks]')
    if (found === null || !frame) return setBox(null)
    const measure = () => {
      const last = [...found.getClientRects()].findLast(({ width }) => width > 0)
      const origin = frame.getBoundingClientRect()
      if (last === undefined) return
      setBox({
        left: last.left - origin.left,
        top: last.top - origin.top,
        width: last.width,
        height: last.height,
      })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(frame)
    measure()
    return () => observer.disconnect()
  }, [about, within])
  return box
}
