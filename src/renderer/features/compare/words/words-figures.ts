import type { Keyness, KeynessWord } from '#shared/domain/story-figures.ts'
import type { UiLanguage } from '../../../strings/i18n.ts'
import { number } from '../compare-rows.ts'
import { csvOf } from '../views-csv.ts'

export const per1000 = (count: number, total: number): number => (total === 0 ? 0 : (1000 * count) / total)

/** A chance: two digits that count, and "under 0.0001" rather than zeros. */
export function chance(p: number, language: UiLanguage): string {
  const text = (value: number, digits: number) =>
    new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'ru', { maximumSignificantDigits: digits }).format(
      value,
    )
  return p < 0.0001 ? `<\u00A0${text(0.0001, 1)}` : text(p, 2)
}

/** Expected counts and the prior of a word, as the formulas have them. */
export function expectedOf({ target, reference, targetTotal, referenceTotal }: KeynessWord, prior: number) {
  const share = (target + reference) / (targetTotal + referenceTotal)
  return {
    here: targetTotal * share,
    there: referenceTotal * share,
    restHere: targetTotal * (1 - share),
    restThere: referenceTotal * (1 - share),
    alpha: prior * share,
  }
}

export const signed = (value: number, language: UiLanguage, digits: number): string =>
  number(value, language, digits).replace('-', '−')

/** All rows with every count and figure, in the order shown. */
export const wordsCsv = (
  { rows, settings }: Keyness,
  names: { readonly target: string; readonly reference: string },
): string =>
  csvOf([
    [
      'word',
      'target',
      'reference',
      'target_count',
      'target_total',
      'reference_count',
      'reference_total',
      'g2',
      'log_ratio',
      'log_odds',
      'z',
      'p',
      'p_adjusted',
      'articles',
      'dp',
      'prior_words',
      'unit',
      'ngrams',
      'voices',
    ],
    ...rows.map((row) => [
      row.word,
      names.target,
      names.reference,
      row.target,
      row.targetTotal,
      row.reference,
      row.referenceTotal,
      row.g2,
      row.logRatio,
      row.logOdds,
      row.z,
      row.p,
      row.pAdjusted,
      row.articles,
      row.dp,
      settings.priorWords,
      settings.unit,
      settings.ngrams,
      settings.voices,
    ]),
  ])
