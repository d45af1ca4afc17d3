import { getLanguage } from '../languages/index.ts'
import type { PartOfSpeech } from '../text/document.ts'
import { CAPITAL } from '../text/spellings.ts'
import { wordTest } from '../text/word-test.ts'
import {
  type Actor,
  type ActorScene,
  datelineEnd,
  isCapital,
  pronounActor,
  startsSentence,
  stemOf,
} from './actors.ts'
import { build, isOwner } from './actors-plain-build.ts'
import type { Cues } from './cue-types.ts'
import { cueVerbAt } from './cues.ts'
import { DOCUMENT, GIVEN, kindsAt, ORGANISATION, PRONOUN, ROLE, TIME } from './word-kinds.ts'

const PARTICLES = new Set('de van von bin al la del der du da di dos le el ibn ter den'.split(' '))
const isTitle = wordTest(
  /^(?:mr|mrs|ms|miss|dr|prof|sir|lord|lady|dame|rev|hon|gen|sen|rep|gov|lt|col|sgt|capt|maj|adm|admiral|cmdr|amb|judge|justice|president|premier|sheriff|ex-\p{L}+|former|acting|deputy|prime|vice|foreign|interior|state|the|first|police|major|general|lieutenant|reverend|saint|st)$/u,
)
const isLast = wordTest(/^(?:last|next|this)$/)
const isTimeNoun = wordTest(
  /^(?:year|week|month|night|day|morning|afternoon|evening|weekend|summer|autumn|fall|spring|winter|decade|season|time)$/,
)
const isOwning = wordTest(/^(?:its|his|her|their|our|my)$/)
const isPart = wordTest(
  /^(?:one|some|many|several|most|others|another|two|three|percent|majority|dozens|hundreds|number)$/,
)
const isNominal = (pos: PartOfSpeech): boolean =>
  pos === 'noun' ||
  pos === 'determiner' ||
  pos === 'adjective' ||
  pos === 'name' ||
  pos === 'numeral' ||
  pos === 'other'

/** The actors of a text in a language without cases: noun phrases are runs of determiners, adjectives, nouns and names. */
export function plainActors(given: ActorScene, cues: Cues): Actor[] {
  const scene: ActorScene = { ...given, phrases: new Uint8Array(given.document.tokens.length) }
  const { document, names } = scene
  const { tokens } = document
  const actors: Actor[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.kind !== 'word' && !names.has(index)) continue
    const dateline = datelineEnd(document, index)
    if (dateline > index) {
      index = dateline - 1
      continue
    }
    const pronoun =
      (kindsAt(document, token, cues) & PRONOUN) === 0 ? undefined : cues.pronouns.get(token.norm)
    if (pronoun !== undefined && (token.norm !== 'i' || token.text === 'I')) {
      actors.push(pronounActor(scene, index, pronoun))
      continue
    }
    const marked = names.size === 0 ? undefined : names.get(index)
    if (marked !== undefined) {
      actors.push(
        build(scene, index + 1, Math.max(index + 2, marked - 1), index + 1, 'organisation', null, index),
      )
      index = marked - 1
      continue
    }
    if (isPart(token) && (tokens[index + 1]?.norm === 'of' || /^(?:others|another)$/.test(token.norm))) {
      // "One of them", "some of the organisers": somebody unnamed.
      let end = index + 1
      if (!/^(?:others|another)$/.test(token.norm) || tokens[index + 1]?.norm === 'of') {
        end = index + 2
        if (/^(?:them|us|these|those)$/.test(tokens[end]?.norm ?? '')) end++
        else if (inPhrase(scene, end, cues)) end = phraseEnd(scene, end, cues)
      }
      actors.push({
        ...build(scene, index, end, index, 'unnamed', null, index),
        number: /^(?:one|another)$/.test(token.norm) ? 'singular' : 'plural',
      })
      index = end - 1
      continue
    }
    if (token.kind !== 'word' || !inPhrase(scene, index, cues)) continue
    const end = phraseEnd(scene, index, cues)
    const actor = phraseActor(scene, index, end, cues)
    if (actor !== null) {
      const office = actors.at(-1)
      if (office !== undefined && isOfficeOf(scene, office, actor, cues)) {
        // "President of Kazakhstan Kasim-Jomart Tokayev"
        const role = tokens
          .slice(office.nameFrom, actor.nameFrom)
          .map((one) => one.text)
          .join(' ')
        actors[actors.length - 1] = { ...actor, from: office.from, role, subject: office.subject }
        index = actor.to - 1
        continue
      }
      const owner = ownerIn(scene, index, actor)
      if (owner !== null) actors.push(owner)
      actors.push(actor)
      index = actor.to - 1
    } else index = Math.max(index, end - 1)
  }
  return actors
}

/** An office, a preposition, what it is over, and then without a comma the name of who holds it. */
function isOfficeOf(scene: ActorScene, office: Actor, actor: Actor, cues: Cues): boolean {
  if (
    office.kind !== 'unnamed' ||
    actor.kind !== 'person' ||
    actor.role === null ||
    actor.nameFrom === actor.from
  )
    return false
  const { tokens } = scene.document
  if (!/^(?:of|to|from|for)$/.test(tokens[office.to]?.norm ?? '') || actor.from !== office.to + 1)
    return false
  // "President of the country Zaur Elchin": a common noun before two capitals.
  if (!isCapital(tokens[actor.nameFrom - 1]!.text)) return actor.to - actor.nameFrom > 1
  return isGiven(scene, actor.nameFrom, cues)
}

/** "Mira Dahl’s brother": the one whose brother it is is named too. */
function ownerIn(scene: ActorScene, from: number, actor: Actor): Actor | null {
  const { tokens } = scene.document
  for (let at = from; at < actor.nameFrom; at++) {
    if (!isOwner(tokens[at]!.text)) continue
    let start = at
    while (start > from && isCapital(tokens[start - 1]!.text)) start--
    if (!isCapital(tokens[start]!.text) || at + 1 - start < 2) return null
    return build(scene, start, at + 1, start, 'person', null, start, true)
  }
  return null
}

/** True when a token can stand in a noun phrase; asked several times of each token, and remembered. */
function inPhrase(scene: ActorScene, index: number, cues: Cues): boolean {
  const { phrases } = scene
  const known = phrases?.[index]
  if (known === 1) return true
  if (known === 2 || index >= scene.document.tokens.length) return false
  const found = canStandInPhrase(scene, index, cues)
  if (phrases !== undefined) phrases[index] = found ? 1 : 2
  return found
}

const SAYS_IN_CAPITALS =
  /^(?:Says|Said|Tells|Told|Asks|Warns|Vows|Urges|Denies|Insists|Announces|Accuses|Admits|Suggests|Argues)$/

function canStandInPhrase(scene: ActorScene, index: number, cues: Cues): boolean {
  const { document } = scene
  const token = document.tokens[index]!
  if (token.kind === 'punctuation' || token.norm === 'what') return false
  // "a later interview"
  if (
    (token.norm === 'later' || token.norm === 'earlier') &&
    index > 0 &&
    document.reading(index - 1).pos === 'determiner'
  )
    return true
  const capital = (token.spelling.shape & CAPITAL) !== 0
  const { pos } = document.reading(index)
  // Most words are none of those that can: told first, since it is asked of every word.
  if (!capital && !isNominal(pos) && !isOwning(token) && token.text.charCodeAt(0) !== 64) return false
  if ((kindsAt(document, token, cues) & TIME) !== 0) return false
  // "In an interview last week Brandt said": when it was is no part of what stands beside it.
  const beside = isLast(token)
    ? document.tokens[index + 1]
    : isTimeNoun(token)
      ? document.tokens[index - 1]
      : undefined
  if (beside !== undefined && (isLast(token) ? isTimeNoun(beside) : isLast(beside))) return false
  if (!capital && cueVerbAt(document, index, cues) !== null) return false
  // "Lund Says He Will Run": in a headline the verb has a capital too.
  if (capital && index > 0 && SAYS_IN_CAPITALS.test(token.text)) return false
  // "The clerk first said": when it was said is no part of who said it.
  if (token.norm === 'first' && cueVerbAt(document, index + 1, cues) !== null) return false
  if (!capital || isOwning(token)) return true
  if (!startsSentence(document, index)) return pos !== 'pronoun' && pos !== 'conjunction'
  // "Downing Street": two capitals are a name whatever the tagger thinks of the first.
  const follower = document.tokens[index + 1]
  if (pos === 'verb' && follower?.kind === 'word' && isCapital(follower.text)) return true
  if (
    pos !== 'pronoun' &&
    pos !== 'determiner' &&
    scene.capitals.has(stemOf(document, token)) &&
    !getLanguage(document.language).sentenceStarters.has(token.norm)
  )
    return true
  // "Police said", "Officials said": many a sentence begins with who speaks in it.
  if (getLanguage(document.language).sentenceStarters.has(token.norm))
    return (
      pos === 'determiner' ||
      ((pos === 'noun' || pos === 'name') && has(scene, index, ROLE | ORGANISATION, cues))
    )
  return isNominal(pos)
}

function phraseEnd(scene: ActorScene, from: number, cues: Cues): number {
  const { tokens } = scene.document
  let end = from
  while (end < tokens.length && tokens[end]!.sentence === tokens[from]!.sentence) {
    const token = tokens[end]!
    const before = tokens[end - 1]
    if (token.kind !== 'punctuation' && end > from && scene.document.reading(end).pos === 'determiner') break
    if (inPhrase(scene, end, cues)) end++
    // Initials and titles: "J. Smith", "Mr. Smith".
    else if (
      token.text === '.' &&
      before !== undefined &&
      end > from &&
      /^(?:\p{Lu}|\p{Lu}\p{Ll}{1,3})$/u.test(before.text) &&
      tokens[end + 1]?.sentence === token.sentence &&
      isCapital(tokens[end + 1]!.text)
    )
      end++
    else if (
      end > from &&
      PARTICLES.has(token.norm) &&
      isCapital(before!.text) &&
      isCapital(tokens[end + 1]?.text ?? '')
    )
      end++
    else if (end > from && token.text === '&' && isCapital(tokens[end + 1]?.text ?? '')) end++
    else break
  }
  return Math.max(end, from + 1)
}

/** The actor that a run of words names, or null: a person, an office, a body, or a thing that may be a subject. */
function phraseActor(scene: ActorScene, from: number, phraseTo: number, cues: Cues): Actor | null {
  const { document } = scene
  const { tokens } = document
  let start = from
  let to = phraseTo
  let determiners = 0
  while (from + determiners < to && document.reading(from + determiners).pos === 'determiner') determiners++
  if (from + determiners === to) return null
  // What stands before a possessive belongs to another: "Moravia's foreign minister".
  for (let index = from; index < to - 1; index++) if (isOwner(tokens[index]!.text)) start = index + 1
  const owner = isOwner(tokens[to - 1]!.text)
  let nameFrom = start
  for (let index = start; index < to; index++) {
    const token = tokens[index]!
    if (token.text === '.') {
      if (index > 0 && isTitle(tokens[index - 1])) nameFrom = index + 1
      continue
    }
    const lower = !isCapital(token.text) && !PARTICLES.has(token.norm)
    const common =
      lower ||
      (isTitle(token) &&
        !(
          index + 1 < to &&
          isCapital(token.text) &&
          token.norm !== 'the' &&
          has(scene, index + 1, ORGANISATION, cues)
        )) ||
      isRole(scene, index, cues)
    // "Amir Shah", "Stephen King": after a given name an office is a surname.
    const surname = index > nameFrom && index === to - 1 && !lower && isGiven(scene, index - 1, cues)
    if (common && !surname && token.text.charCodeAt(0) !== 64) nameFrom = index + 1
    // "Kazakhstan Kasim-Jomart Tokayev": a given name begins the name anew.
    else if (
      index > nameFrom &&
      index < to - 1 &&
      isGiven(scene, index, cues) &&
      !isGiven(scene, index - 1, cues) &&
      !/^\p{Lu}$/u.test(tokens[index - 1]!.text) &&
      tokens[index - 1]!.text !== '.'
    )
      nameFrom = index
  }
  const last = to - 1
  const lastToken = tokens[last]!
  const only = to - start === 1
  const organisation = has(scene, last, ORGANISATION, cues)
  if (nameFrom < to) {
    const first = tokens[nameFrom]!
    // A capital at a sentence's start says nothing: the word must be known as a name.
    if (
      startsSentence(document, nameFrom) &&
      only &&
      document.reading(nameFrom).pos !== 'name' &&
      !scene.capitals.has(stemOf(document, first)) &&
      !/^@/.test(first.text)
    ) {
      nameFrom = to
    }
  }
  if (nameFrom < to) {
    let body = false
    for (let index = nameFrom; index < to; index++) if (has(scene, index, ORGANISATION, cues)) body = true
    if (body || (tokens[nameFrom]!.norm.length < 8 && /^\p{Lu}{2,}$/u.test(lastToken.text) && only)) {
      const begin = body && nameFrom > start && !isRole(scene, nameFrom - 1, cues) ? nameFrom : nameFrom
      to = extendOf(scene, to, cues)
      return build(scene, begin, to, begin, 'organisation', null, from, owner)
    }
    const single = to - nameFrom === 1 && nameFrom === start
    if (single && /^(?:in|into|across|near|throughout|inside|outside)$/.test(tokens[from - 1]?.norm ?? ''))
      return build(scene, nameFrom, to, nameFrom, 'thing', null, from, owner)
    // "the Observer": a person takes no article.
    if (tokens[from]!.norm === 'the' && nameFrom === from + 1)
      return build(scene, nameFrom, to, nameFrom, 'organisation', null, from, owner)
    // "FULL TEXT": a line in capitals names a part of the page.
    if (!only && isHeading(scene, nameFrom))
      return build(scene, nameFrom, to, nameFrom, 'thing', null, from, owner)
    // "China", "the first Asian-American": a country and a people are no person.
    if (isPlace(scene, nameFrom, to, cues))
      return build(scene, nameFrom, to, nameFrom, 'organisation', null, from, owner)
    if (to - nameFrom === 1 && /-american$/.test(lastToken.norm))
      return build(scene, nameFrom, to, nameFrom, 'unnamed', null, from, owner)
    const role =
      nameFrom > start
        ? tokens
            .slice(start, nameFrom)
            .map((one) => one.text)
            .join(' ')
        : null
    const person = build(scene, nameFrom, to, nameFrom, 'person', role, from, owner)
    // "Outside court Mira Dahl said": the preposition governs the noun before the name.
    const apart =
      nameFrom > start &&
      to - nameFrom > 1 &&
      !isCapital(tokens[nameFrom - 1]!.text) &&
      document.reading(nameFrom - 1).pos === 'noun' &&
      !isRole(scene, nameFrom - 1, cues)
    return apart && !owner ? { ...person, subject: true } : person
  }
  const determined = skipDeterminers(scene, start, to)
  if (isRole(scene, last, cues)) return build(scene, determined, to, determined, 'unnamed', null, from, owner)
  if (organisation || has(scene, last, DOCUMENT, cues)) {
    const end = isCapital(lastToken.text) ? extendOf(scene, to, cues) : to
    return build(scene, determined, end, determined, 'organisation', null, from, owner)
  }
  if (determined >= to) return null
  // "last year", "this week": when, not who.
  if (isTimeNoun(lastToken) && /^(?:last|next|this|that|every|each|one|all)$/.test(tokens[from]!.norm))
    return null
  return build(scene, determined, to, determined, 'thing', null, from, owner)
}

/** The word stands in a paragraph all in capitals that is not the headline. */
function isHeading(scene: ActorScene, index: number): boolean {
  const { text, paragraphs, tokens } = scene.document
  const token = tokens[index]!
  if (token.text.length < 2 || token.text !== token.text.toUpperCase()) return false
  const at = scene.document.paragraphAt(token.start)
  const whole = text.slice(paragraphs[at]!.start, paragraphs[at]!.end)
  return at > 0 && whole.length < 60 && whole === whole.toUpperCase()
}

/** The name from token `from` up to `to` is a country's or a city's. */
function isPlace(scene: ActorScene, from: number, to: number, cues: Cues): boolean {
  if (to - from > 3) return false
  const { tokens } = scene.document
  let name = ''
  for (let at = from; at < to; at++) {
    const { norm, text } = tokens[at]!
    name +=
      text === '.' ? '.' : `${name === '' ? '' : ' '}${at === to - 1 ? norm.replace(/['’]s?$/, '') : norm}`
  }
  return cues.places.has(name)
}

function skipDeterminers(scene: ActorScene, from: number, to: number): number {
  let start = from
  while (start < to - 1) {
    const { pos } = scene.document.reading(start)
    if (pos === 'determiner' || pos === 'numeral' || isOwning(scene.document.tokens[start])) start++
    else break
  }
  return start
}

const isGiven = (scene: ActorScene, index: number, cues: Cues): boolean => has(scene, index, GIVEN, cues)

/** "Ministry of Internal Affairs of the Republic": the end of a body's name that "of" prolongs. */
function extendOf(scene: ActorScene, to: number, cues: Cues): number {
  const { tokens } = scene.document
  let end = to
  for (;;) {
    if (tokens[end]?.norm !== 'of' && tokens[end]?.norm !== 'for') return end
    let next = end + 1
    if (tokens[next]?.norm === 'the') next++
    if (!isCapital(tokens[next]?.text ?? '') || cues.times.has(tokens[next]!.norm)) return end
    while (
      (isCapital(tokens[next]?.text ?? '') && !isGiven(scene, next, cues)) ||
      (tokens[next]?.norm === 'and' && isCapital(tokens[next + 1]?.text ?? ''))
    )
      next++
    end = next
  }
}

const has = (scene: ActorScene, index: number, kinds: number, cues: Cues): boolean =>
  (kindsAt(scene.document, scene.document.tokens[index]!, cues) & kinds) !== 0

const isRole = (scene: ActorScene, index: number, cues: Cues): boolean => has(scene, index, ROLE, cues)
