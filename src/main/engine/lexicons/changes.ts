import { type CompiledLexicons, compileLexicons } from '#shared/analysis/framing/compile.ts'
import type { Lexicon, LexiconTerm } from '#shared/domain/lexicon.ts'
import { languagesOf } from '../scorer.ts'

/** What differs between two sets of packs for texts of one language. */
export interface LanguageChange {
  readonly language: string
  /** Concepts in which something differs: the only ones in which anything can be gained or lost. */
  readonly concepts: readonly string[]
  /** Terms that are no more, or stand in another order, as `<lexicon> <term>`: their stored mentions may go. */
  readonly gone: readonly string[]
  /** Terms that are new, or stand in another order: texts that hold their first word may gain. */
  readonly added: CompiledLexicons
  /** All terms of those concepts as they would be. */
  readonly next: CompiledLexicons
}

interface Entry {
  readonly lexicon: string
  readonly concept: string
  readonly frame: string
  readonly term: LexiconTerm
  /** What decides what it matches and where it counts (`Identity`); note and source never do. */
  readonly key: string
}

/**
 * What differs between packs as they are and as they would be, both in the order in which they decide (`scoringOrder`).
 * By `frame`, a term that another pack lists too, with the same frame, changes nothing when it comes or goes.
 */
export function changesBetween(
  current: readonly Lexicon[],
  next: readonly Lexicon[],
  identity: Identity = 'frame',
): readonly LanguageChange[] {
  const languages = new Set([...current, ...next].flatMap((one) => [...languagesOf(one)]))
  return [...languages].sort().flatMap((language) => {
    const before = byConcept(current, language, identity)
    const after = byConcept(next, language, identity)
    const concepts: string[] = []
    const gone: Entry[] = []
    const added = new Set<string>()
    for (const concept of new Set([...before.keys(), ...after.keys()])) {
      const a = before.get(concept) ?? []
      const b = after.get(concept) ?? []
      const was = new Set(a.map(({ key }) => key))
      const is = new Set(b.map(({ key }) => key))
      const stayed = (list: readonly Entry[], among: ReadonlySet<string>) =>
        [...new Set(list.map(({ key }) => key))].filter((key) => among.has(key)).join('\n')
      // Of equally long matches the earlier term's counts, so another order may change what counts.
      const reordered = stayed(a, is) !== stayed(b, was)
      const lost = a.filter(({ key }) => reordered || !is.has(key))
      const new_ = b.filter(({ key }) => reordered || !was.has(key))
      if (lost.length === 0 && new_.length === 0) continue
      concepts.push(concept)
      gone.push(...lost)
      for (const { key } of new_) added.add(key)
    }
    if (concepts.length === 0) return []
    return [
      {
        language,
        concepts,
        gone: gone.map(({ lexicon, term }) => `${lexicon} ${term.id}`),
        added: compileLexicons(
          only(next, concepts, language, (lexicon, frame, term) =>
            added.has(keyOf(lexicon, frame, term, identity)),
          ),
          language,
        ),
        next: compileLexicons(
          only(next, concepts, language, () => true),
          language,
        ),
      },
    ]
  })
}

/**
 * What makes two terms the same: that they match the same and count in the same frame, or also that a mention would name the
 * same pack and term.
 */
export type Identity = 'frame' | 'term'

const keyOf = (lexicon: string, frame: string, term: LexiconTerm, identity: Identity): string =>
  JSON.stringify([
    ...(identity === 'term' ? [lexicon, term.id] : []),
    frame,
    term.pattern,
    term.pos ?? null,
    term.caseSensitive ?? false,
    (term.exclude ?? []).map(({ pattern }) => pattern),
  ])

function byConcept(packs: readonly Lexicon[], language: string, identity: Identity): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  for (const pack of packs) {
    for (const { id: concept, frames } of pack.concepts) {
      for (const { id: frame, terms } of frames) {
        for (const term of Object.hasOwn(terms, language) ? terms[language]! : []) {
          const entry = { lexicon: pack.id, concept, frame, term, key: keyOf(pack.id, frame, term, identity) }
          const list = found.get(concept)
          if (list === undefined) found.set(concept, [entry])
          else list.push(entry)
        }
      }
    }
  }
  return found
}

/** The packs with nothing but some concepts and terms of one language, in their order. */
function only(
  packs: readonly Lexicon[],
  concepts: readonly string[],
  language: string,
  wanted: (lexicon: string, frame: string, term: LexiconTerm) => boolean,
): Lexicon[] {
  return packs.map((pack) => ({
    ...pack,
    concepts: pack.concepts
      .filter(({ id }) => concepts.includes(id))
      .map((concept) => ({
        ...concept,
        frames: concept.frames.map((frame) => ({
          ...frame,
          terms: {
            [language]: (Object.hasOwn(frame.terms, language) ? frame.terms[language]! : []).filter((term) =>
              wanted(pack.id, frame.id, term),
            ),
          },
        })),
      })),
  }))
}
