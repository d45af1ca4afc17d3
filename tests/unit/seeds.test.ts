import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLexicons } from '#main/engine/lexicons/load.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { matchTerms } from '#shared/analysis/framing/match.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

type Row = Readonly<Record<'file' | 'outlet' | 'title' | 'published' | 'language' | 'url' | 'story', string>>
const rows: readonly Row[] = parse(readFileSync('seeds/manifest.csv'), { columns: true })
const textOf = (row: Row) => readFileSync(`seeds/${row.file}`, 'utf8')

beforeAll(loadLanguages)

describe('the sample story', () => {
  it('has at least eight English and four Russian texts by five outlets, all in the manifest', () => {
    expect(rows.map((row) => row.file.slice('articles/'.length)).sort()).toEqual(
      readdirSync('seeds/articles').sort(),
    )
    expect(rows.filter((row) => row.language === 'en').length).toBeGreaterThanOrEqual(8)
    expect(rows.filter((row) => row.language === 'ru').length).toBeGreaterThanOrEqual(4)
    expect(new Set(rows.map((row) => row.outlet)).size).toBe(5)
  })

  it.each(rows.map((row) => [row.file, row] as const))(
    '%s begins with its title and says that it is invented',
    (_, row) => {
      const text = textOf(row)
      const lines = text.trim().split('\n')
      expect(lines[0]).toBe(row.title)
      expect(lines.at(-1)).toMatch(/^(Invented for teaching|Придумано для обучения): /)
      const words = text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length
      expect(words).toBeGreaterThanOrEqual(250)
      expect(words).toBeLessThanOrEqual(600)
    },
  )

  it('shows each outlet’s usual name for the foreign troops', async () => {
    const lexicons = await loadLexicons('resources/lexicons')
    const usual = new Map<string, Map<string, number>>()
    for (const row of rows) {
      const counts = usual.get(row.outlet) ?? new Map<string, number>()
      usual.set(row.outlet, counts)
      for (const match of matchTerms(
        prepare(textOf(row), row.language),
        compileLexicons(lexicons, row.language),
      )) {
        if (match.concept === 'foreign-troops') counts.set(match.frame, (counts.get(match.frame) ?? 0) + 1)
      }
    }
    const commonest = [...usual].map(([outlet, counts]) => [
      outlet,
      [...counts].sort((a, b) => b[1] - a[1])[0]![0],
    ])
    expect(Object.fromEntries(commonest)).toEqual({
      'Northern Wire': 'troops',
      'The Harbor Courier': 'occupation',
      'Veska Daily': 'occupation',
      'Capital Monitor': 'peacekeeping',
      'Северный вестник': 'peacekeeping',
    })
  })

  it('repeats one agency paragraph word for word', () => {
    const paragraph = textOf(rows.find((row) => row.file.endsWith('05-northern-wire.txt'))!)
      .split('\n')
      .find(
        (line) =>
          line.startsWith('Norrholm’s foreign minister') || line.startsWith("Norrholm's foreign minister"),
      )!
    expect(textOf(rows.find((row) => row.file.endsWith('07-capital-monitor.txt'))!)).toContain(paragraph)
  })
})
