import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { analyse } from '#shared/analysis/analyse.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { discover } from '#shared/analysis/statistics/discovery.ts'
import { fuseRanks, likeness, positivePmi, weighted } from '#shared/analysis/statistics/discovery-likeness.ts'
import { type DiscoveryReading, readForDiscovery } from '#shared/analysis/statistics/discovery-reading.ts'
import { spread } from '#shared/analysis/statistics/discovery-spread.ts'
import { createDiscoveryTable } from '#shared/analysis/statistics/discovery-table.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'

beforeAll(loadLanguages)

describe('positive PMI', () => {
  it('is the logarithm of how much more often than by chance, discounted for few occurrences', () => {
    // 2 of a word's 4 contexts are this one, which makes 4 of all 32: expected 4 · 4 / 32 = 0.5, four times as often: 2 bits.
    // Discounted by 2/3 for the two occurrences together, and by 4/5 for the rarer of both.
    expect(positivePmi(2, 4, 4, 32)).toBeCloseTo(2 * (2 / 3) * (4 / 5), 12)
  })

  it('is 0 for what is as often as by chance, less often or never', () => {
    expect(positivePmi(1, 4, 8, 32)).toBe(0)
    expect(positivePmi(1, 8, 16, 32)).toBe(0)
    expect(positivePmi(0, 4, 4, 32)).toBe(0)
    expect(positivePmi(1, 0, 0, 0)).toBe(0)
  })
})

describe('likeness', () => {
  const vector = (weights: Readonly<Record<string, number>>) => new Map(Object.entries(weights))

  it('is the cosine, with the shared contexts that weigh most first', () => {
    // (3, 4) and (4, 3): 24 / 25.
    const found = likeness(vector({ a: 3, b: 4 }), vector({ b: 3, a: 4 }))
    expect(found.cosine).toBeCloseTo(24 / 25, 12)
    expect(found.shared).toEqual(['a', 'b'])
    // (1, 2) and (2, 1) in one of two contexts: 4 / (√5 · √5).
    expect(likeness(vector({ a: 1, b: 2 }), vector({ b: 2, c: 1 }))).toEqual({
      cosine: expect.closeTo(0.8, 12),
      shared: ['b'],
    })
  })

  it('is 0 without a shared context', () => {
    expect(likeness(vector({ a: 1 }), vector({ b: 1 }))).toEqual({ cosine: 0, shared: [] })
    expect(likeness(vector({}), vector({}))).toEqual({ cosine: 0, shared: [] })
  })

  it('takes words that are names of an object’s own properties as words', () => {
    const counts = new Map([
      ['1 constructor', 2],
      ['0 __proto__', 1],
    ])
    const weights = weighted(counts, { contexts: counts, total: 30 })
    expect([...weights.keys()]).toEqual(['1 constructor', '0 __proto__'])
  })
})

describe('fusing ranks', () => {
  it('sums 1 / (60 + rank) over the lists', () => {
    const fused = fuseRanks([['a', 'b', 'c'], ['c', 'a'], []])
    expect(fused.map((one) => one.item)).toEqual(['a', 'c', 'b'])
    expect(fused[0]!.value).toBeCloseTo(1 / 61 + 1 / 62, 12)
    expect(fused[1]!.value).toBeCloseTo(1 / 63 + 1 / 61, 12)
    expect(fused[2]!.value).toBeCloseTo(1 / 62, 12)
  })
})

describe('spreading what is read', () => {
  const articles = (outlet: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ outlet, words: 100, at }))

  it('takes everything when it is little enough', () => {
    const all = articles('A', 3)
    expect(spread(all, 300)).toBe(all)
  })

  it('keeps every outlet’s share, at equal distances', () => {
    // 1,000 words of 1,200: five sixths of A's ten are eight; of B's two, one.
    const chosen = spread([...articles('A', 10), ...articles('B', 2)], 600)
    expect(chosen.filter((one) => one.outlet === 'A').map((one) => one.at)).toEqual([1, 3, 5, 7, 9])
    expect(chosen.filter((one) => one.outlet === 'B').map((one) => one.at)).toEqual([1])
  })

  it('keeps one article of an outlet however little is read', () => {
    expect(spread([...articles('A', 5), ...articles('B', 1)], 1).map((one) => one.outlet)).toEqual(['A', 'B'])
  })
})

const lexicon: Lexicon = {
  id: 'test',
  version: '1.0.0',
  label: { en: 'Test', ru: 'Проба' },
  note: { en: 'Test', ru: 'Проба' },
  source: 'ours',
  licence: 'MIT',
  concepts: [
    {
      id: 'guards',
      label: { en: 'Guards', ru: 'Охрана' },
      note: 'Test',
      source: 'ours',
      frames: [
        {
          id: 'calm',
          label: { en: 'Calm', ru: 'Покой' },
          note: 'Test',
          source: 'ours',
          terms: {
            en: [{ id: 'test-guardian', pattern: 'guardian', note: 'Test', source: 'ours' }],
            ru: [{ id: 'test-ru', pattern: 'защитник', note: 'Test', source: 'ours' }],
          },
        },
      ],
    },
  ],
}

function read(outlet: string, text: string, language = 'en', articleId = 1): DiscoveryReading {
  const context = { title: '', outlet, byline: null }
  const analysis = analyse(text, { language, context, lexicons: compileLexicons([lexicon], language) })
  return readForDiscovery({
    articleId,
    outlet,
    document: prepare(text, language),
    known: analysis.mentions,
    quotations: analysis.quotations,
    people: analysis.people,
  })
}

const named = (text: string, language = 'en') =>
  read('A', text, language).named.map(({ key, kind }) => `${kind}: ${key}`)

describe('explicit naming', () => {
  it('finds “so-called” with and without marks', () => {
    expect(named('The so-called helpers came at dawn.')).toContain('so-called: helper')
    expect(named('The so-called “friendly visitors” came at dawn.')).toContain('so-called: friendly visitor')
    expect(named('Так называемые помощники пришли утром.', 'ru')).toContain('so-called: помощник')
  })

  it('finds what somebody calls something', () => {
    expect(named('The gate is held by what the minister calls a relief party.')).toContain(
      'called: relief party',
    )
    expect(named('The minister called the protesters hirelings.')).toContain('called: hireling')
    expect(named('He branded them hirelings.')).toContain('called: hireling')
    expect(named('The paper refers to the soldiers as lodgers.')).toContain('called: lodger')
    expect(named('Министр назвал рабочих наёмниками.', 'ru')).toContain('called: наемник')
    expect(named('То, что мэр называет нашествием, закончилось.', 'ru')).toContain('called: нашествие')
  })

  it('takes the words in marks for the name, and possessives for none', () => {
    expect(named('The union called his words “a disgrace”.')).toEqual(['called: disgrace'])
    expect(named('The ministry called the list of the clerk “a fairy tale”.')).toEqual(['called: fairy tale'])
    expect(named('Officials have called her list “a provocation”.')).toContain('called: provocation')
  })

  it('finds none in questions, descriptions without “as” and clauses behind a name', () => {
    expect(named('What to call the men at the gate was not clear.')).toEqual([])
    expect(named('Everyone is describing the same visitors.')).toEqual([])
    expect(named('A man called Anton Friel who received me in an office was polite.')).toEqual([])
  })

  it('finds none in “call for”, “call on” and in calls by name', () => {
    expect(
      named('The mayor called for a meeting. The union called on workers. He called the doctor.'),
    ).toEqual([])
    expect(named('Министр назвал цифры и дату.', 'ru')).toEqual([])
  })
})

describe('reading an article', () => {
  it('takes nouns and adjectives with nouns, not known terms, names, people, days or numbers', () => {
    const { occurrences, known } = read(
      'A',
      'The guardians met the armed visitors at the gate of Veska on Monday, said Orla Venn, a baker of twelve rolls.',
    )
    const keys = occurrences.map((one) => one.key)
    expect(keys).toEqual(expect.arrayContaining(['visitor', 'armed visitor', 'gate', 'baker', 'roll']))
    for (const not of ['guardian', 'veska', 'monday', 'orla', 'venn', 'twelve'])
      expect(keys).not.toContain(not)
    expect(known.map((one) => one.text)).toEqual(['guardians'])
  })

  it('keeps the place of every occurrence', () => {
    const text = 'Armed visitors came. “Visitors!” she said.'
    const places = read('A', text).occurrences.filter((one) => one.key === 'visitor')
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(['visitors', 'Visitors'])
  })

  it('holds for empty and hostile texts', () => {
    for (const text of ['', ' ', '«»', '.', 'constructor __proto__ toString', '\u00AD'])
      expect(() => read('A', text)).not.toThrow()
  })
})

const SLOTS = [
  'patrolled the old harbour at night',
  'guarded the silo gate in silence',
  'searched every lorry near the bridge',
  'closed the northern road before dawn',
]

describe('discovering', () => {
  const story = [
    read('A', SLOTS.map((one) => `The guardians ${one}.`).join(' '), 'en', 1),
    read('B', SLOTS.map((one) => `The lodgers ${one}.`).join(' '), 'en', 2),
    // Each 12 times 14 words; "choir" 36 times in B's.
    read(
      'B',
      'A choir sang of bread. The choir sold bread. The bakers liked the choir. '.repeat(12),
      'en',
      3,
    ),
    read(
      'A',
      'A baker sang of bread. The baker sold bread. The bakers liked the bread. '.repeat(12),
      'en',
      4,
    ),
  ]

  it('puts first what fills the slots of a known term, above all in another outlet', () => {
    const table = createDiscoveryTable(story)
    const { keys, describe: describeOne } = discover(table, 'guards')
    expect(keys[0]).toBe('lodger')
    const first = describeOne('lodger')
    expect(first).toMatchObject({ count: 4, articles: 1, text: 'lodgers' })
    expect(first.likeness).toMatchObject({
      concept: 'guards',
      like: { text: 'guardians', frame: 'calm', outlets: ['A'] },
      otherOutlets: ['B'],
    })
    expect(first.likeness!.sharedTotal).toBeGreaterThanOrEqual(4)
    expect(first.places).toHaveLength(4)
    expect(first.outlets.map((one) => [one.outlet, one.count])).toEqual([
      ['A', 0],
      ['B', 4],
    ])
  })

  it('says which outlet a word sets apart, with the counts', () => {
    const { describe: describeOne } = discover(createDiscoveryTable(story), null)
    expect(describeOne('choir').keyness).toMatchObject({ outlet: 'B', count: 36, reference: 0 })
    expect(describeOne('choir').likeness).toBeNull()
    // Four times in so few words could be chance.
    expect(describeOne('lodger').keyness).toBeNull()
  })

  it('with a concept leaves out what has nothing to do with it; without one keeps it', () => {
    const table = createDiscoveryTable(story)
    expect(discover(table, 'guards').keys).not.toContain('choir')
    expect(discover(table, null).keys).toContain('choir')
  })

  it('shows a phrase in place of a noun that stands in it alone', () => {
    const text = SLOTS.map((one) => `The uninvited lodgers ${one}.`).join(' ')
    const { keys } = discover(createDiscoveryTable([story[0]!, read('B', text)]), 'guards')
    expect(keys).toContain('uninvited lodger')
    expect(keys).not.toContain('lodger')
  })

  it('compares nothing with a concept that is named less than three times', () => {
    const few = createDiscoveryTable([
      read('A', `The guardians ${SLOTS[0]}. The lodgers ${SLOTS[0]}. The lodgers ${SLOTS[1]}.`),
    ])
    expect(discover(few, 'guards').keys).toEqual([])
  })

  it('holds for no articles, one article and a concept that is nowhere', () => {
    expect(discover(createDiscoveryTable([]), null).keys).toEqual([])
    expect(discover(createDiscoveryTable([]), 'constructor').keys).toEqual([])
    expect(() => discover(createDiscoveryTable([story[0]!]), null)).not.toThrow()
  })

  it('gives the same order whatever order the articles come in', () => {
    const keysOf = (readings: readonly DiscoveryReading[]) =>
      discover(createDiscoveryTable(readings), null).keys
    expect(keysOf(story.toReversed())).toEqual(keysOf(story))
  })
})
