import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Story } from '#shared/domain/library.ts'
import type { DayFigures } from '#shared/domain/story-figures.ts'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { CutInMiddle } from '../../../ui/cut-in-middle.tsx'
import { formatDayRange, formatDayShort, languageName } from '../../../ui/dates.ts'
import { outletParam } from '../../library/library-address.ts'
import { byName, number, outletName } from '../compare-rows.ts'
import { ScrollTable } from '../scroll-table.tsx'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'
import { DayBars } from './day-bars.tsx'
import { daysOf, outletDays } from './day-rows.ts'

/** The articles of a story in the Library, by outlet and day where these are given. */
function libraryLink(storyId: number, { outlet, day }: { outlet?: string; day?: string }): string {
  const params = new URLSearchParams({ story: String(storyId) })
  if (outlet !== undefined) params.set('outlet', outletParam(outlet === '' ? null : outlet))
  if (day !== undefined) {
    params.set('from', day)
    params.set('to', day)
  }
  return `/library?${params}`
}

/** The story at a glance: who published what when, how long, in which language. Every number opens its articles. */
export function Published({
  story,
  figures,
}: {
  readonly story: Story
  readonly figures: DayFigures
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const language = useUiLanguage()
  const navigate = useNavigate()
  const days = useMemo(() => daysOf(figures.articles.map(({ day }) => day)), [figures])
  const outlets = useMemo(
    () => outletDays(figures.articles).toSorted((a, b) => byName(language)(a.outlet, b.outlet)),
    [figures, language],
  )
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
      formula={<p>{t('views:time.howPublished', { dated: total - undated, undated, count: total })}</p>}
      {...(days.length === 0
        ? {}
        : { table: <ByDay story={story} figures={figures} days={days} title={title} /> })}
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
          label={`${title}. ${sentence} ${t('views:time.hint')}`}
          spokenOf={(bar, _, count) => `${bar.name}: ${t('views:time.perDay', { count })}`}
          onOpen={(day) => void navigate(libraryLink(story.id, { day }))}
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
              <td className={classes.number}>
                <Link to={libraryLink(story.id, { outlet: one.outlet })}>
                  {number(one.articles, language)}
                </Link>
              </td>
              <td className={classes.number}>{number(one.words, language)}</td>
              <td className={classes.number}>{number(one.words / one.articles, language)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </ViewCard>
  )
}

/** The bars' twin: each outlet's articles day by day. Days without an article have no column. */
function ByDay({
  story,
  figures,
  days,
  title,
}: {
  readonly story: Story
  readonly figures: DayFigures
  readonly days: readonly string[]
  readonly title: string
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const language = useUiLanguage()
  const counts = new Map<string, number>()
  for (const { outlet, day, articles } of figures.articles) {
    const key = `${day}/${outlet}`
    counts.set(key, articles + (counts.get(key) ?? 0))
  }
  const outlets = [...new Set(figures.articles.map(({ outlet }) => outlet))].toSorted(byName(language))
  const shown = days.filter((day) => figures.articles.some((one) => one.day === day))
  return (
    <ScrollTable label={title}>
      <thead>
        <tr>
          <th scope="col">{t('compare:outlet')}</th>
          {shown.map((day) => (
            <th key={day} scope="col" className={`${classes.dayHead} ${classes.number}`}>
              {formatDayShort(day, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outlets.map((outlet) => (
          <tr key={outlet}>
            <th scope="row">
              <CutInMiddle text={outletName(outlet, t)} most={28} />
            </th>
            {shown.map((day) => {
              const count = counts.get(`${day}/${outlet}`) ?? 0
              return (
                <td key={day} className={classes.number}>
                  {count === 0 ? (
                    <span className={classes.quiet}>0</span>
                  ) : (
                    <Link to={libraryLink(story.id, { outlet, day })}>{number(count, language)}</Link>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
