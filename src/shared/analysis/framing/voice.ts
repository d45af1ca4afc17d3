import type { Explanation } from '#shared/domain/explanation.ts'
import type { Quotation } from '#shared/domain/quotation.ts'
import { type Span, spanContains } from '#shared/domain/span.ts'
import type { Voice } from '#shared/domain/voice.ts'
import type { Document } from '../text/document.ts'

export interface VoiceDecision {
  readonly voice: Voice
  readonly confidence: number
  /** Index of the quotation that decided, or null. */
  readonly quotation: number | null
  readonly why: Explanation
}

const SO_CALLED = /(?:so-called|self-styled|так называем\p{L}+|т\. ?н\.|якобы)\s+(?:[\p{L}-]+\s+)?[«“"]?$/iu

/**
 * Whose words a mention is in, of quotations in order of start: a direct quotation around it is its speaker's, whatever marks stand inside; then a reported
 * clause; then scare marks and "so-called"; else the outlet's own.
 */
export function voiceOf(document: Document, mention: Span, quotations: readonly Quotation[]): VoiceDecision {
  const around = { direct: -1, indirect: -1, scare: -1 }
  for (let index = 0; index < quotations.length; index++) {
    const one = quotations[index]!
    if (one.start > mention.start) break
    if (spanContains(one, mention)) around[one.kind] = index
  }
  for (const kind of ['direct', 'indirect', 'scare'] as const) {
    const found = quotations[around[kind]]
    if (found !== undefined)
      return { voice: kind, confidence: found.confidence, quotation: around[kind], why: found.why }
  }
  if (SO_CALLED.test(document.text.slice(Math.max(0, mention.start - 40), mention.start))) {
    return { voice: 'scare', confidence: 0.9, quotation: null, why: { rule: 'scare.so-called', values: {} } }
  }
  return {
    voice: 'narration',
    confidence: 0.9,
    quotation: null,
    why: { rule: 'narration.no-marks', values: {} },
  }
}
