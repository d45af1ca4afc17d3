import type { Span } from '#shared/domain/span.ts'
import { type Actor, actorsIn } from '../../quotations/actors.ts'
import type { PronounFeatures } from '../../quotations/cue-types.ts'
import type { CueVerb } from '../../quotations/cues.ts'
import type { Reported } from '../../quotations/reported.ts'
import type { Scene } from '../../quotations/scene.ts'
import {
  clauseStart,
  complementEnd,
  complementOf,
  hasFinite,
  quotedShare,
  RELATIVE,
  trimmed,
  verbPlace,
} from './clauses.ts'
import { REPORTING } from './readings.ts'
import { germanSourcePhrases } from './sources.ts'
import { germanSubjectOf } from './subjects.ts'

/** The reported clauses of one German sentence: commas bound them, the subjunctive and "dass" tell them. */
export function germanReported(scene: Scene, sentence: number): Reported[] {
  const { from, to } = scene.range(sentence)
  const found: Reported[] = []
  const take = (one: Reported | null): boolean => {
    if (
      one === null ||
      found.some((other) => one.span.start < other.span.end && other.span.start < one.span.end)
    )
      return false
    found.push(one)
    return true
  }
  for (const phrase of germanSourcePhrases(scene, from, to)) {
    for (const span of aroundPhrase(scene, phrase.from, phrase.to, from, to))
      take({
        span,
        actor: phrase.actor,
        features: phrase.possessive,
        cueSpan: phrase.cueSpan,
        at: phrase.from,
        rule: 'indirect.source-phrase',
        confidence: 0.9,
      })
  }
  let covered = -1
  const verbs = scene.verbs.get(sentence) ?? []
  for (const verb of verbs) {
    if (verb.index < covered) continue
    const opened = openedByWie(scene, verb, from, to)
    if (opened !== null) {
      take(make(scene, verb, opened.span, from, opened.comma, 'indirect.source-phrase', 0.9))
      covered = to
      continue
    }
    const complement = complementOf(scene, verb, from, to)
    if (complement !== null) {
      const end = complementEnd(scene, complement.from, to, verb)
      const span = trimmed(scene, complement.from, end)
      if (span !== null)
        take(make(scene, verb, span, from, complement.comma, complement.rule, complement.confidence))
      covered = end
      continue
    }
    for (const span of closingClause(scene, verb, from, to))
      take(make(scene, verb, span, subjectFrom(scene, verb, from), to, 'indirect.cue-closes', 0.8))
  }
  for (const one of byNoun(scene, from, to)) take(one)
  if (found.length === 0 && !verbs.some((one) => one.strong)) take(freeReport(scene, from, to))
  return found.sort((a, b) => a.span.start - b.span.start)
}

function make(
  scene: Scene,
  verb: CueVerb,
  span: Span,
  from: number,
  to: number,
  rule: string,
  confidence: number,
): Reported {
  const token = scene.document.tokens[verb.index]!
  const actor = germanSubjectOf(scene, verb, from, to)
  return {
    span,
    actor,
    features: actor === null && !verb.impersonal ? { gender: null, number: 'singular' } : null,
    cueSpan: { start: token.start, end: token.end },
    at: verb.index,
    rule,
    confidence,
  }
}

/** A closing cue's subject stands behind the comma that parts it from what it reports. */
function subjectFrom(scene: Scene, verb: CueVerb, from: number): number {
  const { tokens } = scene.document
  for (let at = verb.index - 1; at > from; at--) if (tokens[at]!.text === ',') return at + 1
  return from
}

/** "Wie die Polizei mitteilte, wurden …": the clause behind the comma. */
function openedByWie(
  scene: Scene,
  verb: CueVerb,
  from: number,
  to: number,
): { span: Span; comma: number } | null {
  const { tokens } = scene.document
  if (tokens[from]!.norm !== 'wie' || verb.index - from > 18 || !scene.cues.verbs.has(verb.lemma)) return null
  for (let at = verb.index + 1; at < Math.min(to, verb.index + 5); at++) {
    if (tokens[at]!.text !== ',') continue
    const end = complementEnd(scene, at + 1, to, verb)
    const span = trimmed(scene, at + 1, end)
    return span === null ? null : { span, comma: at }
  }
  return null
}

/** "Y, sagte X." and "Y, wie X sagte." and "Y, sagte X, Z": what stands before the cue, and what goes on after it. */
function closingClause(scene: Scene, verb: CueVerb, from: number, to: number): Span[] {
  const { document, cues } = scene
  const { tokens } = document
  if (!verb.strong && !(verb.impersonal && cues.verbs.has(verb.lemma))) return []
  let lead = -1
  if (tokens[verb.index - 1]?.text === ',' && scene.quoted[verb.index - 1] === 0) lead = verb.index - 1
  else
    for (let at = verb.index - 1; at > Math.max(from, verb.index - 14); at--) {
      if (tokens[at]!.text !== ',') continue
      if (tokens[at + 1]!.norm === 'wie') lead = at
      break
    }
  if (lead === -1 || lead - from < 2) return []
  // A quotation follows the cue: it is the cue's.
  for (let at = verb.index + 1; at < Math.min(to, verb.index + 10); at++) {
    if (/^[,]$/.test(tokens[at]!.text)) break
    if (scene.quoted[at] === 1) return []
  }
  // "Jan Rohde, der die Klinik leitet, sagte": a relative clause closes here, nothing was reported.
  const subject = germanSubjectOf(scene, verb, from, to)
  if (subject !== null && subject.to <= lead && lead === verb.index - 1) return []
  const start = clauseStart(scene, lead, from)
  const close = closeOfInsertion(scene, verb, to)
  if (quotedShare(scene, start, lead) > 0.6) return []
  // "Die nächste Kundgebung, kündigte er an, finde …": the verb may stand behind the insertion.
  if (!hasFinite(scene, start, lead) && (close === -1 || !hasFinite(scene, close + 1, to))) return []
  const pieces: Span[] = []
  const first = trimmed(scene, start, lead)
  if (first !== null) pieces.push(first)
  if (close !== -1) {
    const second = trimmed(scene, close + 1, complementEnd(scene, close + 1, to, verb))
    if (second !== null) pieces.push(second)
  }
  return pieces
}

/** The comma after an inserted cue and its subject, when the report goes on behind it; −1 when it does not. */
function closeOfInsertion(scene: Scene, verb: CueVerb, to: number): number {
  const { tokens } = scene.document
  for (let at = verb.index + 1; at < Math.min(to, verb.index + 12); at++) {
    if (tokens[at]!.text !== ',') continue
    const next = tokens[at + 1]
    if (next === undefined || to - at < 4 || RELATIVE.test(next.norm)) return -1
    return at
  }
  return -1
}

/** What a source phrase governs: the rest of its clause, before and behind it. */
function aroundPhrase(
  scene: Scene,
  from: number,
  to: number,
  sentenceFrom: number,
  sentenceTo: number,
): Span[] {
  const { tokens } = scene.document
  const start = clauseStart(scene, from, sentenceFrom)
  let end = sentenceTo
  for (let at = to; at < sentenceTo; at++) if (tokens[at]!.text === ';') end = at
  if (
    tokens[to]?.text === ',' &&
    from - sentenceFrom > 2 &&
    RELATIVE.test(tokens[to + 1]?.norm ?? '') &&
    tokens[from]?.norm === 'so'
  )
    end = to
  const found: Span[] = []
  if (quotedShare(scene, start, from) < 0.5) {
    const before = from > start ? trimmed(scene, start, from) : null
    if (before !== null && from - start >= 2) found.push(before)
  }
  if (end - to >= 2 && quotedShare(scene, to, end) < 0.9) {
    const after = trimmed(scene, to, end)
    if (after !== null) found.push(after)
  }
  return found
}

/** "die Behauptung der Regierung, dass …" */
function byNoun(scene: Scene, from: number, to: number): Reported[] {
  const { document, cues } = scene
  const { tokens } = document
  const found: Reported[] = []
  for (let at = from + 2; at < to - 2; at++) {
    if (tokens[at]!.text !== ',' || scene.quoted[at] === 1) continue
    const that = cues.openers.has(tokens[at + 1]!.norm)
    const second = that ? at + 1 : verbPlace(scene, at + 1, to)
    if (!that && (second === -1 || !REPORTING.has(tokens[second]!.norm))) continue
    let noun = -1
    for (let index = at - 1; index > Math.max(from - 1, at - 6); index--) {
      const { pos } = document.reading(index)
      if (pos === 'verb' || tokens[index]!.kind === 'punctuation') break
      if (pos === 'noun' && cues.nouns.has(tokens[index]!.norm)) {
        noun = index
        break
      }
    }
    if (noun === -1) continue
    const span = trimmed(scene, at + (that ? 2 : 1), complementEnd(scene, at + 1, to, NOTHING))
    if (span === null) continue
    const owner: Actor | null =
      actorsIn(scene.actors, noun + 1, at).find((one) => one.kind !== 'thing') ??
      actorsIn(scene.actors, Math.max(from, noun - 3), noun).findLast(
        (one) => one.kind !== 'thing' && one.to === noun,
      ) ??
      null
    found.push({
      span,
      actor: owner,
      features: owner === null ? possessor(tokens[noun - 1]?.norm) : null,
      cueSpan: { start: tokens[noun]!.start, end: tokens[noun]!.end },
      at: noun,
      rule: 'indirect.that-clause',
      confidence: 0.7,
    })
  }
  return found
}

const NOTHING: CueVerb = {
  index: -1,
  lemma: '',
  strong: false,
  naming: false,
  impersonal: true,
  gerund: false,
}
const possessor = (norm: string | undefined): PronounFeatures | null =>
  norm === undefined
    ? null
    : /^sein/.test(norm)
      ? { gender: 'masculine', number: 'singular' }
      : /^ihre?/.test(norm)
        ? { gender: 'feminine', number: 'singular' }
        : null

/** A sentence of its own in the subjunctive of report: "Die Lage sei ernst." goes on with whoever spoke last. */
function freeReport(scene: Scene, from: number, to: number): Reported | null {
  const { document } = scene
  const { tokens } = document
  let place = -1
  const follows = followsReport(scene, from, to)
  for (let at = from; at < to; at++) {
    if (scene.quoted[at] === 1) return null
    if (place === -1 && (isSubjunctive(scene, at, from) || (follows && isPluralSubjunctive(scene, at))))
      place = at
  }
  if (place === -1 || to - from < 4) return null
  const span = trimmed(scene, from, to)
  if (span === null) return null
  const token = tokens[place]!
  return {
    span,
    actor: null,
    features: { gender: null, number: 'singular' },
    cueSpan: { start: token.start, end: token.end },
    at: from,
    rule: 'indirect.runs-on',
    confidence: 0.65,
    again: true,
  }
}

/** Right after somebody's words, in the same paragraph and without a condition. */
function followsReport(scene: Scene, from: number, to: number): boolean {
  const { document } = scene
  const { tokens, text } = document
  const before = tokens[from - 1]
  if (before === undefined || text.slice(before.end, tokens[from]!.start).includes('\n')) return false
  for (let at = from; at < to; at++) if (/^(?:wenn|falls|sofern|gerne?)$/.test(tokens[at]!.norm)) return false
  return (
    scene.quoted[from - 1] === 1 ||
    scene.quoted[from - 2] === 1 ||
    (scene.verbs.get(before.sentence) ?? []).length > 0
  )
}

/** The plural of "habe" is "haben": there the other subjunctive stands in. */
const isPluralSubjunctive = (scene: Scene, index: number): boolean =>
  /^(?:hätten|würden|wären|müssten|könnten|dürften)$/.test(scene.document.tokens[index]!.norm)

/** A form that only the subjunctive of report has; "sei" in a wish ("es sei denn") and "ich habe" are none. */
function isSubjunctive(scene: Scene, index: number, from: number): boolean {
  const { tokens } = scene.document
  const { norm, text } = tokens[index]!
  if (!/^\p{Ll}/u.test(text)) return false
  if (norm !== 'seien' && !REPORTING.has(norm)) return false
  if (norm === 'sei' && tokens[index + 1]?.norm === 'denn') return false
  for (let at = Math.max(from, index - 3); at < Math.min(tokens.length, index + 3); at++)
    if (tokens[at]!.norm === 'ich') return false
  return scene.document.reading(index).pos === 'verb' && tokens[index - 1]?.norm !== 'ohne'
}
