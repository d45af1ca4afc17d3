import type { ReadableDatabase } from '#main/library/connection.ts'
import { wordTexts } from '#main/library/queries/words.ts'
import { matchesForm } from '#shared/analysis/framing/match.ts'
import { getLanguage } from '#shared/analysis/languages/index.ts'
import { fold } from '#shared/analysis/text/fold.ts'
import type { FormsProposal } from '#shared/domain/lexicon-editing.ts'

/**
 * A word or phrase as a pack would hold it: each word in dictionary form, with the forms that it then matches. Those of the
 * library stand among them, because it is these that would be counted.
 */
export function proposeForms(db: ReadableDatabase, language: string, term: string): FormsProposal {
  const { inflections } = getLanguage(language)
  const written = fold(term)
    .split(/[^\p{L}\p{N}\p{M}'-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const texts = wordTexts(db)
  const here = new Set(texts)
  const words = written.map((word) => {
    const { lemma, known, forms } = inflections(word)
    const matches = (form: string) => matchesForm(lemma, form, language)
    const all = new Map(forms.map(({ form, guessed }) => [form, guessed]))
    if (!all.has(word)) all.set(word, !known)
    for (const text of texts) {
      // Sharing the first letters is quick to see and holds for nearly every form of a word.
      if (text !== undefined && !all.has(text) && text.startsWith(lemma.slice(0, 3)) && matches(text))
        all.set(text, false)
    }
    return {
      word,
      lemma,
      known,
      forms: [...all].map(([form, guessed]) => ({
        form,
        guessed,
        covered: matches(form),
        inLibrary: here.has(form),
      })),
    }
  })
  return { pattern: words.map(({ lemma }) => lemma).join(' '), words }
}

/**
 * The pattern that also matches `forms` as they stand: alternatives of a word, word by word. Forms that the pattern matches
 * already are left out.
 * @returns null when a form has another number of words than the term
 */
export function patternWith(term: string, forms: readonly string[], language: string): string | null {
  const parts = term.split(/\s+/).filter((part) => part !== '')
  const words = parts.filter((part) => !part.startsWith('{'))
  const more = words.map((word) => word.split('|'))
  for (const form of forms) {
    const given = form.split(/\s+/)
    if (given.length !== words.length) return null
    given.forEach((word, index) => {
      const exact = fold(word)
      const covered = more[index]!.some((alternative) => matchesForm(alternative, exact, language))
      if (!covered) more[index]!.push(`=${exact}`)
    })
  }
  let next = 0
  return parts.map((part) => (part.startsWith('{') ? part : more[next++]!.join('|'))).join(' ')
}
