import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToneFigure } from '#shared/domain/apart.ts'
import { MIN_MENTIONS_FOR_SHARE } from '#shared/domain/figures.ts'
import type { Story } from '#shared/domain/library.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { concordanceLink } from '../../concordance/concordance-address.ts'
import { figureFilter } from '../compare-address.ts'
import { outletName } from '../compare-rows.ts'
import { ConceptChoice } from '../concept-choice.tsx'
import { StoryViewFrame } from '../story-view.tsx'
import { useConcept } from '../use-concept.ts'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'
import { useVoice, VoiceChoice } from '../voice-choice.tsx'
import { onAxis, signed } from './apart-rows.ts'
import { type OutletFrame, OutletFramesCard } from './outlet-frames-card.tsx'
import { useFigure } from './use-figure.ts'

const isClear = ({ interval }: ToneFigure): boolean =>
  interval !== null && (interval.low > 0 || interval.high < 0)

/** The tone of the sentences around each frame: a weak instrument, and said so. */
export function ToneView({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'apart'])
  const language = useUiLanguage()
  const choice = useConcept(story.id)
  const { concept, counting } = choice
  const voice = useVoice()
  const { figure, error } = useFigure(story.id, choice, voice)
  const answer = useEngineQuery(
    'figures.tone',
    { filter: figureFilter(story.id, counting), concept: concept?.id ?? '', voice },
    { enabled: concept !== undefined, placeholderData: (before) => before },
  )
  const rows = (answer.data?.rows ?? []).filter((one) => one.concept === figure?.concept)
  const measured = new Set(rows.map(({ outlet }) => outlet))
  const labels = new Map(figure?.frames.map(({ id, label }) => [id, label[language]]))
  const labelOf = (frame: string) => labels.get(frame) ?? frame
  const two = (value: number) => signed(value, language, 2)
  const detail = ({ mentions, toned }: ToneFigure) => t('apart:tone.detail', { count: mentions, toned })
  const cells = rows.map((row): OutletFrame => {
    const enough = row.mentions >= MIN_MENTIONS_FOR_SHARE
    const { interval } = row
    // A mark without its interval would say more than is known: then the value stands as words.
    const note = enough
      ? interval === null
        ? two(row.mean)
        : undefined
      : t('apart:few', { count: row.mentions })
    return {
      outlet: row.outlet,
      frame: row.frame,
      value: onAxis(row.mean),
      order: enough ? row.mean : null,
      interval: interval === null ? null : { low: onAxis(interval.low), high: onAxis(interval.high) },
      text: two(row.mean),
      detail: `${detail(row)}${interval === null ? '' : ` · ${two(interval.low)} … ${two(interval.high)}`}`,
      spoken: `${t('apart:tone.spoken', {
        outlet: outletName(row.outlet, t),
        frame: labelOf(row.frame),
        value: two(row.mean),
        count: row.mentions,
        toned: row.toned,
      })}${interval === null ? '' : t('apart:tone.likely', { low: two(interval.low), high: two(interval.high) })}`,
      ...(note === undefined ? {} : { note }),
    }
  })
  const shown = rows.filter(({ mentions }) => mentions >= MIN_MENTIONS_FOR_SHARE)
  const means = shown.map(({ mean }) => mean)
  const sentence =
    shown.length === 0
      ? t('apart:tone.none')
      : t('apart:tone.sentence', {
          low: two(Math.min(...means)),
          high: two(Math.max(...means)),
          count: shown.length,
          clear: t('apart:tone.clear', { count: shown.filter(isClear).length }),
        })
  const example = shown.toSorted((a, b) => b.mentions - a.mentions)[0]
  const draws = t('apart:draws', { count: answer.data?.draws ?? 0, seed: answer.data?.seed ?? 0 })
  return (
    <StoryViewFrame
      storyId={story.id}
      view="tone"
      title={t('apart:tone.title')}
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
      <p className={classes.small}>{t('apart:tone.weak')}</p>
      {figure === undefined || answer.data === undefined ? null : (
        <OutletFramesCard
          key={figure.concept}
          story={story}
          figure={figure}
          cells={cells}
          rowNote={(outlet) => {
            const named = (figure.outlets.find((one) => one.outlet === outlet)?.count ?? 0) > 0
            return named && !measured.has(outlet) ? t('apart:tone.unmeasured') : null
          }}
          axis={{ ticks: [t('apart:tone.negative'), '0', t('apart:tone.positive')] }}
          title={t('apart:tone.card', { concept: figure.label[language] })}
          sentence={sentence}
          note={t('apart:tone.note')}
          draws={`${t('apart:tone.weak')} ${draws}`}
          linkOf={(outlet, frame) =>
            concordanceLink({
              storyId: story.id,
              concept: figure.concept,
              frame,
              outlets: [outlet],
              voice,
              ...counting,
            })
          }
          fileName={`parallax-tone-${figure.concept}`}
          csv={() =>
            csvOf([
              [
                'concept',
                'outlet',
                'frame',
                'voice',
                'mentions',
                'with_listed_word',
                'articles',
                'mean_tone',
                'articles_low_95',
                'articles_high_95',
              ],
              ...rows.map((row) => [
                figure.label[language],
                outletName(row.outlet, t),
                labelOf(row.frame),
                voice,
                row.mentions,
                row.toned,
                row.articles,
                row.mean,
                row.interval?.low ?? null,
                row.interval?.high ?? null,
              ]),
            ])
          }
          formula={
            <>
              <code>{t('apart:tone.formula')}</code>
              {example === undefined ? null : (
                <code>
                  {t('apart:tone.formulaFor', {
                    outlet: outletName(example.outlet, t),
                    frame: labelOf(example.frame),
                    count: example.mentions,
                    value: signed(example.mean, language, 3),
                  })}
                </code>
              )}
              <p>{t('apart:tone.formulaText')}</p>
              <p>{t('apart:tone.weak')}</p>
              <p>{draws}</p>
            </>
          }
        />
      )}
    </StoryViewFrame>
  )
}
