import type { Document } from '../text/document.ts'
import type { Actor, ActorScene } from './actors.ts'
import type { Cues } from './cue-types.ts'
import type { CueVerb } from './cues.ts'
import type { Reported } from './reported.ts'
import type { Scene } from './scene.ts'
import type { SourcePhrase } from './sources.ts'

/**
 * Rules by which a language finds who says what. Those of `quotations/` serve languages that tell subjects by place
 * (English) or by case (Russian); a language that neither fits brings these five of its own.
 */
export interface Grammar {
  /** The verb of speech, opinion or naming at a token, or null. */
  cueVerbAt(document: Document, index: number, cues: Cues): CueVerb | null
  /** All who may speak, in order. */
  actors(scene: ActorScene, cues: Cues): Actor[]
  /** Whom a cue verb has as its subject, between two tokens. */
  subjectOf(scene: Scene, verb: CueVerb, from: number, to: number): Actor | null
  /** Source phrases ("according to X") that begin between two tokens, outside quoted words. */
  sourcePhrasesIn(scene: Scene, from: number, to: number): SourcePhrase[]
  /** A verb behind a quoted fragment that says whose it is: "hat ihn „…“ genannt". */
  cueBehind(scene: Scene, from: number, to: number): CueVerb | null
  /** The reported clauses of one sentence, in order. */
  reportedIn(scene: Scene, sentence: number): Reported[]
}
