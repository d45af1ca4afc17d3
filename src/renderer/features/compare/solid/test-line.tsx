import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Solidity } from '#shared/domain/story-figures.ts'
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
  const line = useRef<HTMLParagraphElement>(null)
  // A test deals thousands of articles out thousands of times: only for cards that are looked at.
  const seen = useSeen(line)
  const { data } = useEngineQuery(
    'figures.solidity',
    { filter: figureFilter(storyId, view), concept, voice: filterOf(view.voice) },
    { enabled: seen },
  )
  if (data === null) return null
  if (data === undefined) return <p ref={line} className={classes.test} aria-busy="true" />
  return <TestText test={data.test} seed={data.seed} />
}

/** What the test of all outlets comes to, in words. */
export function TestText({ test, seed }: Pick<Solidity, 'test' | 'seed'>): ReactNode {
  const { t } = useTranslation('views')
  const language = useUiLanguage()
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

/** Whether an element has come into view. */
function useSeen(element: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const one = element.current
    if (one === null || seen) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
    })
    observer.observe(one)
    return () => observer.disconnect()
  }, [element, seen])
  return seen
}
