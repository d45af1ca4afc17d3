import type { ReadableDatabase } from '#main/library/connection.ts'
import { type LineArticle, textsOf } from '#main/library/queries/concordance.ts'
import { eachWord, storedWords, wordNumber } from '#main/library/queries/words.ts'
import { collocatePlaces } from '#shared/analysis/statistics/collocates.ts'
import { tokenise } from '#shared/analysis/text/tokenise.ts'
import type { ArticleFilter, ConcordanceFind } from '#shared/contract/contract.ts'
import type { Hit } from './concordance-lines.ts'
import { termTexts } from './near-texts.ts'

type Words = ConcordanceFind & { readonly kind: 'words' }

const AT_ONCE = 100

/**
 * Every place that figures of words count for a word or a run of words: found in the stored words, so that there are exactly
 * as many lines as a figure says; near a term, those that the figures of words nearby count.
 */
export function countedHits(
  db: ReadableDatabase,
  filter: ArticleFilter,
  articles: readonly LineArticle[],
  find: Words,
): readonly Hit[] {
  const unit = find.match === 'countedLemma' ? 'lemma' : 'form'
  if (find.near !== undefined) return nearHits(db, filter, articles, find, unit)
  const wanted = find.text.split(' ').map((word) => wordNumber(db, word))
  if (!wanted.every((word) => word !== null)) return []
  const places = placesOf(db, filter, wanted, unit, find.voices ?? 'all')
  const holding = articles.flatMap((article, place) => (places.has(article.id) ? { article, place } : []))
  const hits: Hit[] = []
  for (let from = 0; from < holding.length; from += AT_ONCE) {
    const some = holding.slice(from, from + AT_ONCE)
    const texts = textsOf(
      db,
      some.map(({ article }) => article.id),
    )
    for (const { article, place } of some) {
      const words = tokenise(texts.get(article.id) ?? '').filter(({ kind }) => kind !== 'punctuation')
      for (const at of places.get(article.id)!) {
        const [first, last] = [words[at], words[at + wanted.length - 1]]
        if (first !== undefined && last !== undefined)
          hits.push({ article: place, start: first.start, end: last.end, mention: null })
      }
    }
  }
  return hits
}

/** By article: which of its words begin a run of the words wanted. */
function placesOf(
  db: ReadableDatabase,
  filter: ArticleFilter,
  wanted: readonly number[],
  unit: 'form' | 'lemma',
  voices: 'all' | 'narration',
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  const last = wanted.at(-1)!
  for (const { articleId, words, without } of storedWords(db, filter, unit)) {
    let run: number[] = []
    eachWord(
      words,
      voices,
      (word, at) => {
        if (word === 0) {
          run = []
          return
        }
        run.push(word)
        if (word !== last || run.length < wanted.length) return
        const from = run.length - wanted.length
        if (!wanted.every((one, index) => run[from + index] === one)) return
        const mine = places.get(articleId)
        if (mine === undefined) places.set(articleId, [at - wanted.length + 1])
        else mine.push(at - wanted.length + 1)
      },
      without,
    )
  }
  return places
}

function nearHits(
  db: ReadableDatabase,
  filter: ArticleFilter,
  articles: readonly LineArticle[],
  { text, near }: Words,
  unit: 'form' | 'lemma',
): readonly Hit[] {
  const word = wordNumber(db, text)
  if (word === null || near === undefined) return []
  const { once: _, ...each } = filter
  const holding = placesOf(db, each, [word], unit, 'all')
  const placeOf = new Map(articles.map(({ id }, place) => [id, place]))
  const settings = { within: near.within, window: near.window, unit, pos: near.pos ?? null }
  const hits: Hit[] = []
  for (const one of termTexts(
    db,
    each,
    articles.filter(({ id }) => holding.has(id)),
    near,
  )) {
    if (one === undefined) continue
    for (const { start, end } of collocatePlaces(one.document, one.nodes, text, settings, one.quotations))
      hits.push({ article: placeOf.get(one.articleId)!, start, end, mention: null })
  }
  return hits.sort((a, b) => a.article - b.article || a.start - b.start)
}
