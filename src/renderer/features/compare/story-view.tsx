import { Button, NativeSelect } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../ui/error-text.ts'
import { useKeptScroll } from '../../ui/use-kept-scroll.ts'
import classes from './compare.module.css'
import type { StoryView as View } from './compare-address.ts'
import { ViewTabs } from './view-tabs.tsx'
import views from './views.module.css'

/** The frame of a view of a story other than Frames: the tabs, its title and switches, and what it shows. */
export function StoryViewFrame({
  storyId,
  view,
  title,
  ready,
  switches,
  error,
  onRetry,
  children,
}: {
  readonly storyId: number
  readonly view: View
  readonly title: string
  /** Whether what it shows is there: then the place where a reader was is found again. */
  readonly ready: boolean
  readonly switches?: ReactNode
  readonly error?: unknown
  readonly onRetry?: () => void
  readonly children: ReactNode
}): ReactNode {
  const { t } = useTranslation('common')
  const errorText = useErrorText()
  const work = useRef<HTMLElement>(null)
  useKeptScroll(work, 'work', ready)
  return (
    <section ref={work} className={classes.work} aria-label={title}>
      <div className={classes.column}>
        <ViewTabs storyId={storyId} current={view} />
        <div className={classes.head}>
          <h1>{title}</h1>
          {switches === undefined ? null : <span className={classes.break} />}
          {switches}
        </div>
        {error === undefined || error === null ? null : (
          <div className={classes.ask} role="alert">
            <span>{errorText(error)}</span>
            {onRetry === undefined ? null : <Button onClick={onRetry}>{t('retry')}</Button>}
          </div>
        )}
        {children}
      </div>
    </section>
  )
}

/** One choice of a view, with its label before it. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChoose: (value: Value) => void
}): ReactNode {
  return (
    <NativeSelect
      classNames={{ root: views.choice, label: classes.inlineLabel }}
      label={label}
      value={value}
      data={options.map((one) => ({ ...one }))}
      onChange={(event) => {
        const chosen = options.find((one) => one.value === event.currentTarget.value)
        if (chosen !== undefined) onChoose(chosen.value)
      }}
    />
  )
}
