import { getLanguage } from '../languages/index.ts'
import { actorsIn } from './actors.ts'
import { type Attributed, byCue } from './attributed.ts'
import type { CueVerb } from './cues.ts'
import { cueVerbAt } from './cues.ts'
import type { Scene } from './scene.ts'
import { sourcePhrasesIn } from './sources.ts'
import { subjectOf } from './subjects.ts'
import type { MarkedPassage } from './types.ts'

/** The “occupiers”, as she put it, …: a fragment and who calls it so. */
export function asPut(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document, cues } = scene
  if (!/^,?\s+(?:as|как)\s/.test(document.text.slice(passage.end, passage.end + 6))) return null
  const from = document.tokenAt(passage.end)
  for (let index = from; index < from + 9; index++) {
    if (index > from && document.tokens[index]?.text === ',') return null
    const verb = cueVerbAt(document, index, cues)
    if (verb === null) continue
    const { to } = scene.range(document.tokens[index]!.sentence)
    return byCue(scene, verb, subjectOf(scene, verb, from, to), 'direct.cue-after', 0.85)
  }
  return null
}

/** «…, — сказал он. — …»: the author's words inside the marks. */
export function insertion(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document, cues } = scene
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
      const { actors, quoted } = scene
      // Inside the marks, but the author's: who stands there counts.
      const open = {
        ...scene,
        actors: actors.map((one) => (one.from >= at && one.to <= end ? { ...one, quoted: false } : one)),
        quoted: new Uint8Array(quoted.length),
      }
      const actor = subjectOf(open, verb, at + 1, end)
      return byCue(scene, verb, actor, 'direct.insertion', 0.95)
    }
  }
  return null
}

/** `“…,” said X.` */
export function after(scene: Scene, passage: MarkedPassage, fragment: boolean): Attributed | null {
  const { document, cues, outer } = scene
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
    : /[,!?]$/.test(inner) && startsWithPerson(scene, from)
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
        const actor = subjectOf(scene, said, from, to)
        if (actor !== null && actor.kind !== 'thing' && actor.kind !== 'organisation')
          return byCue(scene, said, actor, 'direct.cue-after', 0.75)
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
    // "The club did not answer “him,” telling reporters …": the sentence's subject goes on.
    const start = verb.gerund && !cues.inflected ? scene.range(sentence).from : from
    return byCue(scene, verb, subjectOf(scene, verb, start, to), 'direct.cue-after', 0.95)
  }
  // «…», по словам X. and “…,” according to X.
  const phrase = sourcePhrasesIn(scene, from, to)[0]
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

function startsWithPerson(scene: Scene, from: number): boolean {
  const first = actorsIn(scene.actors, from, from + 1)[0]
  return first !== undefined && first.kind === 'person' && !first.quoted
}

/** `X said: “…”`, `called it “…”` */
export function before(scene: Scene, passage: MarkedPassage, fragment: boolean): Attributed | null {
  const { document, verbs } = scene
  const { tokens } = document
  const first = document.tokenAt(passage.start)
  const sentence = document.sentenceAt(passage.start)
  const { from } = scene.range(sentence)
  const list = (verbs.get(sentence) ?? []).filter((one) => one.index < first)
  for (const verb of [...list].reverse()) {
    if (!verb.strong && !verb.naming && !fragment) {
      if (first - verb.index > 6 && tokens[first - 1]?.text !== ':') continue
    }
    if (fragment && !verb.strong && !verb.naming) continue
    if (fragment && clauseEndsBetween(scene, verb.index, first)) continue
    // Another quotation that this cue attributes stands between.
    const actor = subjectOf(scene, verb, from, first)
    // "what was once called …": nobody in particular calls it so.
    if (fragment && verb.impersonal && actor === null) continue
    return byCue(scene, verb, actor, 'direct.cue-before', fragment ? 0.8 : 0.9)
  }
  const { grammar } = getLanguage(document.language)
  if (grammar !== null && fragment) {
    const { to } = scene.range(sentence)
    const verb = grammar.cueBehind(scene, document.tokenAt(passage.end), to)
    if (verb !== null)
      return byCue(scene, verb, subjectOf(scene, verb, from, to), 'direct.cue-in-sentence', 0.8)
  }
  return null
}

/** A clause of its own begins between a cue and a fragment: ", but the …" with a verb. */
function clauseEndsBetween(scene: Scene, from: number, to: number): boolean {
  const { document, cues } = scene
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

export function bySource(scene: Scene, passage: MarkedPassage): Attributed | null {
  const { document } = scene
  const sentence = document.sentenceAt(passage.start)
  const { from } = scene.range(sentence)
  const first = document.tokenAt(passage.start)
  const phrase = sourcePhrasesIn(scene, from, first).at(-1)
  if (phrase === undefined) {
    const end = document.sentenceAt(Math.max(0, passage.end - 1))
    const { to } = scene.range(end)
    const later = sourcePhrasesIn(scene, document.tokenAt(passage.end), to)[0]
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
