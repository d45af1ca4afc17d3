import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import { mergedConcepts } from '#shared/domain/concepts.ts'
import type { Candidate, LanguageCandidates } from '#shared/domain/discovery.ts'
import { useEngine, useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import segmented from '../../ui/segments.module.css'
import { useImports } from '../import/import-provider.tsx'
import { useCurrentStory } from '../shell/current-story.ts'
import { AddTermPanel } from './add-term-panel.tsx'
import { CandidateItem } from './candidate-item.tsx'
import classes from './discover.module.css'
import { useDiscoverView } from './discover-address.ts'
import { KeepList } from './keep-list.tsx'
import type { Concept } from './reasons.tsx'

const PAGE = 30
/** Namings that likeness needs, as the engine has it. */
const LEAST_KNOWN = 3
/** Fewer words than this are little to go by. */
const LITTLE_WORDS = 20_000

/** Discover: words that no lexicon lists and that may rival those that one does. */
export function DiscoverScreen(): ReactNode {
  const { t } = useTranslation(['discover', 'common'])
  const client = useEngine()
  const errorText = useErrorText()
  const { view, change } = useDiscoverView()
  const state = useEngineQuery('app.state', {}).data
  const stories = useEngineQuery('stories.list', {}).data
  const story = useCurrentStory()
  const concepts = useConcepts()
  const [limit, setLimit] = useState(PAGE)
  const [putAside, setPutAside] = useState<Candidate | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)

  const filter: ArticleFilter = story === null ? {} : { storyId: story.id }
  const concept = view.concept !== null && concepts.has(view.concept) ? view.concept : null
  const answer = useEngineQuery(
    'discover.candidates',
    { filter, ...(concept === null ? {} : { concept }), withHidden: view.hidden, limit },
    { enabled: stories !== undefined && state?.articles !== 0, placeholderData: (before) => before },
  )
  const languages = answer.data?.languages ?? []
  const here = languages.find(({ language }) => language === view.language) ?? languages[0]
  const adding = here?.candidates.find(({ key }) => key === view.adding)
  // Another list begins at its top, with nothing unfolded.
  const list = `${story?.id} ${concept} ${here?.language}`
  useEffect(() => {
    void list
    setLimit(PAGE)
    setPutAside(null)
    setSaved(null)
  }, [list])

  const hide = (one: Candidate, hidden: boolean) => {
    if (here === undefined) return
    setProblem(null)
    client['discover.hide']({ language: here.language, key: one.key, hidden }).then(
      () => setPutAside(hidden ? one : null),
      setProblem,
    )
  }

  return (
    <div className={classes.discover} data-panel={adding === undefined ? undefined : 'open'}>
      <div className={classes.work}>
        <div className={classes.column}>
          <h1>{t('discover:title')}</h1>
          <p className={classes.intro}>{t('discover:intro')}</p>
          {state?.articles === 0 ? (
            <NoArticles />
          ) : (
            <>
              <Controls
                filter={filter}
                concept={concept}
                concepts={concepts}
                languages={languages}
                here={here}
                onChange={change}
              />
              {stories?.length === 0 ? <p className="quiet">{t('discover:storyless')}</p> : null}
              {answer.isError || problem !== null ? (
                <div className={classes.ask} role="alert">
                  <span>{errorText(answer.error ?? problem)}</span>
                  <Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>
                </div>
              ) : null}
              {here === undefined ? (
                answer.isPending ? (
                  <p className={classes.reading} role="status">
                    {t('discover:reading')}
                  </p>
                ) : answer.data === undefined ? null : (
                  <Nothing concept={concept} here={undefined} onAny={() => change({ concept: null })} />
                )
              ) : (
                <>
                  <About here={here} />
                  {here.candidates.length === 0 ? null : (
                    <KeepList
                      here={here}
                      story={story}
                      filter={filter}
                      concept={concept}
                      concepts={concepts}
                      withHidden={view.hidden}
                      onProblem={setProblem}
                    />
                  )}
                  {saved === null ? null : (
                    <p className={classes.saved} role="status">
                      {saved}
                    </p>
                  )}
                  <Aside
                    here={here}
                    last={putAside}
                    shown={view.hidden}
                    onUndo={() => putAside !== null && hide(putAside, false)}
                    onShow={(shown) => change({ hidden: shown ? '1' : null })}
                  />
                  {here.candidates.length === 0 ? (
                    <Nothing concept={concept} here={here} onAny={() => change({ concept: null })} />
                  ) : (
                    <ol className={classes.list} aria-label={t('discover:list')}>
                      {here.candidates.map((one) => (
                        <CandidateItem
                          key={`${here.language} ${one.key}`}
                          candidate={one}
                          language={here.language}
                          filter={filter}
                          concept={concept}
                          concepts={concepts}
                          chosen={one.key === adding?.key}
                          onAdd={() => change({ add: one.key })}
                          onHide={(hidden) => hide(one, hidden)}
                        />
                      ))}
                    </ol>
                  )}
                  {here.candidates.length < here.total && here.candidates.length >= limit ? (
                    <Button onClick={() => setLimit(limit + PAGE)}>{t('discover:showMore')}</Button>
                  ) : null}
                  {here.candidates.length === 0 ? null : (
                    <p className={classes.method}>{t('discover:method')}</p>
                  )}
                </>
              )}
            </>
          )}
        </div>
      </div>
      {adding === undefined || here === undefined ? null : (
        <AddTermPanel
          key={`${here.language} ${adding.key}`}
          candidate={adding}
          language={here.language}
          filter={filter}
          concept={concept ?? adding.likeness?.concept ?? null}
          concepts={concepts}
          onSaved={(note) => {
            setSaved(note)
            change({ add: null })
          }}
          onClose={() => change({ add: null })}
        />
      )}
    </div>
  )
}

/** All concepts once, by id; a pack that adds to another one adds its frames to that pack's concepts. */
function useConcepts(): ReadonlyMap<string, Concept> {
  const lexicons = useEngineQuery('lexicons.list', {}).data
  return useMemo(() => mergedConcepts<Concept>(lexicons ?? []), [lexicons])
}

function Controls({
  filter,
  concept,
  concepts,
  languages,
  here,
  onChange,
}: {
  readonly filter: ArticleFilter
  readonly concept: string | null
  readonly concepts: ReadonlyMap<string, Concept>
  readonly languages: readonly LanguageCandidates[]
  readonly here: LanguageCandidates | undefined
  readonly onChange: (change: Readonly<Record<string, string | null>>) => void
}): ReactNode {
  const { t } = useTranslation('discover')
  const language = useUiLanguage()
  const counts = useEngineQuery('figures.concepts', { filter }).data
  const mentions = new Map(counts?.map((one) => [one.concept, one.mentions]))
  const sorted = [...concepts.values()]
    .map((one) => ({ ...one, here: mentions.get(one.id) ?? 0 }))
    .toSorted((a, b) => b.here - a.here)
  return (
    <div className={classes.controls}>
      <NativeSelect
        label={t('concept')}
        value={concept ?? ''}
        data={[
          { value: '', label: t('anyConcept') },
          ...sorted.map(({ id, label, here: count }) => ({
            value: id,
            label: t('conceptCount', { concept: label[language], count }),
          })),
        ]}
        onChange={(event) => onChange({ concept: event.currentTarget.value || null, add: null })}
      />
      {languages.length < 2 || here === undefined ? null : (
        <SegmentedControl
          classNames={{ root: segmented.segments, indicator: segmented.indicator }}
          withItemsBorders
          aria-label={t('language')}
          value={here.language}
          data={languages.map((one) => ({
            value: one.language,
            label: languageName(one.language, language),
          }))}
          onChange={(lang) => onChange({ lang, add: null })}
        />
      )}
    </div>
  )
}

/** A language's name in the reader's language, with a capital. */
function languageName(code: string, uiLanguage: string): string {
  const name = new Intl.DisplayNames(uiLanguage, { type: 'language' }).of(code) ?? code
  return name[0]!.toLocaleUpperCase(uiLanguage) + name.slice(1)
}

/** How much was read, so that nobody takes an order of little for a finding. */
function About({ here }: { readonly here: LanguageCandidates }): ReactNode {
  const { t } = useTranslation(['discover', 'common'])
  const read = {
    words: t('common:words', { count: here.wordsRead }),
    outlets: t('common:outlets', { count: here.outlets }),
  }
  const sentences = [
    `${t('discover:total', { count: here.total })}.`,
    here.articlesRead < here.articles
      ? t('discover:readSome', {
          ...read,
          count: here.articlesRead,
          of: t('common:articles', { count: here.articles }),
        })
      : t('discover:readAll', { ...read, articles: t('common:articles', { count: here.articlesRead }) }),
    t('discover:known', { count: here.known }),
    here.wordsRead < LITTLE_WORDS && here.total > 0 ? t('discover:little') : null,
    here.outlets < 2 ? t('discover:oneOutlet') : null,
  ]
  return (
    <p className={classes.about} role="status">
      {sentences.filter((one) => one !== null).join(' ')}
    </p>
  )
}

/** The word just put aside, with its way back; and how many there are. */
function Aside({
  here,
  last,
  shown,
  onUndo,
  onShow,
}: {
  readonly here: LanguageCandidates
  readonly last: Candidate | null
  readonly shown: boolean
  readonly onUndo: () => void
  readonly onShow: (shown: boolean) => void
}): ReactNode {
  const { t } = useTranslation(['discover', 'common'])
  if (here.hidden === 0 && last === null) return null
  return (
    <div className={classes.aside} role="status">
      {last === null ? null : (
        <>
          <span>{t('discover:hiddenNow', { word: last.text })}</span>
          <Button size="xs" onClick={onUndo}>
            {t('common:undo')}
          </Button>
        </>
      )}
      {here.hidden === 0 ? null : (
        <>
          <span className="quiet">{t('discover:hiddenTotal', { count: here.hidden })}</span>
          <Button size="xs" variant="subtle" onClick={() => onShow(!shown)}>
            {t(shown ? 'discover:hideHidden' : 'discover:showHidden')}
          </Button>
        </>
      )}
    </div>
  )
}

/** Nothing found: why, and what to do. */
function Nothing({
  concept,
  here,
  onAny,
}: {
  readonly concept: string | null
  readonly here: LanguageCandidates | undefined
  readonly onAny: () => void
}): ReactNode {
  const { t } = useTranslation('discover')
  const few = here === undefined || here.articlesRead < 2
  return (
    <div className={classes.empty}>
      <h2>{t('nothing.title')}</h2>
      <p>
        {here?.hasRules === false
          ? t('nothing.language')
          : few
            ? t('nothing.few')
            : concept !== null && here.known < LEAST_KNOWN
              ? t('nothing.known', { count: here.known, least: LEAST_KNOWN })
              : t('nothing.none')}
      </p>
      {concept === null ? null : <Button onClick={onAny}>{t('nothing.any')}</Button>}
    </div>
  )
}

function NoArticles(): ReactNode {
  const { t } = useTranslation('discover')
  const { pickAndImport } = useImports()
  return (
    <div className={classes.empty}>
      <h2>{t('noArticles.title')}</h2>
      <p>{t('noArticles.text')}</p>
      <Button variant="filled" onClick={() => void pickAndImport('files')}>
        {t('noArticles.action')}
      </Button>
    </div>
  )
}
