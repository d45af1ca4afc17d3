import { createContext, Script } from 'node:vm'
import {
  changeCount,
  indexedArticles,
  indexedWords,
  lineArticles,
  mentionHits,
  mentionSpeakers,
} from '#main/library/queries/concordance.ts'
import { repeatedWords } from '#main/library/queries/repeats.ts'
import { inPlaces } from '#shared/analysis/statistics/repeats.ts'
import type { ArticleFilter, ConcordanceFind } from '#shared/contract/contract.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import type { ConcordanceSort } from '#shared/domain/concordance.ts'
import { countedHits } from './concordance-counted.ts'
import { type FoundLines, type Hit, linesOf, orderOf, perOutlet } from './concordance-lines.ts'
import { IRREGULAR_FORMS, isFormOf, stemLength, textPattern } from './concordance-patterns.ts'
import { createSearchTexts, type SearchTexts, storedSpan } from './concordance-texts.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'

/** So many answers are kept for their further pages. */
const MOST_KEPT = 6
/** More lines than this nobody reads; they would only fill the memory. */
const MOST_LINES = 500_000
/** How long a person's own expression may run over all texts. */
const PATIENCE_MS = 2000

/** Keyword in context: words or namings, each occurrence a line. */
export function concordanceHandlers({ db }: Pick<EngineContext, 'db'>): Handlers {
  const texts = createSearchTexts(db)
  const kept = new Map<string, FoundLines>()
  let version = -1

  /** All lines of a question, whatever page, order or outlets are asked for; kept until the library changes. */
  const found = (filter: ArticleFilter, find: ConcordanceFind): FoundLines => {
    const now = changeCount(db)
    if (now !== version) kept.clear()
    version = now
    const { outlets: _, ...rest } = filter
    const question = JSON.stringify([rest, find])
    const known = kept.get(question)
    const answer = known ?? {
      ...(find.kind === 'words' ? findWords(texts, rest, find) : findMentions(rest, find)),
      orders: new Map(),
    }
    // The one used last stands last, so that the first is the one to let go.
    kept.delete(question)
    kept.set(question, answer)
    const lines = () => [...kept.values()].reduce((sum, { hits }) => sum + hits.length, 0)
    while (kept.size > MOST_KEPT || (kept.size > 1 && lines() > MOST_LINES))
      kept.delete(kept.keys().next().value!)
    return answer
  }

  const findMentions = (
    filter: ArticleFilter,
    { kind: _, ...wanted }: ConcordanceFind & { kind: 'mentions' },
  ) => {
    const articles = lineArticles(db, filter)
    const placeOf = new Map(articles.map(({ id }, place) => [id, place]))
    const hits = mentionHits(db, filter, wanted).map((mention): Hit => {
      const { articleId, start, end } = mention
      return { article: placeOf.get(articleId)!, start, end, mention }
    })
    return { articles, hits: hits.sort((a, b) => a.article - b.article || a.start - b.start) }
  }

  const findWords = (
    { of, broken }: SearchTexts,
    filter: ArticleFilter,
    find: ConcordanceFind & { kind: 'words' },
  ) => {
    const { text, match } = find
    const articles = lineArticles(db, filter)
    if (match === 'counted' || match === 'countedLemma')
      return { articles, hits: countedHits(db, filter, articles, find) }
    const languages = [...new Set(articles.map(({ language }) => language))]
    const pattern = textPattern(text, match, languages, formsIn)
    const indexed = pattern.index === null ? null : indexedArticles(db, pattern.index)
    const hidden = indexed === null ? null : broken()
    const candidates = articles.flatMap((article, place) =>
      indexed === null || indexed.has(article.id) || hidden?.has(article.id) ? [{ article, place }] : [],
    )
    const folded = of(candidates.map(({ article }) => article.id))
    const repeated = filter.once === true ? repeatedWords(db, filter) : null
    const hits: Hit[] = []
    const scan = () => {
      for (const { article, place } of candidates) {
        const expression = pattern.expression(article.language)
        const one = folded.get(article.id)
        if (expression === null || one === undefined) continue
        expression.lastIndex = 0
        for (;;) {
          const match = expression.exec(one.folded)
          if (match === null) break
          const length = match[0].length
          // An expression may match nothing at all: no words, no line.
          if (length === 0) {
            // On by a whole character: half a surrogate pair would be stepped back over for ever.
            expression.lastIndex = match.index + ((one.folded.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1)
            continue
          }
          if (hits.length >= MOST_LINES) throw tooMany()
          const start = match.index - (match.groups?.lead?.length ?? 0)
          const span = storedSpan(one, start, match.index + length)
          if (!inPlaces(repeated?.get(article.id), span.start))
            hits.push({ article: place, ...span, mention: null })
        }
      }
    }
    if (pattern.guarded) withinTime(scan)
    else scan()
    return { articles, hits }
  }

  /** Forms of a dictionary form among the words of all texts. */
  const formsIn = (lemma: string, language: string): string[] => {
    const stem = lemma.slice(0, stemLength(lemma))
    const plain = withoutAccents(stem)
    const words = new Set([...indexedWords(db, plain), ...IRREGULAR_FORMS])
    // The index knows no accents and cuts words at soft hyphens: those words are read from the texts.
    const unsure = new Set(texts.broken())
    if (withoutAccents(lemma) !== lemma) for (const id of indexedArticles(db, `"${plain}"*`)) unsure.add(id)
    for (const { folded } of texts.of([...unsure]).values())
      for (const word of folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
        if (word.startsWith(stem)) words.add(word)
    return [...words].filter((word) => isFormOf(word, lemma, language))
  }

  return {
    'concordance.search': ({ filter, find, sort, offset, limit }) => {
      const all = found(filter, find)
      const order = orderFor(all, texts, filter, sort)
      return {
        total: order.length,
        articles: new Set(order.map((place) => all.hits[place]!.article)).size,
        perOutlet: perOutlet(all),
        lines: linesOf(
          db,
          all,
          order.slice(offset, offset + limit).map((place) => all.hits[place]!),
        ),
      }
    },
    'concordance.warm': async () => {
      await texts.warm()
      return null
    },
    'concordance.speakers': ({ filter, concept, frame }) => mentionSpeakers(db, filter, { concept, frame }),
  }
}

/** The lines of the outlets chosen in the order asked for; kept with the lines. */
function orderFor(
  all: FoundLines,
  texts: SearchTexts,
  { outlets }: ArticleFilter,
  sort: ConcordanceSort,
): readonly number[] {
  const name = JSON.stringify([sort, outlets])
  const known = all.orders.get(name)
  if (known !== undefined) return known
  const wanted = outlets === undefined ? null : new Set(outlets.map((outlet) => outlet ?? ''))
  const chosen = all.hits.flatMap(({ article }, place) =>
    wanted === null || wanted.has(all.articles[article]!.outlet) ? [place] : [],
  )
  const order = orderOf(all, chosen, sort, texts)
  if (all.orders.size >= MOST_KEPT) all.orders.clear()
  all.orders.set(name, order)
  return order
}

const withoutAccents = (text: string): string =>
  text.replace(/[^\u0400-\u04FF]+/gu, (part) => part.normalize('NFD').replace(/\p{M}/gu, ''))

const tooMany = () =>
  new ParallaxError('too-many', `More than ${MOST_LINES.toLocaleString('en')} places match.`)

const idle = createContext({ run: () => {} })
const run = new Script('run()')

/** Runs what may never end: a script's time limit also stops an expression that is being matched. */
function withinTime(scan: () => void): void {
  idle.run = scan
  try {
    run.runInContext(idle, { timeout: PATIENCE_MS })
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new ParallaxError('too-slow', `The expression ran for more than ${PATIENCE_MS / 1000} seconds.`)
    throw error
  } finally {
    idle.run = () => {}
  }
}
