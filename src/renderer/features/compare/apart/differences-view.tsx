import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { OutletPair } from '#shared/domain/apart.ts'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { Story } from '#shared/domain/library.ts'
import type { VoiceFilter } from '#shared/domain/voice.ts'
import type { ChartRow } from '../../../charts/chart-data.ts'
import { FrameColumnsChart } from '../../../charts/frame-columns-chart.tsx'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { concordanceLink } from '../../concordance/concordance-address.ts'
import { changeParams } from '../../library/library-address.ts'
import { type Counting, figureFilter } from '../compare-address.ts'
import { byName, columnsOf, number, outletName, percent } from '../compare-rows.ts'
import { inSentence } from '../compare-sentence.ts'
import { ConceptChoice } from '../concept-choice.tsx'
import { TestText } from '../solid/test-line.tsx'
import { Choice, StoryViewFrame } from '../story-view.tsx'
import { useConcept } from '../use-concept.ts'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { useVoice, VoiceChoice } from '../voice-choice.tsx'
import { drawnInterval, farthest, isEnough, onAxis, pairOrder, pairsOf, points } from './apart-rows.ts'
import { DifferencesTable, differencesCsv } from './differences-table.tsx'
import { useFigure } from './use-figure.ts'

const SHOWN = 30
const CLEAR = 0.05

/** Differences: every two outlets' shares of each frame subtracted, and whether that could be chance. */
export function DifferencesView({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'apart'])
  const language = useUiLanguage()
  const [params, setParams] = useSearchParams()
  const choice = useConcept(story.id)
  const { concept, counting } = choice
  const voice = useVoice()
  const filter = figureFilter(story.id, counting)
  const { figure, error } = useFigure(story.id, choice, voice)
  const answer = useEngineQuery(
    'figures.differences',
    { filter, concept: concept?.id ?? '', voice },
    { enabled: concept !== undefined, placeholderData: (before) => before },
  )
  const outlets = [...new Set((answer.data?.pairs ?? []).flatMap(({ a, b }) => [a, b]))].toSorted(
    byName(language),
  )
  const asked = params.get('outlet')
  const outlet = asked !== null && outlets.includes(asked) ? asked : null
  return (
    <StoryViewFrame
      storyId={story.id}
      view="differences"
      title={t('apart:differences.title')}
      ready={answer.data !== undefined}
      error={choice.error ?? error ?? answer.error}
      onRetry={() => void answer.refetch()}
      switches={
        <>
          <ConceptChoice choice={choice} />
          <VoiceChoice voice={voice} />
          {outlets.length < 3 ? null : (
            <Choice
              label={t('apart:differences.outlet')}
              value={outlet ?? ANY}
              options={[
                { value: ANY, label: t('apart:differences.anyPair') },
                ...outlets.map((one) => ({ value: one, label: outletName(one, t) })),
              ]}
              onChoose={(wished) =>
                setParams((before) => changeParams(before, { outlet: wished === ANY ? null : wished }), {
                  replace: true,
                })
              }
            />
          )}
        </>
      }
    >
      {figure === undefined || answer.data == null ? null : (
        <Card
          key={`${figure.concept}${outlet}`}
          story={story}
          figure={figure}
          voice={voice}
          counting={counting}
          pairs={outlet === null ? answer.data.pairs : pairsOf(answer.data.pairs, outlet)}
          footer={<TestText test={answer.data.test} seed={answer.data.seed} />}
          draws={t('apart:draws', { count: answer.data.draws, seed: answer.data.seed })}
        />
      )}
    </StoryViewFrame>
  )
}

/** In the list of outlets: all of them. No outlet has such a name. */
const ANY = '\u0000'

export interface PairCard {
  readonly figure: ConceptFigure
  readonly pairs: readonly OutletPair[]
}

function Card({
  story,
  figure,
  voice,
  counting,
  pairs,
  footer,
  draws,
}: PairCard & {
  readonly story: Story
  readonly voice: VoiceFilter
  readonly counting: Counting
  readonly footer: ReactNode
  readonly draws: string
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'apart'])
  const language = useUiLanguage()
  const navigate = useNavigate()
  const [all, setAll] = useState(false)
  const [sorted, setSorted] = useState<string | null>(null)
  const ordered = pairOrder(pairs, sorted)
  const shown = all ? ordered : ordered.slice(0, SHOWN)
  const title = t('apart:differences.card', { concept: figure.label[language] })
  const sentence = useSentence({ figure, pairs })
  const rows = useRows({ figure, pairs: shown })
  const top = ordered[0]
  const open = (key: string, frame: string | null) => {
    const pair = pairs.find((one) => keyOf(one) === key)
    if (pair !== undefined)
      void navigate(
        concordanceLink({
          storyId: story.id,
          concept: figure.concept,
          frame,
          outlets: [pair.a, pair.b],
          voice,
          ...counting,
        }),
      )
  }
  return (
    <ViewCard
      title={title}
      sentence={sentence}
      fileName={`parallax-differences-${figure.concept}`}
      csv={() => differencesCsv({ figure, pairs: ordered }, language, t)}
      notes={[t('apart:differences.note'), draws, story.title]}
      table={<DifferencesTable figure={figure} pairs={shown} label={title} />}
      formula={top === undefined ? undefined : <PairFormula figure={figure} pairs={[top]} draws={draws} />}
      filled={pairs.length > 0}
      concept={figure.concept}
      footer={
        <>
          {shown.length < ordered.length ? (
            <Button className={classes.more} onClick={() => setAll(true)}>
              {t('apart:differences.more', { count: ordered.length })}
            </Button>
          ) : null}
          {pairs.length === 0 ? null : <p className="few">{t('apart:differences.note')}</p>}
          {footer}
        </>
      }
    >
      <FrameColumnsChart
        label={`${title}. ${sentence} ${t('compare:chartHint')}`}
        totalLabel={t('apart:differences.pAdjusted')}
        columns={columnsOf(figure, language)}
        rows={rows}
        axis={{ ticks: ['−100', '0', '+100'] }}
        form="dot"
        selected={null}
        sorted={sorted}
        onSort={(frame) => setSorted(frame === sorted ? null : frame)}
        sortLabel={({ id, label }) =>
          t(sorted === id ? 'apart:sortedNow' : 'apart:sortedBy', { frame: label })
        }
        onOpen={({ row, column }) => open(row, column)}
      />
    </ViewCard>
  )
}

const keyOf = ({ a, b }: OutletPair): string => `${a}\u0000${b}`

/** p as the lists of figures show it. */
export const chanceText = (p: number | null, language: ReturnType<typeof useUiLanguage>): string =>
  p === null ? '–' : p < 0.001 ? `< ${number(0.001, language, 3)}` : number(p, language, p < 0.01 ? 3 : 2)

function useRows({ figure, pairs }: PairCard): readonly ChartRow[] {
  const { t } = useTranslation(['compare', 'common', 'apart'])
  const language = useUiLanguage()
  const labels = new Map(figure.frames.map(({ id, label }) => [id, label[language]]))
  return pairs.map((pair) => {
    const [a, b] = [outletName(pair.a, t), outletName(pair.b, t)]
    const few = t('apart:differences.tooFew', { a: pair.countA, b: pair.countB })
    return {
      id: keyOf(pair),
      name: a,
      under: t('apart:differences.minus', { outlet: b }),
      total: chanceText(pair.pAdjusted, language),
      note: isEnough(pair) ? null : { text: few, spoken: `${a}, ${b}: ${few}`, opens: true },
      cells: pair.frames.map((one) => {
        const { low, high } = drawnInterval(one)
        return {
          column: one.frame,
          value: onAxis(one.difference),
          interval: { low: onAxis(low), high: onAxis(high) },
          voices: [],
          text: points(one.difference, language),
          spoken: t('apart:differences.spoken', {
            a,
            b,
            frame: labels.get(one.frame) ?? one.frame,
            value: points(one.difference, language),
            low: points(low, language),
            high: points(high, language),
            countA: t('compare:kOfN', { k: one.a, n: pair.countA }),
            countB: t('compare:kOfN', { k: one.b, n: pair.countB }),
          }),
        }
      }),
    }
  })
}

function useSentence({ figure, pairs }: PairCard): string {
  const { t } = useTranslation(['compare', 'common', 'apart'])
  const language = useUiLanguage()
  const tested = pairs.filter(({ pAdjusted }) => pAdjusted !== null)
  const clear = tested.filter(({ pAdjusted }) => pAdjusted! < CLEAR).length
  const most = farthest(pairs)
  if (pairs.length === 0) return t('apart:differences.none')
  return [
    tested.length === 0
      ? ''
      : tested.length === 1
        ? t(clear === 1 ? 'apart:differences.oneClear' : 'apart:differences.oneNot', {
            a: outletName(tested[0]!.a, t),
            b: outletName(tested[0]!.b, t),
            p: chanceText(tested[0]!.pAdjusted, language),
          })
        : t('apart:differences.sentence', {
            count: tested.length,
            clear: t('apart:differences.clear', { count: clear }),
          }),
    most === null
      ? ''
      : t('apart:differences.farthest', {
          a: outletName(most.pair.a, t),
          b: outletName(most.pair.b, t),
          frame: inSentence(
            figure.frames.find(({ id }) => id === most.frame.frame)?.label[language] ?? '',
            language,
          ),
          shareA: percent(most.frame.a / most.pair.countA),
          shareB: percent(most.frame.b / most.pair.countB),
        }),
  ]
    .filter((one) => one !== '')
    .join(' ')
}

/** How the first row's largest difference is computed, with its numbers. */
function PairFormula({ figure, pairs, draws }: PairCard & { readonly draws: string }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'apart'])
  const language = useUiLanguage()
  const pair = pairs[0]!
  const frame = pair.frames.reduce((most, one) =>
    Math.abs(one.difference) > Math.abs(most.difference) ? one : most,
  )
  const three = (value: number) => number(value, language, 3).replace('-', '−')
  const bounds = ({ low, high }: { readonly low: number; readonly high: number }) => ({
    low: three(low),
    high: three(high),
  })
  return (
    <>
      <p>
        {t('apart:differences.formulaFor', {
          a: outletName(pair.a, t),
          b: outletName(pair.b, t),
          frame: figure.frames.find(({ id }) => id === frame.frame)?.label[language] ?? '',
        })}
      </p>
      <code>
        {t('apart:differences.formula', {
          a: frame.a,
          countA: pair.countA,
          b: frame.b,
          countB: pair.countB,
          value: three(frame.difference),
        })}
      </code>
      {frame.articleInterval === null ? null : (
        <code>{t('apart:differences.formulaArticles', bounds(frame.articleInterval))}</code>
      )}
      <code>{t('apart:differences.formulaNewcombe', bounds(frame.interval))}</code>
      <p>{t('apart:differences.formulaTest')}</p>
      <p>{t('apart:differences.formulaStops')}</p>
      <p>{draws}</p>
    </>
  )
}
