import type { LineHints } from './lines.ts'

/** The few things the walk asks of a DOM node; linkedom and browsers both answer them. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: Iterable<DomNode>
  getAttribute?(name: string): string | null
}

/** A block of visible text with what the markup says of it. */
export interface Block {
  readonly text: string
  readonly linkShare: number
  readonly place: LineHints['place']
  readonly level: number
}

const HIDDEN = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'SVG',
  'IFRAME',
  'OBJECT',
  'CANVAS',
  'VIDEO',
  'AUDIO',
  'SELECT',
  'TEXTAREA',
  'INPUT',
  'MAP',
  'MATH',
  'DIALOG',
])
const INLINE = new Set([
  'A',
  'ABBR',
  'ACRONYM',
  'B',
  'BDI',
  'BDO',
  'BIG',
  'CITE',
  'CODE',
  'DATA',
  'DEL',
  'DFN',
  'EM',
  'FONT',
  'I',
  'INS',
  'KBD',
  'LABEL',
  'MARK',
  'Q',
  'S',
  'SAMP',
  'SMALL',
  'SPAN',
  'STRIKE',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'TT',
  'U',
  'VAR',
  'WBR',
  'NOBR',
])
const NAVIGATION = new Set(['NAV', 'FOOTER', 'FORM', 'BUTTON', 'MENU'])

interface Frame {
  readonly place: LineHints['place']
  readonly level: number
  readonly link: boolean
}

/**
 * The page's visible text, block by block, as a browser would lay it out: block elements and line breaks end a line, inline ones do
 * not, white space folds. What is hidden by the markup is left out.
 */
export function visibleBlocks(root: DomNode): Block[] {
  const blocks: Block[] = []
  let text = ''
  let linked = 0
  let place: LineHints['place'] = 'text'
  let level = 0
  const flush = () => {
    const clean = text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
    if (clean !== '')
      blocks.push({ text: clean, linkShare: Math.min(1, linked / clean.length), place, level })
    text = ''
    linked = 0
  }
  const walk = (node: DomNode, frame: Frame) => {
    if (node.nodeType === 3) {
      const value = node.nodeValue ?? ''
      if (value === '') return
      if (text.trim() === '') {
        place = frame.place
        level = frame.level
      }
      text += value
      if (frame.link) linked += value.replace(/\s+/g, ' ').length
      return
    }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return
    const name = node.nodeName.toUpperCase()
    if (node.nodeType === 1 && (HIDDEN.has(name) || isHidden(node))) return
    if (name === 'BR' || name === 'HR') {
      flush()
      return
    }
    const inline = INLINE.has(name)
    if (!inline) flush()
    const inner = {
      place: placeOf(node, name, frame.place),
      level: /^H[1-6]$/.test(name) ? Number(name[1]) : frame.level,
      link: frame.link || name === 'A',
    }
    let before: DomNode | null = null
    for (const child of node.childNodes) {
      // Links and labels set side by side are words apart, though the source has no space between them.
      if (before !== null && isLabel(before) && isLabel(child) && /[\p{L}\p{N}]{2}$/u.test(text)) text += ' '
      walk(child, inner)
      before = child
    }
    if (!inline) flush()
  }
  walk(root, { place: 'text', level: 0, link: false })
  flush()
  return blocks
}

const isLabel = (node: DomNode): boolean => /^(?:a|span|time)$/i.test(node.nodeName)

function isHidden(node: DomNode): boolean {
  if (node.getAttribute === undefined) return false
  if (node.getAttribute('hidden') !== null || node.getAttribute('aria-hidden') === 'true') return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.getAttribute('style') ?? '')
}

/** Names of parts of a page in `class`, `id` and `role`, as designers everywhere use them. */
const CAPTION_NAME =
  /(?:^|[\s_-])(?:caption|wp-caption-text|credit|(?:image|img|pic(?:ture)?)-?(?:desc|title|source|author)|photo-?(?:desc|credit|source|author|text|title)|media-?(?:desc|caption|source))(?:[\s_-]|$)/i
const ASIDE_NAME =
  /(?:^|[\s_-])(?:related|recommend\w*|read-?(?:also|more|next)|see-?also|more-?(?:news|stories)|teasers?|promo\w*|newsletter\w*|subscri\w*|advert\w*|ads?|banner|sponsor\w*|share\w*|sharing|social\w*|comments?|disqus|sidebar|widget\w*|popular|trending|most-?read|tags?|taglist|breadcrumbs?|cookie\w*|consent|gdpr|paywall|outbrain|taboola|rating|votes?|incut-?news|inject\w*)(?:[\s_-]|$)/i

function placeOf(node: DomNode, name: string, outer: LineHints['place']): LineHints['place'] {
  if (outer === 'navigation' || outer === 'aside' || outer === 'caption') return outer
  const names = `${node.getAttribute?.('class') ?? ''} ${node.getAttribute?.('id') ?? ''}`
  const role = node.getAttribute?.('role') ?? ''
  if (NAVIGATION.has(name) || role === 'navigation' || role === 'contentinfo' || role === 'search')
    return 'navigation'
  if (
    name === 'FIGCAPTION' ||
    (name !== 'BODY' &&
      name !== 'MAIN' &&
      name !== 'ARTICLE' &&
      name !== 'FIGURE' &&
      CAPTION_NAME.test(names))
  )
    return 'caption'
  if (
    role === 'complementary' ||
    (name !== 'BODY' && name !== 'MAIN' && name !== 'ARTICLE' && name !== 'HTML' && ASIDE_NAME.test(names))
  )
    return 'aside'
  if (/^H[1-6]$/.test(name)) return 'heading'
  if (name === 'LI' || name === 'DD' || name === 'DT') return 'list'
  if (name === 'BLOCKQUOTE') return 'quote'
  return name === 'P' ? 'text' : outer
}
