import { ActionIcon } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation, useNavigate } from 'react-router'
import { useConnection, usePlatform } from '../../platform/engine.tsx'
import { useAppState, useSetting } from '../../platform/settings.ts'
import { BrandMark, Icon } from '../../ui/icons.tsx'
import { ImportMenu } from '../import/import-menu.tsx'
import { useImports } from '../import/import-provider.tsx'
import { useLeaveWarning } from '../lexicons/draft-store.ts'
import { DropZone } from './drop-zone.tsx'
import { SearchBox } from './search-box.tsx'
import classes from './shell.module.css'
import { SideBar } from './side-bar.tsx'
import { StoryPicker } from './story-picker.tsx'

/** The frame of every screen: top bar, side bar, notes about the whole app, and the work area. */
export function Shell(): ReactNode {
  const { t } = useTranslation(['shell', 'common'])
  const search = useRef<HTMLInputElement>(null)
  const main = useRef<HTMLElement>(null)
  const focusSearch = () => {
    search.current?.focus()
    search.current?.select()
  }
  useHotkeys([['mod+K', focusSearch]], [])
  useMenuCommands(focusSearch)
  useScreenTitle()
  useLeaveWarning(usePlatform().host)

  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('shell:skipToContent')}
      </button>
      <header className={classes.top}>
        <Link to="/library" className={classes.brand}>
          <BrandMark />
          <span className={classes.brandName}>{t('common:appName')}</span>
        </Link>
        <StoryPicker />
        <SearchBox ref={search} />
        <ImportMenu />
      </header>
      <SideBar />
      <main ref={main} tabIndex={-1} className={classes.main}>
        <ConnectionBanner />
        <SampleStrip />
        <StaleNote />
        <div className={classes.screen}>
          <Outlet />
        </div>
      </main>
      <DropZone />
    </div>
  )
}

function ConnectionBanner(): ReactNode {
  const { t } = useTranslation('shell')
  const state = useConnection()
  if (state === 'connected') return null
  return (
    <div className={classes.banner} role="alert">
      <strong>{t('engineGone')}</strong> <span>{t('engineGoneHint')}</span>
    </div>
  )
}

/** While the library holds only the invented story: says so, until dismissed. */
function SampleStrip(): ReactNode {
  const { t } = useTranslation('shell')
  const state = useAppState().data
  const [setting, setSetting] = useSetting('sampleStrip')
  if (state === undefined || !state.sampleOnly || state.sampleStoryId === null || setting === 'dismissed')
    return null
  return (
    <div className={classes.strip} role="note">
      <span>{t('sampleStrip')}</span>
      <ActionIcon size={24} aria-label={t('hideSampleStrip')} onClick={() => setSetting('dismissed')}>
        <Icon name="close" size={16} />
      </ActionIcon>
    </div>
  )
}

/** Scores of an older lexicon or analysis are being redone: figures may still move. */
function StaleNote(): ReactNode {
  const { t } = useTranslation('shell')
  const stale = useAppState().data?.staleArticles ?? 0
  if (stale === 0) return null
  return (
    <div className={classes.strip} role="status">
      {t('stale', { count: stale })}
    </div>
  )
}

function useMenuCommands(focusSearch: () => void): void {
  const platform = usePlatform()
  const { pickAndImport } = useImports()
  const navigate = useNavigate()
  useEffect(
    () =>
      platform.onCommand((command) => {
        switch (command) {
          case 'search':
            return focusSearch()
          case 'paste-text':
            return void navigate('/library?paste=1')
          case 'import-files':
          case 'import-folder':
            void pickAndImport(command === 'import-files' ? 'files' : 'folder').then((started) => {
              if (started) void navigate('/library')
            })
        }
      }),
    [platform, pickAndImport, navigate, focusSearch],
  )
}

/** The window's title names the screen: for the task bar, the history and screen readers. */
function useScreenTitle(): void {
  const { t } = useTranslation(['shell', 'common'])
  const { pathname } = useLocation()
  useEffect(() => {
    const screens = ['library', 'compare', 'read', 'concordance', 'discover', 'lexicons', 'notebook'] as const
    const screen = screens.find((one) => pathname.split('/')[1] === one)
    document.title = [...(screen === undefined ? [] : [t(`shell:${screen}`)]), t('common:appName')].join(
      ' · ',
    )
  }, [pathname, t])
}
