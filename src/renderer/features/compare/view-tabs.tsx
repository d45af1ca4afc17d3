import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { STORY_VIEWS, type StoryView } from './compare-address.ts'
import classes from './views.module.css'

/** What stays in the address from one view of the story to the next. */
const KEPT = ['lexicon', 'corrections']

/** The views of a story, as links: each has an address of its own. */
export function ViewTabs({
  storyId,
  current,
}: {
  readonly storyId: number
  readonly current: StoryView
}): ReactNode {
  const { t } = useTranslation('views')
  const [params] = useSearchParams()
  const addressOf = (view: StoryView): string => {
    const next = new URLSearchParams()
    if (view !== 'frames') next.set('view', view)
    for (const key of KEPT) {
      const value = params.get(key)
      if (value !== null) next.set(key, value)
    }
    const query = next.toString()
    return `/compare/${storyId}${query === '' ? '' : `?${query}`}`
  }
  return (
    <nav className={classes.tabs} aria-label={t('label')}>
      {STORY_VIEWS.map((view) => (
        <Link key={view} to={addressOf(view)} aria-current={view === current ? 'page' : undefined}>
          {t(`tab.${view}`)}
        </Link>
      ))}
    </nav>
  )
}
