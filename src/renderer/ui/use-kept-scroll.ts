import { type RefObject, useEffect } from 'react'
import { useLocation } from 'react-router'

const kept = new Map<string, number>()
const PATIENCE_MS = 1500

/**
 * Keeps where an element is scrolled to with its entry of the history, and goes back there when Back returns to it.
 * Lists grow while their answers arrive, so it waits a moment for the place to exist; a scroll by hand ends the waiting.
 */
export function useKeptScroll(box: RefObject<HTMLElement | null>, name: string, ready: boolean): void {
  const { key, pathname, search } = useLocation()
  // All addresses typed by hand have the same key.
  const place = `${key === 'default' ? pathname + search : key} ${name}`
  useEffect(() => {
    const element = box.current
    if (element === null || !ready) return
    const wished = kept.get(place)
    let waiting = wished !== undefined && Math.abs(element.scrollTop - wished) > 1
    const tryAgain = () => {
      if (!waiting || wished === undefined) return
      element.scrollTop = wished
      if (Math.abs(element.scrollTop - wished) <= 1) waiting = false
    }
    const giveUp = () => {
      waiting = false
    }
    const keep = () => {
      if (!waiting) kept.set(place, element.scrollTop)
    }
    const observer = new ResizeObserver(tryAgain)
    for (const child of element.children) observer.observe(child)
    const timer = setTimeout(giveUp, PATIENCE_MS)
    tryAgain()
    keep()
    element.addEventListener('scroll', keep, { passive: true })
    element.addEventListener('wheel', giveUp, { passive: true })
    element.addEventListener('keydown', giveUp)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      element.removeEventListener('scroll', keep)
      element.removeEventListener('wheel', giveUp)
      element.removeEventListener('keydown', giveUp)
    }
  }, [box, place, ready])
}
