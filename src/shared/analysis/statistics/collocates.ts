import type { CollocateOptions, CollocateRow } from '#shared/domain/collocates.ts'
import type { Span } from '#shared/domain/span.ts'
import type { Document } from '../text/document.ts'
import { logDice, signedG2 } from './association.ts'

export const COLLOCATE_DEFAULTS: CollocateOptions = {
  within: 'window',
  window: 5,
  unit: 'form',
  pos: null,
  minCount: 3,
}

export interface CollocateCounter {
  /** @param nodes occurrences of the term in order of start @param quotations quoted passages, for `quotation` @param words the text's words in the unit wanted, where they are known: reading dictionary forms takes long */
  readonly add: (
    document: Document,
    nodes: readonly Span[],
    quotations?: readonly Span[],
    words?: readonly string[],
  ) => void
  /** Counts the words of a text that holds no occurrence of the term: for totals, where all parts of speech count. */
  readonly addWords: (words: Iterable<string>) => void
  /** Occurrences of the term so far. */
  readonly nodes: () => number
  /** Strongest first, by log-likelihood. */
  readonly rows: () => readonly CollocateRow[]
}

interface Sums {
  count: number
  total: number
  left: number
  right: number
  articles: number
}

/**
 * Counts what stands near a term, article by article. Surface co-occurrence: the words near any occurrence make one
 * sample, all other words the other; they are compared by signed G² (see `signedG2`), which assumes independent words, and
 * by log Dice. The term's own words count in neither.
 * Source: S. Evert, “Corpora and collocations”, in Corpus Linguistics: An International Handbook (2008), 1212–1248.
 */
export function createCollocateCounter(options: Partial<CollocateOptions> = {}): CollocateCounter {
  const settings = { ...COLLOCATE_DEFAULTS, ...options }
  const sums = new Map<string, Sums>()
  let nearTotal = 0
  let allTotal = 0
  let found = 0

  const add: CollocateCounter['add'] = (document, nodes, quotations = [], words) => {
    const { tokens } = document
    const place = placesNear(document, nodes, settings, quotations)
    found += nodes.length
    const here = new Set<string>()
    let next = 0
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!
      if (token.kind === 'punctuation') continue
      const known = words?.[next++]
      if (place[index] === OF_TERM) continue
      allTotal++
      const near = place[index] !== FAR
      if (near) nearTotal++
      if (settings.pos !== null && !settings.pos.includes(document.reading(index).pos)) continue
      const word = known ?? (settings.unit === 'form' ? token.norm : document.reading(index).lemma)
      let mine = sums.get(word)
      if (mine === undefined) {
        mine = { count: 0, total: 0, left: 0, right: 0, articles: 0 }
        sums.set(word, mine)
      }
      mine.total++
      if (!near) continue
      mine.count++
      if (place[index] === LEFT) mine.left++
      else mine.right++
      if (!here.has(word)) mine.articles++
      here.add(word)
    }
  }
  const addWords: CollocateCounter['addWords'] = (words) => {
    for (const word of words) {
      allTotal++
      const mine = sums.get(word)
      if (mine === undefined) sums.set(word, { count: 0, total: 1, left: 0, right: 0, articles: 0 })
      else mine.total++
    }
  }
  return {
    add,
    addWords,
    nodes: () => found,
    rows: () =>
      [...sums]
        .filter(([, one]) => one.count >= Math.max(1, settings.minCount))
        .map(([word, one]) => ({
          word,
          ...one,
          nearTotal,
          allTotal,
          g2: signedG2(one.count, one.total - one.count, nearTotal, allTotal - nearTotal),
          logDice: logDice(one.count, found, one.total),
        }))
        .sort((a, b) => b.g2 - a.g2 || (a.word < b.word ? -1 : 1)),
  }
}

const FAR = 0
const LEFT = 1
const RIGHT = 2
const OF_TERM = 3

/** Of each token: far, to the left or right of the nearest occurrence of the term, or of the term itself. */
function placesNear(
  document: Document,
  nodes: readonly Span[],
  settings: CollocateOptions,
  quotations: readonly Span[],
): Uint8Array {
  const place = new Uint8Array(document.tokens.length)
  const bounds = nodes.map((node) => [document.tokenAt(node.start), document.tokenAt(node.end - 1)] as const)
  for (const [from, to] of bounds) markNear(document, place, from, to, settings, quotations)
  for (const [from, to] of bounds) place.fill(OF_TERM, from, to + 1)
  return place
}

/** The places that `CollocateRow.count` counts for a word: its occurrences near the term, in order. */
export function collocatePlaces(
  document: Document,
  nodes: readonly Span[],
  word: string,
  options: Partial<CollocateOptions> = {},
  quotations: readonly Span[] = [],
): readonly Span[] {
  const settings = { ...COLLOCATE_DEFAULTS, ...options }
  const place = placesNear(document, nodes, settings, quotations)
  return document.tokens.filter((token, index) => {
    if (token.kind === 'punctuation' || (place[index] !== LEFT && place[index] !== RIGHT)) return false
    if (settings.unit === 'form' && token.norm !== word) return false
    if (settings.unit === 'lemma' && document.reading(index).lemma !== word) return false
    return settings.pos === null || settings.pos.includes(document.reading(index).pos)
  })
}

/** Marks the tokens near one occurrence. Where several are near, the side is that of the first that came. */
function markNear(
  document: Document,
  place: Uint8Array,
  from: number,
  to: number,
  { within, window }: CollocateOptions,
  quotations: readonly Span[],
): void {
  const { tokens } = document
  const node = tokens[from]
  if (node === undefined) return
  const quotation =
    within === 'quotation'
      ? quotations
          .filter((one) => one.start <= node.start && node.end <= one.end)
          .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
      : null
  if (quotation === undefined) return
  const inside = (index: number): boolean => {
    const token = tokens[index]
    if (token === undefined) return false
    if (quotation !== null) return token.start >= quotation.start && token.end <= quotation.end
    return token.sentence === node.sentence
  }
  const reach = within === 'window' ? window : Number.POSITIVE_INFINITY
  for (const side of [-1, 1] as const) {
    let words = 0
    for (let index = side === -1 ? from - 1 : to + 1; inside(index) && words < reach; index += side) {
      if (tokens[index]!.kind === 'punctuation') continue
      words++
      if (place[index] === FAR) place[index] = side === -1 ? LEFT : RIGHT
    }
  }
}
