import { getLanguage } from '../languages/index.ts'
import type { Document } from '../text/document.ts'
import { wordTest } from '../text/word-test.ts'
import { type Actor, actorsIn, isAbbreviation, isCapital, nameIn } from './actors.ts'
import type { Cues } from './cue-types.ts'
import { canBe, isGeographic } from './forms-cased.ts'
import type { Scene } from './scene.ts'
import { DOCUMENT, kindsAt, ORGANISATION } from './word-kinds.ts'

/** How far before its verb a phrase of place may stand. */
const REACH = 16

/**
 * Who speaks where a phrase of place stands instead of a subject: a body («в МВД сообщили»), what is written on
 * («на плакате написано», «в докладе говорится»), and, of verbs in the plural, a country or a town («в Сембрии считают»).
 */
export function placeSpeaker(
  scene: Scene,
  index: number,
  from: number,
  to: number,
  towns: boolean,
): Actor | null {
  for (let at = index + 1; at < Math.min(to, index + 4); at++) {
    if (scene.document.tokens[at]!.kind === 'punctuation') break
    const found = phraseAt(scene, at, towns, at === index + 1)
    if (found !== null) return found
  }
  for (let at = index - 2; at >= Math.max(from, index - REACH); at--) {
    if (!opensClause(scene, at, from)) continue
    const found = phraseAt(scene, at, towns, at === from)
    if (found !== null) return found
  }
  return null
}

/** «Минск считает», «официальный Тегеран заявил», «…, уверены в Москве»: a land or a capital itself as the subject of a verb. */
export function landSubject(scene: Scene, index: number, from: number, to: number): Actor | null {
  const { document, quoted } = scene
  const { tokens } = document
  const verb = document.reading(index)
  let at = index - 1
  while (at > from && ['adverb', 'particle'].includes(document.reading(at).pos)) at--
  const before = tokens[at]
  const inverted = at < from || before === undefined || before.kind === 'punctuation' || before.norm === 'как'
  if (inverted) at = index + 1
  const token = tokens[at]
  if (token === undefined || at >= to || at < from || token.kind !== 'word' || quoted[at] === 1) return null
  // «официальный Тарквен» is a government, whatever the dictionary knows of the town.
  const official = at > from && /^официальн/.test(tokens[at - 1]!.norm)
  if (!isCapital(token.text) || isAbbreviation(token.text)) return null
  if (!official && !isGeographic(document, at)) return null
  if (!canBe(scene, at, 'nominative')) return null
  const reading = document.reading(at)
  if (verb.number !== null && reading.number !== null && verb.number !== reading.number) return null
  if (verb.gender !== null && reading.gender !== null && verb.gender !== reading.gender) return null
  // «министр Россия» is none; «в Минск» is where, not who.
  const pos = at > from && tokens[at - 1]?.kind === 'word' ? document.reading(at - 1).pos : 'other'
  if (!inverted && !['other', 'adjective', 'conjunction', 'adverb', 'particle'].includes(pos)) return null
  return { ...nounActor(scene, at), name: token.text }
}

function opensClause(scene: Scene, at: number, from: number): boolean {
  const before = scene.document.tokens[at - 1]
  if (at === from || before === undefined) return true
  const { cues } = scene
  return (
    before.kind === 'punctuation' ||
    cues.joiners.has(before.norm) ||
    cues.openers.has(before.norm) ||
    cues.questions.has(before.norm)
  )
}

const OCCASIONS = new Set(
  `интервью беседа разговор эфир ход рамка комментарий время год месяц неделя день ночь утро вечер среда начало конец середина
  момент ответ обращение письмо сообщение заявление выступление встреча брифинг пресс-конференция совещание заседание сеть соцсеть
  интернет канал телеграм-канал аккаунт страница блог твиттер фейсбук раз очередь прошлое адрес честь пользу случай связь результат
  число тысяча миллион процент квартал отношение присутствие частность общее целое принцип суббота воскресенье`.split(
    /\s+/,
  ),
)

const isOccasion = (document: Document, index: number, cues: Cues): boolean =>
  cues.times.has(document.tokens[index]!.norm) ||
  document.lemmas(index).some((one) => OCCASIONS.has(one) || cues.times.has(one))

const isIn = wordTest(/^(?:в|во|на)$/)

function phraseAt(scene: Scene, at: number, towns: boolean, right = false): Actor | null {
  const { document, cues, quoted } = scene
  const { tokens } = document
  if (!isIn(tokens[at]) || quoted[at] === 1) return null
  const language = getLanguage(document.language)
  let head = at + 1
  while (
    head < Math.min(tokens.length - 1, at + 4) &&
    (cues.possessives.has(tokens[head]!.norm) ||
      ['adjective', 'participle', 'pronoun'].includes(document.reading(head).pos))
  )
    head++
  const token = tokens[head]
  if (token === undefined || token.kind !== 'word' || token.sentence !== tokens[at]!.sentence) return null
  const kinds = kindsAt(document, token, cues)
  const bears = (kinds & DOCUMENT) !== 0 || document.lemmas(head).some((one) => cues.bearers.has(one))
  const cases = language.cases(token.norm)
  if (cases.size > 0 && !cases.has('prepositional')) return null
  const own = actorsIn(scene.actors, at + 1, head + 1).find((one) => one.to > head && !one.quoted)
  if (own !== undefined && own.kind === 'organisation' && own.to <= head + 4)
    return {
      ...own,
      name:
        own.to === own.from + 1 ? nounActor(scene, own.from).name : nameIn(document, own, 'prepositional'),
      certain: true,
    }
  // «рассказали в учреждении»: right after a verb in the plural any body, save occasions and days.
  const any =
    towns &&
    right &&
    token.kind === 'word' &&
    document.reading(head).pos === 'noun' &&
    !isOccasion(document, head, cues)
  const isPlace = (towns && isCapital(token.text)) || any
  if (!bears && !isPlace && (kinds & ORGANISATION) === 0) return null
  return nounActor(scene, head)
}

/** A noun alone as whoever speaks: «плакат», «Сембрия». */
export function nounActor(scene: Scene, head: number): Actor {
  const { document } = scene
  const token = document.tokens[head]!
  const language = getLanguage(document.language)
  const reading = document.reading(head)
  const given = language.cases(token.norm).has('prepositional') ? 'prepositional' : reading.cases[0]
  // A land or a body of one word: the dictionary has its first form, or guesses it well (Лагарии, Пакте).
  const lone =
    scene.cues.inflected &&
    isCapital(token.text) &&
    !isAbbreviation(token.text) &&
    reading.number !== 'plural'
  const lemma = !lone
    ? null
    : /ии$/.test(token.norm)
      ? token.norm.replace(/ии$/, 'ия')
      : (document.lemmas(head)[0] ?? null)
  return {
    name:
      lemma !== null && lemma.length > 2
        ? lemma[0]!.toUpperCase() + lemma.slice(1)
        : scene.cues.inflected
          ? language.nominative(document.tokens, head, head + 1, given ?? undefined)
          : token.text,
    span: { start: token.start, end: token.end },
    from: head,
    to: head + 1,
    nameFrom: head,
    kind: 'organisation',
    pronoun: null,
    gender: reading.gender,
    number: reading.number,
    role: null,
    subject: true,
    certain: true,
    quoted: false,
  }
}
