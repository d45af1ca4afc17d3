import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { type CompareView, figureFilter, filterOf } from '../compare-address.ts'
import { number } from '../compare-rows.ts'
import classes from '../views.module.css'

/** Under so many articles that name the concept, the test can tell large differences only. */
const FEW_ARTICLES = 20

/** Whether outlets' framing of a concept could differ so by chance, in one line under its card. */
export function TestLine({
  storyId,
  concept,
  view,
}: {
  readonly storyId: number
  readonly concept: string
  readonly view: CompareView
}): ReactNode {
  const { t } = useTranslation('views')
  const language = useUiLanguage()
  const { data } = useEngineQuery('figures.solidity', {
    filter: figureFilter(storyId, view),
    concept,
    voice: filterOf(view.voice),
  })
  if (data === undefined || data === null) return null
  const { test, seed } = data
  return (
    <p className={classes.test} title={t('test.help')}>
      {test === null
        ? t('test.none')
        : `${t('test.line', {
            p: number(test.p, language, test.p < 0.01 ? 4 : 2),
            v: number(test.cramersV, language, 2),
            times: test.replicates,
            seed,
          })}${test.articles < FEW_ARTICLES ? ` ${t('test.small', { count: test.articles })}` : ''}`}
    </p>
  )
}
