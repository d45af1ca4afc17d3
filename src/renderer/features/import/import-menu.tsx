import { Button, Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useImports } from './import-provider.tsx'

/** Import: files, a folder, or pasted text. */
export function ImportMenu(): ReactNode {
  const { t } = useTranslation(['shell', 'importing'])
  const { pickAndImport } = useImports()
  const navigate = useNavigate()
  const pick = async (kind: 'files' | 'folder') => {
    if (await pickAndImport(kind)) void navigate('/library')
  }
  return (
    <Menu width={260}>
      <Menu.Target>
        <Button style={{ flex: 'none' }}>{t('shell:import')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void pick('files')}>{t('importing:files')}</Menu.Item>
        <Menu.Item onClick={() => void pick('folder')}>{t('importing:folder')}</Menu.Item>
        <Menu.Item onClick={() => void navigate('/library?paste=1')}>{t('importing:paste')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label maw={240} style={{ whiteSpace: 'normal' }}>
          {t('importing:formats')}
        </Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
