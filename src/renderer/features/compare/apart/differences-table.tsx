import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UiLanguage } from '../../../strings/i18n.ts'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { CutInMiddle } from '../../../ui/cut-in-middle.tsx'
import { type CompareT, number, outletName } from '../compare-rows.ts'
import { FrameHeads, ScrollTable } from '../scroll-table.tsx'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'
import { drawnInterval, isEnough, points } from './apart-rows.ts'
import { chanceText, type PairCard } from './differences-view.tsx'

/** The chart's twin in figures: every two outlets, what separates them, and how likely chance is. */
export function DifferencesTable({ figure, pairs, label }: PairCard & { readonly label: string }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'apart'])
  const language = useUiLanguage()
  return (
    <ScrollTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('apart:differences.pair')}</th>
          <FrameHeads frames={figure.frames} />
          <th scope="col" className={classes.number}>
            {t('apart:differences.v')}
          </th>
          <th scope="col" className={classes.number}>
            p
          </th>
          <th scope="col" className={classes.number}>
            {t('apart:differences.pAdjusted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={`${pair.a}\u0000${pair.b}`}>
            <th scope="row">
              <CutInMiddle text={outletName(pair.a, t)} most={28} /> −{' '}
              <CutInMiddle text={outletName(pair.b, t)} most={28} />
            </th>
            {isEnough(pair) ? (
              pair.frames.map((one) => {
                const { low, high } = drawnInterval(one)
                return (
                  <td key={one.frame}>
                    {points(one.difference, language)}
                    <small>
                      {t('apart:differences.detail', {
                        low: points(low, language),
                        high: points(high, language),
                        a: t('compare:kOfN', { k: one.a, n: pair.countA }),
                        b: t('compare:kOfN', { k: one.b, n: pair.countB }),
                      })}
                      {one.articleInterval === null ? ` (${t('apart:differences.overNamings')})` : ''}
                    </small>
                  </td>
                )
              })
            ) : (
              <td colSpan={figure.frames.length} className={classes.quiet}>
                {t('apart:differences.tooFew', { a: pair.countA, b: pair.countB })}
              </td>
            )}
            <td className={classes.number}>
              {pair.cramersV === null ? '–' : number(pair.cramersV, language, 2)}
            </td>
            <td className={classes.number}>{chanceText(pair.p, language)}</td>
            <td className={classes.number}>{chanceText(pair.pAdjusted, language)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

/** One line for every two outlets and frame, with both intervals; nothing where there are too few namings. */
export const differencesCsv = ({ figure, pairs }: PairCard, language: UiLanguage, t: CompareT): string =>
  csvOf([
    [
      'concept',
      'outlet_a',
      'outlet_b',
      'frame',
      'mentions_a',
      'of_a',
      'mentions_b',
      'of_b',
      'difference',
      'articles_low_95',
      'articles_high_95',
      'newcombe_low_95',
      'newcombe_high_95',
      'p',
      'p_adjusted',
      'cramers_v',
      'deals',
    ],
    ...pairs.flatMap((pair) =>
      pair.frames.map((one, at) => [
        figure.label[language],
        outletName(pair.a, t),
        outletName(pair.b, t),
        figure.frames[at]?.label[language] ?? one.frame,
        one.a,
        pair.countA,
        one.b,
        pair.countB,
        ...(isEnough(pair)
          ? [
              one.difference,
              one.articleInterval?.low ?? null,
              one.articleInterval?.high ?? null,
              one.interval.low,
              one.interval.high,
            ]
          : [null, null, null, null, null]),
        pair.p,
        pair.pAdjusted,
        pair.cramersV,
        pair.replicates,
      ]),
    ),
  ])
