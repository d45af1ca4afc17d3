import type { Analysis } from '#shared/domain/analysis.ts'
import type { CompiledLexicons } from './framing/compile.ts'
import { matchTerms } from './framing/match.ts'
import { namingAct } from './framing/naming.ts'
import { isNegated } from './framing/negation.ts'
import { sectionsOf } from './framing/section.ts'
import { voiceOf } from './framing/voice.ts'
import { findQuotations } from './quotations/quotations.ts'
import type { ArticleContext } from './quotations/types.ts'
import { factsWithSentences } from './statistics/facts.ts'
import { prepare } from './text/prepare.ts'
import { wordSequence } from './text/word-sequence.ts'
import { sentenceTone } from './tone/tone.ts'

export interface AnalyseOptions {
  readonly language: string
  readonly context: ArticleContext
  readonly lexicons: CompiledLexicons
}

/** Everything the analysis says of one text: sentences, quotations, people, and mentions with their voice. */
export function analyse(text: string, { language, context, lexicons }: AnalyseOptions): Analysis {
  const document = prepare(text, language)
  const { quotations, people } = findQuotations(document, context)
  const sectionAt = sectionsOf(document, context.title, context.captions)
  const tones = new Map<number, number>()
  const mentions = matchTerms(document, lexicons).map((match) => {
    const decision = voiceOf(document, match, quotations)
    const quotation = decision.quotation === null ? null : quotations[decision.quotation]!
    const sentence = document.sentenceAt(match.start)
    if (!tones.has(sentence)) tones.set(sentence, sentenceTone(document, sentence))
    return {
      ...match,
      language,
      voice: decision.voice,
      confidence: decision.confidence,
      speaker: quotation?.speaker ?? null,
      person: quotation?.person ?? null,
      cue: quotation?.cue ?? null,
      quotation: decision.quotation,
      section: sectionAt(match.start),
      negated: isNegated(document, match),
      naming: namingAct(document, match, quotation?.speaker ?? null),
      tone: tones.get(sentence)!,
      why: decision.why,
    }
  })
  return {
    language,
    words: document.words,
    sentences: document.sentences,
    quotations,
    people,
    mentions,
    facts: factsWithSentences(document),
    sequence: wordSequence(document, quotations),
  }
}
