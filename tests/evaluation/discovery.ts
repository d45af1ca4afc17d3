import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from '#shared/analysis/analyse.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { discover } from '#shared/analysis/statistics/discovery.ts'
import { type DiscoveryReading, readForDiscovery } from '#shared/analysis/statistics/discovery-reading.ts'
import {
  createDiscoveryTable,
  DISCOVERY_MINIMA,
  knownCounts,
} from '#shared/analysis/statistics/discovery-table.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { Mention } from '#shared/domain/mention.ts'
import { sampleDrafts } from '../bench/texts.ts'
import { parseLabelled } from './markup.ts'

type Text = Pick<ArticleDraft, 'title' | 'outlet' | 'byline' | 'text' | 'language'>

/** A candidate counts as found when it is among so many. */
export const AMONG = 20

export interface LeftOut {
  readonly language: string
  readonly concept: string
  readonly frame: string
  /** A left-out word in dictionary form, and its place in the list from 1; null: not in it. */
  readonly word: string
  readonly rank: number | null
  readonly candidates: number
}

/**
 * Leaves out the terms of one frame after another and looks where they come among the concept's candidates: words that
 * were listed are rivals for certain. Only words that stand twice or more and that no other term covers, and only concepts
 * with enough namings left to compare with.
 */
export function leaveFramesOut(texts: readonly Text[], lexicons: readonly Lexicon[]): readonly LeftOut[] {
  const found: LeftOut[] = []
  for (const language of new Set(texts.map((one) => one.language))) {
    const mine = texts.filter((one) => one.language === language)
    const full = readAll(mine, lexicons, language)
    const frames = new Map(full.flatMap((one) => one.mentions.map((m) => [`${m.concept}/${m.frame}`, m])))
    for (const { concept, frame } of frames.values()) {
      const left = readAll(mine, without(lexicons, concept, frame), language)
      const table = createDiscoveryTable(left.map((one) => one.reading))
      if ((knownCounts(table).get(concept) ?? 0) < DISCOVERY_MINIMA.knownNamings) continue
      const { keys } = discover(table, concept)
      for (const [word, count] of leftOutWords(full, left, concept, frame)) {
        if (count < DISCOVERY_MINIMA.count) continue
        const rank = keys.findIndex((key) => sharesWord(key, word)) + 1
        found.push({ language, concept, frame, word, rank: rank || null, candidates: keys.length })
      }
    }
  }
  return found
}

interface Read {
  readonly mentions: readonly Mention[]
  readonly reading: DiscoveryReading
}

function readAll(texts: readonly Text[], lexicons: readonly Lexicon[], language: string): Read[] {
  const compiled = compileLexicons(lexicons, language)
  return texts.map(({ title, outlet, byline, text }, articleId) => {
    const context = { title, outlet, byline }
    const { mentions, quotations, people } = analyse(text, { language, context, lexicons: compiled })
    const document = prepare(text, language)
    return {
      mentions,
      reading: readForDiscovery({
        articleId,
        outlet: outlet ?? '',
        document,
        known: mentions,
        quotations,
        people,
      }),
    }
  })
}

const without = (lexicons: readonly Lexicon[], concept: string, frame: string): Lexicon[] =>
  lexicons.map((pack) => ({
    ...pack,
    concepts: pack.concepts
      .map((one) =>
        one.id === concept ? { ...one, frames: one.frames.filter(({ id }) => id !== frame) } : one,
      )
      .filter((one) => one.frames.length > 0),
  }))

/** The nouns and phrases that now stand where the left-out terms stood, and how often. */
function leftOutWords(
  full: readonly Read[],
  left: readonly Read[],
  concept: string,
  frame: string,
): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  full.forEach(({ mentions }, at) => {
    for (const one of mentions) {
      if (one.concept !== concept || one.frame !== frame) continue
      const longest = left[at]!.reading.occurrences.filter(
        ({ start, end }) => start >= one.start && end <= one.end,
      ).toSorted((a, b) => b.end - b.start - (a.end - a.start))[0]
      if (longest !== undefined) words.set(longest.key, (words.get(longest.key) ?? 0) + 1)
    }
  })
  return words
}

const sharesWord = (a: string, b: string): boolean => {
  const words = new Set(b.split(' '))
  return a.split(' ').some((word) => words.has(word))
}

/** The labelled texts of all sets: many events and no outlets, so that likeness and naming stand alone. */
const labelled = (root: string): readonly Text[] =>
  readdirSync(join(root, 'tests/evaluation')).flatMap((name) => {
    const language = /^texts-.*-([a-z]{2})\.txt$/.exec(name)?.[1]
    if (language === undefined) return []
    return parseLabelled(readFileSync(join(root, 'tests/evaluation', name), 'utf8')).map(({ text }) => ({
      title: text.split('\n', 1)[0] ?? '',
      outlet: null,
      byline: null,
      text,
      language,
    }))
  })

/** Prints where the words of left-out frames come. */
export async function reportDiscovery(
  root: string,
  lexicons: readonly Lexicon[],
  each: boolean,
): Promise<void> {
  for (const [title, texts] of [
    ['the sample, on which the windows were chosen', await sampleDrafts(root)],
    ['all labelled texts: many events, no outlets', labelled(root)],
  ] as const) {
    const found = leaveFramesOut(texts, lexicons)
    const among = found.filter(({ rank }) => rank !== null && rank <= AMONG).length
    const chance = found.reduce((sum, one) => sum + Math.min(1, AMONG / Math.max(1, one.candidates)), 0)
    const reciprocal = found.reduce((sum, { rank }) => sum + (rank === null ? 0 : 1 / rank), 0)
    console.log(`\ndiscovery, ${title}: ${texts.length} texts, ${found.length} words of left-out frames`)
    console.log(
      `  among the first ${AMONG} candidates: ${among} (${chance.toFixed(1)} by chance), mean reciprocal rank ${(reciprocal / found.length).toFixed(3)}`,
    )
    if (!each) continue
    for (const { language, concept, frame, word, rank, candidates } of found)
      console.log(`  ${language} ${concept}/${frame}: ${word} ${rank ?? '–'} of ${candidates}`)
  }
}
