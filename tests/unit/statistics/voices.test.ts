import { describe, expect, it } from 'vitest'
import { mentionsByDay, type PlacedArticle, salience } from '#shared/analysis/statistics/prominence.ts'
import { speakerTable, voiceTable } from '#shared/analysis/statistics/voices.ts'
import type { Section, Voice } from '#shared/domain/voice.ts'

const mention = (
  frame: string,
  voice: Voice,
  speaker: string | null = null,
  section: Section = 'body',
  concept = 'troops',
) => ({ concept, frame, voice, speaker, section })
const article = (
  outlet: string,
  published: string | null,
  ...mentions: ReturnType<typeof mention>[]
): PlacedArticle => ({ outlet, published, mentions })

const articles = [
  article(
    'A',
    '2024-03-01',
    mention('occupation', 'narration', null, 'headline'),
    mention('occupation', 'direct', 'Orla Venn'),
    mention('peace', 'direct', 'Ilsa Morne'),
    mention('peace', 'direct', 'Ilsa Morne', 'lead'),
  ),
  article('A', null, mention('peace', 'indirect'), mention('liberation', 'scare')),
  article(
    'B',
    '2024-03-01T10:00:00Z',
    mention('peace', 'narration', null, 'lead'),
    mention('peace', 'direct', 'Ilsa Morne'),
  ),
  article('constructor', '2024-03-02', mention('crowd', 'narration', null, 'body', 'people')),
]

describe('voices', () => {
  it('says which frames an outlet endorses, and whose words the others are', () => {
    const rows = voiceTable(articles)
    const of = (outlet: string, frame: string) =>
      rows.find((one) => one.outlet === outlet && one.frame === frame)!
    expect(of('A', 'occupation')).toMatchObject({ count: 2, endorsement: 'both' })
    expect(of('A', 'peace')).toMatchObject({
      count: 3,
      endorsement: 'others',
      byVoice: { narration: 0, direct: 2, indirect: 1, scare: 0 },
      speakers: [
        { speaker: 'Ilsa Morne', count: 2 },
        { speaker: null, count: 1 },
      ],
    })
    expect(of('A', 'liberation').endorsement).toBe('distanced')
    expect(of('constructor', 'crowd').endorsement).toBe('own')
  })

  it('says who is given which words, over all outlets and in each', () => {
    const [first, second] = speakerTable(articles)
    expect(first).toEqual({
      speaker: 'Ilsa Morne',
      concept: 'troops',
      count: 3,
      frames: [{ frame: 'peace', count: 3 }],
      outlets: [
        { outlet: 'A', count: 2, frames: [{ frame: 'peace', count: 2 }] },
        { outlet: 'B', count: 1, frames: [{ frame: 'peace', count: 1 }] },
      ],
    })
    expect(second).toMatchObject({ speaker: 'Orla Venn', count: 1 })
    expect(speakerTable([])).toEqual([])
  })
})

describe('prominence', () => {
  it('counts what stands up front', () => {
    const of = (outlet: string, frame: string) =>
      salience(articles, 'all').find((one) => one.outlet === outlet && one.frame === frame)
    expect(of('A', 'occupation')).toMatchObject({
      headline: 1,
      lead: 0,
      body: 1,
      upFront: 0.5,
      interval: null,
    })
    expect(of('A', 'peace')!.upFront).toBeCloseTo(1 / 3, 12)
    expect(salience(articles, 'scare')).toHaveLength(1)
  })

  it('counts by day where dates are known', () => {
    expect(mentionsByDay(articles, 'narration')).toEqual([
      { day: '2024-03-02', outlet: 'constructor', concept: 'people', frame: 'crowd', count: 1 },
      { day: '2024-03-01', outlet: 'A', concept: 'troops', frame: 'occupation', count: 1 },
      { day: '2024-03-01', outlet: 'B', concept: 'troops', frame: 'peace', count: 1 },
    ])
  })
})
