import type { ReadableDatabase } from '#main/library/connection.ts'
import {
  articlesWithTerms,
  type FoundMention,
  foundByFrame,
  foundMentions,
  type PreviewArticle,
  previewArticle,
} from '#main/library/queries/lexicons.ts'
import { articlesWithoutWords, eachWord, storedWords, wordTexts } from '#main/library/queries/words.ts'
import { canBegin, matchTerms } from '#shared/analysis/framing/match.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import { mergedConcepts } from '#shared/domain/concepts.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { LexiconPreview, PreviewFrame, PreviewLine } from '#shared/domain/lexicon-editing.ts'
import type { TermMatch } from '#shared/domain/mention.ts'
import { changesBetween, type LanguageChange } from './changes.ts'

export interface PreviewOptions {
  readonly filter: ArticleFilter
  /** As many example lines of each kind, gained and lost. */
  readonly lines: number
  readonly maxMs: number
  /** True when nobody waits for the answer any more. */
  readonly cancelled: () => boolean
}

export type PreviewCounts = Pick<
  LexiconPreview,
  'gained' | 'lost' | 'articlesTouched' | 'candidates' | 'searched' | 'frames' | 'lines'
>

const CONTEXT = 80
/** Other calls are answered after as long. */
const SLICE_MS = 40

/**
 * What changes in the stored mentions when packs become others: each article that can change is matched anew with the
 * concepts that differ, by the very matcher that scores, and compared with what is stored of it. Stores nothing.
 * @param current the packs in use, in the order in which they decide
 * @param next the same as they would be
 * @throws ParallaxError `cancelled`
 */
export async function previewChange(
  db: ReadableDatabase,
  current: readonly Lexicon[],
  next: readonly Lexicon[],
  options: PreviewOptions,
): Promise<PreviewCounts> {
  // A later preview that waits already takes this one's place before anything is read.
  await new Promise((resolve) => setImmediate(resolve))
  const started = Date.now()
  const changes = new Map(changesBetween(current, next).map((one) => [one.language, one]))
  const candidates = candidateIds(db, options.filter, [...changes.values()])
  const tally = createTally(options.lines)
  let searched = 0
  let slice = Date.now()
  for (const id of candidates) {
    if (Date.now() - slice > SLICE_MS) {
      await new Promise((resolve) => setImmediate(resolve))
      slice = Date.now()
    }
    if (options.cancelled()) throw new ParallaxError('cancelled', 'A later preview took this one’s place.')
    if (Date.now() - started > options.maxMs) break
    searched++
    const article = previewArticle(db, id)
    const change = article === null ? undefined : changes.get(article.language)
    if (article === null || change === undefined) continue
    const found = matchTerms(prepare(article.text, article.language), change.next)
    tally.add(article, found, foundMentions(db, id, change.concepts))
  }
  const concepts = [...new Set([...changes.values()].flatMap((one) => one.concepts))]
  const before = concepts.length === 0 ? [] : foundByFrame(db, options.filter, concepts)
  return { ...tally.result([...current, ...next], before), candidates: candidates.length, searched }
}

/** Ids of the articles selected in which a change of these terms can change anything, in order. */
export function candidateIds(
  db: ReadableDatabase,
  filter: ArticleFilter,
  changes: readonly LanguageChange[],
): readonly number[] {
  if (changes.length === 0) return []
  const found = new Set<number>()
  for (const { concepts, gone } of changes)
    if (gone.length > 0) for (const id of articlesWithTerms(db, filter, concepts, gone)) found.add(id)
  const adding = changes.filter(({ added }) => added.terms.length > 0)
  if (adding.length > 0) {
    const texts = wordTexts(db)
    const beginnings = new Map(
      adding.map(({ language, added }) => [language, wordsThatBegin(texts, added)] as const),
    )
    for (const { articleId, language, words } of storedWords(db, filter, 'form')) {
      const wanted = beginnings.get(language)
      if (wanted === undefined || found.has(articleId)) continue
      let holds = false
      eachWord(words, 'all', (word) => {
        if (wanted[word] === 1) holds = true
      })
      if (holds) found.add(articleId)
    }
    // An article that waits for its analysis has no words stored: only a look at its text can tell.
    for (const id of articlesWithoutWords(db, filter)) found.add(id)
  }
  return [...found].sort((a, b) => a - b)
}

/** For each word's number, 1 when one of the terms can begin in it. */
function wordsThatBegin(texts: readonly string[], terms: LanguageChange['added']): Uint8Array {
  const begins = new Uint8Array(texts.length)
  texts.forEach((text, word) => {
    if (text !== undefined && canBegin(text, terms)) begins[word] = 1
  })
  return begins
}

const placeOf = ({ concept, frame, start, end }: TermMatch | FoundMention): string =>
  `${concept} ${frame} ${start} ${end}`

interface FrameTally {
  gained: number
  lost: number
  readonly terms: Map<string, { lexicon: string; term: string; gained: number; lost: number }>
}

function createTally(mostLines: number) {
  const frames = new Map<string, FrameTally>()
  const lines = { gained: [] as PreviewLine[], lost: [] as PreviewLine[] }
  const totals = { gained: 0, lost: 0 }
  let articlesTouched = 0
  const count = (change: 'gained' | 'lost', article: PreviewArticle, one: TermMatch | FoundMention) => {
    totals[change]++
    const key = `${one.concept} ${one.frame}`
    let frame = frames.get(key)
    if (frame === undefined) {
      frame = { gained: 0, lost: 0, terms: new Map() }
      frames.set(key, frame)
    }
    frame[change]++
    const termKey = `${one.lexicon} ${one.term}`
    let term = frame.terms.get(termKey)
    if (term === undefined) {
      term = { lexicon: one.lexicon, term: one.term, gained: 0, lost: 0 }
      frame.terms.set(termKey, term)
    }
    term[change]++
    if (lines[change].length < mostLines) lines[change].push(lineOf(change, article, one))
  }
  return {
    add: (article: PreviewArticle, now: readonly TermMatch[], stored: readonly FoundMention[]) => {
      const is = new Set(now.map(placeOf))
      const was = new Set(stored.map(placeOf))
      const gained = now.filter((one) => !was.has(placeOf(one)))
      const lost = stored.filter((one) => !is.has(placeOf(one)))
      for (const one of gained) count('gained', article, one)
      for (const one of lost) count('lost', article, one)
      if (gained.length + lost.length > 0) articlesTouched++
    },
    result: (packs: readonly Lexicon[], before: ReturnType<typeof foundByFrame>) => ({
      ...totals,
      articlesTouched,
      frames: inOrder(frames, packs).map(
        ([concept, frame, tally]): PreviewFrame => ({
          concept,
          frame,
          before: before.find((one) => one.concept === concept && one.frame === frame)?.count ?? 0,
          gained: tally.gained,
          lost: tally.lost,
          terms: [...tally.terms.values()].sort((a, b) => b.gained + b.lost - a.gained - a.lost),
        }),
      ),
      lines: [...lines.gained, ...lines.lost],
    }),
  }
}

function inOrder(
  frames: ReadonlyMap<string, FrameTally>,
  packs: readonly Lexicon[],
): (readonly [concept: string, frame: string, tally: FrameTally])[] {
  const found: (readonly [string, string, FrameTally])[] = []
  for (const concept of mergedConcepts(packs).values()) {
    for (const frame of concept.frames) {
      const tally = frames.get(`${concept.id} ${frame.id}`)
      if (tally !== undefined) found.push([concept.id, frame.id, tally])
    }
  }
  return found
}

function lineOf(
  change: 'gained' | 'lost',
  article: PreviewArticle,
  { start, end, text, lexicon, concept, frame, term }: TermMatch | FoundMention,
): PreviewLine {
  const from = Math.max(0, start - CONTEXT)
  const before = article.text.slice(from, start)
  const { id: articleId, outlet, title, published } = article
  return {
    change,
    articleId,
    outlet,
    title,
    published,
    start,
    end,
    before: from === 0 ? before : before.replace(/^\S*\s/, ''),
    text,
    after: article.text.slice(end, end + CONTEXT),
    lexicon,
    concept,
    frame,
    term,
  }
}
