import { SegmentedControl, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { languageName } from '../../ui/dates.ts'
import segmented from '../../ui/segments.module.css'
import { AddConcept } from './add-entry.tsx'
import { ConceptSection } from './concept-section.tsx'
import { packLanguages, withLanguage } from './draft.ts'
import classes from './lexicons.module.css'
import type { Editing } from './pack-parts.tsx'

const ALWAYS = ['en', 'ru', 'de']

/** Concepts, frames and terms of a pack, in one language at a time. Which concept is open stands in the address. */
export function PackBody({ editing }: { readonly editing: Editing }): ReactNode {
  const { t } = useTranslation('lexicons')
  const ui = useUiLanguage()
  const [params, setParams] = useSearchParams()
  const { lexicon, readOnly, edit } = editing
  const languages = packLanguages(lexicon)
  const asked = params.get('lang')
  const language =
    languages.find((one) => one === asked) ?? languages.find((one) => one === ui) ?? languages[0] ?? ui
  const put = (key: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === null) next.delete(key)
        else next.set(key, value)
        return next
      },
      { replace: true },
    )
  const open = params.get('concept') ?? (lexicon.concepts.length === 1 ? lexicon.concepts[0]!.id : null)

  return (
    <div className={classes.body}>
      <div className={classes.bodyHead}>
        <h2>{t('concepts')}</h2>
        {languages.length < 2 ? null : (
          <SegmentedControl
            size="xs"
            classNames={{ root: segmented.segments, indicator: segmented.indicator }}
            withItemsBorders
            aria-label={t('languageOfTerms')}
            value={language}
            data={languages.map((value) => ({ value, label: languageName(value, ui) }))}
            onChange={(value) => put('lang', value)}
          />
        )}
        {readOnly || lexicon.concepts.length === 0 ? null : (
          <AddLanguage
            present={languages}
            onAdd={(code) => {
              edit((one) => withLanguage(one, code))
              put('lang', code)
            }}
          />
        )}
      </div>
      {lexicon.concepts.map((concept, index) => (
        <ConceptSection
          key={concept.id}
          editing={editing}
          concept={concept}
          index={index}
          language={language}
          open={open === concept.id}
          onToggle={(now) => put('concept', now ? concept.id : 'none')}
        />
      ))}
      {readOnly ? null : (
        <AddConcept editing={editing} language={language} onAdded={(id) => put('concept', id)} />
      )}
    </div>
  )
}

function AddLanguage({
  present,
  onAdd,
}: {
  readonly present: readonly string[]
  readonly onAdd: (code: string) => void
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const ui = useUiLanguage()
  const [search, setSearch] = useState('')
  const inLibrary = useEngineQuery('articles.facets', { filter: {} }).data?.languages ?? []
  const offered = [
    ...new Set([...ALWAYS, ...inLibrary.flatMap(({ value }) => (value === null ? [] : [value]))]),
  ].filter((code) => !present.includes(code))
  if (offered.length === 0) return null
  return (
    <Select
      size="xs"
      className={classes.addLanguage}
      aria-label={t('addLanguage')}
      placeholder={t('addLanguage')}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      value={null}
      data={offered.map((value) => ({ value, label: languageName(value, ui) }))}
      onChange={(code) => {
        if (code !== null) onAdd(code)
        setSearch('')
      }}
    />
  )
}
