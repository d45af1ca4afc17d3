import { Menu, NativeSelect, SegmentedControl, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { LexiconSummary } from '#shared/domain/library.ts'
import { VOICES } from '#shared/domain/voice.ts'
import { VoiceBar } from '../../charts/chart-marks.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { Icon } from '../../ui/icons.tsx'
import segmented from '../../ui/segments.module.css'
import type { AddressChange } from '../library/library-address.ts'
import { VoiceGlyph } from '../read/voice-glyph.tsx'
import classes from './compare.module.css'
import {
  type CompareView,
  isSingleVoice,
  orderParam,
  panelChange,
  type RowOrder,
  SHOWS,
} from './compare-address.ts'

interface HeadProps {
  readonly view: CompareView
  readonly lexicon: LexiconSummary
  readonly lexicons: readonly LexiconSummary[]
  readonly concepts: readonly ConceptFigure[]
  /** How many corrections the story has: without any there is nothing to switch. */
  readonly corrections: number
  readonly onChange: (change: AddressChange) => void
  readonly onOrder: (order: RowOrder) => void
}

/** The title and the switches: which lexicon, whose words, what is shown, how rows are sorted. */
export function CompareHead(props: HeadProps): ReactNode {
  const { view, lexicon, lexicons, concepts, corrections, onChange, onOrder } = props
  const { t } = useTranslation(['compare', 'correct'])
  const language = useUiLanguage()
  const single = isSingleVoice(view.voice) && view.voice !== 'narration'
  return (
    <div className={classes.head}>
      <h1>{t('title')}</h1>
      <NativeSelect
        classNames={{ root: classes.lexicon, label: classes.inlineLabel }}
        label={t('lexicon')}
        value={lexicon.id}
        data={lexicons.map(({ id, label, version }) => ({
          value: id,
          label: `${label[language]} ${version}`,
        }))}
        onChange={(event) =>
          onChange({ lexicon: event.currentTarget.value, sort: null, ...panelChange(null) })
        }
      />
      <span className={classes.break} />
      <fieldset className={classes.control}>
        <legend>{t('whoseWords')}</legend>
        <SegmentedControl
          classNames={{ root: segmented.segments, indicator: segmented.indicator }}
          withItemsBorders
          aria-label={t('whoseWords')}
          value={single ? '' : view.voice}
          data={(['narration', 'all', 'split'] as const).map((value) => ({
            value,
            label: t(`choice.${value}`),
          }))}
          onChange={(voice) => onChange({ voice: voice === 'narration' ? null : voice })}
        />
        <Menu position="bottom-start">
          <Menu.Target>
            <UnstyledButton className={classes.menuButton} data-active={single || undefined}>
              {single ? t(`choice.${view.voice}`) : t('oneVoice')}
              <Icon name="down" size={14} />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {VOICES.map((voice) => (
              <Menu.Item
                key={voice}
                leftSection={<VoiceGlyph voice={voice} />}
                rightSection={view.voice === voice ? <Icon name="check" size={16} /> : null}
                onClick={() => onChange({ voice: voice === 'narration' ? null : voice })}
              >
                {t(`choice.${voice}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </fieldset>
      <fieldset className={classes.control}>
        <legend>{t('show')}</legend>
        <SegmentedControl
          classNames={{ root: segmented.segments, indicator: segmented.indicator }}
          withItemsBorders
          aria-label={t('show')}
          value={view.show}
          data={SHOWS.map((value) => ({ value, label: t(`shows.${value}`) }))}
          onChange={(show) => onChange({ show: show === 'share' ? null : show })}
        />
      </fieldset>
      {corrections === 0 ? null : (
        <fieldset className={classes.control}>
          <legend>{t('correct:compareLabel')}</legend>
          <SegmentedControl
            classNames={{ root: segmented.segments, indicator: segmented.indicator }}
            withItemsBorders
            aria-label={t('correct:compareLabel')}
            value={view.asFound ? 'found' : 'counted'}
            data={[
              { value: 'counted', label: t('correct:counted') },
              { value: 'found', label: t('correct:asFound') },
            ]}
            onChange={(wished) => onChange({ corrections: wished === 'found' ? 'found' : null })}
          />
        </fieldset>
      )}
      {concepts.length === 0 ? null : (
        <NativeSelect
          classNames={{ root: classes.rows, label: classes.inlineLabel }}
          label={t('sort')}
          value={orderParam(view.order) ?? ''}
          onChange={(event) => {
            const [concept, frame] = event.currentTarget.value.split('/')
            onOrder(concept && frame ? { concept, frame } : 'name')
          }}
        >
          <option value="">{t('sortName')}</option>
          {concepts.map(({ concept, label, frames }) => (
            <optgroup key={concept} label={label[language]}>
              {frames.map((frame) => (
                <option key={frame.id} value={`${concept}/${frame.id}`}>
                  {t('sortBy', { frame: frame.label[language] })}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
      )}
      {view.voice === 'split' ? <VoiceLegend /> : null}
    </div>
  )
}

function VoiceLegend(): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <ul className={classes.legend} aria-label={t('voiceForms')}>
      {VOICES.map((voice) => (
        <li key={voice}>
          <svg width={30} height={14} aria-hidden="true">
            <defs>
              <pattern
                id="legend-hatch"
                width={5}
                height={5}
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line x1={0} x2={0} y1={0} y2={5} stroke="var(--ink-2)" strokeWidth={2.4} />
              </pattern>
            </defs>
            <VoiceBar voice={voice} x={0} y={0} width={30} ink="var(--ink-2)" pattern="url(#legend-hatch)" />
          </svg>
          {t(`voice.${voice}`)}
        </li>
      ))}
    </ul>
  )
}
