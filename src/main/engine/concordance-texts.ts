import type { ReadableDatabase } from '#main/library/connection.ts'
import { allArticleIds, changedTexts, textsOf, watchTexts } from '#main/library/queries/concordance.ts'
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
/** Texts read at once while others' calls wait. */
const BATCH = 100

export interface SearchTexts {
  /** The texts of articles, folded; kept until they change. */
  of(ids: readonly number[]): ReadonlyMap<number, SearchText>
  /** Articles with characters inside words that the full-text index takes for gaps: soft hyphens, accents. */
  broken(): ReadonlySet<number>
  /** Reads all texts, with other calls answered in between, so that the first search need not. */
  warm(): Promise<void>
}

/** Reads texts for searching, and keeps them. */
export function createSearchTexts(db: ReadableDatabase): SearchTexts {
  const kept = new Map<number, SearchText>()
  const isBroken = new Map<number, boolean>()
  let characters = 0
  watchTexts(db)
  const forget = () => {
    for (const id of changedTexts(db)) {
      characters -= kept.get(id)?.folded.length ?? 0
      kept.delete(id)
      isBroken.delete(id)
    }
  }
  const read = (ids: readonly number[]): ReadonlyMap<number, SearchText> => {
    const found = new Map<number, SearchText>()
    for (const [id, text] of textsOf(db, ids)) {
      const one = searchText(text)
      found.set(id, one)
      isBroken.set(id, HAS_DROPPED.test(text))
      if (characters + one.folded.length > MOST_CHARACTERS) continue
      characters += one.folded.length
      kept.set(id, one)
    }
    return found
  }
  return {
    of: (ids) => {
      forget()
      const found = new Map<number, SearchText>()
      const missing: number[] = []
      for (const id of ids) {
        const known = kept.get(id)
        if (known === undefined) missing.push(id)
        else found.set(id, known)
      }
      if (missing.length > 0) for (const [id, one] of read(missing)) found.set(id, one)
      return found
    },
    broken: () => {
      forget()
      const ids = allArticleIds(db)
      const unknown = ids.filter((id) => !isBroken.has(id))
      for (const [id, text] of unknown.length === 0 ? [] : textsOf(db, unknown))
        isBroken.set(id, HAS_DROPPED.test(text))
      return new Set(ids.filter((id) => isBroken.get(id) === true))
    },
    warm: async () => {
      forget()
      const ids = allArticleIds(db).filter((id) => !isBroken.has(id))
      for (let at = 0; at < ids.length && db.open; at += BATCH) {
        read(ids.slice(at, at + BATCH).filter((id) => !kept.has(id)))
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}
