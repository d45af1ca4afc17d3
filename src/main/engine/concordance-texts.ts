import type { ReadableDatabase } from '#main/library/connection.ts'
import { articlesWithBrokenWords, changeCount, textsOf } from '#main/library/queries/concordance.ts'
import { fold } from '#shared/analysis/text/fold.ts'

/** A text as it is searched, and where each of its characters stands in the text as it is stored. */
export interface SearchText {
  readonly folded: string
  /** Start in the stored text of each folded character, and its length at the end; null: the same places. */
  readonly places: readonly number[] | null
}

const DROPPED = '\\p{M}\\u00AD\\u200B\\u2060\\uFEFF'
const HAS_DROPPED = new RegExp(`[${DROPPED}]`, 'u')
const CLUSTER = new RegExp(`[^${DROPPED}][${DROPPED}]*`, 'gu')

/** Folded as words are compared everywhere, and with one kind of quotation mark. */
export const searchForm = (text: string): string => fold(text).replace(/[“”„«»‟]/g, '"')

/** Folds a text and keeps the places. */
export function searchText(text: string): SearchText {
  if (!HAS_DROPPED.test(text)) {
    const folded = searchForm(text)
    if (folded.length === text.length) return { folded, places: null }
  }
  let folded = ''
  const places: number[] = []
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const one = searchForm(cluster)
    folded += one
    for (let at = 0; at < one.length; at++) places.push(index)
  }
  places.push(text.length)
  return { folded, places }
}

/** Where a span of the folded text stands in the stored one. */
export function storedSpan(
  { places }: SearchText,
  start: number,
  end: number,
): { start: number; end: number } {
  return places === null ? { start, end } : { start: places[start]!, end: places[end]! }
}

/** About 80 MB of text: some six million words. */
const MOST_CHARACTERS = 40_000_000

export interface SearchTexts {
  /** The texts of articles, folded; kept until anything in the library changes. */
  of(ids: readonly number[]): ReadonlyMap<number, SearchText>
  /** Articles that the full-text index may miss. */
  broken(): ReadonlySet<number>
}

/** Reads texts for searching, and keeps them. */
export function createSearchTexts(db: ReadableDatabase): SearchTexts {
  let version = -1
  let kept = new Map<number, SearchText>()
  let characters = 0
  let broken: ReadonlySet<number> | null = null
  const refresh = () => {
    const now = changeCount(db)
    if (now === version) return
    version = now
    kept = new Map()
    characters = 0
    broken = null
  }
  return {
    of: (ids) => {
      refresh()
      const found = new Map<number, SearchText>()
      const missing: number[] = []
      for (const id of ids) {
        const known = kept.get(id)
        if (known === undefined) missing.push(id)
        else found.set(id, known)
      }
      for (const [id, text] of missing.length === 0 ? [] : textsOf(db, missing)) {
        const one = searchText(text)
        found.set(id, one)
        if (characters + one.folded.length > MOST_CHARACTERS) continue
        characters += one.folded.length
        kept.set(id, one)
      }
      return found
    },
    broken: () => {
      refresh()
      broken ??= articlesWithBrokenWords(db)
      return broken
    },
  }
}
