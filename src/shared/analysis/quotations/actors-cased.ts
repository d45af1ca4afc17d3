import { getLanguage } from '../languages/index.ts'
import type { Reading } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { wordTest } from '../text/word-test.ts'
import { type Actor, type ActorScene, isAbbreviation, pronounActor } from './actors.ts'
import type { Cues } from './cue-types.ts'
import { canBe, casesOf, is, unsure } from './forms-cased.ts'
import { nameEnd } from './names-cased.ts'
import { tailEnd } from './tail-cased.ts'
import { DOCUMENT, kindsAt, ORGANISATION, PRONOUN, ROLE } from './word-kinds.ts'

/** The actors of a text in a language with cases: a head noun with what belongs to it, then the name. */
export function casedActors(scene: ActorScene, cues: Cues): Actor[] {
  const { document } = scene
  const { tokens } = document
  const actors: Actor[] = []
  for (let index = 0; index < tokens.length; index++) {
    const actor = actorAt(scene, index, cues)
    if (actor === null) continue
    actors.push(actor)
    index = actor.to - 1
  }
  return actors
}

function actorAt(scene: ActorScene, index: number, cues: Cues): Actor | null {
  const { document, names } = scene
  const { tokens } = document
  const token = tokens[index]!
  const marked = names.size === 0 ? undefined : names.get(index)
  if (marked !== undefined) return build(scene, index, marked, index, 'organisation', null, index + 1)
  // «Между тем», «при этом»: a turn of speech, no word of what follows.
  if (token.kind !== 'word' || isTurn(tokens[index - 1]?.norm ?? '', token.norm)) return null
  const pronoun = (kindsAt(document, token, cues) & PRONOUN) === 0 ? undefined : cues.pronouns.get(token.norm)
  if (pronoun !== undefined) return pronounActor(scene, index, pronoun)
  const one = oneOf(scene, index, cues)
  if (one !== null) return one
  const person = nameEnd(scene, index, cues)
  if (person > index) {
    if (person === index + 1 && (is(scene, index, ORGANISATION, cues) || isAbbreviation(token.text)))
      return organisation(scene, index, index, cues)
    return build(scene, index, person, index, 'person', null)
  }
  // An adjective before a head belongs to it: "бывший судья", "высокопоставленный чиновник".
  let head = index
  while (
    head < index + 4 &&
    isAttribute(document.reading(head)) &&
    !/^котор/.test(tokens[head]!.norm) &&
    !is(scene, head, ROLE, cues) &&
    tokens[head + 1]?.kind === 'word' &&
    tokens[head + 1]!.sentence === token.sentence
  )
    head++
  if (
    !isNounLike(document.reading(head)) &&
    !isAbbreviation(tokens[head]?.text ?? '') &&
    !is(scene, head, ROLE, cues)
  )
    return null
  // «одиннадцать ранены»: a short participle is a predicate, nobody who speaks.
  const { pos, short } = document.reading(head) as Reading & { readonly short?: boolean }
  if (is(scene, head, ROLE, cues) && pos !== 'verb' && short !== true) return office(scene, index, head, cues)
  if (
    is(scene, head, ORGANISATION, cues) ||
    is(scene, head, DOCUMENT, cues) ||
    isAbbreviation(tokens[head]!.text)
  )
    return organisation(scene, index, head, cues)
  const reading = document.reading(head)
  if (reading.pos === 'noun' && reading.animate === true) {
    const end = tailEnd(scene, head + 1, cues)
    return build(scene, index, end, index, 'thing', null, head)
  }
  return null
}

/** Numbers of people that stand in the nominative with a genitive after them. */
const isSeveral = wordTest(/^(?:двое|трое|четверо|пятеро|шестеро|семеро|несколько|большинство|ряд)$/)
const isOne = wordTest(/^(?:один|одна|некоторые|многие|другой|другая|другие|третьи|часть)$/)

/** "Один из них", "одна из участниц": somebody unnamed. */
function oneOf(scene: ActorScene, index: number, cues: Cues): Actor | null {
  const { document } = scene
  const { tokens } = document
  if (
    isSeveral(tokens[index]) &&
    document.reading(index + 1)?.pos === 'noun' &&
    document.reading(index + 1).animate === true
  ) {
    // «двое присяжных», «несколько очевидцев»
    return build(scene, index, tailEnd(scene, index + 2, cues), index, 'unnamed', null)
  }
  if (!isOne(tokens[index])) return null
  if (tokens[index + 1]?.norm !== 'из') return null
  let end = index + 3
  if (!/^(?:них|нас)$/.test(tokens[index + 2]?.norm ?? '')) {
    while (['adjective', 'participle'].includes(document.reading(end - 1)?.pos ?? '')) end++
    end = tailEnd(scene, end, cues)
  }
  if (end > tokens.length) return null
  return build(scene, index, end, index, 'unnamed', null)
}

const isTurn = (before: string, norm: string): boolean =>
  (norm === 'тем' && /^(?:между|прежде|вместе|с)$/.test(before)) ||
  (norm === 'этом' && before === 'при') ||
  (norm === 'того' && /^(?:кроме|помимо|более)$/.test(before))

/** An adjective or participle in a full form; a short one is a predicate: «помощь оказана предприятию». */
const isAttribute = (reading: (Reading & { readonly short?: boolean }) | undefined): boolean =>
  reading !== undefined &&
  (reading.pos === 'adjective' || reading.pos === 'participle') &&
  reading.short !== true

const isNounLike = (reading: Reading | undefined): boolean =>
  reading !== undefined && (reading.pos === 'noun' || reading.pos === 'name' || reading.pos === 'other')

/** An office with what belongs to it, and the name if one follows: "глава МИД Ольга Ветрова". */
function office(scene: ActorScene, from: number, head: number, cues: Cues): Actor {
  const { tokens } = scene.document
  let end = head + 1
  // A second office after the first: "представитель контингента майор Лев Брандт".
  for (let rounds = 0; rounds < 4; rounds++) {
    const named = nameEnd(scene, end, cues)
    const second = afterOwner(scene, end, named, cues)
    if (second > named) return withRole(scene, from, named, second, head)
    if (named > end && !(named === end + 1 && isOwner(scene, head, end)) && sameCase(scene, head, end))
      return named > end
        ? withRole(scene, from, end, named, head)
        : build(scene, from, end, from, 'unnamed', null, head)
    // «пресс-секретарь Кучмы»: whose office it is.
    if (named === end + 1 && isOwner(scene, head, end))
      return build(scene, from, named, from, 'unnamed', null, head)
    const tail = tailEnd(scene, end, cues)
    const after = nameEnd(scene, tail, cues)
    const own = afterOwner(scene, tail, after, cues)
    if (own > after) return withRole(scene, from, after, own, head)
    if (after > tail && tail > end) {
      // «обязанности начальника службы Игорь Дамм»: the name stands in another case, so it is somebody else's.
      if (!canBe(scene, head, 'nominative') && !sameCase(scene, head, tail) && after > tail + 1)
        return build(scene, from, tail, from, 'unnamed', null, head)
      return withRole(scene, from, tail, after, head)
    }
    if (
      tail < tokens.length &&
      tokens[tail]!.kind === 'word' &&
      is(scene, tail, ROLE, cues) &&
      canBe(scene, tail, 'nominative') &&
      canBe(scene, head, 'nominative') &&
      tokens[tail]!.sentence === tokens[head]!.sentence
    ) {
      end = tail + 1
      continue
    }
    return build(scene, from, tail, from, 'unnamed', null, head)
  }
  return build(scene, from, end, from, 'unnamed', null, head)
}

/**
 * "защитник Странда Ольга Пенн", "секретарь Совета Турании Рустам Жалилов": first whose, from `from` to `to`, then who. The
 * end of the second name, or `to`.
 */
function afterOwner(scene: ActorScene, from: number, to: number, cues: Cues): number {
  if (to === from) return to
  const { document } = scene
  const first = document.tokens[from]!
  const second = nameEnd(scene, to, cues)
  const isGenitive = casesOf(document, first).has('genitive') || (to === from + 1 && /[ыи]$/.test(first.norm))
  return isGenitive && second > to + 1 ? second : to
}

/** "журналистам Дмитрий Песков" are two; "пресс-секретарю Дмитрию Пескову" are one. */
function sameCase(scene: ActorScene, head: number, name: number): boolean {
  const { document } = scene
  const office = casesOf(document, document.tokens[head]!)
  const own = casesOf(document, document.tokens[name]!)
  if (office.size === 0 || own.size === 0) return true
  for (const one of office) if (own.has(one)) return true
  return unsure(document.tokens[name]!.norm) && office.has('nominative')
}

/** After an office in the nominative a surname in -ы is whose it is: no surname ends so in the nominative singular. */
function isOwner(scene: ActorScene, head: number, name: number): boolean {
  const { tokens } = scene.document
  return (
    /[^аеиоуыэюя]ы$/.test(tokens[name]!.norm) &&
    scene.document.reading(head).number === 'singular' &&
    scene.document.reading(head).cases[0] === 'nominative'
  )
}

function withRole(scene: ActorScene, from: number, nameFrom: number, to: number, head: number): Actor {
  const { tokens } = scene.document
  const role = tokens
    .slice(from, nameFrom)
    .map((one) => one.text)
    .join(' ')
    .replace(/ (?=[,.»])/g, '')
    .replace(/« /g, '«')
  return build(scene, from, to, nameFrom, 'person', role, head)
}

function organisation(scene: ActorScene, from: number, head: number, cues: Cues): Actor {
  const marked = scene.names.get(head + 1)
  const end = marked ?? tailEnd(scene, head + 1, cues)
  return build(scene, from, end, from, 'organisation', null, head)
}

/** «Йоана Брашан»: were it a man's in the genitive, the surname would end in a vowel too. */
const isWomansName = (words: readonly string[]): boolean =>
  words.length === 2 && /[ая]$/.test(words[0]!) && /[бвгджзклмнпрстфхцчшщ]$/.test(words[1]!)

const OBLIQUE_ENDING = /(?:овой|евой|иной|ской|цкой|ого|ому|овым|евым|ским|цким|овну|евну)$/

function build(
  scene: ActorScene,
  from: number,
  to: number,
  nameFrom: number,
  kind: Actor['kind'],
  role: string | null,
  head = nameFrom,
): Actor {
  const { document } = scene
  const { tokens } = document
  const language = getLanguage(document.language)
  const before = tokens[from - 1]
  const governed =
    before !== undefined &&
    before.sentence === tokens[from]!.sentence &&
    document.reading(from - 1).pos === 'preposition'
  const words = kind === 'person' ? tokens.slice(nameFrom, to).filter((one) => one.kind === 'word') : []
  let nominative = true
  if (kind === 'person') {
    // The office decides where there is one, for its form is in the dictionary; else every word of the name must allow it.
    nominative =
      (nameFrom === head || canBe(scene, head, 'nominative')) &&
      (isWomansName(words.map((one) => one.norm)) ||
        words.every((one, at) => {
          const forms = casesOf(document, one)
          if (forms.size === 0 || forms.has('nominative')) return true
          // «назвавшаяся Берёзой»: an instrumental that the dictionary knows.
          if (unsure(one.norm) && !/[ое]й$/.test(one.norm)) return true
          // «Биньямин Нетаньяху»: after a man's given name in the nominative a vowel at the end is no case.
          if (at === words.length - 1 && at > 0 && /[еиоуэюы]$/.test(one.norm) && unsure(words[at - 1]!.norm))
            return true
          // "Иво", "Навои": a foreign name that does not bend; a name in the dictionary would have had its nominative.
          return /[оиеэ]$/.test(one.norm) && document.reading(nameFrom + at).name === null
        })) &&
      !(
        words.length > 0 &&
        OBLIQUE_ENDING.test(words.at(-1)!.norm) &&
        words.length > 0 &&
        !/(?:ская)$/.test(words.at(-1)!.norm)
      )
  } else {
    // "данным полиции": a form that may be nominative is none after the noun that governs it.
    const attribute =
      from === head &&
      document.reading(from - 1)?.pos === 'noun' &&
      before?.kind === 'word' &&
      document.reading(head).cases[0] !== 'nominative'
    // "режим КТО", "территории ОАЭ": initials right after a noun belong to it.
    const initials =
      from === head &&
      isAbbreviation(tokens[head]!.text) &&
      before?.kind === 'word' &&
      document.reading(from - 1).pos === 'noun' &&
      !/^(?:instrumental|prepositional)$/.test(document.reading(from - 1).cases[0] ?? '')
    nominative = canBe(scene, head, 'nominative') && !attribute && !initials
  }
  const reading = document.reading(head)
  const given = nominative && !governed ? undefined : (reading.cases[0] ?? undefined)
  const text = language.nominative(tokens, nameFrom, to, given)
  // "просьба Януша Корвина": the dictionary form tells the gender, not the genitive.
  const mixed = nominative && !governed && reading.cases.length > 0 && reading.cases[0] !== 'nominative'
  const gender =
    kind === 'person'
      ? language.genderOfName(nominative && !governed ? words.map((one) => one.norm) : fold(text).split(' '))
      : reading.gender
  return {
    name: text,
    span: { start: tokens[nameFrom]!.start, end: tokens[to - 1]!.end },
    from,
    to,
    nameFrom,
    kind,
    pronoun: null,
    gender: kind === 'person' && gender === null ? null : gender,
    // «критики утверждают»: a form that may be a nominative plural beside another case.
    number: kind === 'person' ? 'singular' : kind === 'unnamed' && mixed ? null : reading.number,
    role,
    subject: nominative && !governed,
    quoted: scene.quoted[head] === 1,
  }
}
