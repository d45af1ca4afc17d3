import type { Quotation } from '#shared/domain/quotation.ts'
import { getLanguage } from '../languages/index.ts'
import { wordTest } from '../text/word-test.ts'
import { type Actor, actorsIn, nameIn } from './actors.ts'
import { cueVerbAt } from './cues.ts'
import { featuresOf, type Reported } from './reported.ts'
import type { Scene } from './scene.ts'
import { hasVerb, trimmed } from './spans.ts'
import { subjectOf } from './subjects.ts'
import { kindsAt, ROLE } from './word-kinds.ts'

/** At most this many sentences go on without a cue of their own. */
const LONGEST_RUN = 2
const BACKSHIFT = /^(?:would|could|might)$/
/** Words by which an outlet speaks of what was just reported: «Это …», «В результате …». */
const POINTS_BACK = /^(?:это|эт(?:от|а|и|у|ой|ого)|в|во|на|после|из-за|тогда|назад|официально)$/
const FUTURE = /^(?:буд(?:ет|ут)|will)$/

/**
 * True when a sentence without a cue still belongs to what the one before it reports: it stands in the same paragraph,
 * names nobody who could act in it, and its tense or the source phrase before it says that the report goes on.
 */
export function runsOn(scene: Scene, sentence: number, before: Quotation, runs: number): boolean {
  const { document, cues } = scene
  const { tokens, sentences, text } = document
  // A language with rules of its own tells by them which sentences go on.
  if (runs >= LONGEST_RUN || getLanguage(document.language).grammar !== null) return false
  const span = sentences[sentence]!
  if (text.slice(before.end, span.start).includes('\n')) return false
  const { from, to } = scene.range(sentence)
  if (to - from < 3 || to - from > 45) return false
  for (let at = from; at < to; at++) if (scene.quoted[at] === 1) return false
  if (document.lemmas(from).some((one) => cues.turns.has(one)) || cues.turns.has(tokens[from]!.norm))
    return false
  if ((scene.verbs.get(sentence) ?? []).some((one) => one.strong)) return false
  const own = actorsIn(scene.actors, from, to).filter((one) => !one.quoted)
  // Somebody named as the sentence's subject acts in the outlet's own account.
  if (
    own.some((one) => one.subject && (one.pronoun !== null || one.kind === 'person') && one.from < from + 6)
  )
    return false
  if (!/[.!]$/.test(text.slice(span.start, span.end))) return false
  let shifted = false
  for (let at = from; at < to; at++) {
    const { norm } = tokens[at]!
    // «…, откуда они улетят»: what a dependent clause foretells says nothing of its sentence.
    if (
      cues.inflected &&
      !shifted &&
      document.reading(at).pos === 'verb' &&
      document.reading(at).number !== null
    ) {
      shifted = FUTURE.test(norm) || document.reading(at).tense === 'future'
      break
    }
    if (
      cues.inflected
        ? FUTURE.test(norm) || document.reading(at).tense === 'future'
        : BACKSHIFT.test(norm) || norm === 'will' || (norm === 'had' && isBackshift(scene, from, at))
    )
      shifted = true
  }
  if (shifted) return true
  if (before.why.rule !== 'indirect.source-phrase' || runs > 0) return false
  if (!cues.inflected) return true
  // «Уничтожен склад.»: short, and about nothing that the outlet itself points back to.
  return to - from <= 12 && !POINTS_BACK.test(tokens[from]!.norm) && !POINTS_BACK.test(tokens[from + 1]!.norm)
}

/** "Two kilometres had been cleared" goes on with the report; "protesters had gathered" may be the outlet's account. */
function isBackshift(scene: Scene, from: number, had: number): boolean {
  const { document, cues } = scene
  for (let at = from; at < had; at++)
    if (
      /^(?:who|which|that)$/.test(document.tokens[at]!.norm) ||
      (kindsAt(document, document.tokens[at]!, cues) & ROLE) !== 0
    )
      return false
  return true
}

const ABOUT_THIS =
  /^(?:об этом|о том|такое мнение|такую позицию|такую точку|такую оценку|такой прогноз|такое заявление|соответствующее заявление|так|с таким|такой вывод)$/
const mayPointBack = wordTest(/^(?:об?|так(?:ое|ую|ой)?|соответствующее|с)$/)
/** Nouns of speech that any verb of saying takes: «такое мнение высказал». */
const SUCH = /^(?:такое|такую|такой|с) /

/** «… Об этом заявил X.»: what the sentence before said is X's. Null when the sentence says nothing of the kind. */
export function reportBefore(scene: Scene, sentence: number): Reported | null {
  const { document, cues } = scene
  if (!cues.inflected || sentence === 0) return null
  const { tokens, sentences, text, paragraphs } = document
  const { from, to } = scene.range(sentence)
  if (!mayPointBack(tokens[from])) return null
  const opening = `${tokens[from]?.norm ?? ''} ${tokens[from + 1]?.norm ?? ''}`
  if (!ABOUT_THIS.test(opening) && !/^об этом/.test(opening)) return null
  const any = SUCH.test(opening)
  const verb = (scene.verbs.get(sentence) ?? []).find((one) => (one.strong || any) && one.index - from < 20)
  if (verb === undefined) return null
  for (let at = verb.index; at < to; at++)
    if (
      cueVerbAt(document, at, cues) !== null &&
      tokens[at + 1]?.text === ',' &&
      cues.openers.has(tokens[at + 2]?.norm ?? '')
    )
      return null
  // «Об этом в эфире радио … заявил X»: who is told of after the verb, else before it.
  const actor =
    subjectOf(scene, verb, verb.index, to) ??
    subjectOf(scene, verb, from, to) ??
    ofData(scene, verb.index, to)
  const paragraph = document.paragraphAt(sentences[sentence]!.start)
  // All of the paragraph before it, or the paragraph before when it opens one (the headline aside).
  let first = sentence - 1
  const owner = document.paragraphAt(sentences[first]!.start)
  if (owner !== paragraph && (owner === 0 || paragraph - owner > 1)) return null
  while (
    first > 0 &&
    document.paragraphAt(sentences[first - 1]!.start) === owner &&
    sentence - first < 3 &&
    // Deep in a paragraph «об этом» means the last sentence; at its start all before it.
    (sentence < 3 || document.paragraphAt(sentences[sentence - 3]!.start) !== owner) &&
    (scene.verbs.get(first - 1) ?? []).length === 0
  )
    first--
  const start = Math.max(sentences[first]!.start, paragraphs[owner]!.start)
  const span = trimmed(scene, start, sentences[sentence - 1]!.end)
  if (span === null) return null
  if (
    scene.outer.some(
      (one) =>
        one.start < span.end && span.start < one.end && one.end - one.start > (span.end - span.start) / 2,
    )
  )
    return null
  void text
  const token = tokens[verb.index]!
  return {
    span,
    actor,
    features: actor === null ? featuresOf(scene, verb) : null,
    cueSpan: { start: token.start, end: token.end },
    at: verb.index,
    rule: 'indirect.sentence-before',
    confidence: 0.8,
  }
}

/** «Об этом свидетельствуют данные фонда»: whose data they are. */
function ofData(scene: Scene, verb: number, to: number): Actor | null {
  const { document } = scene
  if (
    !/^(?:данные|материалы|результаты|расчеты|подсчеты|записи|кадры|документы)$/.test(
      document.tokens[verb + 1]?.norm ?? '',
    )
  )
    return null
  const owner = actorsIn(scene.actors, verb + 2, Math.min(to, verb + 4)).find(
    (one) => !one.quoted && one.kind !== 'thing',
  )
  return owner === undefined ? null : { ...owner, name: nameIn(document, owner, 'genitive'), certain: true }
}

/** `Tokayev: Whoever …` as a headline or a line of its own: what follows the colon is the named one's. */
export function headlineReport(scene: Scene, sentence: number): Reported | null {
  const { document } = scene
  const { tokens, sentences, paragraphs, text } = document
  const span = sentences[sentence]!
  const index = document.paragraphAt(span.start)
  const paragraph = paragraphs[index]!
  if (span.start !== paragraph.start || index > 3) return null
  const { from, to } = scene.range(sentence)
  const signed = index === 0 && scene.cues.inflected ? signedHeadline(scene, sentence) : null
  if (signed !== null) return signed
  // A line that ends with a full stop is a paragraph, not a headline.
  if (index > 0 && /[.…]$/.test(text.slice(paragraph.start, paragraph.end))) return null
  for (let at = from + 1; at < Math.min(to, from + 9); at++) {
    if (tokens[at]!.text !== ':') continue
    if (scene.quoted[at + 1] === 1 || /^[—–-]$/.test(tokens[at + 1]?.text ?? '')) return null
    const actor = actorsIn(scene.actors, from, at).find(
      (one) => one.kind !== 'thing' && one.pronoun === null && !one.quoted,
    )
    if (actor === undefined || actor.to !== at) return null
    if (at - from > actor.to - actor.from + 1) return null
    const first = tokens[at + 1]
    if (first === undefined) return null
    const clause = trimmed(scene, tokens[at]!.end, paragraph.end)
    if (clause === null) return null
    let verb = false
    for (let next = at + 1; next < to; next++) if (document.reading(next).pos === 'verb') verb = true
    if (!verb && !actor.subject) return null
    return {
      span: clause,
      actor,
      features: null,
      cueSpan: { start: tokens[at]!.start, end: tokens[at]!.end },
      at: from,
      rule: 'indirect.headline',
      confidence: 0.75,
    }
  }
  return null
}

/** `Бюджет вырастет — губернатор`: who says it stands at the headline's end, after a dash. */
function signedHeadline(scene: Scene, sentence: number): Reported | null {
  const { document } = scene
  const { tokens, sentences, paragraphs } = document
  const span = sentences[sentence]!
  if (span.end < paragraphs[0]!.end) return null
  const { from, to } = scene.range(sentence)
  let dash = -1
  for (let at = to - 2; at > Math.max(from + 2, to - 8); at--)
    if (/^[—–-]$/.test(tokens[at]!.text)) {
      dash = at
      break
    }
  if (dash === -1 || scene.quoted[dash - 1] === 1) return null
  const actor = actorsIn(scene.actors, dash + 1, to).find((one) => one.pronoun === null && !one.quoted)
  if (actor === undefined || actor.from !== dash + 1 || actor.to !== to || !actor.subject) return null
  if (actor.kind === 'thing' || !hasVerb(scene, from, dash)) return null
  const clause = trimmed(scene, span.start, tokens[dash]!.start)
  if (clause === null) return null
  return {
    span: clause,
    actor,
    features: null,
    cueSpan: { start: tokens[dash]!.start, end: tokens[dash]!.end },
    at: actor.from,
    rule: 'indirect.headline',
    confidence: 0.7,
  }
}
