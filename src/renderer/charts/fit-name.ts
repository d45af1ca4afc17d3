import { cutInMiddle } from '../ui/cut-in-middle.tsx'

const widths = new Map<string, number>()
let context: CanvasRenderingContext2D | null | undefined

/** The name, cut in the middle until it is not wider than `width` in the font of the charts' rows. */
export function fitName(name: string, width: number): string {
  if (widthOf(name) <= width) return name
  for (let most = name.length - 1; most > 4; most -= 1) {
    const short = cutInMiddle(name, most)
    if (widthOf(short) <= width) return short
  }
  return cutInMiddle(name, 4)
}

/** The width of words in the font of the charts' rows. */
export function widthOf(text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  if (context === undefined) {
    context = document.createElement('canvas').getContext('2d')
    if (context !== null)
      context.font = `13.5px ${getComputedStyle(document.documentElement).getPropertyValue('--font')}`
  }
  const width = context?.measureText(text).width ?? text.length * 7.6
  widths.set(text, width)
  return width
}
