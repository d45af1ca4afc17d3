import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import type { GrammaticalCase } from '../text/document.ts'
import { type Actor, actorsIn, isCapital, nameIn } from './actors.ts'
import { possessorOf } from './actors-plain-build.ts'
import type { Cues, PronounFeatures } from './cue-types.ts'
import { isGeographic } from './forms-cased.ts'
import { nounActor } from './places.ts'
import type { Scene } from './scene.ts'
import { kindsAt, SOURCE } from './word-kinds.ts'

/** "According to X", «по словам X», «как сообщил X»: a phrase that names the source of what stands around it. */
export interface SourcePhrase {
  readonly cueSpan: Span
  /** First token of the phrase, and the one after it and its speaker. */
  readonly from: number
  readonly to: number
  readonly actor: Actor | null
  /** "По его словам": who is meant is somebody of this gender. */
  readonly possessive: PronounFeatures | null
}

/** The source phrases of a stretch of tokens, outside quoted words. */
export function sourcePhrasesIn(scene: Scene, from: number, to: number): SourcePhrase[] {
  const { document, cues } = scene
  const { grammar } = getLanguage(document.language)
  if (grammar !== null) return grammar.sourcePhrasesIn(scene, from, to)
  const found: SourcePhrase[] = []
  for (let index = from; index < to; index++) {
    if (scene.quoted[index] === 1 || (kindsAt(document, document.tokens[index]!, cues) & SOURCE) === 0)
      continue
    const phrase = phraseAt(scene, index, to)
    if (phrase === null) continue
    found.push(phrase)
    index = phrase.to - 1
  }
  return found
}

const byFirstWord = new WeakMap<Cues, Map<string, (readonly string[])[]>>()

/** The source phrases that begin with a word, in their order. */
function phrasesWith(cues: Cues, first: string): readonly (readonly string[])[] {
  let known = byFirstWord.get(cues)
  if (known === undefined) {
    known = Map.groupBy(cues.sourcePhrases, (phrase) => phrase[0]!)
    byFirstWord.set(cues, known)
  }
  return known.get(first) ?? []
}

function phraseAt(scene: Scene, index: number, to: number): SourcePhrase | null {
  const { document, cues } = scene
  const { tokens } = document
  const { norm } = tokens[index]!
  if (!cues.inflected && /^(?:in|by)$/.test(norm)) {
    const whose = inTheirView(scene, index)
    if (whose !== null) return whose
    if (norm === 'by') return null
  }
  for (const phrase of phrasesWith(cues, norm)) {
    let at = index + 1
    let possessive: PronounFeatures | null = null
    let fits = true
    for (const word of phrase.slice(1)) {
      // "по его словам", "по предварительным данным"
      while (
        cues.inflected &&
        at < to &&
        tokens[at]!.kind === 'word' &&
        !is(scene, at, word) &&
        at - index < 3
      ) {
        const meant = cues.possessives.get(tokens[at]!.norm)
        if (meant !== undefined) possessive = meant
        else if (document.reading(at).pos !== 'adjective' && document.reading(at).pos !== 'pronoun') break
        at++
      }
      if (at >= to || !is(scene, at, word)) {
        fits = false
        break
      }
      at++
    }
    if (!fits) continue
    // "согласно его словам": the possessive stands behind a phrase of one word, and the noun behind that.
    if (cues.inflected && phrase.length === 1 && possessive === null) {
      const meant = cues.possessives.get(tokens[at]?.norm ?? '')
      if (meant !== undefined && at + 1 < to && document.reading(at + 1).pos === 'noun') {
        possessive = meant
        at += 2
      }
    }
    const cueSpan = { start: tokens[index]!.start, end: tokens[at - 1]!.end }
    if (!cues.inflected) {
      const word = tokens[at]?.norm ?? ''
      const owned = OWNERS.has(word) ? (tokens[at + 1]?.norm ?? '') : ''
      // "according to her words" is hers, "according to her lawyer" the lawyer's.
      if (owned !== '' && VIEWS.test(owned)) {
        possessive = OWNERS.get(word)!
        at++
      } else if (owned === '' || !['noun', 'adjective', 'name'].includes(document.reading(at + 1).pos))
        possessive = cues.possessives.get(word) ?? null
    }
    if (possessive !== null)
      return { cueSpan, from: index, to: cues.inflected ? at : at + 1, actor: null, possessive }
    // "По сообщению ТАСС": the phrase and its speaker may stand as one noun phrase.
    const whole = cues.inflected
      ? actorsIn(scene.actors, Math.max(0, index), at).find((one) => one.to > at)
      : undefined
    if (whole !== undefined) {
      const part = { ...whole, from: at, nameFrom: at, kind: 'organisation' as const }
      return {
        cueSpan,
        from: index,
        to: whole.to,
        actor: {
          ...part,
          name: nameIn(document, part, 'genitive'),
          span: { start: tokens[at]!.start, end: whole.span.end },
          certain: true,
        },
        possessive: null,
      }
    }
    const own = actorsIn(scene.actors, at, Math.min(to, at + LONGEST_APPOSITION)).filter((one) => !one.quoted)
    const head = whoseData(scene, own, at)
    // «по мнению Израиля»: a land is nobody whom the rules of people and bodies find.
    const land =
      head === undefined &&
      cues.inflected &&
      at < to &&
      isCapital(tokens[at]!.text) &&
      isGeographic(document, at)
    if (land) return { cueSpan, from: index, to: at + 1, actor: landActor(scene, at), possessive: null }
    const body =
      head === undefined && cues.inflected
        ? bodyAt(scene, at, to, norm === 'согласно' ? 'dative' : 'genitive')
        : null
    if (body !== null) return { cueSpan, from: index, to: body.to, actor: body, possessive: null }
    if (head === undefined) return { cueSpan, from: index, to: at, actor: null, possessive: null }
    const named = apposition(scene, head, own)
    const given = caseAfter(scene, phrase, named)
    const name = cues.inflected ? nameIn(document, named, given) : named.name
    return {
      cueSpan,
      from: index,
      to: Math.max(named.to, head.to),
      actor: { ...named, name, certain: true },
      possessive: null,
    }
  }
  return null
}

/** An office with all that belongs to it may take so many words before its holder's name. */
const LONGEST_APPOSITION = 40
const DATA = /^(?:data|figures?|statistics|information|numbers|estimates?|reports?|results|findings|details)$/
const FROM = /^(?:of|from|by)$/

/** Whom a source phrase names: "the latest data of the Ministry" are the Ministry's. */
function whoseData(scene: Scene, own: readonly Actor[], at: number): Actor | undefined {
  const { tokens } = scene.document
  const head =
    own.find((one) => one.from - at <= 1) ??
    // "in the opinion Head of the Department": a translation ran the phrase and the office together.
    (scene.cues.inflected ? undefined : scene.actors.find((one) => one.from < at && one.to > at))
  if (head === undefined || scene.cues.inflected || !DATA.test(tokens[head.to - 1]?.norm ?? '')) return head
  if (!FROM.test(tokens[head.to]?.norm ?? '')) return head
  return own.find((one) => one.from > head.to && one.from <= head.to + 2 && one.kind !== 'thing') ?? head
}

const VIEWS = /^(?:opinion|view|words|telling|judgment|judgement|estimation|account|reckoning)$/
const OWNERS: ReadonlyMap<string, PronounFeatures> = new Map([
  ['his', { gender: 'masculine', number: 'singular' }],
  ['her', { gender: 'feminine', number: 'singular' }],
  ['their', { gender: null, number: 'plural' }],
])

/** "in his opinion", "by her own account", "in Mira Dahl's words". */
function inTheirView(scene: Scene, index: number): SourcePhrase | null {
  const { tokens } = scene.document
  let at = index + 1
  const features = OWNERS.get(tokens[at]?.norm ?? '') ?? null
  if (features === null) while (at < index + 5 && !VIEWS.test(tokens[at]?.norm ?? '')) at++
  else at += tokens[at + 1]?.norm === 'own' ? 2 : 1
  const noun = tokens[at]
  if (noun === undefined || !VIEWS.test(noun.norm)) return null
  const owner =
    features === null
      ? possessorOf(
          { document: scene.document, quoted: scene.quoted, names: new Map(), capitals: new Set() },
          at,
          index + 1,
        )
      : null
  if (features === null && owner === null) return null
  const cueSpan = { start: tokens[index]!.start, end: noun.end }
  return { cueSpan, from: index, to: at + 1, actor: owner, possessive: features }
}

/** The case that a source phrase asks of its speaker; «со ссылкой на нескольких чиновников» has the genitive. */
function caseAfter(scene: Scene, phrase: readonly string[], actor: Actor): GrammaticalCase {
  const given = phrase.includes('ссылка') ? 'accusative' : phrase[0] === 'согласно' ? 'dative' : 'genitive'
  const forms = getLanguage(scene.document.language).cases(scene.document.tokens[actor.nameFrom]!.norm)
  return !forms.has(given) && forms.has('genitive') ? 'genitive' : given
}

/** «по сведениям префектуры города»: a noun that no list knows for a body, with what belongs to it. */
function bodyAt(scene: Scene, at: number, to: number, given: GrammaticalCase): Actor | null {
  const { document } = scene
  const { cases, nominative } = getLanguage(document.language)
  const token = document.tokens[at]
  if (at >= to || token?.kind !== 'word' || scene.quoted[at] === 1) return null
  let head = at
  while (
    head + 1 < to &&
    document.reading(head).pos === 'adjective' &&
    cases(document.tokens[head]!.norm).has(given)
  )
    head++
  const noun = document.tokens[head]!
  if (noun.kind !== 'word' || document.reading(head).pos !== 'noun' || !cases(noun.norm).has(given))
    return null
  if (scene.cues.times.has(noun.norm) || document.lemmas(head).some((one) => scene.cues.times.has(one)))
    return null
  let end = head + 1
  while (
    end < Math.min(to, head + 4) &&
    document.tokens[end]!.kind === 'word' &&
    ['noun', 'adjective'].includes(document.reading(end).pos) &&
    cases(document.tokens[end]!.norm).has('genitive') &&
    !cases(document.tokens[end]!.norm).has('nominative')
  )
    end++
  return {
    ...nounActor(scene, head),
    name: nominative(document.tokens, at, end, given),
    span: { start: token.start, end: document.tokens[end - 1]!.end },
    from: at,
    to: end,
    nameFrom: at,
  }
}

const landActor = (scene: Scene, at: number): Actor => ({
  ...nounActor(scene, at),
  name: getLanguage(scene.document.language).nominative(scene.document.tokens, at, at + 1, 'genitive'),
})

/** "the head of the council, Temir Adilov": the name said in apposition. */
function apposition(scene: Scene, head: Actor, own: readonly Actor[]): Actor {
  if (head.kind === 'person' || (head.kind === 'organisation' && !scene.cues.inflected)) return head
  const { tokens } = scene.document
  const person = own.find(
    (one) =>
      one.from >= head.to &&
      one.kind === 'person' &&
      one.pronoun === null &&
      (one.subject || scene.cues.inflected),
  )
  if (person === undefined) return head
  let commas = 0
  for (let at = head.to; at < person.from; at++) {
    const token = tokens[at]!
    if (token.text === ',') commas++
    else if (token.kind === 'punctuation') return head
    if (scene.document.reading(at).pos === 'verb') return head
  }
  if (
    !scene.cues.inflected &&
    commas === 0 &&
    person.from - head.to <= 3 &&
    scene.document.reading(head.to).pos !== 'preposition'
  )
    return person
  // "по словам члена комиссии по контролю за достоверностью данных Эрнеста Рогова": all in one, the name in the genitive.
  if (
    scene.cues.inflected &&
    commas === 0 &&
    head.kind === 'unnamed' &&
    person.from - head.to <= 8 &&
    tokens
      .slice(person.nameFrom, person.to)
      .every((one) => getLanguage(scene.document.language).cases(one.norm).has('genitive'))
  )
    return person
  // What follows the comma is the report itself unless a comma closes the apposition.
  return commas === 1 && tokens[person.to]?.text === ',' ? person : head
}

const is = (scene: Scene, index: number, word: string): boolean =>
  scene.document.tokens[index]!.norm === word ||
  (scene.cues.inflected && scene.document.lemmas(index).includes(word))
