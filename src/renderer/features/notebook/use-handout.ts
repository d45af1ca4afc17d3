import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotebookView } from '#shared/domain/notebook.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import type { HandoutPage, HandoutWords } from './export/page.ts'
import { currentWords } from './own-words.tsx'

/** The page as it is exported, with words that are still being typed, and what the handout itself says. */
export function useHandout(): (page: NotebookView) => {
  readonly page: HandoutPage
  readonly words: HandoutWords
} {
  const { t } = useTranslation('notebook')
  const language = useUiLanguage()
  return useCallback(
    (page) => {
      const day = (date: Date) =>
        new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
        })
          .format(date)
          .replace(/\sг\.$/u, '')
      return {
        page: {
          title: page.title,
          content: page.content.map((entry) => ({ ...entry, words: currentWords(entry) })),
        },
        words: {
          language,
          made: t('handout.made', { day: day(new Date()) }),
          figure: (n) => t('handout.figure', { n }),
          passage: (n) => t('handout.passage', { n }),
          formula: t('handout.formula'),
          taken: (iso) => t('handout.taken', { day: day(new Date(iso)) }),
          address: t('handout.address'),
          moreRows: (count) => t('handout.moreRows', { count }),
          data: t('handout.data'),
          figuresData: t('handout.figuresData'),
        },
      }
    },
    [t, language],
  )
}
