import { fold } from '#shared/analysis/text/fold.ts'
import type { LeftOut } from '#shared/domain/article.ts'
import type { Quotation, QuotationKind } from '#shared/domain/quotation.ts'
import { type Span, spanContains, spansOverlap } from '#shared/domain/span.ts'

/** Text under the same quotations from its first letter to its last. */
export interface Run extends Span {
  /** Indexes of the quotations around it, the outermost first. */
  readonly quotations: readonly number[]
}

/** A part of a paragraph: plain text, or a mark that opens what is known of its mentions. */
export type Segment =
  | { readonly kind: 'text'; readonly run: Run }
  | {
      readonly kind: 'mark'
      /** Index of the mention that is shown. */
      readonly mention: number
      /** Indexes of further mentions in the same words (of other concepts). */
      readonly others: readonly number[]
      /** A mark across the edge of a quotation has more than one run. */
      readonly runs: readonly Run[]
    }

/** Somebody whose words begin in a paragraph. */
export interface Voiced {
  /** Index of the first quotation of theirs in the paragraph. */
  readonly quotation: number
  /** Quoted, reported or both, in the order in which they come. */
  readonly kinds: readonly Exclude<QuotationKind, 'scare'>[]
}

export interface Paragraph extends Span {
  readonly kind: 'paragraph'
  /** The article's headline: its first paragraph, when that is the title. */
  readonly headline: boolean
  readonly segments: readonly Segment[]
  /** One entry per speaker, in the order in which the words begin; one for all unnamed ones only where nobody is named. */
  readonly speakers: readonly Voiced[]
}

/** Passages that cleaning left out between two paragraphs; indexes. */
export interface Gap {
  readonly kind: 'gap'
  readonly leftOut: readonly number[]
}

export type Block = Paragraph | Gap

/** What the blocks of an article are made from. */
export interface ArticleParts<M extends Span> {
  readonly title: string
  readonly text: string
  readonly quotations: readonly Quotation[]
  readonly mentions: readonly M[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Splits an article into paragraphs (one per line of text), each into segments that never overlap, with the passages that
 * were left out between them. Where mentions share words, the one of the higher rank is shown, then the longer, then the
 * earlier one; the others go with it. Offsets stay offsets into the article's text.
 */
export function articleBlocks<M extends Span>(
  parts: ArticleParts<M>,
  rankOf: (mention: M) => number = () => 0,
): readonly Block[] {
  const { text, quotations, mentions } = parts
  const lines = linesOf(text)
  const marks = chooseMarks(mentions, rankOf)
  const gaps = parts.leftOut
    .map(({ at }, index) => ({ at, index }))
    .sort((a, b) => a.at - b.at || a.index - b.index)
  const blocks: Block[] = []
  let nextGap = 0
  const leaveGapUpTo = (offset: number) => {
    const leftOut: number[] = []
    while (nextGap < gaps.length && gaps[nextGap]!.at <= offset) leftOut.push(gaps[nextGap++]!.index)
    if (leftOut.length > 0) blocks.push({ kind: 'gap', leftOut })
  }
  for (const [index, line] of lines.entries()) {
    leaveGapUpTo(line.start)
    blocks.push({
      kind: 'paragraph',
      ...line,
      headline: index === 0 && isTitle(text.slice(line.start, line.end), parts.title),
      segments: segmentsOf(line, quotations, marks, mentions),
      speakers: speakersOf(line, quotations),
    })
  }
  leaveGapUpTo(Number.POSITIVE_INFINITY)
  return blocks
}

/** Lines that hold more than white space, without the white space at their ends. */
function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const line = match[0]
    const start = match.index + (line.length - line.trimStart().length)
    const end = match.index + line.trimEnd().length
    if (start < end) lines.push({ start, end })
  }
  return lines
}

interface Mark extends Span {
  readonly mention: number
  readonly others: number[]
}

/** Mentions that do not overlap; the ones that lost their words to another go with it. */
function chooseMarks<M extends Span>(mentions: readonly M[], rankOf: (mention: M) => number): Mark[] {
  const order = mentions
    .map((mention, index) => ({ mention, index, rank: rankOf(mention) }))
    .filter(({ mention }) => mention.end > mention.start)
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        b.mention.end - b.mention.start - (a.mention.end - a.mention.start) ||
        a.mention.start - b.mention.start ||
        a.index - b.index,
    )
  // Kept in the order of the text, so that a neighbour is found by bisection: an article may hold thousands.
  const marks: Mark[] = []
  for (const { mention, index } of order) {
    const place = firstAfter(marks, mention.start)
    const over = [marks[place - 1], marks[place]].find(
      (mark) => mark !== undefined && spansOverlap(mark, mention),
    )
    if (over === undefined)
      marks.splice(place, 0, { start: mention.start, end: mention.end, mention: index, others: [] })
    else over.others.push(index)
  }
  return marks
}

/** Index of the first span that starts after `offset`, in spans sorted by start. */
function firstAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start > offset) high = middle
    else low = middle + 1
  }
  return low
}

function segmentsOf(
  line: Span,
  quotations: readonly Quotation[],
  marks: readonly Mark[],
  mentions: readonly Span[],
): Segment[] {
  const around = quotations
    .map((quotation, index) => ({ start: quotation.start, end: quotation.end, index }))
    .filter((one) => spansOverlap(one, line))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index)
  const runsOf = (span: Span): Run[] => {
    const cuts = new Set([span.start, span.end])
    for (const { start, end } of around) {
      if (start > span.start && start < span.end) cuts.add(start)
      if (end > span.start && end < span.end) cuts.add(end)
    }
    const sorted = [...cuts].sort((a, b) => a - b)
    return sorted.slice(1).map((end, at) => {
      const run = { start: sorted[at]!, end }
      return {
        ...run,
        quotations: around.filter((one) => spanContains(one, run)).map(({ index }) => index),
      }
    })
  }
  const segments: Segment[] = []
  const plain = (start: number, end: number) => {
    if (start < end) for (const run of runsOf({ start, end })) segments.push({ kind: 'text', run })
  }
  let at = line.start
  for (let index = Math.max(0, firstAfter(marks, line.start) - 1); index < marks.length; index++) {
    const mark = marks[index]!
    if (mark.start >= line.end) break
    // A mark over a line break is shown in each of its lines.
    const start = Math.max(mark.start, at)
    const end = Math.min(mark.end, line.end)
    if (start >= end) continue
    plain(at, start)
    const others = mark.others.toSorted((a, b) => mentions[a]!.start - mentions[b]!.start || a - b)
    segments.push({ kind: 'mark', mention: mark.mention, others, runs: runsOf({ start, end }) })
    at = end
  }
  plain(at, line.end)
  return segments
}

function speakersOf(line: Span, quotations: readonly Quotation[]): Voiced[] {
  const found = new Map<string, { quotation: number; kinds: Voiced['kinds'][number][] }>()
  for (const [quotation, { kind, start, person, speaker }] of quotations.entries()) {
    if (kind === 'scare' || start < line.start || start >= line.end) continue
    const key = JSON.stringify(person ?? speaker)
    const known = found.get(key)
    if (known === undefined) found.set(key, { quotation, kinds: [kind] })
    else if (!known.kinds.includes(kind)) known.kinds.push(kind)
  }
  const all = [...found.values()]
  const named = all.filter(({ quotation }) => quotations[quotation]!.speaker !== null)
  return named.length > 0 ? named : all
}

/** A line longer than this is no headline, however it begins. */
const LONGEST_HEADLINE = 300

/** Whether a first line is the title: the same, or one of them cut short ("… - ForumDaily"). */
function isTitle(line: string, title: string): boolean {
  if (line.length > LONGEST_HEADLINE) return false
  const given = comparable(line)
  const wanted = comparable(title)
  if (given === '' || wanted === '') return false
  if (given === wanted) return true
  const [short, long] = given.length < wanted.length ? [given, wanted] : [wanted, given]
  return short.length > 15 && long.startsWith(short)
}

const comparable = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
