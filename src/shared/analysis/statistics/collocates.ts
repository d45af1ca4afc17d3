import type { Span } from '#shared/domain/span.ts'
import type { Document, PartOfSpeech } from '../text/document.ts'
import { logDice, signedG2 } from './association.ts'

export interface CollocateOptions {
  /**
   * What counts as near: so many words to either side within the sentence (`window`), the sentence, or the same
   * quotation (outside quotations nothing is near).
   */
  readonly within: 'window' | 'sentence' | 'quotation'
  /** Words to either side, for `window`. */
  readonly window: number
  readonly unit: 'form' | 'lemma'
  /** Only collocates read as these parts of speech; null: all words. */
  readonly pos: readonly PartOfSpeech[] | null
  /** A collocate must stand near so often. */
  readonly minCount: number
}

export const COLLOCATE_DEFAULTS: CollocateOptions = {
  within: 'window',
  window: 5,
  unit: 'form',
  pos: null,
  minCount: 3,
}

export interface CollocateRow {
  readonly word: string
  /** Occurrences near the term, each counted once however many occurrences of the term are near. */
  readonly count: number
  /** Occurrences in all texts, the term's own words left out. */
  readonly total: number
  /** Words near the term, and all words, the term's own left out: what `g2` is computed from. */
  readonly nearTotal: number
  readonly allTotal: number
  readonly left: number
  readonly right: number
  /** Signed log-likelihood: positive where the word stands near the term more often than elsewhere. */
  readonly g2: number
  /** At most 14. */
  readonly logDice: number
  /** Articles in which it stands near the term. */
  readonly articles: number
}

export interface CollocateCounter {
  /** @param nodes occurrences of the term in order of start @param quotations quoted passages, for `quotation` */
  readonly add: (document: Document, nodes: readonly Span[], quotations?: readonly Span[]) => void
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

  const add: CollocateCounter['add'] = (document, nodes, quotations = []) => {
    const { tokens } = document
    // 0: far, 1: left of the nearest occurrence, 2: right of it, 3: the term itself.
    const place = new Uint8Array(tokens.length)
    const bounds = nodes.map(
      (node) => [document.tokenAt(node.start), document.tokenAt(node.end - 1)] as const,
    )
    for (const [from, to] of bounds) {
      markNear(document, place, from, to, settings, quotations)
    }
    for (const [from, to] of bounds) place.fill(3, from, to + 1)
    found += nodes.length
    const here = new Set<string>()
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!
      if (token.kind === 'punctuation' || place[index] === 3) continue
      allTotal++
      const near = place[index] !== 0
      if (near) nearTotal++
      if (settings.pos !== null && !settings.pos.includes(document.reading(index).pos)) continue
      const word = settings.unit === 'form' ? token.norm : document.reading(index).lemma
      let mine = sums.get(word)
      if (mine === undefined) {
        mine = { count: 0, total: 0, left: 0, right: 0, articles: 0 }
        sums.set(word, mine)
      }
      mine.total++
      if (!near) continue
      mine.count++
      if (place[index] === 1) mine.left++
      else mine.right++
      if (!here.has(word)) mine.articles++
      here.add(word)
    }
  }
  return {
    add,
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
      if (place[index] === 0) place[index] = side === -1 ? 1 : 2
    }
  }
}
