import type { Inflections } from '../language.ts'
import { russianForms } from './morphology.ts'

/**
 * Forms of a Russian word by the dictionary's likeliest reading of it. A word that the dictionary does not have is inflected
 * like words that end alike, and its forms are marked as guessed. Of a compound, its last part is inflected.
 */
export function russianInflections(norm: string): Inflections {
  const found = russianForms(norm)
  if (found !== null) {
    const { lemma, known, forms } = found
    return { lemma, known, forms: forms.map((form) => ({ form, guessed: !known })) }
  }
  const hyphen = norm.lastIndexOf('-')
  if (hyphen <= 0) return { lemma: norm, known: false, forms: [{ form: norm, guessed: false }] }
  const head = norm.slice(0, hyphen + 1)
  const tail = russianInflections(norm.slice(hyphen + 1))
  return {
    lemma: head + tail.lemma,
    known: false,
    forms: tail.forms.map(({ form }) => ({ form: head + form, guessed: true })),
  }
}
