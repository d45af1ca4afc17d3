import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ParallaxError } from '#shared/contract/errors.ts'
import { useEngine, useEngineQuery, usePlatform } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { formatDayRange, languageName } from '../../ui/dates.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { useImports } from '../import/import-provider.tsx'
import type { AddressChange } from '../library/library-address.ts'
import { useCurrentStory } from '../shell/current-story.ts'
import classes from './concordance.module.css'
import {
  type ConcordanceView,
  filterOf,
  findOf,
  isCounted,
  useConcordanceView,
} from './concordance-address.ts'
import { type Concept, ConcordanceHead } from './concordance-head.tsx'
import { LineList, PAGE } from './line-list.tsx'
import { linesAsCsv } from './lines-csv.ts'
import { OutletList } from './outlet-list.tsx'
import { PinLines } from './pin-lines.tsx'

/** Concordance: every occurrence of words or namings, one below the other with what stands around it. */
export function ConcordanceScreen(): ReactNode {
  const { t } = useTranslation(['concordance', 'common'])
  const client = useEngine()
  const platform = usePlatform()
  const errorText = useErrorText()
  const { view, change } = useConcordanceView()
  const stories = useEngineQuery('stories.list', {}).data
  const current = useCurrentStory()
  const concepts = useConcepts()
  const [problem, setProblem] = useState<unknown>(null)

  // While the person types, the engine reads ahead.
  useEffect(() => {
    client['concordance.warm']({}).catch(() => {})
  }, [client])

  const filter = filterOf(view, current?.id ?? null)
  const find = findOf(view)
  const question = {
    filter,
    find: find ?? { kind: 'mentions' as const, voice: 'all' as const },
    sort: view.sort,
  }
  const answer = useEngineQuery(
    'concordance.search',
    { ...question, offset: 0, limit: PAGE },
    { enabled: find !== null && stories !== undefined, placeholderData: (before) => before, retry: false },
  )
  const found = find === null || answer.isError ? undefined : answer.data
  const concept = view.kind === 'mentions' ? concepts.find(({ id }) => id === view.concept) : undefined

  const save = () => {
    setProblem(null)
    linesAsCsv(client, question)
      .then((csv) => platform.saveFile('parallax-concordance.csv', 'text/csv;charset=utf-8', csv))
      .catch(setProblem)
  }

  return (
    <div className={classes.concordance}>
      <div className={classes.head}>
        <div className={classes.heading}>
          <h1>{t('concordance:title')}</h1>
          <span className="quiet" role="status">
            {found === undefined
              ? ''
              : `${t('concordance:lines', { count: found.total })} · ${t('common:articles', { count: found.articles })}`}
          </span>
          {answer.isFetching ? <span className={classes.searching}>{t('concordance:searching')}</span> : null}
          {found === undefined || found.total === 0 ? null : (
            <>
              <Button className={classes.save} variant="subtle" onClick={save}>
                {t('concordance:saveCsv')}
              </Button>
              <PinLines view={view} question={question} found={found} concept={concept} />
            </>
          )}
        </div>
        <ConcordanceHead
          view={view}
          filter={filter}
          stories={stories ?? []}
          concepts={concepts}
          onChange={change}
        />
        <Narrowed view={view} concepts={concepts} onChange={change} />
        {problem === null ? null : (
          <div className={classes.ask} role="alert">
            <span>{errorText(problem)}</span>
          </div>
        )}
      </div>
      {stories === undefined ? null : find === null ? (
        <Hints onTry={(q, match) => change({ q, match })} />
      ) : answer.isError ? (
        <div className={classes.ask} role="alert">
          <span>{errorText(answer.error)}</span>
          {answer.error instanceof ParallaxError && answer.error.code !== 'internal' ? null : (
            <Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>
          )}
        </div>
      ) : found === undefined ? null : (
        <div className={classes.body} data-alone={found.perOutlet.length === 0 || undefined}>
          {found.perOutlet.length === 0 ? null : (
            <OutletList
              perOutlet={found.perOutlet}
              chosen={view.outlets}
              frames={concept?.frames ?? []}
              onChoose={(outlets) => change({ outlet: outlets })}
            />
          )}
          {found.total === 0 ? (
            <Nothing
              everywhere={filter.storyId === undefined}
              narrowed={found.perOutlet.length > 0}
              onEverywhere={() => change({ story: 'all', outlet: null })}
              onAllOutlets={() => change({ outlet: null })}
            />
          ) : (
            <LineList question={question} total={found.total} concept={concept} />
          )}
        </div>
      )}
    </div>
  )
}

/** All concepts once; a pack that adds to another one adds its frames to that pack's concepts. */
function useConcepts(): readonly Concept[] {
  const lexicons = useEngineQuery('lexicons.list', {}).data
  return useMemo(() => {
    const byId = new Map<string, Concept>()
    for (const one of (lexicons ?? []).flatMap(({ concepts }) => concepts)) {
      const before = byId.get(one.id)
      const added = one.frames.filter(({ id }) => !before?.frames.some((known) => known.id === id))
      byId.set(one.id, before === undefined ? one : { ...before, frames: [...before.frames, ...added] })
    }
    return [...byId.values()]
  }, [lexicons])
}

/** The address without what narrows the lines unseen. */
const UNNARROWED: AddressChange = Object.fromEntries(
  [
    'from',
    'to',
    'repeats',
    'corrections',
    'lang',
    'voices',
    'within',
    'window',
    'pos',
    'nearWord',
    'nearConcept',
    'nearFrame',
  ].map((key) => [key, null]),
)

/** What narrows the lines that no field above shows, and how to see them all. */
function Narrowed({
  view,
  concepts,
  onChange,
}: {
  readonly view: ConcordanceView
  readonly concepts: readonly Concept[]
  readonly onChange: (change: AddressChange) => void
}): ReactNode {
  const { t } = useTranslation('concordance')
  const language = useUiLanguage()
  const days = formatDayRange(view.from, view.to, language)
  const { near } = isCounted(view.match) && view.kind === 'words' ? view : { near: null }
  const named = (): string => {
    if (near === null) return ''
    const { node } = near
    if (node.kind === 'words') return node.text
    const concept = concepts.find(({ id }) => id === node.concept)
    const frame = concept?.frames.find(({ id }) => id === node.frame)
    return (frame ?? concept)?.label[language] ?? node.concept
  }
  const parts = [
    near === null ? null : t(`narrowed.near.${near.within}`, { term: named(), count: near.window }),
    isCounted(view.match) && view.kind === 'words' && view.voices === 'narration' ? t('narrowed.own') : null,
    days === '' ? null : t('narrowed.day', { days }),
    view.languages.length === 0
      ? null
      : t('narrowed.language', {
          languages: view.languages.map((one) => languageName(one, language)).join(', '),
        }),
    view.once ? t('narrowed.once') : null,
    view.asFound ? t('narrowed.asFound') : null,
  ].filter((one) => one !== null)
  if (parts.length === 0) return null
  return (
    <div className={classes.narrowed}>
      <span>{parts.join(' ')}</span>
      <Button size="compact-sm" variant="subtle" onClick={() => onChange(UNNARROWED)}>
        {t('narrowed.all')}
      </Button>
    </div>
  )
}

/** Before anything was asked: what this screen is for. */
function Hints({ onTry }: { readonly onTry: (text: string, match: string | null) => void }): ReactNode {
  const { t } = useTranslation('concordance')
  const examples = [
    [t('hints.formExample'), null, t('hints.form')],
    [t('hints.lemmaExample'), 'lemma', t('hints.lemma')],
    [t('hints.wildcardExample'), 'wildcard', t('hints.wildcard')],
    [t('hints.regexExample'), 'regex', t('hints.regex')],
  ] as const
  return (
    <div className={classes.empty}>
      <h2>{t('hints.title')}</h2>
      <p>{t('hints.text')}</p>
      <ul>
        {examples.map(([example, match, text]) => (
          <li key={example}>
            <button type="button" className={classes.example} onClick={() => onTry(example, match)}>
              {example}
            </button>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Nothing({
  everywhere,
  narrowed,
  onEverywhere,
  onAllOutlets,
}: {
  readonly everywhere: boolean
  readonly narrowed: boolean
  readonly onEverywhere: () => void
  readonly onAllOutlets: () => void
}): ReactNode {
  const { t } = useTranslation('concordance')
  const { pickAndImport } = useImports()
  const articles = useEngineQuery('app.state', {}).data?.articles ?? 1
  if (articles === 0)
    return (
      <div className={classes.empty}>
        <h2>{t('noArticles.title')}</h2>
        <p>{t('noArticles.text')}</p>
        <Button variant="filled" onClick={() => void pickAndImport('files')}>
          {t('noArticles.action')}
        </Button>
      </div>
    )
  return (
    <div className={classes.empty}>
      <h2>{t('nothing.title')}</h2>
      <p>{t(narrowed ? 'nothing.outlets' : 'nothing.text')}</p>
      {narrowed ? (
        <Button onClick={onAllOutlets}>{t('allOutlets')}</Button>
      ) : everywhere ? null : (
        <Button onClick={onEverywhere}>{t('nothing.everywhere')}</Button>
      )}
    </div>
  )
}
