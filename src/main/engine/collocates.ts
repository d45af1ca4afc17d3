import { changeCount, lineArticles } from '#main/library/queries/concordance.ts'
import { eachWord, storedWords, wordTexts } from '#main/library/queries/words.ts'
import { createCollocateCounter } from '#shared/analysis/statistics/collocates.ts'
import type { CollocateRow, CollocateSort } from '#shared/domain/collocates.ts'
import type { EngineContext } from './context.ts'
import type { Handlers, ParsedInput } from './dispatch.ts'
import { breathe } from './in-turns.ts'
import { Kept } from './kept.ts'
import { termTexts } from './near-texts.ts'
import { fillWords } from './words.ts'

type Input = Omit<ParsedInput<'figures.collocates'>, 'sort' | 'descending' | 'limit'>

const TEXTS_AT_ONCE = 100

interface Found {
  readonly nodes: number
  readonly articles: number
  readonly rows: readonly CollocateRow[]
}

/** Calls on words that stand near others. Answers are kept until anything in the library changes. */
export function collocateHandlers(engine: EngineContext): Handlers {
  const kept = new Kept<Promise<Found>>(12)
  return {
    'figures.collocates': async ({ sort, descending, limit, ...input }) => {
      await fillWords(engine, input.filter)
      const found = await kept.of(changeCount(engine.db), JSON.stringify(input), () => count(engine, input))
      return {
        nodes: found.nodes,
        articles: found.articles,
        total: found.rows.length,
        rows: sorted(found.rows, sort, descending).slice(0, limit),
      }
    },
  }
}

/** Shared passages count each: what stands near a word stands there wherever it is printed. */
async function count(
  { db }: EngineContext,
  { filter: asked, lemma, minCount, ...near }: Input,
): Promise<Found> {
  const { once: _, ...filter } = asked
  const unit = lemma ? 'lemma' : 'form'
  const pos = near.pos ?? null
  const counter = createCollocateCounter({ within: near.within, window: near.window, unit, pos, minCount })
  const holding = new Set<number>()
  const stored = new Map<number, Uint8Array>()
  for (const { articleId, words } of storedWords(db, filter, unit)) stored.set(articleId, words)
  const texts = wordTexts(db)
  const wordsOf = (articleId: number): readonly string[] | undefined => {
    const words = stored.get(articleId)
    if (words === undefined) return undefined
    const all: string[] = []
    eachWord(words, 'all', (word) => {
      if (word !== 0) all.push(texts[word] ?? '')
    })
    return all
  }
  // Part of speech is read in the text; without it, texts that do not hold the term are counted from their stored words.
  const everyText = pos !== null
  for (const one of termTexts(db, filter, lineArticles(db, filter), near, everyText)) {
    if (one === undefined) {
      await breathe()
      continue
    }
    counter.add(one.document, one.nodes, one.quotations, wordsOf(one.articleId))
    if (one.nodes.length > 0) holding.add(one.articleId)
  }
  if (!everyText) {
    let counted = 0
    for (const articleId of stored.keys()) {
      if (holding.has(articleId)) continue
      counter.addWords(wordsOf(articleId) ?? [])
      if (++counted % TEXTS_AT_ONCE === 0) await breathe()
    }
  }
  return { nodes: counter.nodes(), articles: holding.size, rows: counter.rows() }
}

function sorted(
  rows: readonly CollocateRow[],
  by: CollocateSort,
  descending: boolean,
): readonly CollocateRow[] {
  const direction = descending ? -1 : 1
  const names = new Intl.Collator(['ru', 'en'], { numeric: true }).compare
  return by === 'word'
    ? rows.toSorted((a, b) => direction * names(a.word, b.word))
    : rows.toSorted((a, b) => direction * (a[by] - b[by]) || b.g2 - a.g2 || (a.word < b.word ? -1 : 1))
}
