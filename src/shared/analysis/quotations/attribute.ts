import type { Quotation } from '#shared/domain/quotation.ts'
import type { Span } from '#shared/domain/span.ts'
import type { Document } from '../text/document.ts'
import { type Actor, actorsIn } from './actors.ts'
import { after, asPut, before, bySource, insertion } from './attribute-cues.ts'
import { colon, goesOn, headed, headline, introduced, post, signed } from './attribute-places.ts'
import type { Attributed } from './attributed.ts'
import { saidAfterMark } from './clause-end-plain.ts'
import { cueVerbAt } from './cues.ts'
import { dashed, nounCue, participle, slogan } from './fragments.ts'
import { intervieweeOf } from './interviewee.ts'
import type { Reported } from './reported.ts'
import type { Scene } from './scene.ts'
import type { MarkedPassage } from './types.ts'

/** A fragment has at most this many words. */
const LONGEST_FRAGMENT = 6
const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu

/** A few words in marks that are no utterance of their own. */
export function isFragment(document: Document, passage: MarkedPassage): boolean {
  if (passage.style !== 'marks') return false
  const inner = document.text.slice(passage.innerStart, passage.innerEnd).trim()
  let count = 0
  WORD.lastIndex = 0
  while (WORD.test(inner)) if (++count > LONGEST_FRAGMENT) return false
  if (/[.!?…,]$/.test(inner) && /^\p{Lu}/u.test(inner)) return false
  // A paragraph of its own, or all of a headline.
  const paragraph = document.paragraphs[document.paragraphAt(passage.start)]!
  if (passage.start === paragraph.start) {
    if (passage.end >= paragraph.end - 1) return false
    if (count > 2 && /^\s*:/.test(document.text.slice(passage.end, passage.end + 2))) return false
  }
  return true
}

/** Who speaks a marked passage, and what in the text says so. */
export class Attribution {
  private readonly scene: Scene

  constructor(scene: Scene) {
    this.scene = scene
  }

  of(passage: MarkedPassage, around: Reported | null, previous: Quotation | null): Attributed | null {
    const { document } = this.scene
    if (passage.style === 'answer') {
      const actor = intervieweeOf(this.scene, passage.start)
      return {
        actor,
        features: null,
        cueSpan: null,
        at: document.tokenAt(passage.start),
        rule: 'direct.answer',
        confidence: 0.9,
      }
    }
    const fragment = isFragment(document, passage)
    const put = fragment ? asPut(this.scene, passage) : null
    if (put !== null) return put
    return (
      post(this.scene, passage) ??
      insertion(this.scene, passage) ??
      (this.saidAfter(passage) ? after(this.scene, passage, fragment) : null) ??
      (around !== null && around.rule !== 'indirect.cue-closes' && around.span.start < passage.start + 1
        ? inside(around)
        : null) ??
      signed(this.scene, passage) ??
      after(this.scene, passage, fragment) ??
      inside(around) ??
      // What a dash opens goes on with its speaker; no cue stands before it.
      (passage.style === 'dash' ? null : before(this.scene, passage, fragment)) ??
      (fragment ? participle(this.scene, passage) : null) ??
      bySource(this.scene, passage) ??
      colon(this.scene, passage) ??
      headed(this.scene, passage) ??
      headline(this.scene, passage) ??
      (fragment ? dashed(this.scene, passage, previous) : null) ??
      slogan(this.scene, passage) ??
      goesOn(this.scene, passage, previous, fragment) ??
      introduced(this.scene, passage, fragment) ??
      (fragment ? nounCue(this.scene, passage) : null)
    )
  }

  /** `… shows “…,” said X`: the words right after the closing mark decide. */
  private saidAfter(passage: MarkedPassage): boolean {
    const { document, cues } = this.scene
    if (cues.inflected || cues.capitalNouns) return false
    const at = document.tokenAt(passage.end)
    return at < document.tokens.length && saidAfterMark(this.scene, at, at + 12)
  }

  /** The nearest person named before token `at`, for a quotation that nothing else attributes. */
  nearest(at: number): Actor | null {
    const before = actorsIn(this.scene.actors, Math.max(0, at - 120), at)
    return (
      before.findLast((one) => one.kind === 'person' && one.pronoun === null && one.subject && !one.quoted) ??
      null
    )
  }

  /** True when a cue stands right before a passage inside other words. */
  cueNear(passage: Span): boolean {
    const { document, cues } = this.scene
    const first = document.tokenAt(passage.start)
    for (let at = first - 1; at >= Math.max(0, first - 5); at--)
      if (cueVerbAt(document, at, cues) !== null) return true
    return false
  }
}

/** In a reported clause: its speaker's. */
function inside(around: Reported | null): Attributed | null {
  if (around === null) return null
  return {
    actor: around.actor,
    features: around.features,
    cueSpan: around.cueSpan,
    at: around.at,
    rule: 'direct.cue-in-sentence',
    confidence: 0.85,
  }
}
