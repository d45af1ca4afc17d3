import type { FactKind } from '#shared/domain/fact.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { Mention } from '#shared/domain/mention.ts'
import { SILENCE_KINDS, type Silence, type Silences, type Thing } from '#shared/domain/silence.ts'
import { FACT_WORDS } from './facts-words.ts'

/** That an outlet's articles in a language hold a thing, how many of them, and how often. */
export interface Held extends Thing {
  readonly outlet: string
  readonly language: string
  readonly articles: number
  readonly places: number
}

export interface OutletLanguage {
  readonly outlet: string
  readonly language: string
}

/** Whether a concept, or a frame of it, can be found in a language at all. */
export type Covers = (language: string, concept: string, frame: string | null) => boolean

/** A concept or frame that no pack has terms for in a language cannot be missing there. */
export function coverOf(lexicons: readonly Lexicon[]): Covers {
  const known = new Set<string>()
  for (const { concepts } of lexicons)
    for (const { id, frames } of concepts)
      for (const frame of frames)
        for (const [language, terms] of Object.entries(frame.terms)) {
          if (terms.length === 0) continue
          known.add(`${language}\u0000${id}\u0000`)
          known.add(`${language}\u0000${id}\u0000${frame.id}`)
        }
  return (language, concept, frame) => known.has(`${language}\u0000${concept}\u0000${frame ?? ''}`)
}

const keyOf = ({ kind, what, concept, value }: Thing): string => JSON.stringify([kind, what, concept, value])

/**
 * What at least `minOutlets` other outlets have and an outlet does not, in any voice: concepts, frames of concepts that it
 * does name, speakers quoted or reported, figures of people. A name is spelt by its language, so a speaker counts as
 * missing only beside outlets that write in a language of the outlet; and what cannot be found in an outlet's languages
 * is not missing there. Absence from the articles at hand is not absence from the outlet.
 * @returns outlet by outlet; what most others have first
 */
export function silencesFrom(
  held: readonly Held[],
  outlets: readonly OutletLanguage[],
  { minOutlets = 2, covers }: { readonly minOutlets?: number; readonly covers: Covers },
): readonly Silence[] {
  const things = new Map<string, { thing: Thing; holders: Held[] }>()
  for (const one of held) {
    const { kind, what, concept, value } = one
    const key = keyOf(one)
    const thing = things.get(key) ?? { thing: { kind, what, concept, value }, holders: [] }
    things.set(key, thing)
    thing.holders.push(one)
  }
  const languages = new Map<string, Set<string>>()
  for (const { outlet, language } of outlets)
    languages.set(outlet, (languages.get(outlet) ?? new Set()).add(language))
  const lacks = (
    outlet: string,
    theirs: ReadonlySet<string>,
    { thing, holders }: { thing: Thing; holders: readonly Held[] },
  ): Silence | null => {
    if (holders.some((one) => one.outlet === outlet)) return null
    if (!canHold(thing, theirs, covers)) return null
    // A frame of a concept that is not named at all is said with the concept.
    if (thing.kind === 'frame' && !holds(outlet, thing.concept!)) return null
    const others = thing.kind === 'speaker' ? holders.filter((one) => theirs.has(one.language)) : holders
    if (new Set(others.map((one) => one.outlet)).size < minOutlets) return null
    const sum = (of: (one: Held) => number) => holders.reduce((total, one) => total + of(one), 0)
    return {
      outlet,
      ...thing,
      outlets: new Set(holders.map((one) => one.outlet)).size,
      articles: sum((one) => one.articles),
      places: sum((one) => one.places),
    }
  }
  const holds = (outlet: string, concept: string): boolean =>
    things
      .get(keyOf({ kind: 'concept', what: concept, concept: null, value: null }))
      ?.holders.some((one) => one.outlet === outlet) ?? false
  return [...languages]
    .sort(([a], [b]) => byName(a, b))
    .flatMap(([outlet, theirs]) =>
      [...things.values()]
        .flatMap((one) => lacks(outlet, theirs, one) ?? [])
        .sort(
          (a, b) =>
            SILENCE_KINDS.indexOf(a.kind) - SILENCE_KINDS.indexOf(b.kind) ||
            b.outlets - a.outlets ||
            b.articles - a.articles ||
            byName(a.what, b.what) ||
            (a.value ?? 0) - (b.value ?? 0),
        ),
    )
}

function canHold(thing: Thing, languages: ReadonlySet<string>, covers: Covers): boolean {
  switch (thing.kind) {
    case 'concept':
      return [...languages].some((language) => covers(language, thing.what, null))
    case 'frame':
      return [...languages].some((language) => covers(language, thing.concept!, thing.what))
    case 'fact':
      return [...languages].some((language) => FACT_WORDS.has(language))
    case 'speaker':
      return true
  }
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What one article holds, as far as silences go. */
export interface HeldArticle extends OutletLanguage {
  readonly mentions: readonly Pick<Mention, 'concept' | 'frame' | 'speaker'>[]
  readonly facts: readonly { readonly kind: FactKind; readonly value: number }[]
}

/** The things that articles held in memory hold, summed by outlet and language. */
export function heldIn(articles: readonly HeldArticle[]): readonly Held[] {
  const sums = new Map<string, Thing & OutletLanguage & { articles: number; places: number }>()
  for (const { outlet, language, mentions, facts } of articles) {
    const here = new Set<string>()
    const hold = (thing: Thing): void => {
      const key = `${outlet}\u0000${language}\u0000${keyOf(thing)}`
      const sum = sums.get(key) ?? { ...thing, outlet, language, articles: 0, places: 0 }
      sums.set(key, sum)
      sum.places++
      if (!here.has(key)) sum.articles++
      here.add(key)
    }
    for (const { concept, frame, speaker } of mentions) {
      hold({ kind: 'concept', what: concept, concept: null, value: null })
      hold({ kind: 'frame', what: frame, concept, value: null })
      if (speaker !== null) hold({ kind: 'speaker', what: speaker, concept: null, value: null })
    }
    for (const { kind, value } of facts) hold({ kind: 'fact', what: kind, concept: null, value })
  }
  return [...sums.values()]
}

/** How many things of each kind every outlet lacks, the outlets in the order given. */
export function silenceOverview(
  silences: readonly Silence[],
  outlets: readonly { readonly outlet: string }[],
): Silences['overview'] {
  const counts = new Map(
    outlets.map(({ outlet }) => [outlet, { outlet, concept: 0, frame: 0, speaker: 0, fact: 0 }]),
  )
  for (const { outlet, kind } of silences) counts.get(outlet)![kind]++
  return [...counts.values()]
}
