import type { Line } from './lines.ts'
import { isName } from './names.ts'

// Captions that bear no mark of their own: their place tells.

/** Key words or an alternative text of a picture right before its credit. */
export function isPictureLabel(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!
  return (
    !line.ends && line.words <= 4 && lines[index + 1]?.kind === 'caption' && lines[index + 1]!.words <= 14
  )
}

/** The words under a picture whose label stands on a line of its own ("Image caption,"). */
export function isCaptionText(lines: readonly Line[], index: number): boolean {
  const before = lines[index - 1]
  return lines[index]!.glued && before?.kind === 'caption' && before.words <= 5 && !lines[index]!.ends
}

/** A caption of some sentences without a last full stop, glued between a page's buttons. */
export function isStray(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!
  const next = lines[index + 1]
  return (
    line.glued &&
    !line.ends &&
    !line.speech &&
    line.words <= 40 &&
    !lines[index - 1]!.prose &&
    !lines[index - 1]!.ends &&
    next?.glued === true &&
    next.words <= 3
  )
}

/**
 * The words under a picture, above its credit and under the author's line. (A standfirst stands above the author's line.)
 */
export function isOverCredit(lines: readonly Line[], index: number): boolean {
  const above = lines[index - 1]
  return (
    !lines[index]!.ends &&
    lines[index + 1]?.kind === 'caption' &&
    above !== undefined &&
    (above.kind === 'byline' || above.kind === 'date' || isName(above.text))
  )
}

/** Two sentences of which the last has no end; say so only where paragraphs have one. */
export const isUnended = (line: Line): boolean =>
  !line.ends && !line.speech && line.sentences > 1 && !/[:;,]$/.test(line.text)
