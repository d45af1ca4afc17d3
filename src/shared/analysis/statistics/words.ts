import type { Span } from '#shared/domain/span.ts'
import type { Document } from '../text/document.ts'

export interface WordChoice {
  /** Words as they stand, folded, or their dictionary forms as read in context. */
  readonly unit: 'form' | 'lemma'
  /** Passages to leave out, such as everything that is not the outlet's own words; in order of start, may nest. */
  readonly without?: readonly Span[]
}

/** The text's words and numbers in runs: a mark, the end of a sentence or a passage left out ends a run. */
export function wordRuns(
  document: Document,
  { unit, without = [] }: WordChoice,
): readonly (readonly string[])[] {
  const runs: string[][] = []
  let run: string[] = []
  let sentence = -1
  const end = () => {
    if (run.length > 0) runs.push(run)
    run = []
  }
  const { tokens } = document
  let at = 0
  let covered = -1
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    while (at < without.length && without[at]!.start <= token.start) {
      covered = Math.max(covered, without[at]!.end)
      at++
    }
    if (token.sentence !== sentence || token.kind === 'punctuation' || token.start < covered) end()
    sentence = token.sentence
    if (token.kind === 'punctuation' || token.start < covered) continue
    run.push(unit === 'form' ? token.norm : document.reading(index).lemma)
  }
  end()
  return runs
}

/** Counts of words and n-grams per article, over numbers in place of words. Made by `createWordCounter`. */
export interface WordTable {
  readonly articles: readonly ArticleWords[]
  /** Different words and n-grams. */
  readonly types: number
  readonly textOf: (id: number) => string
  /** How many words an id has, 1…3. */
  readonly sizeOf: (id: number) => number
}

export interface ArticleWords {
  readonly group: string
  /** Words, pairs and triples in the article: index 1, 2, 3. */
  readonly totals: readonly number[]
  /** Ids that occur, each once, and how often. */
  readonly ids: Uint32Array
  readonly counts: Uint32Array
}

export interface WordCounter {
  readonly add: (group: string, runs: readonly (readonly string[])[]) => void
  readonly table: () => WordTable
}

/** Two ids make one key below 2⁵³: up to two million different single words. */
const SINGLE_WORDS = 2 ** 21

/**
 * Counts words and n-grams (1 to 3 words within a run) article by article. An n-gram is known by the id of its words but
 * the last and the last word's id, so that no strings are put together while counting.
 */
export function createWordCounter(ngrams: { readonly from: number; readonly to: number }): WordCounter {
  const single = new Map<string, number>()
  const longer = new Map<number, number>()
  const texts: string[] = []
  // By id: the words before the last (−1 for none), the last word, and the length.
  const before: number[] = []
  const last: number[] = []
  const sizes: number[] = []
  const counts: number[] = []
  const articles: ArticleWords[] = []

  const make = (prefix: number, word: number, size: number): number => {
    before.push(prefix)
    last.push(word)
    sizes.push(size)
    counts.push(0)
    return sizes.length - 1
  }
  const wordId = (word: string): number => {
    const known = single.get(word)
    if (known !== undefined) return known
    const id = make(-1, texts.length, 1)
    texts.push(word)
    single.set(word, id)
    return id
  }
  const longerId = (prefix: number, word: number, size: number): number => {
    const key = prefix * SINGLE_WORDS + last[word]!
    const known = longer.get(key)
    if (known !== undefined) return known
    const id = make(prefix, last[word]!, size)
    longer.set(key, id)
    return id
  }

  const add: WordCounter['add'] = (group, runs) => {
    const seen: number[] = []
    const totals = [0, 0, 0, 0]
    const count = (id: number, size: number) => {
      if (size < ngrams.from) return
      totals[size]!++
      if (counts[id] === 0) seen.push(id)
      counts[id]!++
    }
    for (const run of runs) {
      const ids = run.map(wordId)
      for (let at = 0; at < ids.length; at++) {
        let id = ids[at]!
        count(id, 1)
        for (let size = 2; size <= ngrams.to && at + size <= ids.length; size++) {
          id = longerId(id, ids[at + size - 1]!, size)
          count(id, size)
        }
      }
    }
    const ids = Uint32Array.from(seen)
    articles.push({ group, totals, ids, counts: Uint32Array.from(ids, (id) => counts[id]!) })
    for (const id of seen) counts[id] = 0
  }
  return {
    add,
    table: () =>
      tableOf(articles, texts, {
        before: Int32Array.from(before),
        last: Uint32Array.from(last),
        sizes: Uint8Array.from(sizes),
      }),
  }
}

/** Made apart from the counter, so that a table that is kept does not keep what was needed for counting. */
function tableOf(
  articles: readonly ArticleWords[],
  texts: readonly string[],
  {
    before,
    last,
    sizes,
  }: { readonly before: Int32Array; readonly last: Uint32Array; readonly sizes: Uint8Array },
): WordTable {
  const textOf = (id: number): string =>
    before[id]! === -1 ? texts[last[id]!]! : `${textOf(before[id]!)} ${texts[last[id]!]!}`
  return { articles, types: sizes.length, textOf, sizeOf: (id) => sizes[id]! }
}
