import { newStemmer } from 'snowball-stemmers'
import { Recent } from '../../text/recent.ts'
import { FORMS } from './conjugate.ts'

const memory = new Recent<string, readonly string[]>()
const stems = new Recent<string, string>()
let stemmer: ReturnType<typeof newStemmer> | null = null

/** The stem of a folded word: endings cut, umlauts made plain, ß written ss. Remembered. */
export function germanStem(norm: string): string {
  let stem = stems.get(norm)
  if (stem === undefined) {
    stemmer ??= newStemmer('german')
    stem = stemmer.stem(norm)
    stems.set(norm, stem)
  }
  return stem
}

// Forms that the stemmer does not bring together with their dictionary form.
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `bin:sein bist:sein ist:sein sind:sein seid:sein war:sein waren:sein wäre:sein wären:sein sei:sein seien:sein gewesen:sein
  habe:haben hast:haben hat:haben hatte:haben hatten:haben hätte:haben hätten:haben gehabt:haben
  wird:werden wirst:werden wurde:werden wurden:werden würde:werden würden:werden worden:werden geworden:werden
  aufrührer:aufrührer kräfte:kraft kräften:kraft regimes:regime chaoten:chaot randalierer:randalierer`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

/**
 * What a folded word may be looked up by: the infinitive of a verb whose forms are known, and its stem. The stem of a noun
 * stands for its dictionary form, so a term matches all forms that share it.
 */
export function germanLemmas(norm: string): readonly string[] {
  let lemmas = memory.get(norm)
  if (lemmas === undefined) {
    const irregular = IRREGULAR.get(norm)
    const verb = FORMS.get(norm)
    lemmas = [
      ...new Set([
        ...(irregular === undefined ? [] : [irregular]),
        ...(verb === undefined ? [] : verb.map((one) => one.infinitive)),
        germanStem(norm),
      ]),
    ]
    memory.set(norm, lemmas)
  }
  return lemmas
}
