import type { Lexicon, LexiconConcept, LexiconFrame, LexiconTerm } from '#shared/domain/lexicon.ts'
import { freeId, slug, termId } from '#shared/domain/lexicon-ids.ts'
import { eachTerm } from './source.ts'

/** Version of a pack that was just made. */
export const FIRST_VERSION = '1.0.0'

/** The version after a change: the middle number counts the saves. */
export function nextVersion(version: string): string {
  const [major, minor] = version.split('.')
  return `${major}.${Number(minor) + 1}.0`
}

/** Whether two packs say the same, whatever their versions. */
export const sameContent = (a: Lexicon, b: Lexicon): boolean =>
  JSON.stringify({ ...a, version: '' }) === JSON.stringify({ ...b, version: '' })

/** Ids of all terms of packs. */
export const termIds = (packs: readonly Lexicon[]): Set<string> =>
  new Set(packs.flatMap((one) => [...eachTerm(one)].map(({ term }) => term.id)))

function mapTerms(
  lexicon: Lexicon,
  change: (term: LexiconTerm, language: string) => LexiconTerm,
): readonly LexiconConcept[] {
  return lexicon.concepts.map((concept) => ({
    ...concept,
    frames: concept.frames.map((frame) => ({
      ...frame,
      terms: Object.fromEntries(
        Object.entries(frame.terms).map(([language, terms]) => [
          language,
          terms.map((term) => change(term, language)),
        ]),
      ),
    })),
  }))
}

/**
 * The pack under another id. Concepts and frames keep theirs: they mean the same, so that a naming counts once in a concept
 * however many packs list it. Terms get ids of their own, because a stored score names them; `taken` are those of other packs.
 */
export function underId(lexicon: Lexicon, id: string, taken: ReadonlySet<string>): Lexicon {
  const used = new Set(taken)
  return {
    ...lexicon,
    id,
    concepts: mapTerms(lexicon, (term) => {
      const bare = term.id.startsWith(`${lexicon.id}-`) ? term.id.slice(lexicon.id.length + 1) : term.id
      const own = freeId(`${id}-${bare}`, used)
      used.add(own)
      return { ...term, id: own }
    }),
  }
}

/** A person's copy of a pack, with the version that it is a copy of. */
export function copyOf(lexicon: Lexicon, title: string, id: string, taken: ReadonlySet<string>): Lexicon {
  return {
    ...underId(lexicon, id, taken),
    version: FIRST_VERSION,
    label: { en: title, ru: title },
    basedOn: { id: lexicon.id, version: lexicon.version },
  }
}

/** A pack without concepts. */
export function emptyPack(id: string, title: string): Lexicon {
  const label = { en: title, ru: title }
  return {
    id,
    version: FIRST_VERSION,
    label,
    note: label,
    source: OWN_SOURCE,
    licence: OWN_LICENCE,
    concepts: [],
  }
}

/** A pack to begin with: one concept with one frame, both called as the pack until they are renamed, and no terms. */
export function newPack(id: string, title: string, languages: readonly string[]): Lexicon {
  const pack = emptyPack(id, title)
  const entry = { label: pack.label, note: title, source: pack.source }
  const terms = Object.fromEntries(languages.map((language) => [language, []]))
  return {
    ...pack,
    concepts: [{ id: `${id}-1`, ...entry, frames: [{ id: 'frame-1', ...entry, terms }] }],
  }
}

export const OWN_SOURCE = 'Added by the reader'
const OWN_LICENCE = 'Not stated'

type IdOrTitle = { readonly id: string } | { readonly title: string }

export interface NewTerm {
  readonly concept: IdOrTitle
  readonly frame: IdOrTitle
  readonly language: string
  readonly pattern: string
  readonly note: string
  readonly source: string
}

/**
 * The pack with one term more. A concept or frame named by id is taken from this pack or, with its name and note, from
 * another; one named by a title is made, unless this pack has one of that title.
 * @returns null when no pack has a concept or frame of that id
 */
export function withTerm(
  lexicon: Lexicon,
  one: NewTerm,
  others: readonly Lexicon[],
): {
  readonly lexicon: Lexicon
  readonly concept: string
  readonly frame: string
  readonly term: string
} | null {
  const all = [lexicon, ...others]
  const concepts = all.flatMap((pack) => pack.concepts)
  const concept = conceptFor(lexicon, one.concept, concepts)
  if (concept === null) return null
  const known = concepts.filter(({ id }) => id === concept.id).flatMap(({ frames }) => frames)
  const frame = frameFor(concept, one.frame, known)
  if (frame === null) return null
  const id = termId(lexicon.id, one.language, one.pattern, termIds(all))
  const term: LexiconTerm = { id, pattern: one.pattern, note: one.note, source: one.source }
  const terms = Object.hasOwn(frame.terms, one.language) ? frame.terms[one.language]! : []
  const changed: LexiconFrame = { ...frame, terms: { ...frame.terms, [one.language]: [...terms, term] } }
  const held: LexiconConcept = { ...concept, frames: replaced(concept.frames, changed) }
  return {
    lexicon: { ...lexicon, concepts: replaced(lexicon.concepts, held) },
    concept: concept.id,
    frame: frame.id,
    term: id,
  }
}

/** The list with the item of the same id replaced, or the item behind it. */
const replaced = <Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] =>
  items.some(({ id }) => id === item.id)
    ? items.map((one) => (one.id === item.id ? item : one))
    : [...items, item]

const titled = (label: { readonly en: string; readonly ru: string }, title: string): boolean =>
  label.en.toLowerCase() === title.toLowerCase() || label.ru.toLowerCase() === title.toLowerCase()

function conceptFor(
  lexicon: Lexicon,
  wanted: IdOrTitle,
  all: readonly LexiconConcept[],
): LexiconConcept | null {
  if ('id' in wanted) {
    const there =
      lexicon.concepts.find(({ id }) => id === wanted.id) ?? all.find(({ id }) => id === wanted.id)
    if (there === undefined) return null
    // Of another pack's concept only the name is taken over: its frames come as terms are put into them.
    return lexicon.concepts.includes(there) ? there : { ...there, frames: [] }
  }
  const there = lexicon.concepts.find(({ label }) => titled(label, wanted.title))
  if (there !== undefined) return there
  const id = freeId(`${lexicon.id}-${slug(wanted.title, 'concept')}`, new Set(all.map((one) => one.id)))
  const label = { en: wanted.title, ru: wanted.title }
  return { id, label, note: wanted.title, source: lexicon.source, frames: [] }
}

function frameFor(
  concept: LexiconConcept,
  wanted: IdOrTitle,
  known: readonly LexiconFrame[],
): LexiconFrame | null {
  if ('id' in wanted) {
    const mine = concept.frames.find(({ id }) => id === wanted.id)
    if (mine !== undefined) return mine
    const there = known.find(({ id }) => id === wanted.id)
    return there === undefined ? null : { ...there, terms: {} }
  }
  const mine = concept.frames.find(({ label }) => titled(label, wanted.title))
  if (mine !== undefined) return mine
  const there = known.find(({ label }) => titled(label, wanted.title))
  if (there !== undefined) return { ...there, terms: {} }
  const id = freeId(slug(wanted.title, 'frame'), new Set(known.map((one) => one.id)))
  const label = { en: wanted.title, ru: wanted.title }
  return { id, label, note: wanted.title, source: concept.source, terms: {} }
}
