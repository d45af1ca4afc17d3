import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { Story } from '#shared/domain/library.ts'
import type { SpeakerFigures } from '#shared/domain/story-figures.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { cutInMiddle } from '../../../ui/cut-in-middle.tsx'
import { concordanceLink } from '../../concordance/concordance-address.ts'
import { type Counting, figureFilter } from '../compare-address.ts'
import { byName, number, outletName } from '../compare-rows.ts'
import { ConceptChoice } from '../concept-choice.tsx'
import { FrameHeads, ScrollTable } from '../scroll-table.tsx'
import { StoryViewFrame } from '../story-view.tsx'
import { useConcept } from '../use-concept.ts'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { speakersCsv } from './speakers-csv.ts'
import { WhoseWords } from './whose-words.tsx'

/** Speakers: who is given which words, and what outlets say only in the words of others. */
export function SpeakersView({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const language = useUiLanguage()
  const choice = useConcept(story.id)
  const { concept, lexicon, counting } = choice
  const filter = figureFilter(story.id, counting)
  const speakers = useEngineQuery(
    'figures.speakers',
    { filter, concept: concept?.id ?? '' },
    { enabled: concept !== undefined },
  )
  const figures = useEngineQuery(
    'figures.compare',
    { filter, lexicon: lexicon?.id ?? '', voice: 'all' },
    { enabled: lexicon !== undefined },
  )
  const figure = figures.data?.concepts.find((one) => one.concept === concept?.id)
  return (
    <StoryViewFrame
      storyId={story.id}
      view="speakers"
      title={t('views:speakers.title')}
      ready={speakers.data !== undefined}
      switches={<ConceptChoice choice={choice} />}
      error={choice.error ?? speakers.error ?? figures.error}
      onRetry={() => void speakers.refetch()}
    >
      {lexicon !== undefined && concept === undefined && figures.data !== undefined ? (
        <p>{t('compare:empty.noWordsTitle')}</p>
      ) : figure === undefined || speakers.data === undefined ? null : (
        <>
          <SpeakerTable
            key={figure.concept}
            story={story}
            figure={figure}
            speakers={speakers.data}
            counting={counting}
          />
          <WhoseWords story={story} figure={figure} speakers={speakers.data} />
          <p className="few">
            {t('views:speakers.note')}{' '}
            {t('compare:formulas.lexicon', { lexicons: lexicon?.label[language] ?? '' })}
          </p>
        </>
      )}
    </StoryViewFrame>
  )
}

const SHOWN = 40
const OUTLETS_SHOWN = 4

type Speaker = SpeakerFigures['speakers'][number]

function SpeakerTable({
  story,
  figure,
  speakers: { speakers, total },
  counting,
}: {
  readonly story: Story
  readonly figure: ConceptFigure
  readonly speakers: SpeakerFigures
  readonly counting: Counting
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const language = useUiLanguage()
  const [all, setAll] = useState(false)
  const concept = figure.label[language]
  const namings = (count: number) => t('compare:namingsCount', { count })
  const sum = speakers.reduce((before, { count }) => before + count, 0)
  const named = speakers.filter(({ speaker }) => speaker !== null)
  const most = named[0]
  const sentence =
    total === 0
      ? t('views:speakers.none', { concept })
      : `${t('views:speakers.sentence', { count: named.length, concept, namings: namings(sum) })}${
          most === undefined
            ? ''
            : ` ${t('views:speakers.sentenceOne', { speaker: most.speaker ?? '', namings: namings(most.count) })}`
        }`
  const shown = all ? speakers : speakers.slice(0, SHOWN)
  const linkOf = (speaker: string, frame: string | null): string =>
    concordanceLink({ storyId: story.id, concept: figure.concept, frame, speaker, voice: 'all', ...counting })
  const linked = (speaker: string | null, frame: string | null, count: number) =>
    count === 0 ? (
      <span className={classes.quiet}>0</span>
    ) : speaker === null ? (
      number(count, language)
    ) : (
      <Link to={linkOf(speaker, frame)}>{number(count, language)}</Link>
    )
  return (
    <ViewCard
      title={`${t('views:speakers.title')}: ${concept}`}
      sentence={sentence}
      fileName={`parallax-speakers-${figure.concept}`}
      notes={[t('views:speakers.note'), story.title]}
      formula={<p>{t('views:speakers.howCounted', { namings: sum, count: named.length })}</p>}
      filled={total > 0}
      csv={() => speakersCsv(figure, speakers, language, t)}
    >
      {total === 0 ? null : (
        <ScrollTable label={`${t('views:speakers.title')}: ${concept}`}>
          <thead>
            <tr>
              <th scope="col">{t('views:speakers.speaker')}</th>
              <FrameHeads frames={figure.frames} />
              <th scope="col" className={classes.number}>
                {t('views:total')}
              </th>
              <th scope="col" className={classes.outletsHead}>
                {t('views:outlets')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.speaker ?? '\u0000'}>
                <th scope="row">
                  {one.speaker ?? <span className={classes.quiet}>{t('views:speakers.unnamed')}</span>}
                </th>
                {figure.frames.map(({ id }) => (
                  <td key={id}>
                    {linked(
                      one.speaker,
                      id,
                      sumOf(one, (cell) => cell.frame === id),
                    )}
                  </td>
                ))}
                <td className={classes.number}>{linked(one.speaker, null, one.count)}</td>
                <td>{outletsOf(one, language, t)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      {shown.length < speakers.length ? (
        <Button className={classes.more} onClick={() => setAll(true)}>
          {t('views:showAll', { count: speakers.length })}
        </Button>
      ) : null}
    </ViewCard>
  )
}

const sumOf = (speaker: Speaker, test: (cell: Speaker['cells'][number]) => boolean): number =>
  speaker.cells.reduce((sum, cell) => (test(cell) ? sum + cell.count : sum), 0)

/** "Veska Daily (3), Northern Wire (1)", most first; beyond a few, how many more. */
function outletsOf(
  speaker: Speaker,
  language: ReturnType<typeof useUiLanguage>,
  t: ReturnType<typeof useTranslation<['compare', 'common', 'views']>>['t'],
): string {
  const names = [...new Set(speaker.cells.map(({ outlet }) => outlet))]
    .toSorted(byName(language))
    .map((outlet) => ({ outlet, count: sumOf(speaker, (cell) => cell.outlet === outlet) }))
    .toSorted((a, b) => b.count - a.count)
  const more = names.length - OUTLETS_SHOWN
  return [
    ...names
      .slice(0, OUTLETS_SHOWN)
      .map(
        ({ outlet, count }) => `${cutInMiddle(outletName(outlet, t), 24)}\u00A0(${number(count, language)})`,
      ),
    ...(more > 0 ? [t('views:more', { count: more })] : []),
  ].join(', ')
}
