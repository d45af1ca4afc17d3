import type { i18n } from 'i18next'
import type { Explanation } from '#shared/domain/explanation.ts'

type Say = (keys: readonly string[], options: Readonly<Record<string, string>>) => string

/**
 * The sentence that explains a decision, in the interface's language. A rule without a sentence (an engine newer than this
 * page) says so instead of showing its key.
 */
export function whySentence(catalogues: i18n, why: Explanation): string {
  // Rules are data of the stored score; the catalogue's test holds that each one of the analysis has its sentence.
  const say = catalogues.t as unknown as Say
  const nobody = (why.values.speaker ?? '') === ''
  return say([`why:${why.rule}`, 'why:unknown'], { ...why.values, ...(nobody ? { context: 'nobody' } : {}) })
}
