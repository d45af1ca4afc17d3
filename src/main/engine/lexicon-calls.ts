import { mentionsByConcept } from '#main/library/queries/figures.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { LexiconSummary } from '#shared/domain/library.ts'
import type { EngineContext } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { languagesOf } from './scorer.ts'

/** Calls on lexicons. */
export const lexiconHandlers = ({ db, lexicons }: EngineContext): Handlers => ({
  'lexicons.list': () => {
    const mentions = mentionsByConcept(db)
    return lexicons.map((one) => summaryOf(one, mentions))
  },
  'lexicons.get': ({ id }) => lexicons.find((one) => one.id === id) ?? null,
})

const summaryOf = (lexicon: Lexicon, mentions: ReadonlyMap<string, number>): LexiconSummary => ({
  id: lexicon.id,
  version: lexicon.version,
  label: lexicon.label,
  note: lexicon.note,
  extends: lexicon.extends ?? null,
  languages: [...languagesOf(lexicon)],
  concepts: lexicon.concepts.map((concept) => ({
    id: concept.id,
    label: concept.label,
    mentions: mentions.get(concept.id) ?? 0,
    frames: concept.frames.map((frame) => ({
      id: frame.id,
      label: frame.label,
      terms: Object.values(frame.terms).reduce((sum, terms) => sum + terms.length, 0),
    })),
  })),
})
