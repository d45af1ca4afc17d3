import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { findQuotations } from '#shared/analysis/quotations/quotations.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

beforeAll(() => loadLanguages())

/** Each reported stretch as "speaker: words", in order. */
function reports(text: string): string[] {
  const { quotations } = findQuotations(prepare(text, 'en'), { title: null, outlet: null, byline: null })
  return quotations
    .filter((one) => one.kind === 'indirect')
    .map((one) => `${one.speaker ?? '–'}: ${text.slice(one.start, one.end)}`)
}

describe('an English report without a clause of its own', () => {
  it.each([
    ['The union demanded a public inquiry into the flood.', ['union: a public inquiry into the flood']],
    ['Lena Frost has called for a ban on nets and boats.', ['Lena Frost: a ban on nets and boats']],
    ['Lena Frost described the plan as a gift to smugglers.', ['Lena Frost: a gift to smugglers']],
    ['The council denied hiding the report for two years.', ['council: hiding the report for two years']],
    [
      'Lena Frost expressed astonishment at the handling of the flood.',
      ['Lena Frost: the handling of the flood'],
    ],
    ['The ministry expressed confidence it would win.', ['ministry: it would win']],
    ['The lawyers asked to question the mayor under oath.', ['lawyers: to question the mayor under oath']],
    ['The council faced calls from residents for a new wall after the flood.', []],
    [
      'She heard Lena Frost’s accusations of hiding money from the fund.',
      ['Lena Frost: hiding money from the fund'],
    ],
  ])('%s', (text, wanted) => expect(reports(text)).toEqual(wanted))

  it.each([
    'Lena Frost stopped short of demanding the resignation of the mayor.',
    'The council took charge of the repair of the wall.',
    'Lena Frost sent accusations from that era to the court.',
    'The independent counsel who led the search has retired.',
  ])('nor of: %s', (text) => expect(reports(text)).toEqual([]))
})

describe('an English cue between commas', () => {
  it.each([
    [
      'If the vote fails, Lena Frost suggested in a post, the ferries will stop by autumn.',
      ['Lena Frost: If the vote fails', 'Lena Frost: the ferries will stop by autumn'],
    ],
    [
      'In addition, according to the ministry, nine families will be paid.',
      ['ministry: nine families will be paid'],
    ],
    [
      'Vice President Lena Frost and President Aron Holt came. It is dead, the vice president said, unless it is changed.',
      ['Lena Frost: It is dead', 'Lena Frost: unless it is changed'],
    ],
  ])('%s', (text, wanted) => expect(reports(text)).toEqual(wanted))
})

describe('whose an English report is', () => {
  it.each([
    ['Lena Frost Says He Will Run Again', ['Lena Frost: He Will Run Again']],
    ['The Liberal nominee for the May election later said he was calm.', ['Liberal nominee: he was calm']],
    [
      'Aron P. Holt Jr., who was to travel to Paris, France, on Monday, said the rules were fair.',
      ['Aron P. Holt: the rules were fair'],
    ],
  ])('%s', (text, wanted) => expect(reports(text)).toEqual(wanted))
})
