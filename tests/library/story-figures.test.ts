import { describe, expect, it } from 'vitest'
import { solidityOf, speakersOf } from '#main/engine/story-figures.ts'
import { wordTable } from '#main/engine/words.ts'
import type { WritableDatabase } from '#main/library/connection.ts'
import { figureCounts } from '#main/library/queries/figures.ts'
import { conceptMentions, dayFigures, speakerCells } from '#main/library/queries/story-figures.ts'
import { articlesWithoutWords, eachWord, storeWords } from '#main/library/queries/words.ts'
import { byArticle } from '#shared/analysis/statistics/by-article.ts'
import { conceptRows } from '#shared/analysis/statistics/differences.ts'
import { figuresFrom } from '#shared/analysis/statistics/figures.ts'
import { keyness } from '#shared/analysis/statistics/keyness.ts'
import { permutationTest } from '#shared/analysis/statistics/permutation.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import { add, memoryLibrary, mention } from './helpers.ts'

/** Words as in "own own | quoted*": a star marks others' words, a bar ends a run. */
const sequence = (text: string) =>
  text.split('|').map((run) =>
    run
      .trim()
      .split(' ')
      .map((word) => ({
        form: word.replace('*', ''),
        lemma: word.replace('*', '').replace(/s$/, ''),
        own: !word.endsWith('*'),
      })),
  )

const addWords = (db: WritableDatabase, outlet: string | null, text: string): number => {
  const id = add(db, { outlet })
  storeWords(db, id, sequence(text))
  return id
}

describe('words of articles', () => {
  it('are stored as numbers and read back, hostile words and long numbers too', () => {
    const db = memoryLibrary()
    const many = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ')
    addWords(db, 'A', `constructor __proto__ | toString* ${many}`)
    const table = wordTable(db, { filter: {}, ngrams: 1, unit: 'form', voices: 'all' })
    const [article] = table.articles
    const counted = new Map([...article!.ids].map((id, at) => [table.textOf(id), article!.counts[at]]))
    expect(article?.totals[1]).toBe(303)
    expect(counted.get('constructor')).toBe(1)
    expect(counted.get('__proto__')).toBe(1)
    expect(counted.get('word299')).toBe(1)
  })

  it('are counted by form or lemma, with or without others’ words, alone or in runs', () => {
    const db = memoryLibrary()
    addWords(db, 'A', 'gates shut | gate shut* gate*')
    const counts = (choice: Omit<Parameters<typeof wordTable>[1], 'filter'>) => {
      const table = wordTable(db, { filter: {}, ...choice })
      const [article] = table.articles
      return Object.fromEntries([...article!.ids].map((id, at) => [table.textOf(id), article!.counts[at]]))
    }
    expect(counts({ ngrams: 1, unit: 'form', voices: 'all' })).toEqual({ gates: 1, gate: 2, shut: 2 })
    expect(counts({ ngrams: 1, unit: 'lemma', voices: 'all' })).toEqual({ gate: 3, shut: 2 })
    expect(counts({ ngrams: 1, unit: 'form', voices: 'narration' })).toEqual({ gates: 1, shut: 1, gate: 1 })
    expect(counts({ ngrams: 2, unit: 'lemma', voices: 'all' })).toEqual({ 'gate shut': 2, 'shut gate': 1 })
    expect(counts({ ngrams: 2, unit: 'form', voices: 'narration' })).toEqual({ 'gates shut': 1 })
  })

  it('end a run where others speak', () => {
    const db = memoryLibrary()
    const id = addWords(db, 'A', 'a b* c')
    const row = db.prepare('SELECT forms FROM article_words WHERE article_id = ?').pluck().get(id) as Buffer
    const read: number[] = []
    eachWord(row, 'narration', (word) => read.push(word))
    expect(read.map((word) => word > 0)).toEqual([true, false, true, false])
  })

  it('give keyness counts that are sums over articles', () => {
    const db = memoryLibrary()
    addWords(db, 'A', 'gate gate other')
    addWords(db, 'A', 'gate other other other')
    addWords(db, 'B', 'gate other other other other')
    const table = wordTable(db, { filter: {}, ngrams: 1, unit: 'form', voices: 'all' })
    const [target] = keyness(table, ['A'], { minCount: 1, minArticles: 1 })
    // gate: 3 of 7 words against 1 of 5.
    expect(target?.rows[0]).toMatchObject({
      word: 'gate',
      target: 3,
      reference: 1,
      targetTotal: 7,
      referenceTotal: 5,
      articles: 2,
    })
    // DP of 2/3 and 1/3 against 3/7 and 4/7: (|2/3 − 3/7| + |1/3 − 4/7|) / 2 = 5/21.
    expect(target?.rows[0]?.dp).toBeCloseTo(5 / 21, 10)
  })

  it('are missing for articles stored without them, and leave with their article', () => {
    const db = memoryLibrary()
    const bare = add(db)
    const full = addWords(db, 'A', 'gate')
    expect(articlesWithoutWords(db, {})).toEqual([bare])
    db.prepare('DELETE FROM article WHERE id = ?').run(full)
    expect(db.prepare('SELECT count(*) FROM article_words').pluck().get()).toBe(0)
  })
})

const lexicon = {
  id: 'test',
  version: '1.0.0',
  label: { en: 'Test', ru: 'Тест' },
  concepts: [
    {
      id: 'gates',
      label: { en: 'Gates', ru: 'Ворота' },
      frames: ['open', 'shut'].map((id) => ({ id, label: { en: id, ru: id }, terms: {} })),
    },
  ],
} as unknown as Lexicon

describe('how solid a figure is', () => {
  const library = () => {
    const db = memoryLibrary()
    // A: six articles, five say open once, one says shut twice. B: two articles, shut three times.
    for (let article = 0; article < 5; article++) add(db, { outlet: 'A' }, [mention()])
    add(db, { outlet: 'A', title: 'The odd one' }, [
      mention({ frame: 'shut', term: 'bolt' }),
      mention({ frame: 'shut', term: 'bolt' }),
    ])
    add(db, { outlet: 'B' }, [mention({ frame: 'shut' }), mention({ frame: 'shut' })])
    add(db, { outlet: 'B' }, [mention({ frame: 'shut' })])
    return db
  }
  const solid = () => {
    const db = library()
    const [figure] = figuresFrom(figureCounts(db, {}, 'narration', ['gates']), [lexicon], 'narration')
    const mentions = conceptMentions(db, {}, 'gates')
    const groups = conceptRows(figure!, byArticle(mentions), 'narration')
    const test = permutationTest(groups, { seed: 1, stream: 'gates' })
    return solidityOf(figure!, { mentions, groups, test, voice: 'narration', seed: 1, outlets: ['A', 'B'] })
  }

  it('leaves each article and term out in turn, and names the one that moves most', () => {
    const [a] = solid().outlets
    // Open: 5 of 7. Without the odd article 5 of 5; without one of the others 4 of 6.
    expect(a?.frames[0]).toMatchObject({
      share: 5 / 7,
      byArticle: { low: 4 / 6, high: 1, highWithout: 'The odd one' },
      byTerm: { low: 0, high: 1, highWithout: 'bolt' },
      verdict: 'fragile',
    })
  })

  it('gives no interval over articles under five, and the same one for a seed', () => {
    const [a, b] = solid().outlets
    expect([a?.mentioning, b?.mentioning]).toEqual([6, 2])
    expect(b?.frames[0]?.articleInterval).toBeNull()
    expect(a?.frames[0]?.articleInterval).toEqual(solid().outlets[0]?.frames[0]?.articleInterval)
  })

  it('tests all outlets over articles', () => {
    const { test } = solid()
    expect(test).toMatchObject({ outlets: 2, articles: 8, mentions: 10, replicates: 1999 })
    expect(test!.p).toBeGreaterThan(0.02)
    expect(test!.p).toBeLessThan(0.3)
  })

  it('pools a small outlet towards all', () => {
    const b = solid().outlets[1]
    const raw = b?.frames[1]?.share
    expect(raw).toBe(1)
    expect(b?.frames[1]?.pooled).toBeLessThan(1)
    expect(b?.pooledWeight).toBeLessThan(1)
  })
})

describe('speakers', () => {
  it('are counted by outlet, frame and voice; those not named come last', () => {
    const db = memoryLibrary()
    add(db, { outlet: 'A' }, [
      mention({ voice: 'direct', speaker: 'Orlov' }),
      mention({ voice: 'indirect', speaker: 'Orlov' }),
      mention({ voice: 'direct', speaker: 'Orlov', frame: 'shut' }),
      mention({ voice: 'direct' }),
      mention({ voice: 'direct' }),
      mention({ speaker: 'Nobody, in narration' }),
    ])
    add(db, { outlet: 'B' }, [mention({ voice: 'direct', speaker: 'Orlov' })])
    const { cells, articles } = speakerCells(db, {}, 'gates')
    const { total, speakers } = speakersOf(cells, articles, 10)
    expect(total).toBe(2)
    expect(speakers.map(({ speaker, count, articles: n }) => [speaker, count, n])).toEqual([
      ['Orlov', 4, 2],
      [null, 2, 1],
    ])
    expect(speakers[0]?.cells).toContainEqual({ outlet: 'B', frame: 'open', voice: 'direct', count: 1 })
  })
})

describe('days', () => {
  it('count articles, words and namings by day; a missing date is its own', () => {
    const db = memoryLibrary()
    add(db, { outlet: 'A', published: '2031-03-05T10:00:00Z' }, [mention()], { words: 10 })
    add(db, { outlet: 'A', published: '2031-03-05' }, [mention(), mention({ voice: 'direct' })], {
      words: 20,
    })
    add(db, { outlet: 'B', published: null }, [mention()], { words: 5 })
    const { articles, mentions } = dayFigures(db, {}, 'gates', 'narration')
    expect(articles).toEqual([
      { day: '2031-03-05', outlet: 'A', language: 'en', articles: 2, words: 30 },
      { day: null, outlet: 'B', language: 'en', articles: 1, words: 5 },
    ])
    expect(mentions).toContainEqual({ day: '2031-03-05', outlet: 'A', frame: 'open', count: 2 })
    expect(dayFigures(db, {}, 'gates', 'all').mentions).toContainEqual({
      day: '2031-03-05',
      outlet: 'A',
      frame: 'open',
      count: 3,
    })
  })
})
