import { Button, SegmentedControl, UnstyledButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Story } from '#shared/domain/library.ts'
import type { RepeatedPassage, RepeatFigures } from '#shared/domain/repeats.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { cutInMiddle } from '../../../ui/cut-in-middle.tsx'
import { formatDayShort } from '../../../ui/dates.ts'
import segmented from '../../../ui/segments.module.css'
import { changeParams } from '../../library/library-address.ts'
import compare from '../compare.module.css'
import { outletName, percent } from '../compare-rows.ts'
import { ScrollTable } from '../scroll-table.tsx'
import { StoryViewFrame } from '../story-view.tsx'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'

const SHOWN = 40
const MOST = 2000
const PLACES_SHOWN = 6
/** Longer passages are cut: each place opens the whole. */
const LETTERS = 320

/** Repetition: passages that the story's articles share, and whether figures count them each or once. */
export function RepeatsView({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'repeats'])
  const [params, setParams] = useSearchParams()
  const answer = useEngineQuery('figures.repeats', { filter: { storyId: story.id }, limit: MOST })
  return (
    <StoryViewFrame
      storyId={story.id}
      view="repeats"
      title={t('repeats:title')}
      ready={answer.data !== undefined}
      error={answer.error}
      onRetry={() => void answer.refetch()}
      switches={
        <>
          <fieldset className={compare.control}>
            <legend>{t('repeats:count')}</legend>
            <SegmentedControl
              classNames={{ root: segmented.segments, indicator: segmented.indicator }}
              withItemsBorders
              aria-label={t('repeats:count')}
              value={params.get('repeats') === 'once' ? 'once' : 'each'}
              data={(['each', 'once'] as const).map((value) => ({ value, label: t(`repeats:${value}`) }))}
              onChange={(wished) =>
                setParams((before) => changeParams(before, { repeats: wished === 'once' ? 'once' : null }), {
                  replace: true,
                })
              }
            />
          </fieldset>
          <p className={classes.facts}>{t('repeats:countHelp')}</p>
        </>
      }
    >
      {answer.data === undefined ? (
        answer.error === null ? (
          <p className="quiet">{t('repeats:working')}</p>
        ) : null
      ) : (
        <Passages story={story} figures={answer.data} />
      )}
    </StoryViewFrame>
  )
}

function Passages({ story, figures }: { readonly story: Story; readonly figures: RepeatFigures }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'repeats'])
  const [all, setAll] = useState(false)
  const shown = all ? figures.groups : figures.groups.slice(0, SHOWN)
  const { total, words, laterWords } = figures
  return (
    <ViewCard
      title={t('repeats:card')}
      sentence={
        total === 0
          ? t('repeats:none')
          : t('repeats:sentence', {
              count: total,
              words: laterWords,
              all: words,
              share: percent(words === 0 ? 0 : laterWords / words),
            })
      }
      fileName="parallax-repeats"
      notes={[t('repeats:note'), story.title]}
      filled={total > 0}
      formula={
        <>
          <code>{t('repeats:formula')}</code>
          <p>{t('repeats:formulaText')}</p>
        </>
      }
      csv={() =>
        csvOf([
          ['passage', 'outlet', 'published', 'article', 'start', 'end', 'similarity', 'first', 'text'],
          ...figures.groups.flatMap(({ text, passages }, group) =>
            passages.map((one, place) => [
              group + 1,
              outletName(one.outlet, t),
              one.published,
              one.title,
              one.start,
              one.end,
              one.similarity,
              place === 0 ? 1 : 0,
              text,
            ]),
          ),
        ])
      }
      footer={
        <>
          {shown.length < figures.groups.length ? (
            <Button className={classes.more} onClick={() => setAll(true)}>
              {t('repeats:more', { count: figures.groups.length })}
            </Button>
          ) : null}
          <p className="few">{t('repeats:note')}</p>
        </>
      }
    >
      <ScrollTable label={t('repeats:card')}>
        <thead>
          <tr>
            <th scope="col">{t('repeats:passage')}</th>
            <th scope="col" className={classes.placesHead}>
              {t('repeats:places')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ text, passages }) => (
            <tr key={`${passages[0]!.articleId}/${passages[0]!.start}`}>
              <td className={classes.passage}>{cut(text)}</td>
              <td>
                <Places passages={passages} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </ViewCard>
  )
}

/** Ends with a whole word. */
const cut = (text: string): string =>
  text.length <= LETTERS ? text : `${text.slice(0, LETTERS).replace(/\s+\S*$/, '')} …`

/** The places, the first few of them unless all are asked for. */
function Places({ passages }: { readonly passages: readonly RepeatedPassage[] }): ReactNode {
  const { t } = useTranslation('views')
  const [all, setAll] = useState(false)
  const more = passages.length - PLACES_SHOWN
  return (
    <>
      {(all ? passages : passages.slice(0, PLACES_SHOWN)).map((one, at) => (
        <Place key={`${one.articleId}/${one.start}`} place={one} first={at === 0} />
      ))}
      {all || more <= 0 ? null : (
        <UnstyledButton className={classes.cellButton} onClick={() => setAll(true)}>
          {t('more', { count: more })}
        </UnstyledButton>
      )}
    </>
  )
}

function Place({ place, first }: { readonly place: RepeatedPassage; readonly first: boolean }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'repeats'])
  const language = useUiLanguage()
  const { published, similarity } = place
  return (
    <div className={classes.place}>
      <Link
        to={`/read/${place.articleId}?at=${place.start}`}
        title={`${outletName(place.outlet, t)}: ${place.title}`}
      >
        {cutInMiddle(outletName(place.outlet, t), 34)},{' '}
        {published === null ? t('repeats:noDate') : formatDayShort(published.slice(0, 10), language)}
      </Link>
      <small className={classes.beside}>
        {first
          ? t('repeats:first')
          : similarity === 1
            ? t('repeats:same')
            : t('repeats:alike', { share: percent(similarity) })}
      </small>
    </div>
  )
}
