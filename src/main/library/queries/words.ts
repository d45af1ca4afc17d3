import type { WordSpan } from '#shared/analysis/statistics/repeats.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { SequenceWord, WordSequence } from '#shared/domain/words.ts'
import type { ReadableDatabase, WritableDatabase } from '../connection.ts'
import { prepared } from '../prepared.ts'
import { whereOf } from './filter.ts'
import { repeatedWords } from './repeats.ts'

/** Numbers of words that are known, per connection: an article's words are mostly old ones. */
const known = new WeakMap<ReadableDatabase, Map<string, number>>()
const MOST_KNOWN = 300_000

/** Forgets the numbers of words. Call it when a transaction that stored words was undone. */
export const forgetWords = (db: ReadableDatabase): boolean => known.delete(db)

function wordId(db: WritableDatabase, text: string): number {
  let mine = known.get(db)
  if (mine === undefined || mine.size > MOST_KNOWN) {
    mine = new Map()
    known.set(db, mine)
  }
  const before = mine.get(text)
  if (before !== undefined) return before
  const found = prepared(db, 'SELECT id FROM word WHERE text = ?').pluck().get(text) as number | undefined
  const id = found ?? Number(prepared(db, 'INSERT INTO word (text) VALUES (?)').run(text).lastInsertRowid)
  mine.set(text, id)
  return id
}

/** A run's end. A word is twice its number, and one more in the outlet's own words; numbers begin at 1. */
const END = 0

/** Words as numbers of seven bits each, the eighth saying that more follow (LEB128). */
function encode(numbers: readonly number[]): Buffer {
  const bytes: number[] = []
  for (let number of numbers) {
    while (number > 127) {
      bytes.push((number & 127) | 128)
      number = Math.floor(number / 128)
    }
    bytes.push(number)
  }
  return Buffer.from(bytes)
}

/** Stores an article's words in place of earlier ones. Call it inside a transaction. */
export function storeWords(db: WritableDatabase, articleId: number, sequence: WordSequence): void {
  const numbers = (text: (word: SequenceWord) => string) =>
    encode(
      sequence.flatMap((run) => [...run.map((word) => 2 * wordId(db, text(word)) + Number(word.own)), END]),
    )
  prepared(
    db,
    `INSERT INTO article_words (article_id, forms, lemmas) VALUES (?, ?, ?)
    ON CONFLICT (article_id) DO UPDATE SET forms = excluded.forms, lemmas = excluded.lemmas`,
  ).run(
    articleId,
    numbers(({ form }) => form),
    numbers(({ lemma }) => lemma),
  )
}

/** Articles of a selection whose words are not stored. */
export function articlesWithoutWords(db: ReadableDatabase, filter: ArticleFilter): number[] {
  const where = whereOf(filter)
  return db
    .prepare<unknown[], number>(`
      SELECT article.id FROM article LEFT JOIN article_words ON article_words.article_id = article.id
      WHERE ${where.sql} AND article_words.article_id IS NULL`)
    .pluck()
    .all(...where.parameters)
}

export interface StoredWords {
  readonly articleId: number
  /** The empty name: no outlet given. */
  readonly outlet: string
  readonly language: string
  /** As `eachWord` reads it. */
  readonly words: Uint8Array
  /** Words to leave out, from `firstWord` up to `endWord`, in order. */
  readonly without: readonly WordSpan[]
}

/** The stored words of the articles selected, one article after another. */
export function* storedWords(
  db: ReadableDatabase,
  filter: ArticleFilter,
  unit: 'form' | 'lemma',
): IterableIterator<StoredWords> {
  const where = whereOf(filter)
  const repeated = filter.once === true ? repeatedWords(db, filter) : null
  const rows = db
    .prepare<unknown[], Omit<StoredWords, 'without'>>(`
      SELECT article.id AS articleId, coalesce(article.outlet, '') AS outlet, article.language,
        article_words.${unit === 'form' ? 'forms' : 'lemmas'} AS words
      FROM article JOIN article_words ON article_words.article_id = article.id
      WHERE ${where.sql} ORDER BY article.id`)
    .iterate(...where.parameters)
  for (const row of rows) yield { ...row, without: repeated?.get(row.articleId) ?? [] }
}

/**
 * Reads stored words: each word's number in turn with its place among all the text's words, and 0 where a run ends. In the outlet's own words alone, others' words
 * end a run, and so do words left out; a run may end several times over.
 */
export function eachWord(
  words: Uint8Array,
  voices: 'all' | 'narration',
  read: (word: number, at: number) => void,
  without: readonly WordSpan[] = [],
): void {
  let counted = 0
  let next = 0
  let number = 0
  let place = 1
  for (let byteAt = 0; byteAt < words.length; byteAt++) {
    const byte = words[byteAt]!
    number += (byte & 127) * place
    if (byte > 127) {
      place *= 128
      continue
    }
    const own = number % 2 === 1
    let left = voices === 'narration' && !own
    const at = counted
    if (number !== END) {
      while (next < without.length && counted >= without[next]!.endWord) next++
      left ||= next < without.length && counted >= without[next]!.firstWord
      counted++
    }
    read(left ? END : (number - Number(own)) / 2, at)
    number = 0
    place = 1
  }
}

/** Words by number; a number that is none has the empty word. */
export function wordTexts(db: ReadableDatabase): readonly string[] {
  const rows = db.prepare<[], [number, string]>('SELECT id, text FROM word').raw().all() as [number, string][]
  const texts: string[] = []
  for (const [id, text] of rows) texts[id] = text
  return texts
}

/** The number of a word; null when no stored text holds it. */
export const wordNumber = (db: ReadableDatabase, text: string): number | null =>
  (prepared(db, 'SELECT id FROM word WHERE text = ?').pluck().get(text) as number | undefined) ?? null
