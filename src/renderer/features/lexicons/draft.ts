import type {
  Lexicon,
  LexiconConcept,
  LexiconFrame,
  LexiconTerm,
  LocalisedText,
} from '#shared/domain/lexicon.ts'
import type { LexiconView, ProposedForm } from '#shared/domain/lexicon-editing.ts'

// Changes of a pack that is being edited: each answers a new pack and leaves the old one as it is.

/** The pack without what the engine says of it. */
export function plainPack({ own: _o, enabled: _e, savedAt: _s, ...lexicon }: LexiconView): Lexicon {
  return lexicon
}

/** A name with the words of one language changed; a name that was the same in all languages stays so. */
export const relabelled = (label: LocalisedText, language: 'en' | 'ru', text: string): LocalisedText =>
  label.en === label.ru ? { en: text, ru: text } : { ...label, [language]: text }

const changed = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  change: (item: Item) => Item,
): Item[] => items.map((one) => (one.id === id ? change(one) : one))

const without = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item[] =>
  items.filter((one) => one.id !== id)

export const editConcept = (
  lexicon: Lexicon,
  concept: string,
  change: (concept: LexiconConcept) => LexiconConcept,
): Lexicon => ({ ...lexicon, concepts: changed(lexicon.concepts, concept, change) })

export const addConcept = (lexicon: Lexicon, concept: LexiconConcept): Lexicon => ({
  ...lexicon,
  concepts: [...lexicon.concepts, concept],
})

export const removeConcept = (lexicon: Lexicon, concept: string): Lexicon => ({
  ...lexicon,
  concepts: without(lexicon.concepts, concept),
})

export const editFrame = (
  lexicon: Lexicon,
  concept: string,
  frame: string,
  change: (frame: LexiconFrame) => LexiconFrame,
): Lexicon => editConcept(lexicon, concept, (one) => ({ ...one, frames: changed(one.frames, frame, change) }))

export const addFrame = (lexicon: Lexicon, concept: string, frame: LexiconFrame): Lexicon =>
  editConcept(lexicon, concept, (one) => ({ ...one, frames: [...one.frames, frame] }))

/** A concept without frames is none: with its last frame it goes too. */
export function removeFrame(lexicon: Lexicon, concept: string, frame: string): Lexicon {
  const there = lexicon.concepts.find(({ id }) => id === concept)
  return there === undefined || there.frames.length < 2
    ? removeConcept(lexicon, concept)
    : editConcept(lexicon, concept, (one) => ({ ...one, frames: without(one.frames, frame) }))
}

/** Moves a frame up (−1) or down (1) among the frames of its concept: its place is its colour. */
export const moveFrame = (lexicon: Lexicon, concept: string, frame: string, by: -1 | 1): Lexicon =>
  editConcept(lexicon, concept, (one) => {
    const from = one.frames.findIndex(({ id }) => id === frame)
    const to = from + by
    if (from === -1 || to < 0 || to >= one.frames.length) return one
    const frames = [...one.frames]
    const [moved] = frames.splice(from, 1)
    frames.splice(to, 0, moved!)
    return { ...one, frames }
  })

export const termsOf = (frame: LexiconFrame, language: string): readonly LexiconTerm[] =>
  Object.hasOwn(frame.terms, language) ? frame.terms[language]! : []

/** Where a term stands. */
export interface TermPlace {
  readonly concept: string
  readonly frame: string
  readonly language: string
  readonly term: string
}

const editTerms = (
  lexicon: Lexicon,
  { concept, frame, language }: Omit<TermPlace, 'term'>,
  change: (terms: readonly LexiconTerm[]) => readonly LexiconTerm[],
): Lexicon =>
  editFrame(lexicon, concept, frame, (one) => ({
    ...one,
    terms: { ...one.terms, [language]: change(termsOf(one, language)) },
  }))

export const editTerm = (
  lexicon: Lexicon,
  place: TermPlace,
  change: (term: LexiconTerm) => LexiconTerm,
): Lexicon => editTerms(lexicon, place, (terms) => changed(terms, place.term, change))

export const addTerm = (lexicon: Lexicon, place: Omit<TermPlace, 'term'>, term: LexiconTerm): Lexicon =>
  editTerms(lexicon, place, (terms) => [...terms, term])

export const removeTerm = (lexicon: Lexicon, place: TermPlace): Lexicon =>
  editTerms(lexicon, place, (terms) => without(terms, place.term))

/** Puts a term into another frame of its concept. */
export function moveTerm(lexicon: Lexicon, place: TermPlace, frame: string): Lexicon {
  const term = lexicon.concepts
    .find(({ id }) => id === place.concept)
    ?.frames.find(({ id }) => id === place.frame)
    ?.terms[place.language]?.find(({ id }) => id === place.term)
  if (term === undefined || frame === place.frame) return lexicon
  return addTerm(removeTerm(lexicon, place), { ...place, frame }, term)
}

/** The pack with an empty list of terms in a language, so that terms can be added in it. */
export const withLanguage = (lexicon: Lexicon, language: string): Lexicon => ({
  ...lexicon,
  concepts: lexicon.concepts.map((concept) => ({
    ...concept,
    frames: concept.frames.map((frame) => ({
      ...frame,
      terms: { ...frame.terms, [language]: termsOf(frame, language) },
    })),
  })),
})

/** Languages that a pack has terms (or room for terms) in, in the order in which they appear. */
export const packLanguages = (lexicon: Pick<Lexicon, 'concepts'>): readonly string[] => [
  ...new Set(lexicon.concepts.flatMap(({ frames }) => frames.flatMap(({ terms }) => Object.keys(terms)))),
]

export const countTerms = (lexicon: Pick<Lexicon, 'concepts'>): number =>
  lexicon.concepts.reduce((sum, concept) => sum + conceptTerms(concept), 0)

export const conceptTerms = (concept: LexiconConcept): number =>
  concept.frames.reduce(
    (sum, { terms }) => sum + Object.values(terms).reduce((count, list) => count + list.length, 0),
    0,
  )

/** One word of a proposal as the person left it. */
export interface ChosenWord {
  readonly lemma: string
  readonly forms: readonly ProposedForm[]
  /** Forms that shall not count. */
  readonly dropped: ReadonlySet<string>
}

/**
 * The pattern of a proposal. A word with all its forms stands in dictionary form, with those beside it that it does not match
 * by itself; a word of which forms were dropped stands as the list of the others, each exactly as written.
 */
export const patternOf = (words: readonly ChosenWord[]): string =>
  words
    .map(({ lemma, forms, dropped }) => {
      const kept = forms.filter(({ form }) => !dropped.has(form))
      return forms.some(({ form, covered }) => covered && dropped.has(form))
        ? kept.map(({ form }) => `=${form}`).join('|')
        : [lemma, ...kept.filter(({ covered }) => !covered).map(({ form }) => `=${form}`)].join('|')
    })
    .join(' ')

/** Faults by the place that they speak of. */
export interface ProblemsByPlace {
  /** The sentences for a field or entry; also those of what is inside when `deep`. */
  at(path: readonly (string | number)[], deep?: boolean): readonly string[]
}

export function problemsByPlace(
  problems: readonly { readonly path: readonly (string | number)[]; readonly message: string }[],
): ProblemsByPlace {
  const all = problems.map(({ path, message }) => ({ key: `${path.join('\u001F')}\u001F`, message }))
  return {
    at: (path, deep = false) => {
      const key = path.map((one) => `${one}\u001F`).join('')
      return all.filter((one) => (deep ? one.key.startsWith(key) : one.key === key)).map((one) => one.message)
    },
  }
}

/** Ids of a pack's terms. */
export const termIdsOf = (lexicon: Lexicon): ReadonlySet<string> =>
  new Set(
    lexicon.concepts.flatMap(({ frames }) =>
      frames.flatMap(({ terms }) => Object.values(terms).flatMap((list) => list.map(({ id }) => id))),
    ),
  )
