import { escapeHtml } from './escape-html.ts'

/** What drawings of Parallax are made of. Nothing in it can load, link, run or style anything beyond itself. */
const ELEMENTS = new Set([
  'svg',
  'g',
  'defs',
  'pattern',
  'clipPath',
  'rect',
  'line',
  'circle',
  'ellipse',
  'path',
  'polygon',
  'polyline',
  'text',
  'tspan',
  'title',
  'desc',
])
const ATTRIBUTES = new Set([
  'xmlns',
  'viewBox',
  'preserveAspectRatio',
  'overflow',
  'id',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'dx',
  'dy',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'd',
  'points',
  'width',
  'height',
  'transform',
  'patternUnits',
  'patternTransform',
  'clip-path',
  'clipPathUnits',
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'visibility',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
])
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * A drawing rebuilt from what is known to be harmless, to stand in a page: other elements go with all that they hold, other
 * attributes (events, links, styles) go, and ids begin with `prefix`, so that drawings of one page do not share a pattern.
 * @returns null when it is not one well-formed `<svg>`
 */
export function cleanSvg(svg: string, prefix: string): string | null {
  const open: { readonly name: string; readonly kept: boolean }[] = []
  let out = ''
  let at = svg.startsWith('<?xml') ? svg.indexOf('?>') + 2 : 0
  const keeps = () => open.at(-1)?.kept ?? true
  while (at < svg.length) {
    if (svg[at] !== '<') {
      const end = svg.indexOf('<', at)
      const text = svg.slice(at, end === -1 ? svg.length : end)
      if (open.length > 0 ? keeps() : false) out += escapeHtml(unescaped(text))
      else if (open.length === 0 && text.trim() !== '') return null
      at += text.length
      continue
    }
    TAG.lastIndex = at
    const tag = TAG.exec(svg)
    if (tag === null) return null
    at = TAG.lastIndex
    const [, closing, name = '', attributes = '', alone] = tag
    if (closing === '/') {
      const last = open.pop()
      if (last?.name !== name) return null
      if (last.kept) out += `</${name}>`
      continue
    }
    // One drawing, and nothing after it.
    if (open.length === 0 && (name !== 'svg' || out !== '')) return null
    const kept = keeps() && ELEMENTS.has(name)
    if (kept) out += `<${name}${attributesOf(attributes, prefix)}${alone === '/' ? '/' : ''}>`
    if (alone !== '/') open.push({ name, kept })
  }
  return open.length === 0 && out !== '' ? out : null
}

function attributesOf(source: string, prefix: string): string {
  let out = ''
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    if (!ATTRIBUTES.has(name)) continue
    const value = unescaped(double ?? single ?? '')
    const own = name === 'id' ? prefix + value : ownReference(value, prefix)
    if (own !== null) out += ` ${name}="${escapeHtml(own)}"`
  }
  return out
}

/** A value with its reference (`url(#…)`) made the drawing's own; null when it points anywhere else. */
function ownReference(value: string, prefix: string): string | null {
  if (!/url\s*\(/i.test(value)) return value
  const own = /^url\(\s*(["']?)#([\w:.«»-]+)\1\s*\)$/.exec(value)
  return own === null ? null : `url(#${prefix}${own[2]})`
}

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
