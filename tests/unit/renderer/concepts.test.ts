import { describe, expect, it } from 'vitest'
import { conceptCounts, conceptsOf, frameCounts, speakerCounts } from '#renderer/features/read/concepts.ts'
import type { LexiconSummary } from '#shared/domain/library.ts'
import type { Mention } from '#shared/domain/mention.ts'
import type { Quotation, QuotationKind } from '#shared/domain/quotation.ts'
import type { Voice } from '#shared/domain/voice.ts'

const text = (en: string) => ({ en, ru: en })

const lexicon = (id: string, concept: string, frames: readonly string[]): LexiconSummary => ({
  id,
  version: '1.0.0',
  extends: null,
  basedOn: null,
  own: false,
  enabled: true,
  savedAt: null,
  label: text(id),
  note: text(id),
  languages: ['en'],
  concepts: [
    {
      id: concept,
      label: text(concept),
      mentions: 0,
      frames: frames.map((frame) => ({ id: frame, label: text(frame), terms: 1 })),
    },
  ],
})

const mention = (concept: string, frame: string, voice: Voice): Mention => ({
  start: 0,
  end: 4,
  text: 'word',
  lexicon: 'pack',
  concept,
  frame,
  term: 'word',
  language: 'en',
  voice,
  confidence: 0.9,
  speaker: null,
  person: null,
  cue: null,
  quotation: null,
  section: 'body',
  negated: false,
  naming: null,
  tone: 0,
  why: { rule: 'narration.no-marks', values: {} },
})

const quotation = (
  start: number,
  kind: QuotationKind,
  speaker: string | null,
  person: number | null,
): Quotation => ({
  start,
  end: start + 5,
  kind,
  speaker,
  speakerSpan: null,
  person,
  cue: null,
  cueSpan: null,
  confidence: 0.9,
  why: { rule: 'narration.no-marks', values: {} },
})

describe('conceptsOf', () => {
  it('gives frames their colours in the order of the lexicon, those of an extending pack after', () => {
    const concepts = conceptsOf([
      lexicon('base', 'troops', ['help', 'occupation']),
      lexicon('more', 'troops', ['occupation', 'aid']),
    ])
    expect([...concepts.keys()]).toEqual(['troops'])
    expect(concepts.get('troops')?.frames.map(({ id, colour }) => [id, colour])).toEqual([
      ['help', 1],
      ['occupation', 2],
      ['aid', 3],
    ])
  })

  it('stays with the sixth colour when there are more frames', () => {
    const concepts = conceptsOf([lexicon('base', 'troops', ['a', 'b', 'c', 'd', 'e', 'f', 'g'])])
    expect(concepts.get('troops')?.frames.map(({ colour }) => colour)).toEqual([1, 2, 3, 4, 5, 6, 6])
  })

  it('is not misled by names of an object’s members', () => {
    const concepts = conceptsOf([lexicon('base', 'constructor', ['__proto__'])])
    expect(concepts.get('constructor')?.frames.map(({ id }) => id)).toEqual(['__proto__'])
    expect(concepts.get('toString')).toBeUndefined()
  })
})

describe('counts', () => {
  const mentions = [
    mention('troops', 'occupation', 'direct'),
    mention('crowd', 'riot', 'narration'),
    mention('troops', 'occupation', 'narration'),
    mention('troops', 'occupation', 'direct'),
    mention('troops', 'help', 'scare'),
  ]

  it('counts mentions per concept, the most often named first', () => {
    expect([...conceptCounts(mentions)]).toEqual([
      ['troops', 4],
      ['crowd', 1],
    ])
  })

  it('counts frames by voice, in the lexicon’s order, without those that do not occur', () => {
    const concept = conceptsOf([lexicon('base', 'troops', ['help', 'aid', 'occupation'])]).get('troops')!
    expect(
      frameCounts(concept, mentions).map(({ frame, count, byVoice }) => [frame.id, count, byVoice]),
    ).toEqual([
      ['help', 1, { narration: 0, direct: 0, indirect: 0, scare: 1 }],
      ['occupation', 3, { narration: 1, direct: 2, indirect: 0, scare: 0 }],
    ])
  })

  it('counts who is quoted and reported, the most often first', () => {
    const people = [{ name: 'Ilsa Morne', aliases: [], role: 'mayor', kind: 'person' as const }]
    const quotations = [
      quotation(10, 'indirect', 'Auer', null),
      quotation(20, 'direct', 'Ilsa Morne', 0),
      quotation(30, 'scare', null, null),
      quotation(40, 'direct', null, null),
      quotation(50, 'indirect', 'Ilsa Morne', 0),
    ]
    expect(speakerCounts({ people, quotations })).toEqual([
      { name: 'Ilsa Morne', role: 'mayor', direct: 1, indirect: 1, start: 20 },
      { name: 'Auer', role: null, direct: 0, indirect: 1, start: 10 },
    ])
  })
})
