import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Keyness, KeynessWord } from '#shared/domain/story-figures.ts'
import { useUiLanguage } from '../../../strings/use-language.ts'
import compare from '../compare.module.css'
import { number } from '../compare-rows.ts'
import classes from '../views.module.css'
import { chance, expectedOf, signed } from './words-figures.ts'

/** How one word's figures are computed, with its own numbers: anyone can do it again from the counts. */
export function WordFormula({
  row,
  keyness,
  target,
  reference,
  link,
}: {
  readonly row: KeynessWord
  readonly keyness: Keyness
  readonly target: string
  readonly reference: string
  readonly link: string
}): ReactNode {
  const { t } = useTranslation('words')
  const language = useUiLanguage()
  const expected = expectedOf(row, keyness.settings.priorWords)
  const one = (value: number) => number(value, language, 1)
  return (
    <section className={compare.formula} aria-live="polite">
      <h3>{t('formula.title', { word: row.word })}</h3>
      <code>
        {t('formula.counts', {
          a: row.target,
          A: row.targetTotal,
          b: row.reference,
          B: row.referenceTotal,
          target,
          reference,
        })}
      </code>
      <code>
        {t('formula.logOdds', {
          value: signed(row.logOdds, language, 3),
          prior: keyness.settings.priorWords,
          alpha: number(expected.alpha, language, 3),
        })}
      </code>
      <code>{t('formula.z', { value: signed(row.z, language, 2) })}</code>
      <code>
        {t('formula.p', {
          p: chance(row.p, language),
          adjusted: chance(row.pAdjusted, language),
          count: keyness.total,
        })}
      </code>
      <code>
        {t('formula.g2', {
          value: signed(row.g2, language, 2),
          ea: one(expected.here),
          eb: one(expected.there),
          na: one(expected.restHere),
          nb: one(expected.restThere),
        })}
        {row.g2 < 0 ? ` (${t('formula.g2Sign')})` : ''}
      </code>
      <code>
        {t('formula.logRatio', { value: signed(row.logRatio, language, 2) })}
        {row.target === 0 || row.reference === 0 ? ` (${t('formula.zeroNote')})` : ''}
      </code>
      <p>
        {t('formula.articles', {
          some: row.articles,
          count: keyness.target.articles,
          dp: row.dp === null ? '–' : number(row.dp, language, 2),
        })}{' '}
        {t('formula.note')}
      </p>
      <p>
        <Link className={classes.linked} to={link}>
          {t('formula.lines')}
        </Link>
      </p>
    </section>
  )
}
