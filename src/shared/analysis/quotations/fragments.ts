import type { Quotation } from '#shared/domain/quotation.ts'
import { actorsIn } from './actors.ts'
import type { Attributed } from './attributed.ts'
import { cueVerbAt } from './cues.ts'
import { isSlogan } from './names-in-marks.ts'
import { nounActor, placeSpeaker } from './places.ts'
import type { Scene } from './scene.ts'
import type { MarkedPassage } from './types.ts'

/** Nouns that say what somebody says; those of knowing and thinking take fragments of anybody's. */
const SPEECH_NOUNS = new Set(
  'обещание призыв требование угроза заявление обвинение предупреждение жалоба клятва promise pledge vow demand call threat warning accusation'.split(
    ' ',
  ),
)

/**
 * «…называет их „гостями“. Спикер парламента Нора Вейль — „армией“»: a dash stands for the naming verb of the quotation
 * before; its speaker is named anew, or stays.
 */
export function dashed(scene: Scene, passage: MarkedPassage, previous: Quotation | null): Attributed | null {
  const { document, cues, actors } = scene
  const { text, tokens } = document
  if (!cues.inflected || previous?.cueSpan == null || previous.kind !== 'direct') return null
  const gapped = GAP.test(text.slice(previous.end, passage.start))
  if (!gapped && !/\s[—–]\s$/.test(text.slice(Math.max(0, passage.start - 3), passage.start))) return null
  if (cueVerbAt(document, document.tokenAt(previous.cueSpan.start), cues)?.naming !== true) return null
  const sentence = document.sentenceAt(passage.start)
  const apart = sentence - document.sentenceAt(previous.end - 1)
  if (apart > 1) return null
  const dash = document.tokenAt(passage.start) - 1
  const from = apart === 0 ? document.tokenAt(previous.end) : scene.range(sentence).from
  for (let at = from; at < dash; at++) {
    const reading = document.reading(at)
    if (reading.pos === 'verb' && (reading.tense !== null || reading.number !== null)) return null
  }
  if (gapped) return apart === 0 ? { ...GAPPED, cueSpan: previous.cueSpan, at: from } : null
  const actor = actorsIn(actors, from, dash).find(
    (one) => one.subject && !one.quoted && (one.kind === 'person' || one.kind === 'unnamed' || apart === 1),
  )
  const base = { features: null, cueSpan: previous.cueSpan, rule: 'direct.cue-before', confidence: 0.65 }
  if (actor !== undefined) return { ...base, actor, at: actor.from }
  return apart === 0 ? { ...base, actor: null, at: tokens.length > from ? from : 0, again: true } : null
}

/** «назвал его „тираном“, а партию „сектой“»: the naming verb holds for what is joined to its object. */
const GAP = /^\s*,?\s*(?:а|и|но)\s[^.!?;:—–]{2,60}$/u
const GAPPED = {
  actor: null,
  features: null,
  rule: 'direct.cue-before',
  confidence: 0.65,
  again: true,
} as const

/** «Министерство, говорившее о „беспорядках“, …»: a participle of speech and whom it belongs to. */
export function participle(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document, cues, actors } = scene
  if (!cues.inflected) return null
  const { tokens } = document
  const first = document.tokenAt(passage.start)
  for (let at = first - 1; at > Math.max(0, first - 5); at--) {
    const token = tokens[at]!
    if (token.kind === 'punctuation') return null
    if (document.reading(at).pos !== 'participle') continue
    if (!document.lemmas(at).some((one) => cues.verbs.has(one) || cues.naming.has(one))) return null
    const active = /(?:вш|ущ|ющ|ащ|ящ)(?:ий|ая|ее|ие|его|ей|их|ему|им|ими|ую|ем)(?:ся)?$/.test(token.norm)
    if (!active || tokens[at - 1]?.text !== ',') return null
    const actor = actorsIn(actors, Math.max(0, at - 12), at).find((one) => one.to === at - 1 && !one.quoted)
    if (actor === undefined) return null
    const cueSpan = { start: token.start, end: token.end }
    return { actor, features: null, cueSpan, at, rule: 'direct.cue-before', confidence: 0.75 }
  }
  return null
}

/** «с обещанием закрыть остров для „линии“»: a fragment inside what a noun of speech says. */
export function nounCue(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document, cues, actors } = scene
  const { tokens } = document
  const first = document.tokenAt(passage.start)
  const { from } = scene.range(document.sentenceAt(passage.start))
  for (let at = first - 1; at > Math.max(from, first - 9); at--) {
    const token = tokens[at]!
    if (token.kind === 'punctuation') return null
    const { pos, number, tense } = document.reading(at)
    if (
      pos === 'verb' &&
      (cues.inflected ? tense !== null || number !== null : tokens[at - 1]?.norm !== 'to')
    )
      return null
    if (pos !== 'noun' || !document.lemmas(at).some((one) => SPEECH_NOUNS.has(one))) continue
    const cueSpan = { start: token.start, end: token.end }
    const base = { cueSpan, at, rule: 'direct.cue-before', confidence: 0.6 }
    const whose = cues.possessives.get(tokens[at - 1]?.norm ?? '') ?? null
    if (whose !== null) return { ...base, actor: null, features: whose }
    const owner = cues.inflected
      ? actorsIn(actors, at + 1, at + 2).find((one) => !one.quoted && one.kind !== 'thing')
      : undefined
    if (owner !== undefined) return { ...base, actor: { ...owner, certain: false }, features: null }
    const actor = actorsIn(actors, from, at).find((one) => one.subject && !one.quoted && one.kind !== 'thing')
    const place = actor ?? placeSpeaker(scene, at, from, at, false)
    // «с требованиями „свободы“»: whoever made them.
    return place === null && (at !== first - 1 || !cues.inflected)
      ? null
      : { ...base, actor: place, features: null }
  }
  return null
}

/** «с криками „…“»: words that a crowd, a banner or a poster says. */
export function slogan(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document, cues } = scene
  const first = document.tokenAt(passage.start)
  if (!isSlogan(document, first, cues)) return null
  let at = first - 1
  while (at > 0 && !document.lemmas(at).some((one) => cues.slogans.has(one))) at--
  const token = document.tokens[at]!
  // What is held up speaks; a cry is anybody's.
  const bears = document.lemmas(at).some((one) => cues.bearers.has(one))
  return {
    actor: bears ? nounActor(scene, at) : null,
    features: null,
    cueSpan: { start: token.start, end: token.end },
    at,
    rule: 'direct.cue-before',
    confidence: 0.65,
  }
}
