import type { Span } from '#shared/domain/span.ts'

/** The words of the paragraphs, as spans of the text: what the arrow keys go through. */
export function wordsIn(text: string, paragraphs: readonly Span[], language: string): readonly Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return paragraphs.flatMap(({ start, end }) =>
    [...segmenter.segment(text.slice(start, end))]
      .filter(({ isWordLike }) => isWordLike === true)
      .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length })),
  )
}

/** The first word that starts at an offset or after it, else the last one. */
export const wordFrom = (words: readonly Span[], offset: number): Span | null =>
  words.find(({ start }) => start >= offset) ?? words.at(-1) ?? null

/**
 * The words chosen after an arrow key: one word further on or back; with Shift, one word more or fewer at the end, never
 * fewer than one and never beyond the paragraph.
 */
export function moveChosen(
  words: readonly Span[],
  paragraphs: readonly Span[],
  chosen: Span,
  by: 1 | -1,
  extend: boolean,
): Span {
  const first = words.findIndex(({ start }) => start >= chosen.start)
  const last = words.findLastIndex(({ end }) => end <= chosen.end)
  if (first === -1 || last < first) return chosen
  if (!extend) return words[by === 1 ? last + 1 : first - 1] ?? chosen
  const next = words[last + by]
  const paragraph = paragraphs.find(({ start, end }) => start <= chosen.start && chosen.end <= end)
  if (next === undefined || last + by < first || (paragraph !== undefined && next.end > paragraph.end))
    return chosen
  return { start: chosen.start, end: next.end }
}
