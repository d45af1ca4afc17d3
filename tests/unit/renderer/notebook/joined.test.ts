import { describe, expect, it } from 'vitest'
import { joined } from '../../../../src/renderer/features/notebook/read-figure.ts'

const table = (head: string, ...names: string[]) => ({
  columns: [{ text: head }, { text: 'Outlets', number: true as const }],
  rows: names.map((name) => [{ text: name, head: true as const }, { text: '2' }]),
})

describe('tables of one figure', () => {
  it('become one, each further one under a row with what it lists', () => {
    const one = joined([table('Frame', 'siege'), table('Speaker', 'Vera Lind', 'Ilsa Morne')])
    expect(one?.columns.map(({ text }) => text)).toEqual(['Frame', 'Outlets'])
    expect(one?.rows.map((row) => row.map(({ text, span }) => [text, span ?? 1]))).toEqual([
      [
        ['siege', 1],
        ['2', 1],
      ],
      [['Speaker', 2]],
      [
        ['Vera Lind', 1],
        ['2', 1],
      ],
      [
        ['Ilsa Morne', 1],
        ['2', 1],
      ],
    ])
  })

  it('are none, or the one that there is', () => {
    expect(joined([])).toBeNull()
    expect(joined([table('Frame', 'siege')])).toEqual(table('Frame', 'siege'))
  })
})
