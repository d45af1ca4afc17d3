import { getLanguage } from '../languages/index.ts'
import { type ActorScene, isAbbreviation, isCapital } from './actors.ts'
import type { Cues } from './cue-types.ts'
import { casesOf, is, isGeographic } from './forms-cased.ts'
import { nameEnd } from './names-cased.ts'
import { NAMED_THING, ORGANISATION, ROLE } from './word-kinds.ts'

/** How many words may belong to a role between it and the name: "глава комитета Думы по обороне". */
const LONGEST_TAIL = 14

/** End of what depends on a noun: genitives, abbreviations, places, names in marks, "по" with a dative, "в" with a place. */
export function tailEnd(scene: ActorScene, from: number, cues: Cues): number {
  const { document, names } = scene
  const { tokens } = document
  const { cases } = getLanguage(document.language)
  let end = from
  let dative = false
  while (end < tokens.length && end < from + LONGEST_TAIL) {
    const token = tokens[end]!
    if (token.sentence !== tokens[from - 1]!.sentence) break
    const marked = names.get(end)
    if (marked !== undefined) {
      // "цитирует парламентария «Парламентская газета»": only a noun that is named takes a name in the nominative.
      const inner = cases(tokens[end + 1]?.norm ?? '')
      if (!is(scene, end - 1, ORGANISATION | NAMED_THING, cues) && inner.size > 0 && !inner.has('genitive'))
        break
      end = marked
      continue
    }
    if (token.kind !== 'word') break
    const reading = document.reading(end)
    if (isAbbreviation(token.text) || (/^\p{Script=Latin}/u.test(token.text) && isCapital(token.text))) {
      end++
      continue
    }
    const forms = casesOf(document, token)
    if (token.norm === 'по') {
      const next = tokens[end + 1]
      if (
        next === undefined ||
        next.kind !== 'word' ||
        !casesOf(document, next).has('dative') ||
        isSpeechNoun(document.lemmas(end + 1), cues)
      )
        break
      dative = true
      end++
      continue
    }
    if (
      (token.norm === 'в' || token.norm === 'на' || token.norm === 'при') &&
      isCapital(tokens[end + 1]?.text ?? '') &&
      end > from - 1 &&
      !cues.times.has(tokens[end + 1]!.norm)
    ) {
      const place = nameEnd(scene, end + 1, cues)
      if (
        place > end + 1 &&
        place <= end + 3 &&
        !isAbbreviation(tokens[end + 1]!.text) &&
        document.reading(end + 1).name !== null
      )
        break
      end += 2
      continue
    }
    if (token.norm === 'и' && end > from && dative && cases(tokens[end + 1]?.norm ?? '').has('dative')) {
      end++
      continue
    }
    if (
      token.norm === 'и' &&
      end > from &&
      cases(tokens[end + 1]?.norm ?? '').has('genitive') &&
      casesOf(document, tokens[end - 1]!).has('genitive') &&
      !isCapital(tokens[end + 1]!.text)
    ) {
      end++
      continue
    }
    const wanted =
      dative && forms.has('dative')
        ? true
        : forms.has('genitive') || (forms.has('instrumental') && !forms.has('nominative'))
    // "слова Борреля": what is said, not a part of who says it.
    if (end > from && forms.has('nominative') && document.lemmas(end).some((lemma) => cues.nouns.has(lemma)))
      break
    if (!wanted || !['noun', 'adjective', 'name', 'participle', 'other'].includes(reading.pos)) break
    if (reading.pos === 'other' && !isCapital(token.text)) break
    // A capital that is no place begins the name.
    if (isCapital(token.text) && looksPersonal(scene, end, cues)) break
    if (is(scene, end, ROLE, cues) && forms.has('nominative') && !onlyGenitive(document, end)) break
    end++
  }
  return end
}

const onlyGenitive = (document: ActorScene['document'], index: number): boolean =>
  document.reading(index).cases[0] === 'genitive'

const isSpeechNoun = (lemmas: readonly string[], cues: Cues): boolean =>
  cues.sourcePhrases.some((phrase) => phrase.length === 2 && lemmas.includes(phrase[1]!))

/** True when a capitalised word is more likely part of a person's name than of a place or a body. */
function looksPersonal(scene: ActorScene, index: number, cues: Cues): boolean {
  const { document } = scene
  const token = document.tokens[index]!
  const reading = document.reading(index)
  if (reading.name !== null) return true
  if (is(scene, index, ORGANISATION, cues)) return false
  if (isGeographic(document, index)) return false
  const next = document.tokens[index + 1]
  if (
    next !== undefined &&
    next.kind === 'word' &&
    isCapital(next.text) &&
    !isAbbreviation(next.text) &&
    reading.pos !== 'adjective'
  )
    return true
  return (
    reading.pos === 'other' ||
    (reading.pos === 'noun' &&
      document.lemmas(index)[0] !== undefined &&
      token.text.length > 2 &&
      /(?:ов|ев|ин|ын|ко|ян|дзе|швили|ский|ская|ова|ева|ина)$/.test(token.norm))
  )
}
