import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/index.ts'
import { ru } from './ru/index.ts'

export const UI_LANGUAGES = ['en', 'ru'] as const
export type UiLanguage = (typeof UI_LANGUAGES)[number]

/** Names of the languages, each in itself. */
export const UI_LANGUAGE_NAMES: Readonly<Record<UiLanguage, string>> = { en: 'English', ru: 'Русский' }

export const isUiLanguage = (value: string | undefined): value is UiLanguage =>
  UI_LANGUAGES.some((language) => language === value)

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

/** Starts the catalogues in the language given. Without one: the browser's, when it is ours, else English. */
export function startStrings(language: string | undefined): void {
  const wished = isUiLanguage(language) ? language : navigator.language.slice(0, 2)
  void i18next.use(initReactI18next).init({
    resources: { en, ru },
    lng: isUiLanguage(wished) ? wished : 'en',
    fallbackLng: 'en',
    supportedLngs: UI_LANGUAGES,
    defaultNS: 'common',
    ns: Object.keys(en),
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
}
