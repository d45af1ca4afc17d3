import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { canBegin, matchesForm, matchTerms } from '#shared/analysis/framing/match.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'

beforeAll(loadLanguages)

const words = { en: 'x', ru: 'x' }
const pack = (language: string, pattern: string): Lexicon => ({
  id: 'x',
  version: '1.0.0',
  label: words,
  note: words,
  source: 's',
  licence: 's',
  concepts: [
    {
      id: 'x',
      label: words,
      note: 'n',
      source: 's',
      frames: [
        {
          id: 'x',
          label: words,
          note: 'n',
          source: 's',
          terms: { [language]: [{ id: 'x', pattern, note: 'n', source: 's' }] },
        },
      ],
    },
  ],
})

describe('canBegin', () => {
  // A preview looks only where a term can begin: it may never say no where the matcher finds one.
  it.each([
    ['en', 'occupation', 'The occupations began; the occu\u00ADpation went on.'],
    ['en', 'counter-terrorist operation', 'A counterterrorist operation, a counter-terrorist operation.'],
    ['en', 'counter terrorist', 'A counter-terrorist raid.'],
    ['en', 'protest*', 'Protesters and protestations, pro-tests not.'],
    ['en', '=Maidan|square', 'On the Maidan’s edge, in the squares.'],
    ['en', 'council', 'The council’s ship.'],
    ['ru', 'каратель', 'Каратели ушли, карателей не видели.'],
    ['ru', 'учёный', 'Ученые спорят с учёным.'],
    ['ru', 'генерал-майор', 'Генерал-майора сняли.'],
    ['de', 'Klimawandel', 'Des Klimawandels wegen.'],
  ])('%s “%s”', (language, pattern, text) => {
    const compiled = compileLexicons([pack(language, pattern)], language)
    const document = prepare(text, language)
    const found = matchTerms(document, compiled)
    expect(found.length).toBeGreaterThan(0)
    for (const { start } of found) {
      const token = document.tokens.find((one) => one.start <= start && start < one.end)!
      expect(canBegin(token.norm, compiled), token.text).toBe(true)
    }
    expect(canBegin('zebra', compiled)).toBe(false)
    expect(canBegin('constructor', compiled)).toBe(false)
    expect(canBegin('-', compiled)).toBe(false)
  })
})

describe('matchesForm', () => {
  it('tells which forms one word of a pattern matches', () => {
    expect(matchesForm('регион', 'регионами', 'ru')).toBe(true)
    expect(matchesForm('=регион', 'регионами', 'ru')).toBe(false)
    expect(matchesForm('army|troop', 'armies', 'en')).toBe(true)
    expect(matchesForm('protest*', 'protesters', 'en')).toBe(true)
    expect(matchesForm('protest', 'contest', 'en')).toBe(false)
  })
})
