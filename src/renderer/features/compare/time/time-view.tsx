import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Story } from '#shared/domain/library.ts'
import type { DayFigures } from '#shared/domain/story-figures.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { CutInMiddle } from '../../../ui/cut-in-middle.tsx'
import { formatDayRange, formatDayShort, languageName } from '../../../ui/dates.ts'
import { figureFilter } from '../compare-address.ts'
import { byName, number, outletName } from '../compare-rows.ts'
import { ConceptChoice } from '../concept-choice.tsx'
import { FrameName, frameColour, ScrollTable } from '../scroll-table.tsx'
import { StoryViewFrame } from '../story-view.tsx'
import { useConcept } from '../use-concept.ts'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'
import { useVoice, VoiceChoice } from '../voice-choice.tsx'
import { DayBars } from './day-bars.tsx'
import { daysOf, outletDays } from './day-rows.ts'

/** Time: who published what when, and how a concept is named day by day. */
export function TimeView({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const choice = useConcept(story.id)
  const { concept, counting } = choice
  const voice = useVoice()
  const days = useEngineQuery(
    'figures.days',
    {
      filter: figureFilter(story.id, counting),
      voice,
      ...(concept === undefined ? {} : { concept: concept.id }),
    },
    { placeholderData: (before) => before },
  )
  return (
    <StoryViewFrame
      storyId={story.id}
      view="time"
      title={t('views:time.title')}
      ready={days.data !== undefined}
      error={choice.error ?? days.error}
      onRetry={() => void days.refetch()}
      switches={
        <>
          <ConceptChoice choice={choice} />
          <VoiceChoice voice={voice} />
        </>
      }
    >
      {days.data === undefined ? null : (
        <>
          <Published story={story} figures={days.data} />
          {concept === undefined ? null : (
            <Named key={concept.id} story={story} figures={days.data} concept={concept} voice={voice} />
          )}
        </>
      )}
    </StoryViewFrame>
  )
}

function Published({ story, figures }: { readonly story: Story; readonly figures: DayFigures }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const language = useUiLanguage()
  const days = daysOf(figures.articles.map(({ day }) => day))
  const outlets = outletDays(figures.articles).toSorted((a, b) => byName(language)(a.outlet, b.outlet))
  const total = outlets.reduce((sum, { articles }) => sum + articles, 0)
  const undated = figures.articles.reduce(
    (sum, { day, articles }) => (day === null ? sum + articles : sum),
    0,
  )
  const title = t('views:time.published')
  const sentence = t('views:time.publishedSentence', {
    count: total,
    outlets: t('views:time.outletsCount', { count: outlets.length }),
    days: formatDayRange(days[0] ?? null, days.at(-1) ?? null, language) || t('views:facts.noDate'),
  })
  const bars = days.map((day) => ({
    day,
    name: formatDayShort(day, language),
    values: {
      articles: figures.articles.reduce((sum, one) => (one.day === day ? sum + one.articles : sum), 0),
    },
  }))
  const notes = undated === 0 || days.length === 0 ? [] : [t('views:time.noDates', { count: undated })]
  return (
    <ViewCard
      title={title}
      sentence={sentence}
      fileName="parallax-published"
      notes={[...notes, story.title]}
      csv={() =>
        csvOf([
          ['day', 'outlet', 'language', 'articles', 'words'],
          ...figures.articles.map((one) => [
            one.day,
            outletName(one.outlet, t),
            one.language,
            one.articles,
            one.words,
          ]),
        ])
      }
    >
      {bars.length === 0 ? (
        <p className={classes.quiet}>{t('views:time.noneDated')}</p>
      ) : (
        <DayBars
          days={bars}
          parts={[{ id: 'articles', label: t('views:time.articles'), colour: 'var(--ink-3)' }]}
          label={`${title}. ${sentence} ${bars
            .filter(({ values }) => values.articles > 0)
            .map(({ name, values }) => `${name}: ${t('views:time.perDay', { count: values.articles })}`)
            .join('; ')}`}
        />
      )}
      {notes.map((note) => (
        <p key={note} className="few">
          {note}
        </p>
      ))}
      <ScrollTable label={t('views:outlets')}>
        <thead>
          <tr>
            <th scope="col">{t('compare:outlet')}</th>
            <th scope="col">{t('views:time.language')}</th>
            <th scope="col">{t('views:time.days')}</th>
            <th scope="col" className={classes.number}>
              {t('views:time.articles')}
            </th>
            <th scope="col" className={classes.number}>
              {t('views:time.words')}
            </th>
            <th scope="col" className={classes.number}>
              {t('views:time.meanWords')}
            </th>
          </tr>
        </thead>
        <tbody>
          {outlets.map((one) => (
            <tr key={one.outlet}>
              <th scope="row">
                <CutInMiddle text={outletName(one.outlet, t)} most={28} />
              </th>
              <td>{one.languages.map((code) => languageName(code, language)).join(', ')}</td>
              <td>{formatDayRange(one.first, one.last, language) || t('views:facts.noDate')}</td>
              <td className={classes.number}>{number(one.articles, language)}</td>
              <td className={classes.number}>{number(one.words, language)}</td>
              <td className={classes.number}>{number(one.words / one.articles, language)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </ViewCard>
  )
}

function Named({
  story,
  figures,
  concept,
  voice,
}: {
  readonly story: Story
  readonly figures: DayFigures
  readonly concept: NonNullable<ReturnType<typeof useConcept>['concept']>
  readonly voice: VoiceFilter
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const language = useUiLanguage()
  const days = daysOf(figures.articles.map(({ day }) => day))
  const countOf = (day: string, frame: string): number =>
    figures.mentions.reduce((sum, one) => (one.day === day && one.frame === frame ? sum + one.count : sum), 0)
  const bars = days.map((day) => ({
    day,
    name: formatDayShort(day, language),
    values: Object.fromEntries(concept.frames.map(({ id }) => [id, countOf(day, id)])),
  }))
  const parts = concept.frames.map(({ id, label }, index) => ({
    id,
    label: label[language],
    colour: frameColour(index),
  }))
  const title = t('views:time.named', { concept: concept.label[language] })
  const sentence = t(`views:time.namedSentence.${voice}`)
  const named = bars.some(({ values }) => Object.values(values).some((count) => count > 0))
  const table = (
    <ScrollTable label={title}>
      <thead>
        <tr>
          <th scope="col">{t('views:time.day')}</th>
          {parts.map(({ id, label }, index) => (
            <th key={id} scope="col">
              <FrameName label={label} index={index} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ day, name, values }) => (
          <tr key={day}>
            <th scope="row">{name}</th>
            {parts.map(({ id }) => (
              <td key={id}>{number(values[id] ?? 0, language)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
  return (
    <ViewCard
      title={title}
      sentence={sentence}
      fileName={`parallax-days-${concept.id}`}
      notes={[t('views:time.namedNote'), story.title]}
      {...(named ? { table } : {})}
      csv={() =>
        csvOf([
          ['concept', 'day', 'outlet', 'frame', 'voice', 'mentions'],
          ...figures.mentions.map((one) => [
            concept.label[language],
            one.day,
            outletName(one.outlet, t),
            parts.find(({ id }) => id === one.frame)?.label ?? one.frame,
            voice,
            one.count,
          ]),
        ])
      }
    >
      {named ? (
        <>
          <DayBars
            days={bars}
            parts={parts}
            legend
            label={`${title}. ${bars
              .flatMap(({ name, values }) => {
                const said = parts
                  .filter(({ id }) => (values[id] ?? 0) > 0)
                  .map(({ id, label }) => `${label} ${number(values[id] ?? 0, language)}`)
                return said.length === 0 ? [] : t('views:time.spoken', { day: name, frames: said.join(', ') })
              })
              .join('; ')}`}
          />
          <p className="few">{t('views:time.namedNote')}</p>
        </>
      ) : (
        <p className={classes.quiet}>{t('views:time.noNamings')}</p>
      )}
    </ViewCard>
  )
}
