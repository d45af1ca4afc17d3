import { Button, NativeSelect, SegmentedControl, Select, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import { CONCORDANCE_SORTS, WORD_MATCHES } from '#shared/domain/concordance.ts'
import type { LexiconSummary, Story } from '#shared/domain/library.ts'
import { VOICE_FILTERS } from '#shared/domain/voice.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { Icon } from '../../ui/icons.tsx'
import segmented from '../../ui/segments.module.css'
import type { AddressChange } from '../library/library-address.ts'
import classes from './concordance.module.css'
import { type ConcordanceView, KINDS, SECTION_CHOICES } from './concordance-address.ts'

export type Concept = LexiconSummary['concepts'][number]

interface HeadProps {
  readonly view: ConcordanceView
  readonly filter: ArticleFilter
  readonly stories: readonly Story[]
  readonly concepts: readonly Concept[]
  readonly onChange: (change: AddressChange) => void
}

/** What to find, in which articles, in which order. */
export function ConcordanceHead({ view, filter, stories, concepts, onChange }: HeadProps): ReactNode {
  const { t } = useTranslation('concordance')
  return (
    <div className={classes.controls}>
      <SegmentedControl
        classNames={{ root: segmented.segments, indicator: segmented.indicator }}
        withItemsBorders
        aria-label={t('kind')}
        value={view.kind}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) => onChange({ kind, outlet: null })}
      />
      {view.kind === 'words' ? (
        <WordFields view={view} onChange={onChange} />
      ) : (
        <>
          <MentionFields view={view} filter={filter} concepts={concepts} onChange={onChange} />
          <span className={classes.break} />
        </>
      )}
      <NativeSelect
        classNames={{ root: classes.story, label: classes.label }}
        label={t('articles')}
        value={filter.storyId == null ? 'all' : String(filter.storyId)}
        data={[
          { value: 'all', label: t('allArticles') },
          ...stories.map(({ id, title }) => ({ value: String(id), label: title })),
        ]}
        onChange={(event) => onChange({ story: event.currentTarget.value, outlet: null })}
      />
      <NativeSelect
        classNames={{ root: classes.sort, label: classes.label }}
        label={t('sort')}
        value={view.sort}
        data={CONCORDANCE_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        onChange={(event) =>
          onChange({ sort: event.currentTarget.value === 'right1' ? null : event.currentTarget.value })
        }
      />
    </div>
  )
}

function WordFields({ view, onChange }: Pick<HeadProps, 'view' | 'onChange'>): ReactNode {
  const { t } = useTranslation('concordance')
  const [typed, setTyped] = useState(view.text)
  // Back and forward change the address: the field follows.
  useEffect(() => setTyped(view.text), [view.text])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChange({ q: typed.trim() || null, kind: null, concept: null, outlet: null })
  }
  return (
    <form className={classes.words} onSubmit={submit}>
      <TextInput
        classNames={{ root: classes.text, label: classes.label }}
        label={t('text')}
        value={typed}
        maxLength={300}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <NativeSelect
        classNames={{ root: classes.match, label: classes.label }}
        label={t('match')}
        value={view.match}
        data={WORD_MATCHES.map((value) => ({ value, label: t(`matches.${value}`) }))}
        onChange={(event) =>
          onChange({
            match: event.currentTarget.value === 'form' ? null : event.currentTarget.value,
            q: typed.trim() || null,
            outlet: null,
          })
        }
      />
      <Button type="submit" variant="filled" leftSection={<Icon name="search" size={16} />}>
        {t('find')}
      </Button>
    </form>
  )
}

function MentionFields({
  view,
  filter,
  concepts,
  onChange,
}: Pick<HeadProps, 'view' | 'filter' | 'concepts' | 'onChange'>): ReactNode {
  const { t } = useTranslation(['concordance', 'compare'])
  const language = useUiLanguage()
  const concept = concepts.find(({ id }) => id === view.concept)
  const { outlets: _, ...articles } = filter
  const speakers = useEngineQuery(
    'concordance.speakers',
    {
      filter: articles,
      ...(view.concept === null ? {} : { concept: view.concept }),
      ...(view.concept === null || view.frame === null ? {} : { frame: view.frame }),
    },
    { placeholderData: (before) => before },
  ).data
  const known = speakers?.some(({ speaker }) => speaker === view.speaker) ?? false
  const names = (speakers ?? []).map(({ speaker, mentions }) => ({
    value: speaker,
    label: `${speaker} (${new Intl.NumberFormat(language).format(mentions)})`,
  }))
  if (view.speaker !== null && !known) names.unshift({ value: view.speaker, label: view.speaker })
  return (
    <>
      <NativeSelect
        classNames={{ root: classes.concept, label: classes.label }}
        label={t('concordance:concept')}
        value={concept?.id ?? ''}
        data={[
          { value: '', label: t('concordance:anyConcept') },
          ...concepts.map(({ id, label }) => ({ value: id, label: label[language] })),
        ]}
        onChange={(event) =>
          onChange({
            kind: 'mentions',
            concept: event.currentTarget.value || null,
            frame: null,
            outlet: null,
          })
        }
      />
      <NativeSelect
        classNames={{ root: classes.frame, label: classes.label }}
        label={t('concordance:frame')}
        disabled={concept === undefined}
        value={view.frame ?? ''}
        data={[
          { value: '', label: t('concordance:anyFrame') },
          ...(concept?.frames ?? []).map(({ id, label }) => ({ value: id, label: label[language] })),
        ]}
        onChange={(event) => onChange({ frame: event.currentTarget.value || null, outlet: null })}
      />
      <NativeSelect
        classNames={{ root: classes.voice, label: classes.label }}
        label={t('compare:whoseWords')}
        value={view.voice}
        data={VOICE_FILTERS.map((value) => ({ value, label: t(`compare:choice.${value}`) }))}
        onChange={(event) =>
          onChange({ voice: event.currentTarget.value === 'all' ? null : event.currentTarget.value })
        }
      />
      <NativeSelect
        classNames={{ root: classes.voice, label: classes.label }}
        label={t('concordance:section')}
        value={view.section ?? ''}
        data={[
          { value: '', label: t('concordance:sections.any') },
          ...SECTION_CHOICES.map((value) => ({ value, label: t(`concordance:sections.${value}`) })),
        ]}
        onChange={(event) => onChange({ section: event.currentTarget.value || null })}
      />
      <Select
        classNames={{ root: classes.speaker, label: classes.label }}
        label={t('concordance:speaker')}
        placeholder={t('concordance:anyone')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('concordance:clearSpeaker') }}
        limit={100}
        nothingFoundMessage={t('concordance:noSpeaker')}
        value={view.speaker}
        data={names}
        onChange={(speaker) => onChange({ speaker, outlet: null })}
      />
    </>
  )
}
