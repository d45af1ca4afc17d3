import type { Explanation } from '#shared/domain/explanation.ts'
import type { Person, Quotation, QuotationKind } from '#shared/domain/quotation.ts'
import { type Span, spanContains } from '#shared/domain/span.ts'
import type { Document } from '../text/document.ts'
import type { Actor } from './actors.ts'
import { Attribution, isFragment } from './attribute.ts'
import type { Attributed } from './attributed.ts'
import { echoHeadline } from './headlines.ts'
import { isSoCalled } from './names-in-marks.ts'
import { People } from './people.ts'
import { type Reported, reportedIn } from './reported.ts'
import { ofTwo, type PastSpeaker, resolvePronoun, sameAgain, surnameOf } from './resolve.ts'
import { headlineReport, reportBefore, runsOn } from './runs-on.ts'
import { type Scene, sceneOf } from './scene.ts'
import type { ArticleContext, MarkedPassage } from './types.ts'

/**
 * Finds what in an article is not simply the outlet's own words, and whose it is: for each sentence its reported clauses,
 * then the marked passages that begin in it (quotation marks, dash speech, interview answers).
 */
export function findQuotations(
  document: Document,
  context: ArticleContext,
): { quotations: readonly Quotation[]; people: readonly Person[] } {
  const { quotations, people } = new Finder(sceneOf(document), context).find()
  return speakersOnly(quotations, people)
}

/** The people of an article are those who speak in it; whoever is merely named is left out. */
function speakersOnly(
  quotations: readonly Quotation[],
  people: readonly Person[],
): { quotations: readonly Quotation[]; people: readonly Person[] } {
  const used = [...new Set(quotations.flatMap(({ person }) => (person === null ? [] : [person])))].sort(
    (a, b) => a - b,
  )
  const places = new Map(used.map((person, place) => [person, place]))
  return {
    quotations: quotations.map((one) =>
      one.person === null ? one : { ...one, person: places.get(one.person) ?? null },
    ),
    people: used.map((person) => people[person]!),
  }
}

/** A word or two are kept at a distance by marks; a longer fragment is somebody's wording. */
const LONGEST_SCARE = 3
/** Characters of words in marks that may stand between two parts of dash speech without taking the floor. */
const LONGEST_ASIDE = 40

class Finder {
  private readonly scene: Scene
  private readonly people: People
  private readonly attribution: Attribution
  private readonly found: Quotation[] = []
  private last: PastSpeaker | null = null
  private readonly learned = new Map<string, NonNullable<Actor['gender']>>()

  constructor(scene: Scene, _context: ArticleContext) {
    this.scene = scene
    this.people = new People(scene.document.language, scene.actors)
    this.attribution = new Attribution(scene)
  }

  find(): { quotations: readonly Quotation[]; people: readonly Person[] } {
    const { document, passages, cues } = this.scene
    const { sentences } = document
    let next = 0
    let previous: { sentence: number; quotation: Quotation; runs: number } | null = null
    for (let sentence = 0; sentence < sentences.length; sentence++) {
      const span = sentences[sentence]!
      const within = this.scene.outer.some((one) => one.start <= span.start && span.end <= one.end)
      const reports = within || cues.verbs.size === 0 ? [] : this.reports(sentence)
      for (const one of reports) for (const part of this.withoutQuoted(one)) this.push(this.report(part))
      while (
        next < passages.length &&
        passages[next]!.start < (sentences[sentence + 1]?.start ?? Number.POSITIVE_INFINITY)
      ) {
        this.passage(passages[next++]!, reports)
      }
      if (within || cues.verbs.size === 0) continue
      const before = reportBefore(this.scene, sentence)
      if (before !== null) {
        // A request in it without a speaker is part of what the sentence after it reports.
        for (let at = this.found.length - 1; at >= 0; at--) {
          const one = this.found[at]!
          if (one.start < before.span.start) break
          if (one.why.rule === 'indirect.to-clause' && one.speaker === null) this.found.splice(at, 1)
        }
        const gone = this.found.some((one) => one.start < before.span.end && before.span.start < one.end)
        if (!gone) this.push(this.report(before))
        continue
      }
      const last = reports.length === 0 ? undefined : this.found.findLast((one) => one.kind === 'indirect')
      if (last !== undefined && last.start >= span.start) {
        previous = { sentence, quotation: last, runs: 0 }
      } else if (
        previous !== null &&
        previous.sentence === sentence - 1 &&
        runsOn(this.scene, sentence, previous.quotation, previous.runs)
      ) {
        this.push({
          ...previous.quotation,
          ...this.wholeSentence(sentence),
          confidence: 0.55,
          why: { rule: 'indirect.runs-on', values: previous.quotation.why.values },
        })
        previous = { sentence, quotation: previous.quotation, runs: previous.runs + 1 }
      }
    }
    const quotations = echoHeadline(this.scene.document, this.found).sort(
      (a, b) => a.start - b.start || b.end - a.end,
    )
    return { quotations, people: this.people.toPersons() }
  }

  private wholeSentence(sentence: number): Span {
    return this.scene.document.sentences[sentence]!
  }

  private reports(sentence: number): Reported[] {
    const headline = headlineReport(this.scene, sentence)
    if (headline !== null) return [headline]
    return reportedIn(this.scene, sentence)
  }

  /** A clause that is mostly quoted keeps only what stands before its quotation. */
  private withoutQuoted(one: Reported): Reported[] {
    const inside = this.scene.outer.filter(
      (other) => other.start < one.span.end && one.span.start < other.end,
    )
    if (inside.length === 0) return [one]
    let quoted = 0
    for (const other of inside)
      quoted += Math.min(other.end, one.span.end) - Math.max(other.start, one.span.start)
    if (quoted <= (one.span.end - one.span.start) * 0.52) return [one]
    // A clause that begins in the outlet's words holds the fragment in it: "что там «прозвучит ясное слово»".
    if (
      inside.every(
        (other) =>
          isFragment(this.scene.document, other) ||
          /^\p{Ll}/u.test(this.scene.document.text.slice(other.innerStart)),
      ) &&
      inside[0]!.start > one.span.start + 1
    )
      return [one]
    const last = inside.at(-1)!
    // Words after the quotation hold the clause together.
    const rest = this.scene.document.text.slice(last.end, one.span.end)
    if (rest.trim().split(/\s+/).length >= 3 && quoted <= (one.span.end - one.span.start) * 0.75) return [one]
    const first = inside[0]!
    const text = this.scene.document.text.slice(one.span.start, first.start)
    if (text.trim().split(/\s+/).length < 3) return []
    return [{ ...one, span: { start: one.span.start, end: one.span.start + text.trimEnd().length } }]
  }

  private push(quotation: Quotation): void {
    this.found.push(quotation)
  }

  private report(one: Reported): Quotation {
    // Who closes a sentence with "she recalled" is nobody named in what is recalled.
    const at =
      one.rule === 'indirect.cue-closes'
        ? this.scene.range(this.scene.document.tokens[one.at]!.sentence).from
        : one.at
    const again = one.again === true ? (this.last?.actor ?? null) : null
    const actor = again ?? this.resolved(one.actor, one.features, at) ?? this.there(one)
    return this.make(one.span, 'indirect', actor, one.actor, one.cueSpan, one.rule, one.confidence, one.at)
  }

  /** "Там отметили, что …": the body that spoke last. */
  private there(one: Reported): Actor | null {
    if (one.actor !== null || this.last?.actor.kind !== 'organisation') return null
    const { document } = this.scene
    const { from } = this.scene.range(document.tokens[one.at]!.sentence)
    for (let at = from; at < one.at; at++) if (document.tokens[at]!.norm === 'там') return this.last.actor
    return null
  }

  private passage(passage: MarkedPassage, reports: readonly Reported[]): void {
    const { document } = this.scene
    const inner = document.text.slice(passage.innerStart, passage.innerEnd)
    if (!/[\p{L}\p{N}]/u.test(inner)) return
    if (passage.depth > 0) {
      this.nested(passage, inner)
      return
    }
    if (passage.style === 'marks' && isSoCalled(document, passage)) {
      this.push(this.make(passage, 'scare', null, null, null, 'scare.so-called', 0.95, 0))
      return
    }
    const around = reports.find((one) => spanContains(one.span, passage))
    // Speech that a dash opens goes on with speech, not with a few words in marks between.
    const previous =
      this.found.findLast(
        (one) =>
          one.kind === 'direct' &&
          one.end <= passage.start &&
          (passage.style !== 'dash' ||
            one.end - one.start > LONGEST_ASIDE ||
            !/[«“„"]/.test(document.text[one.start]!)),
      ) ?? null
    const attributed: Attributed | null = this.attribution.of(passage, around ?? null, previous)
    if (attributed !== null) {
      const actor =
        attributed.again === true && previous !== null
          ? null
          : this.resolved(attributed.actor, attributed.features, attributed.at)
      const quotation = this.make(
        passage,
        'direct',
        actor,
        attributed.actor,
        attributed.cueSpan,
        attributed.rule,
        attributed.confidence,
        attributed.at,
      )
      this.push(
        attributed.again === true && previous !== null
          ? {
              ...quotation,
              speaker: previous.speaker,
              person: previous.person,
              why: { rule: attributed.rule, values: { speaker: previous.speaker ?? '', cue: '' } },
            }
          : quotation,
      )
      return
    }
    if (isFragment(document, passage) && inner.trim().split(/\s+/).length <= LONGEST_SCARE) {
      this.push(this.make(passage, 'scare', null, null, null, 'scare.nobody-speaks', 0.7, 0))
      return
    }
    const at = document.tokenAt(passage.start)
    const carried = this.last !== null ? this.last.actor : this.attribution.nearest(at)
    this.push(this.make(passage, 'direct', carried, null, null, 'direct.goes-on', 0.55, at))
  }

  /** Marks inside somebody's words: at most a word kept at a distance; quoted speech within speech stays theirs. */
  private nested(passage: MarkedPassage, inner: string): void {
    const { document } = this.scene
    const words = inner.trim().split(/\s+/).length
    const plain = /^\p{Ll}/u.test(inner.trim()) && words <= 3 && !/[.!?…,]$/.test(inner.trim())
    if (plain && !this.attribution.cueNear(passage) && isOutsideFragment(document, passage, this.scene.outer))
      this.push(this.make(passage, 'scare', null, null, null, 'scare.inside-quotation', 0.6, 0))
  }

  /** An actor as the person meant: pronouns and missing subjects resolved. */
  private resolved(actor: Actor | null, features: Reported['features'], at: number): Actor | null {
    if (actor !== null && /^(?:the )?(?:latter|former)$/i.test(actor.name)) return ofTwo(this.scene, actor)
    if (actor !== null && actor.pronoun === null) {
      this.learn(actor, at)
      return sameAgain(this.scene, actor, this.last) ?? this.asTold(actor, at)
    }
    const meant = actor?.pronoun ?? features
    if (meant === null) return null
    if (actor !== null && /^(?:i|we|я|мы)$/i.test(actor.name)) return null
    const neuter = actor?.name.toLowerCase() === 'it'
    // "He supported X and said": who stands after the pronoun is not meant by it.
    const from = actor === null || actor.pronoun === null ? at : Math.min(at, actor.from)
    const nearest = resolvePronoun(this.scene, meant, from, this.last, neuter, this.learned)
    // «Он» is the president named by office just before, and so the person who holds it.
    const found =
      nearest === null || !this.scene.cues.inflected
        ? nearest
        : (sameAgain(this.scene, nearest, this.last) ?? nearest)
    // Once called "she", a person is a woman for the rest of the article.
    if (found?.kind === 'person' && found.gender === null && actor !== null && meant.gender !== null)
      this.learned.set(surnameOf(found), meant.gender)
    return found
  }

  /** «юрист отметила»: an office in the masculine that a woman holds. */
  private asTold(actor: Actor, at: number): Actor {
    if (!this.scene.cues.inflected || actor.kind !== 'unnamed') return actor
    const { pos, gender, number } = this.scene.document.reading(at)
    return pos === 'verb' && gender === 'feminine' && number === 'singular' ? { ...actor, gender } : actor
  }

  /** «спросила Имогена»: a verb in the past tells what a foreign name does not. */
  private learn(actor: Actor, at: number): void {
    if (!this.scene.cues.inflected || actor.kind !== 'person' || actor.gender !== null) return
    const { pos, gender, number } = this.scene.document.reading(at)
    if (pos === 'verb' && number !== 'plural' && (gender === 'feminine' || gender === 'masculine'))
      this.learned.set(surnameOf(actor), gender)
  }

  private make(
    span: Span,
    kind: QuotationKind,
    actor: Actor | null,
    named: Actor | null,
    cueSpan: Span | null,
    rule: string,
    confidence: number,
    at: number,
  ): Quotation {
    const { document } = this.scene
    const person = actor === null ? null : this.people.indexOf(actor)
    const speaker = person === null ? null : this.people.entry(person).name
    if (kind !== 'scare' && actor !== null) {
      const token = document.tokens[Math.min(Math.max(0, at), document.tokens.length - 1)]
      this.last = {
        actor: {
          ...actor,
          name: speaker ?? actor.name,
          gender:
            actor.gender ??
            this.learned.get(surnameOf(actor)) ??
            (person === null ? null : this.people.entry(person).gender),
        },
        at,
        sentence: Math.max(token?.sentence ?? 0, document.sentenceAt(Math.max(0, span.end - 1))),
      }
    }
    const cue = cueSpan === null ? null : document.text.slice(cueSpan.start, cueSpan.end)
    const why: Explanation = { rule, values: { speaker: speaker ?? '', cue: cue ?? '' } }
    return {
      start: span.start,
      end: span.end,
      kind,
      speaker,
      speakerSpan: named?.span ?? null,
      person,
      cue,
      cueSpan,
      confidence,
      why,
    }
  }
}

const isOutsideFragment = (
  document: Document,
  passage: MarkedPassage,
  outer: readonly MarkedPassage[],
): boolean => !outer.some((one) => spanContains(one, passage) && isFragment(document, one))
