import { getLanguage } from '../languages/index.ts'
import type { GrammaticalCase, Reading, Token } from '../text/document.ts'
import type { ActorScene } from './actors.ts'
import type { Cues } from './cue-types.ts'
import { kindsAt } from './word-kinds.ts'

/** All cases that a token can stand in; remembered with its spelling. */
export function casesOf(document: ActorScene['document'], { spelling }: Token): ReadonlySet<GrammaticalCase> {
  spelling.cases ??= getLanguage(document.language).cases(spelling.norm)
  return spelling.cases
}

const COUNTRY_LIKE = /(?:ия|ии|ию|ией|стан|стана|стане|стану|станом)$/
export function isGeographic(document: ActorScene['document'], index: number): boolean {
  const token = document.tokens[index]!
  const reading = document.reading(index) as Reading & { geographic?: boolean }
  return reading.geographic === true || (reading.name === null && COUNTRY_LIKE.test(token.norm))
}

export const is = (scene: ActorScene, index: number, kinds: number, cues: Cues): boolean => {
  const token = scene.document.tokens[index]
  return token !== undefined && token.kind === 'word' && (kindsAt(scene.document, token, cues) & kinds) !== 0
}

export const canBe = (scene: Pick<ActorScene, 'document'>, index: number, wanted: 'nominative'): boolean => {
  const forms = casesOf(scene.document, scene.document.tokens[index]!)
  return forms.size === 0 || forms.has(wanted)
}

/** An ending that names keep in the nominative though the dictionary guesses otherwise: "Адилов", "Токаев". */
export const unsure = (norm: string): boolean => /[бвгджзклмнпрстфхцчшщйь]$/.test(norm)
