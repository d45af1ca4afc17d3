import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Story } from '#shared/domain/library.ts'
import type { FactFigures, StoryFact } from '#shared/domain/story-figures.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { CutInMiddle } from '../../../ui/cut-in-middle.tsx'
import { formatDayShort } from '../../../ui/dates.ts'
import { byName, number, outletName } from '../compare-rows.ts'
import { ScrollTable } from '../scroll-table.tsx'
import { StoryViewFrame } from '../story-view.tsx'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'

type Kind = FactFigures['kinds'][number]

/** Facts: the numbers of people that outlets give, lined up by outlet and day. */
export function FactsView({ story }: { readonly story: Story }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const facts = useEngineQuery('figures.facts', { filter: { storyId: story.id } })
  const kinds = facts.data?.kinds ?? []
  const count = kinds.reduce((sum, kind) => sum + kind.facts.length, 0)
  return (
    <StoryViewFrame
      storyId={story.id}
      view="facts"
      title={t('views:facts.title')}
      ready={facts.data !== undefined}
      error={facts.error}
      onRetry={() => void facts.refetch()}
    >
      {facts.data === undefined ? null : (
        <>
          <p className={classes.facts}>
            {count === 0 ? t('views:facts.none') : t('views:facts.sentence', { count })}
          </p>
          {kinds.map((kind) => (
            <FactCard key={kind.kind} story={story} kind={kind} outlets={facts.data.outlets} />
          ))}
          <p className="few">
            {t('views:facts.note')}
            {facts.data.unread === 0 ? '' : ` ${t('views:facts.unread', { count: facts.data.unread })}`}
          </p>
        </>
      )}
    </StoryViewFrame>
  )
}

const dayOf = ({ published }: StoryFact): string | null => published?.slice(0, 10) ?? null

function FactCard({
  story,
  kind: { kind, facts },
  outlets,
}: {
  readonly story: Story
  readonly kind: Kind
  readonly outlets: readonly string[]
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const language = useUiLanguage()
  const days = useMemo(() => [...new Set(facts.map(dayOf))], [facts])
  const named = outlets.toSorted(byName(language))
  const givers = new Set(facts.map(({ outlet }) => outlet))
  const rows = named.filter((outlet) => givers.has(outlet))
  const silent = named.filter((outlet) => !givers.has(outlet))
  const values = facts.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const dayName = (day: string | null) =>
    day === null ? t('views:facts.noDate') : formatDayShort(day, language)
  const given = t('views:facts.given', { some: givers.size, count: outlets.length })
  const range = low === high ? t('views:facts.same', { value: low }) : t('views:facts.range', { low, high })
  const title = t(`views:facts.kind.${kind}`)
  return (
    <ViewCard
      title={title}
      sentence={`${range.replace(/\.$/, '')}, ${given}.`}
      fileName={`parallax-facts-${kind}`}
      notes={[t('views:facts.note'), story.title]}
      formula={<p>{t('views:facts.howCounted', { count: facts.length, low, high })}</p>}
      csv={() =>
        csvOf([
          [
            'kind',
            'outlet',
            'published',
            'value',
            'qualifier',
            'text',
            'sentence',
            'article',
            'start',
            'end',
          ],
          ...facts.map((one) => [
            kind,
            outletName(one.outlet, t),
            one.published,
            one.value,
            one.qualifier,
            one.text,
            one.sentence,
            one.title,
            one.start,
            one.end,
          ]),
        ])
      }
    >
      <ScrollTable label={title} className={classes.facts}>
        <thead>
          <tr>
            <th scope="col">{t('compare:outlet')}</th>
            {days.map((day) => (
              <th key={day ?? ''} scope="col" className={classes.dayHead}>
                {dayName(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((outlet) => {
            const mine = facts.filter((one) => one.outlet === outlet)
            return (
              <tr key={outlet}>
                <th scope="row">
                  <CutInMiddle text={outletName(outlet, t)} most={28} />
                </th>
                {days.map((day) => (
                  <td key={day ?? ''}>
                    {mine
                      .filter((one) => dayOf(one) === day)
                      .map((one) => (
                        <FactCell key={`${one.articleId}/${one.start}`} fact={one} />
                      ))}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </ScrollTable>
      {silent.length === 0 ? null : (
        <p className="few">
          {t('views:facts.silent', { outlets: silent.map((outlet) => outletName(outlet, t)).join(', ') })}
        </p>
      )}
    </ViewCard>
  )
}

function FactCell({ fact }: { readonly fact: StoryFact }): ReactNode {
  const { t } = useTranslation('views')
  const language = useUiLanguage()
  return (
    <div className={classes.fact}>
      <Link to={`/read/${fact.articleId}?at=${fact.start}`} title={fact.sentence}>
        {fact.qualifier === 'exactly' ? '' : `${t(`facts.qualifier.${fact.qualifier}`)} `}
        {number(fact.value, language)}
      </Link>
      <small>{t('quote', { text: fact.text.replace(/\s+/g, ' ') })}</small>
    </div>
  )
}
