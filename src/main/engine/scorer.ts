import type { Provenance } from '#main/library/queries/analyses.ts'
import { analyse } from '#shared/analysis/analyse.ts'
import { type CompiledLexicons, compileLexicons } from '#shared/analysis/framing/compile.ts'
import { ANALYSIS_VERSION, type Analysis } from '#shared/domain/analysis.ts'
import type { LeftOut } from '#shared/domain/article.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'

/** What the analysis needs of an article. */
export interface Scorable {
  readonly text: string
  readonly language: string
  readonly title: string
  readonly outlet: string | null
  readonly byline: string | null
  /** Passages that cleaning had left out and that were put back. */
  readonly putBack?: readonly LeftOut[]
}

/** The captions among what was put back. */
export const captionsOf = ({ putBack = [] }: Pick<Scorable, 'putBack'>): readonly string[] =>
  putBack.filter((one) => one.reason === 'caption').map((one) => one.text)

/** Analyses articles with a set of packs, compiled once per language. */
export interface Scorer {
  readonly score: (article: Scorable) => Analysis
  /** What an analysis of a text in this language is made with. */
  readonly provenance: (language: string) => Provenance
  /** Languages that some pack has terms in. */
  readonly languages: readonly string[]
}

export function createScorer(lexicons: readonly Lexicon[]): Scorer {
  const compiled = new Map<string, CompiledLexicons>()
  const compiledFor = (language: string): CompiledLexicons => {
    const known = compiled.get(language)
    if (known !== undefined) return known
    const made = compileLexicons(lexicons, language)
    compiled.set(language, made)
    return made
  }
  return {
    score: ({ text, language, title, outlet, byline, putBack }) =>
      analyse(text, {
        language,
        context: { title, outlet, byline, captions: captionsOf({ putBack }) },
        lexicons: compiledFor(language),
      }),
    provenance: (language) => ({
      analysisVersion: ANALYSIS_VERSION,
      lexiconVersions: lexicons
        .filter((one) => languagesOf(one).has(language))
        .map(({ id, version }) => `${id}@${version}`)
        .sort()
        .join(' '),
    }),
    languages: [...new Set(lexicons.flatMap((one) => [...languagesOf(one)]))],
  }
}

/** Languages in which a pack has terms. */
export const languagesOf = (lexicon: Lexicon): ReadonlySet<string> =>
  new Set(lexicon.concepts.flatMap((one) => one.frames.flatMap((frame) => Object.keys(frame.terms))))
