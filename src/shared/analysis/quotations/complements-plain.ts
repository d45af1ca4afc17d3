import { type Actor, actorsIn } from './actors.ts'
import { type CueVerb, cueVerbAt } from './cues.ts'
import { nominalReport } from './nominal.ts'
import type { Scene } from './scene.ts'
import { isAbbreviationStop } from './spans.ts'

export interface Complement {
  /** Token at which what is reported begins. */
  readonly from: number
  /** Token that opens it ("that"), or the same. */
  readonly opener: number
  readonly rule: string
  readonly confidence: number
  /** Token after its last, where that is known. */
  readonly until?: number
}

/** How many words may stand between a cue and "that". */
const REACH = 24

/** Verbs after which "when", "where" and "if" open what is said, not when it is. */
const ASKABLE = new Set(
  `say tell ask explain know wonder specify clarify state reveal disclose announce decide understand learn recall remember
  question doubt inquire enquire indicate report discuss see`.split(/\s+/),
)
/** A pronoun with its verb. */
const CONTRACTED = /['’](?:s|re|ve|m|ll|d)$/
const WHO = /^(?:who|which|whose|whom)$/

/** What a cue verb reports after it in a language whose subjects are told by place, or null. */
export function plainComplement(scene: Scene, verb: CueVerb, to: number): Complement | null {
  const { document, cues } = scene
  const { tokens } = document
  // "made it clear that": the clause follows the second word.
  const index =
    verb.lemma === 'make clear' ? verb.index + (tokens[verb.index + 1]?.norm === 'it' ? 2 : 1) : verb.index
  const told = /^(?:tell|inform|remind|assure|warn|advise|convince|persuade|notify|ask)$/.test(verb.lemma)
  // "It should be noted that": the outlet says so itself.
  if (
    verb.impersonal &&
    /^(?:should|must|can|may|might|could|need|worth|to)$/.test(tokens[index - 2]?.norm ?? '')
  )
    return null
  // "that", "whether" within the verb's own phrase.
  let verbs = 0
  let first = index + 1
  while (first < to && document.reading(first).pos === 'adverb' && !cues.questions.has(tokens[first]!.norm))
    first++
  // "said: The wall is safe", but not "Protests continue: eight held"
  if (
    verb.strong &&
    !/^(?:continue|conclude)$/.test(verb.lemma) &&
    tokens[first]?.text === ':' &&
    scene.quoted[first + 1] === 0 &&
    to - first > 3
  )
    return hasVerbWithin(scene, first + 1, to)
      ? { from: first + 1, opener: first, rule: 'indirect.that-clause', confidence: 0.75 }
      : null
  // "is said to have left": nobody is named who says it.
  if (
    verb.impersonal &&
    /^(?:say|allege|report|believe|think|rumou?r|claim|suspect|understand)$/.test(verb.lemma) &&
    tokens[first]?.norm === 'to' &&
    document.reading(first + 1).pos === 'verb' &&
    // "is reported to have said": that verb is the cue.
    !(tokens[first + 1]!.norm === 'have' && cueVerbAt(document, first + 2, cues)?.strong === true)
  )
    return { from: first, opener: first, rule: 'indirect.to-clause', confidence: 0.65 }
  for (let at = index + 1; at < to && at <= index + REACH; at++) {
    if (scene.quoted[at] === 1) break
    const token = tokens[at]!
    if (isAbbreviationStop(scene, at)) continue
    if (/^[.;:!?]$/.test(token.text) || token.text === '—' || token.text === '–') break
    // "responsibility for that attack", "concluded in that case that"
    if (token.norm === 'that' && /^(?:for|of|on|at|by|with|from|about|in|to)$/.test(tokens[at - 1]!.norm)) {
      at++
      continue
    }
    const that = token.norm === 'that' && document.reading(at).pos !== 'determiner'
    if ((that || cues.openers.has(token.norm)) && at + 1 < to && verbs === 0) {
      if (isRelativeThat(scene, index, at, verb)) continue
      // "a fuel protest that began": a noun that the tagger takes for a verb.
      if (at === index + 1 && isRelativeNoun(scene, verb, at)) return null
      // After "that she" a verb comes, even one that the tagger takes for a noun: "misspoke".
      const she = cues.pronouns.has(tokens[at + 1]!.norm)
      if (
        (!she && !hasVerbWithin(scene, at + 1, to)) ||
        (at === index + 1 && isPointing(scene, verb, at, to))
      )
        return null
      return { from: at + 1, opener: at, rule: 'indirect.that-clause', confidence: 0.9 }
    }
    if (
      cues.questions.has(token.norm) &&
      verbs === 0 &&
      (at === index + 1 || at === first || (told && at <= index + 4 && tokens[at - 1]!.text !== ',')) &&
      (verb.strong || token.norm !== 'as') &&
      // "laughed when he heard it", "slammed what she saw": no questions.
      !(/^(?:when|where|if)$/.test(token.norm) && !ASKABLE.has(verb.lemma)) &&
      !(/^(?:show|demonstrate|prove|establish)$/.test(verb.lemma) && token.norm === 'how') &&
      !(verb.naming && /^(?:what|who|whom)$/.test(token.norm))
    )
      return /^(?:what|who|which|whose|whom|when|where)$/.test(token.norm) && !verb.strong
        ? null
        : {
            from: at === index + 1 && token.norm !== 'if' ? at : token.norm === 'if' ? at + 1 : at,
            opener: at,
            rule: 'indirect.that-clause',
            confidence: 0.7,
          }
    // "found X, who alleged that": the clause is the other cue's.
    if (WHO.test(tokens[at - 1]!.norm) && at > index + 1 && cueVerbAt(document, at, cues)?.strong === true)
      break
    // "a televised statement": no verb of its own.
    const attribute =
      ['determiner', 'adjective'].includes(document.reading(at - 1).pos) && tokens[at - 1]!.norm !== 'that'
    if (document.reading(at).pos !== 'verb' || WHO.test(tokens[at - 1]!.norm) || attribute) continue
    if (!closesPhrase(scene, at, index)) verbs++
  }
  // "was revealed last week in documents that …": a passive has its clause before it or after "that".
  if ((cues.bare.has(verb.lemma) || index !== verb.index) && (!verb.impersonal || told)) {
    const start = bareClause(scene, index === verb.index ? verb : { ...verb, index }, to, told)
    if (start !== null) return { from: start, opener: start, rule: 'indirect.that-clause', confidence: 0.8 }
  }
  const next = tokens[index + 1]
  if (next === undefined) return null
  // "asked to question the mayor", not "asked to leave by his hosts".
  const asks = verb.lemma === 'ask' && !verb.impersonal
  if (
    (cues.promising.has(verb.lemma) || asks) &&
    next.norm === 'to' &&
    document.reading(index + 2).pos === 'verb'
  )
    return { from: index + 1, opener: index + 1, rule: 'indirect.to-clause', confidence: 0.7 }
  const on = /^(?:on|upon)$/.test(next.norm) || (verb.lemma === 'appeal' && next.norm === 'to')
  if (
    cues.urging.has(verb.lemma) &&
    next.norm !== 'not' &&
    ((verb.lemma !== 'call' && verb.lemma !== 'appeal') || on)
  ) {
    for (let at = index + 2; at < Math.min(to, index + 18); at++) {
      if (isAbbreviationStop(scene, at)) continue
      if (tokens[at]!.kind === 'punctuation' || document.reading(at).pos === 'verb') break
      if (tokens[at]!.norm === 'to' && document.reading(at + 1).pos === 'verb' && scene.quoted[at + 1] === 0)
        return { from: on ? at : index + 1, opener: index + 1, rule: 'indirect.to-clause', confidence: 0.7 }
    }
  }
  const nominal = nominalReport(scene, verb, to)
  return nominal === null ? null : { ...nominal, rule: 'indirect.to-clause', confidence: 0.65 }
}

/** "saying in court files that": a noun right before "that" which the tagger takes for a verb. */
function closesPhrase(scene: Scene, at: number, verb: number): boolean {
  const { document } = scene
  const { tokens } = document
  if (tokens[at + 1]?.norm !== 'that' || /(?:ed|ing)$/.test(tokens[at]!.norm)) return false
  for (let back = at - 1; back > verb && back > at - 5; back--) {
    const { pos } = document.reading(back)
    if (pos === 'preposition') return back < at - 1
    if (!['determiner', 'adjective', 'noun', 'name'].includes(pos)) return false
  }
  return false
}

function isRelativeNoun(scene: Scene, verb: CueVerb, that: number): boolean {
  const { document } = scene
  const { tokens } = document
  // "The Marten tweet that blasts the mayor": a singular name has no plural verb.
  const before = document.reading(verb.index - 1)?.pos
  if (
    /^(?:tweet|post|claim|pledge|promise|report)$/.test(tokens[verb.index]!.norm) &&
    before === 'name' &&
    !/^(?:,|and|&)$/.test(tokens[verb.index - 2]?.text ?? '')
  )
    return true
  if (tokens[verb.index]!.norm !== verb.lemma || document.reading(that + 1)?.pos !== 'verb') return false
  return ['noun', 'adjective', 'determiner'].includes(document.reading(verb.index - 1)?.pos ?? '')
}

/** "questioned that decision, and …": "that" points at a noun and opens nothing. */
function isPointing(scene: Scene, verb: CueVerb, at: number, to: number): boolean {
  const { document, cues } = scene
  let end = at + 1
  while (end < to && ['adjective', 'noun'].includes(document.reading(end).pos)) end++
  if (end === at + 1 || end >= to) return false
  // "has not seen that old coalition of …": a single noun with an adjective needs its determiner.
  if (cues.weak.has(verb.lemma) && end > at + 2 && document.reading(end).pos === 'preposition') return true
  return /^[,.;]$/.test(document.tokens[end]!.text)
}

/** "disputed that account": no clause follows. */
function hasVerbWithin(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (scene.quoted[at] === 1 || scene.document.reading(at).pos === 'verb') return true
    if (/^[.;]$/.test(scene.document.tokens[at]!.text) && !isAbbreviationStop(scene, at)) return false
  }
  return false
}

/** "told the man that led": a relative clause of the object. */
function isRelativeThat(scene: Scene, index: number, at: number, verb: CueVerb): boolean {
  const { document, cues } = scene
  if (at === index + 1) return false
  const before = document.reading(at - 1).pos
  const next = document.reading(at + 1)?.pos
  // "by a council that opposed the wall"
  if (before === 'name' && at - index > 2 && next === 'verb') return true
  if (before !== 'noun') return false
  if (document.lemmas(at - 1).some((one) => cues.nouns.has(one) || cues.documents.has(one))) return false
  if (
    /^(?:tell|inform|remind|assure|warn|advise|convince|persuade|notify|say|add|write|report|announce|testify|claim)$/.test(
      verb.lemma,
    )
  )
    return next === 'verb' && at - index > 1
  return next === 'verb'
}

/** A finite verb right after somebody who is named at `at`. */
function opensClause(scene: Scene, actor: Actor | undefined, at: number): boolean {
  if (actor === undefined || actor.from > at + 1 || actor.to >= scene.document.tokens.length) return false
  return (
    scene.document.reading(actor.to).pos === 'verb' &&
    !/(?:ed|ing)$/.test(scene.document.tokens[actor.to]!.norm)
  )
}

/** "a day earlier", "two weeks ago" */
function isWhile(scene: Scene, at: number, to: number): boolean {
  const { tokens } = scene.document
  return (
    at + 2 < to &&
    /^(?:days?|weeks?|months?|years?|hours?|minutes?)$/.test(tokens[at + 1]!.norm) &&
    /^(?:earlier|later|ago|before|after)$/.test(tokens[at + 2]!.norm)
  )
}

/** Where a clause without "that" begins right after a verb and its circumstances: "said on Friday the army had moved". */
function bareClause(scene: Scene, verb: CueVerb, to: number, told: boolean): number | null {
  const { document, cues } = scene
  const { tokens } = document
  let at = verb.index + 1
  const pos = (index: number) => document.reading(index).pos
  if (/^(?:respond|reply)$/.test(verb.lemma) && tokens[at]?.norm === 'to') return null
  if (verb.lemma === 'deny' && tokens[at]?.norm === 'any') return null
  while (at < to && pos(at) === 'adverb' && !cues.questions.has(tokens[at]!.norm)) at++
  if (told) {
    // The one who is told: "reporters", "the Tribune", "him".
    const actor = actorsIn(scene.actors, at, at + 3)[0]
    if (/^(?:him|them|us|me|you)$/.test(tokens[at]?.norm ?? '')) at++
    // "warned they could sell it", "warned the plan would fail": nobody is told, the clause begins.
    else if (
      verb.lemma === 'warn' &&
      (cues.pronouns.has(tokens[at]?.norm ?? '') || opensClause(scene, actor, at))
    )
      return at
    else if (actor !== undefined && actor.from <= at + 1) at = actor.to
    else if (/^(?:him|her|them|us|me|it|you)$/.test(tokens[at]?.norm ?? '')) at++
    else return null
  }
  // Circumstances: "on Friday", "in a statement", "at a news conference", "to reporters".
  for (let rounds = 0; rounds < 3 && at < to; rounds++) {
    if (cues.times.has(tokens[at]!.norm) && tokens[at]!.norm !== 'may') at++
    else if (isWhile(scene, at, to)) at += 3
    else if (pos(at) === 'preposition' && tokens[at]!.kind === 'word') {
      let end = at + 1
      while (end < to && ['determiner', 'adjective'].includes(pos(end))) end++
      // "on the American presidency": a name that has its noun after it.
      if (end > at + 1 && end + 1 < to && pos(end) === 'name' && pos(end + 1) === 'noun') end++
      if (end < to && (cues.times.has(tokens[end]!.norm) || ['noun', 'name', 'numeral'].includes(pos(end)))) {
        // One noun, or a run of names, but not what the clause begins with.
        end++
        while (end < to && pos(end) === 'noun' && tokens[end]!.kind === 'word' && pos(end - 1) === 'noun')
          end++
        while (end < to && (pos(end) === 'numeral' || cues.times.has(tokens[end]!.norm))) end++
      } else return null
      at = end
    } else break
  }
  // Inverted: `“…,” said Lars Quist, who runs …`
  const ahead = verb.index - 1
  if (at === verb.index + 1 && (scene.quoted[ahead] === 1 || tokens[ahead]?.text === ',')) {
    const actor = actorsIn(scene.actors, at, at + 2)[0]
    if (
      actor?.subject &&
      actor.kind !== 'thing' &&
      (actor.to >= to - 1 || tokens[actor.to]?.kind === 'punctuation')
    )
      return null
  }
  const first = tokens[at]
  if (first === undefined || at >= to - 2 || first.kind === 'punctuation') return null
  if (scene.quoted[at] === 1 && scene.quoted[at + 1] === 1 && scene.quoted[Math.min(to - 1, at + 6)] === 1)
    return null
  if (
    /^(?:to|of|as|for|like|so|too|and|or|but|than|about|yes|no)$/.test(first.norm) &&
    !(first.norm === 'no' && to - at > 3)
  )
    return null
  // "closed primaries deny": a participle may stand before the subject.
  if (pos(at) === 'verb' && !/ing$/.test(first.norm) && !(/ed$/.test(first.norm) && pos(at + 1) === 'noun'))
    return null
  // A finite verb must follow, and before it a subject.
  let subject = false
  let relative = false
  for (let index = at; index < Math.min(to, at + 26); index++) {
    const token = tokens[index]!
    if (/^[;:]$/.test(token.text)) return null
    if (token.text === ',' && !subject) return null
    if (
      cues.joiners.has(token.norm) &&
      (pos(index + 1) === 'verb' || (pos(index + 1) === 'adverb' && pos(index + 2) === 'verb'))
    )
      return null
    const part = pos(index)
    // "it's", "they've": subject and verb in one.
    if (part === 'pronoun' && CONTRACTED.test(token.norm)) return at
    // "showed signs that worried them": the verb of a relative clause is none of the report's.
    if (WHO.test(token.norm) || (token.norm === 'that' && subject)) {
      if (!cues.bareSure.has(verb.lemma)) relative = true
    } else if (relative && part === 'verb') {
      relative = false
      continue
    }
    if (
      !cues.bareSure.has(verb.lemma) &&
      part === 'verb' &&
      subject &&
      /ed$|en$/.test(token.norm) &&
      pos(index - 1) !== 'verb' &&
      pos(index - 1) !== 'adverb'
    )
      continue
    if (part === 'verb' && subject && !(tokens[index - 1]?.norm === 'to') && !/ing$/.test(token.norm))
      return at
    if (
      ['noun', 'name', 'pronoun', 'numeral', 'determiner', 'adjective'].includes(part) ||
      token.norm === 'there'
    )
      subject = true
  }
  return null
}
