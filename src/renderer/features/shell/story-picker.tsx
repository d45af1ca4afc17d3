import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch, useNavigate, useSearchParams } from 'react-router'
import type { Story } from '#shared/domain/library.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { CutInMiddle } from '../../ui/cut-in-middle.tsx'
import { formatDayRange } from '../../ui/dates.ts'
import { Icon } from '../../ui/icons.tsx'
import { useCurrentStory, useStoryOfAddress } from './current-story.ts'
import classes from './shell.module.css'

/** From this many stories on, the list can be searched. */
const SEARCH_FROM = 8

/**
 * The story being looked at, and a list to choose another. In the Library and the concordance it narrows the list; elsewhere
 * it opens Compare, or Discover from there.
 */
export function StoryPicker(): ReactNode {
  const { t } = useTranslation(['shell', 'common'])
  const stories = useEngineQuery('stories.list', {}).data ?? []
  const current = useCurrentStory()
  const here = useStoryOfAddress()
  const inLibrary = useMatch('/library') !== null
  const inConcordance = useMatch('/concordance') !== null
  const inDiscover = useMatch('/discover/:storyId?') !== null
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const [wanted, setWanted] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setWanted('')
    },
    onDropdownOpen: () => combobox.selectActiveOption(),
  })
  // In the library no filter means all articles, whatever was looked at before.
  const all = inLibrary ? here === null : inConcordance && params.get('story') === 'all'
  const offersAll = inLibrary || inConcordance
  const shown = all ? null : current
  const searchable = stories.length >= SEARCH_FROM
  const found = stories.filter(({ title }) =>
    title.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  )

  const choose = (value: string) => {
    combobox.closeDropdown()
    if (inConcordance) {
      const next = new URLSearchParams(params)
      next.set('story', value)
      next.delete('outlet')
      void navigate(`/concordance?${next}`)
    } else if (inDiscover) void navigate(`/discover/${value}`)
    else if (value === 'all') void navigate('/library')
    else void navigate(inLibrary ? `/library?story=${value}` : `/compare/${value}`)
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} width={420} position="bottom-start">
      <Combobox.Target targetType="button">
        <InputBase
          component="button"
          type="button"
          pointer
          className={classes.story}
          classNames={{ input: classes.storyInput }}
          rightSection={<Icon name="down" size={16} />}
          rightSectionPointerEvents="none"
          disabled={stories.length === 0}
          onClick={() => combobox.toggleDropdown()}
        >
          <span className="visually-hidden">{t('shell:story')}: </span>
          {shown === null ? (
            <b>
              {t(
                stories.length === 0
                  ? 'shell:noStories'
                  : offersAll
                    ? 'shell:allArticles'
                    : 'shell:chooseStory',
              )}
            </b>
          ) : (
            <>
              <b>
                <CutInMiddle text={shown.title} most={38} />
              </b>{' '}
              <span className={classes.storyFacts}>
                <StoryFacts story={shown} />
              </span>
            </>
          )}
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown>
        {searchable ? (
          <Combobox.Search
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
            aria-label={t('shell:chooseStory')}
          />
        ) : null}
        <Combobox.Options mah={360} style={{ overflowY: 'auto' }} aria-label={t('shell:story')}>
          {offersAll ? (
            <Combobox.Option value="all" active={shown === null}>
              {t('shell:allArticles')}
            </Combobox.Option>
          ) : null}
          {found.map((story) => (
            <Combobox.Option
              key={story.id}
              value={String(story.id)}
              active={story.id === shown?.id}
              className={classes.storyOption}
            >
              <b>{story.title}</b>
              <span className="quiet">
                <StoryFacts story={story} />
                {story.sample ? ` · ${t('shell:sampleStory')}` : ''}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** "5 outlets · 38 articles · 2–9 March 2022" */
function StoryFacts({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation('common')
  const language = useUiLanguage()
  const parts = [
    t('outlets', { count: story.outlets }),
    t('articles', { count: story.articles }),
    formatDayRange(story.firstPublished, story.lastPublished, language),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
