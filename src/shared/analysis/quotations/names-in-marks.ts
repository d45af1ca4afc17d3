import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { isAbbreviation, isCapital, startsSentence } from './actors.ts'
import type { Cues } from './cue-types.ts'
import { isCueVerb } from './cues.ts'
import type { MarkedPassage } from './types.ts'

/** A name in marks has at most this many words. */
const LONGEST_NAME = 8
/** Right after a noun that takes a name, «получил название», it may have this many. */
const LONGEST_AFTER_NOUN = 14
/** A title whose words all have capitals may be longer: of a book with its subtitle. */
const LONGEST_TITLED = 14
const SMALL =
  /^(?:of|the|and|for|in|on|to|a|an|at|by|or|de|la|le|les|du|des|di|da|del|der|das|die|el|van|von|from|with|и|в|на|с|из|за|о|по|для|от|не|к|у|без|под)$/iu
/** Nouns of doing and being: in marks at a sentence's start these are words kept at a distance, not names. */
const ABSTRACT =
  /(?:ция|ции|цию|цией|ение|ения|ение|ание|ания|ство|ства|ость|изм|изма|миссия|операция|помощь|выборы|референдум)$/

export const isSoCalled = (document: Document, passage: Span): boolean =>
  getLanguage(document.language).soCalled.test(
    document.text.slice(Math.max(0, passage.start - 30), passage.start),
  )

/**
 * Which marked passages are names: of a ship, a newspaper, a party, a film. They begin with a capital, hold no finished
 * sentence, and stand where a name stands: after a noun that is named, or in mid-sentence without a colon before them.
 */
export function findNames(
  document: Document,
  passages: readonly MarkedPassage[],
  cues: Cues,
): Set<MarkedPassage> {
  const candidates = passages.filter((one) => one.style === 'marks' && couldBeName(document, one, cues))
  const names = new Set<MarkedPassage>()
  const known = new Set<string>()
  const late: MarkedPassage[] = []
  for (const one of candidates) {
    const verdict = judge(document, one, cues)
    if (verdict === 'name') {
      names.add(one)
      known.add(keyOf(document, one))
    } else if (verdict === 'unclear') late.push(one)
  }
  // What is a name in one place of the article is one everywhere.
  for (const one of late) {
    if (known.has(keyOf(document, one)) || looksLikeName(document, one, cues)) names.add(one)
  }
  for (const one of passages)
    if (one.style === 'marks' && isTitleOrNickname(document, one, cues)) names.add(one)
  for (const one of candidates)
    if (!names.has(one) && known.has(keyOf(document, one)) && !isSoCalled(document, one)) names.add(one)
  return names
}

/** At most this many words make a nickname or the title of a paper in small letters. */
const LONGEST_TITLE = 3
/** After these somebody is called by a name, whatever its letters. */
const CALLED =
  /(?:подписыва(?:ется|лся|лась|ющийся|вшийся)(?:\s+как)?|представи(?:лся|лась)(?:\s+как)?|по\s+прозвищу|по\s+кличке|прозвище|кличк[аеу]|позывно(?:й|го|му|ым)|под\s+(?:вывеской|брендом|маркой|названием|псевдонимом|ником|именем|прозвищем|кличкой|позывным)|псевдоним|nicknamed|(?:known|signs|posts|goes)\s+(?:as|by)|alias|call\s?sign|pseudonym|nickname|der sich)\s*,?\s*$/iu

/** «дядя Федя», «белая книга»: a nickname, or a paper by its title, with no capital to tell it. */
function isTitleOrNickname(document: Document, passage: MarkedPassage, cues: Cues): boolean {
  const { text } = document
  const inner = text.slice(passage.innerStart, passage.innerEnd).trim()
  if (isLonger(inner, LONGEST_TITLE) || /[.,:;!?…]/.test(inner) || isSoCalled(document, passage)) return false
  if (CALLED.test(text.slice(Math.max(0, passage.start - 40), passage.start))) return true
  // "согласно официальной «белой книге»": the head is a paper or something else that is named, and an adjective outside agrees.
  if (!cues.inflected || !/\s/.test(inner)) return false
  const head = document.tokenAt(passage.innerEnd - 1)
  const outside = document.tokenAt(passage.start) - 1
  const adjective = document.tokenAt(passage.innerStart)
  return (
    document.lemmas(head).some((one) => cues.documents.has(one) || cues.namedThings.has(one)) &&
    outside >= 0 &&
    document.reading(adjective).pos === 'adjective' &&
    (document.reading(outside).pos === 'adjective' || document.reading(outside).pos === 'preposition')
  )
}

function keyOf(document: Document, passage: MarkedPassage): string {
  const { nameStem } = getLanguage(document.language)
  return fold(document.text.slice(passage.innerStart, passage.innerEnd))
    .trim()
    .split(/\s+/)
    .map(nameStem)
    .join(' ')
}

const GAP = /\s+/g

/** More words than `most`; a long quotation is not counted to its end. */
function isLonger(text: string, most: number): boolean {
  GAP.lastIndex = 0
  let count = 1
  while (count <= most && GAP.test(text)) count++
  return count > most
}

function couldBeName(document: Document, passage: MarkedPassage, cues: Cues): boolean {
  const whole = document.text.slice(passage.innerStart, passage.innerEnd).trim()
  if (!/^[\p{Lu}\p{N}]/u.test(whole) || isLonger(whole, Math.max(LONGEST_AFTER_NOUN, LONGEST_TITLED)))
    return false
  // A title at a sentence's end may hold its full stop: “Harbour Morning.”
  const bare = whole.replace(/\.$/, '')
  const inner = !cues.inflected && bare.includes(' ') && allCapital(bare) ? bare : whole
  const count = inner.split(/\s+/).length
  return (
    (count <= LONGEST_NAME ||
      (!cues.inflected && !cues.capitalNouns && count <= LONGEST_TITLED && allCapital(inner)) ||
      (count <= LONGEST_AFTER_NOUN &&
        cues.inflected &&
        isRightBefore(document, document.tokenAt(passage.start), cues))) &&
    !/[.;:…]$/.test(inner) &&
    !/[.!?…]\s+\p{Lu}/u.test(inner)
  )
}

function judge(document: Document, passage: MarkedPassage, cues: Cues): 'name' | 'no' | 'unclear' {
  const { tokens, text } = document
  if (isSoCalled(document, passage)) return 'no'
  const inner = text.slice(passage.innerStart, passage.innerEnd).trim()
  const first = document.tokenAt(passage.start)
  const after = text.slice(passage.end, passage.end + 24)
  const before = text.slice(Math.max(0, passage.start - 3), passage.start)
  // The noun right before decides: "вывеска кафе «Два капитана»" names, "плакат «…»" speaks.
  if (isRightBefore(document, first, cues)) return 'name'
  if (isSlogan(document, first, cues)) return 'no'
  if (isNamedBefore(document, first, cues)) return 'name'
  // "on “Morning Joe,”": American printers set the comma inside; after a preposition stands a name, not an utterance.
  if (/[,.]$/.test(inner))
    return !cues.inflected &&
      inner.includes(' ') &&
      allCapital(inner) &&
      (document.reading(first - 1)?.pos === 'preposition' || /['’]s?$/.test(tokens[first - 1]?.text ?? ''))
      ? 'name'
      : 'no'
  // `“Harbour Bell” newspaper`, `“Night Ferry” crew`.
  const next = document.tokenAt(passage.end)
  if (
    !cues.inflected &&
    tokens[next]?.kind === 'word' &&
    allCapital(inner) &&
    document.lemmas(next).some((one) => cues.namedThings.has(one))
  )
    return 'name'
  if (/[!?]$/.test(inner)) return 'no'
  if (/:\s*$/.test(before)) return 'no'
  // A whole utterance with its attribution: `«Всё», — сказал он`.
  if (/^\s*,?\s*[—–-]\s/.test(after)) {
    const cue = document.tokenAt(passage.end)
    for (let index = cue; index < cue + 4; index++) if (isCueVerb(document, index, cues)) return 'no'
    if (!cues.inflected) return 'no'
  }
  if (/^\s*:/.test(after) && startsSentence(document, first + 1)) return 'no'
  if (/[,.]$/.test(before.trimEnd()) && !cues.inflected && !allCapital(inner)) return 'no'
  return 'unclear'
}

/** «с плакатами „…“ и „…“»: what a banner says is said by somebody. */
export function isSlogan(document: Document, first: number, cues: Cues): boolean {
  const { tokens } = document
  for (let index = first - 1; index >= Math.max(0, first - 12); index--) {
    if (tokens[index]!.sentence !== tokens[first]!.sentence) return false
    if (tokens[index]!.kind !== 'word') continue
    if (document.lemmas(index).some((one) => cues.slogans.has(one))) return true
    // Only other slogans and what joins them may stand between.
    const joined =
      tokens[first - 1]?.text !== undefined &&
      first - index > 2 &&
      /^[»”"]$/.test(tokens[first - 2]?.text ?? '')
    if (!joined && first - index > 2) return false
  }
  return false
}

/** A noun that takes a name, and that bears no words itself, stands right before the mark. */
function isRightBefore(document: Document, first: number, cues: Cues): boolean {
  const before = document.tokens[first - 1]
  if (!cues.inflected || before?.kind !== 'word' || before.sentence !== document.tokens[first]!.sentence)
    return false
  const lemmas = document.lemmas(first - 1)
  return lemmas.some((one) => cues.namedThings.has(one)) && !lemmas.some((one) => cues.slogans.has(one))
}

/** A noun that takes a name stands before the mark: "газета", "сухогруз", "the newspaper". */
function isNamedBefore(document: Document, first: number, cues: Cues): boolean {
  const { tokens } = document
  for (let index = first - 1, steps = 0; index >= 0 && steps < (cues.inflected ? 3 : 2); index--, steps++) {
    const token = tokens[index]!
    if (token.sentence !== tokens[first]!.sentence) return false
    // "газеты «Труд» и «Гудок»": what is joined to a name is one.
    if (
      steps === 0 &&
      (token.text === ',' || token.norm === 'и' || token.norm === 'and' || token.norm === 'или')
    ) {
      if (/^[»”"]$/.test(tokens[index - 1]?.text ?? '')) return isNamedBeforeList(document, index - 1, cues)
    }
    // "a newspaper, “La Voix du Nord”,": the name in apposition.
    if (steps === 0 && token.text === ',' && !cues.inflected) {
      const close = document.tokens[first]!
      const inner = document.text
        .slice(close.end, close.end + 40)
        .split(/[»”"]/)[0]!
        .trim()
      if (
        allCapital(inner.replace(/,$/, '')) &&
        document.lemmas(index - 1).some((one) => cues.namedThings.has(one))
      )
        return true
    }
    if (token.kind !== 'word') return false
    const lemmas = document.lemmas(index)
    const compound = token.norm.split('-').at(-1)!
    if (
      lemmas.some((one) => cues.namedThings.has(one)) ||
      cues.namedThings.has(compound) ||
      cues.namedThings.has(token.norm)
    )
      return true
    if (lemmas.some((one) => cues.organisations.has(one))) return true
    if (!['noun', 'name', 'adjective', 'other'].includes(document.reading(index).pos)) return false
    // Only what belongs to that noun may stand between: "партия власти «Заря»".
    if (!cues.inflected && document.reading(index).pos === 'adjective') return false
  }
  return false
}

function isNamedBeforeList(document: Document, close: number, cues: Cues): boolean {
  const { tokens } = document
  for (let index = close - 1; index > Math.max(0, close - 12); index--) {
    if (/^[«“„"]$/.test(tokens[index]!.text)) return isNamedBefore(document, index, cues)
  }
  return false
}

const allCapital = (inner: string): boolean =>
  inner.split(/\s+/).every((word) => /^[\p{Lu}\p{N}&]/u.test(word) || SMALL.test(word))

/** Without a noun before it: by its own form and its place. */
function looksLikeName(document: Document, passage: MarkedPassage, cues: Cues): boolean {
  const { text, tokens } = document
  const inner = text.slice(passage.innerStart, passage.innerEnd).trim()
  const first = document.tokenAt(passage.innerStart)
  const last = document.tokenAt(passage.innerEnd - 1)
  const count = inner.split(/\s+/).length
  const opening = startsSentence(document, document.tokenAt(passage.start))
  if (isAbbreviation(inner.replace(/[\s\d-]/g, ''))) return true
  // Every noun has a capital: only several together look like a title.
  if (cues.capitalNouns) return count > 1 && allCapital(inner)
  if (!cues.inflected) {
    if (!allCapital(inner)) return false
    // One capital word is a name when it is no common word in disguise.
    if (opening) return count > 1 || document.reading(first).pos === 'name'
    return count > 1 || document.reading(first).pos === 'name' || document.lemmas(first).length > 0
  }
  // A colon within, or a verb in a person: somebody's sentence.
  if (/[:;]/.test(inner)) return false
  let finite = false
  for (let index = first; index <= last; index++) {
    const reading = document.reading(index)
    if (reading.pos === 'verb' && reading.tense !== null) finite = true
  }
  if (finite && count > 2) return false
  if (!opening) return true
  if (allCapital(inner) && count > 1) return true
  // What reports is a body: `«Газпром» сообщил`.
  const next = document.tokenAt(passage.end)
  if (isCueVerb(document, next, cues) && document.text[passage.end] === ' ') return true
  // At a sentence's start every word has a capital: events and people in the plural are no names.
  let head = first
  while (head < last && ['adjective', 'participle'].includes(document.reading(head).pos)) head++
  const reading = document.reading(head)
  const norm = tokens[head]!.norm
  if (
    reading.pos === 'noun' &&
    reading.animate === true &&
    reading.number === 'plural' &&
    reading.name === null
  )
    return false
  if (ABSTRACT.test(norm) && !isCapital(tokens[head]!.text) === head > first) return false
  return count <= 4
}
