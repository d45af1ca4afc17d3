import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleFilter, CallInput } from '#shared/contract/contract.ts'
import type { FormsProposal, LexiconPreview, LexiconProblem } from '#shared/domain/lexicon-editing.ts'
import { useEngine, useEngineQuery } from '../../platform/engine.tsx'

/** A choice among what is there, or a name for something new. */
export type IdOrNew = { readonly id: string } | { readonly title: string }

export interface TermDraft {
  readonly term: string
  /** Null: the person's own words, in a lexicon made for them. */
  readonly lexicon: string | null
  /** Null: not chosen yet. */
  readonly concept: IdOrNew | null
  readonly frame: IdOrNew | null
  /** Further forms to find as they stand; null: those that the library holds. */
  readonly forms: readonly string[] | null
}

/** Letters, blanks, hyphens and apostrophes: a word or phrase that morphology may put in dictionary form. */
const PLAIN = /^[\p{L}\p{N}\p{M}\s'’-]+$/u
const TYPING_MS = 300
const LINES = 30

/** Forms of a word that its dictionary form does not match, to be ticked; phrases take none. */
export const furtherForms = (proposal: FormsProposal | undefined): FormsProposal['words'][number]['forms'] =>
  proposal?.words.length === 1 ? proposal.words[0]!.forms.filter((one) => !one.covered) : []

/** What `lexicons.addTerm` is given, once everything is chosen. */
export function termInput(
  draft: TermDraft,
  language: string,
  proposal: FormsProposal | undefined,
): CallInput<'lexicons.addTerm'> | null {
  const { term, lexicon, concept, frame } = draft
  if (term.trim() === '' || concept === null || frame === null) return null
  if ([concept, frame].some((one) => 'title' in one && one.title.trim() === '')) return null
  const plain = PLAIN.test(term)
  if (plain && (proposal === undefined || proposal.pattern === '')) return null
  const further = furtherForms(proposal)
  const forms =
    draft.forms?.filter((form) => further.some((one) => one.form === form)) ??
    further.filter((one) => one.inLibrary).map(({ form }) => form)
  return {
    lexicon,
    concept,
    frame,
    language,
    term: plain ? proposal!.pattern : term.trim(),
    ...(forms.length === 0 ? {} : { forms }),
  }
}

export interface Previewed {
  readonly problems: readonly LexiconProblem[]
  readonly preview: LexiconPreview | null
}

/** The draft of a term, the forms proposed for it, and what it would change in what is counted. */
export function useTermDraft(start: TermDraft, language: string, filter: ArticleFilter) {
  const client = useEngine()
  const [draft, setDraft] = useState(start)
  const [asked] = useDebouncedValue(draft, TYPING_MS)
  const plain = PLAIN.test(asked.term)
  const proposal = useEngineQuery(
    'lexicons.proposeForms',
    { language, term: asked.term.trim() || start.term },
    { enabled: plain && asked.term.trim() !== '' },
  )
  const input = termInput(asked, language, plain ? proposal.data : undefined)
  const preview = useQuery({
    queryKey: ['discover.preview', input, filter],
    enabled: input !== null,
    retry: false,
    // Another look at the same word may find other scores.
    staleTime: 0,
    queryFn: async (): Promise<Previewed> => {
      const { lexicon, problems } = await client['lexicons.addTerm']({ ...input!, save: false })
      if (lexicon === null) return { problems, preview: null }
      return {
        problems,
        preview: await client['lexicons.preview']({ lexicon, filter, lines: LINES, job: 'discover' }),
      }
    },
  })
  return {
    draft,
    change: (change: Partial<TermDraft>) => setDraft((before) => ({ ...before, ...change })),
    proposal: plain ? proposal.data : undefined,
    proposalError: proposal.error,
    /** Null while something is not chosen; it follows what is typed with a short delay. */
    input,
    settled: asked === draft,
    preview,
  }
}
