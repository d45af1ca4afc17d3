import { tokenise } from '../../text/tokenise.ts'
import type { Inflections } from '../language.ts'
import { englishLemmas, hasNoEnding, irregularForms } from './lemmas.ts'
import { englishReadings } from './readings.ts'

const DOUBLED = /[^aeiou][aeiou][bdgmnprt]$/

/** Regular plural and possessive of a noun. */
const nounForms = (word: string): string[] => [plural(word), `${word}'s`]

/** Regular forms of a verb: -s, -ed, -ing. */
function verbForms(word: string): string[] {
  const stem = word.endsWith('e') ? word.slice(0, -1) : doubled(word)
  const past = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${stem}ed`
  return [plural(word), past, `${word.endsWith('ee') ? word : stem}ing`]
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`
}

/** What a word is the regular plural of; null when it is none. */
function singular(norm: string): string | null {
  const cut = /(?:x|ch|sh|ss|zz|o)es$/.test(norm)
    ? norm.slice(0, -2)
    : norm.endsWith('ies')
      ? `${norm.slice(0, -3)}y`
      : norm.slice(0, -1)
  return norm.endsWith('s') && plural(cut) === norm && englishLemmas(norm).includes(cut) ? cut : null
}

/** A short word of one syllable doubles its last letter: "riot" does not, "rig" does. */
const doubled = (word: string): string =>
  word.length <= 4 && DOUBLED.test(word) && !/[aeiou]{2}/.test(word) ? word + word.at(-1)! : word

/**
 * Forms of an English word. There is no dictionary of forms: they are made by the regular rules, for the part of speech that
 * the tagger gives the word alone, and each is marked as guessed.
 */
export function englishInflections(norm: string): Inflections {
  const reading = englishReadings(tokenise(norm, [{ start: 0, end: norm.length }]))[0]
  const lemma = norm.includes('-') ? norm : (singular(norm) ?? reading?.lemma ?? norm)
  const irregular = irregularForms(lemma)
  const made =
    norm.includes('-') && lemma === norm && !norm.endsWith('s') && /(?:ed|ing)$/.test(norm)
      ? []
      : reading?.pos === 'verb' || reading?.pos === 'participle' || reading?.pos === 'gerund'
        ? verbForms(lemma).filter((form) => irregular.length === 0 || !form.endsWith('ed'))
        : reading?.pos === 'noun' || reading?.pos === 'name'
          ? nounForms(lemma).filter(
              (form) => (irregular.length === 0 && !hasNoEnding(lemma)) || form.endsWith("'s"),
            )
          : []
  return {
    lemma,
    known: false,
    forms: [
      { form: lemma, guessed: false },
      ...irregular.map((form) => ({ form, guessed: false })),
      ...made
        .filter((form) => form !== lemma && englishLemmas(form).includes(lemma))
        .map((form) => ({ form, guessed: true })),
    ],
  }
}
