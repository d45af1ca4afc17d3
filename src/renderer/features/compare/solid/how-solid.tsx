import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FrameFigure, OutletFigure } from '#shared/domain/figures.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import compare from '../compare.module.css'
import { type CompareView, figureFilter, filterOf } from '../compare-address.ts'
import { number, percent, percentNumber } from '../compare-rows.ts'

/** How much can be built on a share: over articles beside over namings, leaving one out, pooled beside raw. */
export function HowSolid({
  storyId,
  concept,
  outlet,
  frame,
  view,
}: {
  readonly storyId: number
  readonly concept: string
  readonly outlet: OutletFigure
  readonly frame: FrameFigure
  readonly view: CompareView
}): ReactNode {
  const { t } = useTranslation('views')
  const language = useUiLanguage()
  const { data } = useEngineQuery('figures.solidity', {
    filter: figureFilter(storyId, view),
    concept,
    voice: filterOf(view.voice),
    outlets: [outlet.outlet],
  })
  const solid = data?.outlets[0]
  const mine = solid?.frames.find((one) => one.frame === frame.frame)
  if (data === undefined || data === null || solid === undefined || mine === undefined) return null
  const three = (value: number) => number(value, language, 3)
  const { articleInterval, interval, byArticle, byTerm, pooled, pooledInterval, share, verdict } = mine
  const moved = byArticle === null ? null : mostMoving(byArticle, share ?? 0)
  return (
    <section className={compare.formula} aria-label={t('solid.title')}>
      <h3>{t('solid.title')}</h3>
      {articleInterval === null ? null : (
        <code>
          {t('solid.articles', {
            low: three(articleInterval.low),
            high: three(articleInterval.high),
            count: data.replicates,
            seed: data.seed,
          })}
        </code>
      )}
      {interval === null ? null : (
        <code>{t('solid.wilson', { low: three(interval.low), high: three(interval.high) })}</code>
      )}
      <p>
        {articleInterval === null ? t('solid.fewArticles', { count: solid.mentioning }) : t('solid.whyWider')}
      </p>
      <p>
        {byArticle === null
          ? null
          : moved === null
            ? `${t('solid.byArticle', { low: percent(byArticle.low), high: percent(byArticle.high) })} `
            : `${t('solid.byArticleMost', {
                low: percent(byArticle.low),
                high: percent(byArticle.high),
                title: moved,
              })} `}
        {byTerm === null
          ? null
          : `${t('solid.byTerm', { low: percent(byTerm.low), high: percent(byTerm.high) })} `}
        {verdict === null || (byArticle === null && byTerm === null) ? null : t(`solid.verdict.${verdict}`)}
      </p>
      {pooled === null || pooledInterval === null || share === null ? null : (
        <p>
          {data.concentration === 0
            ? t('solid.pooledAlone')
            : t('solid.pooled', {
                pooled: percent(pooled),
                raw: percent(share),
                low: percentNumber(pooledInterval.low),
                high: percent(pooledInterval.high),
                weight: percent(solid.pooledWeight),
              })}
        </p>
      )}
    </section>
  )
}

/** The article whose absence moves the share farther; null when none moves it. */
function mostMoving(
  {
    low,
    high,
    lowWithout,
    highWithout,
  }: {
    readonly low: number
    readonly high: number
    readonly lowWithout: string | null
    readonly highWithout: string | null
  },
  share: number,
): string | null {
  return share - low > high - share ? lowWithout : (highWithout ?? lowWithout)
}
