import type { LeftOut } from '#shared/domain/article.ts'

/** A text with the passages that cleaning left out of it, and those that the reader put back. */
export interface CleanedText {
  readonly text: string
  readonly leftOut: readonly LeftOut[]
  /** `at` is where the passage stands in the text now, with the blank lines around it. */
  readonly putBack: readonly LeftOut[]
}

const GAP = '\n\n'

/** What stands in the text for a passage that is put in at an offset: the passage, set off by blank lines. */
function insertion(text: string, at: number, passage: string): string {
  const before = text.slice(0, at)
  const after = text.slice(at)
  return (
    (before === '' || before.endsWith('\n') ? '' : GAP) +
    passage +
    (after === '' || after.startsWith('\n') ? '' : GAP)
  )
}

const moved = (passages: readonly LeftOut[], from: number, by: number): LeftOut[] =>
  passages.map((one) => (one.at >= from ? { ...one, at: one.at + by } : one))

/** Puts a passage back where it stood. Null when no passage that was left out starts there in the original. */
export function putBack(article: CleanedText, originalStart: number): CleanedText | null {
  const passage = article.leftOut.find((one) => one.originalStart === originalStart)
  if (passage === undefined) return null
  const { at } = passage
  const put = insertion(article.text, at, passage.text)
  // Of passages at the same place, those earlier in the original stay before it.
  const later = (one: LeftOut) => one.at > at || (one.at === at && one.originalStart > originalStart)
  const shift = (passages: readonly LeftOut[]) =>
    passages.map((one) => (later(one) ? { ...one, at: one.at + put.length } : one))
  return {
    text: article.text.slice(0, at) + put + article.text.slice(at),
    leftOut: shift(article.leftOut.filter((one) => one !== passage)),
    putBack: [...shift(article.putBack), { ...passage, text: put, at }],
  }
}

/** Takes a passage out again that was put back. Null when none starts there in the original. */
export function leaveOut(article: CleanedText, originalStart: number): CleanedText | null {
  const passage = article.putBack.find((one) => one.originalStart === originalStart)
  if (passage === undefined) return null
  const { at, text: put } = passage
  const rest = (passages: readonly LeftOut[]) => moved(passages, at + put.length, -put.length)
  return {
    text: article.text.slice(0, at) + article.text.slice(at + put.length),
    leftOut: [...rest(article.leftOut), { ...passage, text: put.trim() }].sort(
      (a, b) => a.originalStart - b.originalStart,
    ),
    putBack: rest(article.putBack.filter((one) => one !== passage)),
  }
}
