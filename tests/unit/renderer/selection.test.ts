import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { type PageNode, type PageRange, selectedWords, trimmed } from '#renderer/features/read/selection.ts'

// Text as the engine stores it, and the page as Read draws it: marks and quotations nest, a fold and the speakers' margin
// stand between the paragraphs.
const TEXT = 'Gates closed\n\nThe 🛳 soldiers “came at  noon”.\r\n\n  Nobody slept. '
const NOON = TEXT.indexOf('The')
const SLEPT = TEXT.indexOf('Nobody')
const PAGE = `<html><body><aside>beside</aside><article>
  <h1 data-start="0">Gates <span>closed</span></h1>
  <div class="cut"><button>show</button><div data-left-out-passage="">Share <b>this</b></div></div>
  <div class="who"><b>Orla Venn</b></div>
  <p data-start="${NOON}">The 🛳 <span data-mention="0">sol<i>diers</i></span> <span>“came at  noon”</span>.</p>
  <p data-start="${SLEPT}">Nobody slept.</p>
  </article></body></html>`
const TITLED =
  '<html><body><article><h1 data-title="">Apart</h1><p data-start="0">Text.</p></article></body></html>'

function page(html = PAGE) {
  const { document } = parseHTML(html)
  const article = document.querySelector('article') as unknown as PageNode
  const all: PageNode[] = []
  const gather = (node: PageNode) => {
    if (node.nodeType === 3) all.push(node)
    for (const child of Array.from(node.childNodes)) gather(child)
  }
  gather(document.body as unknown as PageNode)
  const node = (words: string): PageNode => {
    const found = all.find(({ nodeValue }) => nodeValue?.includes(words))
    if (found === undefined) throw new Error(`“${words}” is not in the page`)
    return found
  }
  const element = (selector: string) => document.querySelector(selector) as unknown as PageNode
  const range = (from: readonly [PageNode, number], to: readonly [PageNode, number]): PageRange => ({
    startContainer: from[0],
    startOffset: from[1],
    endContainer: to[0],
    endOffset: to[1],
    commonAncestorContainer: document.body as unknown as PageNode,
  })
  const words = (from: readonly [PageNode, number], to: readonly [PageNode, number], text = TEXT) => {
    const selected = selectedWords(article, text, range(from, to))
    if (selected.kind === 'words') return text.slice(selected.span.start, selected.span.end)
    return selected.kind === 'refused' ? `! ${selected.why}` : ''
  }
  return { node, element, words, article, range }
}

describe('selectedWords', () => {
  it('counts code units through marks and quotations', () => {
    const { node, words, article, range } = page()
    expect(words([node('sol'), 0], [node('diers'), 5])).toBe('soldiers')
    expect(words([node('sol'), 1], [node('came'), 5])).toBe('oldiers “came')
    expect(selectedWords(article, TEXT, range([node('diers'), 0], [node('diers'), 5]))).toEqual({
      kind: 'words',
      span: { start: TEXT.indexOf('diers'), end: TEXT.indexOf('diers') + 5 },
    })
  })

  it('leaves white space at both ends out, and keeps it within', () => {
    const { node, words } = page()
    expect(words([node('The'), 3], [node('came'), 0])).toBe('🛳 soldiers')
    expect(words([node('came'), 1], [node('came'), 14])).toBe('came at  noon')
  })

  it('reads the headline as the text that it is', () => {
    const { node, words } = page()
    expect(words([node('closed'), 0], [node('closed'), 6])).toBe('closed')
  })

  it('takes places between children, and a triple click that touches the next paragraph', () => {
    const { node, element, words } = page()
    const second = element(`[data-start="${NOON}"]`)
    expect(words([second, 1], [second, 2])).toBe('soldiers')
    expect(words([node('The'), 0], [element(`[data-start="${SLEPT}"]`), 0])).toBe(
      'The 🛳 soldiers “came at  noon”.',
    )
    expect(words([node('Gates'), 0], [element('.cut'), 0])).toBe('Gates closed')
  })

  it('takes no part of the speakers beside a paragraph or of what lies outside the article', () => {
    const { node, words } = page()
    expect(words([node('Orla'), 2], [node('The'), 3])).toBe('The')
    expect(words([node('Orla'), 0], [node('Orla'), 4])).toBe('')
    expect(words([node('beside'), 0], [node('Gates'), 5])).toBe('Gates')
    expect(words([node('beside'), 0], [node('beside'), 4])).toBe('')
    expect(words([node('sol'), 2], [node('sol'), 2])).toBe('')
    expect(words([node('The'), 3], [node('The'), 4])).toBe('')
  })

  it('refuses words of two paragraphs, of a passage left out, and of a title that is not in the text', () => {
    const { node, words } = page()
    expect(words([node('noon'), 2], [node('Nobody'), 6])).toBe('! across')
    expect(words([node('Share'), 0], [node('this'), 4])).toBe('! leftOut')
    expect(words([node('closed'), 0], [node('Share'), 3])).toBe('! across')
    const titled = page(TITLED)
    expect(titled.words([titled.node('Apart'), 0], [titled.node('Apart'), 5], 'Text.')).toBe('! outside')
    expect(titled.words([titled.node('Apart'), 0], [titled.node('Text'), 4], 'Text.')).toBe('Text')
  })
})

describe('trimmed', () => {
  it('answers an empty span for white space alone', () => {
    expect(trimmed('a \u00A0 b', { start: 1, end: 4 })).toEqual({ start: 1, end: 1 })
  })
})
