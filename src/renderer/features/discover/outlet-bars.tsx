import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '#shared/domain/discovery.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { CutInMiddle } from '../../ui/cut-in-middle.tsx'
import classes from './discover.module.css'

/** Rows that are drawn before "and N more". */
const SHOWN = 5

/** How often each outlet uses a word, per 1,000 words: bars from zero, the most first, with their counts. */
export function OutletBars({ candidate }: { readonly candidate: Candidate }): ReactNode {
  const { t } = useTranslation(['discover', 'common'])
  const language = useUiLanguage()
  const rates = candidate.outlets
    .map((one) => ({ ...one, rate: one.words === 0 ? 0 : (1000 * one.count) / one.words }))
    .toSorted((a, b) => b.rate - a.rate || b.count - a.count)
  const most = rates[0]?.rate ?? 0
  const left = rates.length - SHOWN
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 })
  return (
    <div className={classes.bars}>
      <p className={classes.barsHead}>{t('discover:barsHead')}</p>
      <ul aria-label={t('discover:perOutlet', { word: candidate.text })}>
        {rates.slice(0, SHOWN).map(({ outlet, count, rate }) => (
          <li key={outlet}>
            <span className={classes.barName}>
              <CutInMiddle text={outlet || t('common:noOutlet')} most={18} />
            </span>
            <span className={classes.bar} aria-hidden="true">
              <i style={{ width: `${most === 0 ? 0 : (100 * rate) / most}%` }} />
            </span>
            <span
              className={classes.barCount}
              title={t('discover:rate', {
                rate: number.format(rate),
                times: t('discover:times', { count }),
              })}
            >
              {new Intl.NumberFormat(language).format(count)}
            </span>
          </li>
        ))}
      </ul>
      {left <= 0 ? null : <p className={classes.moreOutlets}>{t('discover:moreOutlets', { count: left })}</p>}
    </div>
  )
}
