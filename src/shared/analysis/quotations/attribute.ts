import type { Quotation } from '#shared/domain/quotation.ts'
import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document } from '../text/document.ts'
import { type Actor, actorsIn } from './actors.ts'
import type { PronounFeatures } from './cue-types.ts'
import type { CueVerb } from './cues.ts'
import { cueVerbAt } from './cues.ts'
import { dashed, nounCue, participle, slogan } from './fragments.ts'
import { intervieweeOf } from './interviewee.ts'
import { featuresOf, type Reported } from './reported.ts'
import type { Scene } from './scene.ts'
import { sourcePhrasesIn } from './sources.ts'
import { subjectOf } from './subjects.ts'
import type { MarkedPassage } from './types.ts'

export interface Attributed {
  readonly actor: Actor | null
  readonly features: PronounFeatures | null
  readonly cueSpan: Span | null
  readonly at: number
  readonly rule: string
  readonly confidence: number
  /** The speaker is that of the quotation before. */
  readonly again?: boolean
}

/** A fragment has at most this many words. */
const LONGEST_FRAGMENT = 6

/** A few words in marks that are no utterance of their own. */
export function isFragment(document: Document, passage: MarkedPassage): boolean {
  if (passage.style !== 'marks') return false
  const inner = document.text.slice(passage.innerStart, passage.innerEnd).trim()
  const count = inner.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)?.length ?? 0
  if (count > LONGEST_FRAGMENT) return false
  if (/[.!?…,]$/.test(inner) && /^\p{Lu}/u.test(inner)) return false
  // A paragraph of its own, or all of a headline.
  const paragraph = document.paragraphs[document.paragraphAt(passage.start)]!
  if (passage.start === paragraph.start) {
    if (passage.end >= paragraph.end - 1) return false
    if (count > 2 && /^\s*:/.test(document.text.slice(passage.end, passage.end + 2))) return false
  }
  return true
}

/** Who speaks a marked passage, and what in the text says so. */
export class Attribution {
  private readonly scene: Scene

  constructor(scene: Scene) {
    this.scene = scene
  }

  of(passage: MarkedPassage, around: Reported | null, previous: Quotation | null): Attributed | null {
    const { document } = this.scene
    if (passage.style === 'answer') {
      const actor = intervieweeOf(this.scene, passage.start)
      return {
        actor,
        features: null,
        cueSpan: null,
        at: document.tokenAt(passage.start),
        rule: 'direct.answer',
        confidence: 0.9,
      }
    }
    const fragment = isFragment(document, passage)
    const put = fragment ? this.asPut(passage) : null
    if (put !== null) return put
    return (
      this.post(passage) ??
      this.insertion(passage) ??
      (around !== null && around.rule !== 'indirect.cue-closes' && around.span.start < passage.start + 1
        ? this.inside(around)
        : null) ??
      this.signed(passage) ??
      this.after(passage, fragment) ??
      this.inside(around) ??
      this.before(passage, fragment) ??
      (fragment ? participle(this.scene, passage) : null) ??
      this.bySource(passage) ??
      this.colon(passage) ??
      this.headline(passage) ??
      (fragment ? dashed(this.scene, passage, previous) : null) ??
      slogan(this.scene, passage) ??
      this.goesOn(passage, previous, fragment) ??
      this.introduced(passage, fragment) ??
      (fragment ? nounCue(this.scene, passage) : null)
    )
  }

  /** The “occupiers”, as she put it, …: a fragment and who calls it so. */
  private asPut(passage: MarkedPassage): Attributed | null {
    const { document, cues } = this.scene
    if (!/^,?\s+(?:as|как)\s/.test(document.text.slice(passage.end, passage.end + 6))) return null
    const from = document.tokenAt(passage.end)
    for (let index = from; index < from + 9; index++) {
      if (index > from && document.tokens[index]?.text === ',') return null
      const verb = cueVerbAt(document, index, cues)
      if (verb === null) continue
      const { to } = this.scene.range(document.tokens[index]!.sentence)
      return this.make(verb, subjectOf(this.scene, verb, from, to), 'direct.cue-after', 0.85)
    }
    return null
  }

  /** The nearest person named before token `at`, for a quotation that nothing else attributes. */
  nearest(at: number): Actor | null {
    const before = actorsIn(this.scene.actors, Math.max(0, at - 120), at)
    return (
      before.findLast((one) => one.kind === 'person' && one.pronoun === null && one.subject && !one.quoted) ??
      null
    )
  }

  /** True when a cue stands right before a passage inside other words. */
  cueNear(passage: Span): boolean {
    const { document, cues } = this.scene
    const first = document.tokenAt(passage.start)
    for (let at = first - 1; at >= Math.max(0, first - 5); at--)
      if (cueVerbAt(document, at, cues) !== null) return true
    return false
  }

  /** `@name: …` */
  private post(passage: MarkedPassage): Attributed | null {
    const { document } = this.scene
    const paragraph = document.paragraphs[document.paragraphAt(passage.start)]!
    const lead = document.text.slice(paragraph.start, passage.start)
    if (!/@[\p{L}\p{N}_]+\s*:\s*$/u.test(lead)) return null
    const actor = this.scene.actors.find(
      (one) =>
        one.span.start >= paragraph.start &&
        one.span.end <= passage.start &&
        /^@/.test(document.text.slice(one.span.start, one.span.end)),
    )
    return actor === undefined
      ? null
      : { actor, features: null, cueSpan: null, at: actor.from, rule: 'direct.colon', confidence: 0.9 }
  }

  /** «…, — сказал он. — …»: the author's words inside the marks. */
  private insertion(passage: MarkedPassage): Attributed | null {
    const { document, cues } = this.scene
    const { tokens } = document
    const first = document.tokenAt(passage.innerStart)
    const last = document.tokenAt(passage.innerEnd)
    for (let at = first + 1; at < last - 2; at++) {
      if (!/^[—–-]$/.test(tokens[at]!.text) || !/^[,!?…]|\.\.+$/.test(tokens[at - 1]!.text)) continue
      let end = at + 1
      while (
        end < last &&
        !/^[—–]$/.test(tokens[end]!.text) &&
        !(tokens[end]!.text === '-' && /^[.,]$/.test(tokens[end - 1]!.text))
      )
        end++
      if (end - at > 45) continue
      for (let index = at + 1; index < Math.min(end, at + 5); index++) {
        const verb = cueVerbAt(document, index, cues)
        if (verb === null || verb.gerund) continue
        const { actors, quoted } = this.scene
        // Inside the marks, but the author's: who stands there counts.
        const open = {
          ...this.scene,
          actors: actors.map((one) => (one.from >= at && one.to <= end ? { ...one, quoted: false } : one)),
          quoted: new Uint8Array(quoted.length),
        }
        const actor = subjectOf(open, verb, at + 1, end)
        return this.make(verb, actor, 'direct.insertion', 0.95)
      }
    }
    return null
  }

  private make(verb: CueVerb, actor: Actor | null, rule: string, confidence: number): Attributed {
    const token = this.scene.document.tokens[verb.index]!
    return {
      actor,
      features: actor === null && !verb.impersonal ? featuresOf(this.scene, verb) : null,
      cueSpan: { start: token.start, end: token.end },
      at: verb.index,
      rule,
      confidence,
    }
  }

  /** `“…,” said X.` */
  private after(passage: MarkedPassage, fragment: boolean): Attributed | null {
    const { document, cues, outer } = this.scene
    const { tokens, text, sentences } = document
    // "what she calls “…”, said …": named right before, so what follows is another clause.
    const named = document.tokenAt(passage.start) - 1
    if (fragment && !cues.inflected && cueVerbAt(document, named, cues)?.naming === true) return null
    const rest = text.slice(passage.end, passage.end + 6)
    const sentence = document.sentenceAt(Math.max(0, passage.end - 1))
    const paragraph = document.paragraphs[document.paragraphAt(passage.end - 1)]!
    let limit = sentences[sentence]!.end
    // The attribution after a closing mark may count as a sentence of its own: `…!» — сказал он.`
    if (limit <= passage.end + 1) {
      if (!/^\s*[,—–-]/.test(rest) && !/^\s*\p{Ll}/u.test(rest)) return null
      limit = sentences[sentence + 1]?.end ?? limit
    }
    const next = outer.find((one) => one.start >= passage.end)
    limit = Math.min(limit, paragraph.end, next?.start ?? limit)
    const from = document.tokenAt(passage.end)
    const to = Math.max(from, document.tokenAt(limit - 1) + 1)
    const inner = text.slice(passage.innerStart, passage.innerEnd).trimEnd()
    // `“…,” he said` and `“…”, he said` and `«…», — сказал он`.
    const lead = /[,!?…]$/.test(inner) || /^\s*[,—–-]/.test(rest) || /[.]$/.test(inner) || !fragment
    if (fragment && !/^\s*[,—–]|^\s*-\s/.test(rest) && !/[,!?]$/.test(inner)) return null
    if (!lead) return null
    if (cues.joiners.has(tokens[from]?.norm ?? '')) return null
    // Without a comma, a dash or an end before them only "he said" right there attributes the words.
    const close = !/[,.!?…]$/.test(inner) && !/^\s*[,.—–-]/.test(rest)
    if (close && ['preposition', 'conjunction', 'particle'].includes(document.reading(from)?.pos ?? ''))
      return null
    const saidSo = cues.inflected
      ? /^\s*,?\s*[—–-]\s/.test(rest)
      : /[,!?]$/.test(inner) && this.startsWithPerson(from)
    let comma = 0
    for (let index = from; index < to && index < from + (close ? 5 : 45); index++) {
      const token = tokens[index]!
      if (token.text === ',' && index > from) comma++
      // A full stop within a sentence belongs to an abbreviation: "Ms. Weil".
      const stops =
        token.text === '.' ? tokens[index + 1]?.sentence !== token.sentence : /^[!?;]$/.test(token.text)
      if (stops && index > from && tokens[index - 1]!.text.length > 1) break
      const verb = cueVerbAt(document, index, cues)
      if (verb === null) {
        const reading = document.reading(index)
        // A verb of another clause: what is quoted is its subject or object, nobody speaks after it.
        const finite = cues.inflected
          ? reading.pos === 'verb' && reading.number !== null
          : reading.pos === 'verb'
        // "…,” he shrugs.": set off as speech, so whatever verb follows is how it was said.
        if (finite && index - from <= 4 && saidSo) {
          const said: CueVerb = {
            index,
            lemma: reading.lemma,
            strong: true,
            naming: false,
            impersonal: false,
            gerund: false,
          }
          const actor = subjectOf(this.scene, said, from, to)
          if (actor !== null && actor.kind !== 'thing' && actor.kind !== 'organisation')
            return this.make(said, actor, 'direct.cue-after', 0.75)
        }
        const setOff = cues.inflected ? saidSo : /[,!?]$/.test(inner)
        if (finite && comma === 0 && !setOff && (fragment || cues.inflected)) return null
        continue
      }
      if (verb.gerund && index > from + 1) continue
      // «Мы вернёмся», — пообещал …: right after a comma and a dash any verb of the kind will do.
      const right = saidSo && cues.inflected && index <= from + 2
      if (!verb.strong && !right && (fragment || index > from + 4)) continue
      if (cues.inflected && fragment && comma > 0 && !/^[—–-]$/.test(tokens[from]?.text ?? '')) return null
      return this.make(verb, subjectOf(this.scene, verb, from, to), 'direct.cue-after', 0.95)
    }
    // «…», по словам X. and “…,” according to X.
    const phrase = sourcePhrasesIn(this.scene, from, to)[0]
    if (phrase !== undefined && phrase.from - from <= 3)
      return {
        actor: phrase.actor,
        features: phrase.possessive,
        cueSpan: phrase.cueSpan,
        at: phrase.from,
        rule: 'direct.source-phrase',
        confidence: 0.9,
      }
    return null
  }

  private startsWithPerson(from: number): boolean {
    const first = actorsIn(this.scene.actors, from, from + 1)[0]
    return first !== undefined && first.kind === 'person' && !first.quoted
  }

  /** “…” — Mira Dahl, shopkeeper; «…» (Отто Финн, пекарь): a name and no verb. */
  private signed(passage: MarkedPassage): Attributed | null {
    const { document, actors } = this.scene
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

  /** In a reported clause: its speaker's. */
  private inside(around: Reported | null): Attributed | null {
    if (around === null) return null
    return {
      actor: around.actor,
      features: around.features,
      cueSpan: around.cueSpan,
      at: around.at,
      rule: 'direct.cue-in-sentence',
      confidence: 0.85,
    }
  }

  /** `X said: “…”`, `called it “…”` */
  private before(passage: MarkedPassage, fragment: boolean): Attributed | null {
    const { document, verbs } = this.scene
    const { tokens } = document
    const first = document.tokenAt(passage.start)
    const sentence = document.sentenceAt(passage.start)
    const { from } = this.scene.range(sentence)
    const list = (verbs.get(sentence) ?? []).filter((one) => one.index < first)
    for (const verb of [...list].reverse()) {
      if (!verb.strong && !verb.naming && !fragment) {
        if (first - verb.index > 6 && tokens[first - 1]?.text !== ':') continue
      }
      if (fragment && !verb.strong && !verb.naming) continue
      if (fragment && this.clauseEndsBetween(verb.index, first)) continue
      // Another quotation that this cue attributes stands between.
      const actor = subjectOf(this.scene, verb, from, first)
      // "what was once called …": nobody in particular calls it so.
      if (fragment && verb.impersonal && actor === null) continue
      return this.make(verb, actor, 'direct.cue-before', fragment ? 0.8 : 0.9)
    }
    const { grammar } = getLanguage(document.language)
    if (grammar !== null && fragment) {
      const { to } = this.scene.range(sentence)
      const verb = grammar.cueBehind(this.scene, document.tokenAt(passage.end), to)
      if (verb !== null)
        return this.make(verb, subjectOf(this.scene, verb, from, to), 'direct.cue-in-sentence', 0.8)
    }
    return null
  }

  /** A clause of its own begins between a cue and a fragment: ", but the …" with a verb. */
  private clauseEndsBetween(from: number, to: number): boolean {
    const { document, cues } = this.scene
    const { tokens } = document
    for (let at = from + 1; at < to; at++) {
      const token = tokens[at]!
      if (token.text === ';') return true
      if (
        token.text === ',' &&
        /^(?:but|yet|while|а|но|однако|хотя|пока|although|though)$/.test(tokens[at + 1]?.norm ?? '')
      )
        return true
      if (cues.joiners.has(token.norm) && tokens[at - 1]?.text === ',') {
        for (let index = at + 1; index < to; index++) if (document.reading(index).pos === 'verb') return true
      }
    }
    return false
  }

  private bySource(passage: MarkedPassage): Attributed | null {
    const { document } = this.scene
    const sentence = document.sentenceAt(passage.start)
    const { from } = this.scene.range(sentence)
    const first = document.tokenAt(passage.start)
    const phrase = sourcePhrasesIn(this.scene, from, first).at(-1)
    if (phrase === undefined) {
      const end = document.sentenceAt(Math.max(0, passage.end - 1))
      const { to } = this.scene.range(end)
      const later = sourcePhrasesIn(this.scene, document.tokenAt(passage.end), to)[0]
      if (later === undefined) return null
      return {
        actor: later.actor,
        features: later.possessive,
        cueSpan: later.cueSpan,
        at: later.from,
        rule: 'direct.source-phrase',
        confidence: 0.8,
      }
    }
    return {
      actor: phrase.actor,
      features: phrase.possessive,
      cueSpan: phrase.cueSpan,
      at: phrase.from,
      rule: 'direct.source-phrase',
      confidence: 0.9,
    }
  }

  /** After a colon: whoever the words before it name. */
  private colon(passage: MarkedPassage): Attributed | null {
    const { document, actors, cues } = this.scene
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
    const { from } = this.scene.range(sentence)
    const to = document.tokenAt(end)
    const verb = (this.scene.verbs.get(sentence) ?? []).findLast((one) => one.index < to)
    if (verb !== undefined) {
      const actor = subjectOf(this.scene, verb, from, to)
      return this.make(verb, actor, 'direct.colon', 0.9)
    }
    // "пришёл его ответ: …": whose answer it is.
    for (let at = to - 2; at > Math.max(from - 1, to - 5); at--) {
      const whose = cues.possessives.get(document.tokens[at]!.norm)
      if (whose === undefined || document.reading(at + 1).pos !== 'noun') continue
      return { actor: null, features: whose, cueSpan: null, at, rule: 'direct.colon', confidence: 0.75 }
    }
    const own = actorsIn(actors, from, to).filter((one) => !one.quoted)
    const actor =
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
  private headline(passage: MarkedPassage): Attributed | null {
    const { document, actors } = this.scene
    const paragraph = document.paragraphs[document.paragraphAt(passage.start)]!
    if (
      passage.start !== paragraph.start ||
      !/^\s*[:–—-]\s/.test(document.text.slice(passage.end, passage.end + 4))
    )
      return null
    const from = document.tokenAt(passage.end)
    const to = document.tokenAt(paragraph.end - 1) + 1
    const actor = actorsIn(actors, from, Math.min(to, from + 5)).find(
      (one) => one.kind !== 'thing' && one.pronoun === null && (one.subject || !this.scene.cues.inflected),
    )
    if (actor === undefined) return null
    return { actor, features: null, cueSpan: null, at: from, rule: 'direct.colon', confidence: 0.75 }
  }

  /** A whole sentence in marks right after an attributed one: the same speaker goes on. */
  private goesOn(passage: MarkedPassage, previous: Quotation | null, fragment: boolean): Attributed | null {
    if (previous === null) return null
    const { document } = this.scene
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
  private introduced(passage: MarkedPassage, fragment: boolean): Attributed | null {
    if (fragment || passage.style !== 'marks') return null
    const { document, actors, quoted } = this.scene
    const sentence = document.sentenceAt(passage.start)
    if (sentence === 0 || document.sentences[sentence]!.start < passage.start - 1) return null
    const before = document.sentences[sentence - 1]!
    if (document.paragraphAt(before.start) !== document.paragraphAt(passage.start)) return null
    const { from, to } = this.scene.range(sentence - 1)
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
}
