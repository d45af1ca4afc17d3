import { type Actor, actorsIn, datelineEnd } from './actors.ts'
import { plainComplement } from './complements-plain.ts'
import type { CueVerb } from './cues.ts'
import { cueVerbAt } from './cues.ts'
import type { Scene } from './scene.ts'

/** Words that open a clause before the main one: "While the mayor said that …, the council …". */
const SUBORDINATE =
  /^(?:while|as|although|though|after|when|whenever|if|since|because|before|until|once|whereas|unless|by|in|besides|despite)$/

/**
 * Where a reported clause from token `from` ends before `to` by what stands around its cue: at the comma of a subordinate
 * clause that opens the sentence, at the dash or bracket that closes an insertion, before the speaker's next statement,
 * and at a closing mark after which somebody else is said to speak. `to` where nothing of the kind ends it.
 */
export function plainEnd(scene: Scene, from: number, to: number, verb: CueVerb | null): number {
  const { tokens } = scene.document
  if (tokens[from] === undefined) return to
  const { from: start } = scene.range(tokens[from]!.sentence)
  let end = to
  if (verb !== null) end = relativeEnd(scene, from, mainClause(scene, start, from, end, verb), verb)
  end = insertionEnd(scene, start, from, end)
  if (verb !== null) end = outletsTurn(scene, from, nextStatement(scene, from, end, verb))
  return closedByOther(scene, from, end)
}

/** The comma after a subordinate clause in which the cue stands, with a main clause after it. */
function mainClause(scene: Scene, start: number, from: number, to: number, verb: CueVerb): number {
  const { document, cues, quoted } = scene
  const { tokens } = document
  let first = start
  while (
    first < verb.index &&
    (tokens[first]!.kind === 'punctuation' || cues.joiners.has(tokens[first]!.norm)) &&
    !SUBORDINATE.test(tokens[first]!.norm)
  )
    first++
  const opens =
    SUBORDINATE.test(tokens[first]?.norm ?? '') || (first === verb.index && (verb.gerund || verb.impersonal))
  if (!opens) return to
  for (let at = first; at < verb.index; at++) if (tokens[at]!.text === ',') return to
  let led = document.reading(from).pos === 'preposition'
  for (let at = from + 1; at < to - 2; at++) {
    if (tokens[at]!.text !== ',' || quoted[at] === 1) continue
    // "that on Monday, he would …": a circumstance at the clause's beginning.
    if (led && at - from <= 7) {
      led = false
      continue
    }
    const subject = actorsIn(scene.actors, at + 1, at + 4)[0]
    if (subject === undefined || subject.quoted || !subject.subject) continue
    if (cues.joiners.has(tokens[at + 1]!.norm)) continue
    for (let next = subject.to; next < to; next++)
      if (quoted[next] === 0 && document.reading(next).pos === 'verb' && !/ing$/.test(tokens[next]!.norm))
        return at
  }
  return to
}

/** "The campers, who say it is theirs, have vowed to stay": the comma that closes the relative clause of the cue. */
function relativeEnd(scene: Scene, from: number, to: number, verb: CueVerb): number {
  const { document, quoted } = scene
  const { tokens } = document
  let back = verb.index - 1
  while (back > 1 && ['adverb', 'verb'].includes(document.reading(back).pos)) back--
  if (tokens[back]?.norm !== 'who' || tokens[back - 1]?.text !== ',') return to
  for (let at = from + 1; at < to - 1; at++)
    if (
      tokens[at]!.text === ',' &&
      quoted[at] === 0 &&
      document.reading(at + 1).pos === 'verb' &&
      !tokens[at + 1]!.norm.endsWith('ing')
    )
      return at
  return to
}

/** A dash with spaces around it, single or double. */
function isDash(scene: Scene, at: number): boolean {
  const { tokens, text } = scene.document
  const token = tokens[at]
  if (token === undefined) return false
  if (token.text === '—' || token.text === '–') return true
  if (token.text !== '-' && token.text !== '--') return false
  const twin = tokens[at + 1]?.text === '-' && tokens[at + 1]!.start === token.end
  const last = twin ? tokens[at + 1]! : token
  return /\s/.test(text[token.start - 1] ?? '') && /\s/.test(text[last.end] ?? '')
}

/** The dash or bracket that closes the insertion in which the clause begins. */
function insertionEnd(scene: Scene, start: number, from: number, to: number): number {
  const { document, quoted } = scene
  const { tokens } = document
  let dashes = 0
  let brackets = 0
  for (let at = datelineEnd(document, start); at < from; at++) {
    if (quoted[at] === 1) continue
    if (isDash(scene, at)) dashes++
    else if (tokens[at]!.text === '(') brackets++
    else if (tokens[at]!.text === ')') brackets--
  }
  if (dashes % 2 === 0 && brackets <= 0) return to
  for (let at = from + 1; at < to; at++) {
    if (quoted[at] === 1) continue
    if (dashes % 2 === 1 && isDash(scene, at)) return at
    if (brackets > 0 && tokens[at]!.text === ')') return at
  }
  return to
}

/** "…, citing officials", "…, adding that …": a participle with which the speaker goes on; "…, asking for help" is reported too. */
export function goesOnSpeaking(scene: Scene, cue: CueVerb, to: number): boolean {
  return (
    cue.naming ||
    !cue.strong ||
    /^(?:cite|quote|add|note|say|accuse|blame|warn|urge)$/.test(cue.lemma) ||
    scene.quoted[cue.index + 1] === 1 ||
    plainComplement(scene, cue, to) !== null
  )
}

const past = (scene: Scene, verb: CueVerb): boolean => !/s$/.test(scene.document.tokens[verb.index]!.norm)

/** ", and she insisted that …", ", but in a later interview said …": the next statement of whoever speaks. */
function nextStatement(scene: Scene, from: number, to: number, verb: CueVerb): number {
  const { document, cues, quoted } = scene
  const { tokens } = document
  for (let at = from + 1; at < to - 3; at++) {
    if (quoted[at] === 1) continue
    // "… the army had gone and she accused them of …": without a comma only a pronoun goes on.
    const bare = tokens[at]!.norm === 'and' && cues.pronouns.has(tokens[at + 1]!.norm)
    if (!bare && tokens[at]!.text !== ',' && !isDash(scene, at)) continue
    if (!bare && !/^(?:and|but|while|although|though|yet|so)$/.test(tokens[at + 1]!.norm)) continue
    let next = bare ? at + 1 : at + 2
    const subject = actorsIn(scene.actors, next, next + 3)[0]
    if (subject !== undefined && speaks(subject)) next = subject.to
    else if (document.reading(next).pos === 'preposition') {
      const reach = Math.min(to, next + 9)
      next++
      while (next < reach && /^(?:det|adj|adv|nou|nam|num|pro)/.test(document.reading(next).pos)) next++
    } else continue
    while (next < to && document.reading(next).pos === 'adverb') next++
    if (next >= to || quoted[next] === 1) continue
    const cue = cueVerbAt(document, next, cues)
    if (cue === null || !cue.strong || cue.gerund || past(scene, cue) !== past(scene, verb)) continue
    if (plainComplement(scene, cue, to) !== null || quoted[next + 1] === 1 || tokens[next + 1]?.text === ':')
      return at
  }
  return to
}

/** ", but there is growing anger", ", but several of them deny it": without "that" a new subject is the outlet's. */
function outletsTurn(scene: Scene, from: number, to: number): number {
  const { document, quoted } = scene
  const { tokens } = document
  for (let at = from + 2; at < to - 4; at++) {
    if (tokens[at]!.text !== ',' || tokens[at + 1]!.norm !== 'but' || quoted[at] === 1) continue
    const next = tokens[at + 2]!
    if (next.norm === 'there' || /^(?:several|many|some|most|few)$/.test(next.norm)) return at
  }
  return to
}

const speaks = (actor: Actor): boolean => actor.subject && !actor.quoted && actor.kind !== 'thing'

/** `… shows that “…,” said X`: what is quoted ends with a comma, and somebody else is said to speak. */
function closedByOther(scene: Scene, from: number, to: number): number {
  const { quoted } = scene
  for (let at = from; at < to - 1; at++) {
    // "… — saying that it …"
    if (quoted[at] === 0 && at > from && isDash(scene, at) && participleAt(scene, at + 1)) return at
    if (quoted[at] === 0 || quoted[at + 1] === 1) continue
    if (isCommaInside(scene, at) && participleAt(scene, at + 1)) return at + 1
    if (saidAfterMark(scene, at + 1, to)) return at + 1
  }
  return to
}

/** A participle of speech: "saying", "adding". */
function participleAt(scene: Scene, at: number): boolean {
  const cue = cueVerbAt(scene.document, at, scene.cues)
  return cue?.gerund === true && (cue.strong || cue.naming)
}

/** The marks that close at token `at` have a comma before them. */
function isCommaInside(scene: Scene, at: number): boolean {
  const { tokens } = scene.document
  let mark = at
  while (mark > 0 && scene.quoted[mark] === 1 && /^["”»’']$/.test(tokens[mark]!.text)) mark--
  return mark < at && tokens[mark]!.text === ','
}

/** True when at token `at`, right after a closing mark with a comma before it, stands "said X" or "X said". */
export function saidAfterMark(scene: Scene, at: number, to: number): boolean {
  const { document, cues, quoted } = scene
  const { tokens } = document
  let mark = at - 1
  while (mark > 0 && quoted[mark] === 1 && /^["”»’']$/.test(tokens[mark]!.text)) mark--
  if (mark === at - 1 || !/^[,!?]$/.test(tokens[mark]!.text)) return false
  const inverted = cueVerbAt(document, at, cues)
  if (inverted !== null) {
    const next = actorsIn(scene.actors, at + 1, at + 4)[0]
    return inverted.strong && !inverted.gerund && next?.subject === true && !next.quoted
  }
  const subject = actorsIn(scene.actors, at, at + 2)[0]
  if (subject === undefined || !speaks(subject)) return false
  let next = subject.to
  while (next < to && next < subject.to + 3 && document.reading(next).pos === 'adverb') next++
  const cue = next < to ? cueVerbAt(document, next, cues) : null
  return cue?.strong === true && !cue.gerund
}
