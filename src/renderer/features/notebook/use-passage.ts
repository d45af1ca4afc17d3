import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleView } from '#shared/domain/library.ts'
import type { PassagePin } from '#shared/domain/notebook.ts'
import type { Span } from '#shared/domain/span.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { formatDayShort } from '../../ui/dates.ts'
import { passageOf, voiceOf } from './passage.ts'

/** Makes the pin of a passage, in words of the interface. */
export function usePassage(): (article: ArticleView, span: Span) => PassagePin {
  const { t } = useTranslation(['notebook', 'common', 'compare'])
  const language = useUiLanguage()
  const stories = useEngineQuery('stories.list', {}).data
  return useCallback(
    (article, span) => {
      const story = stories?.find(({ id }) => id === article.storyId)
      return passageOf(article, span, {
        outlet: article.outlet ?? t('common:noOutlet'),
        published:
          article.published === null ? t('common:noDate') : formatDayShort(article.published, language),
        voice: capital(t(`compare:voice.${voiceOf(article, span).voice}`), language),
        language,
        settings: [
          ...(story === undefined ? [] : [{ label: t('notebook:setting.story'), value: story.title }]),
          {
            label: t('notebook:setting.analysis'),
            value: t('notebook:setting.version', { version: article.analysisVersion }),
          },
        ],
      })
    },
    [t, language, stories],
  )
}

const capital = (words: string, language: string): string =>
  words.charAt(0).toLocaleUpperCase(language) + words.slice(1)
