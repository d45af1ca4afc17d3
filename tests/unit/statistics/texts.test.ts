import { describe, expect, it } from 'vitest'
import { compilePattern } from '#shared/analysis/framing/compile.ts'
import { findPattern } from '#shared/analysis/framing/match.ts'
import { logDice, signedG2 } from '#shared/analysis/statistics/association.ts'
import { createCollocateCounter } from '#shared/analysis/statistics/collocates.ts'
import { findDuplicates, jaccard } from '#shared/analysis/statistics/duplicates.ts'
import { type FragileMention, fragility } from '#shared/analysis/statistics/fragility.ts'
import { seededRandom } from '#shared/analysis/statistics/random.ts'
import { toneAround } from '#shared/analysis/statistics/tone-around.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

describe('collocates', () => {
  const text = 'Brutal troops came. Brutal troops left the town. The town slept, and brutal weather came.'
  const near = (
    options: Parameters<typeof createCollocateCounter>[0],
    quotations: { start: number; end: number }[] = [],
  ) => {
    const counter = createCollocateCounter({ minCount: 1, ...options })
    const document = prepare(text, 'en')
    counter.add(document, findPattern(document, compilePattern('troops', 'en')), quotations)
    return counter
  }

  it('counts in a window that ends with the sentence, with the figures of the counts', () => {
    const counter = near({ window: 1 })
    expect(counter.nodes()).toBe(2)
    const brutal = counter.rows().find((one) => one.word === 'brutal')!
    // Near: brutal, came, brutal, left. All words but the two troops: 13.
    expect(brutal).toMatchObject({
      count: 2,
      total: 3,
      nearTotal: 4,
      allTotal: 13,
      left: 2,
      right: 0,
      articles: 1,
    })
    expect(brutal.g2).toBeCloseTo(signedG2(2, 1, 4, 9), 12)
    expect(brutal.logDice).toBeCloseTo(logDice(2, 2, 3), 12)
    expect(counter.rows().map((one) => one.word)).toEqual(['left', 'brutal', 'came'])
  })

  it('takes the sentence or the quotation', () => {
    const words = (options: Parameters<typeof near>[0], quotations?: Parameters<typeof near>[1]) =>
      near(options, quotations)
        .rows()
        .map((one) => one.word)
        .sort()
    expect(words({ within: 'sentence' })).toEqual(['brutal', 'came', 'left', 'the', 'town'])
    expect(words({ within: 'quotation' })).toEqual([])
    expect(words({ within: 'quotation' }, [{ start: 0, end: 19 }])).toEqual(['brutal', 'came'])
  })

  it('keeps to a minimum and to parts of speech', () => {
    expect(
      near({ minCount: 2 })
        .rows()
        .map((one) => one.word),
    ).toEqual(['brutal'])
    expect(
      near({ pos: ['verb'], unit: 'lemma' })
        .rows()
        .map((one) => one.word)
        .sort(),
    ).toEqual(['come', 'leave'])
  })
})

describe('near-duplicate passages', () => {
  const wire =
    'At least twelve people were hurt when officers moved into the square before dawn on Tuesday, the ministry said in a statement.'
  const passage = (article: number, text: string) => ({ article, start: 0, end: text.length, text })

  it('groups what is copied with small changes, and nothing else', () => {
    const groups = findDuplicates(
      [
        passage(0, wire),
        passage(
          1,
          'The council met again and spoke of bread, of coal and of the winter that was coming to the town.',
        ),
        passage(2, wire.replace('Tuesday', 'Wednesday').toUpperCase()),
        passage(3, `${wire.replace('twelve', 'a dozen')}`),
      ],
      { similarity: 0.6 },
    )
    expect(groups.map((one) => one.passages.map(({ article }) => article))).toEqual([[0, 2, 3]])
    expect(groups[0]!.passages[0]!.similarity).toBe(1)
    // 22 words make 19 shingles of four; the one changed word stands in four of them: 15 of 23.
    expect(groups[0]!.passages[1]!.similarity).toBeCloseTo(15 / 23, 12)
  })

  it('leaves short passages aside and finds the very same words', () => {
    expect(findDuplicates([passage(0, 'He said no.'), passage(1, 'He said no.')])).toEqual([])
    expect(findDuplicates([passage(0, wire), passage(1, wire)])).toHaveLength(1)
    expect(findDuplicates([])).toEqual([])
  })

  it('Jaccard by hand', () => {
    expect(jaccard(Uint32Array.of(1, 2, 3), Uint32Array.of(2, 3, 4, 5))).toBeCloseTo(2 / 5, 12)
    expect(jaccard(Uint32Array.of(), Uint32Array.of())).toBe(0)
  })

  it('goes through 50,000 passages within seconds', () => {
    const random = seededRandom(2)
    const word = () => `w${random.below(5000)}`
    const passages = Array.from({ length: 50_000 }, (_, at) =>
      passage(at, Array.from({ length: 40 }, word).join(' ')),
    )
    passages.push(passage(50_000, passages[7]!.text.replace(/^\S+/, 'other')))
    const from = performance.now()
    expect(findDuplicates(passages).map((one) => one.passages.map((two) => two.article))).toEqual([
      [7, 50_000],
    ])
    expect(performance.now() - from).toBeLessThan(6000)
  })
})

describe('fragility', () => {
  const mention = (
    outlet: string,
    article: number,
    frame: string,
    term: string,
    voice: FragileMention['voice'] = 'narration',
  ) => ({ outlet, article, frame, term, voice })
  const mentions = [
    mention('A', 1, 'occupation', 'occupier'),
    mention('A', 1, 'occupation', 'occupier'),
    mention('A', 1, 'occupation', 'occupation'),
    mention('A', 2, 'peace', 'peacekeeper'),
    mention('A', 2, 'occupation', 'occupation'),
    mention('B', 3, 'peace', 'peacekeeper'),
    mention('B', 3, 'occupation', 'occupation', 'direct'),
  ]
  it('leaves out one term, article and outlet, and switches the voice, by hand', () => {
    const found = fragility(mentions, 'occupation')!
    expect([found.count, found.total]).toEqual([4, 6])
    expect(found.byTerm).toMatchObject({ low: 2 / 4, high: 1, highWithout: 'peacekeeper' })
    expect(found.byArticle).toEqual({ low: 1 / 3, high: 4 / 5, lowWithout: '1', highWithout: '3' })
    expect(found.byOutlet).toEqual({ low: 0, high: 4 / 5, lowWithout: 'A', highWithout: 'B' })
    expect(found.byVoice).toEqual([
      { voice: 'direct', share: 1, total: 1 },
      { voice: 'all', share: 5 / 7, total: 7 },
    ])
    expect(found.most).toBeCloseTo(2 / 3, 12)
    expect(found.verdict).toBe('fragile')
  })
  it('calls a share steady that nothing moves, and says nothing of none', () => {
    const many = Array.from({ length: 60 }, (_, at) => mention('A', at, at % 2 ? 'x' : 'y', `t${at}`))
    expect(fragility(many, 'x')!.verdict).toBe('steady')
    expect(fragility(many, 'x')!.byOutlet).toBeNull()
    expect(fragility(many, 'x', 'scare')).toBeNull()
  })
})

describe('tone around a frame', () => {
  it('is the mean over mentions, by voice and together', () => {
    const one = (frame: string, voice: 'narration' | 'direct', tone: number) => ({
      concept: 'c',
      frame,
      voice,
      tone,
    })
    const figures = toneAround([
      {
        outlet: 'A',
        language: 'en',
        mentions: [one('x', 'narration', -0.4), one('x', 'direct', 0.2), one('y', 'narration', 0)],
      },
      { outlet: 'A', language: 'en', mentions: [one('x', 'narration', 0)] },
      // No list of words, no tone.
      { outlet: 'B', language: 'de', mentions: [one('x', 'narration', 0)] },
    ])
    expect(
      figures.map((figure) => [figure.frame, figure.voice, figure.mentions, figure.toned, figure.articles]),
    ).toEqual([
      ['x', 'narration', 2, 1, 2],
      ['x', 'direct', 1, 1, 1],
      ['x', 'all', 3, 2, 2],
      ['y', 'narration', 1, 0, 1],
      ['y', 'all', 1, 0, 1],
    ])
    expect(figures[0]!.mean).toBeCloseTo(-0.2, 12)
    expect(figures[2]!.mean).toBeCloseTo(-0.2 / 3, 12)
    expect(figures[0]!.interval).toBeNull()
  })
  it('has an interval over articles where there are enough', () => {
    const articles = [-0.5, -0.2, 0, 0.1, -0.4, -0.3].map((tone) => ({
      outlet: 'A',
      language: 'en',
      mentions: [{ concept: 'c', frame: 'x', voice: 'narration' as const, tone }],
    }))
    const { mean, interval } = toneAround(articles)[0]!
    expect(interval!.low).toBeLessThan(mean)
    expect(interval!.high).toBeGreaterThan(mean)
  })
})
