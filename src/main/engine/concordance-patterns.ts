import {
  type Alternative,
  type CompiledPattern,
  compilePattern,
  key,
} from '#shared/analysis/framing/compile.ts'
import { getLanguage } from '#shared/analysis/languages/index.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import type { WordMatch } from '#shared/domain/concordance.ts'
import { searchForm } from './concordance-texts.ts'

/** What is looked for, ready to run over folded texts. */
export interface TextPattern {
  /** The expression for texts of a language; null: nothing of it can be found there. */
  readonly expression: (language: string) => RegExp | null
  /** An FTS5 expression that every text with an occurrence satisfies; null: any text may hold one. */
  readonly index: string | null
  /** True where a person wrote the expression, which may therefore run for ever. */
  readonly guarded: boolean
}

/** Forms that occur in the texts and have the dictionary form given. */
export type FormsOf = (lemma: string, language: string) => readonly string[]

const LETTER = '[\\p{L}\\p{M}\\p{N}]'
const NOT_BEFORE = `(?<!${LETTER})`
const NOT_AFTER = `(?!${LETTER})`
/** What joins parts of a word: hyphens, apostrophes, dots; between figures also commas and colons. */
const NOT_JOINED_BEFORE = `(?<!${LETTER}[-'.])(?<!\\p{N}[,:])`
const NOT_JOINED_AFTER = `(?![-'.]${LETTER})(?![,:]\\p{N})`
/** What may stand between the words of a phrase: spaces, quotation marks and hyphens, but no line's end. */
const BRIDGE = '[\\t \\u00A0\\u2000-\\u200A\\u202F\\u3000"\'\\-]'
/** What neither stands in words nor means something in a lexicon's patterns. */
const NO_NOTATION = /[^\p{L}\p{M}\p{N}'’‘\-‐‑=*|]/gu
const RUNS = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu
const WILD_RUNS = /[\p{L}\p{M}\p{N}*?]+|[^\p{L}\p{M}\p{N}*?]+/gu

/** Matches that an expression over texts finds; the others are found in stored words. */
type TextMatch = Exclude<WordMatch, 'counted' | 'countedLemma'>

/**
 * Makes what a person typed ready to be found.
 * @throws ParallaxError `bad-expression` for a regular expression that cannot be read
 */
export function textPattern(
  text: string,
  match: TextMatch,
  languages: readonly string[],
  formsOf: FormsOf,
): TextPattern {
  switch (match) {
    case 'form':
    case 'wildcard':
      return typedPattern(text, match === 'wildcard')
    case 'regex':
      return writtenPattern(text)
    case 'lemma':
      return lemmaPattern(text, languages, formsOf)
  }
}

function typedPattern(text: string, wild: boolean): TextPattern {
  const folded = searchForm(text)
  const isWord = (run: string) => (wild ? /[\p{L}\p{M}\p{N}*?]/u : /[\p{L}\p{M}\p{N}]/u).test(run)
  const runs: readonly string[] = folded.match(wild ? WILD_RUNS : RUNS) ?? []
  const first = runs.findIndex(isWord)
  const last = runs.findLastIndex(isWord)
  if (first === -1) return simple(quoted(folded.trim()), null)
  const words = runs.slice(first, last + 1)
  // Looking for the letters that are known is far quicker than trying every word's beginning: what stands before them is
  // looked at afterwards, and told apart as "lead".
  const open = wild ? /^([*?]+)[^*?]/u.exec(words[0]!)?.[1] : undefined
  const source = words
    .map((run, place) => (place === 0 && open !== undefined ? run.slice(open.length) : run))
    .map((run) => (isWord(run) ? wordSource(run, wild) : gapSource(run)))
    .join('')
  const before =
    open === undefined
      ? NOT_BEFORE
      : `(?<=${NOT_BEFORE}(?<lead>${wordSource(`${open}a`, true).slice(0, -1)}))`
  const wanted = words.filter(isWord)
  const index = wild
    ? wanted
        .map((run) => ({ run, known: run.replace(/[*?].*$/u, '') }))
        .filter(({ known }) => known !== '')
        .map(({ run, known }) => (known === run ? `"${run}"` : `"${known}"*`))
        .join(' AND ')
    : `"${wanted.join(' ')}"`
  // As typed, a word is what the tokeniser takes for one, as figures of words do: "so" is no word of "so-called".
  const [from, to] = wild
    ? [before, NOT_AFTER]
    : [`${NOT_JOINED_BEFORE}${before}`, `${NOT_AFTER}${NOT_JOINED_AFTER}`]
  return simple(`${from}${source}${to}`, index === '' ? null : index)
}

const wordSource = (run: string, wild: boolean): string =>
  !wild
    ? quoted(run)
    : /^\*+$/.test(run)
      ? `${LETTER}+`
      : run.replace(/[*]+|[?]|[^*?]+/gu, (part) =>
          part.startsWith('*') ? `${LETTER}*` : part === '?' ? LETTER : quoted(part),
        )

/** What stands between two words: mere space is bridged, other marks are wanted as typed. */
const gapSource = (gap: string): string =>
  /^[\s"]+$/u.test(gap)
    ? `${BRIDGE}+`
    : gap.replace(/[\s"]+|[^\s"]+/gu, (part) => (/^[\s"]/u.test(part) ? `${BRIDGE}*` : quoted(part)))

/** The text is folded before, so case is ignored; ё and curly marks of the expression become what they are in the text. */
function writtenPattern(text: string): TextPattern {
  const source = text
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е')
    .replace(/[“”„«»‟]/g, '"')
    .replace(/[‘’]/g, "'")
  try {
    const expression = new RegExp(source, 'gimu')
    return { expression: () => expression, index: null, guarded: true }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new ParallaxError('bad-expression', `${said.replace(/^.*\/[a-z]*:\s*/su, '')}.`)
  }
}

/** Inflected forms are looked up among the words that occur, so that finding them is as quick as finding one form. */
function lemmaPattern(text: string, languages: readonly string[], formsOf: FormsOf): TextPattern {
  const notation = text
    .split(/\s+/)
    .map((part) => (/^\{\d,\d\}$/.test(part) ? part : part.replace(NO_NOTATION, ' ')))
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .join(' ')
    .trim()
  const expressions = new Map<string, RegExp>()
  const indexes = new Set<string>()
  for (const language of languages) {
    const patterns = notation === '' ? [] : compilePattern(notation, language)
    const sources = patterns.map((pattern) => sourceOf(pattern, language, formsOf))
    for (const { index } of sources) indexes.add(index)
    if (sources.length > 0) {
      const either = sources.map(({ source }) => source).join('|')
      expressions.set(language, new RegExp(`${NOT_BEFORE}(?:${either})${NOT_AFTER}`, 'gu'))
    }
  }
  return {
    expression: (language) => expressions.get(language) ?? null,
    index: indexes.has('') || indexes.size === 0 ? null : [...indexes].join(' OR '),
    guarded: false,
  }
}

function sourceOf(
  { elements }: CompiledPattern,
  language: string,
  formsOf: FormsOf,
): { source: string; index: string } {
  const indexes: string[] = []
  const source = elements
    .map(({ alternatives, gap }, place) => {
      const words = alternatives.flatMap((one) => formsFor(one, language, formsOf))
      const known = words.filter(({ known }) => known !== '')
      if (known.length === words.length)
        indexes.push(`(${known.map(({ known, open }) => `"${known}"${open ? '*' : ''}`).join(' OR ')})`)
      const either = words
        .toSorted((a, b) => b.known.length - a.known.length)
        .map(
          ({ known, open }) =>
            `${quoted(known)}${open ? `(?:${LETTER}|(?<=${LETTER})['-](?=${LETTER}))*` : ''}`,
        )
        .join('|')
      const between =
        place === 0 ? '' : gap === 0 ? `${BRIDGE}+` : `${BRIDGE}+(?:${LETTER}+${BRIDGE}+){0,${gap}}`
      return `${between}${NOT_BEFORE}(?:${either})${NOT_AFTER}`
    })
    .join('')
  return { source, index: indexes.length === 0 ? '' : `(${indexes.join(' AND ')})` }
}

function formsFor(
  one: Alternative,
  language: string,
  formsOf: FormsOf,
): { readonly known: string; readonly open: boolean }[] {
  if (one.kind === 'prefix') return [{ known: one.value, open: true }]
  const forms =
    one.kind === 'exact' ? [one.value] : [...new Set([one.value, ...formsOf(one.value, language)])]
  return forms.map((known) => ({ known, open: false }))
}

const simple = (source: string, index: string | null): TextPattern => {
  const expression = new RegExp(source, 'gu')
  return { expression: () => expression, index, guarded: false }
}

const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** True when a folded word can be a form of the dictionary form. */
export const isFormOf = (word: string, lemma: string, language: string): boolean =>
  word === lemma ||
  getLanguage(language)
    .lemmas(word)
    .some((one) => key(one) === lemma)

/**
 * How many first letters all forms of a word share. Short words change more of theirs ("день, дня", "foot, feet"), and a
 * wider net only costs a look at more words.
 */
export const stemLength = (lemma: string): number => (lemma.length <= 5 ? 1 : lemma.length <= 7 ? 2 : 3)

/** Forms that do not begin as their dictionary form does; each is asked for its dictionary form like any other word. */
export const IRREGULAR_FORMS: readonly string[] = [
  ...'am is are was were been went better best worse worst more most less least me us him them his her their our my'.split(
    ' ',
  ),
  ...'шел шла шло шли шедший люди людей людям людьми людях дети детей детям детьми детях ребенок ребенка лучше хуже'.split(
    ' ',
  ),
  ...'больше меньше есть был была было были буду будет будут его ее их ему ей им меня мне мной нас нам нами'.split(
    ' ',
  ),
]
