import { useTranslation } from 'react-i18next'
import { isUiLanguage, type UiLanguage } from './i18n.ts'

/** The interface's language, for Intl and for labels that come in both languages. */
export function useUiLanguage(): UiLanguage {
  const { i18n } = useTranslation()
  return isUiLanguage(i18n.language) ? i18n.language : 'en'
}
