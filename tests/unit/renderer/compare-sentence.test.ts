import { beforeAll, describe, expect, it } from 'vitest'
import type { CompareT } from '../../../src/renderer/features/compare/compare-rows.ts'
import { inSentence, sentenceOf } from '../../../src/renderer/features/compare/compare-sentence.ts'
import { figureOf, stringsIn } from './compare-support.ts'

let en: CompareT
let ru: CompareT
beforeAll(async () => {
  en = await stringsIn('en')
  ru = await stringsIn('ru')
})

const FIVE = figureOf({
  A: { narration: [9, 1, 0] },
  B: { narration: [6, 0, 1] },
  C: { narration: [0, 7, 0] },
  D: { narration: [4, 4, 0] },
  E: { narration: [2, 0, 0] },
})

describe('the sentence of a concept', () => {
  it('counts the outlets whose namings have a majority, and those without', () => {
    expect(sentenceOf(FIVE, 'share', 'narration', 'en', en)).toBe(
      'In their own words, two of five outlets mostly say “peacekeeping” and one “occupation”; one says no name more than half of the time; one names this too seldom to say.',
    )
    expect(sentenceOf(FIVE, 'share', 'narration', 'ru', ru)).toBe(
      'Своими словами: два из пяти изданий чаще всего говорят «миротворцы» и одно – «оккупация»; у одного ни один вариант не составляет больше половины; у одного названий слишком мало, чтобы судить.',
    )
  })

  it('says when all outlets agree', () => {
    const figure = figureOf({ A: { narration: [0, 5, 0] }, B: { narration: [1, 5, 0] } })
    expect(sentenceOf(figure, 'share', 'narration', 'en', en)).toBe(
      'In their own words, both outlets mostly say “occupation”.',
    )
  })

  it('names the only outlet, with its figures', () => {
    const figure = figureOf({ Wire: { narration: [13, 5, 3] } })
    expect(sentenceOf(figure, 'share', 'narration', 'en', en)).toBe(
      'In their own words, Wire mostly says “peacekeeping”: 13 of 21 namings (62\u00A0%).',
    )
    expect(sentenceOf(figure, 'share', 'narration', 'ru', ru)).toBe(
      'Своими словами: Wire чаще всего говорит «миротворцы»: 13 из 21 названия (62\u00A0%).',
    )
  })

  it('does not call exactly half a majority', () => {
    const figure = figureOf({ '': { narration: [5, 5, 0] } })
    expect(sentenceOf(figure, 'share', 'narration', 'en', en)).toBe(
      'In their own words, no name makes up more than half of the 10 namings of No outlet given.',
    )
  })

  it('says that nothing is said, and that too little is said', () => {
    const none = figureOf({ A: {}, B: {} })
    expect(sentenceOf(none, 'share', 'narration', 'en', en)).toBe('No outlet names this in its own words.')
    const few = figureOf({ A: { narration: [1, 0, 0] }, B: {} })
    expect(sentenceOf(few, 'share', 'narration', 'en', en)).toBe(
      'In their own words, no outlet names this often enough to say: 1 naming in all.',
    )
  })

  it('gives the reach of rates, with both ends named', () => {
    expect(sentenceOf(FIVE, 'rate', 'all', 'en', en)).toBe(
      'Counting all voices, outlets name this between 2.0 times (E) and 10.0 times (A) per 1,000 words.',
    )
  })

  it('adds up counts, largest first', () => {
    expect(sentenceOf(FIVE, 'count', 'narration', 'en', en)).toBe(
      'In their own words, there are 34 namings: 21 “peacekeeping”, 12 “occupation” and 1 “troops (plain)”.',
    )
  })

  it('tells the voices apart', () => {
    const figure = figureOf(
      { A: { narration: [3, 0, 0], direct: [0, 2, 0] }, B: { indirect: [0, 0, 1] } },
      'all',
    )
    expect(sentenceOf(figure, 'share', 'split', 'en', en)).toBe(
      '6 namings: 3 in the outlets’ own words, 2 quoted and 1 reported.',
    )
    expect(sentenceOf(figure, 'share', 'split', 'ru', ru)).toBe(
      '6 названий: 3 словами самих изданий, 2 в цитатах и 1 в пересказе.',
    )
  })

  it('uses figures for more than ten outlets', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`O${i}`, { narration: [5, 0, 0] }]))
    expect(
      sentenceOf(figureOf({ ...many, Z: { narration: [0, 5, 0] } }), 'share', 'narration', 'en', en),
    ).toBe('In their own words, 40 of 41 outlets mostly say “peacekeeping” and one “occupation”.')
  })

  it('never judges', () => {
    for (const t of [en, ru]) {
      for (const show of ['share', 'rate', 'count'] as const)
        expect(sentenceOf(FIVE, show, 'narration', 'en', t)).not.toMatch(
          /bias|propaganda|neutral|honest|предвзят/i,
        )
    }
  })

  it('writes a label small inside a sentence, but not an abbreviation', () => {
    expect(inSentence('Troops (plain)', 'en')).toBe('troops (plain)')
    expect(inSentence('UN mission', 'en')).toBe('UN mission')
    expect(inSentence('Оккупация', 'ru')).toBe('оккупация')
  })
})
