import { Menu, Tooltip, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useMatch } from 'react-router'
import { useAppState, useSetting } from '../../platform/settings.ts'
import { UI_LANGUAGE_NAMES, UI_LANGUAGES } from '../../strings/i18n.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { THEMES, type Theme } from '../../use-colour-scheme.ts'
import { useCurrentStory } from './current-story.ts'
import { useReadTarget } from './read-target.ts'
import classes from './shell.module.css'

const THEME_ICONS: Readonly<Record<Theme, IconName>> = { system: 'screen', light: 'sun', dark: 'moon' }

/** The screens; under 1,100 px icons only, with their names as tooltips. Below: language and appearance. */
export function SideBar(): ReactNode {
  const { t, i18n } = useTranslation('shell')
  const language = useUiLanguage()
  const state = useAppState().data
  const story = useCurrentStory()
  const inLibrary = useMatch('/library') !== null
  const inConcordance = useMatch('/concordance') !== null
  const readTarget = useReadTarget(story?.id ?? null)
  const [openPage] = useSetting('notebook')
  const [, setLanguage] = useSetting('language')
  const [wished, setTheme] = useSetting('theme')
  const theme = THEMES.find((one) => one === wished) ?? 'system'
  const themeNames: Readonly<Record<Theme, string>> = {
    system: t('themeSystem'),
    light: t('themeLight'),
    dark: t('themeDark'),
  }

  return (
    <nav className={classes.side} aria-label={t('screens')}>
      <Entry
        to={inLibrary || story === null ? '/library' : `/library?story=${story.id}`}
        icon="library"
        label={t('library')}
        count={state?.articles}
      />
      <Entry to={story === null ? '/compare' : `/compare/${story.id}`} icon="compare" label={t('compare')} />
      {readTarget === null ? null : <Entry to={`/read/${readTarget}`} icon="read" label={t('read')} />}
      <Entry
        to={inConcordance || story === null ? '/concordance' : `/concordance?story=${story.id}`}
        icon="concordance"
        label={t('concordance')}
      />
      <Entry
        to={story === null ? '/discover' : `/discover/${story.id}`}
        icon="discover"
        label={t('discover')}
      />
      <Entry to="/lexicons" icon="lexicon" label={t('lexicons')} />
      <Entry
        to={openPage === undefined ? '/notebook' : `/notebook/${openPage}`}
        icon="notebook"
        label={t('notebook')}
      />
      <div className={classes.foot}>
        <p className={classes.local}>{t('stayLocal')}</p>
        <div className={classes.switches}>
          <fieldset className={classes.languages}>
            <legend className="visually-hidden">{t('language')}</legend>
            {UI_LANGUAGES.map((one) => (
              <UnstyledButton
                key={one}
                lang={one}
                className={classes.switch}
                aria-pressed={one === language}
                aria-label={`${one.toUpperCase()}, ${UI_LANGUAGE_NAMES[one]}`}
                onClick={() => {
                  setLanguage(one)
                  void i18n.changeLanguage(one)
                }}
              >
                {one.toUpperCase()}
              </UnstyledButton>
            ))}
          </fieldset>
          <Menu position="top-start">
            <Menu.Target>
              <UnstyledButton
                className={classes.switch}
                aria-label={`${t('theme')}: ${themeNames[theme]}`}
                title={t('theme')}
              >
                <Icon name={THEME_ICONS[theme]} size={16} />
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('theme')}</Menu.Label>
              {THEMES.map((one) => (
                <Menu.Item
                  key={one}
                  role="menuitemradio"
                  aria-checked={one === theme}
                  leftSection={<Icon name={THEME_ICONS[one]} size={16} />}
                  rightSection={one === theme ? <Icon name="check" size={16} /> : null}
                  onClick={() => setTheme(one)}
                >
                  {themeNames[one]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
    </nav>
  )
}

function Entry({
  to,
  icon,
  label,
  count,
}: {
  readonly to: string
  readonly icon: IconName
  readonly label: string
  readonly count?: number | undefined
}): ReactNode {
  const language = useUiLanguage()
  const { pathname } = useLocation()
  // The entry leads to one story, article or page; it stands for its screen at every address of it.
  const screen = to.split(/[/?]/)[1]
  const here = pathname.split('/')[1] === screen
  return (
    <Tooltip label={label} position="right" classNames={{ tooltip: classes.entryTip }}>
      <Link to={to} className={classes.entry} aria-current={here ? 'page' : undefined}>
        <Icon name={icon} />
        <span className={classes.entryLabel}>{label}</span>
        {count === undefined ? null : (
          <small className={classes.entryCount}>{new Intl.NumberFormat(language).format(count)}</small>
        )}
      </Link>
    </Tooltip>
  )
}
