import type { Span } from '#shared/domain/span.ts'
import type { Document } from '../text/document.ts'
import { paragraphsOf } from '../text/prepare.ts'
import { type DuplicateOptions, searchAlike } from './duplicates.ts'
import { toTheEnd } from './to-the-end.ts'

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

/** A passage that articles share: its places, the one published first leading. */
export interface SharedPassage {
  /** Of each place: the article's place in the list, and the passage's start and end in its text. */
  readonly articles: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Jaccard similarity of its shingles with the first place's, 0…1. */
  readonly similarity: Float64Array
}

/**
 * Paragraphs that articles share, word for word or nearly (`findDuplicates`); in each group the one published first leads.
 * Pauses now and then. Numbers alone are kept: a large story has hundreds of thousands of paragraphs.
 * @param texts of articles in order of publication: see `firstPublished`; each is read once
 */
export function* sharedParagraphs(
  texts: Iterable<string>,
  options: Partial<DuplicateOptions> = {},
): Generator<undefined, readonly SharedPassage[]> {
  const [articles, starts, ends]: [number[], number[], number[]] = [[], [], []]
  function* paragraphs() {
    let article = 0
    for (const text of texts) {
      for (const { start, end } of paragraphsOf(text)) {
        articles.push(article)
        starts.push(start)
        ends.push(end)
        yield text.slice(start, end)
      }
      article++
    }
  }
  const groups = yield* searchAlike(paragraphs(), options)
  return groups.map(({ at, similarity }) => ({
    articles: at.map((one) => articles[one]!),
    starts: at.map((one) => starts[one]!),
    ends: at.map((one) => ends[one]!),
    similarity,
  }))
}

/** What counting each passage once leaves aside: by article, all places but the first of each group, in order of start. */
export function laterPlaces(groups: readonly SharedPassage[]): ReadonlyMap<number, readonly Span[]> {
  const places = new Map<number, Span[]>()
  for (const { articles, starts, ends } of groups) {
    for (let at = 1; at < articles.length; at++) {
      const place = { start: starts[at]!, end: ends[at]! }
      const mine = places.get(articles[at]!)
      if (mine === undefined) places.set(articles[at]!, [place])
      else mine.push(place)
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
  const places = laterPlaces(toTheEnd(sharedParagraphs(ordered.map(({ text }) => text))))
  return new Map([...places].map(([at, mine]) => [ordered[at]!.at, mine]))
}
