import az from 'az'
import type { GrammaticalCase, PartOfSpeech, Reading } from '../../text/document.ts'
import { fold } from '../../text/fold.ts'
import { Recent } from '../../text/recent.ts'
import { forgetSpellings, internal } from '../../text/spellings.ts'

/** The part of `az` that we use; the package has no types of its own. */
interface AzTag {
  readonly POS?: string
  readonly CAse?: string
  readonly NMbr?: string
  readonly GNdr?: string
  readonly ANim?: string
  readonly TEns?: string
  readonly Surn?: boolean
  readonly Name?: boolean
  readonly Patr?: boolean
  readonly Abbr?: boolean
  readonly Geox?: boolean
}
interface AzParse {
  /** Missing where a guessed paradigm has no such form. */
  readonly word?: string
  readonly score: number
  readonly tag: AzTag
  /** Which way the word was read: by the dictionary, or by likeness. */
  readonly parser?: string
  /** How many forms its paradigm has; missing where the word is read by other means. */
  readonly formCnt?: number
  normalize(): AzParse
  inflect(grammemes: readonly string[] | number): AzParse | false
}
interface AzMorph {
  (word: string, options?: { readonly ignoreCase?: boolean }): readonly AzParse[]
  init(path: string, done: (error: Error | null) => void): void
}
const morph = (az as unknown as { Morph: AzMorph }).Morph

export interface RussianParse extends Reading {
  readonly score: number
  /** The form in the nominative, number and gender kept ("захаровой" → "захарова"). */
  readonly nominative: string
  readonly geographic: boolean
  readonly short: boolean
}

const POS: Readonly<Record<string, PartOfSpeech>> = {
  NOUN: 'noun',
  ADJF: 'adjective',
  ADJS: 'adjective',
  COMP: 'adverb',
  VERB: 'verb',
  INFN: 'verb',
  PRTF: 'participle',
  PRTS: 'participle',
  GRND: 'gerund',
  NUMR: 'numeral',
  ADVB: 'adverb',
  NPRO: 'pronoun',
  PRED: 'adverb',
  PREP: 'preposition',
  CONJ: 'conjunction',
  PRCL: 'particle',
  INTJ: 'interjection',
}
const CASES: Readonly<Record<string, GrammaticalCase>> = {
  nomn: 'nominative',
  gent: 'genitive',
  datv: 'dative',
  accs: 'accusative',
  ablt: 'instrumental',
  loct: 'prepositional',
  gen2: 'genitive',
  loc2: 'prepositional',
  voct: 'nominative',
  gen1: 'genitive',
  acc2: 'accusative',
  loc1: 'prepositional',
}
const GENDERS = { masc: 'masculine', femn: 'feminine', neut: 'neuter' } as const

// One value for all parses: a form that the dictionary does not hold has a dozen.
const NO_CASES: readonly GrammaticalCase[] = []
const ONE_CASE: Readonly<Record<GrammaticalCase, readonly GrammaticalCase[]>> = {
  nominative: ['nominative'],
  genitive: ['genitive'],
  dative: ['dative'],
  accusative: ['accusative'],
  instrumental: ['instrumental'],
  prepositional: ['prepositional'],
}

let ready = false
/** True when the dictionaries are loaded; until then every word is its own dictionary form. */
export const russianReady = (): boolean => ready

/** Loads the dictionaries from a folder (`az/dicts`). Called once by the host, which knows where packages lie. */
export function loadRussian(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (ready) return resolve()
    morph.init(folder, (error) => {
      if (error) return reject(error)
      ready = true
      forgetSpellings()
      resolve()
    })
  })
}

const memory = new Recent<string, readonly RussianParse[]>()
const lemmaMemory = new Recent<string, readonly string[]>()

/** All parses of a folded form, likeliest first; at least one. */
export function analyseForm(norm: string): readonly RussianParse[] {
  let found = memory.get(norm)
  if (found === undefined) {
    found = compute(norm)
    if (ready) memory.set(norm, found)
  }
  return found
}

const unknown = (norm: string): RussianParse => ({
  lemma: norm,
  pos: 'other',
  name: null,
  animate: null,
  gender: null,
  number: null,
  cases: [],
  tense: null,
  score: 0,
  nominative: norm,
  geographic: false,
  short: false,
})

/** «Израиль» is a land; that somebody may be called so is too rare to count. */
function withoutRareNames(parses: readonly AzParse[]): readonly AzParse[] {
  if (!parses.some((one) => one.tag.Geox === true && one.score >= 0.5)) return parses
  const kept = parses.filter((one) => one.tag.Name !== true || one.score >= 0.25)
  return kept.length === 0 ? parses : kept
}

function compute(norm: string): readonly RussianParse[] {
  // «лента.ру» has no endings that mean a case.
  if (!ready || !/[а-я]/.test(norm) || /\.[а-яa-z]{2,}$/.test(norm)) return [unknown(norm)]
  const parses = withoutRareNames(morph(norm, { ignoreCase: true }).slice(0, 12))
  if (parses.length === 0) return [unknown(norm)]
  return parses.map((parse) => {
    const { tag } = parse
    const lemma = fold(parse.normalize().word ?? norm)
    const grammeme = tag.CAse === undefined ? undefined : CASES[tag.CAse]
    return {
      lemma,
      pos: POS[tag.POS ?? ''] ?? 'other',
      name: tag.Surn ? 'surname' : tag.Name ? 'given' : tag.Patr ? 'patronymic' : null,
      animate: tag.ANim === 'anim' ? true : tag.ANim === 'inan' ? false : null,
      gender: GENDERS[tag.GNdr as keyof typeof GENDERS] ?? null,
      number: tag.NMbr === 'sing' ? 'singular' : tag.NMbr === 'plur' ? 'plural' : null,
      cases: grammeme === undefined ? NO_CASES : ONE_CASE[grammeme],
      tense:
        tag.TEns === 'past'
          ? 'past'
          : tag.TEns === 'pres'
            ? 'present'
            : tag.TEns === 'futr'
              ? 'future'
              : null,
      score: parse.score,
      nominative: nominativeOf(parse, norm),
      geographic: tag.Geox === true,
      short: tag.POS === 'ADJS' || tag.POS === 'PRTS',
    }
  })
}

function nominativeOf(parse: AzParse, norm: string): string {
  if (parse.tag.CAse === undefined) return norm
  const wanted = ['nomn', parse.tag.NMbr, parse.tag.NMbr === 'plur' ? undefined : parse.tag.GNdr].filter(
    (one): one is string => one !== undefined,
  )
  const inflected = parse.inflect(wanted)
  return fold((inflected === false ? parse.normalize().word : inflected.word) ?? norm)
}

/** Dictionary forms that a Russian word can have, folded; at least one. A compound keeps its first part as it is. */
export function russianLemmas(norm: string): readonly string[] {
  let found = lemmaMemory.get(norm)
  if (found === undefined) {
    const hyphen = norm.lastIndexOf('-')
    const lemmas = new Set(analyseForm(norm).map((parse) => parse.lemma))
    if (hyphen > 0) {
      for (const tail of russianLemmas(norm.slice(hyphen + 1))) lemmas.add(norm.slice(0, hyphen + 1) + tail)
    }
    found = [...lemmas].map(internal)
    if (ready) lemmaMemory.set(norm, found)
  }
  return found
}

/** Dictionary form and all forms of a word by its likeliest reading, folded; null when it has no paradigm. */
export function russianForms(
  norm: string,
): { readonly lemma: string; readonly known: boolean; readonly forms: readonly string[] } | null {
  if (!ready || !/[а-я]/.test(norm)) return null
  const parse = morph(norm, { ignoreCase: true })[0]
  if (parse?.formCnt === undefined) return null
  const lemma = fold(String(parse.normalize()))
  const forms = new Set([lemma])
  for (let index = 0; index < parse.formCnt; index++) {
    const form = parse.inflect(index)
    // A given name's paradigm holds its patronymics too.
    if (form !== false && (form.tag.Patr === true) === (parse.tag.Patr === true))
      forms.add(fold(String(form)))
  }
  return { lemma, known: parse.parser === 'Dictionary', forms: [...forms] }
}
