import { describe, expect, it } from 'vitest'
import { findFacts, lineUpFacts } from '#shared/analysis/statistics/facts.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

const found = (text: string, language = 'en') =>
  findFacts(prepare(text, language)).map(({ kind, value, qualifier }) => [kind, value, qualifier])

describe('figures of people, in English', () => {
  it.each([
    ['At least 12 people were killed in the clashes.', [['killed', 12, 'atLeast']]],
    ['Police detained more than 5,800 people.', [['detained', 5800, 'atLeast']]],
    ['The death toll has risen to 225.', [['killed', 225, 'exactly']]],
    [
      'Clashes killed 12 and wounded 40.',
      [
        ['killed', 12, 'exactly'],
        ['injured', 40, 'exactly'],
      ],
    ],
    [
      'There were 12 dead and 40 wounded.',
      [
        ['killed', 12, 'exactly'],
        ['injured', 40, 'exactly'],
      ],
    ],
    ['About three thousand demonstrators were arrested.', [['detained', 3000, 'about']]],
    ['One hundred and twelve demonstrators were detained.', [['detained', 112, 'exactly']]],
    [
      'The blast killed two hundred and wounded 40.',
      [
        ['killed', 200, 'exactly'],
        ['injured', 40, 'exactly'],
      ],
    ],
    [
      'Twenty-five officers were injured; one soldier died.',
      [
        ['injured', 25, 'exactly'],
        ['killed', 1, 'exactly'],
      ],
    ],
    ['In 2022 people were killed in 19 towns.', []],
    ['A 23-year-old man was killed on January 5, the town says.', []],
    ['He was detained for 15 days and fined 40 dollars.', []],
    ['One of those killed was a medic.', []],
    ['The council met 12 times.', []],
    ['', []],
  ])('%s', (text, facts) => {
    expect(found(text)).toEqual(facts)
  })
})

describe('figures of people, in Russian', () => {
  it.each([
    ['Погибли 225 человек.', [['killed', 225, 'exactly']]],
    ['Число погибших достигло 164.', [['killed', 164, 'exactly']]],
    ['Задержаны более 5,8 тыс. человек.', [['detained', 5800, 'atLeast']]],
    ['По данным полиции, 5 800 задержанных доставлены в отделы.', [['detained', 5800, 'exactly']]],
    [
      'Ранены двадцать три полицейских, двое убиты.',
      [
        ['injured', 23, 'exactly'],
        ['killed', 2, 'exactly'],
      ],
    ],
    ['Не менее двенадцати тысяч человек были задержаны.', [['detained', 12000, 'atLeast']]],
    ['Помощь нужна двадцати трём пострадавшим.', [['injured', 23, 'exactly']]],
    ['Его задержали на 15 суток 5 января.', []],
    ['Задержка рейса продлилась 12 часов.', []],
    ['В 2022 году погибли люди.', []],
  ])('%s', (text, facts) => {
    expect(found(text, 'ru')).toEqual(facts)
  })
})

describe('figures beside each other', () => {
  it('keeps the words and the sentence, and knows no figures in other languages', () => {
    const text = 'It rained. At least 12 people were killed.'
    const [fact] = findFacts(prepare(text, 'en'))
    expect(fact!.text).toBe('At least 12 people were killed')
    expect(text.slice(fact!.start, fact!.end)).toBe(fact!.text)
    expect(text.slice(fact!.sentence.start, fact!.sentence.end)).toBe('At least 12 people were killed.')
    expect(found('12 personnes sont mortes.', 'fr')).toEqual([])
  })
  it('lines outlets up by date, and shows which give none', () => {
    const of = (outlet: string, published: string | null, text: string) =>
      findFacts(prepare(text, 'en')).map((fact) => ({ ...fact, outlet, published }))
    const lines = lineUpFacts(
      [
        ...of('A', '2024-03-02', '14 people were killed.'),
        ...of('A', '2024-03-01', '12 people were killed.'),
        ...of('A', null, '15 people were killed.'),
      ],
      ['A', '__proto__'],
    )
    expect(
      lines.map(({ kind, outlets }) => [kind, outlets.map((one) => one.facts.map((fact) => fact.value))]),
    ).toEqual([['killed', [[12, 14, 15], []]]])
  })
})
