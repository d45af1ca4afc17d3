import { describe, expect, it } from 'vitest'
import {
  coverOf,
  type HeldArticle,
  heldIn,
  silenceOverview,
  silencesFrom,
} from '#shared/analysis/statistics/silences.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { Voice } from '#shared/domain/voice.ts'

const frame = (id: string, languages: readonly string[]) => ({
  id,
  terms: Object.fromEntries(languages.map((one) => [one, [{ id, pattern: id }]])),
})
const lexicon = {
  concepts: [
    { id: 'troops', frames: [frame('occupation', ['en', 'ru']), frame('peace', ['en', 'ru', 'de'])] },
    { id: 'people', frames: [frame('crowd', ['en', 'ru'])] },
  ],
} as unknown as Lexicon
const covers = coverOf([lexicon])

const mention = (
  frameId: string,
  voice: Voice = 'narration',
  speaker: string | null = null,
  concept = 'troops',
) => ({ concept, frame: frameId, voice, speaker })
const article = (
  outlet: string,
  mentions: HeldArticle['mentions'],
  more: Partial<HeldArticle> = {},
): HeldArticle => ({ outlet, language: 'en', facts: [], mentions, ...more })

const find = (articles: readonly HeldArticle[], outlet: string, minOutlets = 2) =>
  silencesFrom(heldIn(articles), articles, { minOutlets, covers })
    .filter((one) => one.outlet === outlet)
    .map(({ outlet: _, ...one }) => one)

describe('silence', () => {
  const articles = [
    article('A', [mention('occupation'), mention('peace', 'direct', 'Ilsa Morne'), mention('peace')], {
      facts: [{ kind: 'killed', value: 12 }],
    }),
    article('A', [mention('occupation')]),
    article('B', [mention('occupation'), mention('peace', 'indirect', 'Ilsa Morne')], {
      facts: [
        { kind: 'killed', value: 12 },
        { kind: 'killed', value: 12 },
      ],
    }),
    article('constructor', [mention('crowd', 'narration', null, 'people')]),
    article('C', [mention('peace')], { facts: [{ kind: 'killed', value: 11 }] }),
  ]

  it('names concepts, speakers and figures that others have; frames go with their concept', () => {
    expect(find(articles, 'constructor')).toEqual([
      { kind: 'concept', what: 'troops', concept: null, value: null, outlets: 3, articles: 4, places: 7 },
      { kind: 'speaker', what: 'Ilsa Morne', concept: null, value: null, outlets: 2, articles: 2, places: 2 },
      { kind: 'fact', what: 'killed', concept: null, value: 12, outlets: 2, articles: 2, places: 3 },
    ])
  })

  it('names frames of a concept that the outlet names in other words', () => {
    expect(find(articles, 'C')).toEqual([
      {
        kind: 'frame',
        what: 'occupation',
        concept: 'troops',
        value: null,
        outlets: 2,
        articles: 3,
        places: 3,
      },
      { kind: 'speaker', what: 'Ilsa Morne', concept: null, value: null, outlets: 2, articles: 2, places: 2 },
      { kind: 'fact', what: 'killed', concept: null, value: 12, outlets: 2, articles: 2, places: 3 },
    ])
  })

  it('asks for as many other outlets as wished', () => {
    expect(find(articles, 'A')).toEqual([])
    expect(find(articles, 'A', 1).map((one) => [one.kind, one.what, one.value])).toEqual([
      ['concept', 'people', null],
      ['fact', 'killed', 11],
    ])
  })

  it('misses no speaker across languages, and nothing that a language has no terms for', () => {
    const more = [
      ...articles,
      article('D', [mention('peace')], { language: 'ru' }),
      article('E', [mention('peace')], { language: 'de' }),
    ]
    // Ilsa Morne is spelt otherwise in Russian: no silence. Nor is "occupation" known in German.
    expect(find(more, 'D').map((one) => one.what)).toEqual(['occupation', 'killed'])
    expect(find(more, 'E')).toEqual([])
  })

  it('counts what each outlet lacks, and holds for nothing', () => {
    const rows = silencesFrom(heldIn(articles), articles, { covers })
    expect(silenceOverview(rows, articles).map((one) => Object.values(one))).toEqual([
      ['A', 0, 0, 0, 0],
      ['B', 0, 0, 0, 0],
      ['constructor', 1, 0, 1, 1],
      ['C', 0, 1, 1, 1],
    ])
    expect(silencesFrom([], [], { covers })).toEqual([])
  })
})
