import { NumberInput, SegmentedControl, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import segmented from '../../../ui/segments.module.css'
import type { AddressChange } from '../../library/library-address.ts'
import { outletParam } from '../../library/library-address.ts'
import compare from '../compare.module.css'
import { Choice } from '../story-view.tsx'
import classes from '../views.module.css'
import { WORDS_DEFAULTS, type WordsAddress } from './words-address.ts'

interface HeadProps {
  readonly view: WordsAddress
  readonly target: string
  readonly reference: string | null
  readonly outlets: readonly { readonly outlet: string; readonly name: string }[]
  readonly onChange: (change: AddressChange) => void
}

const REST = '\u0000rest'

/** Which outlet, against which, and what is counted. */
export function WordsHead({ view, target, reference, outlets, onChange }: HeadProps): ReactNode {
  const { t } = useTranslation('words')
  const options = outlets.map(({ outlet, name }) => ({ value: outlet, label: name }))
  const param = (outlet: string) => outletParam(outlet === '' ? null : outlet)
  return (
    <>
      <Choice
        label={t('outlet')}
        value={target}
        options={options}
        onChoose={(outlet) =>
          onChange({ target: param(outlet), word: null, ...(outlet === reference ? { against: null } : {}) })
        }
      />
      <Choice
        label={t('against')}
        value={reference ?? REST}
        options={[{ value: REST, label: t('rest') }, ...options.filter(({ value }) => value !== target)]}
        onChoose={(outlet) => onChange({ against: outlet === REST ? null : param(outlet), word: null })}
      />
      <Segments
        label={t('voices')}
        value={view.voices}
        data={(['all', 'narration'] as const).map((value) => ({ value, label: t(`voice.${value}`) }))}
        onChoose={(voices) => onChange({ voices: voices === 'all' ? null : voices, word: null })}
      />
      <Segments
        label={t('unit')}
        value={view.unit}
        data={(['form', 'lemma'] as const).map((value) => ({ value, label: t(`units.${value}`) }))}
        onChoose={(unit) => onChange({ unit: unit === 'form' ? null : unit, word: null })}
      />
      <Segments
        label={t('length')}
        value={`n${view.ngrams}` as const}
        data={(['n1', 'n2', 'n3'] as const).map((value) => ({ value, label: t(`lengths.${value}`) }))}
        onChoose={(n) => onChange({ n: n === 'n1' ? null : n.slice(1), word: null })}
      />
      <Minimum
        label={t('minCount')}
        unit={t('minCountUnit')}
        value={view.minCount}
        otherwise={WORDS_DEFAULTS.minCount}
        onChange={(count) => onChange({ count })}
      />
      <Minimum
        label={t('minArticles')}
        unit={t('minArticlesUnit')}
        value={view.minArticles}
        otherwise={WORDS_DEFAULTS.minArticles}
        onChange={(articles) => onChange({ articles })}
      />
      <Switch
        label={t('absent')}
        checked={view.absent}
        onChange={(event) => onChange({ avoided: event.currentTarget.checked ? '1' : null })}
      />
    </>
  )
}

/** One choice of a few, side by side, with its label before it. */
export function Segments<Value extends string>({
  label,
  value,
  data,
  onChoose,
}: {
  readonly label: string
  readonly value: Value
  readonly data: readonly { readonly value: Value; readonly label: string }[]
  readonly onChoose: (value: Value) => void
}): ReactNode {
  return (
    <fieldset className={compare.control}>
      <legend>{label}</legend>
      <SegmentedControl
        classNames={{ root: segmented.segments, indicator: segmented.indicator }}
        withItemsBorders
        aria-label={label}
        value={value}
        data={data.map((one) => ({ ...one }))}
        onChange={(chosen) => onChoose(chosen as Value)}
      />
    </fieldset>
  )
}

/** A least number, with the words around it. */
export function Minimum({
  label,
  unit,
  value,
  otherwise,
  onChange,
}: {
  readonly label: string
  readonly unit: string
  readonly value: number
  readonly otherwise: number
  readonly onChange: (value: string | null) => void
}): ReactNode {
  return (
    <span className={classes.minima}>
      <span>{label}</span>
      <NumberInput
        aria-label={`${label} … ${unit}`}
        value={value}
        min={1}
        max={9999}
        allowDecimal={false}
        allowNegative={false}
        onChange={(wished) => {
          const whole = Number(wished)
          if (Number.isInteger(whole) && whole >= 1) onChange(whole === otherwise ? null : String(whole))
        }}
      />
      <span>{unit}</span>
    </span>
  )
}
