import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Scorer } from '#main/engine/scorer.ts'
import { cleanText } from '#main/importing/clean.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import { syntheticDrafts } from './texts.ts'

/** Words of each article that no other article has, as names and misspellings of a large library. */
const NEW_WORDS = 12

/**
 * Megabytes of living objects after so many articles were cleaned and analysed one after another, none of them kept. Each
 * holds words never met before, so that whatever remembers words must forget some.
 */
export function measureMemory(
  sample: readonly ArticleDraft[],
  scorer: Scorer,
  after: readonly number[],
): { readonly articles: number; readonly megabytes: number }[] {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const found: { articles: number; megabytes: number }[] = []
  let articles = 0
  for (const draft of syntheticDrafts(sample, Math.max(...after))) {
    const text = withNewWords(draft.text, articles)
    scorer.score({ ...draft, text: cleanText(text, { title: draft.title, language: draft.language }).text })
    articles++
    if (!after.includes(articles)) continue
    collect()
    found.push({ articles, megabytes: Math.round(process.memoryUsage().heapUsed / 1e6) })
  }
  return found
}

/** Puts invented words among those of a text, evenly spread. */
function withNewWords(text: string, article: number): string {
  const words = text.split(' ')
  const step = Math.max(1, Math.floor(words.length / NEW_WORDS))
  return words
    .map((word, index) => (index % step === 1 ? `${word} ${invented(article * NEW_WORDS + index)}` : word))
    .join(' ')
}

/** A number as a word of Latin or Cyrillic letters, with a capital or without. */
function invented(number: number): string {
  const letters = number % 2 === 0 ? 'abdegiklmnoprstu' : 'абвгдежзиклмнопр'
  let word = ''
  for (let rest = number + 100_000; rest > 0; rest = Math.floor(rest / 16)) word += letters[rest % 16]
  return number % 3 === 0 ? word[0]!.toUpperCase() + word.slice(1) : word
}
