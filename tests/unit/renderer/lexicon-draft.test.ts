import { describe, expect, it } from 'vitest'
import {
  addTerm,
  countTerms,
  editTerm,
  moveFrame,
  moveTerm,
  packLanguages,
  patternOf,
  problemsByPlace,
  relabelled,
  removeFrame,
  removeTerm,
  withLanguage,
} from '#renderer/features/lexicons/draft.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import { freeId, slug, termId } from '#shared/domain/lexicon-ids.ts'

const label = (text: string) => ({ en: text, ru: text })
const frame = (id: string, pattern: string) => ({
  id,
  label: label(id),
  note: 'n',
  source: 's',
  terms: { en: [{ id: `t-${pattern}`, pattern, note: 'n', source: 's' }] },
})
const pack: Lexicon = {
  id: 'bread',
  version: '1.0.0',
  label: label('Bread'),
  note: label('n'),
  source: 's',
  licence: 'MIT',
  concepts: [
    {
      id: 'loaf',
      label: label('Loaf'),
      note: 'n',
      source: 's',
      frames: [frame('plain', 'loaf'), frame('fancy', 'baguette')],
    },
  ],
}
const patterns = (lexicon: Lexicon) =>
  lexicon.concepts[0]?.frames.map(({ id, terms }) => [id, ...(terms.en ?? []).map((one) => one.pattern)])

describe('a draft', () => {
  const place = { concept: 'loaf', frame: 'plain', language: 'en', term: 't-loaf' }

  it('changes, adds, moves and removes terms, and leaves the pack as it was', () => {
    const before = JSON.stringify(pack)
    const term = { id: 'new', pattern: 'bun', note: 'n', source: 's' }
    expect(patterns(editTerm(pack, place, (one) => ({ ...one, pattern: 'loaf|bun' })))).toEqual([
      ['plain', 'loaf|bun'],
      ['fancy', 'baguette'],
    ])
    const added = addTerm(pack, place, term)
    expect([patterns(added)?.[0], countTerms(added)]).toEqual([['plain', 'loaf', 'bun'], 3])
    expect(patterns(moveTerm(pack, place, 'fancy'))).toEqual([['plain'], ['fancy', 'baguette', 'loaf']])
    expect(moveTerm(pack, place, 'plain')).toBe(pack)
    expect(patterns(removeTerm(pack, place))).toEqual([['plain'], ['fancy', 'baguette']])
    expect(JSON.stringify(pack)).toBe(before)
  })

  it('moves frames within their concept, and a concept goes with its last frame', () => {
    expect(patterns(moveFrame(pack, 'loaf', 'fancy', -1))?.map(([id]) => id)).toEqual(['fancy', 'plain'])
    expect(moveFrame(pack, 'loaf', 'fancy', 1).concepts[0]).toBe(pack.concepts[0])
    const one = removeFrame(pack, 'loaf', 'plain')
    expect(patterns(one)?.map(([id]) => id)).toEqual(['fancy'])
    expect(removeFrame(one, 'loaf', 'fancy').concepts).toEqual([])
  })

  it('renames in the language of the interface, in all languages where the name was one', () => {
    expect(relabelled(label('Bread'), 'ru', 'Хлеб')).toEqual({ en: 'Хлеб', ru: 'Хлеб' })
    expect(relabelled({ en: 'Bread', ru: 'Хлеб' }, 'en', 'Loaf')).toEqual({ en: 'Loaf', ru: 'Хлеб' })
  })

  it('makes room for a language without touching the others', () => {
    const two = withLanguage(pack, 'ru')
    expect(packLanguages(two)).toEqual(['en', 'ru'])
    expect(countTerms(two)).toBe(2)
    // A word of the machine is no language that the pack has.
    expect(withLanguage(pack, 'constructor').concepts[0]?.frames[0]?.terms.constructor).toEqual([])
  })
})

describe('a pattern of proposed forms', () => {
  const form = (text: string, covered = true) => ({ form: text, guessed: false, covered, inLibrary: false })
  const forms = [form('regime'), form('regimes'), form('régimes', false)]

  it('is the dictionary form, with what that does not match beside it', () => {
    expect(patternOf([{ lemma: 'regime', forms: forms.slice(0, 2), dropped: new Set() }])).toBe('regime')
    expect(patternOf([{ lemma: 'regime', forms, dropped: new Set() }])).toBe('regime|=régimes')
    expect(patternOf([{ lemma: 'regime', forms, dropped: new Set(['régimes']) }])).toBe('regime')
  })

  it('is the list of the other forms where one is dropped', () => {
    const puppet = {
      lemma: 'puppet',
      forms: [form('puppet'), form('puppets')],
      dropped: new Set(['puppets']),
    }
    expect(patternOf([puppet, { lemma: 'regime', forms: forms.slice(0, 2), dropped: new Set() }])).toBe(
      '=puppet regime',
    )
  })
})

describe('faults', () => {
  it('are found by their place, and with what is inside it', () => {
    const faults = problemsByPlace([
      { path: ['concepts', 0, 'frames', 1, 'note'], message: 'A' },
      { path: ['concepts', 0], message: 'B' },
      { path: ['concepts', 1], message: 'C' },
      { path: ['concepts', 10], message: 'D' },
    ])
    expect(faults.at(['concepts', 0])).toEqual(['B'])
    expect(faults.at(['concepts', 0], true)).toEqual(['A', 'B'])
    expect(faults.at(['concepts', 1], true)).toEqual(['C'])
  })
})

describe('ids', () => {
  it('are lower-case letters, digits and single hyphens, whatever they are made of', () => {
    expect(slug('  Мои слова — 2!', 'x')).toBe('moi-slova-2')
    expect(slug('Über Größe', 'x')).toBe('uber-grosse')
    expect(slug('=a|b {0,2} c*', 'x')).toBe('a-b-0-2-c')
    expect(slug('***', 'term')).toBe('term')
    expect(slug('constructor', 'x')).toBe('constructor')
    expect(slug('ы'.repeat(100), 'x')).toHaveLength(48)
  })

  it('are numbered where they are taken', () => {
    expect(freeId('a', new Set())).toBe('a')
    expect(freeId('a', new Set(['a', 'a-2']))).toBe('a-3')
    expect(termId('my', 'ru', 'каратель', new Set(['my-ru-karatel']))).toBe('my-ru-karatel-2')
  })
})
