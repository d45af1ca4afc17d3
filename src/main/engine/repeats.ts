import { textsOf } from '#main/library/queries/concordance.ts'
import {
  createRepeatTables,
  type DatedArticle,
  datedArticles,
  scopeNumber,
  scopeOf,
  storeRepeats,
} from '#main/library/queries/repeats.ts'
import type { DuplicateGroup } from '#shared/analysis/statistics/duplicates.ts'
import {
  firstPublished,
  laterPlaces,
  sharedParagraphs,
  wordsIn,
} from '#shared/analysis/statistics/repeats.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { ArticleFilter, CallName } from '#shared/contract/contract.ts'
import type { RepeatedPassage } from '#shared/domain/repeats.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { breathe, inTurns } from './in-turns.ts'

interface Shared {
  readonly articles: readonly DatedArticle[]
  readonly groups: readonly DuplicateGroup[]
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
    const bodies: { readonly text: string }[] = []
    for (let at = 0; at < ordered.length; at += AT_ONCE) {
      const ids = ordered.slice(at, at + AT_ONCE).map(({ id }) => id)
      const texts = textsOf(db, ids)
      for (const id of ids) bodies.push({ text: texts.get(id) ?? '' })
      await breathe()
    }
    const groups = await inTurns(sharedParagraphs(bodies))
    const places = [...laterPlaces(groups)].flatMap(([at, mine]) => {
      const { id, language } = ordered[at]!
      return wordsIn(prepare(bodies[at]!.text, language), mine).map((one) => ({ articleId: id, ...one }))
    })
    storeRepeats(db, scopeNumber(scope), places)
    return {
      articles: ordered,
      // A part of a text holds on to the whole: only what leads a group is kept, as a copy.
      groups: groups.map(({ passages }) => ({
        passages: passages.map((one, at) => ({ ...one, text: at === 0 ? copyOf(one.text) : '' })),
      })),
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

const copyOf = (text: string): string => Buffer.from(text).toString()

/** Calls on passages that a story's articles share. */
export function repeatHandlers({ db }: EngineContext, repeats: Repeats): Handlers {
  const passagesOf = ({ articles }: Shared, { passages }: DuplicateGroup): readonly RepeatedPassage[] =>
    passages.map(({ article, start, end, similarity }) => {
      const { id, outlet, title, published } = articles[article]!
      return { articleId: id, outlet, title, published, start, end, similarity }
    })
  return {
    'figures.repeats': async ({ filter, limit }) => {
      const found = await repeats.of(filter)
      const groups = found.groups
        .map((group) => ({ text: group.passages[0]!.text, passages: passagesOf(found, group) }))
        .sort(
          (a, b) => outletsOf(b.passages) - outletsOf(a.passages) || b.passages.length - a.passages.length,
        )
      return {
        articles: found.articles.length,
        words: found.articles.reduce((sum, one) => sum + one.words, 0),
        laterWords: found.laterWords,
        total: groups.length,
        groups: groups.slice(0, limit),
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
      return found.groups.flatMap((group) => {
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

const outletsOf = (passages: readonly RepeatedPassage[]): number =>
  new Set(passages.map(({ outlet }) => outlet)).size

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
