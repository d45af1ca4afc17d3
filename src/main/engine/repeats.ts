import type { ReadableDatabase } from '#main/library/connection.ts'
import { textsOf } from '#main/library/queries/concordance.ts'
import {
  createRepeatTables,
  type DatedArticle,
  datedArticles,
  scopeNumber,
  scopeOf,
  storeRepeats,
} from '#main/library/queries/repeats.ts'
import {
  firstPublished,
  laterPlaces,
  type SharedPassage,
  sharedParagraphs,
  type WordSpan,
  wordsIn,
} from '#shared/analysis/statistics/repeats.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { ArticleFilter, CallName } from '#shared/contract/contract.ts'
import type { RepeatedPassage } from '#shared/domain/repeats.ts'
import type { Span } from '#shared/domain/span.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { inTurns } from './in-turns.ts'

interface Shared {
  readonly articles: readonly DatedArticle[]
  readonly groups: readonly SharedPassage[]
  /** Words of later places: what counting once leaves aside. */
  readonly laterWords: number
}

/** Scopes whose passages are kept. */
const MOST_KEPT = 3
const AT_ONCE = 200
/** In a larger story an article's marks are shown once its passages were asked for, and not looked for by themselves. */
const LARGE = 2000

/** Passages that the articles of a story share, found once and kept while no text and no date changes. */
export interface Repeats {
  readonly of: (filter: ArticleFilter) => Promise<Shared>
  /** Whether a story is large and its passages were not found yet. */
  readonly waits: (filter: ArticleFilter) => boolean
}

export function createRepeats({ db }: Pick<EngineContext, 'db'>): Repeats {
  createRepeatTables(db)
  const known = new Map<number, { readonly key: string; readonly found: Promise<Shared> }>()
  const find = async (scope: ArticleFilter, articles: readonly DatedArticle[]): Promise<Shared> => {
    const ordered = firstPublished(articles)
    const groups = await inTurns(sharedParagraphs(textsInTurn(db, ordered)))
    const later = laterPlaces(groups)
    const places = await inTurns(wordPlaces(db, ordered, later))
    storeRepeats(db, scopeNumber(scope), places)
    return {
      articles: ordered,
      groups,
      laterWords: places.reduce((sum, one) => sum + one.endWord - one.firstWord, 0),
    }
  }
  return {
    waits: (filter) => {
      const scope = scopeOf(filter)
      return !known.has(scopeNumber(scope)) && datedArticles(db, scope).length > LARGE
    },
    of: (filter) => {
      const scope = scopeOf(filter)
      const articles = datedArticles(db, scope)
      const key = articles.map((one) => `${one.id}/${one.words}/${one.published}/${one.language}`).join(' ')
      const before = known.get(scopeNumber(scope))
      if (before?.key === key) return before.found
      const found = find(scope, articles)
      known.delete(scopeNumber(scope))
      known.set(scopeNumber(scope), { key, found })
      for (const oldest of known.keys()) {
        if (known.size <= MOST_KEPT) break
        known.delete(oldest)
      }
      return found
    },
  }
}

/** The texts of articles one after another, a few of them in memory at a time; an article without one has the empty text. */
function* textsInTurn(db: ReadableDatabase, articles: readonly DatedArticle[]): Generator<string> {
  for (let at = 0; at < articles.length; at += AT_ONCE) {
    const ids = articles.slice(at, at + AT_ONCE).map(({ id }) => id)
    const texts = textsOf(db, ids)
    for (const id of ids) yield texts.get(id) ?? ''
  }
}

/** Which words stand in the places given by article. Pauses between articles. */
function* wordPlaces(
  db: ReadableDatabase,
  ordered: readonly DatedArticle[],
  later: ReadonlyMap<number, readonly Span[]>,
): Generator<undefined, (WordSpan & { readonly articleId: number })[]> {
  const found: (WordSpan & { readonly articleId: number })[] = []
  const holding = [...later.keys()]
  const texts = textsInTurn(
    db,
    holding.map((at) => ordered[at]!),
  )
  for (const at of holding) {
    const { id, language } = ordered[at]!
    const text = texts.next().value ?? ''
    for (const one of wordsIn(prepare(text, language), later.get(at)!)) found.push({ articleId: id, ...one })
    yield
  }
  return found
}

/** Calls on passages that a story's articles share. */
export function repeatHandlers({ db }: EngineContext, repeats: Repeats): Handlers {
  const passagesOf = ({ articles }: Shared, group: SharedPassage): readonly RepeatedPassage[] =>
    Array.from(group.articles, (article, at) => {
      const { id, outlet, title, published } = articles[article]!
      const [start, end] = [group.starts[at]!, group.ends[at]!]
      return { articleId: id, outlet, title, published, start, end, similarity: group.similarity[at]! }
    })
  return {
    'figures.repeats': async ({ filter, limit }) => {
      const found = await repeats.of(filter)
      // Only groups that are shown are put together: a large story's have hundreds of thousands of places.
      const shown = found.groups
        .map((group) => ({ group, outlets: outletsOf(found, group) }))
        .sort((a, b) => b.outlets - a.outlets || b.group.articles.length - a.group.articles.length)
        .slice(0, limit)
      const firsts = shown.map(({ group }) => found.articles[group.articles[0]!]!.id)
      const texts = textsOf(db, [...new Set(firsts)])
      return {
        articles: found.articles.length,
        words: found.articles.reduce((sum, one) => sum + one.words, 0),
        laterWords: found.laterWords,
        total: found.groups.length,
        groups: shown.map(({ group }, at) => ({
          text: (texts.get(firsts[at]!) ?? '').slice(group.starts[0], group.ends[0]),
          passages: passagesOf(found, group),
        })),
      }
    },
    'articles.repeats': async ({ id }) => {
      const storyId = db
        .prepare<[number], number | null>('SELECT story_id FROM article WHERE id = ?')
        .pluck()
        .get(id)
      // Articles of no story have nothing to be compared with.
      if (storyId === undefined || storyId === null || repeats.waits({ storyId })) return []
      const found = await repeats.of({ storyId })
      const place = found.articles.findIndex((one) => one.id === id)
      return found.groups.flatMap((group) => {
        if (!group.articles.includes(place)) return []
        const passages = passagesOf(found, group)
        return passages
          .filter(({ articleId }) => articleId === id)
          .map((mine) => ({
            start: mine.start,
            end: mine.end,
            first: mine === passages[0],
            others: passages.filter((one) => one !== mine),
          }))
      })
    },
  }
}

function outletsOf({ articles }: Shared, group: SharedPassage): number {
  const outlets = new Set<string>()
  for (const at of group.articles) outlets.add(articles[at]!.outlet)
  return outlets.size
}

/** Finds a story's shared passages before a call that counts each once. */
export function withRepeats(handlers: Handlers, repeats: Repeats): Handlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (input: never) => {
        const { filter } = input as { readonly filter?: ArticleFilter }
        if (filter?.once === true) await repeats.of(filter)
        return (handler as (input: never) => unknown)(input)
      },
    ]),
  ) as { readonly [Name in CallName]?: never }
}
