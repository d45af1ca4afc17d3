import { german } from './de/german.ts'
import { english } from './en/english.ts'
import { general } from './general/general.ts'
import type { Language } from './language.ts'
import { russian } from './ru/russian.ts'

// A new language is one folder and one line here.
const LANGUAGES: ReadonlyMap<string, Language> = new Map(
  [english, russian, german].map((one) => [one.code, one]),
)

let lastCode = ''
let last: Language = general

/** The rules of a language; for one without a folder, general rules under its code. */
export function getLanguage(code: string): Language {
  // Asked by every rule; a text has one language.
  if (code !== lastCode) {
    last = LANGUAGES.get(code) ?? general
    lastCode = code
  }
  return last
}

/** Codes of the languages with rules of their own. */
export const knownLanguages = (): readonly string[] => [...LANGUAGES.keys()]
