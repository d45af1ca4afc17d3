import { describe, expect, it } from 'vitest'
import { figureCounts, mentionLines } from '#main/library/queries/figures.ts'
import { countArticles } from '#shared/analysis/statistics/figures.ts'
import { add, memoryLibrary, mention } from './helpers.ts'

const sorted = (rows: readonly object[]) =>
  rows.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort()

describe('figures', () => {
  it('are the same sums from the library as from articles in memory', () => {
    const db = memoryLibrary()
    const articles = [
      { outlet: 'A', words: 10, mentions: [mention(), mention({ voice: 'direct' })] },
      { outlet: 'A', words: 20, mentions: [mention({ frame: 'shut' }), mention()] },
      { outlet: '', words: 5, mentions: [mention({ voice: 'scare' })] },
      { outlet: 'B', words: 7, mentions: [] },
    ]
    for (const { outlet, words, mentions } of articles)
      add(db, { outlet: outlet === '' ? null : outlet }, mentions, { words })
    for (const voice of ['narration', 'direct', 'all'] as const) {
      const stored = figureCounts(db, {}, voice)
      const held = countArticles(articles, voice)
      expect(sorted(stored.outlets)).toEqual(sorted(held.outlets))
      expect(sorted(stored.mentions)).toEqual(sorted(held.mentions))
      expect(sorted(stored.articles)).toEqual(sorted(held.articles))
    }
  })

  it('open to lines with context in UTF-16 units, whole words, in the order asked for', () => {
    const db = memoryLibrary()
    const text = `😀😀 ${'word '.repeat(40)}gates again`
    const start = text.indexOf('gates')
    add(db, { text, published: '2031-03-01' }, [mention({ start, end: start + 5, text: 'gates' })])
    add(db, { published: '2031-03-02' }, [mention()])
    const selection = { filter: {}, concept: 'gates', voice: 'narration' } as const
    const { total, lines } = mentionLines(db, selection, { sort: 'oldest', offset: 0, limit: 10 })
    expect(total).toBe(2)
    expect(lines[0]).toMatchObject({ text: 'gates', after: ' again', negated: false })
    expect(lines[0]?.before.startsWith('word ')).toBe(true)
    expect(mentionLines(db, selection, { sort: 'newest', offset: 0, limit: 1 })).toMatchObject({
      total: 2,
      lines: [{ published: '2031-03-02' }],
    })
  })
})

describe('query plans', () => {
  const planOf = (sql: string): string => {
    const db = memoryLibrary()
    const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
    return rows.map((one) => one.detail).join('\n')
  }

  it('find a duplicate by its fingerprint', () => {
    expect(planOf("SELECT id FROM article WHERE folded_fingerprint = 'x' AND removed_at IS NULL")).toContain(
      'article_by_folded',
    )
  })

  it('find the mentions of an article and of a concept by an index', () => {
    expect(planOf('SELECT * FROM mention WHERE article_id = 1 ORDER BY start_at')).toContain(
      'mention_by_article',
    )
    expect(planOf("SELECT count(*) FROM mention WHERE concept = 'x' AND article_id = 1")).toContain(
      'mention_by_concept',
    )
  })

  it.each(['counted_mention', 'found_mention'])('count the namings of %s from an index alone', (view) => {
    const plan = planOf(
      `SELECT article.outlet, concept, frame, voice, count(*), count(DISTINCT article.id)
        FROM article JOIN ${view} AS mention ON mention.article_id = article.id
        WHERE article.removed_at IS NULL GROUP BY article.outlet, concept, frame, voice`,
    )
    expect(plan).toContain('COVERING INDEX mention_by_article_concept')
  })

  it.each(['title_key', 'outlet_key', 'words'])('sort the list by %s without a temporary table', (column) => {
    const plan = planOf(
      `SELECT id FROM article WHERE removed_at IS NULL ORDER BY ${column} ASC, id ASC LIMIT 50`,
    )
    expect(plan).not.toContain('TEMP B-TREE')
  })
})
