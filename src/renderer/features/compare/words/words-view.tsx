import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Story } from '#shared/domain/library.ts'
import type { Keyness, KeynessWord } from '#shared/domain/story-figures.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { languageName } from '../../../ui/dates.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { countedLink } from '../../concordance/concordance-address.ts'
import { outletParam } from '../../library/library-address.ts'
import compare from '../compare.module.css'
import { byName, number, outletName } from '../compare-rows.ts'
import { Choice, StoryViewFrame } from '../story-view.tsx'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { WordFormula } from './word-formula.tsx'
import { startsDescending, useWordsAddress, type WordsAddress } from './words-address.ts'
import { wordsCsv } from './words-figures.ts'
import { WordsHead } from './words-head.tsx'
import { WordsScatter } from './words-scatter.tsx'
import { WordsTable } from './words-table.tsx'

const PAGE = 100
/** Dots on the scatter: more would hide one another. */
const DOTS = 150
/** Under so many articles on a side, one article can make a word stand out. */
const FEW_ARTICLES = 10

interface OutletLanguage {
  readonly outlet: string
  readonly language: string
  readonly articles: number
}

/** Words: which words set one outlet apart from another, or from all others. */
export function WordsView({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'words'])
  const language = useUiLanguage()
  const { view, change } = useWordsAddress()
  const days = useEngineQuery('figures.days', { filter: { storyId: story.id }, voice: 'all' })
  const pairs = byOutletAndLanguage(days.data?.articles ?? [])
  const languages = [...new Set(pairs.map((one) => one.language))].toSorted()
  // An outlet's words are compared within the language that it writes in most.
  const wanted = pairs.find(({ outlet }) => outlet === view.target)
  const spoken = wanted?.language ?? mostOutlets(pairs)
  const outlets = pairs
    .filter((one) => one.language === spoken)
    .map(({ outlet }) => outlet)
    .toSorted(byName(language))
  const target = wanted?.outlet ?? outlets[0]
  const reference =
    view.reference !== null && view.reference !== target && outlets.includes(view.reference)
      ? view.reference
      : null
  const title = t('words:title')
  const name = (outlet: string) => outletName(outlet, t)
  const frame = {
    storyId: story.id,
    view: 'words',
    title,
    ready: days.data !== undefined,
    error: days.error,
    onRetry: () => void days.refetch(),
  } as const
  if (days.data === undefined) return <StoryViewFrame {...frame}>{null}</StoryViewFrame>
  if (target === undefined)
    return (
      <StoryViewFrame {...frame}>
        <p>{t('words:empty.none')}</p>
      </StoryViewFrame>
    )
  return (
    <StoryViewFrame
      {...frame}
      switches={
        <>
          {languages.length < 2 ? null : (
            <Choice
              label={t('words:language')}
              value={spoken ?? ''}
              options={languages.map((one) => ({ value: one, label: languageName(one, language) }))}
              onChoose={(chosen) =>
                change({
                  target: pairs.find((one) => one.language === chosen)?.outlet ?? null,
                  against: null,
                  word: null,
                })
              }
            />
          )}
          {outlets.length < 2 ? null : (
            <WordsHead
              view={view}
              target={target}
              reference={reference}
              outlets={outlets.map((outlet) => ({ outlet, name: name(outlet) }))}
              onChange={change}
            />
          )}
        </>
      }
    >
      {outlets.length < 2 ? (
        <p>{t('words:empty.alone', { outlet: name(target) })}</p>
      ) : (
        <Ranked
          key={`${target}\u0000${reference}`}
          story={story}
          view={view}
          target={target}
          reference={reference}
          language={languages.length < 2 ? null : (spoken ?? null)}
          onChange={change}
        />
      )}
    </StoryViewFrame>
  )
}

/** Each outlet with the language that most of its articles are in. */
function byOutletAndLanguage(
  rows: readonly { readonly outlet: string; readonly language: string; readonly articles: number }[],
): readonly OutletLanguage[] {
  const sums = new Map<string, OutletLanguage>()
  for (const { outlet, language, articles } of rows) {
    const key = `${outlet}\u0000${language}`
    sums.set(key, { outlet, language, articles: articles + (sums.get(key)?.articles ?? 0) })
  }
  const most = new Map<string, OutletLanguage>()
  for (const one of sums.values()) {
    const before = most.get(one.outlet)
    if (before === undefined || one.articles > before.articles) most.set(one.outlet, one)
  }
  return [...most.values()]
}

const mostOutlets = (pairs: readonly OutletLanguage[]): string | undefined =>
  [...new Set(pairs.map(({ language }) => language))]
    .map((language) => ({ language, outlets: pairs.filter((one) => one.language === language).length }))
    .toSorted((a, b) => b.outlets - a.outlets)[0]?.language

interface RankedProps {
  readonly story: Story
  readonly view: WordsAddress
  readonly target: string
  readonly reference: string | null
  /** The language that the articles are narrowed to; null: there is only one. */
  readonly language: string | null
  readonly onChange: ReturnType<typeof useWordsAddress>['change']
}

function Ranked({ story, view, target, reference, language: spoken, onChange }: RankedProps): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'words'])
  const language = useUiLanguage()
  const [limit, setLimit] = useState(PAGE)
  const errorText = useErrorText()
  const input = {
    filter: {
      storyId: story.id,
      ...(spoken === null ? {} : { languages: [spoken] }),
      ...(view.once ? { once: view.once } : {}),
    },
    targetOutlet: target,
    ...(reference === null ? {} : { referenceOutlet: reference }),
    ngrams: view.ngrams,
    lemma: view.unit === 'lemma',
    voices: view.voices,
    minCount: view.minCount,
    minArticles: view.minArticles,
  }
  const list = useEngineQuery(
    'figures.keyness',
    { ...input, absent: view.absent, sort: view.sort, descending: view.descending, limit },
    { placeholderData: (before) => before },
  )
  const strongest = useEngineQuery(
    'figures.keyness',
    { ...input, absent: true, sort: 'strength', descending: true, limit: DOTS },
    { placeholderData: (before) => before },
  )
  const error = list.error ?? strongest.error
  if (error !== null)
    return (
      <div className={compare.ask} role="alert">
        <span>{errorText(error)}</span>
        <Button onClick={() => void Promise.all([list.refetch(), strongest.refetch()])}>
          {t('common:retry')}
        </Button>
      </div>
    )
  const keyness = list.data
  if (keyness === undefined) return <p className="quiet">{t('words:working')}</p>
  const targetName = outletName(target, t)
  const referenceName = reference === null ? t('words:rest') : outletName(reference, t)
  const group = (name: string, { articles, words }: Keyness['target']) =>
    t('words:group', {
      name,
      articles: t('words:articlesCount', { count: articles }),
      words:
        view.ngrams === 1
          ? t('words:runningWords', { count: words })
          : t('words:runs', { count: words, length: view.ngrams }),
    })
  const rows = keyness.rows
  const dots = strongest.data?.rows ?? []
  // Adjusted over the list that it stands in: the scatter's also holds words that the outlet avoids.
  const chosenIn = [keyness, strongest.data].find((one) => one?.rows.some(({ word }) => word === view.word))
  const chosen = chosenIn?.rows.find(({ word }) => word === view.word)
  const choose = (word: string) => onChange({ word: word === view.word ? null : word })
  const linkOf = (row: KeynessWord): string =>
    countedLink(row.word, {
      storyId: story.id,
      // A word that the target never uses has its lines elsewhere.
      ...(row.target > 0 ? { outlets: [target] } : reference === null ? {} : { outlets: [reference] }),
      unit: view.unit,
      voices: view.voices,
      once: view.once,
      ...(spoken === null ? {} : { language: spoken }),
    })
  const choices = {
    target: outletParam(target === '' ? null : target),
    against: reference === null ? null : outletParam(reference === '' ? null : reference),
  }
  const settings = [
    { label: t('words:voices'), value: t(`words:voice.${view.voices}`) },
    {
      label: t('words:unit'),
      value: `${t(`words:units.${view.unit}`)}, ${t('words:length')}: ${t(`words:lengths.n${view.ngrams}`)}`,
    },
    {
      label: t('words:minCount'),
      value: `${view.minCount} ${t('words:minCountUnit')} ${t('words:minArticles')} ${view.minArticles} ${t('words:minArticlesUnit')}`,
    },
  ]
  const fileName = `parallax-words-${targetName}`.replace(/[\\/:*?"<>|\s]+/g, '-')
  const sides = `${story.title}. ${group(targetName, keyness.target)}; ${group(referenceName, keyness.reference)}.`
  const small = Math.min(keyness.target.articles, keyness.reference.articles) < FEW_ARTICLES
  const clear = rows.filter((row) => row.pAdjusted < 0.05).length
  const formula =
    chosen === undefined || chosenIn === undefined ? null : (
      <WordFormula
        row={chosen}
        keyness={chosenIn}
        target={targetName}
        reference={referenceName}
        link={linkOf(chosen)}
      />
    )
  return (
    <>
      <p className={classes.facts}>
        {t('words:from', {
          target: group(targetName, keyness.target),
          reference: group(referenceName, keyness.reference),
        })}{' '}
        {spoken === null ? '' : t('words:otherLanguages')}
      </p>
      {small ? <p className={classes.small}>{t('words:small')}</p> : null}
      {dots.length === 0 ? null : (
        <ViewCard
          title={t('words:scatter.title')}
          sentence={t('words:scatter.above', {
            target: targetName,
            reference: referenceName,
            count: dots.length,
          })}
          choices={choices}
          settings={settings}
          fileName={`${fileName}-rates`}
          csv={() => wordsCsv(strongest.data ?? keyness, { target: targetName, reference: referenceName })}
          notes={[t('words:scatter.note'), sides]}
          formula={
            <>
              <p>{t('words:scatter.howCounted')}</p>
              {[
                { name: targetName, times: dots[0]!.target, words: dots[0]!.targetTotal },
                { name: referenceName, times: dots[0]!.reference, words: dots[0]!.referenceTotal },
              ].map((side) => (
                <code key={side.name}>
                  {t('words:scatter.howOne', {
                    word: dots[0]!.word,
                    rate: number((1000 * side.times) / side.words, language, 2),
                    ...side,
                  })}
                </code>
              ))}
            </>
          }
          table={
            <WordsTable
              rows={dots}
              sort="strength"
              descending
              chosen={view.word}
              target={targetName}
              reference={referenceName}
              linkOf={linkOf}
              onSort={(sort) => onChange({ sort, order: null })}
              onChoose={choose}
            />
          }
        >
          <fieldset
            className={classes.bare}
            aria-label={`${t('words:scatter.title')}. ${t('words:scatter.hint')}`}
          >
            <WordsScatter
              rows={dots}
              target={targetName}
              reference={referenceName}
              chosen={view.word}
              onChoose={choose}
            />
          </fieldset>
          <p className="few">{t('words:scatter.note')}</p>
          {formula}
        </ViewCard>
      )}
      <ViewCard
        title={t('words:list.title')}
        sentence={
          rows.length === 0
            ? t('words:list.none')
            : `${t('words:list.sentence', { count: keyness.total, shown: rows.length })} ${clear === 0 ? t('words:list.noneClear', { count: rows.length }) : t('words:list.chance', { count: rows.length, few: clear })}`
        }
        choices={choices}
        settings={settings}
        fileName={fileName}
        notes={[sides]}
        csv={() => wordsCsv(keyness, { target: targetName, reference: referenceName })}
      >
        {dots.length === 0 ? formula : null}
        {rows.length === 0 ? null : (
          <>
            <WordsTable
              rows={rows}
              sort={view.sort}
              descending={view.descending}
              chosen={view.word}
              target={targetName}
              reference={referenceName}
              linkOf={linkOf}
              onSort={(sort) =>
                onChange({
                  sort: sort === 'z' ? null : sort,
                  order:
                    sort === view.sort
                      ? view.descending
                        ? 'up'
                        : 'down'
                      : startsDescending(sort)
                        ? null
                        : 'up',
                })
              }
              onChoose={choose}
            />
            {keyness.total > rows.length ? (
              <Button className={classes.more} onClick={() => setLimit(limit + 4 * PAGE)}>
                {t('words:list.more')} ({number(keyness.total - rows.length, language)})
              </Button>
            ) : null}
            <p className="few">{t('words:list.countsNote')}</p>
          </>
        )}
      </ViewCard>
    </>
  )
}
