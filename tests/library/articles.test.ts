import { describe, expect, it } from 'vitest'
import { staleArticleIds } from '#main/library/queries/analyses.ts'
import {
  articleFacets,
  articleIds,
  articleRows,
  confirmGuesses,
  countArticles,
  getArticle,
  purgeRemoved,
  removeArticles,
  restoreArticles,
  updateArticles,
} from '#main/library/queries/articles.ts'
import { searchExpression } from '#main/library/queries/filter.ts'
import { createStory, listStories, removeStory } from '#main/library/queries/stories.ts'
import { add, memoryLibrary, mention } from './helpers.ts'

const byDay = { sort: 'published', descending: false } as const
const page = { ...byDay, offset: 0, limit: 50 }

describe('the list', () => {
  it('sorts, with what has no date at the end either way', () => {
    const db = memoryLibrary()
    const late = add(db, { published: '2031-03-09' })
    const none = add(db, { published: null })
    const early = add(db, { published: '2031-03-01T10:00' })
    expect(articleIds(db, {}, byDay)).toEqual([early, late, none])
    expect(articleIds(db, {}, { ...byDay, descending: true })).toEqual([late, early, none])
  })

  it('puts Cyrillic in its own order, whatever the case', () => {
    const db = memoryLibrary()
    const titles = ['яхта ушла', 'Ёлка стоит', 'бухта закрыта', 'Жара']
    for (const title of titles) add(db, { title })
    const rows = articleRows(db, {}, { ...page, sort: 'title' }, null)
    expect(rows.map((one) => one.title)).toEqual(['бухта закрыта', 'Ёлка стоит', 'Жара', 'яхта ушла'])
  })

  it('filters by story, outlet, language, day and guesses together', () => {
    const db = memoryLibrary()
    const story = createStory(db, 'Harbour', '2031-03-06')
    const wanted = add(
      db,
      {
        outlet: null,
        language: 'ru',
        published: '2031-03-05T23:59',
        guesses: { title: { from: 'first-line', evidence: 'x' } },
      },
      [],
      { storyId: story },
    )
    add(db, { outlet: null, language: 'ru' })
    add(db, {}, [], { storyId: story })
    expect(
      articleIds(
        db,
        {
          storyId: story,
          outlets: [null],
          languages: ['ru'],
          from: '2031-03-05',
          to: '2031-03-05',
          guessedOnly: true,
        },
        byDay,
      ),
    ).toEqual([wanted])
  })

  it('searches every word by its beginning, phrases as they stand, ё as е, in the sentence found', () => {
    const db = memoryLibrary()
    const id = add(db, { text: 'Причал\n\nТёмные причалы стоят пустыми третий день.' })
    add(db)
    expect(articleIds(db, { query: 'темн прич' }, byDay)).toEqual([id])
    expect(articleIds(db, { query: '"пустыми третий"' }, byDay)).toEqual([id])
    expect(articleIds(db, { query: '"третий пустыми"' }, byDay)).toEqual([])
    const [row] = articleRows(db, { query: 'третий' }, { ...page, sort: 'relevance' }, null)
    expect(row?.snippet).toContain('\u0001третий\u0002')
  })

  it.each(['"', 'AND', 'NEAR(', 'a* OR b', '-x', "'; DROP TABLE article", 'title:x', '^', '()'])(
    'takes %s for words, never for search syntax',
    (query) => {
      const db = memoryLibrary()
      add(db)
      expect(() => articleIds(db, { query }, byDay)).not.toThrow()
    },
  )

  it('makes no search of punctuation alone', () => {
    expect(searchExpression(' … — "" ')).toBeNull()
  })

  it('counts the mentions of a concept per frame in each row', () => {
    const db = memoryLibrary()
    add(db, {}, [mention(), mention({ start: 6, end: 9, frame: 'shut' }), mention({ concept: 'other' })])
    const [row] = articleRows(db, {}, page, { id: 'gates', frames: ['shut', 'open', 'none'] })
    expect(row?.frames).toEqual([1, 1, 0])
  })
})

describe('facets', () => {
  it('count each list as if it itself were not set', () => {
    const db = memoryLibrary()
    add(db, { outlet: 'A', language: 'en' })
    add(db, { outlet: 'B', language: 'en' })
    add(db, { outlet: 'B', language: 'ru' })
    const facets = articleFacets(db, { outlets: ['A'] })
    expect(facets.total).toBe(1)
    expect(facets.outlets.map(({ value, count }) => [value, count])).toEqual([
      ['B', 2],
      ['A', 1],
    ])
    expect(facets.languages.map(({ value, count }) => [value, count])).toEqual([['en', 1]])
  })
})

describe('changes', () => {
  it('make a field that is set no longer a guess, in many at once', () => {
    const db = memoryLibrary()
    const guesses = {
      outlet: { from: 'footer', evidence: 'x' },
      published: { from: 'date-in-text', evidence: 'y' },
    } as const
    const ids = [add(db, { guesses }), add(db, { guesses })]
    updateArticles(db, ids, { outlet: 'Veska Daily' })
    expect(getArticle(db, ids[1]!)).toMatchObject({
      outlet: 'Veska Daily',
      guesses: { published: guesses.published },
    })
    confirmGuesses(db, ids, ['published'])
    expect(getArticle(db, ids[0]!)?.guesses).toEqual({})
  })

  it('remove with undo until they are purged', () => {
    const db = memoryLibrary()
    const ids = [add(db), add(db)]
    removeArticles(db, ids, '2031-03-07')
    expect(countArticles(db)).toBe(0)
    expect(articleIds(db, { query: 'gates' }, byDay)).toEqual([])
    restoreArticles(db, [ids[0]!])
    expect(articleIds(db, { query: 'gates' }, byDay)).toEqual([ids[0]])
    expect(purgeRemoved(db)).toBe(1)
    expect(db.prepare('SELECT count(*) FROM analysis').pluck().get()).toBe(1)
  })

  it('keep the articles of a story that is removed', () => {
    const db = memoryLibrary()
    const story = createStory(db, 'Harbour', '2031-03-06')
    const id = add(db, {}, [], { storyId: story })
    expect(listStories(db)[0]).toMatchObject({ articles: 1, outlets: 1, firstPublished: '2031-03-05' })
    removeStory(db, story)
    expect(getArticle(db, id)?.storyId).toBeNull()
  })
})

describe('stale analyses', () => {
  it('are those of another version of the analysis or the packs', () => {
    const db = memoryLibrary()
    const english = add(db)
    const russian = add(db, { language: 'ru' })
    const current = new Map([
      ['en', 'test@1.0.0'],
      ['ru', 'test@1.0.0'],
    ])
    expect(staleArticleIds(db, '1', current, '')).toEqual([])
    expect(staleArticleIds(db, '2', current, '')).toEqual([english, russian])
    expect(staleArticleIds(db, '1', current.set('ru', 'test@1.1.0'), '')).toEqual([russian])
  })
})
