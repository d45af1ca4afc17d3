import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Story } from '#shared/domain/library.ts'
import type { DayFigures } from '#shared/domain/story-figures.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { formatDayShort } from '../../../ui/dates.ts'
import { concordanceLink } from '../../concordance/concordance-address.ts'
import { type Counting, figureFilter } from '../compare-address.ts'
import { number, outletName } from '../compare-rows.ts'
import { ConceptChoice } from '../concept-choice.tsx'
import { FrameName, frameColour, ScrollTable } from '../scroll-table.tsx'
import { StoryViewFrame } from '../story-view.tsx'
import { useConcept } from '../use-concept.ts'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'
import { useVoice, VoiceChoice } from '../voice-choice.tsx'
import { DayBars } from './day-bars.tsx'
import { daysOf } from './day-rows.ts'
import { Published } from './published.tsx'

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
            <Named
              key={concept.id}
              story={story}
              figures={days.data}
              concept={concept}
              voice={voice}
              counting={counting}
            />
          )}
        </>
      )}
    </StoryViewFrame>
  )
}

function Named({
  story,
  figures,
  concept,
  voice,
  counting,
}: {
  readonly story: Story
  readonly figures: DayFigures
  readonly concept: NonNullable<ReturnType<typeof useConcept>['concept']>
  readonly voice: VoiceFilter
  readonly counting: Counting
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const language = useUiLanguage()
  const navigate = useNavigate()
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
  const linkOf = (day: string, frame: string): string =>
    concordanceLink({ storyId: story.id, concept: concept.id, frame, voice, day, ...counting })
  const title = t('views:time.named', { concept: concept.label[language] })
  const sentence = t(`views:time.namedSentence.${voice}`)
  const all = bars.flatMap(({ values }) => Object.values(values)).reduce((sum, count) => sum + count, 0)
  const named = all > 0
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
              <td key={id}>
                {(values[id] ?? 0) === 0 ? (
                  <span className={classes.quiet}>0</span>
                ) : (
                  <Link to={linkOf(day, id)}>{number(values[id] ?? 0, language)}</Link>
                )}
              </td>
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
      formula={<p>{t('views:time.howNamed', { count: all })}</p>}
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
            spokenOf={(bar, part, count) =>
              t('views:time.spoken', { day: bar.name, frames: `${part.label} ${number(count, language)}` })
            }
            onOpen={(day, frame) => void navigate(linkOf(day, frame))}
            label={`${title}. ${sentence} ${t('views:time.hint')}`}
          />
          <p className="few">{t('views:time.namedNote')}</p>
        </>
      ) : (
        <p className={classes.quiet}>{t('views:time.noNamings')}</p>
      )}
    </ViewCard>
  )
}
