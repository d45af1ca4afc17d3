import { getLanguage } from '../languages/index.ts'
import { type ActorScene, isAbbreviation, isCapital, startsSentence, stemOf } from './actors.ts'
import type { Cues } from './cue-types.ts'
import { casesOf, is, isGeographic, unsure } from './forms-cased.ts'
import { ORGANISATION, ROLE } from './word-kinds.ts'

const PARTICLES = new Set('де ди фон ван аль эль бин ибн дель да ла ле тер оглы кызы заде'.split(' '))

/** End of the person's name that begins at `index`, or `index`. */
export function nameEnd(scene: ActorScene, index: number, cues: Cues): number {
  const { document, capitals } = scene
  const { tokens } = document
  let end = index
  while (end < tokens.length) {
    const token = tokens[end]!
    if (end > index && token.sentence !== tokens[index]!.sentence) break
    const afterGiven =
      end > index &&
      token.kind === 'word' &&
      isCapital(token.text) &&
      !isAbbreviation(token.text) &&
      document.reading(end - 1).name === 'given'
    // «Уильям „Мак“ Торнберри»: a nickname in marks.
    const nickname = end > index ? scene.names.get(end) : undefined
    if (
      nickname !== undefined &&
      nickname - end <= 4 &&
      tokens[nickname]?.kind === 'word' &&
      isCapital(tokens[nickname]!.text) &&
      !isAbbreviation(tokens[nickname]!.text) &&
      tokens[nickname]!.sentence === token.sentence
    ) {
      end = nickname + 1
      continue
    }
    if (token.kind === 'word' && (afterGiven || isNameWord(scene, end, cues))) {
      // A given name after an oblique one begins another's name.
      if (
        end === index + 1 &&
        /[аяыиую]$/.test(tokens[index]!.norm) &&
        document.reading(end).name === 'given' &&
        isCapital(tokens[end + 1]?.text ?? '') &&
        tokens[end + 1]!.kind === 'word' &&
        casesOf(document, tokens[index]!).has('genitive')
      )
        break
      // "президента Остры Януша Корвина", "секретарь Совета безопасности Турании Рустам Жалилов": a land in the genitive,
      // then given name and surname.
      if (
        end === index + 1 &&
        /[ыи]$/.test(tokens[index]!.norm) &&
        tokens[index - 1]?.sentence === token.sentence &&
        (is(scene, index - 1, ROLE, cues) ||
          isAbbreviation(tokens[index - 1]!.text) ||
          document.reading(index - 1).pos === 'noun') &&
        document.reading(index).name === null &&
        tokens[end + 1]?.kind === 'word' &&
        isCapital(tokens[end + 1]!.text) &&
        tokens[end + 1]!.sentence === token.sentence
      )
        break
      // One case for all: "президента Дорна Ольга" are two.
      if (end > index && !agree(scene, end - 1, end)) break
      end++
    } else if (token.text === '.' && end > index && /^\p{Lu}$/u.test(tokens[end - 1]!.text)) end++
    else if (end > index && PARTICLES.has(token.norm) && isCapital(tokens[end + 1]?.text ?? '')) end++
    else if (end > index && PARTICLES.has(token.norm) && /оглы|кызы|заде/.test(token.norm)) end++
    else break
  }
  if (end === index) return index
  const first = tokens[index]!
  if (startsSentence(document, index) && end === index + 1 && !/^@/.test(first.text)) {
    // A lone capital at a sentence's start must be known from elsewhere, or be no common word.
    const stem = stemOf(document, first)
    const reading = document.reading(index)
    if (!capitals.has(stem) && reading.name !== 'surname' && reading.name !== 'given') return index
    if (!capitals.has(stem) && !surelyName(document, index)) return index
  }
  // A lone capital after "в" or "из" is a place.
  if (end === index + 1 && /^(?:в|во|из|до|через)$/.test(tokens[index - 1]?.norm ?? '')) return index
  return end
}

const surelyName = (document: ActorScene['document'], index: number): boolean =>
  document.reading(index).name !== null && document.lemmas(index).length <= 2

function agree(scene: ActorScene, first: number, second: number): boolean {
  const { document } = scene
  const a = casesOf(document, document.tokens[first]!)
  const b = casesOf(document, document.tokens[second]!)
  if (a.size === 0 || b.size === 0) return true
  // A foreign given name need not bend: "Ван Вэньбиня".
  if (unsure(document.tokens[first]!.norm)) return true
  if (document.reading(first).name === null || document.reading(second).name === null) return true
  for (const one of a) if (b.has(one)) return true
  return false
}

/** «Дом Дарьи», «Слова Раханху»: a thing at a sentence's start and whose it is, no name in two words. */
function isOwned(scene: ActorScene, index: number): boolean {
  const { document } = scene
  const { pos, animate, name } = document.reading(index)
  if (pos !== 'noun' || animate !== false || name !== null) return false
  const next = document.tokens[index + 1]
  if (next?.kind !== 'word' || !isCapital(next.text)) return false
  const forms = casesOf(document, next)
  return forms.has('genitive') && !forms.has('nominative')
}

function isNameWord(scene: ActorScene, index: number, cues: Cues): boolean {
  const { document, capitals } = scene
  const token = document.tokens[index]
  if (token === undefined || token.kind !== 'word') return false
  if (token.text.charCodeAt(0) === 64) return true
  if (!isCapital(token.text) || isAbbreviation(token.text)) return false
  if (cues.times.has(token.norm)) return false
  const language = getLanguage(document.language)
  const reading = document.reading(index)
  if (startsSentence(document, index)) {
    if (language.sentenceStarters.has(token.norm)) return false
    if (/^\p{Lu}$/u.test(token.text)) return document.tokens[index + 1]?.text === '.'
    if (is(scene, index, ROLE, cues) || is(scene, index, ORGANISATION, cues)) return false
    if (isGeographic(document, index)) return false
    if (isOwned(scene, index)) return false
    if (reading.name !== null || capitals.has(stemOf(document, token))) return true
    const next = document.tokens[index + 1]
    return (
      next !== undefined &&
      isCapital(next.text) &&
      next.kind === 'word' &&
      !isAbbreviation(next.text) &&
      ['noun', 'other', 'name'].includes(reading.pos) &&
      !isGeographic(document, index + 1)
    )
  }
  if (isGeographic(document, index) && reading.name === null) return false
  if (is(scene, index, ORGANISATION, cues) || (is(scene, index, ROLE, cues) && reading.name === null))
    return false
  // "Российского совета": an adjective before a common noun belongs to a body's name.
  if (reading.pos === 'adjective' && reading.name === null) {
    const next = document.tokens[index + 1]
    if (
      next?.kind === 'word' &&
      !isCapital(next.text) &&
      ['noun', 'adjective'].includes(document.reading(index + 1).pos)
    )
      return false
  }
  return !['pronoun', 'preposition', 'conjunction', 'numeral', 'punctuation'].includes(reading.pos)
}
