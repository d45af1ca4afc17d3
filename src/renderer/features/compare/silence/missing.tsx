import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mergedConcepts } from '#shared/domain/concepts.ts'
import type { FactKind } from '#shared/domain/fact.ts'
import type { Story } from '#shared/domain/library.ts'
import { SILENCE_KINDS, type Silence } from '#shared/domain/silence.ts'
import { useEngineQuery } from '../../../platform/engine.tsx'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { concordanceLink } from '../../concordance/concordance-address.ts'
import { outletParam } from '../../library/library-address.ts'
import { number, outletName } from '../compare-rows.ts'
import { ScrollTable } from '../scroll-table.tsx'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'

const SHOWN = 15
const PLACES_SHOWN = 6

/** The things that an outlet lacks, kind by kind; each opens its places in the others. */
export function Missing({
  story,
  outlet,
  rows,
  least,
}: {
  readonly story: Story
  readonly outlet: string
  readonly rows: readonly Silence[]
  /** So many other outlets must have a thing before it is missed here. */
  readonly least: number
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'silence', 'views'])
  const language = useUiLanguage()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const lexicons = useEngineQuery('lexicons.list', {}).data
  const concepts = mergedConcepts(lexicons ?? [])
  const nameOf = (one: Silence): string => {
    switch (one.kind) {
      case 'concept':
        return concepts.get(one.what)?.label[language] ?? one.what
      case 'frame': {
        const concept = concepts.get(one.concept ?? '')
        return t('silence:frameOf', {
          frame: concept?.frames.find(({ id }) => id === one.what)?.label[language] ?? one.what,
          concept: concept?.label[language] ?? one.concept ?? '',
        })
      }
      case 'speaker':
        return one.what
      case 'fact':
        return t('silence:fact', {
          value: one.value ?? 0,
          kind: t(`views:facts.kind.${one.what as FactKind}`).toLocaleLowerCase(language),
        })
    }
  }
  const title = t('silence:card', { outlet: outletName(outlet, t) })
  const kinds = SILENCE_KINDS.map((kind) => ({
    kind,
    things: rows.filter((one) => one.kind === kind),
  })).filter(({ things }) => things.length > 0)
  return (
    <ViewCard
      title={title}
      sentence={rows.length === 0 ? t('silence:none') : t('silence:sentence', { count: rows.length })}
      choices={{ outlet: outletParam(outlet === '' ? null : outlet) }}
      fileName={`parallax-silence-${outlet === '' ? 'none' : outlet}`.replace(/[\\/:*?"<>|\s]+/g, '-')}
      notes={[t('silence:note'), story.title]}
      formula={<p>{t('silence:howCounted', { least, count: rows.length })}</p>}
      filled={rows.length > 0}
      csv={() =>
        csvOf([
          ['outlet', 'kind', 'missing', 'other_outlets', 'articles', 'places'],
          ...rows.map((one) => [
            outletName(outlet, t),
            one.kind,
            nameOf(one),
            one.outlets,
            one.articles,
            one.places,
          ]),
        ])
      }
    >
      {kinds.map(({ kind, things }) => {
        const shown = open.has(kind) ? things : things.slice(0, SHOWN)
        return (
          <div key={kind} className={classes.missing}>
            <ScrollTable label={t(`silence:what.${kind}`)} className={classes.missingTable}>
              <thead>
                <tr>
                  <th scope="col">{t(`silence:what.${kind}`)}</th>
                  <th scope="col" className={classes.number}>
                    {t('silence:outlets')}
                  </th>
                  <th scope="col" className={classes.number}>
                    {t('silence:articles')}
                  </th>
                  <th scope="col" className={kind === 'fact' ? undefined : classes.number}>
                    {t('silence:places')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((one) => (
                  <tr key={`${one.what}/${one.concept}/${one.value}`}>
                    <th scope="row">{nameOf(one)}</th>
                    <td className={classes.number}>{number(one.outlets, language)}</td>
                    <td className={classes.number}>{number(one.articles, language)}</td>
                    {one.kind === 'fact' ? (
                      <td>
                        <FactPlaces story={story} fact={one} />
                      </td>
                    ) : (
                      <td className={classes.number}>
                        <Link
                          to={concordanceLink({
                            storyId: story.id,
                            voice: 'all',
                            ...(one.kind === 'speaker'
                              ? { concept: null, speaker: one.what }
                              : one.kind === 'frame'
                                ? { concept: one.concept, frame: one.what }
                                : { concept: one.what }),
                          })}
                          aria-label={t('silence:openPlaces', { what: nameOf(one), count: one.places })}
                        >
                          {number(one.places, language)}
                        </Link>
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </ScrollTable>
            {shown.length < things.length ? (
              <Button className={classes.more} onClick={() => setOpen(new Set([...open, kind]))}>
                {t('views:showAll', { count: things.length })}
              </Button>
            ) : null}
          </div>
        )
      })}
    </ViewCard>
  )
}

/** Each place where a number is given, by outlet. */
function FactPlaces({ story, fact }: { readonly story: Story; readonly fact: Silence }): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const facts = useEngineQuery('figures.facts', { filter: { storyId: story.id } })
  const places = (facts.data?.kinds.find(({ kind }) => kind === fact.what)?.facts ?? []).filter(
    ({ value }) => value === fact.value,
  )
  const more = places.length - PLACES_SHOWN
  return (
    <>
      {places.slice(0, PLACES_SHOWN).map((one, at) => (
        <span key={`${one.articleId}/${one.start}`}>
          {at === 0 ? '' : ', '}
          <Link to={`/read/${one.articleId}?at=${one.start}`} title={one.sentence}>
            {outletName(one.outlet, t)}
          </Link>
        </span>
      ))}
      {more > 0 ? `, ${t('views:more', { count: more })}` : ''}
    </>
  )
}
