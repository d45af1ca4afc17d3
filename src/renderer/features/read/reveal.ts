/** How far from the edges of the view something counts as well in sight. */
const EDGE_PX = 72
/** In a low window, something may come this near to the upper edge. */
const NEAREST_PX = 12

/**
 * Scrolls the box around an element so that it is in sight with `below` pixels of room under it. What is well in sight
 * already stays where it is.
 */
export function reveal(element: HTMLElement, below: number): void {
  const box = scrollerOf(element)
  if (box === null) return
  const frame = box.getBoundingClientRect()
  const { top, bottom } = element.getBoundingClientRect()
  const isIn = top >= frame.top + EDGE_PX && bottom <= frame.bottom - Math.max(EDGE_PX, below)
  if (isIn) return
  // A third down, or higher where what hangs under it needs the room.
  const down = Math.max(NEAREST_PX, Math.min(frame.height / 3, frame.height - below - (bottom - top)))
  box.scrollTop += top - frame.top - down
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box)
    if ((overflowY === 'auto' || overflowY === 'scroll') && box.scrollHeight > box.clientHeight) return box
  }
  return null
}
