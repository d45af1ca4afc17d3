import type { Span } from '#shared/domain/span.ts'

/** What is read of the page: enough of the DOM that a test can stand in for it. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<PageNode>
  readonly parentNode: PageNode | null
  readonly dataset?: Readonly<Record<string, string | undefined>>
}

/** Two places in the page, as a `Range` gives them: in a text node a number of code units, in an element of children. */
export interface PageRange {
  readonly startContainer: PageNode
  readonly startOffset: number
  readonly endContainer: PageNode
  readonly endOffset: number
  readonly commonAncestorContainer: PageNode
}

/** Why words that are selected cannot become a naming. */
export type Refusal = 'across' | 'leftOut' | 'outside'

/** What a selection stands for in the article's text. */
export type Selected =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'words'; readonly span: Span }
  | { readonly kind: 'refused'; readonly why: Refusal }

const TEXT_NODE = 3
const BLANK = /^\s*$/

/**
 * The words of the article's text that are selected in the page, without white space at their ends. A rendered paragraph
 * holds exactly its part of the text, so that an offset is the paragraph's own (`data-start`) plus the text before it.
 * What stands between paragraphs (who speaks, a fold of left-out passages) takes no part, and a selection that only
 * touches the next paragraph, as a triple click's does, is one of the first.
 */
export function selectedWords(article: PageNode, text: string, range: PageRange): Selected {
  const within = new Map<PageNode, { from: number; to: number }>()
  let refusal: Refusal | null = null
  for (const { node, from, to } of partsOf(range)) {
    const words = node.nodeValue?.slice(from, to) ?? ''
    if (BLANK.test(words) || !isInside(node, article)) continue
    const paragraph = ancestor(node, 'start')
    if (paragraph === null) {
      if (ancestor(node, 'leftOutPassage') !== null) refusal = 'leftOut'
      else if (ancestor(node, 'title') !== null) refusal ??= 'outside'
      continue
    }
    const before = lengthBefore(paragraph, node)
    const known = within.get(paragraph)
    if (known === undefined) within.set(paragraph, { from: before + from, to: before + to })
    else known.to = before + to
  }
  const [only, second] = [...within]
  if (only === undefined) return refusal === null ? { kind: 'nothing' } : { kind: 'refused', why: refusal }
  if (second !== undefined || refusal === 'leftOut') return { kind: 'refused', why: 'across' }
  const [paragraph, { from, to }] = only
  const at = Number(paragraph.dataset?.start)
  return { kind: 'words', span: trimmed(text, { start: at + from, end: at + to }) }
}

/** The place in the page of words of one paragraph; null when they are not in the page. */
export function rangeOf(article: HTMLElement, { start, end }: Span): Range | null {
  const paragraph = [...article.querySelectorAll<HTMLElement>('[data-start]')].find(
    ({ dataset }) => Number(dataset.start) <= start && end <= Number(dataset.end),
  )
  if (paragraph === undefined) return null
  const range = document.createRange()
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let at = Number(paragraph.dataset.start)
  let begun = false
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const next = at + (node.nodeValue?.length ?? 0)
    if (!begun && start < next) {
      range.setStart(node, start - at)
      begun = true
    }
    if (end <= next) {
      range.setEnd(node, end - at)
      return range
    }
    at = next
  }
  return null
}

/** A span without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  if (BLANK.test(words)) return { start, end: start }
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  }
}

interface Part {
  readonly node: PageNode
  readonly from: number
  readonly to: number
}

/** The text nodes in a range, each with the part of it that is in. */
function partsOf(range: PageRange): readonly Part[] {
  const parts: Part[] = []
  const { startContainer, startOffset, endContainer, endOffset } = range
  let begun = false
  let ended = false
  const visit = (node: PageNode): void => {
    if (node.nodeType === TEXT_NODE) {
      const length = node.nodeValue?.length ?? 0
      const from = node === startContainer ? startOffset : 0
      const to = node === endContainer ? endOffset : length
      begun ||= node === startContainer
      if (begun && from < to) parts.push({ node, from, to })
      ended ||= node === endContainer
      return
    }
    const edge = (index: number) => {
      begun ||= node === startContainer && index === startOffset
      ended ||= node === endContainer && index === endOffset
    }
    for (let index = 0; index < node.childNodes.length; index++) {
      edge(index)
      if (ended) return
      visit(node.childNodes[index]!)
      if (ended) return
    }
    edge(node.childNodes.length)
  }
  visit(range.commonAncestorContainer)
  return parts
}

/** Code units of text in `root` before a text node of it. */
function lengthBefore(root: PageNode, node: PageNode): number {
  let length = 0
  const visit = (one: PageNode): boolean => {
    if (one === node) return true
    if (one.nodeType === TEXT_NODE) length += one.nodeValue?.length ?? 0
    for (let index = 0; index < one.childNodes.length; index++) if (visit(one.childNodes[index]!)) return true
    return false
  }
  visit(root)
  return length
}

function ancestor(node: PageNode, mark: 'start' | 'leftOutPassage' | 'title'): PageNode | null {
  for (let one: PageNode | null = node; one !== null; one = one.parentNode) {
    if (one.dataset?.[mark] !== undefined) return one
  }
  return null
}

function isInside(node: PageNode, root: PageNode): boolean {
  for (let one: PageNode | null = node; one !== null; one = one.parentNode) if (one === root) return true
  return false
}
