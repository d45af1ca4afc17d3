import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Show, VoiceChoice } from './compare-address.ts'

/** How what is drawn is computed, with source and limits. */
export function CardFormula({
  show,
  voice,
  lexicons,
  corrections,
}: {
  readonly show: Show
  readonly voice: VoiceChoice
  readonly lexicons: string
  /** Whether readers' corrections count, where there are any. */
  readonly corrections: string | null
}): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <>
      <code>{t(`formulas.${show}`)}</code>
      <p>{t(`formulas.${show}Text`)}</p>
      {show === 'share' && voice !== 'split' ? (
        <>
          <code>{t('formulas.wilson')}</code>
          <code>{t('formulas.wilsonHalf')}</code>
          <p>{t('formulas.wilsonText')}</p>
        </>
      ) : null}
      {voice === 'split' ? <p>{t('formulas.split')}</p> : null}
      <p>{t('formulas.lexicon', { lexicons })}</p>
      {corrections === null ? null : <p>{corrections}</p>}
    </>
  )
}
