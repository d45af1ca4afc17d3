import { Readability } from '@mozilla/readability'
import Defuddle from 'defuddle'
import { parseHTML } from 'linkedom'
import { type DomDocument, type FoundInMarkup, metadataOf } from './html-metadata.ts'
import { countWords } from './line-shape.ts'
import type { LineHints } from './lines.ts'
import { comparable, sameTitle } from './titles.ts'
import { type Block, type DomNode, visibleBlocks } from './visible-text.ts'

// The package is a CommonJS bundle: Node answers with the class itself, its types with a namespace that holds it.
const exported: unknown = Defuddle
const Extractor = (typeof exported === 'function' ? exported : Defuddle.default) as typeof Defuddle.default

/** A saved page: its visible text, what the markup says of each line, and what it says of the article. */
export interface Page {
  readonly text: string
  readonly hints: readonly LineHints[]
  readonly found: FoundInMarkup
}

/** An extractor that keeps less than this share of the page's running text is checked by the other. */
const DOUBTFUL_SHARE = 0.6
const RUNNING_WORDS = 12

/**
 * Reads a saved web page. The original is the page's visible text; each of its lines knows whether the extractor (defuddle, with
 * Readability where that keeps far less of the running text) took it for the article, how much of it is links, and where it stands.
 */
export function readHtml(source: string): Page | null {
  const html = withoutCode(source)
  const { document } = parseHTML(wholePage(html))
  const root = (document.body ?? document.documentElement) as unknown as DomNode | null
  if (root === null) return null
  const blocks = withTrustedPlaces(visibleBlocks(root))
  if (blocks.length === 0) return null
  const found = metadataOf(document as unknown as DomDocument)
  const kept = keptBlocks(html, blocks, found.title?.value ?? '')
  const titled = withTitle(blocks, kept, found.title?.value ?? '')
  return {
    text: titled.blocks.map((block) => block.text).join('\n'),
    hints: titled.blocks.map(({ linkShare, place }, index) => ({
      linkShare,
      place,
      kept: titled.kept[index]!,
    })),
    found,
  }
}

/** Scripts, styles and drawings are most of a saved page and none of its text; JSON-LD stays. */
const withoutCode = (html: string): string =>
  html.replace(/<(script|style|svg|noscript)\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/\1\s*>/gi, ' ')

/** linkedom wants an `<html>` with a `<body>`; fragments have neither. */
const wholePage = (html: string): string =>
  /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`

/** Where most running text stands in parts named like a sidebar, the names say nothing (a class for the page's layout or its tags). */
function withTrustedPlaces(blocks: readonly Block[]): readonly Block[] {
  const running = (block: Block) => countWords(block.text) >= RUNNING_WORDS && block.linkShare < 0.5
  const total = wordsWhere(blocks, (index) => running(blocks[index]!))
  for (const place of ['aside', 'caption', 'navigation'] as const) {
    const here = wordsWhere(blocks, (index) => blocks[index]!.place === place && running(blocks[index]!))
    if (here > total * 0.5)
      return blocks.map((block) => (block.place === place ? { ...block, place: 'text' } : block))
  }
  return blocks
}

/** Which blocks are the article's, by the extractor that finds more of the running text without bringing lists of links. */
function keptBlocks(html: string, blocks: readonly Block[], title: string): boolean[] {
  const first = matched(
    blocks,
    extract(() => byDefuddle(html)),
  )
  const running = blocks.map((block) => isRunning(block))
  const total = wordsWhere(blocks, (index) => running[index]!)
  const share = (kept: readonly boolean[]) =>
    wordsWhere(blocks, (index) => kept[index]! && running[index]!) / Math.max(total, 1)
  const waste = (kept: readonly boolean[]) => wordsWhere(blocks, (index) => kept[index]! && !running[index]!)
  let best = first
  if (
    share(first) < DOUBTFUL_SHARE ||
    waste(first) > wordsWhere(blocks, (index) => first[index]! && running[index]!)
  ) {
    const second = matched(
      blocks,
      extract(() => byReadability(html)),
    )
    if (
      share(second) > share(first) * 1.3 ||
      (share(second) >= share(first) * 0.9 && waste(second) < waste(first) * 0.5)
    )
      best = second
  }
  if (share(best) === 0 || !best.some(Boolean)) best = running
  return completed(blocks, best, title)
}

/** Running text by the markup: a sentence or more, hardly linked, not in a part of the page that is for other things. */
const isRunning = (block: Block): boolean =>
  countWords(block.text) >= RUNNING_WORDS &&
  block.linkShare < 0.5 &&
  /[.!?…»”":;]\s*$/.test(block.text) &&
  block.place !== 'navigation' &&
  block.place !== 'aside' &&
  block.place !== 'caption'

const wordsWhere = (blocks: readonly Block[], test: (index: number) => boolean): number =>
  blocks.reduce((sum, block, index) => sum + (test(index) ? countWords(block.text) : 0), 0)

function extract(run: () => string | null): Block[] {
  let content: string | null
  try {
    content = run()
  } catch {
    // A page that breaks one extractor is left to the other, or to its own running text.
    content = null
  }
  if (content === null || content === '') return []
  return visibleBlocks(
    parseHTML(`<!doctype html><html><body>${content}</body></html>`).document.body as unknown as DomNode,
  )
}

function byDefuddle(html: string): string {
  const { document } = parseHTML(wholePage(html))
  // Read already, and defuddle complains aloud of data that it cannot parse.
  for (const script of [...document.querySelectorAll('script')]) script.remove()
  // `parse` works on what is there; only `parseAsync` would ask the network.
  return new Extractor(document as unknown as Document, {
    url: 'https://page.invalid/',
    useAsync: false,
    removeImages: true,
  }).parse().content
}

function byReadability(html: string): string | null {
  const { document } = parseHTML(wholePage(html))
  return new Readability(document as unknown as Document, { charThreshold: 200 }).parse()?.content ?? null
}

/** Finds the extracted text again among the page's blocks: long blocks anywhere, short ones only between their neighbours. */
function matched(blocks: readonly Block[], extracted: readonly Block[]): boolean[] {
  const whole = ` ${extracted.map((block) => comparable(block.text)).join(' ')} `
  const single = new Set(extracted.map((block) => comparable(block.text)))
  const norms = blocks.map((block) => comparable(block.text))
  const kept = norms.map(
    (norm, index) => norm !== '' && countWords(blocks[index]!.text) >= 5 && whole.includes(` ${norm} `),
  )
  return kept.map((sure, index) => {
    if (sure) return true
    if (norms[index] === '' || !single.has(norms[index]!)) return false
    return nearby(kept, index, -1) && nearby(kept, index, 1)
  })
}

const nearby = (kept: readonly boolean[], index: number, step: number): boolean =>
  kept[index + step] === true || kept[index + 2 * step] === true || kept[index + 3 * step] === true

/** Puts back running text that stands between kept paragraphs: extractors drop short answers, subheadings and quotations. */
function completed(blocks: readonly Block[], kept: readonly boolean[], title: string): boolean[] {
  const firstKept = kept.indexOf(true)
  const lastKept = kept.lastIndexOf(true)
  const heading = blocks.findLastIndex(
    (block, index) => index <= firstKept + 1 && sameTitle(block.text, title),
  )
  return kept.map((sure, index) => {
    // A standfirst between the headline and the text.
    if (
      heading !== -1 &&
      index > heading &&
      index < firstKept &&
      index <= heading + 6 &&
      isStandfirst(blocks[index]!)
    )
      return true
    if (sure || index <= firstKept || index >= lastKept) return sure || sameTitle(blocks[index]!.text, title)
    const block = blocks[index]!
    if (
      block.linkShare > 0.5 ||
      block.place === 'navigation' ||
      block.place === 'aside' ||
      block.place === 'caption'
    )
      return false
    if (!(kept[index - 1] || kept[index - 2]) || !(kept[index + 1] || kept[index + 2])) return false
    return block.place === 'heading' || block.place === 'quote' || /[.!?…»”"]$/.test(block.text)
  })
}

const isStandfirst = (block: Block): boolean =>
  countWords(block.text) >= 8 &&
  block.linkShare < 0.3 &&
  (block.place === 'text' || block.place === 'heading')

/** A page whose heading is a picture still gets its headline: as the first line, from the markup. */
function withTitle(
  blocks: readonly Block[],
  kept: readonly boolean[],
  title: string,
): { blocks: readonly Block[]; kept: readonly boolean[] } {
  if (title === '' || blocks.some((block) => sameTitle(block.text, title))) return { blocks, kept }
  return {
    blocks: [{ text: title, linkShare: 0, place: 'heading', level: 1 }, ...blocks],
    kept: [true, ...kept],
  }
}
