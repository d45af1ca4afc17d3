import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { VOICE_FILTERS, type VoiceFilter } from '#shared/domain/voice.ts'
import { changeParams } from '../library/library-address.ts'
import { oneOf } from './compare-address.ts'
import { Choice } from './story-view.tsx'

/** Whose words the address asks for: the outlets' own, unless it says otherwise. */
export function useVoice(): VoiceFilter {
  const [params] = useSearchParams()
  return oneOf(VOICE_FILTERS, params.get('voice')) ?? 'narration'
}

/** Chooses whose words count. */
export function VoiceChoice({ voice }: { readonly voice: VoiceFilter }): ReactNode {
  const { t } = useTranslation('compare')
  const [, setParams] = useSearchParams()
  return (
    <Choice
      label={t('whoseWords')}
      value={voice}
      options={VOICE_FILTERS.map((value) => ({ value, label: t(`choice.${value}`) }))}
      onChoose={(wished) =>
        setParams((before) => changeParams(before, { voice: wished === 'narration' ? null : wished }), {
          replace: true,
        })
      }
    />
  )
}
