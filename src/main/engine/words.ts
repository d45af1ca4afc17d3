import type { ReadableDatabase } from '#main/library/connection.ts'
import { getArticle } from '#main/library/queries/articles.ts'
import { changeCount } from '#main/library/queries/concordance.ts'
import {
  articlesWithoutWords,
  eachWord,
  type StoredWords,
  storedWords,
  wordTexts,
} from '#main/library/queries/words.ts'
import { KEYNESS_DEFAULTS, keyness } from '#shared/analysis/statistics/keyness.ts'
import { type ArticleWords, createWordCounter, type WordTable } from '#shared/analysis/statistics/words.ts'
import type { ArticleFilter, CallOutput } from '#shared/contract/contract.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import type { KeynessWord } from '#shared/domain/story-figures.ts'
import type { EngineContext } from './context.ts'
import type { Handlers, ParsedInput } from './dispatch.ts'
import { Kept } from './kept.ts'
import { rescore } from './store.ts'

type Input = ParsedInput<'figures.keyness'>
type Answer = CallOutput<'figures.keyness'>

/** What a table of words depends on. */
interface TableChoice {
  readonly filter: ArticleFilter
  readonly ngrams: number
  readonly unit: 'form' | 'lemma'
  readonly voices: 'all' | 'narration'
}

/** Tables of words that are kept: one for what is on screen and one for what was before. */
const TABLES = 2
const ANSWERS = 30

/** Calls on words: keyness. Tables and ranked lists are kept until anything in the library changes. */
export function wordHandlers(engine: EngineContext): Handlers {
  const { db } = engine
  const tables = new Kept<WordTable>(TABLES)
  const ranked = new Kept<{ readonly rows: readonly KeynessWord[]; readonly about: Omit<Answer, 'rows'> }>(
    ANSWERS,
  )
  const sorted = new Kept<readonly KeynessWord[]>(ANSWERS)
  return {
    'figures.keyness': async ({ limit, sort, descending, ...input }) => {
      await fillWords(engine, input.filter)
      const version = changeCount(db)
      const key = JSON.stringify(input)
      const found = ranked.of(version, key, () => {
        const { filter, ngrams, lemma, voices } = input
        const choice: TableChoice = { filter, ngrams, unit: lemma ? 'lemma' : 'form', voices }
        const table = tables.of(version, JSON.stringify(choice), () => wordTable(db, choice))
        return keynessOf(table, input)
      })
      const rows = sorted.of(version, `${key}\u0000${sort}\u0000${descending}`, () =>
        sortRows(found.rows, sort, descending),
      )
      return { ...found.about, rows: rows.slice(0, limit) }
    },
  }
}

const YIELD_EVERY = 20

/** Analyses articles anew whose words are not stored yet, answering waiting calls in between. */
export async function fillWords(engine: EngineContext, filter: ArticleFilter): Promise<void> {
  const missing = articlesWithoutWords(engine.db, filter)
  for (const [at, id] of missing.entries()) {
    const article = getArticle(engine.db, id)
    if (article !== null) rescore(engine, article)
    if (at % YIELD_EVERY === YIELD_EVERY - 1) await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Counts of words, or of runs of words, in each article selected. */
export function wordTable(db: ReadableDatabase, choice: TableChoice): WordTable {
  const stored = storedWords(db, choice.filter, choice.unit)
  const texts = wordTexts(db)
  return choice.ngrams === 1
    ? singleWords(stored, texts, choice.voices)
    : runsOfWords(stored, texts, choice.voices, choice.ngrams)
}

function singleWords(
  stored: Iterable<StoredWords>,
  texts: readonly string[],
  voices: 'all' | 'narration',
): WordTable {
  const articles: ArticleWords[] = []
  const counts = new Uint32Array(texts.length)
  for (const { outlet, words, without } of stored) {
    const ids: number[] = []
    let total = 0
    eachWord(
      words,
      voices,
      (word) => {
        if (word === 0) return
        total++
        if (counts[word]!++ === 0) ids.push(word)
      },
      without,
    )
    articles.push({
      group: outlet,
      totals: [0, total, 0, 0],
      ids: Uint32Array.from(ids),
      counts: Uint32Array.from(ids, (id) => counts[id]!),
    })
    for (const id of ids) counts[id] = 0
  }
  return { articles, types: texts.length, textOf: (id) => texts[id] ?? '', sizeOf: () => 1 }
}

function runsOfWords(
  stored: Iterable<StoredWords>,
  texts: readonly string[],
  voices: 'all' | 'narration',
  size: number,
): WordTable {
  const counter = createWordCounter({ from: size, to: size })
  for (const { outlet, words, without } of stored) {
    const runs: string[][] = []
    let run: string[] = []
    eachWord(
      words,
      voices,
      (word) => {
        if (word !== 0) run.push(texts[word] ?? '')
        else if (run.length > 0) {
          runs.push(run)
          run = []
        }
      },
      without,
    )
    if (run.length > 0) runs.push(run)
    counter.add(outlet, runs)
  }
  return counter.table()
}

type KeynessInput = Omit<Input, 'limit' | 'sort' | 'descending'>

function keynessOf(
  table: WordTable,
  { targetOutlet, referenceOutlet, minCount, minArticles, absent, ngrams, lemma, voices }: KeynessInput,
): { readonly rows: readonly KeynessWord[]; readonly about: Omit<Answer, 'rows'> } {
  if (targetOutlet === referenceOutlet)
    throw new ParallaxError('bad-input', `${targetOutlet} cannot be compared with itself.`)
  const reference = referenceOutlet ?? null
  const settings = { reference, minCount, minArticles, absent, priorWords: KEYNESS_DEFAULTS.priorWords }
  const [target] = keyness(table, [targetOutlet], settings)
  const group = (member: (outlet: string) => boolean) => {
    const mine = table.articles.filter((one) => member(one.group))
    return { articles: mine.length, words: mine.reduce((sum, one) => sum + one.totals[ngrams]!, 0) }
  }
  const rows = target?.rows ?? []
  return {
    rows,
    about: {
      total: rows.length,
      target: group((outlet) => outlet === targetOutlet),
      reference: group((outlet) => (reference === null ? outlet !== targetOutlet : outlet === reference)),
      settings: { ...settings, ngrams, unit: lemma ? 'lemma' : 'form', voices },
    },
  }
}

function sortRows(
  rows: readonly KeynessWord[],
  by: Input['sort'],
  descending: boolean,
): readonly KeynessWord[] {
  const key = (row: KeynessWord): number =>
    by === 'strength' ? Math.abs(row.z) : by === 'word' ? 0 : (row[by] ?? -1)
  const direction = descending ? -1 : 1
  const names = new Intl.Collator(['ru', 'en'], { numeric: true }).compare
  // Equal values go by z, then by the word, so that an order is the same whenever it is asked for.
  return by === 'word'
    ? rows.toSorted((a, b) => direction * names(a.word, b.word))
    : rows.toSorted((a, b) => direction * (key(a) - key(b)) || b.z - a.z || (a.word < b.word ? -1 : 1))
}
