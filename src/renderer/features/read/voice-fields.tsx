import { Autocomplete, Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleView } from '#shared/domain/library.ts'
import type { Person } from '#shared/domain/quotation.ts'
import { VOICES, type Voice } from '#shared/domain/voice.ts'
import classes from './popover.module.css'
import { VoiceGlyph } from './voice-glyph.tsx'

export interface Said {
  readonly voice: Voice
  /** As typed; empty: nobody is named. */
  readonly speaker: string
}

/** Only quoted and reported words have somebody who speaks. */
export const isSpoken = (voice: Voice): boolean => voice === 'direct' || voice === 'indirect'

/** What a form says, as a correction wants it. */
export const asCorrected = ({ voice, speaker }: Said): { voice: Voice; speaker: string | null } => ({
  voice,
  speaker: isSpoken(voice) && speaker.trim() !== '' ? speaker.trim() : null,
})

const KINDS: readonly Person['kind'][] = ['person', 'organisation', 'unnamed']

/** The article's people as suggestions: persons first, each in the order of the text. */
const namesOf = (people: readonly Person[]): string[] => [
  ...new Set(KINDS.flatMap((kind) => people.filter((one) => one.kind === kind)).map(({ name }) => name)),
]

/** Whose words, and who speaks: free text, with the article's people to choose from. */
export function VoiceFields({
  article,
  value,
  onChange,
}: {
  readonly article: ArticleView
  readonly value: Said
  readonly onChange: (value: Said) => void
}): ReactNode {
  const { t } = useTranslation('correct')
  return (
    <>
      <Radio.Group
        label={t('whoseWords')}
        value={value.voice}
        onChange={(voice) =>
          onChange({ ...value, voice: VOICES.find((one) => one === voice) ?? 'narration' })
        }
      >
        <div className={classes.voices}>
          {VOICES.map((voice) => (
            <Radio
              key={voice}
              value={voice}
              size="xs"
              label={
                <span className={classes.withGlyph}>
                  <VoiceGlyph voice={voice} />
                  {t(`voice.${voice}`)}
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
      {isSpoken(value.voice) ? (
        <Autocomplete
          label={t('whoSpeaks')}
          description={t('whoSpeaksHint')}
          data={namesOf(article.people)}
          value={value.speaker}
          maxLength={300}
          maxDropdownHeight={180}
          // In the popover itself: a click on a name outside of it would close it.
          comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
          onChange={(speaker) => onChange({ ...value, speaker })}
        />
      ) : null}
    </>
  )
}
