import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { LanguageCandidates } from '#shared/domain/discovery.ts'
import type { Story } from '#shared/domain/library.ts'
import { useEngine, usePlatform } from '../../platform/engine.tsx'
import { useAppState } from '../../platform/settings.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { languageName } from '../../ui/dates.ts'
import { changeParams } from '../library/library-address.ts'
import { PinButton } from '../notebook/pin-button.tsx'
import { candidatesCsv } from './candidates-csv.ts'
import classes from './discover.module.css'
import { type Concept, Reasons } from './reasons.tsx'

/** So many words stand on a page; as many as the engine gives are in the data beside it. */
const SHOWN = 30
const SAVED = 500

/** What can be done with the whole list: save it as CSV, or pin it to a notebook page. */
export function KeepList({
  here,
  story,
  filter,
  concept,
  concepts,
  withHidden,
  onProblem,
}: {
  readonly here: LanguageCandidates
  readonly story: Story | null
  readonly filter: ArticleFilter
  readonly concept: string | null
  readonly concepts: ReadonlyMap<string, Concept>
  readonly withHidden: boolean
  readonly onProblem: (error: unknown) => void
}): ReactNode {
  const { t } = useTranslation(['discover', 'notebook', 'common'])
  const language = useUiLanguage()
  const client = useEngine()
  const platform = usePlatform()
  const [params] = useSearchParams()
  const analysisVersion = useAppState().data?.analysisVersion ?? ''
  const csv = async (): Promise<string> => {
    const { languages } = await client['discover.candidates']({
      filter,
      ...(concept === null ? {} : { concept }),
      withHidden,
      limit: SAVED,
    })
    return candidatesCsv(languages.find((one) => one.language === here.language) ?? here)
  }
  const save = () => {
    csv().then(
      (text) => platform.saveFile('parallax-discover.csv', 'text/csv;charset=utf-8', text),
      onProblem,
    )
  }
  const shown = here.candidates.slice(0, SHOWN)
  // The language and the story that are looked at may be others tomorrow.
  const address = changeParams(params, { lang: here.language, add: null, card: null })
  const table = (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('discover:keep.word')}</th>
          {(['times', 'articles', 'outlets'] as const).map((column) => (
            <th key={column} scope="col" style={{ textAlign: 'right' }}>
              {t(`discover:keep.${column}`)}
            </th>
          ))}
          <th scope="col">{t('discover:keep.why')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => (
          <tr key={one.key}>
            <th scope="row">{one.text}</th>
            {[one.count, one.articles, one.outlets.filter(({ count }) => count > 0).length].map(
              (value, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns do not change their order.
                <td key={column}>{new Intl.NumberFormat(language).format(value)}</td>
              ),
            )}
            <td>
              <Reasons candidate={one} concepts={concepts} concept={concept} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  return (
    <div className={classes.keep}>
      <Button variant="subtle" onClick={save}>
        {t('discover:keep.saveCsv')}
      </Button>
      <PinButton
        target={<Button variant="subtle">{t('notebook:pin.button')}</Button>}
        subject={{
          key: 'parallax-discover',
          title: t('discover:title'),
          sentence: [
            `${t('discover:total', { count: here.total })}.`,
            t('discover:readAll', {
              articles: t('common:articles', { count: here.articlesRead }),
              words: t('common:words', { count: here.wordsRead }),
              outlets: t('common:outlets', { count: here.outlets }),
            }),
            ...(here.total > shown.length ? [t('discover:keep.first', { count: shown.length })] : []),
          ].join(' '),
          notes: [t('discover:method')],
          drawing: null,
          table,
          csv,
          settings: [
            {
              label: story === null ? t('notebook:setting.articles') : t('notebook:setting.story'),
              value: story?.title ?? t('notebook:setting.allArticles'),
            },
            {
              label: t('discover:concept'),
              value:
                concept === null
                  ? t('discover:anyConcept')
                  : (concepts.get(concept)?.label[language] ?? concept),
            },
            { label: t('discover:language'), value: languageName(here.language, language) },
            {
              label: t('notebook:setting.analysis'),
              value: t('notebook:setting.version', { version: analysisVersion }),
            },
          ],
          address: `/discover${story === null ? '' : `/${story.id}`}?${address}`,
          filter,
          storyId: story?.id ?? null,
        }}
      />
    </div>
  )
}
