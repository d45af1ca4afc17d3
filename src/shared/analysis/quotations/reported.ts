import { type Span, spanContains } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import { wordTest } from '../text/word-test.ts'
import { type Actor, actorsIn } from './actors.ts'
import { clauseEnd } from './clause-end.ts'
import { saidAfterMark } from './clause-end-plain.ts'
import { boundaryBefore, closingClause, openedByAs } from './closing.ts'
import { complementOf } from './complements.ts'
import type { PronounFeatures } from './cue-types.ts'
import type { CueVerb } from './cues.ts'
import { nounReports } from './noun-reports.ts'
import { bySource } from './reported-sources.ts'
import type { Scene } from './scene.ts'
import { sourcePhrasesIn } from './sources.ts'
import { quotedShare, trimmed } from './spans.ts'
import { subjectOf } from './subjects.ts'
import { kindsAt, OPENER } from './word-kinds.ts'

/** A clause in the outlet's words that reports somebody's. */
export interface Reported {
  readonly span: Span
  readonly actor: Actor | null
  /** Set where only a possessive or a verb's form tells who is meant. */
  readonly features: PronounFeatures | null
  readonly cueSpan: Span
  /** Token from which a pronoun is resolved. */
  readonly at: number
  readonly rule: string
  readonly confidence: number
  /** Goes on with whoever spoke last. */
  readonly again?: boolean
}

const ABOUT_BEFORE =
  /^(?:об этом|о том|так(?:ое|ую|ой) (?:мнение|позицию|точку|заявление|вывод|прогноз|оценку)|соответствующ|с таким заявлением|(?:его|ее|их) слова)/

const mayBeAbout = wordTest(/^(?:об|о|так(?:ое|ую|ой)|соответствующ|с$|его|ее|их)/)

/** «Об этом сообщает X со ссылкой на Y»: the sentence says who said what stands before it. */
export function isAboutBefore(scene: Scene, sentence: number): boolean {
  if (!scene.cues.inflected || sentence === 0) return false
  const { from, to } = scene.range(sentence)
  if (!mayBeAbout(scene.document.tokens[from])) return false
  const words: string[] = []
  for (let at = from; at < Math.min(to, from + 3); at++) words.push(scene.document.tokens[at]!.norm)
  return ABOUT_BEFORE.test(words.join(' '))
}

/** The reported clauses of one sentence, in order. */
export function reportedIn(scene: Scene, sentence: number): Reported[] {
  const { document } = scene
  const span = document.sentences[sentence]!
  const { from, to } = scene.range(sentence)
  if (from >= to) return []
  const { grammar } = getLanguage(document.language)
  if (grammar !== null) return grammar.reportedIn(scene, sentence)
  const found: Reported[] = []
  const verbs = scene.verbs.get(sentence) ?? []
  const about = isAboutBefore(scene, sentence)
  for (const phrase of about ? [] : sourcePhrasesIn(scene, from, to)) {
    for (const clause of bySource(scene, phrase, span, from, to))
      if (!found.some((one) => overlap(one.span, clause.span))) found.push(clause)
  }
  let covered = -1
  for (const verb of verbs) {
    if (verb.index < covered || isNobodys(scene, verb, from)) continue
    const complement = complementOf(scene, verb, to)
    if (complement !== null) {
      let end = clauseEnd(scene, complement.from, to, verb)
      // "X cannot say that “…,” Y added": all of it is Y's, and comes with Y's cue.
      if (
        !scene.cues.inflected &&
        quotedShare(scene, complement.from, end) > 0.6 &&
        saidAfterMark(scene, end, to)
      )
        continue
      if (complement.rule === 'indirect.to-clause') end = beforeParticiple(scene, complement.from, end)
      if (complement.until !== undefined) end = Math.min(end, complement.until)
      for (const part of partsOf(scene, complement.from, end)) {
        const clause = trimmed(scene, document.tokens[part.from]!.start, document.tokens[part.to - 1]!.end)
        if (clause === null || found.some((one) => overlap(one.span, clause))) continue
        found.push(
          report(
            scene,
            verb,
            clause,
            from,
            document.tokens[complement.opener]!.start,
            complement.rule,
            complement.confidence,
          ),
        )
      }
      covered = end
      continue
    }
    if (about) continue
    const opened = openedByAs(scene, verb, from, to)
    if (opened !== null) {
      if (!found.some((one) => overlap(one.span, opened)))
        found.push(report(scene, verb, opened, from, opened.start, 'indirect.source-phrase', 0.9))
      continue
    }
    for (const closing of closingClause(scene, verb, from, to)) {
      // "Совет предложил встретиться, сообщил посол": all of it is the ambassador's.
      const inner = found.findIndex(
        (one) => one.rule === 'indirect.to-clause' && spanContains(closing, one.span),
      )
      if (scene.cues.inflected && inner !== -1) found.splice(inner, 1)
      if (found.some((one) => overlap(one.span, closing))) continue
      found.push(
        report(scene, verb, closing, subjectFrom(scene, verb, from), span.end, 'indirect.cue-closes', 0.8),
      )
    }
  }
  for (const clause of byNoun(scene, from, to))
    if (!found.some((one) => overlap(one.span, clause.span))) found.push(clause)
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** A subject and a cue with its clause begin at `from`. */
function reportsAfter(scene: Scene, from: number, to: number): boolean {
  const subject = actorsIn(scene.actors, from, from + 3)[0]
  const cue =
    subject === undefined
      ? undefined
      : (scene.verbs.get(scene.document.tokens[from]!.sentence) ?? []).find(
          (one) => one.index >= subject.to && one.index <= subject.to + 2,
        )
  return cue !== undefined && complementOf(scene, cue, to) !== null
}

/** "nobody has said who sent them": no report. */
function isNobodys(scene: Scene, verb: CueVerb, from: number): boolean {
  const { document, cues } = scene
  if (cues.inflected) return false
  for (let at = verb.index - 1; at >= Math.max(from, verb.index - 3); at--) {
    const { norm } = document.tokens[at]!
    if (/^(?:nobody|none)$/.test(norm) || (norm === 'one' && document.tokens[at - 1]?.norm === 'no'))
      return true
    if (!['verb', 'adverb'].includes(document.reading(at).pos)) return false
  }
  return false
}

/** "pledged to bolster the army, reversing …": after a comma the outlet says what it means. */
function beforeParticiple(scene: Scene, from: number, to: number): number {
  const { document, cues, quoted } = scene
  if (cues.inflected) return to
  for (let at = from + 1; at < to - 1; at++)
    if (
      quoted[at] === 0 &&
      ((document.tokens[at]!.text === ',' &&
        document.reading(at + 1).pos === 'verb' &&
        document.tokens[at + 1]!.norm.endsWith('ing') &&
        !/^(?:including|excluding|regarding|concerning)$/.test(document.tokens[at + 1]!.norm)) ||
        (document.tokens[at]!.text === ',' &&
          /^(?:while|whereas|which)$/.test(document.tokens[at + 1]!.norm)) ||
        // "called for him to be banned after he suggested that …": what he did is the outlet's account.
        (/^(?:after|when|because|since)$/.test(document.tokens[at]!.norm) && reportsAfter(scene, at + 1, to)))
    )
      return at
  return to
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Where the search for the subject of a cue that closes its sentence begins: after the comma before it. */
function subjectFrom(scene: Scene, verb: CueVerb, from: number): number {
  if (scene.cues.inflected) return from
  return Math.max(from, boundaryBefore(scene, verb, from) ?? from)
}

function report(
  scene: Scene,
  verb: CueVerb,
  span: Span,
  from: number,
  limit: number,
  rule: string,
  confidence: number,
): Reported {
  const { document } = scene
  const token = document.tokens[verb.index]!
  let to = document.tokenAt(limit)
  if (to <= verb.index) to = verb.index + 1
  const { to: end } = scene.range(token.sentence)
  // "The two asked the envoy whether …": with a subject before it a verb has its object after it.
  if (
    !scene.cues.inflected &&
    !verb.impersonal &&
    rule !== 'indirect.cue-closes' &&
    actorsIn(scene.actors, from, verb.index).some((one) => one.subject && !one.quoted && one.kind !== 'thing')
  )
    to = verb.index + 1
  const actor = subjectOf(scene, verb, from, Math.max(to, rule === 'indirect.cue-closes' ? end : to))
  return {
    span,
    actor,
    features: actor === null && !verb.impersonal ? featuresOf(scene, verb) : null,
    cueSpan: { start: token.start, end: token.end },
    at: verb.index,
    rule,
    confidence: verb.gerund && actor === null ? confidence - 0.15 : confidence,
  }
}

/** A verb without a subject: its form tells whom it may mean. */
export function featuresOf(scene: Scene, verb: CueVerb): PronounFeatures | null {
  if (!scene.cues.inflected) return verb.gerund ? { gender: null, number: 'singular' } : null
  const reading = scene.document.reading(verb.index)
  if (verb.gerund) return { gender: null, number: 'singular' }
  if (reading.number !== 'singular') return null
  // «спрашиваю у его жены»: the one who writes.
  if (reading.tense === 'present' && /[ую]$/.test(scene.document.tokens[verb.index]!.norm)) return null
  return { gender: reading.gender === 'neuter' ? null : reading.gender, number: 'singular' }
}

/** "the claim that …", «сообщения о том, что …». */
function byNoun(scene: Scene, from: number, to: number): Reported[] {
  const { document, cues } = scene
  const { tokens } = document
  if (!cues.inflected)
    return nounReports(scene, from, to).map(({ noun, ...one }) => ({
      ...one,
      cueSpan: { start: tokens[noun]!.start, end: tokens[noun]!.end },
      at: noun,
      confidence: one.rule === 'indirect.that-clause' ? 0.7 : 0.65,
    }))
  const found: Reported[] = []
  for (let at = from + 1; at < to - 3; at++) {
    if (
      scene.quoted[at] === 1 ||
      (kindsAt(document, tokens[at]!, cues) & OPENER) === 0 ||
      /^(?:чтобы|якобы)$/.test(tokens[at]!.norm)
    )
      continue
    let back = at - 1
    if (tokens[back]!.text !== ',') continue
    back--
    if (/^(?:том|тем|то)$/.test(tokens[back]?.norm ?? '')) back--
    if (/^(?:о|об|с|на)$/.test(tokens[back]?.norm ?? '')) back--
    // The noun, with at most its owner between: "заявление Джамалова о том, что".
    let noun = -1
    for (let index = back; index > Math.max(from - 1, back - 5); index--) {
      if (tokens[index]!.kind !== 'word' || document.reading(index).pos === 'verb') break
      if (
        document.reading(index).pos === 'noun' &&
        document.lemmas(index).some((one) => cues.nouns.has(one))
      ) {
        noun = index
        break
      }
    }
    if (noun === -1) continue
    const own = actorsIn(scene.actors, noun + 1, at).find((one) => !one.quoted) ?? null
    const subject = own === null ? whoSays(scene, noun, from, at) : null
    const possessive = cues.possessives.get(tokens[noun - 1]?.norm ?? '') ?? null
    const end = clauseEnd(scene, at + 1, to, null)
    const clause = trimmed(scene, tokens[at]!.end, tokens[end - 1]!.end)
    if (clause === null) continue
    found.push({
      span: clause,
      actor: own === null ? subject : { ...own, certain: false },
      features: own === null && subject === null ? possessive : null,
      cueSpan: { start: tokens[noun]!.start, end: tokens[noun]!.end },
      at: noun,
      rule: 'indirect.that-clause',
      confidence: 0.7,
    })
  }
  return found
}

/** Verbs that make a noun of speech their subject's own: "пришла к выводу", "выступил с заявлением". */
const HOLDS = new Set(
  'прийти приходить выступить выступать высказать высказывать выразить выражать сделать делать выдвинуть выдвигать озвучить'.split(
    ' ',
  ),
)

function whoSays(scene: Scene, noun: number, from: number, to: number): Actor | null {
  const { document } = scene
  for (let at = noun - 1; at > Math.max(from - 1, noun - 4); at--) {
    const { pos, lemma } = document.reading(at)
    if (pos !== 'verb') continue
    if (!HOLDS.has(lemma)) return null
    return subjectOf(
      scene,
      { index: at, lemma, strong: true, naming: false, impersonal: false, gerund: false },
      from,
      to,
    )
  }
  return null
}

/** "said that A and that B": two clauses. */
function partsOf(scene: Scene, from: number, to: number): { from: number; to: number }[] {
  const { tokens } = scene.document
  const parts: { from: number; to: number }[] = []
  let start = from
  for (let at = from + 2; at < to - 2; at++) {
    const comma = tokens[at]!.text === ',' ? 1 : 0
    const joined = scene.cues.joiners.has(tokens[at + comma]?.norm ?? '')
    const opener = tokens[at + comma + 1]
    if (
      joined &&
      opener !== undefined &&
      (opener.norm === 'that' || opener.norm === 'что') &&
      scene.quoted[at] === 0
    ) {
      parts.push({ from: start, to: at })
      start = at + comma + 2
    }
  }
  parts.push({ from: start, to })
  return parts.filter((one) => one.to > one.from)
}
