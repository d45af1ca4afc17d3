import { Button, NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mergedConcepts } from '#shared/domain/concepts.ts'
import { useEngine, useEngineQuery, usePlatform } from '../../platform/engine.tsx'
import { useSetting } from '../../platform/settings.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { ImportRows } from '../import/import-rows.tsx'
import { PastePanel } from '../import/paste-panel.tsx'
import { ArticleTable } from './article-table.tsx'
import { correctionsJsonl } from './corrections-jsonl.ts'
import { DetailPanel } from './detail-panel.tsx'
import { EmptyLibrary, NothingFound } from './empty-states.tsx'
import { Facets } from './facets.tsx'
import classes from './library.module.css'
import { useLibraryView } from './library-address.ts'
import { listAsCsv } from './list-csv.ts'

/** All articles: find, narrow, check what was guessed, remove, open. */
export function LibraryScreen(): ReactNode {
  const { t } = useTranslation(['library', 'common', 'correct'])
  const language = useUiLanguage()
  const client = useEngine()
  const platform = usePlatform()
  const errorText = useErrorText()
  const { view, change, select } = useLibraryView()
  const facets = useEngineQuery(
    'articles.facets',
    { filter: view.filter },
    { placeholderData: (before) => before },
  )
  const list = { filter: view.filter, sort: view.sort, descending: view.descending }
  const allIds = useEngineQuery('articles.ids', list, { enabled: view.selection === 'all' }).data
  const [filtersOpen, setFiltersOpen] = useState(false)
  const [removed, setRemoved] = useState<readonly number[]>([])
  const [problem, setProblem] = useState<unknown>(null)
  const { concept, concepts, choose } = useConceptChoice(view.concept, (id) =>
    change({ concept: id }, { replace: true }),
  )

  const ids = view.selection === 'all' ? (allIds ?? []) : view.selection
  const panelOpen = view.pasting || ids.length > 0
  // The filters stand beside the list where there is room for them, else behind a button.
  const roomFrom = panelOpen ? 1280 : 900
  const wide =
    useMediaQuery(`(min-width: ${roomFrom}px)`, undefined, { getInitialValueInEffect: false }) ?? true
  const filtered = Object.keys(view.filter).length > 0
  const counts = facets.data
  const total = counts?.total ?? 0

  const attempt = (work: Promise<unknown>) => {
    setProblem(null)
    return work.catch(setProblem)
  }
  const remove = () => {
    if (ids.length === 0) return
    void attempt(
      client['articles.remove']({ ids: [...ids] }).then(() => {
        setRemoved(ids)
        select([])
      }),
    )
  }
  const restore = () =>
    void attempt(client['articles.restore']({ ids: [...removed] }).then(() => setRemoved([])))
  const exportList = () =>
    void attempt(
      listAsCsv(client, list).then((csv) =>
        platform.saveFile('parallax-articles.csv', 'text/csv;charset=utf-8', csv),
      ),
    )

  const corrections = useEngineQuery('corrections.list', { filter: view.filter }).data ?? []
  const exportCorrections = () =>
    void attempt(
      platform.saveFile('parallax-corrections.jsonl', 'application/jsonl', correctionsJsonl(corrections)),
    )

  const facetList =
    counts === undefined ? null : <Facets facets={counts} view={view} onChange={(next) => change(next)} />
  return (
    <div className={classes.library} data-panel={panelOpen ? 'open' : undefined}>
      {wide ? (
        <section className={classes.facets} aria-label={t('library:filters')}>
          {facetList}
        </section>
      ) : null}
      <section className={classes.work} aria-label={t('library:title')}>
        <ImportRows />
        {counts !== undefined && counts.guessed > 0 && !view.filter.guessedOnly ? (
          <div className={classes.ask}>
            <span>{t('library:guessStrip', { count: counts.guessed })}</span>
            <Button onClick={() => change({ check: '1', sel: null })}>{t('library:checkThem')}</Button>
          </div>
        ) : null}
        {removed.length > 0 ? (
          <div className={classes.undo} role="status">
            <span>{t('library:removed', { count: removed.length })}</span>
            <Button onClick={restore}>{t('common:undo')}</Button>
            <Button variant="subtle" onClick={() => setRemoved([])}>
              {t('common:dismiss')}
            </Button>
          </div>
        ) : null}
        {problem !== null || facets.isError ? (
          <div className={classes.ask} role="alert">
            <span>{errorText(problem ?? facets.error)}</span>
            <Button
              onClick={() => {
                setProblem(null)
                void facets.refetch()
              }}
            >
              {t('common:retry')}
            </Button>
          </div>
        ) : null}
        <div className={classes.heading}>
          <h1>{t('library:title')}</h1>
          {counts === undefined ? null : (
            <span className="quiet" role="status">
              {t('common:articles', { count: total })}
              {view.sort === 'relevance' ? ` · ${t('library:byRelevance')}` : ''}
            </span>
          )}
          <span className={classes.tools}>
            {wide ? null : (
              <Button
                leftSection={<Icon name="filter" size={16} />}
                aria-expanded={filtersOpen}
                onClick={() => setFiltersOpen(!filtersOpen)}
              >
                {t('library:filters')}
              </Button>
            )}
            {filtered ? (
              <Button
                variant="subtle"
                onClick={() =>
                  change({
                    q: null,
                    story: null,
                    outlet: null,
                    lang: null,
                    from: null,
                    to: null,
                    check: null,
                    sel: null,
                  })
                }
              >
                {t('library:showAll')}
              </Button>
            ) : null}
            {total > 0 ? (
              <Button variant="subtle" onClick={exportList}>
                {t('library:exportCsv')}
              </Button>
            ) : null}
            {corrections.length > 0 ? (
              <Button variant="subtle" onClick={exportCorrections}>
                {t('correct:export', { count: corrections.length })}
              </Button>
            ) : null}
          </span>
        </div>
        {!wide && filtersOpen ? (
          <section className={classes.facetsBelow} aria-label={t('library:filters')}>
            {facetList}
          </section>
        ) : null}
        {counts === undefined ? null : total === 0 ? (
          filtered ? (
            <NothingFound query={view.filter.query} />
          ) : (
            <EmptyLibrary />
          )
        ) : (
          <ArticleTable
            view={view}
            total={total}
            concept={concept}
            conceptHeader={
              concept === undefined ? null : (
                <NativeSelect
                  size="xs"
                  variant="unstyled"
                  aria-label={t('library:concept')}
                  value={concept.id}
                  data={concepts.map(({ id, label }) => ({ value: id, label: label[language] }))}
                  onChange={(event) => choose(event.currentTarget.value)}
                />
              )
            }
            onSelect={select}
            onSort={(sort, descending) =>
              change({ sort, order: descending ? 'down' : 'up' }, { replace: true })
            }
            onRemove={remove}
          />
        )}
      </section>
      {view.pasting ? (
        <PastePanel
          storyId={view.filter.storyId ?? null}
          onClose={() => change({ paste: null }, { replace: true })}
        />
      ) : ids.length > 0 ? (
        <DetailPanel ids={ids} onClose={() => select([])} onRemove={remove} />
      ) : null}
    </div>
  )
}

/** The concept whose frames the list shows: the address's, else the one last chosen, else the one most often named. */
function useConceptChoice(asked: string | null, onChoose: (id: string) => void) {
  const lexicons = useEngineQuery('lexicons.list', {}).data ?? []
  const [remembered, remember] = useSetting('concept')
  const byId = mergedConcepts(lexicons)
  const concepts = [...byId.values()]
  const most = concepts.toSorted((a, b) => b.mentions - a.mentions)[0]
  return {
    concepts,
    concept: byId.get(asked ?? '') ?? byId.get(remembered ?? '') ?? most,
    choose: (id: string) => {
      remember(id)
      onChoose(id)
    },
  }
}
