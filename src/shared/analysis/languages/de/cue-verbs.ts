import type { Cues } from '../../quotations/cue-types.ts'
import type { CueVerb } from '../../quotations/cues.ts'
import type { Scene } from '../../quotations/scene.ts'
import type { Document } from '../../text/document.ts'
import { FORMS, type VerbForm } from './conjugate.ts'
import { AUXILIARIES } from './readings.ts'

/** How far behind its verb a separated particle may stand. */
const PARTICLE_REACH = 24
const HAVE = /^(?:hat|haben|hatte|hatten|habe|hätte|hätten)$/
const BECOME = /^(?:wird|werden|wurde|wurden|worden|werde)$/
const MODAL =
  /^(?:kann|können|könnte|könnten|konnte|konnten|will|wollen|wollte|wollten|soll|sollen|sollte|sollten|muss|müssen|musste|mussten|darf|dürfen|durfte|durften|möchte|möchten|würde|würden|könne|müsse|solle|wolle|dürfe)$/

/** The cue verb at a token: a finite form of a listed verb, or a participle with "haben". */
export function germanCueVerbAt(document: Document, index: number, cues: Cues): CueVerb | null {
  const token = document.tokens[index]
  if (token === undefined || token.kind !== 'word' || !/^\p{Ll}/u.test(token.text)) return null
  const forms = FORMS.get(token.norm)
  if (forms === undefined) return null
  const known = forms.filter((one) => cues.verbs.has(one.infinitive) || cues.naming.has(one.infinitive))
  if (known.length === 0) return null
  for (const form of [...known].sort((a, b) => Number(b.particle !== null) - Number(a.particle !== null))) {
    if (!fits(document, index, form)) continue
    return {
      index,
      lemma: form.infinitive,
      strong: cues.verbs.has(form.infinitive) && !cues.weak.has(form.infinitive),
      naming: cues.naming.has(form.infinitive),
      impersonal: isImpersonal(document, index, form),
      gerund: false,
    }
  }
  return null
}

function fits(document: Document, index: number, form: VerbForm): boolean {
  if (form.particle !== null) return particleAfter(document, index, form.particle) !== -1
  if (form.kind === 'present-participle') return false
  if (form.kind === 'participle') {
    // An adjective before a noun reports nothing: "die genannten Gründe".
    return hasAuxiliary(document, index, HAVE) || hasAuxiliary(document, index, BECOME)
  }
  const before = document.tokens[index - 1]
  if (before?.norm === 'zu') return false
  if (form.kind === 'infinitive') return false
  // The plural's form is the infinitive's: with a modal or "werden" in the clause it is that.
  if (form.number === 'plural' && form.tense === 'present' && hasAuxiliary(document, index, MODAL))
    return false
  if (form.number === 'plural' && form.tense === 'present' && hasAuxiliary(document, index, BECOME))
    return false
  return true
}

/** Token of the particle that closes the clause of a verb at `index`, or −1. */
export function particleAfter(document: Document, index: number, particle: string): number {
  const { tokens } = document
  const { sentence } = tokens[index]!
  for (let at = index + 1; at < tokens.length && at <= index + PARTICLE_REACH; at++) {
    const token = tokens[at]!
    if (token.sentence !== sentence) return -1
    if (/^[:;]$/.test(token.text)) return -1
    if (token.norm !== particle) continue
    const next = tokens[at + 1]
    if (
      next === undefined ||
      next.sentence !== sentence ||
      next.kind === 'punctuation' ||
      next.norm === 'und'
    )
      return at
  }
  return -1
}

/** A form of an auxiliary in the same clause: between the marks around the verb. */
function hasAuxiliary(document: Document, index: number, wanted: RegExp): boolean {
  const { tokens } = document
  const { sentence } = tokens[index]!
  for (let at = index + 1; at < Math.min(tokens.length, index + 3); at++) {
    if (tokens[at]!.sentence !== sentence || tokens[at]!.kind === 'punctuation') break
    if (wanted.test(tokens[at]!.norm)) return true
    if (!AUXILIARIES.has(tokens[at]!.norm) && tokens[at]!.norm !== 'worden') break
  }
  for (let at = index - 1; at >= 0 && index - at < 25; at--) {
    if (tokens[at]!.sentence !== sentence || /^[,:;]$/.test(tokens[at]!.text)) return false
    if (wanted.test(tokens[at]!.norm)) return true
  }
  return false
}

/** "Es heißt", "wurde mitgeteilt", "hieß es": nobody in particular. */
function isImpersonal(document: Document, index: number, form: VerbForm): boolean {
  const { tokens } = document
  if (form.infinitive === 'heißen' || form.infinitive === 'lauten')
    return (
      tokens[index + 1]?.norm === 'es' || tokens[index - 1]?.norm === 'es' || form.infinitive === 'lauten'
    )
  return (
    form.kind === 'participle' &&
    hasAuxiliary(document, index, BECOME) &&
    !hasAuxiliary(document, index, HAVE)
  )
}

/** The participle or infinitive that closes the clause of a fragment: "hat ihn „…“ genannt", "will es „…“ nennen". */
export function germanCueBehind(scene: Scene, from: number, to: number): CueVerb | null {
  const { document, cues } = scene
  for (let at = from; at < Math.min(to, from + 4); at++) {
    if (document.tokens[at]!.kind === 'punctuation' || scene.quoted[at] === 1) return null
    const verb = germanCueVerbAt(document, at, cues)
    if (verb !== null && (verb.naming || verb.strong)) return verb
  }
  return null
}
