import { getLanguage } from '../languages/index.ts'
import type { Reading } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import {
  type Actor,
  type ActorScene,
  isAbbreviation,
  isCapital,
  pronounActor,
  startsSentence,
} from './actors.ts'
import type { Cues } from './cue-types.ts'
import { DOCUMENT, kindsOf, NAMED_THING, ORGANISATION, ROLE } from './word-kinds.ts'

const PARTICLES = new Set('де ди фон ван аль эль бин ибн дель да ла ле тер оглы кызы заде'.split(' '))
/** How many words may belong to a role between it and the name: "глава комитета Думы по обороне". */
const LONGEST_TAIL = 14

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
  const marked = names.get(index)
  if (marked !== undefined) return build(scene, index, marked, index, 'organisation', null, index + 1)
  if (token.kind !== 'word') return null
  const pronoun = cues.pronouns.get(token.norm)
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
    ['adjective', 'participle'].includes(document.reading(head)?.pos ?? '') &&
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
  if (is(scene, head, ROLE, cues) && document.reading(head).pos !== 'verb')
    return office(scene, index, head, cues)
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

/** "Один из них", "одна из участниц": somebody unnamed. */
function oneOf(scene: ActorScene, index: number, cues: Cues): Actor | null {
  const { document } = scene
  const { tokens } = document
  if (!/^(?:один|одна|некоторые|многие|другой|другая|другие|третьи|часть)$/.test(tokens[index]!.norm))
    return null
  if (tokens[index + 1]?.norm !== 'из') return null
  let end = index + 3
  if (!/^(?:них|нас)$/.test(tokens[index + 2]?.norm ?? '')) {
    while (['adjective', 'participle'].includes(document.reading(end - 1)?.pos ?? '')) end++
    end = tailEnd(scene, end, cues)
  }
  if (end > tokens.length) return null
  return build(scene, index, end, index, 'unnamed', null)
}

const isNounLike = (reading: Reading | undefined): boolean =>
  reading !== undefined && ['noun', 'name', 'other'].includes(reading.pos)

/** An office with what belongs to it, and the name if one follows: "глава МИД Ольга Ветрова". */
function office(scene: ActorScene, from: number, head: number, cues: Cues): Actor {
  const { tokens } = scene.document
  let end = head + 1
  // A second office after the first: "представитель контингента майор Лев Брандт".
  for (let rounds = 0; rounds < 4; rounds++) {
    const named = nameEnd(scene, end, cues)
    // "защитник Странда Ольга Пенн": first whose, then who.
    const second = named > end ? nameEnd(scene, named, cues) : named
    if (
      second > named + 1 &&
      (getLanguage(scene.document.language).cases(tokens[end]!.norm).has('genitive') ||
        (named === end + 1 && /[ыи]$/.test(tokens[end]!.norm)))
    )
      return withRole(scene, from, named, second, head)
    if (named > end && sameCase(scene, head, end))
      return named > end
        ? withRole(scene, from, end, named, head)
        : build(scene, from, end, from, 'unnamed', null, head)
    const tail = tailEnd(scene, end, cues)
    const after = nameEnd(scene, tail, cues)
    if (after > tail && tail > end) return withRole(scene, from, tail, after, head)
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

/** "журналистам Дмитрий Песков" are two; "пресс-секретарю Дмитрию Пескову" are one. */
function sameCase(scene: ActorScene, head: number, name: number): boolean {
  const { document } = scene
  const { cases } = getLanguage(document.language)
  const office = cases(document.tokens[head]!.norm)
  const own = cases(document.tokens[name]!.norm)
  if (office.size === 0 || own.size === 0) return true
  for (const one of office) if (own.has(one)) return true
  return unsure(document.tokens[name]!.norm) && office.has('nominative')
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

/** End of what depends on a noun: genitives, abbreviations, places, names in marks, "по" with a dative, "в" with a place. */
function tailEnd(scene: ActorScene, from: number, cues: Cues): number {
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
    const forms = cases(token.norm)
    if (token.norm === 'по') {
      const next = tokens[end + 1]
      if (
        next === undefined ||
        next.kind !== 'word' ||
        !cases(next.norm).has('dative') ||
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
      cases(tokens[end - 1]!.norm).has('genitive') &&
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

/** End of the person's name that begins at `index`, or `index`. */
function nameEnd(scene: ActorScene, index: number, cues: Cues): number {
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
    if (token.kind === 'word' && (afterGiven || isNameWord(scene, end, cues))) {
      // A given name after an oblique one begins another's name.
      if (
        end === index + 1 &&
        /[аяыиую]$/.test(tokens[index]!.norm) &&
        document.reading(end).name === 'given' &&
        isCapital(tokens[end + 1]?.text ?? '') &&
        tokens[end + 1]!.kind === 'word' &&
        getLanguage(document.language).cases(tokens[index]!.norm).has('genitive')
      )
        break
      // "президента Остры Януша Корвина": a land in the genitive, then given name and surname.
      if (
        end === index + 1 &&
        /[ыи]$/.test(tokens[index]!.norm) &&
        is(scene, index - 1, ROLE, cues) &&
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
    const stem = getLanguage(document.language).nameStem(first.norm)
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
  const { cases } = getLanguage(document.language)
  const a = cases(document.tokens[first]!.norm)
  const b = cases(document.tokens[second]!.norm)
  if (a.size === 0 || b.size === 0) return true
  // A foreign given name need not bend: "Ван Вэньбиня".
  if (unsure(document.tokens[first]!.norm)) return true
  if (document.reading(first).name === null || document.reading(second).name === null) return true
  for (const one of a) if (b.has(one)) return true
  return false
}

function isNameWord(scene: ActorScene, index: number, cues: Cues): boolean {
  const { document, capitals } = scene
  const token = document.tokens[index]
  if (token === undefined || token.kind !== 'word') return false
  if (/^@/.test(token.text)) return true
  if (!isCapital(token.text) || isAbbreviation(token.text)) return false
  if (cues.times.has(token.norm)) return false
  const language = getLanguage(document.language)
  const reading = document.reading(index)
  const stem = language.nameStem(token.norm)
  if (startsSentence(document, index)) {
    if (language.sentenceStarters.has(token.norm)) return false
    if (/^\p{Lu}$/u.test(token.text)) return document.tokens[index + 1]?.text === '.'
    if (is(scene, index, ROLE, cues) || is(scene, index, ORGANISATION, cues)) return false
    if (isGeographic(document, index)) return false
    if (reading.name !== null || capitals.has(stem)) return true
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

const COUNTRY_LIKE = /(?:ия|ии|ию|ией|стан|стана|стане|стану|станом)$/
function isGeographic(document: ActorScene['document'], index: number): boolean {
  const token = document.tokens[index]!
  const reading = document.reading(index) as Reading & { geographic?: boolean }
  return reading.geographic === true || (reading.name === null && COUNTRY_LIKE.test(token.norm))
}

const is = (scene: ActorScene, index: number, kinds: number, cues: Cues): boolean => {
  const token = scene.document.tokens[index]
  return (
    token !== undefined && token.kind === 'word' && (kindsOf(scene.document, token.norm, cues) & kinds) !== 0
  )
}

const canBe = (scene: ActorScene, index: number, wanted: 'nominative'): boolean => {
  const forms = getLanguage(scene.document.language).cases(scene.document.tokens[index]!.norm)
  return forms.size === 0 || forms.has(wanted)
}

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
  const words = tokens.slice(nameFrom, to).filter((one) => one.kind === 'word')
  let nominative = true
  if (kind === 'person') {
    // The office decides where there is one, for its form is in the dictionary; else every word of the name must allow it.
    nominative =
      (nameFrom === head || canBe(scene, head, 'nominative')) &&
      words.every((one, at) => {
        const forms = language.cases(one.norm)
        if (forms.size === 0 || forms.has('nominative') || unsure(one.norm)) return true
        // "Иво", "Навои": a foreign name that does not bend; a name in the dictionary would have had its nominative.
        return /[оиеэ]$/.test(one.norm) && document.reading(nameFrom + at).name === null
      }) &&
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
  const folded = words.map((one) => one.norm)
  const given = nominative && !governed ? undefined : (reading.cases[0] ?? undefined)
  const text = language.nominative(tokens, nameFrom, to, given)
  // "просьба Януша Корвина": the dictionary form tells the gender, not the genitive.
  const shown = nominative && !governed ? folded : fold(text).split(' ')
  const gender = kind === 'person' ? language.genderOfName(shown) : reading.gender
  return {
    name: text,
    span: { start: tokens[nameFrom]!.start, end: tokens[to - 1]!.end },
    from,
    to,
    nameFrom,
    kind,
    pronoun: null,
    gender: kind === 'person' && gender === null ? null : gender,
    number: kind === 'person' ? 'singular' : reading.number,
    role,
    subject: nominative && !governed,
    quoted: scene.quoted[head] === 1,
  }
}

/** An ending that names keep in the nominative though the dictionary guesses otherwise: "Адилов", "Токаев". */
const unsure = (norm: string): boolean => /[бвгджзклмнпрстфхцчшщйь]$/.test(norm)
