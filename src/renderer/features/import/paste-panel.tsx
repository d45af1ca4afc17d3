import { ActionIcon, Button, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icons.tsx'
import classes from './import.module.css'
import { useImports } from './import-provider.tsx'

/** A text from the clipboard. What is typed stays until it is imported, also when the panel is closed. */
export function PastePanel({
  storyId,
  onClose,
}: {
  readonly storyId: number | null
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation(['importing', 'common'])
  const { draft, setDraft, importText } = useImports()
  const submit = () =>
    importText(draft, storyId === null ? {} : { storyId }).then(
      () => {
        setDraft('')
        onClose()
      },
      // The reason stands in the import rows; the text stays here.
      () => {},
    )
  return (
    <aside className={classes.panel} aria-label={t('importing:pasteTitle')}>
      <div className={classes.panelHead}>
        <h2>{t('importing:pasteTitle')}</h2>
        <ActionIcon aria-label={t('common:close')} onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </div>
      <Textarea
        label={t('importing:pasteLabel')}
        description={t('importing:pasteHint')}
        data-autofocus
        autoFocus
        autosize
        minRows={12}
        maxRows={24}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <Button variant="filled" disabled={draft.trim() === ''} onClick={() => void submit()}>
        {t('importing:pasteGo')}
      </Button>
    </aside>
  )
}
