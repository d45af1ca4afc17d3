import type { Span } from '#shared/domain/span.ts'
import { actorsIn, nameIn } from './actors.ts'
import { clauseEnd } from './clause-end.ts'
import type { Reported } from './reported.ts'
import type { Scene } from './scene.ts'
import type { SourcePhrase } from './sources.ts'
import { clauseStart, isAppositionAt, isTurn, quotedShare, trimmed } from './spans.ts'

/** Openings that only turn to what follows: "In addition, according to X, Y". */
const PLAIN_TURN =
  /^(?:in (?:addition|fact|turn|contrast|short|other words)|by contrast|for (?:example|instance|one|now)|on the other hand|at the same time|as a result|however|meanwhile|moreover|separately|overall|still|but|and|also)$/

/** "According to X, Y." and "Y, according to X." */
export function bySource(
  scene: Scene,
  phrase: SourcePhrase,
  span: Span,
  from: number,
  to: number,
): Reported[] {
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
    (cues.inflected && before?.text === ':') ||
    (before !== undefined && cues.joiners.has(before.norm) && phrase.from - from <= 4)
  if (cues.inflected && phrase.actor !== null && !framedBy(scene, phrase, to)) {
    // "По данным полиции колонна ушла", «которую по словам мэра закроют»: without commas.
    let end = clauseEnd(scene, phrase.to, to, null)
    // Inside a relative clause it ends with it.
    if (/^котор/.test(before?.norm ?? '') || /^котор/.test(tokens[phrase.from - 2]?.norm ?? ''))
      for (let at = phrase.to; at < end; at++) if (tokens[at]!.text === ',') end = at
    return make(trimmed(scene, tokens[phrase.to]!.start, tokens[end - 1]!.end))
  }
  if (opens) {
    const comma = commaAfter(scene, phrase, to)
    // "According to Lena Frost the wall is safe": without a comma a clause with a verb of its own follows.
    if (comma === null && !cues.inflected && phrase.actor !== null && phrase.to < to - 3) {
      const { pos } = document.reading(phrase.to)
      const own = ['determiner', 'pronoun'].includes(pos) && scene.quoted[phrase.to] === 0
      const end = clauseEnd(scene, phrase.to, to, null)
      return own ? make(trimmed(scene, tokens[phrase.to]!.start, tokens[end - 1]!.end)) : []
    }
    if (comma === null) return []
    const end = clauseEnd(scene, comma + 1, to, null)
    // «согласно данным, опубликованным в блоге …»: where the data stand.
    const place =
      phrase.actor === null && phrase.possessive === null && cues.inflected
        ? actorsIn(scene.actors, phrase.to, comma).find(
            (one) => one.kind !== 'thing' && /^(?:в|во|на|от)$/.test(tokens[one.from - 1]?.norm ?? ''),
          )
        : undefined
    if (place !== undefined)
      return make(trimmed(scene, tokens[comma]!.end, tokens[end - 1]!.end)).map((one) => ({
        ...one,
        actor: { ...place, name: nameIn(document, place, 'prepositional'), certain: true },
      }))
    return make(trimmed(scene, tokens[comma]!.end, tokens[end - 1]!.end))
  }
  const framed = before?.text === ','
  const next = tokens[phrase.to]
  if (
    framed &&
    next?.text === ',' &&
    !/^(?:who|which|whose|where)$/.test(tokens[phrase.to + 1]?.norm ?? '')
  ) {
    // In the middle of its clause: "Армия, по его словам, хотела".
    const start = clauseStart(scene, phrase.from, from)
    const end = clauseEnd(scene, phrase.to + 1, to, null)
    const lead = cues.inflected
      ? isTurn(scene, start, phrase.from - 1)
      : PLAIN_TURN.test(
          tokens
            .slice(start, phrase.from - 1)
            .map((one) => one.norm)
            .join(' '),
        )
    return [
      lead ? null : trimmed(scene, tokens[start]!.start, tokens[phrase.from - 1]!.start),
      trimmed(scene, next.end, tokens[end - 1]!.end),
    ].flatMap(make)
  }
  const closes = phrase.to >= to - 1 || tokens[phrase.to]?.kind === 'punctuation' || framed
  if (!closes) {
    // "После чего по данным полиции колонна ушла": the phrase governs its clause without commas.
    return []
  }
  const start = clauseStart(scene, phrase.from, from)
  if (quotedShare(scene, start, phrase.from) > 0.5 && (cues.inflected || !leadsIn(scene, start, phrase.from)))
    return []
  return make(
    trimmed(
      scene,
      start === from ? span.start : tokens[start]!.start,
      before === undefined ? span.start : text.slice(0, before.end).length,
    ),
  )
}

/** `The two spoke “to compare notes,” according to X`: the outlet's words, with a verb, lead into the quoted ones. */
function leadsIn(scene: Scene, from: number, to: number): boolean {
  let verb = false
  for (let at = from; at < to && scene.quoted[at] === 0; at++)
    verb ||= scene.document.reading(at).pos === 'verb'
  return verb && scene.quoted[from] === 0
}

/** True unless the clause goes on right after a source phrase with a verb of its own and no comma before it. */
function framedBy(scene: Scene, phrase: SourcePhrase, to: number): boolean {
  const { document } = scene
  for (let at = phrase.to; at < Math.min(to, phrase.to + 8); at++) {
    if (document.tokens[at]!.kind === 'punctuation') return true
    const { pos, tense, number } = document.reading(at)
    if (pos === 'verb' && (tense !== null || number !== null)) return false
  }
  return true
}

/** «согласно данным, опубликованным в блоге, …»: a participle that belongs to the phrase's noun. */
function isModifier(scene: Scene, at: number, phrase: SourcePhrase): boolean {
  const { pos, cases } = scene.document.reading(at)
  if (at - phrase.to > 2 || cases.length === 0 || cases[0] === 'nominative') return false
  // «источника, близкого к следствию»
  return pos === 'participle' || (pos === 'adjective' && scene.document.reading(at + 1).pos === 'preposition')
}

/** "According to a report, Mira Dahl, a clerk, sent …": whom the report is about, no apposition to it. */
function isReporter(scene: Scene, phrase: SourcePhrase, comma: number): boolean {
  if (scene.cues.inflected || phrase.actor?.kind !== 'organisation') return false
  return actorsIn(scene.actors, comma + 1, comma + 2)[0]?.kind === 'person'
}

/** The comma that ends an opening phrase and its speaker with all appositions; then the report begins. */
function commaAfter(scene: Scene, phrase: SourcePhrase, to: number): number | null {
  const { tokens } = scene.document
  for (let at = phrase.to; at < Math.min(to, phrase.to + 40); at++) {
    if (scene.quoted[at] === 1) return at - 1 >= phrase.to ? null : null
    if (tokens[at]!.text !== ',') continue
    // A relative clause or an apposition between commas belongs to the speaker.
    const next = tokens[at + 1]
    const relative =
      next !== undefined &&
      (/^(?:who|which|whose|that)$/.test(next.norm) ||
        /^котор/.test(next.norm) ||
        (scene.cues.inflected &&
          (/^котор/.test(tokens[at + 2]?.norm ?? '') || isModifier(scene, at + 1, phrase))))
    if (relative) {
      for (let close = at + 2; close < to; close++) if (tokens[close]!.text === ',') return close
      return null
    }
    if (isAppositionAt(scene, at, to) && !isReporter(scene, phrase, at)) {
      for (let close = at + 1; close < to; close++) if (tokens[close]!.text === ',') return close
    }
    return at
  }
  return null
}
