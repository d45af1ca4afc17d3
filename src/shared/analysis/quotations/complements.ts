import { actorsIn } from './actors.ts'
import { type Complement, plainComplement } from './complements-plain.ts'
import type { CueVerb } from './cues.ts'
import type { Scene } from './scene.ts'
import { DOCUMENT, kindsOf, ORGANISATION, ROLE } from './word-kinds.ts'

/** How many words may stand between a cue and "that". */
const REACH = 24
/** How many words may name whom somebody asks: "потребовал от компаний, ведущих прокладку, остановить". */
const LONGEST_ADDRESS = 12

/** What a cue verb reports after it, or null. */
export function complementOf(scene: Scene, verb: CueVerb, to: number): Complement | null {
  return scene.cues.inflected ? casedComplement(scene, verb, to) : plainComplement(scene, verb, to)
}

function casedComplement(scene: Scene, verb: CueVerb, to: number): Complement | null {
  const { document, cues } = scene
  const { tokens } = document
  const spoken = cues.verbs.has(verb.lemma) || verb.impersonal || verb.lemma === tokens[verb.index]!.norm
  if (!spoken || isSign(scene, verb)) return null
  for (let at = verb.index + 1; at < to && at <= verb.index + REACH; at++) {
    if (scene.quoted[at] === 1) return null
    const token = tokens[at]!
    if (token.text === ',' && at + 2 < to) {
      const next = tokens[at + 1]!
      const question =
        (tokens[at + 2]?.norm === 'ли' && at + 4 < to) ||
        cues.questions.has(next.norm) ||
        document.lemmas(at + 1).some((one) => cues.questions.has(one) && one === 'какой')
      if (cues.openers.has(next.norm) && isCausal(scene, at, verb.index)) continue
      if (cues.openers.has(next.norm) && scene.quoted[at + 2] === 0) {
        if (
          next.norm === 'чтобы' &&
          verb.strong === false &&
          !cues.urging.has(verb.lemma) &&
          !cues.promising.has(verb.lemma)
        )
          return null
        return { from: at + 2, opener: at, rule: 'indirect.that-clause', confidence: 0.9 }
      }
      if (cues.openers.has(next.norm))
        return { from: at + 2, opener: at, rule: 'indirect.that-clause', confidence: 0.85 }
      if (question && (verb.strong || verb.impersonal) && at - verb.index < 8 && !signs(scene, verb))
        return { from: at + 1, opener: at, rule: 'indirect.that-clause', confidence: 0.7 }
      // "якобы" without "что".
      continue
    }
    if (token.text === ':') {
      if (
        at + 1 < to &&
        scene.quoted[at + 1] === 0 &&
        verb.strong &&
        to - at > 3 &&
        isPlainColon(scene, at, to)
      )
        return { from: at + 1, opener: at, rule: 'indirect.that-clause', confidence: 0.75 }
      return null
    }
    if (token.kind === 'punctuation' && /^[;()]$/.test(token.text)) return null
    const reading = document.reading(at)
    if (reading.pos === 'verb') {
      const infinitive = reading.tense === null && reading.number === null
      if (infinitive && cues.promising.has(verb.lemma) && at - verb.index <= LONGEST_ADDRESS)
        return {
          from: tokens[at - 1]!.norm === 'не' ? at - 1 : at,
          opener: at,
          rule: 'indirect.to-clause',
          confidence: 0.7,
        }
      if (infinitive && cues.urging.has(verb.lemma) && at - verb.index <= LONGEST_ADDRESS)
        return { from: verb.index + 1, opener: at, rule: 'indirect.to-clause', confidence: 0.7 }
      // Another finite verb that is no part of a relative clause: the cue has no complement.
      if (!infinitive && !relativeBefore(scene, verb.index, at)) return null
    }
  }
  return null
}

/** «упрекнул за то, что …», «тот, что с блокнотом»: the clause says why or which, not what was said. */
function isCausal(scene: Scene, comma: number, verb: number): boolean {
  const { tokens } = scene.document
  const word = tokens[comma - 1]?.norm ?? ''
  if (/^(?:тот|та|те)$/.test(word)) return true
  if (!/^(?:то|того|тому)$/.test(word)) return false
  const before = tokens[comma - 2]?.norm ?? ''
  // «зачинщиками того, что там называют»: no complement of the verb unless it stands right after it.
  if (word !== 'то' && comma - verb > 3) return true
  if (before === 'на') return tokens[comma - 3]?.norm === 'несмотря'
  return /^(?:за|из-за|после|до|вместо|кроме|помимо|благодаря|вопреки|ввиду|вследствие)$/.test(before)
}

/** «это говорит о том, что …», «инцидент показывает, что …»: a thing is a sign of something, nobody speaks. */
function isSign(scene: Scene, verb: CueVerb): boolean {
  if (
    !/^(?:говорить|показать|показывать|свидетельствовать|подтвердить|подтверждать|доказать|доказывать|напомнить|напоминать)$/.test(
      verb.lemma,
    )
  )
    return false
  const { document, cues } = scene
  const { from } = scene.range(document.tokens[verb.index]!.sentence)
  if (actorsIn(scene.actors, from, verb.index).some((one) => one.subject && one.kind !== 'thing'))
    return false
  for (let at = verb.index - 1; at >= from; at--) {
    const token = document.tokens[at]!
    if (scene.quoted[at] === 1) return false
    if (/^(?:это|что|все)$/.test(token.norm)) return true
    const { pos, animate, cases, number, tense } = document.reading(at)
    if (pos === 'verb' && (number !== null || tense !== null)) return false
    if (pos !== 'noun' || animate !== false || document.tokens[at - 1]?.text === ',') continue
    const own = cases[0] === 'nominative' || (cases[0] === 'accusative' && at === verb.index - 1)
    if (own && (kindsOf(document, token.norm, cues) & (ORGANISATION | DOCUMENT | ROLE)) === 0)
      return at === from || /^\p{Ll}/u.test(token.text)
  }
  return false
}

/** «…», — рассказывает о том, как …: the verb says whose the quotation before it is. */
function signs(scene: Scene, verb: CueVerb): boolean {
  const { quoted, document } = scene
  if (!/^[—–-]$/.test(document.tokens[verb.index - 1]?.text ?? '')) return false
  return quoted[verb.index - 2] === 1 || quoted[verb.index - 3] === 1
}

/** A colon that opens a report in the outlet's words: a clause follows, no list of names. */
function isPlainColon(scene: Scene, colon: number, to: number): boolean {
  for (let at = colon + 1; at < to; at++) {
    const { pos } = scene.document.reading(at)
    if (
      pos === 'verb' ||
      pos === 'participle' ||
      /^(?:[—–]|есть|нет|нельзя|можно|надо|нужно|должен|должна|должно|должны|един|готов|готовы)$/.test(
        scene.document.tokens[at]!.norm,
      )
    )
      return true
  }
  return false
}

function relativeBefore(scene: Scene, from: number, to: number): boolean {
  for (let at = to - 1; at > from; at--)
    if (/^(?:котор|где$|когда$|куда$|кто$|ч(?:ей|ья|ье|ьи)$)/.test(scene.document.tokens[at]!.norm))
      return true
  return false
}
