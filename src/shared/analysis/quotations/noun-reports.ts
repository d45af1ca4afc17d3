import type { Span } from '#shared/domain/span.ts'
import { wordTest } from '../text/word-test.ts'
import { type Actor, actorsIn } from './actors.ts'
import { possessorOf } from './actors-plain-build.ts'
import { clauseEnd } from './clause-end.ts'
import type { PronounFeatures } from './cue-types.ts'
import type { Scene } from './scene.ts'
import { isAbbreviationStop, trimmed } from './spans.ts'
import { subjectOf } from './subjects.ts'
import { kindsAt, NOUN_CUE } from './word-kinds.ts'

/** What a noun of speech says: "the claim that …", "a promise to voters that …", "its pledge to leave". */
export interface NounReport {
  readonly span: Span
  readonly actor: Actor | null
  readonly features: PronounFeatures | null
  /** Token of the noun. */
  readonly noun: number
  readonly rule: 'indirect.that-clause' | 'indirect.to-clause'
}

/** Nouns whose infinitive is what was said. */
const PROMISES = new Set(
  `pledge promise vow threat offer demand plea proposal announcement commitment undertaking request pledges promises vows
  threats offers demands pleas proposals commitments requests`.split(/\s+/),
)
/** Nouns that have what was said after "of" or "for": "accusations of hiding it", "a call for a ban on nets". */
const SAYS_OF: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      [
        'accusation accusations allegation allegations claim claims assertion assertions prediction predictions',
        /^of$/,
      ],
      [
        'promise promises pledge pledges threat threats warning warnings denial denials charge charges',
        /^of$/,
      ],
      ['call calls demand demands plea pleas', /^for$/],
      ['complaint complaints warning warnings', /^(?:of|about)$/],
    ] as const
  ).flatMap(([nouns, after]) => nouns.split(' ').map((one) => [one, after] as const)),
)
const saysOf = wordTest(({ norm }) => SAYS_OF.has(norm))
/** What a noun has after "of" has at least this many words. */
const SHORTEST_OF = 4
const isPromise = wordTest(({ norm }) => PROMISES.has(norm))
/** Verbs with which somebody says what the noun after them says. */
const SAYING = new Set(
  'express voice make issue repeat renew press give offer deliver raise reiterate echo release publish send'.split(
    ' ',
  ),
)
/** A phrase between the noun and its clause has at most this many words. */
const LONGEST_PHRASE = 8
const WHOSE = /^(?:by|from|among|to)$/
const HIS: PronounFeatures = { gender: 'masculine', number: 'singular' }
const THEIRS: PronounFeatures = { gender: null, number: 'plural' }

/** The reports of a sentence's nouns of speech, in a language without cases. */
export function nounReports(scene: Scene, from: number, to: number): NounReport[] {
  const { document, cues, quoted } = scene
  const { tokens } = document
  const found: NounReport[] = []
  for (let noun = from; noun < to - 3; noun++) {
    if (quoted[noun] === 1) continue
    const of = saysOf(tokens[noun]) ? saidOf(scene, noun, from, to) : null
    if (of !== null) {
      found.push(of)
      continue
    }
    const promises = isPromise(tokens[noun])
    if (!promises && (kindsAt(document, tokens[noun]!, cues) & NOUN_CUE) === 0) continue
    // The tagger takes "the minister's promise that" for a verb.
    const owned =
      document.reading(noun).pos === 'verb' &&
      /(?:['’]s?|^(?:his|her|their|its))$/i.test(tokens[noun - 1]?.text ?? '')
    if (document.reading(noun).pos !== 'noun' && !owned) continue
    const opener = openerAfter(scene, noun, to, promises)
    if (opener === null) continue
    const infinitive = tokens[opener]!.norm === 'to'
    const end = clauseEnd(scene, opener + 1, to, null)
    const last = infinitive
      ? phraseEnd(scene, opener + 1, end)
      : betweenEnd(scene, noun, opener + 1, end, from)
    const span = trimmed(
      scene,
      infinitive ? tokens[opener]!.start : tokens[opener]!.end,
      tokens[last - 1]!.end,
    )
    if (span === null) continue
    found.push({
      span,
      ...speakerOf(scene, noun, opener, from),
      noun,
      rule: infinitive ? 'indirect.to-clause' : 'indirect.that-clause',
    })
  }
  return found
}

/** "accusations of hiding money from the fund" */
function saidOf(scene: Scene, noun: number, from: number, to: number): NounReport | null {
  const { document, quoted } = scene
  const { tokens } = document
  if (!SAYS_OF.get(tokens[noun]!.norm)!.test(tokens[noun + 1]!.norm)) return null
  if (tokens[noun]!.norm === 'charge' && /^(?:in|took|take|takes|taking)$/.test(tokens[noun - 1]?.norm ?? ''))
    return null
  if (document.reading(noun).pos === 'verb' && document.reading(noun - 1)?.pos !== 'preposition') return null
  const first = noun + 2
  const { pos } = document.reading(first)
  if (
    quoted[first] === 1 ||
    !(/...ing$/.test(tokens[first]!.norm) || ['determiner', 'adjective'].includes(pos))
  )
    return null
  let last = first
  let words = 0
  let marked = false
  for (; last < to; last++) {
    // A second quotation is somebody else's word on it: "called his claim of a “right” to it “absurd”".
    if (quoted[last] === 1 && marked && quoted[last - 1] === 0) break
    if (quoted[last] === 1) marked = true
    if (isAbbreviationStop(scene, last) || quoted[last] === 1) continue
    const token = tokens[last]!
    if (token.kind === 'punctuation' && !/^\d/.test(tokens[last + 1]?.text ?? '')) break
    if (last > first && ENDS.test(token.norm)) break
    // "calls for an inquiry from residents", but "accusations of taking money from the fund"
    if (last > first && !/ing$/.test(tokens[first]!.norm) && /^(?:from|by)$/.test(token.norm)) break
    if (last > first && document.reading(last).pos === 'verb' && !/(?:ed|ing)$/.test(token.norm)) break
    words++
  }
  const span = words < SHORTEST_OF ? null : trimmed(scene, tokens[first]!.start, tokens[last - 1]!.end)
  return span === null
    ? null
    : { span, ...speakerOf(scene, noun, first, from), noun, rule: 'indirect.to-clause' }
}

const ENDS =
  /^(?:after|when|as|while|because|since|before|amid|despite|following|until|though|although|if|who|which|where|that)$/

/** The "that" or "to" that opens what the noun says, or null. */
function openerAfter(scene: Scene, noun: number, to: number, promises: boolean): number | null {
  const { document, cues } = scene
  const { tokens } = document
  const opens = (at: number): boolean => {
    const { norm } = tokens[at]!
    if (norm === 'that') return document.reading(at + 1).pos !== 'verb' && tokens[at + 1]!.text !== ','
    return promises && norm === 'to' && document.reading(at + 1).pos === 'verb'
  }
  let at = noun + 1
  // "its pledge last month to …"
  while (at < to - 2 && (cues.times.has(tokens[at]!.norm) || isTime(scene, at))) at++
  // "suspicions persist that"
  if (
    /^(?:persist|remain|abound|swirl|grow|emerge|mount|spread)(?:s|ed|d)?$|^(?:grew|are|is)$/.test(
      tokens[at]!.norm,
    )
  )
    return tokens[at + 1]?.norm === 'that' && opens(at + 1) ? at + 1 : null
  if (opens(at)) return at
  // "criticism from rivals that", "frustration in an interview that": whose, to whom, where it was said.
  const said = tokens[at]!.norm === 'in' && spokenIn(scene, at, to)
  if (!said && !WHOSE.test(tokens[at]!.norm)) return null
  for (let next = at + 1; next < Math.min(to - 2, at + LONGEST_PHRASE); next++) {
    // "accusations from that era": it points at a noun.
    if (tokens[next]!.norm === 'that') return next > at + 1 && opens(next) ? next : null
    if (opens(next) && next > at + 1) return next
    if (isAbbreviationStop(scene, next)) continue
    const { pos } = document.reading(next)
    if (!['determiner', 'adjective', 'noun', 'name', 'numeral'].includes(pos) && !isTime(scene, next))
      return null
  }
  return null
}

const isTime = (scene: Scene, at: number): boolean =>
  /^(?:last|this|next|year|month|week|earlier|recently)$/.test(scene.document.tokens[at]!.norm)

/** "in an interview", "in his speech" */
function spokenIn(scene: Scene, at: number, to: number): boolean {
  const { tokens } = scene.document
  for (let next = at + 1; next < Math.min(to, at + 5); next++)
    if (
      /^(?:interview|speech|statement|letter|address|tweet|memo|email|report|essay)$/.test(tokens[next]!.norm)
    )
      return true
  return false
}

/** "between her claim that she never saw it and the report": the first of two. */
function betweenEnd(scene: Scene, noun: number, opener: number, to: number, from: number): number {
  const { tokens } = scene.document
  if (!tokens.slice(Math.max(from, noun - 4), noun).some((one) => one.norm === 'between')) return to
  for (let at = to - 1; at > opener + 2; at--)
    if (tokens[at]!.norm === 'and' && scene.quoted[at] === 0) return at
  return to
}

/** An infinitive ends before a comma, and before a finite verb that has the noun as its subject. */
function phraseEnd(scene: Scene, from: number, to: number): number {
  const { document, quoted } = scene
  for (let at = from + 1; at < to; at++) {
    if (quoted[at] === 1) continue
    const { norm, text } = document.tokens[at]!
    if (text === ',' && !/^\d/.test(document.tokens[at + 1]?.text ?? '')) return at
    if (/^(?:is|was|are|were|has|had|have|will|would|could|came|comes|drew|met)$/.test(norm)) return at
  }
  return to
}

function speakerOf(
  scene: Scene,
  noun: number,
  opener: number,
  from: number,
): { actor: Actor | null; features: PronounFeatures | null } {
  const { document, cues, actors } = scene
  const { tokens } = document
  const own =
    actorsIn(actors, Math.max(from, noun - 5), noun).findLast(
      (one) => one.to <= noun && /['’]s?$/.test(tokens[one.to - 1]!.text),
    ) ?? possessorOf({ document, quoted: scene.quoted, names: new Map(), capitals: new Set() }, noun, from)
  if (own !== null) return { actor: { ...own, certain: false }, features: null }
  const before = tokens[noun - 1]?.norm ?? ''
  const possessive =
    cues.possessives.get(before) ?? (before === 'his' ? HIS : before === 'their' ? THEIRS : null)
  if (possessive !== null) return { actor: null, features: possessive }
  for (let at = noun + 1; at < opener; at++) {
    if (!/^(?:by|from)$/.test(tokens[at]!.norm)) continue
    const whose = actorsIn(actors, at + 1, at + 3).find((one) => !one.quoted && one.kind !== 'thing')
    if (whose !== undefined) return { actor: whose, features: null }
  }
  // "Liberal criticism that"
  const attribute = actorsIn(actors, Math.max(from, noun - 2), noun).find(
    (one) => one.to === noun && !one.quoted && one.kind !== 'thing' && one.pronoun === null,
  )
  if (attribute !== undefined) return { actor: { ...attribute, certain: false }, features: null }
  for (let at = noun - 1; at >= Math.max(from, noun - 3); at--) {
    const { pos, lemma } = document.reading(at)
    if (pos !== 'verb') continue
    if (!SAYING.has(lemma) && !document.lemmas(at).some((one) => SAYING.has(one))) break
    const cue = { index: at, lemma, strong: true, naming: false, impersonal: false, gerund: false }
    return { actor: subjectOf(scene, cue, from, at), features: null }
  }
  // "The mayor won with a promise to …": whom the sentence is about.
  const governed = tokens
    .slice(Math.max(from, noun - 3), noun)
    .some((one) => one.norm === 'with' || one.norm === 'including')
  const about = governed
    ? actorsIn(actors, from, noun).find((one) => one.subject && !one.quoted && one.kind !== 'thing')
    : undefined
  return { actor: about ?? null, features: null }
}
