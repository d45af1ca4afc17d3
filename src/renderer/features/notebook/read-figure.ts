import type { FigurePin, PinnedTable } from '#shared/domain/notebook.ts'

type Cell = PinnedTable['rows'][number][number]

/** A table of the page as it is drawn: names whole where they are cut, small print apart, numbers known by their side. */
export function readTable(table: HTMLTableElement): PinnedTable {
  const heads = [...(table.tHead?.rows ?? [])].at(-1)
  const columns = [...(heads?.cells ?? [])].flatMap((cell) => {
    const { text } = readCell(cell)
    const column = {
      // The arrow of a sorted column is no part of its name.
      text: text.replace(/\s*[↑↓]$/u, ''),
      ...(getComputedStyle(cell).textAlign === 'right' ? { number: true as const } : {}),
    }
    return [column, ...Array.from({ length: cell.colSpan - 1 }, () => ({ text: '' }))]
  })
  const rows = [...table.tBodies].flatMap((body) => [...body.rows])
  return { columns, rows: rows.map((row) => [...row.cells].map(readCell)) }
}

/**
 * Tables of one figure as one: the first one's columns, and before the rows of each further one a row with what it lists. Null
 * without tables.
 */
export function joined(tables: readonly PinnedTable[]): PinnedTable | null {
  const [first, ...others] = tables
  if (first === undefined) return null
  const width = Math.max(...tables.map(({ columns }) => columns.length))
  return {
    columns: first.columns,
    rows: [
      ...first.rows,
      ...others.flatMap(({ columns, rows }) => [
        [{ text: columns[0]?.text ?? '', head: true as const, ...(width > 1 ? { span: width } : {}) }],
        ...rows,
      ]),
    ],
  }
}

function readCell(cell: HTMLTableCellElement): Cell {
  const { text, detail } = wordsOf(cell)
  return {
    text,
    ...(detail === '' ? {} : { detail }),
    ...(cell.colSpan > 1 ? { span: cell.colSpan } : {}),
    ...(cell.tagName === 'TH' && cell.scope === 'row' ? { head: true as const } : {}),
  }
}

/** The words of an element, and apart from them those that stand small below; parts on lines of their own are joined by "; ". */
function wordsOf(root: HTMLElement): { readonly text: string; readonly detail: string } {
  const parts = { text: '', detail: '' }
  const visit = (node: Node, into: 'text' | 'detail'): void => {
    if (node instanceof Text) {
      parts[into] += node.data
      return
    }
    if (!(node instanceof HTMLElement)) return
    // Of a name that is cut, the whole one stands beside it for screen readers.
    if (node.ariaHidden === 'true') return
    const target = node.tagName === 'SMALL' ? 'detail' : into
    const ownLine = node.tagName === 'SMALL' || ['DIV', 'P', 'LI', 'BR'].includes(node.tagName)
    if (ownLine) parts[target] += '\n'
    for (const child of node.childNodes) visit(child, target)
    if (ownLine) parts[target] += '\n'
  }
  for (const child of root.childNodes) visit(child, 'text')
  const joined = (words: string) =>
    words
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '')
      .join('; ')
  return { text: joined(parts.text), detail: joined(parts.detail) }
}

/** The lines of a formula as it is shown: formulas (`code`) and the sentences around them. */
export const readFormula = (root: HTMLElement): FigurePin['formula'] =>
  [...root.querySelectorAll<HTMLElement>('code, p, li')]
    .filter((one) => !(one.tagName === 'CODE' && one.parentElement?.closest('p, li')))
    .map((one) => ({ text: wordsOf(one).text, code: one.tagName === 'CODE' }))
    .filter(({ text }) => text !== '')
