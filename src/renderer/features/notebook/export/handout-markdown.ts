import { strToU8, zipSync } from 'fflate'
import type { FigurePin, PassagePin, PinnedTable } from '#shared/domain/notebook.ts'
import { fileNameOf, type HandoutPage, type HandoutWords, numbered, paragraphsOf, sourceOf } from './page.ts'
import { tableCsv, tableRows } from './table-csv.ts'

/** Files of an export by their path. */
export type HandoutFiles = Readonly<Record<string, string>>

/**
 * A page as Markdown (CommonMark with tables) with its drawings and data beside it: `notebook.md`, `figures/*.svg`,
 * `data/*.csv` (the table as printed; `…-figures.csv`: the figures behind it, to compute with).
 */
export function handoutFiles(page: HandoutPage, words: HandoutWords): HandoutFiles {
  const files: Record<string, string> = {}
  const parts: string[] = [`# ${inline(page.title)}`, `*${inline(words.made)}*`]
  for (const { entry, pin, number } of numbered(page)) {
    const own = ownWords(entry.words)
    if (pin === null) {
      if (own === '') continue
      parts.push(entry.kind === 'heading' ? `## ${inline(entry.words)}` : own)
      continue
    }
    const taken = entry.takenAt === null ? [] : [words.taken(entry.takenAt)]
    const from = [
      ...pin.settings.map(({ label, value }) => `**${inline(label)}:** ${inline(value)}`),
      ...taken.map(inline),
      `${inline(words.address)} ${code(pin.address)}`,
    ].join(' · ')
    if (pin.kind === 'passage') {
      parts.push(`### ${inline(`${words.passage(number)}. ${pin.title}`)}`, quote(pin), inline(sourceOf(pin)))
      parts.push(...(own === '' ? [] : [own]), from)
      continue
    }
    const name = `${String(number).padStart(2, '0')}-${fileNameOf(pin.title)}`
    parts.push(`### ${inline(`${words.figure(number)}. ${pin.title}`)}`, inline(pin.sentence))
    if (own !== '') parts.push(own)
    parts.push(...figureParts(pin, name, files, words), from)
  }
  files['notebook.md'] = `${parts.filter((one) => one !== '').join('\n\n')}\n`
  return files
}

function figureParts(
  pin: FigurePin,
  name: string,
  files: Record<string, string>,
  words: HandoutWords,
): readonly string[] {
  const parts: string[] = []
  if (pin.drawing !== null) {
    files[`figures/${name}.svg`] = pin.drawing
    parts.push(`![${inline(pin.title)}](<figures/${name}.svg>)`)
  }
  parts.push(...pin.notes.map((note) => `*${inline(note)}*`))
  const data: string[] = []
  if (pin.table !== null) {
    files[`data/${name}.csv`] = tableCsv(pin.table)
    parts.push(tableMarkdown(pin.table))
    data.push(`[${inline(words.data)}](<data/${name}.csv>)`)
  }
  if (pin.csv !== null) {
    files[`data/${name}-figures.csv`] = pin.csv
    data.push(`[${inline(words.figuresData)}](<data/${name}-figures.csv>)`)
  }
  if (data.length > 0) parts.push(data.join(' · '))
  if (pin.formula.length > 0) {
    parts.push(`**${inline(words.formula)}**`)
    for (const line of pin.formula) parts.push(line.code ? fenced(line.text) : inline(line.text))
  }
  return parts
}

/** The same files in one ZIP. Its dates are `at`, so that the same page makes the same bytes. */
export const handoutZip = (files: HandoutFiles, at: Date): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    level: 6,
    mtime: at,
  })

function tableMarkdown(table: PinnedTable): string {
  const [head = [], ...rows] = tableRows(table)
  const line = (cells: readonly string[]) => `| ${cells.map(inline).join(' | ')} |`
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n')
}

function quote({ before, quote: words, after }: PassagePin): string {
  const lead = before === '' ? '' : `${inline(before)}${/\s$/.test(before) ? ' ' : ''}`
  const tail = after === '' ? '' : `${/^\s/.test(after) ? ' ' : ''}${inline(after)}`
  return `> ${lead}**${inline(words)}**${tail}`
}

/** Words on one line in which nothing is Markdown or HTML. */
const inline = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#!&$]/g, (letter) => `\\${letter}`)
    // A number or sign that would begin a list at the start of a line.
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/^([+\-=])(?=\s|$|[-=])/, '\\$1')

/** The person's own words stand as typed, so that Markdown in them works; HTML does not. */
const ownWords = (words: string): string =>
  paragraphsOf(words)
    .map((lines) => lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')).join('\n'))
    .join('\n\n')

/** A code span: as many backquotes around it as it needs. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  const ticks = '`'.repeat(1 + longestRun(flat))
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : ''
  return `${ticks}${pad}${flat}${pad}${ticks}`
}

const fenced = (text: string): string => {
  const fence = '`'.repeat(Math.max(3, 1 + longestRun(text)))
  return `${fence}\n${text}\n${fence}`
}

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
