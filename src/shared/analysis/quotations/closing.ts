import type { Span } from '#shared/domain/span.ts'
import type { Reading } from '../text/document.ts'
import { actorsIn } from './actors.ts'
import { clauseEnd } from './clause-end.ts'
import { saidAfterMark } from './clause-end-plain.ts'
import type { CueVerb } from './cues.ts'
import type { Scene } from './scene.ts'
import { clauseStart, hasVerb, isAppositionAt, isTurn, quotedShare, trimmed } from './spans.ts'
import { NEVER_INVERTED, subjectOf } from './subjects.ts'

/** "As X said, Y": the clause after the comma that ends the opening, or null. */
export function openedByAs(scene: Scene, verb: CueVerb, from: number, to: number): Span | null {
  const { document } = scene
  const { tokens } = document
  if (
    !/^(?:as|как)$/.test(tokens[from]!.norm) ||
    verb.index - from > 12 ||
    verb.gerund ||
    (/^(?:говорится|известно)$/.test(tokens[verb.index]!.norm) && verb.index === from + 1) ||
    (!scene.cues.verbs.has(verb.lemma) && !(verb.impersonal && scene.cues.inflected))
  )
    return null
  for (let at = from + 1; at < verb.index; at++) if (tokens[at]!.text === ',') return null
  for (let at = verb.index + 1; at < Math.min(to, verb.index + 40); at++) {
    if (scene.quoted[at] === 1) return null
    if (tokens[at]!.text !== ',') continue
    const next = tokens[at + 1]
    if (next !== undefined && /^(?:who|which|whose|котор\p{L}*)$/u.test(next.norm)) {
      for (at += 2; at < to - 2 && tokens[at]!.text !== ','; at++);
    } else if (isAppositionAt(scene, at, to) || (scene.cues.inflected && belongsBefore(scene, at))) {
      for (at += 1; at < to - 2 && tokens[at]!.text !== ','; at++);
    }
    if (tokens[at]?.text !== ',') return null
    return trimmed(scene, tokens[at]!.end, tokens[clauseEnd(scene, at + 1, to, null) - 1]!.end)
  }
  return null
}

/** Verbs that report only with "that", or between commas: "If it fails, X suggested in a post, Y". */
const SAYS_BETWEEN = /^(?:suggest|indicate|imply|find|agree|hope|fear|expect|signal|promise)$/

/** "Y, said X." and "Y, X said." (one clause); "Y, she argues, Z" (two): what a cue without a complement reports. */
export function closingClause(scene: Scene, verb: CueVerb, from: number, to: number): Span[] {
  const { document, cues } = scene
  const { tokens } = document
  const inverted = tokens[verb.index - 1]?.norm === 'как' || asBefore(scene, verb, from)
  // «…, ожидают в банке»: a verb of thought in the plural with a body beside it is a statement.
  const body =
    cues.inflected &&
    /^(?:в|во|на)$/.test(tokens[verb.index + 1]?.norm ?? '') &&
    document.reading(verb.index).number === 'plural'
  const between = !cues.inflected && SAYS_BETWEEN.test(verb.lemma)
  if ((!verb.strong && !((inverted || body || between) && cues.verbs.has(verb.lemma))) || verb.gerund)
    return []
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
  // ", one of those about which the general hinted,"
  if (!cues.inflected)
    for (let at = comma; at < verb.index; at++) if (/^(?:which|whom|whose)$/.test(tokens[at]!.norm)) return []
  const start = clauseStart(scene, lead, from)
  if (isMixed(scene, start, comma)) {
    const whole = trimmed(scene, tokens[start]!.start, tokens[lead]!.end)
    return whole === null ? [] : [whole]
  }
  // The clause is a quotation with its own cue: "“…”, Smith said, the agency reports."
  if (
    scene.quoted[start] === 1 &&
    !asBefore(scene, verb, from) &&
    (scene.verbs.get(tokens[start]!.sentence) ?? []).some((one) => one.index > start && one.index < lead)
  )
    return []
  if (quotedShare(scene, start, lead) > 0.6 && (cues.inflected || !asBefore(scene, verb, from))) return []
  const parenthetical = closeOfInsertion(scene, verb, to)
  if (between && !verb.strong && !inverted && parenthetical === null && verb.index < to - 2) return []
  const pieces: Span[] = []
  const take = (first: number, last: number) => {
    if (quotedShare(scene, first, last) > 0.6) return
    const piece = trimmed(scene, tokens[first]!.start, tokens[last - 1]!.end)
    if (piece !== null) pieces.push(piece)
  }
  // "A did B, X said on Tuesday, in the deadliest week …": a circumstance after a whole clause is the outlet's.
  const after = parenthetical === null ? null : document.reading(parenthetical + 1).pos
  const ends =
    !cues.inflected &&
    after === 'preposition' &&
    !/^(?:unless|if|because|until|once|when|although|though)$/.test(tokens[parenthetical! + 1]!.norm) &&
    hasVerb(scene, start, lead)
  if (parenthetical !== null && !ends) {
    const end = clauseEnd(scene, parenthetical + 1, to, null)
    if (lead - start < 1 || end - parenthetical < 3) return []
    if (!hasVerb(scene, start, lead) && !hasVerb(scene, parenthetical + 1, end)) return []
    // "При этом, подчеркнул он, …": a mere turn of speech is no part of the report.
    const turn = isTurn(scene, start, lead)
    if (!turn) take(start, lead)
    take(parenthetical + 1, end)
    return pieces
  }
  // A Russian clause of some length may have no verb in a form of its own: «Мир важнее всего, что было до него».
  const long = cues.inflected && lead - start >= 6
  if (lead - start < 2 || (!long && !hasVerb(scene, start, lead))) return []
  if (!cues.inflected && takesObject(scene, verb)) return []
  // After the cue only its circumstances may follow: "said on Tuesday in a statement".
  if (tokens[verb.index + 1] !== undefined && !cues.inflected && !onlyCircumstances(scene, verb, to))
    return []
  if (cues.inflected && opensLater(scene, verb.index + 1, to)) return []
  // «…, считает иначе»: inverted, it has its subject after it.
  if (
    cues.inflected &&
    !verb.impersonal &&
    tokens[verb.index - 1]?.norm !== 'как' &&
    subjectOf(scene, verb, verb.index + 1, to) === null
  )
    return []
  take(start, lead)
  return pieces
}

/** "The army should grow “as fast as it can,” said X": the outlet's words lead into the quoted ones. */
function isMixed(scene: Scene, start: number, close: number): boolean {
  const { document, cues, quoted } = scene
  const { tokens } = document
  if (cues.inflected || quoted[close - 1] === 0 || !saidAfterMark(scene, close, close + 6)) return false
  let mark = start
  while (mark < close && quoted[mark] === 0) mark++
  let inner = mark
  while (inner < close && tokens[inner]!.kind === 'punctuation') inner++
  if (mark - start < 2 || tokens[mark - 1]!.kind === 'punctuation') return false
  return /^\p{Ll}/u.test(tokens[inner]!.text)
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
export function boundaryBefore(scene: Scene, verb: CueVerb, from: number): number | null {
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
  // "The deal “serves the banks,” X said": the comma stands inside the marks.
  for (let mark = at; mark > Math.max(from + 2, at - 10); mark--) {
    if (scene.quoted[mark - 1] === 0 || scene.quoted[mark] === 1) continue
    if (saidAfterMark(scene, mark, at + 4)) return mark
    break
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

/** Whoever says it stands right before the cue: "X suggested in a post". */
function subjectBefore(scene: Scene, verb: CueVerb): boolean {
  const before = actorsIn(scene.actors, Math.max(0, verb.index - 4), verb.index).at(-1)
  return before?.subject === true && before.to === verb.index
}

/** A finite verb follows before the next comma, or a predicate to the sentence's end. */
function goesOnAsClause(scene: Scene, from: number, to: number): boolean {
  const { document, quoted } = scene
  for (let at = from; at < to; at++) {
    if (quoted[at] === 1 || document.tokens[at]!.text === ',') return false
    if (document.reading(at).pos === 'verb') return !/(?:ed|ing)$/.test(document.tokens[at]!.norm)
  }
  return false
}

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
      if (scene.cues.inflected && belongsBefore(scene, at)) return null
      if (scene.cues.inflected) {
        const subject = actorsIn(scene.actors, verb.index + 1, at)[0]
        if (at > verb.index + 1 && subject === undefined) return null
      } else if (at > verb.index + 1) {
        const subject = actorsIn(scene.actors, verb.index + 1, at)[0]
        if (subject === undefined && at > verb.index + 4) return null
        // "If it fails, X suggested in a post, the ferries will stop": what follows is a clause, no apposition.
        if (
          ['name', 'determiner'].includes(scene.document.reading(at + 1).pos) &&
          !(subjectBefore(scene, verb) && goesOnAsClause(scene, at + 1, to))
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

/** «…, ссылаясь на X», «…, знакомых с делом»: after the comma stands what belongs to the speaker. */
function belongsBefore(scene: Scene, comma: number): boolean {
  const { pos, cases, short } = scene.document.reading(comma + 1) as Reading & { readonly short?: boolean }
  // «Порт, сообщили в мэрии, закрыт»: a predicate.
  if (short === true) return false
  if (pos === 'gerund') return true
  if (pos === 'participle') return true
  return (
    pos === 'adjective' &&
    cases.length > 0 &&
    cases[0] !== 'nominative' &&
    scene.document.reading(comma + 2).pos === 'preposition'
  )
}

/** True when nothing after the cue makes a clause of its own. */
function onlyCircumstances(scene: Scene, verb: CueVerb, to: number): boolean {
  const { document } = scene
  for (let at = verb.index + 1; at < to; at++) {
    if (scene.quoted[at] === 1) return false
    const token = document.tokens[at]!
    if (token.text === ';' || (token.text === ',' && at > verb.index + 1)) return true
    if (document.reading(at).pos === 'verb')
      return (
        /^(?:who|which|that)$/.test(document.tokens[at - 1]?.norm ?? '') ||
        /ing$/.test(token.norm) ||
        // "in a report published on Monday"
        (/ed$/.test(token.norm) && document.reading(at - 1).pos === 'noun')
      )
  }
  return true
}

function opensLater(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene.document
  for (let at = from; at < to; at++)
    if (tokens[at]!.text === ',' && scene.cues.openers.has(tokens[at + 1]?.norm ?? '')) return true
  return false
}
