import { expect, it } from 'vitest'
import { candidatesCsv } from '#renderer/features/discover/candidates-csv.ts'

it('saves candidates with every figure, and empty cells where there is none', () => {
  const csv = candidatesCsv({
    language: 'en',
    hasRules: true,
    articles: 2,
    articlesRead: 2,
    wordsRead: 900,
    outlets: 2,
    known: 4,
    total: 1,
    hidden: 0,
    candidates: [
      {
        key: 'guest',
        text: 'guests',
        count: 3,
        articles: 2,
        outlets: [
          { outlet: 'Wire', count: 3, words: 500 },
          { outlet: 'Daily', count: 0, words: 400 },
        ],
        value: 0.5,
        likeness: null,
        keyness: null,
        naming: { articles: 1, acts: { 'so-called': 1, called: 0, scare: 2 } },
        hidden: false,
      },
    ],
  })
  const [head, row] = csv.split('\r\n')
  expect(head?.split(',')).toHaveLength(23)
  expect(row).toBe('guests,en,3,2,1,Wire: 3,,,,,,,,,,,,,1,1,0,2,0')
})
