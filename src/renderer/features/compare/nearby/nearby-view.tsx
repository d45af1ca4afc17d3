import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallInput } from '#shared/contract/contract.ts'
import { NEAR } from '#shared/domain/collocates.ts'
import type { Story } from '#shared/domain/library.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { languageName } from '../../../ui/dates.ts'
import { outletParam } from '../../library/library-address.ts'
import compare from '../compare.module.css'
import { byName, outletName } from '../compare-rows.ts'
import { ConceptChoice } from '../concept-choice.tsx'
import { Choice, StoryViewFrame } from '../story-view.tsx'
import { useConcept } from '../use-concept.ts'
import classes from '../views.module.css'
import { Minimum, Segments } from '../words/words-head.tsx'
import { MIN_COUNT, type NearbyAddress, POSES, type Pos, useNearbyAddress, WINDOW } from './nearby-address.ts'
import { NearbyCard } from './nearby-card.tsx'

const ANY = '\u0000'
const PAGE = 100

/** Words nearby: what stands around a concept, a frame or a word. */
export function NearbyView({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'nearby', 'words'])
  const language = useUiLanguage()
  const { view, change } = useNearbyAddress()
  const choice = useConcept(story.id)
  const { concept, counting } = choice
  const [limit, setLimit] = useState(PAGE)
  const days = useEngineQuery('figures.days', { filter: { storyId: story.id }, voice: 'all' })
  const rows = days.data?.articles ?? []
  const outlets = [...new Set(rows.map(({ outlet }) => outlet))].toSorted(byName(language))
  const outlet = view.outlet !== null && outlets.includes(view.outlet) ? view.outlet : null
  const frame = concept?.frames.find(({ id }) => id === view.frame)
  // Words of two languages cannot be compared: those of the language most articles are in, unless an outlet decides.
  const spoken = mostOf(outlet === null ? rows : rows.filter((one) => one.outlet === outlet))
  const mixed = new Set(rows.map((one) => one.language)).size > 1
  const node =
    view.around === 'words'
      ? view.text === ''
        ? null
        : ({ kind: 'words', text: view.text } as const)
      : concept === undefined
        ? null
        : ({
            kind: 'mentions',
            concept: concept.id,
            ...(frame === undefined ? {} : { frame: frame.id }),
          } as const)
  const pos = POSES[view.pos]
  const near = {
    within: view.within,
    window: WINDOW,
    ...(pos === null ? {} : { pos: [...pos] }),
  }
  const input: CallInput<'figures.collocates'> = {
    filter: {
      storyId: story.id,
      ...(mixed && spoken !== undefined ? { languages: [spoken] } : {}),
      ...(outlet === null ? {} : { outlets: [outlet === '' ? null : outlet] }),
      ...(counting.asFound ? { asFound: true } : {}),
    },
    node: node ?? { kind: 'words', text: '-' },
    ...near,
    lemma: view.unit === 'lemma',
    minCount: view.minCount,
    sort: view.sort,
    descending: view.descending,
    limit,
  }
  const answer = useEngineQuery('figures.collocates', input, {
    enabled: node !== null && days.data !== undefined,
    placeholderData: (before) => before,
  })
  const term = view.around === 'words' ? view.text : ((frame ?? concept)?.label[language] ?? '')
  return (
    <StoryViewFrame
      storyId={story.id}
      view="collocates"
      title={t('nearby:title')}
      ready={answer.data !== undefined}
      error={choice.error ?? days.error ?? answer.error}
      onRetry={() => void answer.refetch()}
      switches={
        <>
          <Segments
            label={t('nearby:around')}
            value={view.around}
            data={(['mentions', 'words'] as const).map((value) => ({
              value,
              label: t(`nearby:arounds.${value}`),
            }))}
            onChoose={(around) => change({ around: around === 'words' ? 'word' : null })}
          />
          {view.around === 'words' ? (
            <WordForm text={view.text} onText={(q) => change({ q })} />
          ) : (
            <>
              <ConceptChoice choice={choice} />
              {concept === undefined ? null : (
                <Choice
                  label={t('nearby:frame')}
                  value={frame?.id ?? ANY}
                  options={[
                    { value: ANY, label: t('nearby:anyFrame') },
                    ...concept.frames.map(({ id, label }) => ({ value: id, label: label[language] })),
                  ]}
                  onChoose={(wished) => change({ frame: wished === ANY ? null : wished })}
                />
              )}
            </>
          )}
          {outlets.length < 2 ? null : (
            <Choice
              label={t('nearby:outlet')}
              value={outlet ?? ANY}
              options={[
                { value: ANY, label: t('nearby:anyOutlet') },
                ...outlets.map((one) => ({ value: one, label: outletName(one, t) })),
              ]}
              onChoose={(wished) =>
                change({ outlet: wished === ANY ? null : outletParam(wished === '' ? null : wished) })
              }
            />
          )}
          <Switches view={view} onChange={change} />
        </>
      }
    >
      {mixed && spoken !== undefined ? (
        <p className={classes.facts}>
          {t('words:language')}: {languageName(spoken, language)}. {t('words:otherLanguages')}
        </p>
      ) : null}
      {node === null ? (
        <p>{view.around === 'words' ? t('nearby:ask') : t('compare:empty.noWordsTitle')}</p>
      ) : answer.data === undefined ? (
        answer.error === null ? (
          <p className="quiet">{t('nearby:working')}</p>
        ) : null
      ) : (
        <NearbyCard
          story={story}
          term={term}
          found={answer.data}
          view={view}
          link={{
            storyId: story.id,
            unit: view.unit,
            ...(outlet === null ? {} : { outlets: [outlet] }),
            ...(mixed && spoken !== undefined ? { language: spoken } : {}),
            near: { ...near, node },
          }}
          onSort={(sort) =>
            change({
              sort: sort === 'g2' ? null : sort,
              order: sort === view.sort ? (view.descending ? 'up' : 'down') : null,
            })
          }
          onMore={() => setLimit(limit + 4 * PAGE)}
        />
      )}
    </StoryViewFrame>
  )
}

/** The language that most of these articles are in. */
function mostOf(
  rows: readonly { readonly language: string; readonly articles: number }[],
): string | undefined {
  const sums = new Map<string, number>()
  for (const { language, articles } of rows) sums.set(language, articles + (sums.get(language) ?? 0))
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

function WordForm({
  text,
  onText,
}: {
  readonly text: string
  readonly onText: (text: string | null) => void
}): ReactNode {
  const { t } = useTranslation('nearby')
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onText(typed.trim() || null)
  }
  return (
    <form className={classes.choice} onSubmit={submit}>
      <TextInput
        classNames={{ root: classes.choice, label: compare.inlineLabel }}
        label={t('word')}
        value={typed}
        maxLength={300}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit">{t('find')}</Button>
    </form>
  )
}

function Switches({
  view,
  onChange,
}: {
  readonly view: NearbyAddress
  readonly onChange: ReturnType<typeof useNearbyAddress>['change']
}): ReactNode {
  const { t } = useTranslation(['words', 'nearby'])
  return (
    <>
      <Choice
        label={t('nearby:near')}
        value={view.within}
        options={NEAR.map((value) => ({ value, label: t(`nearby:within.${value}`) }))}
        onChoose={(within) => onChange({ within: within === 'window' ? null : within })}
      />
      <Choice
        label={t('nearby:pos')}
        value={view.pos}
        options={(Object.keys(POSES) as Pos[]).map((value) => ({ value, label: t(`nearby:poses.${value}`) }))}
        onChoose={(pos) => onChange({ pos: pos === 'all' ? null : pos })}
      />
      <Segments
        label={t('words:unit')}
        value={view.unit}
        data={(['form', 'lemma'] as const).map((value) => ({ value, label: t(`words:units.${value}`) }))}
        onChoose={(unit) => onChange({ unit: unit === 'lemma' ? null : unit })}
      />
      <Minimum
        label={t('words:minCount')}
        unit={t('words:minCountUnit')}
        value={view.minCount}
        otherwise={MIN_COUNT}
        onChange={(count) => onChange({ count })}
      />
    </>
  )
}
