import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import type { CallInput } from '#shared/contract/contract.ts'
import type { Concordance } from '#shared/domain/concordance.ts'
import { useEngine, useEngineQuery } from '../../platform/engine.tsx'
import { useAppState } from '../../platform/settings.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { formatDayRange, formatDayShort } from '../../ui/dates.ts'
import { changeParams } from '../library/library-address.ts'
import { PinButton } from '../notebook/pin-button.tsx'
import type { PinSubject } from '../notebook/pin-subject.ts'
import classes from './concordance.module.css'
import type { ConcordanceView } from './concordance-address.ts'
import type { Concept } from './concordance-head.tsx'
import { linesAsCsv } from './lines-csv.ts'

/** So many lines stand on a page; all of them are in the data beside it, up to the second number. */
const SHOWN = 100
const SAVED = 5000
const KEY = 'parallax-concordance'

/** "Pin to notebook" of the lines found: the first of them as a table, all of them as data. */
export function PinLines({
  view,
  question,
  found,
  concept,
}: {
  readonly view: ConcordanceView
  readonly question: Pick<CallInput<'concordance.search'>, 'filter' | 'find' | 'sort'>
  readonly found: Concordance
  readonly concept: Concept | undefined
}): ReactNode {
  const { t } = useTranslation(['notebook', 'concordance', 'common', 'compare'])
  const language = useUiLanguage()
  const client = useEngine()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const analysisVersion = useAppState().data?.analysisVersion ?? ''
  const stories = useEngineQuery('stories.list', {}).data
  const storyId = question.filter.storyId ?? null
  const story = stories?.find(({ id }) => id === storyId)
  const frame = concept?.frames.find(({ id }) => id === view.frame)
  const what = [
    view.kind === 'words' ? view.text : (concept?.label[language] ?? ''),
    view.kind === 'mentions' ? (frame?.label[language] ?? '') : '',
    view.kind === 'mentions' ? (view.speaker ?? '') : '',
  ].filter((one) => one !== '')
  const lines = found.lines.slice(0, SHOWN)
  const settings: PinSubject['settings'] = [
    {
      label: story === undefined ? t('notebook:setting.articles') : t('notebook:setting.story'),
      value: story?.title ?? t('notebook:setting.allArticles'),
    },
    ...(view.outlets.length === 0
      ? []
      : [
          {
            label: t('compare:outlet'),
            value: view.outlets.map((name) => name ?? t('common:noOutlet')).join(', '),
          },
        ]),
    view.kind === 'words'
      ? {
          label: t('notebook:setting.search'),
          value: `${view.text} (${t(`concordance:matches.${view.match}`)})`,
        }
      : { label: t('notebook:setting.voice'), value: t(`compare:choice.${view.voice}`) },
    ...(view.section === null
      ? []
      : [{ label: t('concordance:section'), value: t(`concordance:sections.${view.section}`) }]),
    ...(view.from === null && view.to === null
      ? []
      : [
          {
            label: t('notebook:lines.date'),
            value: formatDayRange(view.from, view.to, language),
          },
        ]),
    ...(view.asFound
      ? [{ label: t('notebook:setting.corrections'), value: t('notebook:setting.asFound') }]
      : []),
    ...(view.once ? [{ label: t('notebook:setting.repeats'), value: t('notebook:setting.once') }] : []),
    { label: t('notebook:setting.sort'), value: t(`concordance:sorts.${view.sort}`) },
    {
      label: t('notebook:setting.analysis'),
      value: t('notebook:setting.version', { version: analysisVersion }),
    },
  ]
  // The story that is looked at elsewhere may be another one tomorrow.
  const address = changeParams(params, { story: storyId === null ? 'all' : String(storyId), card: null })
  const table = (
    <table>
      <thead>
        <tr>
          {(['outlet', 'date', 'before', 'found', 'after', 'voice'] as const).map((column) => (
            <th key={column} scope="col" style={column === 'before' ? { textAlign: 'right' } : undefined}>
              {t(`notebook:lines.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.articleId} ${line.start} ${line.end} ${line.frame}`}>
            <th scope="row">{line.outlet || t('common:noOutlet')}</th>
            <td>{line.published === null ? t('common:noDate') : formatDayShort(line.published, language)}</td>
            <td>{line.before}</td>
            <td>{line.text}</td>
            <td>{line.after}</td>
            <td>
              {t(`compare:voice.${line.voice}`)}
              {line.speaker === null ? null : <small>{line.speaker}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  return (
    <PinButton
      target={
        <Button variant="subtle" className={classes.pin}>
          {t('notebook:pin.button')}
        </Button>
      }
      subject={{
        key: KEY,
        title:
          what.length === 0
            ? t('notebook:lines.titleAll')
            : t('notebook:lines.title', { what: what.join(', ') }),
        sentence: `${t('notebook:lines.sentence', {
          lines: t('concordance:lines', { count: found.total }),
          articles: t('common:articles', { count: found.articles }),
        })}${found.total > lines.length ? ` ${t('notebook:lines.first', { count: lines.length })}` : ''}`,
        notes: [],
        drawing: null,
        table,
        csv: () => (found.total > SAVED ? null : linesAsCsv(client, question)),
        settings,
        address: `${pathname}?${address}`,
        filter: question.filter,
        storyId,
      }}
    />
  )
}
