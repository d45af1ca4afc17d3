import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { logRatio, signedG2, weightedLogOdds } from '#shared/analysis/statistics/association.ts'

const ROOT = join(import.meta.dirname, '../../..')
const SAMPLE = 'seeds/articles'
const folder = mkdtempSync(join(tmpdir(), 'parallax-figures-'))

function parallax(...words: string[]) {
  const env = { ...process.env, INIT_CWD: ROOT }
  return spawnSync(process.execPath, [join(ROOT, 'src/main/cli.ts'), ...words], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
}

function lines(name: string, articles: readonly object[]): string {
  const file = join(folder, name)
  writeFileSync(file, `${articles.map((one) => JSON.stringify(one)).join('\n')}\n`)
  return file
}

const story = lines('story.jsonl', [
  {
    outlet: 'A',
    language: 'en',
    published: '2024-03-01',
    text: 'Riot police met a riot. “No riot,” Orla Venn said.',
  },
  {
    outlet: 'A',
    language: 'en',
    published: '2024-03-02',
    text: 'The riot ended. At least 12 people were killed.',
  },
  {
    outlet: 'B',
    language: 'en',
    published: '2024-03-02',
    text: 'A rally ended, and the rally was calm, people in the town said on Monday.',
  },
  {
    outlet: 'constructor',
    language: 'en',
    text: 'A rally ended, and the rally was calm, people in the town said on Tuesday.',
  },
])

describe('keyness', () => {
  it('prints exactly the figures promised, and each can be computed again from its counts', () => {
    const { stdout, status, stderr } = parallax(
      'keyness',
      story,
      '--target',
      'A',
      '--ngrams',
      '1-2',
      '--min-count',
      '1',
      '--min-articles',
      '1',
      '--absent',
      '--json',
      '--no-clean',
    )
    expect([status, stderr]).toEqual([0, ''])
    const { settings, targets, ...rest } = JSON.parse(stdout)
    expect(rest).toEqual({})
    expect(settings).toEqual({
      reference: null,
      once: false,
      ngrams: [1, 2],
      unit: 'form',
      voice: 'all',
      minCount: 1,
      minArticles: 1,
      absent: true,
      priorWords: 1000,
    })
    expect(targets.map((one: object) => Object.keys(one))).toEqual([['outlet', 'rows']])
    const [{ outlet, rows }] = targets
    expect(outlet).toBe('A')
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([
        'word',
        'target',
        'reference',
        'targetTotal',
        'referenceTotal',
        'g2',
        'logRatio',
        'logOdds',
        'z',
        'p',
        'pAdjusted',
        'articles',
        'dp',
      ])
      const counts = [row.target, row.reference, row.targetTotal, row.referenceTotal] as const
      expect(row.g2).toBeCloseTo(signedG2(...counts), 10)
      expect(row.logRatio).toBeCloseTo(logRatio(...counts), 10)
      expect(row.z).toBeCloseTo(weightedLogOdds(...counts, settings.priorWords).z, 10)
      expect(row.pAdjusted).toBeGreaterThanOrEqual(row.p)
    }
    const of = (word: string) => rows.find((one: { word: string }) => one.word === word)
    // A: riot police met a riot | no riot | Orla Venn said | the riot ended | at least 12 people were killed: 19 words.
    expect(of('riot')).toMatchObject({
      target: 4,
      reference: 0,
      targetTotal: 19,
      referenceTotal: 30,
      articles: 2,
    })
    expect(of('rally')).toMatchObject({ target: 0, reference: 4, articles: 0, dp: null })
    expect(of('riot police')).toMatchObject({ target: 1, targetTotal: 14 })
  })

  it('counts narration alone, dictionary forms, and one reference', () => {
    const { stdout, status } = parallax(
      'keyness',
      story,
      '--target',
      'A',
      '--target',
      'constructor',
      '--reference',
      'B',
      '--narration',
      '--lemma',
      '--min-count',
      '1',
      '--min-articles',
      '1',
      '--json',
      '--no-clean',
    )
    expect(status).toBe(0)
    const { settings, targets } = JSON.parse(stdout)
    expect(settings).toMatchObject({ reference: 'B', voice: 'narration', unit: 'lemma' })
    expect(targets.map((one: { outlet: string }) => one.outlet)).toEqual(['A', 'constructor'])
    const words = new Map<string, number>(
      targets[0].rows.map((one: { word: string; target: number }) => [one.word, one.target]),
    )
    expect([words.get('riot'), words.get('end'), words.has('ended')]).toEqual([3, 1, false])
  })

  it('answers wrong usage with 2', () => {
    for (const [words, said] of [
      [['--target', 'Nobody'], 'Nobody'],
      [['--target', 'A', '--reference', 'A'], 'itself'],
      [['--ngrams', '3-1'], '--ngrams'],
      [['--min-count', 'x'], '--min-count'],
    ] as const) {
      const { status, stderr, stdout } = parallax('keyness', story, ...words, '--json')
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain(said)
    }
  })
})

describe('compare', () => {
  it('gives shares with both intervals, pooled shares, tests and tone, the same each time', () => {
    const { stdout, status, stderr } = parallax('compare', SAMPLE, '--json', '--voice', 'all')
    expect([status, stderr]).toEqual([0, ''])
    const document = JSON.parse(stdout)
    expect(Object.keys(document)).toEqual([
      'settings',
      'lexicons',
      'articles',
      'concepts',
      'voices',
      'speakers',
      'salience',
      'silences',
      'days',
      'tone',
    ])
    expect(document.settings).toMatchObject({ voice: 'all' })
    expect(document.articles).toBe(13)
    for (const concept of document.concepts) {
      for (const outlet of concept.outlets) {
        const shares = outlet.frames.map((one: { pooled: number }) => one.pooled)
        expect(shares.reduce((sum: number, one: number) => sum + one, 0)).toBeCloseTo(1, 9)
        for (const one of outlet.frames) {
          if (one.share === null) continue
          const weight = outlet.pooledWeight
          expect(one.interval.low).toBeLessThanOrEqual(one.share)
          if (weight === 1) expect(one.pooled).toBeCloseTo(one.share, 9)
        }
      }
      for (const pair of concept.pairs)
        if (pair.p !== null) expect(pair.pAdjusted).toBeGreaterThanOrEqual(pair.p)
      expect(concept.pairs.some((pair: { p: number | null }) => pair.p !== null)).toBe(concept.test !== null)
    }
    expect(document.tone.length).toBeGreaterThan(10)
    expect(parallax('compare', SAMPLE, '--json', '--voice', 'all').stdout).toBe(stdout)
  })

  it('prints CSV, one line an outlet and frame, and keeps to the lexicons named', () => {
    const { stdout, status } = parallax('compare', '--lexicon', 'conflict-and-protest', '--csv', story)
    expect(status).toBe(0)
    const [head, ...rows] = stdout.trim().split('\n')
    expect(head).toMatch(/^concept,outlet,articles,mentioning,words,n,frame,count,share,/)
    expect(rows.some((row) => row.includes(',constructor,'))).toBe(true)
    for (const row of rows) expect(row.split(',')).toHaveLength(head!.split(',').length)
  })

  it('answers wrong usage with 2, and an unreadable file with 1', () => {
    expect(parallax('compare').status).toBe(2)
    expect(parallax('compare', story, '--voice', 'loud').status).toBe(2)
    const { status, stdout, stderr } = parallax('compare', story, 'nowhere.txt', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout).articles).toBe(4)
    expect(stderr).toContain('nowhere.txt')
  })
})

describe('collocates, facts and duplicates', () => {
  it('finds what stands near a term', () => {
    const { stdout, status } = parallax(
      'collocates',
      'rally',
      story,
      '--min-count',
      '2',
      '--json',
      '--no-clean',
    )
    expect(status).toBe(0)
    const { nodes, rows, settings } = JSON.parse(stdout)
    expect(nodes).toBe(4)
    expect(settings).toMatchObject({ within: 'window', window: 5 })
    expect(rows.find((one: { word: string }) => one.word === 'calm')).toMatchObject({
      count: 2,
      total: 2,
      right: 2,
      articles: 2,
    })
  })

  it('lines figures up, and shows outlets that give none', () => {
    const { stdout, status } = parallax('facts', story, '--json', '--no-clean')
    expect(status).toBe(0)
    const { kinds } = JSON.parse(stdout)
    expect(kinds).toHaveLength(1)
    expect(kinds[0].kind).toBe('killed')
    expect(
      kinds[0].outlets.map((one: { outlet: string; facts: object[] }) => [one.outlet, one.facts.length]),
    ).toEqual([
      ['A', 1],
      ['B', 0],
      ['constructor', 0],
    ])
    expect(kinds[0].outlets[0].facts[0]).toMatchObject({
      value: 12,
      qualifier: 'atLeast',
      published: '2024-03-02',
    })
  })

  it('finds passages that two articles share', () => {
    const { stdout, status } = parallax('duplicates', story, '--similarity', '0.5', '--json', '--no-clean')
    expect(status).toBe(0)
    const { groups } = JSON.parse(stdout)
    expect(groups).toHaveLength(1)
    expect(groups[0].passages.map((one: { outlet: string }) => one.outlet)).toEqual(['B', 'constructor'])
    expect(parallax('duplicates', story, '--similarity', '2').status).toBe(2)
  })
})
