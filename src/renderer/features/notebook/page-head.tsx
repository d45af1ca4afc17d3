import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotebookView } from '#shared/domain/notebook.ts'
import { Icon } from '../../ui/icons.tsx'
import classes from './notebook.module.css'

export const EXPORTS = ['html', 'print', 'zip'] as const
export type ExportKind = (typeof EXPORTS)[number]

/** The page's title, and what can be made of it. */
export function PageHead({
  page,
  onRename,
  onRemove,
  onExport,
}: {
  readonly page: NotebookView
  readonly onRename: (title: string) => void
  readonly onRemove: () => void
  readonly onExport: (kind: ExportKind) => void
}): ReactNode {
  const { t } = useTranslation(['notebook', 'common'])
  const [title, setTitle] = useState<string | null>(null)
  const rename = (event: FormEvent) => {
    event.preventDefault()
    if (title !== null && title.trim() !== '' && title.trim() !== page.title) onRename(title.trim())
    setTitle(null)
  }
  return (
    <header className={classes.head}>
      {title === null ? (
        <h1>{page.title}</h1>
      ) : (
        <form className={classes.rename} onSubmit={rename}>
          <TextInput
            label={t('notebook:pageTitle')}
            value={title}
            maxLength={300}
            ref={(field) => {
              if (field !== null && document.activeElement !== field && field.value === page.title)
                field.focus()
            }}
            onChange={(event) => setTitle(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setTitle(null)
            }}
          />
          <Button type="submit">{t('common:save')}</Button>
        </form>
      )}
      <div className={classes.headTools}>
        {page.content.length === 0
          ? null
          : EXPORTS.map((kind) => (
              <Button
                key={kind}
                variant={kind === 'html' ? 'light' : 'subtle'}
                onClick={() => onExport(kind)}
              >
                {t(`notebook:${kind}`)}
              </Button>
            ))}
        <Menu>
          <Menu.Target>
            <ActionIcon size={36} aria-label={t('notebook:more')}>
              <Icon name="more" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setTitle(page.title)}>{t('notebook:rename')}</Menu.Item>
            <Menu.Item onClick={onRemove}>{t('notebook:removePage')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  )
}
