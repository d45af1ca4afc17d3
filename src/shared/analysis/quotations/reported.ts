import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import { type Actor, actorsIn, datelineEnd } from './actors.ts'
import { clauseEnd, complementOf } from './clauses.ts'
import type { PronounFeatures } from './cue-types.ts'
import type { CueVerb } from './cues.ts'
import type { Scene } from './scene.ts'
import { type SourcePhrase, sourcePhrasesIn } from './sources.ts'
import { NEVER_INVERTED, subjectOf } from './subjects.ts'

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
}

/** Shorter clauses are no reports but remains of one. */
const SHORTEST = 5

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
  for (const phrase of sourcePhrasesIn(scene, from, to)) {
    for (const clause of bySource(scene, phrase, span, from, to))
      if (!found.some((one) => overlap(one.span, clause.span))) found.push(clause)
  }
  let covered = -1
  for (const verb of verbs) {
    if (verb.index < covered) continue
    const complement = complementOf(scene, verb, to)
    if (complement !== null) {
      const end = clauseEnd(scene, complement.from, to, verb)
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
    const opened = openedByAs(scene, verb, from, to)
    if (opened !== null) {
      if (!found.some((one) => overlap(one.span, opened)))
        found.push(report(scene, verb, opened, from, opened.start, 'indirect.source-phrase', 0.9))
      continue
    }
    for (const closing of closingClause(scene, verb, from, to)) {
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
  return { gender: reading.gender === 'neuter' ? null : reading.gender, number: 'singular' }
}

/** "the claim that …", «сообщения о том, что …». */
function byNoun(scene: Scene, from: number, to: number): Reported[] {
  const { document, cues } = scene
  const { tokens } = document
  const found: Reported[] = []
  for (let at = from + 1; at < to - 3; at++) {
    if (
      scene.quoted[at] === 1 ||
      !cues.openers.has(tokens[at]!.norm) ||
      /^(?:чтобы|якобы|whether)$/.test(tokens[at]!.norm)
    )
      continue
    let back = at - 1
    if (cues.inflected) {
      if (tokens[back]!.text !== ',') continue
      back--
      if (/^(?:том|тем|то)$/.test(tokens[back]?.norm ?? '')) back--
      if (/^(?:о|об|с|на)$/.test(tokens[back]?.norm ?? '')) back--
    } else if (document.reading(at + 1).pos === 'verb') continue
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
      if (!cues.inflected) break
    }
    if (noun === -1) continue
    const own = cues.inflected
      ? (actorsIn(scene.actors, noun + 1, at).find((one) => !one.quoted) ?? null)
      : (actorsIn(scene.actors, Math.max(from, noun - 5), noun).findLast(
          (one) => one.to <= noun && /['’]s?$/.test(tokens[one.to - 1]!.text),
        ) ?? null)
    const possessive =
      cues.possessives.get(tokens[noun - 1]?.norm ?? '') ??
      (tokens[noun - 1]?.norm === 'his'
        ? { gender: 'masculine' as const, number: 'singular' as const }
        : null)
    const end = clauseEnd(scene, at + 1, to, null)
    const clause = trimmed(scene, tokens[at]!.end, tokens[end - 1]!.end)
    if (clause === null) continue
    found.push({
      span: clause,
      actor: own === null ? null : { ...own, certain: false },
      features: own === null ? possessive : null,
      cueSpan: { start: tokens[noun]!.start, end: tokens[noun]!.end },
      at: noun,
      rule: 'indirect.that-clause',
      confidence: 0.7,
    })
  }
  return found
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

/** "According to X, Y." and "Y, according to X." */
function bySource(scene: Scene, phrase: SourcePhrase, span: Span, from: number, to: number): Reported[] {
  const { document, cues } = scene
  const { tokens, text } = document
  const make = (clause: Span | null): Reported[] =>
    clause === null
      ? []
      : [
          {
            span: clause,
            actor: phrase.actor,
            features: phrase.possessive,
            cueSpan: phrase.cueSpan,
            at: phrase.from,
            rule: 'indirect.source-phrase',
            confidence: 0.9,
          },
        ]
  const before = tokens[phrase.from - 1]
  const opens =
    (phrase.from - from <= 2 && before?.text !== ',') ||
    (before !== undefined && cues.joiners.has(before.norm) && phrase.from - from <= 4)
  if (opens) {
    const comma = commaAfter(scene, phrase, to)
    if (comma === null) return []
    const end = clauseEnd(scene, comma + 1, to, null)
    return make(trimmed(scene, tokens[comma]!.end, tokens[end - 1]!.end))
  }
  const framed = before?.text === ','
  const next = tokens[phrase.to]
  if (framed && next?.text === ',') {
    // In the middle of its clause: "Армия, по его словам, хотела".
    const start = clauseStart(scene, phrase.from, from)
    const end = clauseEnd(scene, phrase.to + 1, to, null)
    return [
      trimmed(scene, tokens[start]!.start, tokens[phrase.from - 1]!.start),
      trimmed(scene, next.end, tokens[end - 1]!.end),
    ].flatMap(make)
  }
  const closes = phrase.to >= to - 1 || tokens[phrase.to]?.kind === 'punctuation' || framed
  if (!closes) {
    // "После чего по данным полиции колонна ушла": the phrase governs its clause without commas.
    return []
  }
  const start = clauseStart(scene, phrase.from, from)
  if (quotedShare(scene, start, phrase.from) > 0.5) return []
  return make(
    trimmed(
      scene,
      start === from ? span.start : tokens[start]!.start,
      before === undefined ? span.start : text.slice(0, before.end).length,
    ),
  )
}

/** The comma that ends an opening phrase and its speaker with all appositions; then the report begins. */
function commaAfter(scene: Scene, phrase: SourcePhrase, to: number): number | null {
  const { tokens } = scene.document
  for (let at = phrase.to; at < Math.min(to, phrase.to + 40); at++) {
    if (scene.quoted[at] === 1) return at - 1 >= phrase.to ? null : null
    if (tokens[at]!.text !== ',') continue
    // A relative clause or an apposition between commas belongs to the speaker.
    const next = tokens[at + 1]
    if (next !== undefined && (/^(?:who|which|whose|that)$/.test(next.norm) || /^котор/.test(next.norm))) {
      for (let close = at + 2; close < to; close++) if (tokens[close]!.text === ',') return close
      return null
    }
    if (isAppositionAt(scene, at, to)) {
      for (let close = at + 1; close < to; close++) if (tokens[close]!.text === ',') return close
    }
    return at
  }
  return null
}

/** A comma, a noun phrase without a verb, and a comma again: an apposition. */
function isAppositionAt(scene: Scene, comma: number, to: number): boolean {
  const { document } = scene
  const first = actorsIn(scene.actors, comma + 1, comma + 3)[0]
  if (first === undefined || first.pronoun !== null) return false
  for (let at = comma + 1; at < Math.min(to, comma + 16); at++) {
    if (document.tokens[at]!.text === ',') return at - comma > 1 && at < to - 3
    if (document.reading(at).pos === 'verb') return false
  }
  return false
}

/** "As X said, Y": the clause after the comma that ends the opening, or null. */
function openedByAs(scene: Scene, verb: CueVerb, from: number, to: number): Span | null {
  const { document } = scene
  const { tokens } = document
  if (!/^(?:as|как)$/.test(tokens[from]!.norm) || verb.index - from > 12 || !scene.cues.verbs.has(verb.lemma))
    return null
  for (let at = from + 1; at < verb.index; at++) if (tokens[at]!.text === ',') return null
  for (let at = verb.index + 1; at < Math.min(to, verb.index + 40); at++) {
    if (scene.quoted[at] === 1) return null
    if (tokens[at]!.text !== ',') continue
    const next = tokens[at + 1]
    if (next !== undefined && /^(?:who|which|whose|котор\p{L}*)$/u.test(next.norm)) {
      for (at += 2; at < to - 2 && tokens[at]!.text !== ','; at++);
    } else if (isAppositionAt(scene, at, to)) {
      for (at += 1; at < to - 2 && tokens[at]!.text !== ','; at++);
    }
    if (tokens[at]?.text !== ',') return null
    return trimmed(scene, tokens[at]!.end, tokens[clauseEnd(scene, at + 1, to, null) - 1]!.end)
  }
  return null
}

/** "Y, said X." and "Y, X said." (one clause); "Y, she argues, Z" (two): what a cue without a complement reports. */
function closingClause(scene: Scene, verb: CueVerb, from: number, to: number): Span[] {
  const { document, cues } = scene
  const { tokens } = document
  const inverted = tokens[verb.index - 1]?.norm === 'как' || asBefore(scene, verb, from)
  if ((!verb.strong && !(inverted && cues.verbs.has(verb.lemma))) || verb.gerund) return []
  // "who now advises the committee": a relative clause of the speaker.
  let ahead = verb.index - 1
  while (ahead > from && document.reading(ahead).pos === 'adverb') ahead--
  if (/^(?:who|which|whose|котор\p{L}*)$/u.test(tokens[ahead]?.norm ?? '')) return []
  // The cue belongs to the quotation after it: "Kemp replied, “…”".
  for (let at = verb.index + 1; at <= Math.min(to - 1, verb.index + 3); at++) {
    if (scene.quoted[at] === 1) return []
    if (tokens[at]!.kind === 'word') break
  }
  for (let at = verb.index + 1; at < Math.min(to, verb.index + 9); at++)
    if (tokens[at]!.text === ':') return []
  const comma = boundaryBefore(scene, verb, from)
  if (comma === null) return []
  const lead = comma - 1
  if (lead <= from) return []
  // ", which investigators described as": a relative clause of what is named before it.
  if (/^(?:which|who|that|where|when|what|whose|whom)$/.test(tokens[comma]!.norm)) return []
  if (verb.naming && asBefore(scene, verb, from) && !verb.strong) return []
  const start = clauseStart(scene, lead, from)
  // The clause is a quotation with its own cue: "“…”, Smith said, the agency reports."
  if (
    scene.quoted[start] === 1 &&
    !asBefore(scene, verb, from) &&
    (scene.verbs.get(tokens[start]!.sentence) ?? []).some((one) => one.index > start && one.index < lead)
  )
    return []
  if (quotedShare(scene, start, lead) > 0.6 && (cues.inflected || !asBefore(scene, verb, from))) return []
  const parenthetical = closeOfInsertion(scene, verb, to)
  const pieces: Span[] = []
  const take = (first: number, last: number) => {
    if (quotedShare(scene, first, last) > 0.6) return
    const piece = trimmed(scene, tokens[first]!.start, tokens[last - 1]!.end)
    if (piece !== null) pieces.push(piece)
  }
  if (parenthetical !== null) {
    const end = clauseEnd(scene, parenthetical + 1, to, null)
    if (lead - start < 1 || end - parenthetical < 3) return []
    if (!hasVerb(scene, start, lead) && !hasVerb(scene, parenthetical + 1, end)) return []
    // "При этом, подчеркнул он, …": a mere turn of speech is no part of the report.
    const turn =
      lead - start <= 3 &&
      !hasVerb(scene, start, lead) &&
      ['preposition', 'adverb', 'conjunction', 'particle'].includes(document.reading(start).pos)
    if (!turn) take(start, lead)
    take(parenthetical + 1, end)
    return pieces
  }
  if (lead - start < 2 || !hasVerb(scene, start, lead)) return []
  if (!cues.inflected && takesObject(scene, verb)) return []
  // After the cue only its circumstances may follow: "said on Tuesday in a statement".
  if (tokens[verb.index + 1] !== undefined && !cues.inflected && !onlyCircumstances(scene, verb, to))
    return []
  if (cues.inflected && opensLater(scene, verb.index + 1, to)) return []
  // «…, считает иначе»: inverted, it has its subject after it.
  if (
    cues.inflected &&
    !verb.impersonal &&
    !actorsIn(scene.actors, verb.index + 1, to).some(
      (one) => !one.quoted && (one.subject || one.kind === 'organisation'),
    ) &&
    tokens[verb.index - 1]?.norm !== 'как'
  )
    return []
  take(start, lead)
  return pieces
}

/** "as she put it": the cue stands in a comparison. */
const asBefore = (scene: Scene, verb: CueVerb, from: number): boolean => {
  const { tokens } = scene.document
  for (let at = verb.index - 1; at >= Math.max(from, verb.index - 4); at--) {
    if (tokens[at]!.norm === 'as') return true
    if (tokens[at]!.text === ',') return false
  }
  return false
}

/** The token after the comma that divides a closing cue and its subject from what they report; null when there is none. */
function boundaryBefore(scene: Scene, verb: CueVerb, from: number): number | null {
  const { document, cues } = scene
  const { tokens } = document
  const at = verb.index
  if (cues.inflected) {
    const previous = tokens[at - 1]
    if (previous?.text === ',' || /^[—–-]$/.test(previous?.text ?? ''))
      return /^[—–-]$/.test(previous!.text) && tokens[at - 2]?.text === ','
        ? at - 1
        : previous!.text === ','
          ? at
          : null
    if (previous?.norm === 'как' && tokens[at - 2]?.text === ',') return at - 1
    return null
  }
  // Inverted: ", said X".
  let back = at - 1
  while (back > from && document.reading(back).pos === 'adverb') back--
  if (tokens[back]?.text === ',' && scene.quoted[back] === 0) {
    const next = actorsIn(scene.actors, at + 1, at + 4)[0]
    if (next !== undefined && next.pronoun === null && next.from <= at + 2 && next.subject && !isObject(verb))
      return back + 1
  }
  // ", X said", with appositions of the subject before it.
  const candidates = actorsIn(scene.actors, from, at).filter(
    (one) => one.to <= at && one.subject && !one.quoted,
  )
  for (let index = candidates.length - 1; index >= 0; index--) {
    const one = candidates[index]!
    let start = one.from
    while (start > from && one.from - start < 4 && isAttribute(scene, start - 1)) start--
    // A possessor before it belongs to the subject: "the bloc's secretariat".
    if (tokens[start - 1]?.norm === 'as') start--
    if (tokens[start - 1]?.text === ',' && start - 1 > from) {
      // Is it an apposition of an earlier subject? "the prosecutor, John Smith, said".
      const earlier = candidates[index - 1]
      if (tokens[at - 1]?.text === ',' && earlier !== undefined && earlier.to === start - 1) continue
      return start
    }
  }
  return null
}

/** A word that may stand before a noun: a determiner, an adjective, "its", "stunned". */
function isAttribute(scene: Scene, index: number): boolean {
  const { pos } = scene.document.reading(index)
  const { norm } = scene.document.tokens[index]!
  return (
    pos === 'determiner' ||
    pos === 'adjective' ||
    /^(?:its|his|her|their|our|my)$/.test(norm) ||
    (pos === 'verb' && /(?:ed|ing)$/.test(norm))
  )
}

/** "people demanded a reduction": a verb with a plain object, which closes nothing. */
function takesObject(scene: Scene, verb: CueVerb): boolean {
  const { document } = scene
  const next = document.tokens[verb.index + 1]
  if (next === undefined || next.kind === 'punctuation' || scene.cues.times.has(next.norm)) return false
  if (/^(?:tell|inform|remind|assure)$/.test(verb.lemma)) return false
  if (
    !['determiner', 'adjective', 'noun', 'name', 'pronoun', 'numeral'].includes(
      document.reading(verb.index + 1).pos,
    )
  )
    return false
  if (/^(?:today|yesterday|earlier|later|last|this)$/.test(next.norm)) return false
  // Inverted, it is the subject.
  let back = verb.index - 1
  while (back > 0 && document.reading(back).pos === 'adverb') back--
  return document.tokens[back]?.text !== ','
}

const isObject = (verb: CueVerb): boolean => NEVER_INVERTED.has(verb.lemma)

/** The comma that closes an inserted cue: ", she argues," – or null. */
function closeOfInsertion(scene: Scene, verb: CueVerb, to: number): number | null {
  const { tokens } = scene.document
  for (let at = verb.index + 1; at < Math.min(to, verb.index + 14); at++) {
    const token = tokens[at]!
    if (token.text === ',') {
      const next = tokens[at + 1]
      // A relative clause or a participle after the speaker is no continuation.
      if (
        next === undefined ||
        /^(?:who|which|котор\p{L}*|whose|where|citing|adding|ссылаясь|добавив|но|а|but)$/u.test(next.norm)
      )
        return null
      if (scene.cues.inflected) {
        const subject = actorsIn(scene.actors, verb.index + 1, at)[0]
        if (at > verb.index + 1 && subject === undefined) return null
      } else if (at > verb.index + 1) {
        const subject = actorsIn(scene.actors, verb.index + 1, at)[0]
        if (subject === undefined && at > verb.index + 4) return null
        if (
          scene.document.reading(at + 1).pos === 'name' ||
          scene.document.reading(at + 1).pos === 'determiner'
        )
          return null
      }
      return to - at > 2 ? at : null
    }
    if (token.kind === 'punctuation' && token.text !== '.' && !/^[«»"“”-]$/.test(token.text)) return null
    if (scene.document.reading(at).pos === 'verb') return null
  }
  return null
}

/** True when nothing after the cue makes a clause of its own. */
function onlyCircumstances(scene: Scene, verb: CueVerb, to: number): boolean {
  const { document } = scene
  for (let at = verb.index + 1; at < to; at++) {
    if (scene.quoted[at] === 1) return false
    const token = document.tokens[at]!
    if (token.text === ',' && at > verb.index + 1) return true
    if (document.reading(at).pos === 'verb')
      return /^(?:who|which|that)$/.test(document.tokens[at - 1]?.norm ?? '') || /ing$/.test(token.norm)
  }
  return true
}

function opensLater(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene.document
  for (let at = from; at < to; at++)
    if (tokens[at]!.text === ',' && scene.cues.openers.has(tokens[at + 1]?.norm ?? '')) return true
  return false
}

/** Where the clause that ends at `to` begins: after a semicolon, a joining "but", or the sentence's start. */
function clauseStart(scene: Scene, to: number, from: number): number {
  const { tokens } = scene.document
  for (let at = to - 1; at > from; at--) {
    if (tokens[at]!.text === ';') return at + 1
    if (
      tokens[at]!.text === ',' &&
      /^(?:но|однако|but|yet|while|although)$/.test(tokens[at + 1]!.norm) &&
      to - at > 3
    )
      return at + 1
    if (/^(?:однако|however)$/.test(tokens[at]!.norm) && at + 2 < to) return at + 1
    if (at < from + 12 && /^[—–-]$/.test(tokens[at]!.text) && datelineEnd(scene.document, from) === at + 1)
      return at + 1
    if (tokens[at]!.text === ':' && scene.quoted[at] === 0) return at + 1
  }
  return from
}

function quotedShare(scene: Scene, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) count += scene.quoted[at]!
  return to <= from ? 0 : count / (to - from)
}

function hasVerb(scene: Scene, from: number, to: number): boolean {
  const { document } = scene
  for (let at = from; at < to; at++) {
    if (scene.quoted[at] === 1) return true
    const reading = document.reading(at)
    if (reading.pos === 'verb' || reading.pos === 'participle') return true
    if (
      scene.cues.inflected &&
      /^(?:нет|нельзя|можно|надо|нужно|должн\p{L}*|это|[—–])$/u.test(document.tokens[at]!.norm)
    )
      return true
  }
  return false
}

/** The clause without white space, commas and dashes at its ends; null when too little is left. */
export function trimmed(scene: Scene, start: number, end: number): Span | null {
  const { text } = scene.document
  let from = start
  let to = end
  while (from < to && /[\s,—–:;-]/.test(text[from]!)) from++
  // «О том, что …, сообщил телеканал».
  const about = /^(?:О|Об) т(?:ом|о), (?:что|как) /u.exec(text.slice(from, from + 16))
  if (about !== null) from += about[0].length
  // What begins with "that" is another cue's clause.
  if (/^(?:что|будто|that) /.test(text.slice(from, from + 6))) return null
  while (to > from && /[\s,—–:;.!?…-]/.test(text[to - 1]!)) to--
  return to - from < SHORTEST ? null : { start: from, end: to }
}
