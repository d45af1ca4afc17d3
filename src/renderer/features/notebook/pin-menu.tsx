import { Button, Menu, Popover, UnstyledButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { Pin } from '#shared/domain/notebook.ts'
import { useEngine } from '../../platform/engine.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import { Icon } from '../../ui/icons.tsx'
import classes from './notebook.module.css'
import { type PageChoice, usePages } from './use-pages.ts'

type State =
  | { readonly kind: 'idle' | 'working' }
  | { readonly kind: 'done'; readonly entryId: number; readonly pageId: number; readonly title: string }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Asks which page, pins what `taken` answers there, and says so, with a way to it and back. */
export function PinMenu({
  storyId,
  taken,
  className,
  target,
}: {
  readonly storyId: number | null
  readonly taken: () => Promise<{ readonly pin: Pin; readonly filter: ArticleFilter }>
  readonly className?: string | undefined
  /** The button, where it is not one of a card's tools. */
  readonly target?: ReactNode
}): ReactNode {
  const { t } = useTranslation(['notebook', 'common'])
  const client = useEngine()
  const errorText = useErrorText()
  const { choices, resolve } = usePages(storyId)
  const [state, setState] = useState<State>({ kind: 'idle' })
  const pin = async (choice: PageChoice) => {
    setState({ kind: 'working' })
    try {
      const what = await taken()
      const page = await resolve(choice)
      const { entryId } = await client['notebook.pin']({ notebookId: page.id, ...what })
      setState({ kind: 'done', entryId, pageId: page.id, title: page.title })
    } catch (error) {
      setState({ kind: 'failed', error })
    }
  }
  const undo = async (entryId: number) => {
    try {
      await client['notebook.removeEntry']({ entryId })
      setState({ kind: 'idle' })
    } catch (error) {
      setState({ kind: 'failed', error })
    }
  }
  const close = () => setState({ kind: 'idle' })
  return (
    <Popover
      opened={state.kind === 'done' || state.kind === 'failed'}
      onChange={(opened) => (opened ? undefined : close())}
      position="bottom-end"
      withRoles={false}
      // Beside its button, also for the Tab key.
      withinPortal={false}
    >
      <Popover.Target>
        <span className={classes.pin}>
          <Menu>
            <Menu.Target>
              {target ?? (
                <UnstyledButton className={className} disabled={state.kind === 'working'}>
                  {state.kind === 'working' ? t('notebook:pin.working') : t('notebook:pin.button')}
                </UnstyledButton>
              )}
            </Menu.Target>
            <Menu.Dropdown className={classes.menu}>
              {choices.map((choice, index) => (
                <Menu.Item
                  key={choice.id ?? `new ${choice.storyId}`}
                  rightSection={
                    choice.storyId !== null && index === 0 ? (
                      <small className="quiet">{t('notebook:ofStory')}</small>
                    ) : null
                  }
                  onClick={() => void pin(choice)}
                >
                  <span className={classes.choice}>
                    {choice.id === null && choice.storyId === null ? t('notebook:pin.newPage') : choice.title}
                  </span>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown className={classes.pinned}>
        {state.kind === 'done' ? (
          <>
            <p role="status">
              <Icon name="check" size={16} /> {t('notebook:pin.done', { title: state.title })}
            </p>
            <p className={classes.pinnedTools}>
              <Link to={`/notebook/${state.pageId}?entry=${state.entryId}`}>{t('notebook:pin.write')}</Link>
              <Button size="compact-sm" variant="subtle" onClick={() => void undo(state.entryId)}>
                {t('notebook:pin.undo')}
              </Button>
            </p>
          </>
        ) : state.kind === 'failed' ? (
          <p role="alert">{errorText(state.error)}</p>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}
