import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SalienceRow } from '#shared/domain/apart.ts'
import { MIN_MENTIONS_FOR_SHARE } from '#shared/domain/figures.ts'
import type { Story } from '#shared/domain/library.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { concordanceLink } from '../../concordance/concordance-address.ts'
import { figureFilter } from '../compare-address.ts'
import { number, outletName, percent, percentNumber } from '../compare-rows.ts'
import { inSentence } from '../compare-sentence.ts'
import { ConceptChoice } from '../concept-choice.tsx'
import { StoryViewFrame } from '../story-view.tsx'
import { useConcept } from '../use-concept.ts'
import { csvOf } from '../views-csv.ts'
import { useVoice, VoiceChoice } from '../voice-choice.tsx'
import { type OutletFrame, OutletFramesCard } from './outlet-frames-card.tsx'
import { useFigure } from './use-figure.ts'

const all = ({ headline, lead, body }: SalienceRow): number => headline + lead + body

/** How much of each frame stands in headline and lead. */
export function SalienceView({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'apart'])
  const language = useUiLanguage()
  const choice = useConcept(story.id)
  const { concept, counting } = choice
  const voice = useVoice()
  const { figure, error } = useFigure(story.id, choice, voice)
  const answer = useEngineQuery(
    'figures.salience',
    { filter: figureFilter(story.id, counting), concept: concept?.id ?? '', voice },
    { enabled: concept !== undefined, placeholderData: (before) => before },
  )
  const rows = (answer.data?.rows ?? []).filter((one) => one.concept === figure?.concept)
  const labels = new Map(figure?.frames.map(({ id, label }) => [id, label[language]]))
  const labelOf = (frame: string) => labels.get(frame) ?? frame
  const bounds = (row: SalienceRow) => row.interval ?? row.namingInterval
  const cells = rows.map((row): OutletFrame => {
    const count = all(row)
    const { low, high } = bounds(row)
    const enough = count >= MIN_MENTIONS_FOR_SHARE
    const k = row.headline + row.lead
    return {
      outlet: row.outlet,
      frame: row.frame,
      value: row.upFront,
      order: enough ? row.upFront : null,
      interval: enough ? { low, high } : null,
      text: percent(row.upFront),
      detail: [
        t('apart:salience.headline', { count: row.headline }),
        t('apart:salience.lead', { count: row.lead }),
        t('apart:salience.body', { count: row.body }),
        `${percentNumber(low)}–${percent(high)}`,
      ].join(' · '),
      spoken: `${t('apart:salience.spoken', {
        outlet: outletName(row.outlet, t),
        frame: labelOf(row.frame),
        value: percent(row.upFront),
        k,
        count,
      })}${enough ? t('apart:salience.likely', { low: percent(low), high: percent(high) }) : ''}`,
      ...(enough ? {} : { note: t('compare:kOfN', { k, n: count }) }),
    }
  })
  const sum = (of: (row: SalienceRow) => number, some: readonly SalienceRow[] = rows) =>
    some.reduce((total, row) => total + of(row), 0)
  const byFrame = [...new Set(rows.map(({ frame }) => frame))]
    .map((frame) => rows.filter((one) => one.frame === frame))
    .map((some) => ({
      frame: some[0]!.frame,
      count: sum(all, some),
      front: sum((one) => one.headline + one.lead, some),
    }))
    .filter(({ count }) => count >= MIN_MENTIONS_FOR_SHARE)
    .toSorted((a, b) => b.front / b.count - a.front / a.count)
  const total = sum(all)
  const front = sum((one) => one.headline + one.lead)
  const most = byFrame[0]
  const sentence =
    total === 0
      ? t('apart:salience.none')
      : [
          t('apart:salience.sentence', { count: total, share: percent(front / total) }),
          most === undefined || most.front === 0 || byFrame.length < 2
            ? ''
            : t('apart:salience.most', {
                frame: inSentence(labelOf(most.frame), language),
                share: percent(most.front / most.count),
              }),
        ].join(' ')
  const example = rows.toSorted((a, b) => all(b) - all(a))[0]
  const draws = t('apart:draws', { count: answer.data?.draws ?? 0, seed: answer.data?.seed ?? 0 })
  return (
    <StoryViewFrame
      storyId={story.id}
      view="salience"
      title={t('apart:salience.title')}
      ready={answer.data !== undefined}
      error={choice.error ?? error ?? answer.error}
      onRetry={() => void answer.refetch()}
      switches={
        <>
          <ConceptChoice choice={choice} />
          <VoiceChoice voice={voice} />
        </>
      }
    >
      {figure === undefined || answer.data === undefined ? null : (
        <OutletFramesCard
          key={figure.concept}
          story={story}
          figure={figure}
          cells={cells}
          axis={{ ticks: ['0', '50', '100\u00A0%'] }}
          title={t('apart:salience.card', { concept: figure.label[language] })}
          sentence={sentence}
          note={t('apart:salience.note')}
          draws={draws}
          linkOf={(outlet, frame) =>
            concordanceLink({
              storyId: story.id,
              concept: figure.concept,
              frame,
              outlets: [outlet],
              voice,
              section: 'front',
              ...counting,
            })
          }
          fileName={`parallax-headline-${figure.concept}`}
          csv={() =>
            csvOf([
              [
                'concept',
                'outlet',
                'frame',
                'voice',
                'headline',
                'lead',
                'body',
                'up_front',
                'articles_low_95',
                'articles_high_95',
                'wilson_low_95',
                'wilson_high_95',
              ],
              ...rows.map((row) => [
                figure.label[language],
                outletName(row.outlet, t),
                labelOf(row.frame),
                voice,
                row.headline,
                row.lead,
                row.body,
                row.upFront,
                row.interval?.low ?? null,
                row.interval?.high ?? null,
                row.namingInterval.low,
                row.namingInterval.high,
              ]),
            ])
          }
          formula={
            <>
              <code>{t('apart:salience.formula')}</code>
              {example === undefined ? null : (
                <code>
                  {t('apart:salience.formulaFor', {
                    outlet: outletName(example.outlet, t),
                    frame: labelOf(example.frame),
                    headline: example.headline,
                    lead: example.lead,
                    all: all(example),
                    value: number(example.upFront, language, 3),
                  })}
                </code>
              )}
              <p>{t('apart:salience.formulaText')}</p>
              <p>{draws}</p>
            </>
          }
        />
      )}
    </StoryViewFrame>
  )
}
