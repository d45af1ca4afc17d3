import type { Span } from '#shared/domain/span.ts'
import type { Actor } from './actors.ts'
import type { PronounFeatures } from './cue-types.ts'
import type { CueVerb } from './cues.ts'
import { featuresOf } from './reported.ts'
import type { Scene } from './scene.ts'

/** Who speaks a marked passage, by which rule, and where in the text that is said. */
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

/** What a cue verb and its subject say of a passage. */
export function byCue(
  scene: Scene,
  verb: CueVerb,
  actor: Actor | null,
  rule: string,
  confidence: number,
): Attributed {
  const token = scene.document.tokens[verb.index]!
  return {
    actor,
    features: actor === null && !verb.impersonal ? featuresOf(scene, verb) : null,
    cueSpan: { start: token.start, end: token.end },
    at: verb.index,
    rule,
    confidence,
  }
}
