import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { changeParams } from '../library/library-address.ts'
import { type StoryView, VIEW_GROUPS, type ViewGroup } from './compare-address.ts'
import classes from './views.module.css'

/** What stays in the address from one view of the story to the next. */
const KEPT = ['lexicon', 'corrections', 'repeats', 'about']
/** What stays from one view of a group to another. */
const KEPT_IN_GROUP = [...KEPT, 'voice']

/** The views of a story, as links: each has an address of its own. Views of one group stand in a row under the groups. */
export function ViewTabs({
  storyId,
  current,
}: {
  readonly storyId: number
  readonly current: StoryView
}): ReactNode {
  const { t } = useTranslation('views')
  const [params, setParams] = useSearchParams()
  const addressOf = (view: StoryView, kept: readonly string[]): string => {
    const next = new URLSearchParams()
    if (view !== 'frames') next.set('view', view)
    for (const key of kept) {
      const value = params.get(key)
      if (value !== null) next.set(key, value)
    }
    const query = next.toString()
    return `/compare/${storyId}${query === '' ? '' : `?${query}`}`
  }
  const groups = Object.entries(VIEW_GROUPS) as [ViewGroup, readonly StoryView[]][]
  const here = groups.find(([, views]) => views.includes(current))
  return (
    <>
      <nav className={classes.tabs} aria-label={t('label')}>
        {groups.map(([group, views]) => (
          <Link
            key={group}
            to={addressOf(views[0]!, KEPT)}
            aria-current={group === here?.[0] ? (views[0] === current ? 'page' : 'true') : undefined}
          >
            {t(`tab.${group}`)}
          </Link>
        ))}
      </nav>
      {here === undefined || here[1].length < 2 ? null : (
        <nav className={classes.subTabs} aria-label={t(`tab.${here[0]}`)}>
          {here[1].map((view) => (
            <Link
              key={view}
              to={addressOf(view, KEPT_IN_GROUP)}
              aria-current={view === current ? 'page' : undefined}
            >
              {t(`view.${view}`)}
            </Link>
          ))}
        </nav>
      )}
      {params.get('repeats') === 'once' && current !== 'repeats' ? (
        <div className={classes.once}>
          <span>{t('once')}</span>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => setParams((before) => changeParams(before, { repeats: null }), { replace: true })}
          >
            {t('countEach')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
