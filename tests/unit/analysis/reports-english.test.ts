import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { findQuotations } from '#shared/analysis/quotations/quotations.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

beforeAll(() => loadLanguages())

const LETTERS = { direct: 'D', indirect: 'I', scare: 'S' } as const

/** Each quotation as "kind speaker: words", in order. */
function read(text: string): string[] {
  const { quotations } = findQuotations(prepare(text, 'en'), { title: null, outlet: null, byline: null })
  return quotations.map(
    (one) =>
      `${LETTERS[one.kind]} ${one.speaker ?? '–'}: ${text.slice(one.start, one.end).replace(/\s+/g, ' ')}`,
  )
}

describe('where an English report ends', () => {
  it.each([
    [
      'at the main clause after a subordinate one',
      'While Lena Frost said that the bridge was safe, the council closed it.',
      ['I Lena Frost: the bridge was safe'],
    ],
    [
      'not at a circumstance that opens it',
      'While Lena Frost said that in winter, the bridge was safe, the council closed it.',
      ['I Lena Frost: in winter, the bridge was safe'],
    ],
    [
      'at the dash that closes an insertion',
      'The tunnel — and the promise by Lena Frost that it would pay for itself — cost two lives.',
      ['I Lena Frost: it would pay for itself'],
    ],
    [
      'before the next statement of the same speaker',
      'Lena Frost said the bridge was safe, but in a later interview said it needed repair.',
      ['I Lena Frost: the bridge was safe', 'I Lena Frost: it needed repair'],
    ],
    [
      'before what the outlet makes of a promise',
      'Lena Frost vowed to reopen the bridge, ending a quarrel of nine years.',
      ['I Lena Frost: to reopen the bridge'],
    ],
    [
      'at a circumstance after a whole clause',
      'Nine people drowned, the coastguard said on Monday, in the worst week since the ferry sank.',
      ['I coastguard: Nine people drowned'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('what an English report begins with', () => {
  it.each([
    [
      'subject and verb in one word',
      'Lena Frost said it’s the coldest night on record.',
      ['I Lena Frost: it’s the coldest night on record'],
    ],
    [
      'made it clear',
      'Lena Frost made it clear that the bridge would close.',
      ['I Lena Frost: the bridge would close'],
    ],
    [
      'a deed somebody is accused of',
      'Lena Frost accused the builders of hiding the cracks from her.',
      ['I Lena Frost: hiding the cracks from her'],
    ],
    ['no deed', 'Lena Frost and Ole Brandt accused each other of lying.', []],
    [
      'a noun of speech and from whom it came',
      'The mayor has faced criticism from fishermen that the harbour is neglected.',
      ['I fishermen: the harbour is neglected'],
    ],
    [
      'the outlet leads into quoted words',
      'The fleet should sail “as soon as the ice allows,” said Lena Frost.',
      [
        'I Lena Frost: The fleet should sail “as soon as the ice allows,”',
        'D Lena Frost: “as soon as the ice allows,”',
      ],
    ],
    [
      'a question that nobody in particular asked',
      'Asked whether the bridge was safe, Lena Frost replied that it was.',
      ['I –: the bridge was safe', 'I Lena Frost: it was'],
    ],
    ['nobody said so', 'Nobody has said who opened the gate.', []],
    ['that points at a noun', 'The council questioned that figure, and the vote was put off.', []],
    ['an attribute is no verb', 'The party leads in pledged delegates that were elected in May.', []],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('who speaks in English', () => {
  it.each([
    [
      'the words after the closing mark decide',
      'The survey shows that “nobody trusts the harbour,” said Lena Frost.',
      [
        'I Lena Frost: The survey shows that “nobody trusts the harbour,”',
        'D Lena Frost: “nobody trusts the harbour,”',
      ],
    ],
    [
      'a country is nobody that "he" means',
      'Captain Ole Brandt called Denmark “a fair-weather friend.” “I have seen the letters,” he said.',
      ['D Ole Brandt: “a fair-weather friend.”', 'D Ole Brandt: “I have seen the letters,”'],
    ],
    [
      'who is spoken of does not speak on',
      'Ole Brandt said Karl Holm had lost the map. “We found it later,” he said.',
      ['I Ole Brandt: Karl Holm had lost the map', 'D Ole Brandt: “We found it later,”'],
    ],
    [
      'a participle goes on with who just spoke',
      'The ship cannot “turn on a plate,” Lena Frost added, saying it needed a tug.',
      [
        'I Lena Frost: The ship cannot “turn on a plate,”',
        'D Lena Frost: “turn on a plate,”',
        'I Lena Frost: it needed a tug',
      ],
    ],
    [
      'by whom somebody was told',
      'The council was warned by the engineer that the wall would fail.',
      ['I engineer: the wall would fail'],
    ],
    [
      'whom a document is about is not its author',
      'According to an audit of the fund, Lena Frost, a clerk, signed the bills.',
      ['I audit: Lena Frost, a clerk, signed the bills'],
    ],
    [
      'Jr. is no surname',
      'Adm. Ole P. Brandt Jr. said the fleet was ready. Admiral Brandt said it would sail.',
      ['I Ole P. Brandt: the fleet was ready', 'I Ole P. Brandt: it would sail'],
    ],
    [
      'in his opinion',
      'Ole Brandt retired in May. In his opinion, the fleet is too old.',
      ['I Ole Brandt: the fleet is too old'],
    ],
    [
      'double marks typed as two single ones',
      "''We lost the rudder,'' said Lena Frost. She called the repair ''a joke.''",
      ["D Lena Frost: ''We lost the rudder,''", "D Lena Frost: ''a joke.''"],
    ],
    ['a comma inside a name’s marks', 'Lena Frost appeared on “Harbour Morning,” a breakfast programme.', []],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
