import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { findQuotations } from '#shared/analysis/quotations/quotations.ts'
import { wordRuns } from '#shared/analysis/statistics/words.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { runsOf, wordSequence } from '#shared/analysis/text/word-sequence.ts'

const TEXTS = [
  ['en', 'The gates shut. “Open the gates now,” the mayor said, “or we shall.” The constructor waited.'],
  ['ru', 'Ворота закрыли. «Откройте ворота», — сказал мэр. Так называемые «гости» ушли.'],
  ['en', ''],
] as const

describe('the words of a text in order', () => {
  beforeAll(loadLanguages)

  it.each(TEXTS)('give the same runs as counting does (%s)', (language, text) => {
    const document = prepare(text, language)
    const { quotations } = findQuotations(document, { title: '', outlet: null, byline: null })
    const sequence = wordSequence(document, quotations)
    for (const unit of ['form', 'lemma'] as const) {
      expect(runsOf(sequence, unit, 'all')).toEqual(wordRuns(document, { unit }))
      expect(runsOf(sequence, unit, 'narration')).toEqual(wordRuns(document, { unit, without: quotations }))
    }
  })

  it('end a run at a mark, a sentence and others’ words', () => {
    const document = prepare('One two, three. Four five six.', 'en')
    const sequence = wordSequence(document, [{ start: 21, end: 25 }])
    expect(runsOf(sequence, 'form', 'all')).toEqual([['one', 'two'], ['three'], ['four', 'five', 'six']])
    expect(runsOf(sequence, 'form', 'narration')).toEqual([['one', 'two'], ['three'], ['four'], ['six']])
  })
})
