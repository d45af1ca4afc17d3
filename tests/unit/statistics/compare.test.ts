import { describe, expect, it } from 'vitest'
import { compareOutlets } from '#shared/analysis/statistics/compare.ts'
import { newcombeInterval } from '#shared/analysis/statistics/difference.ts'
import { wilsonInterval } from '#shared/analysis/statistics/wilson.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'

const frame = (id: string) => ({ id, label: { en: id, ru: id }, note: '', source: '', terms: {} })
const lexicon = {
  id: 'l',
  concepts: [
    { id: 'troops', label: { en: 'Troops', ru: 'Войска' }, frames: [frame('occupation'), frame('peace')] },
  ],
} as unknown as Lexicon

const article = (outlet: string, occupation: number, peace: number, quoted = 0) => {
  const mention = (id: string, voice: 'narration' | 'direct') => ({
    concept: 'troops',
    frame: id,
    term: id,
    voice,
  })
  return {
    outlet,
    words: 100,
    mentions: [
      ...Array.from({ length: occupation }, () => mention('occupation', 'narration')),
      ...Array.from({ length: peace }, () => mention('peace', 'narration')),
      ...Array.from({ length: quoted }, () => mention('peace', 'direct')),
    ],
  }
}
const articles = [
  ...[3, 2, 3, 2, 4, 3].map((count, at) => article('A', count, at % 2)),
  ...[2, 3, 1, 2, 3, 2].map((count, at) => article('B', at % 2, count)),
  article('__proto__', 3, 0, 2),
]

describe('comparing outlets', () => {
  const [concept] = compareOutlets(articles, [lexicon], { voice: 'narration' })
  const of = (outlet: string) => concept!.outlets.find((one) => one.outlet === outlet)!

  it('joins the figures: shares, intervals over mentions and articles, pooled shares', () => {
    const [occupation] = of('A').frames
    expect([occupation!.count, of('A').count, of('A').mentioning]).toEqual([17, 20, 6])
    expect(occupation!.interval).toEqual(wilsonInterval(17, 20))
    expect(occupation!.articleInterval!.low).toBeGreaterThan(0.5)
    const few = of('__proto__')
    expect(few).toMatchObject({ count: 3, enough: false, fragility: null })
    expect(few.frames[0]).toMatchObject({ share: 1, articleInterval: null })
    expect(few.frames[0]!.pooled).toBeLessThan(1)
    expect(few.pooledWeight).toBeCloseTo(3 / (3 + concept!.concentration!), 12)
  })

  it('tests all outlets and every two, with the differences', () => {
    expect(concept!.test).toMatchObject({ outlets: 3, articles: 13 })
    expect(concept!.test!.p).toBeLessThan(0.01)
    const pair = concept!.pairs.find((one) => one.a === 'A' && one.b === 'B')!
    expect(pair.frames[0]!.difference).toBeCloseTo(17 / 20 - 3 / 16, 12)
    expect(pair.frames[0]!.interval).toEqual(newcombeInterval(17, 20, 3, 16))
    expect(pair.frames[0]!.articleInterval!.low).toBeGreaterThan(0)
    expect(concept!.pairs).toHaveLength(3)
  })

  it('says how solid the largest share is', () => {
    expect(of('A').fragility).toMatchObject({ frame: 'occupation', share: 17 / 20 })
    expect(of('A').fragility!.byArticle!.low).toBeLessThan(17 / 20)
  })

  it('counts the voice asked for, and holds for no articles and one outlet', () => {
    const [direct] = compareOutlets(articles, [lexicon], { voice: 'direct' })
    expect(direct!.outlets.map((one) => one.count).sort()).toEqual([0, 0, 2])
    expect(direct!.test).toBeNull()
    expect(compareOutlets([], [lexicon], { voice: 'all' })).toEqual([])
    const [one] = compareOutlets(articles.slice(0, 6), [lexicon], { voice: 'all' })
    expect([one!.pairs, one!.test]).toEqual([[], null])
  })

  it('holds for 40 outlets within seconds', () => {
    const many = Array.from({ length: 2000 }, (_, at) => article(`o${at % 40}`, (at >> 2) % 3, 1 + (at % 5)))
    const from = performance.now()
    const [found] = compareOutlets(many, [lexicon], { voice: 'narration' })
    expect(found!.pairs).toHaveLength(780)
    expect(performance.now() - from).toBeLessThan(20_000)
  })
})
