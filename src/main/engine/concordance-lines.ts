import type { ReadableDatabase } from '#main/library/connection.ts'
import {
  type LineArticle,
  type MentionHit,
  quotationsOf,
  textsOf,
} from '#main/library/queries/concordance.ts'
import type { ConcordanceLine, ConcordanceSort, OutletLines } from '#shared/domain/concordance.ts'
import type { Quotation } from '#shared/domain/quotation.ts'
import type { Voice } from '#shared/domain/voice.ts'
import type { SearchText, SearchTexts } from './concordance-texts.ts'

/** One occurrence: `article` is a place in the list of articles, offsets are those of the stored text. */
export interface Hit {
  readonly article: number
  readonly start: number
  readonly end: number
  /** Null: words, no naming. */
  readonly mention: MentionHit | null
}

/** Everything that a question finds, oldest article first, and the orders it was asked in. */
export interface FoundLines {
  readonly articles: readonly LineArticle[]
  readonly hits: readonly Hit[]
  readonly orders: Map<string, readonly number[]>
}

const CONTEXT = 160
/** Room for three words and the marks between them. */
const SORT_CONTEXT = 120
const WORDS = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu
/** After every word. */
const NO_WORD = '\u{10FFFF}'

/** Counts by outlet, in the order of names. */
export function perOutlet({ articles, hits }: FoundLines): OutletLines[] {
  const found = new Map<string, { key: string; lines: number; articles: Set<number> }>()
  for (const { article } of hits) {
    const { outlet, outletKey } = articles[article]!
    let one = found.get(outlet)
    if (one === undefined) {
      one = { key: outletKey, lines: 0, articles: new Set() }
      found.set(outlet, one)
    }
    one.lines++
    one.articles.add(article)
  }
  return [...found]
    .toSorted(([, a], [, b]) => compare(a.key, b.key))
    .map(([outlet, one]) => ({ outlet, lines: one.lines, articles: one.articles.size }))
}

/** Puts lines in order; equal ones stay as they stand in the texts, oldest article first. */
export function orderOf(
  { articles, hits }: FoundLines,
  chosen: readonly number[],
  sort: ConcordanceSort,
  texts: SearchTexts,
): readonly number[] {
  const article = (place: number) => articles[hits[place]!.article]!
  switch (sort) {
    case 'oldest':
      return chosen
    case 'newest': {
      const day = (place: number) => article(place).published ?? ''
      return chosen.toSorted(
        (a, b) => compare(day(b), day(a)) || hits[a]!.article - hits[b]!.article || a - b,
      )
    }
    case 'outlet':
      return chosen.toSorted((a, b) => compare(article(a).outletKey, article(b).outletKey) || a - b)
    case 'position':
      return chosen.toSorted((a, b) => hits[a]!.start - hits[b]!.start || a - b)
    case 'word':
    case 'left1':
    case 'left2':
    case 'left3':
    case 'right1':
    case 'right2':
    case 'right3': {
      const keys = sortKeys(hits, chosen, (place) => article(place).id, sort, texts)
      return chosen.toSorted((a, b) => compare(keys.get(a)!, keys.get(b)!) || a - b)
    }
  }
}

/** What each line is compared by: the word asked for and those after it, going away from the line's own words. */
function sortKeys(
  hits: readonly Hit[],
  chosen: readonly number[],
  idOf: (place: number) => number,
  sort: Exclude<ConcordanceSort, 'oldest' | 'newest' | 'outlet' | 'position'>,
  texts: SearchTexts,
): ReadonlyMap<number, string> {
  const folded = texts.of([...new Set(chosen.map(idOf))])
  const from = sort === 'word' ? 0 : Number(sort.at(-1)) - 1
  const keys = new Map<number, string>()
  for (const place of chosen) {
    const text = folded.get(idOf(place))!
    const { start, end } = foldedSpan(text, hits[place]!)
    if (sort === 'word') {
      keys.set(place, text.folded.slice(start, end).replaceAll('"', ''))
      continue
    }
    const words = sort.startsWith('left')
      ? wordsOf(lastLine(text.folded.slice(Math.max(0, start - SORT_CONTEXT), start))).reverse()
      : wordsOf(firstLine(text.folded.slice(end, end + SORT_CONTEXT)))
    const wanted = [words[from], words[from + 1], words[from + 2]]
    keys.set(place, wanted.map((word) => word ?? NO_WORD).join(' '))
  }
  return keys
}

/** Where a span of the stored text stands in the folded one. */
function foldedSpan(text: SearchText, { start, end }: Hit): { start: number; end: number } {
  const { places } = text
  if (places === null) return { start, end }
  const at = (offset: number) => {
    let low = 0
    let high = places.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[middle]! >= offset) high = middle
      else low = middle + 1
    }
    return low
  }
  return { start: at(start), end: at(end) }
}

const wordsOf = (text: string): string[] => text.match(WORDS) ?? []
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Lines as they are shown, with the words around them and whose words they are. */
export function linesOf(
  db: ReadableDatabase,
  { articles }: FoundLines,
  hits: readonly Hit[],
): ConcordanceLine[] {
  const ids = [...new Set(hits.map(({ article }) => articles[article]!.id))]
  const texts = textsOf(db, ids)
  const needed = hits.some(({ mention }) => mention === null)
  const quotations = needed ? quotationsOf(db, ids) : new Map<number, readonly Quotation[]>()
  return hits.map((hit) => {
    const { id, outletKey: _, ...article } = articles[hit.article]!
    const text = texts.get(id) ?? ''
    const { start, end, mention } = hit
    return {
      articleId: id,
      ...article,
      start,
      end,
      before: before(text, start),
      text: text.slice(start, end),
      after: after(text, end),
      ...(mention === null
        ? { ...whoseWords(quotations.get(id) ?? [], hit), section: null, concept: null, frame: null }
        : {
            voice: mention.voice,
            speaker: mention.speaker,
            section: mention.section,
            concept: mention.concept,
            frame: mention.frame,
          }),
    }
  })
}

/** As for namings: what is inside a direct quotation is its speaker's, then a reported clause, then scare marks. */
function whoseWords(
  quotations: readonly Quotation[],
  { start, end }: Hit,
): { readonly voice: Voice; readonly speaker: string | null } {
  const around = quotations.filter((one) => one.start <= start && end <= one.end)
  for (const voice of ['direct', 'indirect', 'scare'] as const) {
    const one = around.findLast(({ kind }) => kind === voice)
    if (one !== undefined) return { voice, speaker: one.speaker }
  }
  return { voice: 'narration', speaker: null }
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1)
const firstLine = (text: string): string => text.split('\n', 1)[0]!

/** The words before, back to the paragraph's beginning or a whole word. */
function before(text: string, start: number): string {
  const from = Math.max(0, start - CONTEXT)
  const cut = text.slice(from, start)
  const line = lastLine(cut)
  return line.length < cut.length || from === 0 || /\s/.test(text.charAt(from - 1))
    ? line
    : line.replace(/^\S*\s?/u, '')
}

/** The words after, to the paragraph's end or a whole word. */
function after(text: string, end: number): string {
  const to = end + CONTEXT
  const cut = text.slice(end, to)
  const line = firstLine(cut)
  return line.length < cut.length || to >= text.length || /\s/.test(text.charAt(to))
    ? line
    : line.replace(/\s?\S*$/u, '')
}
