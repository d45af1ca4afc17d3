import { type Actor, actorsIn, nameIn, pronounActor } from './actors.ts'
import { KNOWN } from './cue-forms.ts'
import type { CueVerb } from './cues.ts'
import { landSubject, nounActor, placeSpeaker } from './places.ts'
import type { Scene } from './scene.ts'
import { DOCUMENT, kindsOf } from './word-kinds.ts'

/** A name in another alphabet stands in no case: «сообщил Der Spiegel министр». */
const LATIN = /^[\p{Script=Latin}\d .'&-]+$/u

/** By form: agreement with the verb in number and gender, the nominative, and then by place. */
export function casedSubject(scene: Scene, verb: CueVerb, from: number, to: number): Actor | null {
  const { document, actors } = scene
  const { tokens } = document
  const { index } = verb
  const quoted = quotedPerson(scene, verb, to)
  if (quoted !== null) return quoted
  const reading = document.reading(index)
  const near = actorsIn(actors, from, to).filter((one) => !one.quoted)
  if (verb.impersonal)
    return (
      followsFrom(scene, verb, to) ??
      itSays(scene, index) ??
      headBefore(scene, near, index) ??
      placeSpeaker(scene, index, from, to, false) ??
      spokenDocument(scene, near, index) ??
      // «гласит документ»: it has a subject after all.
      (/^глас/.test(tokens[index]!.norm)
        ? (near.find((one) => one.subject && (one.from === index + 1 || one.to === index)) ?? null)
        : null)
    )
  const relative = relativeHead(scene, near, from, index)
  if (relative !== null) return relative
  const land = landSubject(scene, index, from, to)
  if (land !== null && !near.some((one) => one.to === land.from && one.kind === 'person')) return land
  const strict = near.filter((one) => one.subject && agrees(one, reading))
  // A foreign name may have been given the wrong gender.
  const agreeing =
    strict.length > 0
      ? strict
      : near.filter(
          (one) =>
            one.subject &&
            one.kind === 'person' &&
            one.pronoun === null &&
            agrees({ ...one, gender: null }, reading),
        )
  const before = agreeing.filter((one) => one.to <= index)
  const after = agreeing.filter((one) => one.from > index)
  const previous = tokens[index - 1]
  const inverted =
    previous === undefined ||
    index <= from ||
    previous.kind === 'punctuation' ||
    previous.norm === 'как' ||
    scene.quoted[index - 1] === 1
  // "Об этом … заявил президент": between the verb and a subject after it stands no verb of another clause.
  const follows = after.filter(
    (one) => !verbBetween(scene, index + 1, one.from) && !opensBetween(scene, index + 1, one.from),
  )
  const pick = (list: readonly Actor[], nearest: 'first' | 'last') => {
    const order = nearest === 'first' ? list : [...list].reverse()
    const top = order[0]
    if (top === undefined) return null
    // "сообщил РИА «Регион» источник": the agency that is told is no subject.
    const beside = order[1]
    if (
      nearest === 'first' &&
      beside !== undefined &&
      beside.from === top.to &&
      (top.kind === 'organisation' || (LATIN.test(top.name) && top.role === null))
    )
      return beside
    const person = order.find((one) => one.kind === 'person' && (one.pronoun === null || one === top))
    // A name beats an office or a body near it; a pronoun right there is meant.
    if (person !== undefined && (Math.abs(person.from - top.from) < 30 || top.kind === 'thing')) return person
    return order.find((one) => one.kind !== 'thing') ?? top
  }
  // «Салаев назвал фильм Дудя полезным, однако подчеркнул»: verbs joined have one subject, that of the first.
  const first0 = joinedTo(scene, from, index)
  if (first0 !== null) {
    const own = pick(
      before.filter((one) => one.to <= first0 && !verbBetween(scene, one.to, first0)),
      'last',
    )
    if (own !== null && own.kind !== 'thing') return own
  }
  const ahead = before.filter((one) => !verbBetween(scene, one.to, index) || isFramed(scene, one, index))
  const first = inverted ? pick(follows, 'first') : pick(ahead, 'last')
  if (first !== null) return first
  const second = inverted ? pick(ahead, 'last') : pick(follows, 'first')
  if (second !== null) return second
  // "В МВД сообщили", «в Сембрии считают»: a place, with a verb in the plural.
  if (reading.number === 'plural') {
    const place = placeSpeaker(scene, index, from, to, true)
    if (place !== null) return place
    const body = [...near]
      .filter((one) => one.kind === 'organisation' && /^(?:в|во|на)$/.test(tokens[one.from - 1]?.norm ?? ''))
      .sort((a, b) => Math.abs(a.from - index) - Math.abs(b.from - index))[0]
    if (body !== undefined) return { ...body, name: nameIn(document, body, 'prepositional'), certain: true }
  }
  if (verb.gerund || isJoined(scene, index - 1)) return pick(before, 'last')
  return null
}

/** «следует из отчёта управления», «…, следует из данных Росстата»: what it follows from, or whose. */
function followsFrom(scene: Scene, verb: CueVerb, to: number): Actor | null {
  const told = verb.lemma === KNOWN
  if (verb.lemma !== 'следовать' && !told) return null
  const { document } = scene
  const found = actorsIn(
    scene.actors,
    verb.index + (told ? 1 : 2),
    Math.min(to, verb.index + (told ? 2 : 7)),
  ).find((one) => !one.quoted && one.kind !== 'thing')
  return found === undefined
    ? null
    : { ...found, name: nameIn(document, found, told ? 'dative' : 'genitive'), certain: true }
}

/** «передали записку. «…», — говорится в ней»: the document named last that the pronoun fits. */
function itSays(scene: Scene, index: number): Actor | null {
  const { document, cues, quoted } = scene
  const { tokens } = document
  const pronoun = tokens[index + 2]?.norm
  if (tokens[index + 1]?.norm !== 'в' || (pronoun !== 'нем' && pronoun !== 'ней')) return null
  const { from } = scene.range(Math.max(0, tokens[index]!.sentence - 3))
  for (let at = index - 1; at >= from; at--) {
    if (quoted[at] === 1 || tokens[at]!.kind !== 'word') continue
    if ((kindsOf(document, tokens[at]!.norm, cues) & DOCUMENT) === 0) continue
    const { pos, gender, cases } = document.reading(at)
    if (pos !== 'noun' || (gender === 'feminine') !== (pronoun === 'ней')) continue
    const own = nounActor(scene, at)
    return { ...own, name: nameIn(document, own, cases[0] ?? 'nominative'), certain: true }
  }
  return null
}

/** «сообщение, в котором говорилось»: what the relative clause is about. */
function headBefore(scene: Scene, near: readonly Actor[], index: number): Actor | null {
  const { tokens } = scene.document
  if (!/^котор/.test(tokens[index - 1]?.norm ?? '') || tokens[index - 3]?.text !== ',') return null
  return near.find((one) => one.to === index - 3 && one.kind === 'organisation') ?? null
}

/** The finite verb before, in the same form, to which the verb at `index` is joined: "назвал …, однако подчеркнул"; or null. */
function joinedTo(scene: Scene, from: number, index: number): number | null {
  const { document, cues, quoted } = scene
  const { tokens } = document
  let at = index - 1
  while (
    at > from &&
    ['adverb', 'particle'].includes(document.reading(at).pos) &&
    tokens[at]!.norm !== 'однако'
  )
    at--
  if (at <= from || !(cues.joiners.has(tokens[at]!.norm) || tokens[at]!.norm === 'однако')) return null
  const verb = document.reading(index)
  for (at--; at > from; at--) {
    if (quoted[at] === 1) continue
    const { pos, number, tense, gender } = document.reading(at)
    if (pos !== 'verb' || number === null) continue
    return tense === verb.tense && number === verb.number && gender === verb.gender ? at : null
  }
  return null
}

/** «цитирует главу правительства агентство», «приводит слова Пескова ТАСС»: who is quoted, not who quotes. */
function quotedPerson(scene: Scene, verb: CueVerb, to: number): Actor | null {
  const { document, actors } = scene
  const { tokens } = document
  const cites = /^(?:процитировать|цитировать)$/.test(verb.lemma)
  if (!cites && !/^(?:приводить|привести|передавать|передать)$/.test(verb.lemma)) return null
  const words = tokens[verb.index + 1]?.norm === 'слова' || tokens[verb.index + 1]?.norm === 'слово'
  if (!cites && !words) return null
  // «цитирует её газета»
  const whom = cites ? scene.cues.possessives.get(tokens[verb.index + 1]?.norm ?? '') : undefined
  if (whom !== undefined) return pronounActor(scene, verb.index + 1, whom)
  const start = verb.index + (words ? 2 : 1)
  const list = actorsIn(actors, start, Math.min(to, start + 12)).filter(
    (one) => !one.quoted && one.kind !== 'thing',
  )
  const first = list[0] !== undefined && list[0].from < start + 2 ? list[0] : undefined
  // «цитирует агентство главу района»: first who quotes, then who is quoted.
  const second = list[1]
  const person =
    first?.kind === 'organisation' &&
    first.subject &&
    second !== undefined &&
    second.from === first.to &&
    !second.subject
      ? second
      : first
  if (person === undefined || (!words && person.subject && person.kind === 'organisation')) return null
  return { ...person, name: nameIn(document, person, words ? 'genitive' : 'accusative'), certain: true }
}

/** "главы фонда Темира Адилова, который сравнил": the one whom the relative clause is about. */
function relativeHead(scene: Scene, near: readonly Actor[], from: number, index: number): Actor | null {
  const { tokens } = scene.document
  for (let at = index - 1; at > Math.max(from, index - 12); at--) {
    if (tokens[at]!.text === ',') return null
    if (!/^котор(?:ый|ая|ое|ые)$/.test(tokens[at]!.norm) || tokens[at - 1]?.text !== ',') continue
    return near.find((one) => one.to === at - 1 && one.kind !== 'thing') ?? null
  }
  return null
}

/** "говорится в докладе генпрокурора": the document speaks. */
function spokenDocument(scene: Scene, near: readonly Actor[], index: number): Actor | null {
  const { document } = scene
  const place = near.find(
    (one) =>
      /^(?:в|во|на)$/.test(document.tokens[one.from - 1]?.norm ?? '') &&
      one.kind === 'organisation' &&
      Math.abs(one.from - index) < 8,
  )
  return place === undefined
    ? null
    : { ...place, name: nameIn(document, place, 'prepositional'), certain: true }
}

/** Offices whose word looks like a woman's and may be a man's. */
const COMMON = /(?:^|\s)(?:экс-)?(?:глава|судья|коллега|староста|старшина)(?:\s|$)/i

function agrees(
  actor: Actor,
  verb: { number: string | null; gender: string | null; tense: string | null },
): boolean {
  if (verb.number === 'plural') {
    if (actor.number === 'singular' && actor.kind !== 'organisation') return false
    if (actor.kind === 'organisation' && actor.number === 'singular' && !/^(?:власти|сми)$/i.test(actor.name))
      return false
  }
  if (verb.number === 'singular' && actor.number === 'plural') return false
  if (verb.gender !== null && actor.gender !== null && verb.gender !== actor.gender) {
    // "министр заявила": an office in the masculine may be a woman's; a name of a body in marks tells no gender.
    return (
      (actor.kind === 'unnamed' && (verb.gender === 'feminine' || COMMON.test(actor.name))) ||
      /[«"]/.test(actor.name)
    )
  }
  return true
}

function verbBetween(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (scene.quoted[at] === 1) continue
    const close = framedClause(scene, at, to)
    if (close !== null) {
      at = close
      continue
    }
    const reading = scene.document.reading(at)
    if (reading.pos === 'verb' && (reading.tense !== null || reading.number !== null)) return true
  }
  return false
}

/** «рассказала о том, как пережила эту ночь, жительница»: the comma that ends a dependent clause which begins at `at`. */
function framedClause(scene: Scene, at: number, to: number): number | null {
  const { tokens } = scene.document
  if (tokens[at]!.text !== ',') return null
  const next = tokens[at + 1]?.norm ?? ''
  const second = tokens[at + 2]?.norm ?? ''
  if (!/^(?:как|где|когда|почему|зачем|кто|сколько|котор\p{L}*)$/u.test(next) && !/^котор/.test(second))
    return null
  for (let close = at + 2; close < to; close++) if (tokens[close]!.text === ',') return close
  return null
}

function opensBetween(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene.document
  for (let at = from; at < to; at++)
    if (tokens[at]!.text === ',' && scene.cues.openers.has(tokens[at + 1]?.norm ?? '')) return true
  return false
}

/** The clause between subject and verb stands between commas: "Кастеллян, который вёл переговоры, сказал". */
function isFramed(scene: Scene, actor: Actor, index: number): boolean {
  const { tokens } = scene.document
  if (scene.cues.joiners.has(tokens[index - 1]?.norm ?? '')) return true
  if (tokens[actor.to]?.text !== ',') {
    // Verbs of one subject: "вышел к журналистам и сказал".
    for (let at = actor.to; at < index; at++)
      if (scene.cues.joiners.has(tokens[at]!.norm) && tokens[at - 1]?.text !== ',') return true
    return false
  }
  for (let at = actor.to + 1; at < index; at++) if (tokens[at]!.text === ',') return true
  return false
}

const isJoined = (scene: Scene, index: number): boolean => {
  const token = scene.document.tokens[index]
  return token !== undefined && (scene.cues.joiners.has(token.norm) || token.text === ',')
}
