import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { namingAct } from '#shared/analysis/framing/naming.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

beforeAll(loadLanguages)

const act = (text: string, word: string, language = 'en') => {
  const start = text.indexOf(word)
  return namingAct(prepare(text, language), { start, end: start + word.length }, 'Orla Venn')
}

describe('an act of naming', () => {
  it.each([
    ['Venn called the protesters terrorists.', 'terrorists', 'called', 'the protesters'],
    ['The state channel has branded them “terrorists”.', 'terrorists', 'branded', 'them'],
    ['She described the operation as an occupation.', 'occupation', 'described', 'the operation'],
  ])('is read in “%s”', (text, word, verb, whom) => {
    expect(act(text, word)).toEqual({ by: 'Orla Venn', verb, whom })
  })

  it.each([
    ['Министр назвал протестующих террористами.', 'террористами', 'назвал', 'протестующих'],
    ['Она назвала их «террористами».', 'террористами', 'назвала', 'их'],
  ])('is read in «%s»', (text, word, verb, whom) => {
    expect(act(text, word, 'ru')).toEqual({ by: 'Orla Venn', verb, whom })
  })

  it.each([
    ['The union called protests for Monday.', 'protests'],
    ['The protesters left before the troops came.', 'troops'],
    ['She called for calm while the riots went on.', 'riots'],
  ])('is not seen in “%s”', (text, word) => {
    expect(act(text, word)).toBeNull()
  })
})
