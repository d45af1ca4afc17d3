import type { Quotation } from '#shared/domain/quotation.ts'
import { actorsIn } from './actors.ts'
import { type Attributed, byCue } from './attributed.ts'
import { placeSpeaker } from './places.ts'
import type { Scene } from './scene.ts'
import { subjectOf } from './subjects.ts'
import type { MarkedPassage } from './types.ts'

/** `@name: …` */
export function post(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document } = scene
  const paragraph = document.paragraphs[document.paragraphAt(passage.start)]!
  const lead = document.text.slice(paragraph.start, passage.start)
  if (!/@[\p{L}\p{N}_]+\s*:\s*$/u.test(lead)) return null
  const actor = scene.actors.find(
    (one) =>
      one.span.start >= paragraph.start &&
      one.span.end <= passage.start &&
      /^@/.test(document.text.slice(one.span.start, one.span.end)),
  )
  return actor === undefined
    ? null
    : { actor, features: null, cueSpan: null, at: actor.from, rule: 'direct.colon', confidence: 0.9 }
}

/** “…” — Mira Dahl, shopkeeper; «…» (Отто Финн, пекарь): a name and no verb. */
export function signed(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document, actors } = scene
  const { text, paragraphs, tokens } = document
  const paragraph = paragraphs[document.paragraphAt(passage.end - 1)]!
  const lead = /^\s*[.,]?\s*(?:\(|[—–-]\s+)/u.exec(text.slice(passage.end, paragraph.end))
  if (lead === null) return null
  const from = document.tokenAt(passage.end + lead[0].length)
  const actor = actorsIn(actors, from, from + 3)[0]
  if (actor === undefined || actor.kind !== 'person' || actor.pronoun !== null || actor.quoted) return null
  for (let at = from; at < Math.min(tokens.length, from + 30) && tokens[at]!.start < paragraph.end; at++) {
    if (tokens[at]!.text === ')') break
    if (document.reading(at).pos === 'verb') return null
  }
  return { actor, features: null, cueSpan: null, at: from, rule: 'direct.signed', confidence: 0.85 }
}

/** After a colon: whoever the words before it name. */
export function colon(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document, actors, cues } = scene
  const { text, paragraphs } = document
  const index = document.paragraphAt(passage.start)
  const paragraph = paragraphs[index]!
  let lead = text.slice(paragraph.start, passage.start).trimEnd()
  let end = passage.start
  if (lead === '' && index > 0) {
    const before = paragraphs[index - 1]!
    lead = text.slice(before.start, before.end).trimEnd()
    end = before.end
  }
  if (!lead.endsWith(':')) return null
  const sentence = document.sentenceAt(end - 1)
  const { from } = scene.range(sentence)
  const to = document.tokenAt(end)
  const verb = (scene.verbs.get(sentence) ?? []).findLast((one) => one.index < to)
  if (verb !== undefined) {
    const actor = subjectOf(scene, verb, from, to)
    return byCue(scene, verb, actor, 'direct.colon', 0.9)
  }
  // "пришёл его ответ: …": whose answer it is.
  for (let at = to - 2; at > Math.max(from - 1, to - 5); at--) {
    const whose = cues.possessives.get(document.tokens[at]!.norm)
    if (whose === undefined || document.reading(at + 1).pos !== 'noun') continue
    return { actor: null, features: whose, cueSpan: null, at, rule: 'direct.colon', confidence: 0.75 }
  }
  const own = actorsIn(actors, from, to).filter((one) => !one.quoted)
  // «В отделе только развели руками: …»
  const place =
    cues.inflected && !own.some((one) => one.subject) ? placeSpeaker(scene, to - 1, from, to, true) : null
  const actor =
    place ??
    own.findLast((one) => one.kind === 'person' && one.pronoun === null && one.subject) ??
    own.findLast((one) => one.kind !== 'thing' && one.subject) ??
    null
  return {
    actor,
    features: actor === null ? { gender: null, number: 'singular' } : null,
    cueSpan: null,
    at: Math.max(0, to - 1),
    rule: 'direct.colon',
    confidence: 0.8,
  }
}

/** «…»: лидер диаспоры …: a headline that begins with the words. */
export function headline(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document, actors } = scene
  const paragraph = document.paragraphs[document.paragraphAt(passage.start)]!
  if (
    passage.start !== paragraph.start ||
    !/^\s*[:–—-]\s/.test(document.text.slice(passage.end, passage.end + 4))
  )
    return null
  const from = document.tokenAt(passage.end)
  const to = document.tokenAt(paragraph.end - 1) + 1
  const actor = actorsIn(actors, from, Math.min(to, from + 5)).find(
    (one) => one.kind !== 'thing' && one.pronoun === null && (one.subject || !scene.cues.inflected),
  )
  if (actor === undefined) return null
  return { actor, features: null, cueSpan: null, at: from, rule: 'direct.colon', confidence: 0.75 }
}

const ABOUT = /^(?:about|on|over|о|об|обо|про|über|zu)$/
const LONGEST_HEADING = 140

/** "Grove about the dockers: they will stay “as long as they must”": a heading that names its speaker, then what about. */
export function headed(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document, actors } = scene
  const { text, tokens } = document
  const paragraph = document.paragraphs[document.paragraphAt(passage.start)]!
  const line = text.slice(paragraph.start, paragraph.end)
  if (line.length > LONGEST_HEADING || /[.!?…]$/.test(line)) return null
  const between = text.slice(paragraph.start, passage.start).lastIndexOf(':')
  if (between === -1) return null
  const from = document.tokenAt(paragraph.start)
  const actor = actorsIn(actors, from, from + 3).find((one) => one.from <= from + 1 && one.kind !== 'thing')
  if (actor === undefined || actor.pronoun !== null || !ABOUT.test(tokens[actor.to]?.norm ?? '')) return null
  return { actor, features: null, cueSpan: null, at: from, rule: 'direct.colon', confidence: 0.75 }
}

/** A whole sentence in marks right after an attributed one: the same speaker goes on. */
export function goesOn(
  scene: Scene,
  passage: MarkedPassage,
  previous: Quotation | null,
  fragment: boolean,
): Attributed | null {
  if (previous === null) return null
  const { document } = scene
  const { text, paragraphs } = document
  const same =
    document.paragraphAt(previous.start) === document.paragraphAt(passage.start) ||
    document.paragraphAt(previous.end) === document.paragraphAt(passage.start)
  const between = text.slice(previous.end, passage.start)
  if (same && (passage.style === 'dash' || !fragment || /[.!?…]\s*(?:[—–-]\s*)?$/.test(between))) {
    const inner = text.slice(passage.innerStart, passage.innerEnd).trim()
    if (fragment && !/^\p{Lu}/u.test(inner)) return null
    return {
      actor: null,
      features: null,
      cueSpan: null,
      at: document.tokenAt(passage.start),
      rule: 'direct.goes-on',
      confidence: 0.85,
      again: true,
    }
  }
  // A paragraph that opens with a quotation right after one that closed with its attribution.
  const paragraph = paragraphs[document.paragraphAt(passage.start)]!
  if (
    !fragment &&
    passage.start === paragraph.start &&
    document.paragraphAt(previous.end - 1) === document.paragraphAt(passage.start) - 1 &&
    passage.end >= paragraph.end - 1
  )
    return {
      actor: null,
      features: null,
      cueSpan: null,
      at: document.tokenAt(passage.start),
      rule: 'direct.goes-on',
      confidence: 0.7,
      again: true,
    }
  return null
}

/** "X thinks otherwise. “…”": whom the sentence right before is about. */
export function introduced(scene: Scene, passage: MarkedPassage, fragment: boolean): Attributed | null {
  if (fragment || passage.style !== 'marks') return null
  const { document, actors, quoted } = scene
  const sentence = document.sentenceAt(passage.start)
  if (sentence === 0 || document.sentences[sentence]!.start < passage.start - 1) return null
  const before = document.sentences[sentence - 1]!
  if (document.paragraphAt(before.start) !== document.paragraphAt(passage.start)) return null
  const { from, to } = scene.range(sentence - 1)
  for (let at = from; at < to; at++) if (quoted[at] === 1) return null
  const actor = actorsIn(actors, from, to).find((one) => one.subject && one.kind !== 'thing' && !one.quoted)
  if (actor === undefined || actor.kind === 'organisation') return null
  return {
    actor,
    features: null,
    cueSpan: null,
    at: actor.from,
    rule: 'direct.introduced',
    confidence: 0.6,
  }
}
