import type { FigurePin, PassagePin, PinnedTable } from '#shared/domain/notebook.ts'
import { cleanSvg } from './clean-svg.ts'
import { escapeHtml } from './escape-html.ts'
import { HANDOUT_CSS } from './handout-css.ts'
import {
  type HandoutPage,
  type HandoutWords,
  type Numbered,
  numbered,
  paragraphsOf,
  sourceOf,
} from './page.ts'

/**
 * A page as one HTML file that stands alone: style and drawings inside, no script, nothing loaded. Every word is escaped, and
 * the file's own policy forbids whatever is not there.
 */
export const handoutHtml = (page: HandoutPage, words: HandoutWords): string => `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Parallax">
<title>${escapeHtml(page.title)}</title>
<style>${HANDOUT_CSS}
@page { margin: 16mm 17mm 18mm; }
</style>
</head>
<body>
${handoutBody(page, words)}
</body>
</html>
`

/** What stands in the file's body, and on the sheet that the app prints. */
export function handoutBody(page: HandoutPage, words: HandoutWords): string {
  let inPart = false
  const parts = numbered(page).map((one) => {
    if (one.entry.kind === 'heading') inPart = true
    return entryHtml(one, inPart ? 'h3' : 'h2', words)
  })
  return `<main class="page">
<header>
<h1>${escapeHtml(page.title)}</h1>
<p class="made">${escapeHtml(words.made)}</p>
</header>
${parts.join('\n')}
</main>`
}

function entryHtml({ entry, pin, number }: Numbered, level: 'h2' | 'h3', words: HandoutWords): string {
  if (pin === null) {
    if (entry.words.trim() === '') return ''
    return entry.kind === 'heading'
      ? `<h2 class="part">${escapeHtml(entry.words.trim())}</h2>`
      : `<div class="text">${paragraphsHtml(entry.words)}</div>`
  }
  const label = pin.kind === 'figure' ? words.figure(number) : words.passage(number)
  const own = paragraphsHtml(entry.words)
  const beside = own === '' ? '' : `<div class="words" lang="${words.language}">${own}</div>`
  const taken = entry.takenAt === null ? [] : [words.taken(entry.takenAt)]
  const settings = `<p class="from" lang="${words.language}"><span lang="${pin.language}">${pin.settings
    .map((one) => `<b>${escapeHtml(one.label)}:</b> ${escapeHtml(one.value)}`)
    .join(
      ' · ',
    )}</span>${taken.map((one) => ` · ${escapeHtml(one)}`).join('')} · ${escapeHtml(words.address)} <span class="address">${escapeHtml(pin.address)}</span></p>`
  return `<section class="pinned" lang="${pin.language}">
${
  pin.kind === 'figure'
    ? figureHtml(pin, `${escapeHtml(label)}. `, level, beside, entry.id, words)
    : passageHtml(pin, `${escapeHtml(label)}. `, level, beside)
}
${settings}
</section>`
}

function figureHtml(
  pin: FigurePin,
  label: string,
  level: string,
  beside: string,
  id: number,
  words: HandoutWords,
): string {
  const drawing = pin.drawing === null ? null : cleanSvg(pin.drawing, `f${id}-`)
  const notes = pin.notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('\n')
  const table = pin.table === null ? '' : tableHtml(pin.table, pin.title, words)
  const formula =
    pin.formula.length === 0
      ? ''
      : `<div class="how"><strong lang="${words.language}">${escapeHtml(words.formula)}</strong>\n${pin.formula
          .map(({ text, code }) => (code ? `<code>${escapeHtml(text)}</code>` : `<p>${escapeHtml(text)}</p>`))
          .join('\n')}</div>`
  const drawn =
    drawing === null
      ? ''
      : `<div class="drawing" role="img" aria-label="${escapeHtml(`${pin.title}. ${pin.sentence}`)}">${drawing}</div>\n${notes}`
  const head = `<${level} class="title"><span class="number">${label}</span>${escapeHtml(pin.title)}</${level}>
<p class="sentence">${escapeHtml(pin.sentence)}</p>`
  // The table stands across the page: beside a column of words it would be narrow.
  return `<div class="top${drawn === '' ? ' bare' : ''}">${head}
<div class="beside${beside === '' || drawn === '' ? '' : ' two'}">${beside}${drawn === '' ? '' : `<div class="shown">${drawn}</div>`}</div></div>
${table}${drawing === null ? notes : ''}
${formula}`
}

function passageHtml(pin: PassagePin, label: string, level: string, beside: string): string {
  const around = (text: string) => (text === '' ? '' : `<span class="around">${escapeHtml(text)}</span>`)
  return `<${level} class="title"><span class="number">${label}</span>${escapeHtml(pin.title)}</${level}>
<div class="beside${beside === '' ? '' : ' two'}">${beside}<div class="shown"><blockquote lang="${escapeHtml(pin.textLanguage)}">${around(pin.before)}<mark>${escapeHtml(pin.quote)}</mark>${around(pin.after)}</blockquote>
<p class="by">${escapeHtml(sourceOf(pin))}</p></div></div>`
}

/** A longer table is folded behind its first rows: paper shows these and says how many more the file holds. */
const ROWS_SHOWN = 40

function tableHtml({ columns, rows }: PinnedTable, title: string, words: HandoutWords): string {
  const head = columns
    .map(
      ({ text, number }) => `<th scope="col"${number === true ? ' class="n"' : ''}>${escapeHtml(text)}</th>`,
    )
    .join('')
  const table = (some: PinnedTable['rows']) =>
    `<div class="wide" role="region" aria-label="${escapeHtml(title)}" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${some.map((row) => rowHtml(row, columns)).join('\n')}
</tbody>
</table></div>`
  const more = rows.length - ROWS_SHOWN
  if (more <= 0) return table(rows)
  return `${table(rows.slice(0, ROWS_SHOWN))}
<details><summary lang="${words.language}">${escapeHtml(words.moreRows(more))}</summary>
${table(rows.slice(ROWS_SHOWN))}
</details>`
}

function rowHtml(row: PinnedTable['rows'][number], columns: PinnedTable['columns']): string {
  let column = 0
  const cells = row.map(({ text, detail, span = 1, head: names }) => {
    const right = span === 1 && columns[column]?.number === true ? ' class="n"' : ''
    column += span
    const across = span === 1 ? '' : ` colspan="${span}"`
    const small = detail === undefined || detail === '' ? '' : `<small>${unbroken(detail)}</small>`
    return names === true
      ? `<th scope="row"${right}${across}>${escapeHtml(text)}${small}</th>`
      : `<td${right}${across}>${escapeHtml(text)}${small}</td>`
  })
  return `<tr>${cells.join('')}</tr>`
}

/** "13 of 21 · 41–79 %": a line ends between such parts, not in them, where they are short. */
const unbroken = (detail: string): string =>
  detail
    .split(' · ')
    .map((part) => (part.length > 24 ? escapeHtml(part) : `<span class="k">${escapeHtml(part)}</span>`))
    .join(' · ')

const paragraphsHtml = (words: string): string =>
  paragraphsOf(words)
    .map((lines) => `<p>${lines.map(escapeHtml).join('<br>')}</p>`)
    .join('\n')
