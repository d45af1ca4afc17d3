import { inlined } from './inlined-svg.ts'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Draws a piece of the page into an SVG as it stands there: words, swatches, backgrounds of cells, lines under rows, and the
 * drawings inside it. Made for tables of figures: no pictures, no gradients, no shadows.
 * @param x and y where its upper left corner goes
 * @returns its width and height in pixels
 */
export function drawHtml(
  root: HTMLElement,
  svg: SVGElement,
  x: number,
  y: number,
): { readonly width: number; readonly height: number } {
  const base = root.getBoundingClientRect()
  const move = (box: DOMRect) => ({
    x: box.left - base.left + x,
    y: box.top - base.top + y,
    width: box.width,
    height: box.height,
  })
  const put = (name: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
    const node = document.createElementNS(SVG, name)
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value))
    svg.append(node)
    return node
  }
  const visit = (element: Element): void => {
    if (element instanceof SVGSVGElement) {
      const copy = inlined(element)
      const box = move(element.getBoundingClientRect())
      for (const key of ['x', 'y', 'width', 'height'] as const) copy.setAttribute(key, String(box[key]))
      svg.append(copy)
      return
    }
    const style = getComputedStyle(element)
    if (style.display === 'none' || style.visibility === 'hidden') return
    if (element.classList.contains('visually-hidden')) return
    const box = move(element.getBoundingClientRect())
    if (isPainted(style.backgroundColor))
      put('rect', {
        ...box,
        rx: Number.parseFloat(style.borderTopLeftRadius) || 0,
        fill: style.backgroundColor,
      })
    if (Number.parseFloat(style.borderBottomWidth) > 0 && isPainted(style.borderBottomColor))
      put('line', {
        x1: box.x,
        x2: box.x + box.width,
        y1: box.y + box.height - 0.5,
        y2: box.y + box.height - 0.5,
        stroke: style.borderBottomColor,
      })
    for (const child of element.childNodes) {
      if (child instanceof Element) visit(child)
      else if (child instanceof Text) drawText(child, style)
    }
  }
  const drawText = (node: Text, style: CSSStyleDeclaration): void => {
    for (const line of linesOf(node)) {
      const box = move(line.box)
      const size = Number.parseFloat(style.fontSize)
      const toRight = style.textAlign === 'right' || style.textAlign === 'end'
      const text = put('text', {
        x: toRight ? box.x + box.width : box.x,
        // The box of a line of words reaches from ascent to descent, about 0.93 and 0.25 of the size.
        y: box.y + box.height / 2 + size * 0.34,
        fill: style.color,
        'font-family': style.fontFamily.replaceAll('"', "'"),
        'font-size': size,
        'font-weight': style.fontWeight,
        'text-anchor': toRight ? 'end' : 'start',
      })
      text.textContent = line.text
    }
  }
  visit(root)
  return { width: Math.ceil(base.width), height: Math.ceil(base.height) }
}

const isPainted = (colour: string): boolean =>
  colour !== 'transparent' && !/^rgba\(.*,\s*0\)$/.test(colour) && !/\/\s*0\)$/.test(colour)

/** The lines that a run of text is broken into, each with its box. */
function linesOf(node: Text): readonly { readonly text: string; readonly box: DOMRect }[] {
  const content = node.data
  const range = document.createRange()
  const lines: { top: number; from: number; to: number }[] = []
  for (const { index, 0: word } of content.matchAll(/\S+/g)) {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const box = range.getBoundingClientRect()
    if (box.width === 0) continue
    const last = lines.at(-1)
    if (last !== undefined && Math.abs(last.top - box.top) < 2) last.to = index + word.length
    else lines.push({ top: box.top, from: index, to: index + word.length })
  }
  return lines.map(({ from, to }) => {
    range.setStart(node, from)
    range.setEnd(node, to)
    return { text: content.slice(from, to).replace(/\s+/g, ' '), box: range.getBoundingClientRect() }
  })
}
