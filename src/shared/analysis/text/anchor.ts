/** Words of a text with what stood before and after them, by which they are found again in a changed text. */
export interface Anchor {
  readonly start: number
  readonly text: string
  readonly before: string
  readonly after: string
}

/**
 * Where an anchor's words stand in a text: at their old offset if they are still there with their surroundings, else at
 * the occurrence whose surroundings agree most (the nearest of several). Null when the words are gone.
 */
export function findAnchor(text: string, anchor: Anchor): number | null {
  let best: { readonly at: number; readonly agrees: number; readonly away: number } | null = null
  for (let at = text.indexOf(anchor.text); at >= 0; at = text.indexOf(anchor.text, at + 1)) {
    const agrees = agreement(text, at, anchor)
    const away = Math.abs(at - anchor.start)
    if (best === null || agrees > best.agrees || (agrees === best.agrees && away < best.away)) {
      best = { at, agrees, away }
    }
  }
  return best?.at ?? null
}

/** How many characters on both sides are the same, counted outwards from the words. */
function agreement(text: string, at: number, { text: words, before, after }: Anchor): number {
  let same = 0
  while (same < before.length && text[at - 1 - same] === before[before.length - 1 - same]) same++
  let behind = 0
  while (behind < after.length && text[at + words.length + behind] === after[behind]) behind++
  return same + behind
}
