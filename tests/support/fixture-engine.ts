import type { EventMessage, RequestMessage, Transport } from '#shared/contract/client.ts'
import type { ArticleFilter, CallInput } from '#shared/contract/contract.ts'
import type { Guesses } from '#shared/domain/article.ts'
import type { ArticleRow, ImportProgress, Story } from '#shared/domain/library.ts'

/** An article of the fixture: a row and what its detail panel shows. */
interface FixtureArticle extends ArticleRow {
  guesses: Guesses
}

const OUTLETS = [
  'The Harbor Courier',
  'Veska Daily',
  'Northern Wire',
  'Северный вестник',
  'Capital Monitor',
  'The Evening Chronicle of the Greater Northern Harbour District',
]
const TITLES = [
  'Crane drivers return as the port reopens under guard',
  'Curfew, day five',
  'Who invited them? A letter, and a signature in doubt',
  'Порт под охраной: краны снова работают',
  'Calm holds along the quays, officials say',
  'Old bridge closed to traffic after a night of talks between the dockers and the landing force',
]
const SNIPPET = 'Two berths opened at dawn; the crews passed a line of wire and a row of empty buses.'

/**
 * An engine that stands in for the real one: made-up articles in memory, answered as the contract says. It lets the front
 * be looked at and tested in states that are hard to reach (an empty library, thousands of rows, an import under way).
 */
export function fixtureEngine(options: {
  readonly articles: number
  readonly sampleOnly?: boolean
  readonly settings?: Readonly<Record<string, string>>
  readonly imports?: readonly ImportProgress[]
}): Transport & { emit(message: EventMessage): void; readonly calls: RequestMessage[] } {
  const listeners = new Set<(event: string) => void>()
  const calls: RequestMessage[] = []
  const settings: Record<string, string> = { ...options.settings }
  let imports = [...(options.imports ?? [])]
  const removed = new Set<number>()
  const titles = new Map([[1, 'Port Veska blockade']])
  if (options.articles > 50) titles.set(2, 'Tram strike')
  const articles: FixtureArticle[] = Array.from({ length: options.articles }, (_, index) => {
    const outlet = OUTLETS[index % (index % 97 === 5 ? 6 : 5)]!
    const guesses: Guesses = {
      ...(index % 17 === 3 ? { outlet: { from: 'address', evidence: 'veska-daily.example' } } : {}),
      ...(index % 17 === 4 ? { published: { from: 'date-in-text', evidence: 'on Thursday, 7 March' } } : {}),
    }
    return {
      id: index + 1,
      storyId: index % 11 === 7 ? null : index % 5 === 4 && titles.has(2) ? 2 : 1,
      title: index < 6 ? TITLES[index]! : `${TITLES[index % 6]} (${index + 1})`,
      snippet: SNIPPET,
      outlet: index % 41 === 40 ? null : outlet,
      published: index % 53 === 52 ? null : `2022-03-${String(1 + (index % 28)).padStart(2, '0')}`,
      language: index % 6 === 3 ? 'ru' : 'en',
      words: 200 + ((index * 37) % 800),
      guessedFields: Object.keys(guesses) as (keyof Guesses)[],
      guesses,
      frames: [index % 4, (index * 3) % 5, index % 7],
    }
  })

  const fits = (article: FixtureArticle, filter: ArticleFilter, without?: keyof ArticleFilter): boolean =>
    !removed.has(article.id) &&
    (without === 'storyId' || filter.storyId === undefined || article.storyId === filter.storyId) &&
    (without === 'outlets' || !filter.outlets || filter.outlets.includes(article.outlet)) &&
    (without === 'languages' || !filter.languages || filter.languages.includes(article.language)) &&
    (!filter.from || (article.published ?? '') >= filter.from) &&
    (!filter.to || (article.published ?? '') <= filter.to) &&
    (!filter.guessedOnly || article.guessedFields.length > 0) &&
    (!filter.query ||
      `${article.title} ${article.snippet}`.toLowerCase().includes(filter.query.toLowerCase()))

  const found = (input: Pick<CallInput<'articles.list'>, 'filter' | 'sort' | 'descending'>) => {
    const key = (article: FixtureArticle): string | number =>
      input.sort === 'words'
        ? article.words
        : input.sort === 'outlet'
          ? (article.outlet ?? '')
          : input.sort === 'title'
            ? article.title
            : (article.published ?? '')
    const direction = input.descending ? -1 : 1
    return articles
      .filter((article) => fits(article, input.filter))
      .sort((a, b) => direction * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id))
  }
  const tally = (list: readonly (string | null)[]) => {
    const counts = new Map<string | null, number>()
    for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts].map(([value, count]) => ({ value, label: value ?? '', count }))
  }
  const stories = (): Story[] =>
    options.articles === 0
      ? []
      : [...titles].map(([id, title]) => ({
          id,
          title,
          sample: id === 1 && options.sampleOnly === true,
          articles: articles.filter((one) => one.storyId === id && !removed.has(one.id)).length,
          outlets: 5,
          firstPublished: '2022-03-02',
          lastPublished: '2022-03-09',
        }))
  const concept = {
    id: 'foreign-troops',
    label: { en: 'The foreign troops', ru: 'Иностранные войска' },
    mentions: 31,
    frames: [
      { id: 'peacekeeping', label: { en: 'Peacekeeping', ru: 'Миротворцы' }, terms: 9 },
      { id: 'occupation', label: { en: 'Occupation', ru: 'Оккупация' }, terms: 7 },
      { id: 'troops', label: { en: 'Troops (plain)', ru: 'Войска' }, terms: 12 },
    ],
  }

  const emit = (message: EventMessage) => {
    for (const listener of listeners) listener(JSON.stringify(message))
  }
  const changed = (...areas: string[]) => emit({ event: 'library.changed', value: { areas } })

  // biome-ignore lint/suspicious/noExplicitAny: the inputs were typed by the client that sent them.
  const answers: Record<string, (input: any) => unknown> = {
    'app.state': () => ({
      version: '0',
      analysisVersion: '1',
      libraryFile: 'fixture',
      articles: articles.length - removed.size,
      sampleOnly: options.sampleOnly === true,
      sampleStoryId: options.sampleOnly ? 1 : null,
      staleArticles: 0,
      settings,
      imports,
    }),
    'settings.set': ({ key, value }) => {
      settings[key] = value
      changed('settings')
      return null
    },
    'stories.list': stories,
    'stories.create': ({ title }) => {
      const id = titles.size + 1
      titles.set(id, title)
      changed('stories')
      return stories().find((story) => story.id === id)
    },
    'articles.list': (input: CallInput<'articles.list'>) => {
      const all = found(input)
      const rows = all.slice(input.offset, input.offset + input.limit)
      return {
        total: all.length,
        rows: rows.map(({ guesses: _, ...row }) => ({
          ...row,
          frames: input.concept === undefined ? null : row.frames,
          snippet: input.filter.query
            ? row.snippet.replace(new RegExp(input.filter.query, 'gi'), '\u0001$&\u0002')
            : row.snippet,
        })),
      }
    },
    'articles.ids': (input: CallInput<'articles.ids'>) => found(input).map(({ id }) => id),
    'articles.facets': ({ filter }: CallInput<'articles.facets'>) => {
      const here = articles.filter((one) => fits(one, filter))
      const byStory = tally(
        articles.filter((one) => fits(one, filter, 'storyId')).map(({ storyId }) => String(storyId)),
      )
      return {
        total: here.length,
        stories: byStory.map(({ value, count }) =>
          value === 'null'
            ? { id: null, title: '', count }
            : { id: Number(value), title: titles.get(Number(value)), count },
        ),
        outlets: tally(articles.filter((one) => fits(one, filter, 'outlets')).map(({ outlet }) => outlet)),
        languages: tally(
          articles.filter((one) => fits(one, filter, 'languages')).map(({ language }) => language),
        ),
        guessed: here.filter(({ guessedFields }) => guessedFields.length > 0).length,
        firstPublished: '2022-03-01',
        lastPublished: '2022-03-28',
      }
    },
    'articles.get': ({ id }) => {
      const article = articles.find((one) => one.id === id)
      return article === undefined
        ? null
        : {
            ...article,
            file: `articles/${id}.txt`,
            byline: null,
            url: null,
            text: `${article.title}\n\n${SNIPPET}`,
            leftOut: [],
            extra: {},
            sentences: [],
            quotations: [],
            people: [],
            mentions: [],
            analysisVersion: '1',
            addedAt: '2022-04-01T00:00:00Z',
          }
    },
    'articles.update': ({ ids, set }) => {
      for (const id of ids) {
        const index = articles.findIndex((one) => one.id === id)
        const before = articles[index]!
        const guesses = Object.fromEntries(Object.entries(before.guesses).filter(([name]) => !(name in set)))
        articles[index] = { ...before, ...set, guesses, guessedFields: Object.keys(guesses) as [] }
      }
      changed('articles', 'stories')
      return null
    },
    'articles.confirm': ({ ids }) => {
      for (const article of articles) {
        if (!ids.includes(article.id)) continue
        Object.assign(article, { guesses: {}, guessedFields: [] })
      }
      changed('articles')
      return null
    },
    'articles.remove': ({ ids }) => {
      for (const id of ids) removed.add(id)
      changed('articles')
      return null
    },
    'articles.restore': ({ ids }) => {
      for (const id of ids) removed.delete(id)
      changed('articles')
      return null
    },
    'imports.start': () => ({ jobId: 'job' }),
    'imports.cancel': () => null,
    'imports.dismiss': ({ jobId }) => {
      imports = imports.filter((job) => job.jobId !== jobId)
      return null
    },
    'lexicons.list': () => [
      {
        id: 'conflict-and-protest',
        version: '1.2.0',
        label: { en: 'Conflict and protest', ru: 'Конфликт и протест' },
        note: { en: '', ru: '' },
        extends: null,
        basedOn: null,
        own: false,
        enabled: true,
        savedAt: null,
        languages: ['en', 'ru'],
        concepts: [concept],
      },
    ],
    'figures.concepts': () => [],
    'figures.compare': () => ({ lexicons: [], concepts: [] }),
    'figures.mentions': () => ({ total: 0, lines: [] }),
  }

  return {
    calls,
    emit,
    send: async (text) => {
      const request = JSON.parse(text) as RequestMessage
      calls.push(request)
      const answer = Object.hasOwn(answers, request.call) ? answers[request.call] : undefined
      if (answer === undefined) {
        return JSON.stringify({ ok: false, error: { code: 'unknown-call', message: request.call } })
      }
      return JSON.stringify({ ok: true, value: answer(request.input) ?? null })
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
