import {
  type DiscoveryRow,
  discoveryRows,
  discoveryStamps,
  discoveryTexts,
  storedForDiscovery,
} from '#main/library/queries/discover.ts'
import { allSettings, setSetting } from '#main/library/queries/settings.ts'
import { knownLanguages } from '#shared/analysis/languages/index.ts'
import { discover } from '#shared/analysis/statistics/discovery.ts'
import { type DiscoveryReading, readForDiscovery } from '#shared/analysis/statistics/discovery-reading.ts'
import { spread } from '#shared/analysis/statistics/discovery-spread.ts'
import {
  createDiscoveryTable,
  type DiscoveryTable,
  knownCounts,
} from '#shared/analysis/statistics/discovery-table.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { CandidateLine, LanguageCandidates } from '#shared/domain/discovery.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { breathe } from './in-turns.ts'

/** Words that are read at most, so that the first answer comes within about a second. */
export const MOST_WORDS = 120_000
/** Other calls are answered after as long. */
const TURN_MS = 15
/** Articles whose readings are kept: those of a large story and of a small one beside it. */
const MOST_READINGS = 2000
const MOST_TABLES = 8
const CONTEXT = 90

/** What the reader said is no rival term, as `language key`, newest last. */
const HIDDEN = 'discoverHidden'

/** Calls on candidates for rival terms. Articles are read when first asked for, and kept while they stay as they are. */
export function discoverHandlers({ db, changed }: EngineContext): Handlers {
  const readings = new Map<number, { readonly stamp: string; readonly reading: DiscoveryReading }>()
  const tables = new Map<string, DiscoveryTable>()

  const read = async (rows: readonly DiscoveryRow[]): Promise<DiscoveryTable> => {
    const stamps = discoveryStamps(
      db,
      rows.map(({ id }) => id),
    )
    const key = rows.map(({ id }) => `${id}:${stamps.get(id)}`).join(' ')
    const before = tables.get(key)
    if (before !== undefined) return before
    const found: DiscoveryReading[] = []
    let turn = performance.now()
    for (const row of rows) {
      const stamp = stamps.get(row.id) ?? ''
      const reading = readings.get(row.id)?.stamp === stamp ? readings.get(row.id)!.reading : readingOf(row)
      if (reading === null) continue
      // Taken out and put in again: what was read longest ago goes first.
      readings.delete(row.id)
      readings.set(row.id, { stamp, reading })
      found.push(reading)
      if (performance.now() - turn < TURN_MS) continue
      await breathe()
      turn = performance.now()
    }
    dropOldest(readings, MOST_READINGS)
    const table = createDiscoveryTable(found)
    tables.set(key, table)
    dropOldest(tables, MOST_TABLES)
    return table
  }
  const readingOf = (row: DiscoveryRow): DiscoveryReading | null => {
    const stored = storedForDiscovery(db, row.id)
    if (stored === null) return null
    const { text, ...rest } = stored
    const document = prepare(text, row.language)
    return readForDiscovery({ articleId: row.id, outlet: row.outlet, document, ...rest })
  }
  const hiddenKeys = (): ReadonlySet<string> => new Set(hiddenList(allSettings(db)[HIDDEN]))
  /** The articles selected by language, and those of them that are read: each language has its part of the words. */
  const chosenRows = (filter: ArticleFilter) => {
    const rows = discoveryRows(db, filter)
    const share = MOST_WORDS / Math.max(1, wordsOf(rows))
    return [...Map.groupBy(rows, (one) => one.language)].map(([language, mine]) => ({
      language,
      articles: mine.length,
      chosen: spread(mine, Math.ceil(share * wordsOf(mine))),
    }))
  }

  return {
    'discover.candidates': async ({ filter, concept, limit, withHidden }) => {
      const hidden = hiddenKeys()
      const languages: LanguageCandidates[] = []
      for (const { language, articles, chosen } of chosenRows(filter)) {
        const table = await read(chosen)
        const isHidden = (key: string) => hidden.has(hiddenKey(language, key))
        languages.push({
          articles,
          ...languageCandidates(language, table, concept ?? null, { isHidden, withHidden, limit }),
        })
      }
      return { languages: languages.sort((a, b) => b.articles - a.articles) }
    },
    'discover.lines': async ({ filter, language, key, limit }) => {
      const table = await read(chosenRows(filter).find((one) => one.language === language)?.chosen ?? [])
      const places = (table.entries.get(key)?.places ?? []).map(
        ({ reading: { articleId }, occurrence: { start, end } }) => ({ articleId, start, end }),
      )
      const mine = Map.groupBy(places, (one) => one.articleId)
      const lines: CandidateLine[] = []
      for (const { text, id, outlet, title, published } of discoveryTexts(db, [...mine.keys()])) {
        for (const { start, end } of mine.get(id)!) {
          if (lines.length < limit)
            lines.push({ articleId: id, outlet, title, published, ...contextAround(text, start, end) })
        }
      }
      return { total: places.length, lines }
    },
    'discover.hide': ({ language, key, hidden }) => {
      const one = hiddenKey(language, key)
      const others = hiddenList(allSettings(db)[HIDDEN]).filter((known) => known !== one)
      setSetting(db, HIDDEN, JSON.stringify(hidden ? [...others, one] : others))
      changed('settings')
      return null
    },
  }
}

const wordsOf = (rows: readonly DiscoveryRow[]): number => rows.reduce((sum, one) => sum + one.words, 0)

const hiddenKey = (language: string, key: string): string => `${language} ${key}`

function hiddenList(setting: string | undefined): readonly string[] {
  if (setting === undefined) return []
  try {
    const list: unknown = JSON.parse(setting)
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

function dropOldest<Key>(kept: Map<Key, unknown>, most: number): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
}

/** One language's candidates as the contract and the command line give them. */
export function languageCandidates(
  language: string,
  table: DiscoveryTable,
  concept: string | null,
  {
    isHidden,
    withHidden,
    limit,
  }: {
    readonly isHidden: (key: string) => boolean
    readonly withHidden: boolean
    readonly limit: number
  },
): Omit<LanguageCandidates, 'articles'> {
  const { keys, describe } = discover(table, concept)
  const hidden = new Set(keys.filter(isHidden))
  const shown = keys.filter((one) => withHidden || !hidden.has(one)).slice(0, limit)
  const known = knownCounts(table)
  return {
    language,
    hasRules: knownLanguages().includes(language),
    articlesRead: table.readings.length,
    wordsRead: table.readings.reduce((sum, one) => sum + one.words, 0),
    outlets: table.outlets.length,
    known:
      concept === null ? [...known.values()].reduce((sum, one) => sum + one, 0) : (known.get(concept) ?? 0),
    total: keys.length - hidden.size,
    hidden: hidden.size,
    candidates: shown.map((key) => {
      const { places: _, ...one } = describe(key)
      return { ...one, hidden: hidden.has(key) }
    }),
  }
}

/** The words around a place, from whole words on and within the paragraph. */
export function contextAround(
  text: string,
  start: number,
  end: number,
): Pick<CandidateLine, 'start' | 'end' | 'before' | 'text' | 'after'> {
  const from = Math.max(0, start - CONTEXT)
  const before = text.slice(from, start).replace(/^[\s\S]*[\n\r]/, '')
  return {
    start,
    end,
    before: from === 0 || before.length < start - from ? before : before.replace(/^\S*\s/, ''),
    text: text.slice(start, end),
    after: wholeWords(text.slice(end, end + CONTEXT), end + CONTEXT >= text.length),
  }
}

/** To the end of the paragraph, or else of the last whole word. */
function wholeWords(after: string, whole: boolean): string {
  const line = /[\n\r]/.exec(after)
  if (line !== null) return after.slice(0, line.index)
  return whole ? after : after.replace(/\s+\S*$/, ' …')
}
