import type { LanguageCandidates } from '#shared/domain/discovery.ts'
import { csvOf } from '../compare/views-csv.ts'

/**
 * Candidates in their order as CSV, with every figure that speaks for each; a figure that there is none of is an empty cell.
 * `likeness` is a cosine, 0…1; `outlets` counts those that use the word, `other_outlets` those among them that never print
 * the known term.
 */
export const candidatesCsv = ({ language, candidates }: LanguageCandidates): string =>
  csvOf([
    [
      'word',
      'language',
      'count',
      'articles',
      'outlets',
      'counts_by_outlet',
      'like',
      'like_concept',
      'like_frame',
      'likeness',
      'shared_contexts',
      'other_outlets',
      'key_outlet',
      'key_count',
      'key_reference',
      'log_ratio',
      'z',
      'p_adjusted',
      'named_articles',
      'so_called',
      'called',
      'scare',
      'put_aside',
    ],
    ...candidates.map(({ likeness, keyness, naming, ...one }) => {
      const using = one.outlets.filter(({ count }) => count > 0)
      return [
        one.text,
        language,
        one.count,
        one.articles,
        using.length,
        using.map(({ outlet, count }) => `${outlet}: ${count}`).join('; '),
        likeness?.like.text ?? null,
        likeness?.concept ?? null,
        likeness?.like.frame ?? null,
        likeness?.cosine ?? null,
        likeness?.sharedTotal ?? null,
        likeness?.otherOutlets.length ?? null,
        keyness?.outlet ?? null,
        keyness?.count ?? null,
        keyness?.reference ?? null,
        keyness?.logRatio ?? null,
        keyness?.z ?? null,
        keyness?.pAdjusted ?? null,
        naming?.articles ?? null,
        naming?.acts['so-called'] ?? null,
        naming?.acts.called ?? null,
        naming?.acts.scare ?? null,
        one.hidden ? 1 : 0,
      ]
    }),
  ])
