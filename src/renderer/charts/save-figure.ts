import { drawHtml } from './draw-html.ts'
import { inlined } from './inlined-svg.ts'

/** What stands around the drawing in a saved figure. */
export interface FigureWords {
  readonly title: string
  readonly sentence: string
  /** What the marks mean, and the lexicon and version behind them. */
  readonly notes: readonly string[]
}

const PADDING = 24
/** Above and below a drawing alone: room for a head of two lines. */
const BARE_PADDING = 12
const LINE = 19
const SCALE = 2
const SVG = 'http://www.w3.org/2000/svg'

/**
 * The charts (`data-band`) and tables (`data-drawn`) inside `chart` as one SVG that needs nothing but itself: colours
 * resolved, heads and words as text. What is selected or focused is left out. Without `words` it holds the charts alone, to
 * stand in a page that says the rest.
 */
export function figureAsSvg(chart: HTMLElement, words: FigureWords | null): string {
  // Beside the words of a page, the names of the rows begin where these do.
  const padding = words === null ? 0 : PADDING
  const style = getComputedStyle(chart)
  const ink = (name: string): string => style.getPropertyValue(name).trim()
  const font = style.fontFamily
  const place = chart.getBoundingClientRect()
  const tables = words === null ? [] : [...chart.querySelectorAll<HTMLElement>('[data-drawn]')]
  // A table that scrolls sideways is drawn whole.
  const width = Math.ceil(Math.max(place.width, ...tables.map((one) => one.getBoundingClientRect().width)))
  const svg = document.createElementNS(SVG, 'svg')
  let y = words === null ? BARE_PADDING : PADDING

  const text = (content: string, x: number, at: number, size: number, weight: number, fill: string) => {
    const node = document.createElementNS(SVG, 'text')
    for (const [key, value] of Object.entries({ x, y: at, fill, 'font-size': size, 'font-weight': weight }))
      node.setAttribute(key, String(value))
    node.setAttribute('font-family', font)
    node.textContent = content
    svg.append(node)
  }
  const paragraph = (content: string, size: number, fill: string) => {
    for (const line of linesOf(content, width, `400 ${size}px ${font}`)) {
      y += LINE
      text(line, padding, y, size, 400, fill)
    }
  }

  if (words !== null) {
    y += 10
    text(words.title, padding, y, 17, 600, ink('--ink'))
    paragraph(words.sentence, 14, ink('--ink-2'))
    y += 10
  }
  const drawn = words === null ? '[data-band]' : '[data-band], [data-drawn]'
  for (const band of chart.querySelectorAll<HTMLElement>(drawn)) {
    if (band.dataset.drawn !== undefined) {
      y += drawHtml(band, svg, padding, y).height + 12
      continue
    }
    const heads = band.querySelector<HTMLElement>('[data-heads]')
    const drawing = band.querySelector<SVGSVGElement>('svg')
    if (heads === null || drawing === null) continue
    const headsBox = heads.getBoundingClientRect()
    const headHeight = headsBox.height
    for (const head of heads.children) {
      const box = head.getBoundingClientRect()
      const left = padding + box.left - place.left
      const swatch = head.firstElementChild
      if (swatch instanceof HTMLElement) {
        const label = head.children[1]?.textContent ?? ''
        const lines = linesOf(label, box.width - 20, `600 12px ${font}`)
        // A legend that wraps stands on several lines: each name on its own.
        const top = y + (box.bottom - headsBox.top) - lines.length * 15
        const square = document.createElementNS(SVG, 'rect')
        for (const [key, value] of Object.entries({ x: left + 2, y: top, width: 10, height: 10, rx: 2 }))
          square.setAttribute(key, String(value))
        square.setAttribute('fill', getComputedStyle(swatch).backgroundColor)
        svg.append(square)
        for (const [index, line] of lines.entries())
          text(line, left + 16, top + 9 + index * 15, 12, 600, ink('--ink'))
      } else {
        text(head.textContent, left, y + headHeight - 8, 12, 400, ink('--ink-3'))
      }
    }
    y += headHeight
    const copy = inlined(drawing)
    copy.setAttribute('x', String(padding))
    copy.setAttribute('y', String(y))
    copy.setAttribute('overflow', 'visible')
    svg.append(copy)
    y += drawing.getBoundingClientRect().height + 8
  }
  for (const note of words?.notes ?? []) paragraph(note, 12, ink('--ink-3'))
  const full = { width: width + 2 * padding, height: Math.ceil(y + (words === null ? 0 : PADDING)) }
  svg.setAttribute('width', String(full.width))
  svg.setAttribute('height', String(full.height))
  svg.setAttribute('viewBox', `0 0 ${full.width} ${full.height}`)
  const paper = document.createElementNS(SVG, 'rect')
  paper.setAttribute('width', '100%')
  paper.setAttribute('height', '100%')
  paper.setAttribute('fill', ink('--surface'))
  svg.prepend(paper)
  return new XMLSerializer().serializeToString(svg)
}

/** The charts inside `chart` alone; null: it holds none (a table). */
export const chartsAsSvg = (chart: HTMLElement): string | null =>
  chart.querySelector('[data-band] svg') === null ? null : figureAsSvg(chart, null)

/** The same figure as a picture, at twice the size so that print is sharp. */
export async function svgAsPng(svg: string): Promise<Uint8Array> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser gives no canvas to draw on.')
  context.scale(SCALE, SCALE)
  context.drawImage(image, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (blob === null) throw new Error('The picture is too large to draw.')
  return new Uint8Array(await blob.arrayBuffer())
}

/** Breaks words into lines that are not wider than `width`. */
function linesOf(content: string, width: number, font: string): readonly string[] {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return [content]
  context.font = font
  const lines: string[] = []
  let line = ''
  for (const word of content.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line]
}
