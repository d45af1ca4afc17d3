import { beforeAll, describe, expect, it } from 'vitest'
import { checkLexicons } from '#main/engine/lexicons/check.ts'
import { loadLexicons, readLexiconFiles } from '#main/engine/lexicons/load.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { matchTerms } from '#shared/analysis/framing/match.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'

let lexicons: Lexicon[] = []
beforeAll(async () => {
  await loadLanguages()
  lexicons = await loadLexicons('resources/lexicons')
})

const find = (text: string, language: string) =>
  matchTerms(prepare(text, language), compileLexicons(lexicons, language)).map(
    (one) => `${one.concept}/${one.frame}: ${one.text}`,
  )

describe('the shipped packs', () => {
  it('have no fault', async () => {
    expect(checkLexicons(await readLexiconFiles('resources/lexicons'))).toEqual([])
  })

  it('come with the pack that another extends first', () => {
    expect(lexicons.map((one) => one.id)).toEqual([
      'climate',
      'conflict-and-protest',
      'kazakhstan-january-2022',
      'migration',
    ])
  })

  it.each([
    ['en', 'Nobody was there.', []],
    ['en', '', []],
    ['en', 'Our compatriots took the constructor and __proto__ by train.', []],
    ['en', 'The embassy sent a note of protest; farming is the main occupation.', []],
    ['en', 'A riot of colour, a stock rally and a cooking demonstration.', []],
    [
      'en',
      'Peacekeepers met protesters.',
      ['foreign-troops/peacekeeping: Peacekeepers', 'people-in-the-streets/protest: protesters'],
    ],
    ['en', 'An “occupying force” held the bridge.', ['foreign-troops/occupation: occupying force']],
    ['ru', 'В магазине идёт акция, на море ждут волнения до трёх баллов.', []],
    ['ru', 'Посольство вручило ноту протеста.', []],
    [
      'ru',
      'Он говорил о миротворцах и протестующих.',
      ['foreign-troops/peacekeeping: миротворцах', 'people-in-the-streets/protest: протестующих'],
    ],
    [
      'ru',
      'Участники беспорядков разошлись.',
      ['people-in-the-streets/disorder: Участники беспорядков', 'events/disorder: беспорядков'],
    ],
  ])('%s: %s', (language, text, expected) => {
    expect(find(text, language)).toEqual(expected)
  })
})
