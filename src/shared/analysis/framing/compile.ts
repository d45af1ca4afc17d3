import type { Lexicon, LexiconRef, LexiconTerm } from '#shared/domain/lexicon.ts'
import { getLanguage } from '../languages/index.ts'
import { fold } from '../text/fold.ts'

/** One way to satisfy a word of a pattern. All values are folded and without hyphens. */
export type Alternative =
  | { readonly kind: 'lemma' | 'exact'; readonly value: string }
  | { readonly kind: 'prefix'; readonly value: string }

export interface Element {
  readonly alternatives: readonly Alternative[]
  /** The same, as words that stand for themselves or their dictionary form, words that stand for that form, and prefixes. */
  readonly forms: ReadonlySet<string>
  readonly lemmas: ReadonlySet<string>
  readonly prefixes: readonly string[]
  /** How many words may stand between the element before and this one. */
  readonly gap: number
}

export interface CompiledPattern {
  readonly elements: readonly Element[]
}

/** A word's capitals: none at its beginning, the first letter, or all letters of two or more ("КТО"). */
export type Capitals = 'none' | 'first' | 'all'

export interface CompiledTerm {
  readonly id: string
  readonly lexicon: string
  readonly concept: string
  readonly frame: string
  readonly patterns: readonly CompiledPattern[]
  readonly exclusions: readonly CompiledPattern[]
  readonly pos: LexiconTerm['pos']
  /** The capitals that each word must have in the text, by element; null: case does not matter. */
  readonly capitals: readonly Capitals[] | null
  /** Place in the order of packs and entries, to break ties between equally long matches. */
  readonly order: number
}

/** Terms or patterns under each key that can begin them. */
export interface Beginnings<Item> {
  readonly byLemma: ReadonlyMap<string, readonly Item[]>
  readonly byForm: ReadonlyMap<string, readonly Item[]>
  /** By the first three letters. */
  readonly byPrefix: ReadonlyMap<string, readonly Item[]>
}

export interface CompiledLexicons {
  readonly language: string
  readonly lexicons: readonly LexiconRef[]
  readonly terms: readonly CompiledTerm[]
  readonly beginnings: Beginnings<CompiledTerm>
  /** Patterns that exclude a match, of all terms. */
  readonly exclusions: Beginnings<CompiledPattern>
}

const GAP = /^\{\d+,(\d+)\}$/

/**
 * Makes packs ready for matching texts in one language. Packs that extend another add to its concepts: all packs given
 * are applied together, and concepts with the same id are one.
 * @param language only terms of this language are compiled
 */
export function compileLexicons(lexicons: readonly Lexicon[], language: string): CompiledLexicons {
  const terms: CompiledTerm[] = []
  for (const lexicon of lexicons) {
    for (const concept of lexicon.concepts) {
      for (const frame of concept.frames) {
        for (const term of Object.hasOwn(frame.terms, language) ? frame.terms[language]! : []) {
          terms.push({
            id: term.id,
            lexicon: lexicon.id,
            concept: concept.id,
            frame: frame.id,
            patterns: compilePattern(term.pattern, language),
            exclusions: (term.exclude ?? []).flatMap((one) => compilePattern(one.pattern, language)),
            pos: term.pos,
            capitals: term.caseSensitive ? capitalsOf(term.pattern) : null,
            order: terms.length,
          })
        }
      }
    }
  }
  return {
    language,
    lexicons: lexicons.map(({ id, version }) => ({ id, version })),
    terms,
    beginnings: beginningsOf(terms, (term) => term.patterns),
    exclusions: beginningsOf(
      terms.flatMap((term) => term.exclusions),
      (pattern) => [pattern],
    ),
  }
}

function beginningsOf<Item>(
  items: readonly Item[],
  patternsOf: (item: Item) => readonly CompiledPattern[],
): Beginnings<Item> {
  const byLemma = new Map<string, Item[]>()
  const byForm = new Map<string, Item[]>()
  const byPrefix = new Map<string, Item[]>()
  const add = (index: Map<string, Item[]>, key: string, item: Item) => {
    const list = index.get(key)
    if (list === undefined) index.set(key, [item])
    else if (list.at(-1) !== item) list.push(item)
  }
  for (const item of items) {
    for (const pattern of patternsOf(item)) {
      for (const one of pattern.elements[0]?.alternatives ?? []) {
        if (one.kind === 'lemma') add(byLemma, one.value, item)
        else if (one.kind === 'exact') add(byForm, one.value, item)
        else add(byPrefix, one.value.slice(0, 3), item)
      }
    }
  }
  return { byLemma, byForm, byPrefix }
}

/**
 * Compiles the notation of `domain/lexicon.ts`. A word in dictionary form stands for all its inflected forms; one that is
 * no dictionary form stands for the forms of its own dictionary forms. A hyphenated word is compiled both whole and as
 * its parts, so that "counter-terrorist", "counterterrorist" and "counter terrorist" match alike.
 */
export function compilePattern(pattern: string, language: string): CompiledPattern[] {
  const elements: Element[] = []
  let gap = 0
  for (const part of pattern.trim().split(/\s+/)) {
    const bounds = GAP.exec(part)
    if (bounds !== null) {
      gap = Number(bounds[1])
      continue
    }
    elements.push(
      elementOf(
        part.split('|').flatMap((word) => alternativesOf(word, language)),
        gap,
      ),
    )
    gap = 0
  }
  const patterns: CompiledPattern[] = [{ elements }]
  if (/\p{L}[-‐‑]\p{L}/u.test(pattern)) {
    const split = pattern
      .split(/\s+/)
      .map((part) =>
        GAP.test(part) || part.includes('|') ? part : part.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ' '),
      )
      .join(' ')
    if (split !== pattern && !/\p{L}[-‐‑]\p{L}/u.test(split))
      patterns.push(...compilePattern(split, language))
  }
  return patterns
}

function elementOf(alternatives: readonly Alternative[], gap: number): Element {
  const valuesOf = (...kinds: readonly Alternative['kind'][]) =>
    alternatives.filter((one) => kinds.includes(one.kind)).map((one) => one.value)
  return {
    alternatives,
    forms: new Set(valuesOf('lemma', 'exact')),
    lemmas: new Set(valuesOf('lemma')),
    prefixes: valuesOf('prefix'),
    gap,
  }
}

function alternativesOf(word: string, language: string): Alternative[] {
  if (word.startsWith('=')) return [{ kind: 'exact', value: key(word.slice(1)) }]
  if (word.endsWith('*')) return [{ kind: 'prefix', value: key(word.slice(0, -1)) }]
  const folded = fold(word)
  const lemmas = getLanguage(language).lemmas(folded)
  const values = lemmas.includes(folded) ? [folded] : lemmas
  return [...new Set(values)].map((value) => ({ kind: 'lemma', value: key(value) }))
}

/** Folded and without hyphens: the form in which compounds are compared. */
export const key = (word: string): string => fold(word).replaceAll('-', '')

/** What capitals a word is written with. */
export const capitalsIn = (word: string): Capitals =>
  !/^\p{Lu}/u.test(word) ? 'none' : /^\p{Lu}{2,}$/u.test(word) ? 'all' : 'first'

const capitalsOf = (pattern: string): Capitals[] =>
  pattern
    .trim()
    .split(/\s+/)
    .filter((part) => !GAP.test(part))
    .map((part) => capitalsIn(part.replace(/^=/, '')))
