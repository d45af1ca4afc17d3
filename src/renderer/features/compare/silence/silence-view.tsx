import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Story } from '#shared/domain/library.ts'
import { SILENCE_KINDS, type Silences } from '#shared/domain/silence.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { CutInMiddle } from '../../../ui/cut-in-middle.tsx'
import { type AddressChange, changeParams, outletParam } from '../../library/library-address.ts'
import { byName, number, outletName } from '../compare-rows.ts'
import { ScrollTable } from '../scroll-table.tsx'
import { Choice, StoryViewFrame } from '../story-view.tsx'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'
import { Missing } from './missing.tsx'

const MINIMA = [1, 2, 3, 5, 10] as const

/** Silence: what the story's other outlets have and one has not. */
export function SilenceView({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'silence'])
  const language = useUiLanguage()
  const [params, setParams] = useSearchParams()
  const asked = params.get('outlet')
  const others = Math.max(0, story.outlets - 1)
  const given = Number(params.get('others'))
  const minOutlets = MINIMA.find((one) => one === given) ?? Math.max(1, Math.min(2, others))
  const input = { filter: { storyId: story.id }, minOutlets }
  const overview = useEngineQuery(
    'figures.silences',
    { ...input, outlet: '', limit: 1 },
    { placeholderData: (before) => before },
  )
  const outlets = (overview.data?.overview ?? []).map(({ outlet }) => outlet).toSorted(byName(language))
  const outlet = outlets.find((one) => outletParam(one === '' ? null : one) === asked) ?? outlets[0]
  const missing = useEngineQuery(
    'figures.silences',
    { ...input, outlet: outlet ?? '' },
    { enabled: outlet !== undefined, placeholderData: (before) => before },
  )
  const change = (wished: AddressChange) =>
    setParams((before) => changeParams(before, wished), { replace: true })
  const choose = (one: string) => change({ outlet: outletParam(one === '' ? null : one) })
  return (
    <StoryViewFrame
      storyId={story.id}
      view="silence"
      title={t('silence:title')}
      ready={missing.data !== undefined}
      error={overview.error ?? missing.error}
      onRetry={() => void Promise.all([overview.refetch(), missing.refetch()])}
      switches={
        outlet === undefined || outlets.length < 2 ? null : (
          <>
            <Choice
              label={t('silence:outlet')}
              value={outlet}
              options={outlets.map((one) => ({ value: one, label: outletName(one, t) }))}
              onChoose={choose}
            />
            <Choice
              label={t('silence:inAtLeast')}
              value={String(minOutlets)}
              options={MINIMA.filter((one) => one <= Math.max(1, others)).map((one) => ({
                value: String(one),
                label: t('silence:others', { count: one }),
              }))}
              onChoose={(wished) => change({ others: wished })}
            />
          </>
        )
      }
    >
      {overview.data === undefined || outlet === undefined ? null : outlets.length < 2 ? (
        <p>{t('silence:alone')}</p>
      ) : (
        <>
          {missing.data === undefined ? null : (
            <Missing key={outlet} story={story} outlet={outlet} rows={missing.data.rows} least={minOutlets} />
          )}
          <Overview
            story={story}
            least={minOutlets}
            overview={overview.data.overview.toSorted((a, b) => byName(language)(a.outlet, b.outlet))}
            chosen={outlet}
            onChoose={choose}
          />
          <p className="few">{t('silence:note')}</p>
        </>
      )}
    </StoryViewFrame>
  )
}

function Overview({
  story,
  least,
  overview,
  chosen,
  onChoose,
}: {
  readonly story: Story
  /** So many other outlets must have a thing before it is missed here. */
  readonly least: number
  readonly overview: Silences['overview']
  readonly chosen: string
  readonly onChoose: (outlet: string) => void
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'silence'])
  const language = useUiLanguage()
  return (
    <ViewCard
      title={t('silence:overview')}
      sentence={t('silence:overviewSentence')}
      fileName="parallax-silence-outlets"
      notes={[t('silence:note'), story.title]}
      formula={<p>{t('silence:howOverview', { least })}</p>}
      csv={() =>
        csvOf([
          ['outlet', ...SILENCE_KINDS],
          ...overview.map((one) => [outletName(one.outlet, t), ...SILENCE_KINDS.map((kind) => one[kind])]),
        ])
      }
    >
      <ScrollTable label={t('silence:overview')}>
        <thead>
          <tr>
            <th scope="col">{t('silence:outlet')}</th>
            {SILENCE_KINDS.map((kind) => (
              <th key={kind} scope="col" className={classes.number}>
                {t(`silence:kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.map((one) => (
            <tr key={one.outlet} data-chosen={one.outlet === chosen || undefined}>
              <th scope="row">
                <UnstyledButton
                  className={classes.cellButton}
                  aria-pressed={one.outlet === chosen}
                  onClick={() => onChoose(one.outlet)}
                >
                  <CutInMiddle text={outletName(one.outlet, t)} most={34} />
                </UnstyledButton>
              </th>
              {SILENCE_KINDS.map((kind) => (
                <td key={kind} className={classes.number}>
                  {number(one[kind], language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </ViewCard>
  )
}
