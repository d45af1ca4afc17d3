import type { Explanation } from '#shared/domain/explanation.ts'
import type { Person, Quotation, QuotationKind } from '#shared/domain/quotation.ts'
import { type Span, spanContains } from '#shared/domain/span.ts'
import type { Document } from '../text/document.ts'
import { cuesOf, isCueVerb } from './cues.ts'
import { findDashSpeech } from './dash.ts'
import { findMarks } from './marks.ts'
import { type Actor, actorsBetween, People } from './speakers.ts'
import type { ArticleContext, MarkedPassage } from './types.ts'

interface Cue {
  readonly actor: Actor | null
  readonly cueSpan: Span | null
  readonly rule: string
  readonly confidence: number
}

/** A name or a fragment has at most this many words. */
const LONGEST_FRAGMENT = 6
/** How many words a cue may stand from its subject. */
const REACH = 40

/**
 * Finds what in an article is not simply the outlet's own words, and whose it is. Marked passages first (quotation marks,
 * dash speech, interview answers), then reported clauses outside them.
 */
export function findQuotations(
  document: Document,
  context: ArticleContext,
): { quotations: readonly Quotation[]; people: readonly Person[] } {
  const marked: MarkedPassage[] = findMarks(document).map((one) => ({ ...one, style: 'marks' as const }))
  const spoken = findDashSpeech(document)
  const passages = [
    ...spoken,
    ...marked.map((one) =>
      spoken.some((answer) => spanContains(answer, one)) ? { ...one, depth: one.depth + 1 } : one,
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const actors = actorsBetween(document, 0, document.tokens.length)
  const people = new People(actors)
  const finder = new Finder(document, passages, actors, people, context)
  return { quotations: finder.find(), people: people.toPersons() }
}

class Finder {
  private readonly document: Document
  private readonly passages: readonly MarkedPassage[]
  private readonly actors: readonly Actor[]
  private readonly people: People
  private readonly outer: readonly MarkedPassage[]
  private lastSpeaker: string | null = null

  constructor(
    document: Document,
    passages: readonly MarkedPassage[],
    actors: readonly Actor[],
    people: People,
    _context: ArticleContext,
  ) {
    this.document = document
    this.passages = passages
    this.actors = actors
    this.people = people
    this.outer = passages.filter((one) => one.depth === 0)
  }

  find(): Quotation[] {
    const found: Quotation[] = []
    let sentence = 0
    const { sentences } = this.document
    const reportUpTo = (offset: number) => {
      while (sentence < sentences.length && sentences[sentence]!.start < offset)
        found.push(...this.reported(sentence++))
    }
    for (const passage of this.passages) {
      reportUpTo(passage.start)
      const quotation = this.quotation(passage, found)
      if (quotation !== null) found.push(quotation)
    }
    reportUpTo(this.document.text.length + 1)
    return found.sort((a, b) => a.start - b.start || b.end - a.end)
  }

  private quotation(passage: MarkedPassage, before: readonly Quotation[]): Quotation | null {
    const inner = this.document.text.slice(passage.innerStart, passage.innerEnd)
    const words = inner.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    if (words === 0) return null
    if (passage.depth > 0) {
      const around = before.findLast((one) => spanContains(one, passage))
      if (around !== undefined) {
        return words > LONGEST_FRAGMENT || this.isName(passage, inner, words)
          ? null
          : this.make(passage, 'scare', null, 'scare.inside-quotation', 0.6)
      }
    }
    if (passage.style === 'answer') {
      const interviewee = this.interviewee(passage.start)
      return this.make(
        passage,
        'direct',
        { actor: interviewee, cueSpan: null, rule: 'direct.answer', confidence: 0.9 },
        'direct.answer',
        0.9,
      )
    }
    if (passage.style === 'marks' && this.soCalled(passage))
      return this.make(passage, 'scare', null, 'scare.so-called', 0.95)
    if (passage.style === 'marks' && this.isName(passage, inner, words)) return null
    const cue = this.attribute(passage, words)
    if (cue !== null) return this.make(passage, 'direct', cue, cue.rule, cue.confidence)
    if (passage.style === 'marks' && words <= LONGEST_FRAGMENT && !/[.!?…]\s*$/.test(inner.trim())) {
      return this.make(passage, 'scare', null, 'scare.nobody-speaks', 0.7)
    }
    const carried = this.lastSpeaker
    return this.make(
      passage,
      'direct',
      carried === null ? null : this.carried(carried),
      'direct.goes-on',
      0.55,
    )
  }

  private carried(name: string): Cue {
    return {
      actor: { name, span: { start: 0, end: 0 }, kind: 'person', pronoun: null },
      cueSpan: null,
      rule: 'direct.goes-on',
      confidence: 0.55,
    }
  }

  private make(
    span: Span,
    kind: QuotationKind,
    cue: Cue | null,
    rule: string,
    confidence: number,
  ): Quotation {
    const actor = cue?.actor ?? null
    const resolved = actor === null ? null : this.resolve(actor)
    const person = resolved === null ? null : this.people.find(resolved)
    const speaker = person === null ? resolved : this.people.name(person)
    if (kind !== 'scare' && speaker !== null) this.lastSpeaker = speaker
    const cueSpan = cue?.cueSpan ?? null
    const cueText = cueSpan === null ? null : this.document.text.slice(cueSpan.start, cueSpan.end)
    const why: Explanation = { rule, values: { speaker: speaker ?? '', cue: cueText ?? '' } }
    const named = actor !== null && actor.span.end > actor.span.start
    return {
      start: span.start,
      end: span.end,
      kind,
      speaker,
      speakerSpan: named ? actor.span : null,
      person,
      cue: cueText,
      cueSpan,
      confidence,
      why,
    }
  }

  /** A pronoun is the last speaker or the nearest person before it; everybody else is who is named. */
  private resolve(actor: Actor): string | null {
    if (actor.pronoun === null) return actor.name
    const before = this.actors.findLast(
      (one) =>
        one.span.end <= actor.span.start &&
        one.pronoun === null &&
        (actor.pronoun!.number === 'plural' || one.kind === 'person'),
    )
    if (before !== undefined && actor.span.start - before.span.end < 400) return before.name
    return this.lastSpeaker
  }

  private interviewee(offset: number): Actor | null {
    const before = this.actors.filter(
      (one) => one.span.end <= offset && one.kind === 'person' && one.pronoun === null,
    )
    return before.find((one) => one.name.includes(' ')) ?? before.at(-1) ?? null
  }

  private soCalled(passage: MarkedPassage): boolean {
    return /(?:so-called|self-styled|так называем\p{L}+|т\. ?н\.)\s*$/iu.test(
      this.document.text.slice(Math.max(0, passage.start - 30), passage.start),
    )
  }

  private isName(passage: MarkedPassage, inner: string, words: number): boolean {
    if (passage.style !== 'marks' || words > LONGEST_FRAGMENT || /[.!?…,]\s*$/.test(inner.trim()))
      return false
    const { document } = this
    const cues = cuesOf(document.language)
    const first = document.tokenAt(passage.start)
    const capital = /^\p{Lu}/u.test(inner.trim())
    if (!capital) return false
    let index = first - 1
    for (let steps = 0; index >= 0 && steps < 2; index--) {
      const token = document.tokens[index]!
      if (token.kind !== 'word') break
      steps++
      if (document.lemmas(index).some((one) => cues.namedThings.has(one) || cues.organisations.has(one)))
        return true
      if (!['noun', 'name', 'adjective', 'determiner', 'preposition'].includes(document.reading(index).pos))
        break
    }
    // `«Блокноту»` beside a verb of telling, or a mark in mid-sentence around capitals, is somebody's name.
    const everyCapital = inner
      .split(/\s+/)
      .every((word) => /^[\p{Lu}\p{N}«„“]/u.test(word) || word.length <= 3)
    const sentence = document.sentences[document.sentenceAt(passage.start)]!
    return (
      everyCapital &&
      passage.start > sentence.start &&
      !/[:—–-]\s*$/.test(document.text.slice(sentence.start, passage.start)) &&
      words <= 4
    )
  }

  /** Who speaks a passage: a cue after it, before it, or a colon. */
  private attribute(passage: MarkedPassage, words: number): Cue | null {
    const { document } = this
    const { tokens } = document
    const cues = cuesOf(document.language)
    const paragraph = document.paragraphs[document.paragraphAt(passage.end - 1)]!
    const after = document.tokenAt(passage.end)
    let limit = Math.min(paragraph.end, this.nextOpening(passage.end))
    const stop = sentenceEndAfter(document, passage.end)
    limit = Math.min(limit, Math.max(stop, passage.end))
    for (
      let index = after, seen = 0;
      index < tokens.length && tokens[index]!.start < limit && seen < REACH;
      index++, seen++
    ) {
      const token = tokens[index]!
      if (/^[.!?…]+$/.test(token.text) && seen > 0) break
      if (isCueVerb(document, index, cues))
        return this.withSubject(index, after, limit, 'direct.cue-after', 0.95)
    }
    const start = Math.max(sentenceStartBefore(document, passage.start), this.previousEnd(passage.start))
    const from = document.tokenAt(start)
    for (let index = document.tokenAt(passage.start) - 1; index >= from; index--) {
      if (!isCueVerb(document, index, cues)) continue
      return this.withSubject(index, from, passage.start, 'direct.cue-before', 0.9)
    }
    const phrase = this.sourcePhrase(from, document.tokenAt(passage.start))
    if (phrase !== null) return { ...phrase, rule: 'direct.source-phrase', confidence: 0.9 }
    const lead = document.text.slice(start, passage.start).trimEnd()
    if (lead.endsWith(':')) {
      const actor =
        this.actors.findLast((one) => one.span.start >= start && one.span.end <= passage.start) ?? null
      return { actor, cueSpan: null, rule: 'direct.colon', confidence: 0.85 }
    }
    // A fragment in a sentence that reports somebody's words is theirs.
    if (words <= LONGEST_FRAGMENT * 3) {
      const end = sentenceEndAfter(document, passage.end)
      for (let index = from; index < tokens.length && tokens[index]!.start < end; index++) {
        if (!isInsideAny(tokens[index]!, this.outer) && isCueVerb(document, index, cues)) {
          return this.withSubject(index, from, end, 'direct.cue-in-sentence', 0.75)
        }
      }
    }
    // `— Продолжение.` after an attribution, or a whole sentence right after one: the same speaker goes on.
    return null
  }

  private nextOpening(offset: number): number {
    return this.outer.find((one) => one.start >= offset)?.start ?? this.document.text.length
  }

  private previousEnd(offset: number): number {
    return this.outer.findLast((one) => one.end <= offset)?.end ?? 0
  }

  private withSubject(index: number, from: number, limit: number, rule: string, confidence: number): Cue {
    const { tokens } = this.document
    const cueSpan = { start: tokens[index]!.start, end: tokens[index]!.end }
    return { actor: this.subject(index, from, limit), cueSpan, rule, confidence }
  }

  /** The subject of the verb at `index`: directly after it where it is inverted, else the nearest one before it. */
  private subject(index: number, from: number, limit: number): Actor | null {
    const { tokens } = this.document
    const verb = tokens[index]!
    const low = tokens[from]?.start ?? 0
    const before = this.actors.filter(
      (one) => one.span.start >= low && one.span.end <= verb.start && !isInsideAny(one.span, this.outer),
    )
    const after = this.actors.filter(
      (one) => one.span.start >= verb.end && one.span.end <= limit && !isInsideAny(one.span, this.outer),
    )
    const subjectBefore =
      this.document.language === 'ru' ? before.filter((one) => this.canBeSubject(one)) : before
    if (subjectBefore.length > 0) {
      // "Ruben Castellane, a former judge who led …, told": a person named beats a role in the apposition.
      const pronoun = subjectBefore.at(-1)!
      if (pronoun.pronoun !== null) return pronoun
      return subjectBefore.findLast((one) => one.kind === 'person') ?? pronoun
    }
    const near = after.filter((one) => this.document.language !== 'ru' || this.canBeSubject(one))
    const first = near[0]
    if (first === undefined) return null
    if (first.kind === 'unnamed' || first.kind === 'organisation') {
      const named = near[1]
      if (
        named !== undefined &&
        named.kind === 'person' &&
        named.pronoun === null &&
        named.span.start - first.span.end < 60
      )
        return named
    }
    return first
  }

  private canBeSubject(actor: Actor): boolean {
    const index = this.document.tokenAt(actor.span.end - 1)
    const reading = this.document.reading(index)
    return (
      actor.pronoun !== null ||
      reading.cases.length === 0 ||
      reading.cases[0] === 'nominative' ||
      actor.kind === 'person'
    )
  }

  private sourcePhrase(from: number, to: number): { actor: Actor | null; cueSpan: Span } | null {
    const { document } = this
    const { tokens } = document
    for (let index = from; index < to; index++) {
      for (const phrase of cuesOf(document.language).sourcePhrases) {
        const fits = phrase.every((word, step) => {
          const token = tokens[index + step]
          return (
            token !== undefined &&
            index + step < to &&
            (token.norm === word || document.lemmas(index + step).includes(word))
          )
        })
        if (!fits) continue
        const end = index + phrase.length
        const limit = Math.min(to, end + 14)
        const inside = this.actors.filter(
          (one) =>
            one.span.start >= (tokens[end]?.start ?? 0) && one.span.end <= (tokens[limit - 1]?.end ?? 0),
        )
        const comma =
          tokens.slice(end, limit).find((token) => token.text === ',')?.start ?? Number.POSITIVE_INFINITY
        const near = inside.filter((one) => one.span.start < comma)
        const actor =
          near.find((one) => one.kind === 'person' && one.pronoun === null) ?? near[0] ?? this.possessive(end)
        return { actor, cueSpan: { start: tokens[index]!.start, end: tokens[end - 1]!.end } }
      }
    }
    return null
  }

  /** «по его словам»: the last speaker. */
  private possessive(_index: number): Actor | null {
    return this.lastSpeaker === null
      ? null
      : { name: this.lastSpeaker, span: { start: 0, end: 0 }, kind: 'person', pronoun: null }
  }

  /** Reported clauses of one sentence, outside marked passages. */
  private reported(sentence: number): Quotation[] {
    const { document } = this
    const { tokens, text } = document
    const span = document.sentences[sentence]!
    const from = document.tokenAt(span.start)
    const to = document.tokenAt(span.end - 1) + 1
    const cues = cuesOf(document.language)
    const end = span.end - (/[.!?…]+$/.exec(text.slice(span.start, span.end))?.[0].length ?? 0)
    const make = (start: number, stop: number, cue: Cue, rule: string): Quotation[] => {
      const clause = trimmed(text, start, stop)
      if (clause === null || this.outer.some((one) => spanContains(one, clause))) return []
      return [this.make(clause, 'indirect', cue, rule, cue.confidence)]
    }
    if (this.outer.some((one) => spanContains(one, span))) return []

    const phrase = this.sourcePhrase(from, to)
    if (phrase !== null) {
      const begins = phrase.cueSpan.start - span.start < 12
      const comma = text.indexOf(',', Math.max(phrase.cueSpan.end, phrase.actor?.span.end ?? 0))
      const cue: Cue = { ...phrase, rule: 'indirect.source-phrase', confidence: 0.9 }
      if (begins && comma !== -1 && comma < end) return make(comma + 1, end, cue, cue.rule)
      if (!begins) return make(span.start, phrase.cueSpan.start, cue, cue.rule)
    }
    for (let index = from; index < to; index++) {
      if (isInsideAny(tokens[index]!, this.outer) || !isCueVerb(document, index, cues)) continue
      const lemmas = document.lemmas(index)
      if (!lemmas.some((one) => cues.verbs.has(one))) continue
      const complement = this.complementStart(index, to)
      if (complement !== null) {
        const cue = this.withSubject(index, from, tokens[complement]!.start, 'indirect.that-clause', 0.85)
        return make(tokens[complement]!.start, end, cue, cue.rule)
      }
      // "Y, said X." and "Y, X said.": the cue closes the sentence.
      const before = tokens.slice(from, index).findLastIndex((token) => token.text === ',')
      const rest = to - index
      if (
        before > 2 &&
        rest <= 12 &&
        index - (from + before) <= 8 &&
        !isInsideAny({ start: span.start, end: span.start + 1 }, this.outer)
      ) {
        const comma = tokens[from + before]!
        const cue = this.withSubject(index, from + before + 1, span.end, 'indirect.cue-closes', 0.8)
        return make(span.start, comma.start, cue, cue.rule)
      }
    }
    return []
  }

  /** Token at which the clause that a cue verb reports begins, or null. */
  private complementStart(index: number, to: number): number | null {
    const { document } = this
    const { tokens } = document
    const english = document.language === 'en'
    for (let at = index + 1; at < to && at <= index + 12; at++) {
      const token = tokens[at]!
      if (english && (token.norm === 'that' || token.norm === 'whether') && at + 1 < to) return at + 1
      if (
        !english &&
        (token.norm === 'что' || token.norm === 'будто') &&
        tokens[at - 1]!.text === ',' &&
        at + 1 < to
      )
        return at + 1
      if (/^[.;:«“"]$/.test(token.text)) return null
    }
    // "She said the troops had turned back": a clause right after the verb.
    const lemma = document.reading(index).lemma
    if (
      english &&
      [
        'say',
        'believe',
        'think',
        'insist',
        'claim',
        'argue',
        'warn',
        'add',
        'note',
        'hope',
        'estimate',
        'suggest',
      ].includes(lemma)
    ) {
      const next = tokens[index + 1]
      if (next === undefined || next.kind === 'punctuation') return null
      for (let at = index + 2; at < Math.min(to, index + 25); at++)
        if (document.reading(at).pos === 'verb') return index + 1
    }
    return null
  }
}

const isInsideAny = (span: Span, passages: readonly Span[]): boolean =>
  passages.some((one) => spanContains(one, span))

function sentenceEndAfter(document: Document, offset: number): number {
  const index = document.sentenceAt(Math.max(0, offset - 1))
  const span = document.sentences[index]!
  const rest = document.text.slice(offset, span.end).replace(/[\s.,!?…»”"—–-]/g, '')
  if (rest !== '') return span.end
  // The attribution after a closing mark is a sentence piece of its own: `…!» — сказал он.`
  const next = document.sentences[index + 1]
  const gap = next === undefined ? '' : document.text.slice(offset, next.start)
  return next !== undefined && !gap.includes('\n') && /^\s*[,—–-]/.test(document.text.slice(offset))
    ? next.end
    : span.end
}

function sentenceStartBefore(document: Document, offset: number): number {
  const span = document.sentences[document.sentenceAt(offset)]!
  return span.start
}

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start
  let to = end
  while (from < to && /[\s,—–:-]/.test(text[from]!)) from++
  while (to > from && /[\s,—–-]/.test(text[to - 1]!)) to--
  return to - from < 8 ? null : { start: from, end: to }
}
