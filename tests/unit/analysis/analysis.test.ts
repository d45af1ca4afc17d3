import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { matchTerms } from '#shared/analysis/framing/match.ts'
import { findMarks } from '#shared/analysis/quotations/marks.ts'
import { wilsonInterval } from '#shared/analysis/statistics/wilson.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { sentenceTone } from '#shared/analysis/tone/tone.ts'
import type { Lexicon, LexiconTerm } from '#shared/domain/lexicon.ts'

beforeAll(() => loadLanguages())

const label = { en: 'x', ru: 'x' }
function pack(language: string, terms: Partial<LexiconTerm>[]): Lexicon[] {
  const full = terms.map((one, index) => ({ id: `t-${index}`, pattern: '', note: 'n', source: 's', ...one }))
  const frame = { id: 'frame', label, note: 'n', source: 's', terms: { [language]: full } }
  const concept = { id: 'concept', label, note: 'n', source: 's', frames: [frame] }
  return [
    { id: 'pack', version: '1.0.0', label, note: label, source: 's', licence: 'MIT', concepts: [concept] },
  ]
}
const found = (text: string, language: string, terms: Partial<LexiconTerm>[]) =>
  matchTerms(prepare(text, language), compileLexicons(pack(language, terms), language)).map((one) => one.text)

describe('matching', () => {
  it('finds whole words only', () => {
    expect(found('Compatriots riot; two riots.', 'en', [{ pattern: 'riot' }])).toEqual(['riot', 'riots'])
  })
  it('finds every form in Russian', () => {
    const text = 'Миротворцы, миротворцев, миротворческие силы и Миротворцу.'
    expect(found(text, 'ru', [{ pattern: 'миротворец' }])).toEqual([
      'Миротворцы',
      'миротворцев',
      'Миротворцу',
    ])
    expect(found(text, 'ru', [{ pattern: 'миротворческий сила' }])).toEqual(['миротворческие силы'])
  })
  it('counts the longest match once', () => {
    expect(
      found('The peacekeeping force came.', 'en', [{ pattern: 'force' }, { pattern: 'peacekeeping force' }]),
    ).toEqual(['peacekeeping force'])
  })
  it('folds hyphens, soft hyphens, accents and case', () => {
    const terms = [{ pattern: 'counter-terrorist operation' }]
    for (const text of [
      'A counter-terrorist operation',
      'A COUNTERTERRORIST operation',
      'A counter terrorist operations',
      'A coun\u00ADter-terrorist operation',
    ]) {
      expect(found(text, 'en', terms), text).toHaveLength(1)
    }
  })
  it('allows a gap only where asked, and never over a sentence', () => {
    expect(found('foreign armed troops', 'en', [{ pattern: 'foreign troop' }])).toEqual([])
    expect(found('foreign armed troops', 'en', [{ pattern: 'foreign {0,1} troop' }])).toEqual([
      'foreign armed troops',
    ])
    expect(found('It was foreign. Troops came.', 'en', [{ pattern: 'foreign troop' }])).toEqual([])
  })
  it('drops what an exclusion covers', () => {
    const exclude = [{ pattern: 'occupation =as', note: 'a job', example: 'x' }]
    expect(found('His occupation as a baker.', 'en', [{ pattern: 'occupation', exclude }])).toEqual([])
    expect(found('The occupation began.', 'en', [{ pattern: 'occupation', exclude }])).toEqual(['occupation'])
  })
  it('knows nothing of hostile words and empty text', () => {
    expect(found('constructor __proto__ toString', 'en', [{ pattern: 'riot' }])).toEqual([])
    expect(found('', 'ru', [{ pattern: 'мятеж' }])).toEqual([])
  })
})

describe('quotation marks', () => {
  const marks = (text: string, language = 'en') =>
    findMarks(prepare(text, language)).map((one) => text.slice(one.start, one.end))
  it.each([
    ['He said: “It is over.” Then left.', ['“It is over.”']],
    ['Она сказала: «Всё „хорошо“ теперь».', ['«Всё „хорошо“ теперь»', '„хорошо“']],
    ["The '90s and the drivers' union.", []],
    ['“Open one", he said.', ['“Open one"']],
    ['‘It’s late,’ he said.', ['‘It’s late,’']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(marks(text)).toEqual(expected)
  })
  it('runs over paragraphs that are reopened', () => {
    const text = '“One.\n\n“Two,” she said.'
    expect(marks(text)).toEqual(['“One.\n\n“Two,”'])
  })
})

describe('figures', () => {
  it('gives the Wilson interval of the worked example', () => {
    const { low, high } = wilsonInterval(13, 21)
    expect(low).toBeCloseTo(0.4088, 4)
    expect(high).toBeCloseTo(0.7925, 4)
    expect(wilsonInterval(0, 5).low).toBe(0)
    expect(wilsonInterval(5, 5).high).toBe(1)
    expect(() => wilsonInterval(1, 0)).toThrow(RangeError)
  })
  it('gives the tone of the worked example', () => {
    expect(sentenceTone(prepare('The troops brutally attacked.', 'en'), 0)).toBeCloseTo(-0.4)
    expect(sentenceTone(prepare('', 'en'), 0)).toBe(0)
  })
})
