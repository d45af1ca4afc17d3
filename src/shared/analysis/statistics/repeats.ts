import type { Span } from '#shared/domain/span.ts'
import type { Document } from '../text/document.ts'
import { paragraphsOf } from '../text/prepare.ts'
import { type DuplicateGroup, type DuplicateOptions, type Passage, searchDuplicates } from './duplicates.ts'
import { toTheEnd } from './to-the-end.ts'

/** Articles between two pauses. */
const PAUSE_EVERY = 100

export interface PublishedText {
  /** `YYYY-MM-DD…` or null. */
  readonly published: string | null
  readonly text: string
}

/** Articles by date of publication, those without one last; of one day, in the order given. */
export const firstPublished = <One extends Pick<PublishedText, 'published'>>(
  articles: readonly One[],
): One[] =>
  articles.toSorted((a, b) => {
    const [one, other] = [a.published ?? '9999', b.published ?? '9999']
    return one < other ? -1 : one > other ? 1 : 0
  })

/**
 * Paragraphs that articles share, word for word or nearly (`findDuplicates`); in each group the one published first leads.
 * Pauses now and then. `articles` in order of publication: see `firstPublished`.
 */
export function* sharedParagraphs(
  articles: readonly Pick<PublishedText, 'text'>[],
  options: Partial<DuplicateOptions> = {},
): Generator<undefined, readonly DuplicateGroup[]> {
  const passages: Passage[] = []
  for (const [article, { text }] of articles.entries()) {
    if (article % PAUSE_EVERY === 0) yield
    for (const { start, end } of paragraphsOf(text))
      passages.push({ article, start, end, text: text.slice(start, end) })
  }
  return yield* searchDuplicates(passages, options)
}

/** What counting each passage once leaves aside: by article, all places but the first of each group, in order of start. */
export function laterPlaces(groups: readonly DuplicateGroup[]): ReadonlyMap<number, readonly Span[]> {
  const places = new Map<number, Span[]>()
  for (const { passages } of groups) {
    for (const { article, start, end } of passages.slice(1)) {
      const mine = places.get(article)
      if (mine === undefined) places.set(article, [{ start, end }])
      else mine.push({ start, end })
    }
  }
  for (const mine of places.values()) mine.sort((a, b) => a.start - b.start)
  return places
}

/** A span in a text's words: from the `first` up to `end`, exclusive; words are counted as `Document.words` counts. */
export interface WordSpan extends Span {
  readonly firstWord: number
  readonly endWord: number
}

/** Which of a text's words stand in these places. */
export function wordsIn(document: Document, places: readonly Span[]): readonly WordSpan[] {
  const before: number[] = []
  let words = 0
  for (const token of document.tokens) {
    before.push(words)
    if (token.kind !== 'punctuation') words++
  }
  const at = (offset: number) => before[document.tokenAt(offset)] ?? words
  return places.map(({ start, end }) => ({ start, end, firstWord: at(start), endWord: at(end) }))
}

/** Whether an offset lies in one of the places. */
export const inPlaces = (places: readonly Span[] | undefined, offset: number): boolean =>
  places?.some(({ start, end }) => start <= offset && offset < end) ?? false

/** By article of a list in any order: places that counting each passage once leaves aside. */
export function repeatedPlaces(articles: readonly PublishedText[]): ReadonlyMap<number, readonly Span[]> {
  const ordered = firstPublished(articles.map((one, at) => ({ ...one, at })))
  const places = laterPlaces(toTheEnd(sharedParagraphs(ordered)))
  return new Map([...places].map(([at, mine]) => [ordered[at]!.at, mine]))
}
