import type { ReactNode } from 'react'
import type { ArticleView } from '#shared/domain/library.ts'
import type { Span } from '#shared/domain/span.ts'
import { PinMenu } from '../notebook/pin-menu.tsx'
import { usePassage } from '../notebook/use-passage.ts'
import classes from './popover.module.css'

/** "Pin to notebook" of the words that are selected, with whose words they are and where they stand. */
export function PinPassage({
  article,
  span,
}: {
  readonly article: ArticleView
  readonly span: Span
}): ReactNode {
  const passage = usePassage()
  return (
    <PinMenu
      storyId={article.storyId}
      className={classes.offerButton}
      taken={async () => ({ pin: passage(article, span), filter: {} })}
    />
  )
}
