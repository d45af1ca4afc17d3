const INHERITED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
  'paint-order',
] as const

/** A copy whose looks no longer hang on the page's style sheets. */
export function inlined(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const originals = drawing.querySelectorAll<SVGElement>('*')
  const copies = copy.querySelectorAll<SVGElement>('*')
  originals.forEach((original, index) => {
    const target = copies[index]
    if (target === undefined) return
    const computed = getComputedStyle(original)
    for (const name of INHERITED) {
      const value = computed.getPropertyValue(name)
      if (value !== '')
        target.setAttribute(name, name.startsWith('font') ? value.replaceAll('"', "'") : value)
    }
    for (const name of ['class', 'tabindex', 'role', 'aria-label', 'aria-pressed', 'style', 'data-mark'])
      target.removeAttribute(name)
  })
  for (const extra of copy.querySelectorAll('[data-target], [data-value]')) extra.remove()
  return copy
}
