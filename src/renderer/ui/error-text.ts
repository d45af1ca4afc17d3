import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ParallaxError } from '#shared/contract/errors.ts'

/** Says what went wrong, in the reader's language as far as the error's code allows. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('common')
  return useCallback(
    (error: unknown) =>
      error instanceof ParallaxError
        ? t(`error.${error.code}`, { message: error.message })
        : t('failed', { message: error instanceof Error ? error.message : String(error) }),
    [t],
  )
}
