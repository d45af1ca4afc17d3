import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import type { Candidate, CandidateLine } from '#shared/domain/discovery.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { formatDay } from '../../ui/dates.ts'
import { useErrorText } from '../../ui/error-text.ts'
import classes from './discover.module.css'
import { OutletBars } from './outlet-bars.tsx'
import { type Concept, Reasons } from './reasons.tsx'

interface ItemProps {
  readonly candidate: Candidate
  readonly language: string
  readonly filter: ArticleFilter
  readonly concept: string | null
  readonly concepts: ReadonlyMap<string, Concept>
  /** It is being added to a lexicon in the panel. */
  readonly chosen: boolean
  readonly onAdd: () => void
  readonly onHide: (hidden: boolean) => void
}

/** One candidate: the word, what speaks for it, who uses it, its lines, and what can be done with it. */
export function CandidateItem(props: ItemProps): ReactNode {
  const { candidate, language, filter } = props
  const { t } = useTranslation(['discover', 'common'])
  const [open, setOpen] = useState(false)
  const { text: word, count } = candidate
  const using = candidate.outlets.filter((one) => one.count > 0).length
  const counts = t('discover:counts', {
    times: t('discover:times', { count }),
    articles: t('common:articles', { count: candidate.articles }),
    outlets: t('common:outlets', { count: using }),
  })
  return (
    <li
      className={classes.item}
      data-chosen={props.chosen || undefined}
      data-aside={candidate.hidden || undefined}
    >
      <div className={classes.what}>
        <h2 lang={language} className={classes.word}>
          {word}
        </h2>
        <p className={classes.counts}>{counts}</p>
        <Reasons candidate={candidate} concepts={props.concepts} concept={props.concept} />
        <div className={classes.actions}>
          <Button size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('discover:hideLines') : t('discover:lines', { count })}
          </Button>
          {candidate.hidden ? (
            <Button
              size="xs"
              variant="subtle"
              aria-label={t('discover:restoreLabel', { word })}
              onClick={() => props.onHide(false)}
            >
              {t('discover:restore')}
            </Button>
          ) : (
            <>
              <Button
                size="xs"
                variant="light"
                aria-label={t('discover:addLabel', { word })}
                onClick={props.onAdd}
              >
                {t('discover:add')}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                aria-label={t('discover:hideLabel', { word })}
                onClick={() => props.onHide(true)}
              >
                {t('discover:hide')}
              </Button>
            </>
          )}
        </div>
      </div>
      <OutletBars candidate={candidate} />
      {open ? <Lines word={word} question={{ filter, language, key: candidate.key }} /> : null}
    </li>
  )
}

function Lines({
  word,
  question,
}: {
  readonly word: string
  readonly question: { readonly filter: ArticleFilter; readonly language: string; readonly key: string }
}): ReactNode {
  const { t } = useTranslation(['discover', 'common'])
  const errorText = useErrorText()
  const answer = useEngineQuery('discover.lines', question)
  if (answer.isError)
    return (
      <div className={classes.ask} role="alert">
        <span>{errorText(answer.error)}</span>
        <Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>
      </div>
    )
  const lines = answer.data?.lines ?? []
  const total = answer.data?.total ?? 0
  return (
    <div className={classes.lines}>
      <ul aria-label={t('discover:linesOf', { word })}>
        {lines.map((line) => (
          <li key={`${line.articleId} ${line.start}`}>
            <Line line={line} language={question.language} />
          </li>
        ))}
      </ul>
      {lines.length < total ? (
        <p className="quiet">{t('discover:linesShown', { shown: lines.length, total })}</p>
      ) : null}
    </div>
  )
}

/** A place in context; it opens Read there. */
export function Line({
  line,
  language,
}: {
  readonly line: CandidateLine
  readonly language: string
}): ReactNode {
  const { t } = useTranslation('common')
  const uiLanguage = useUiLanguage()
  const day = line.published === null ? t('noDate') : formatDay(line.published, uiLanguage)
  return (
    <Link to={`/read/${line.articleId}?at=${line.start}`} className={classes.line} title={line.title}>
      <span lang={language}>
        {line.before}
        <b>{line.text}</b>
        {line.after}
      </span>
      <small>
        {line.outlet || t('noOutlet')} · {day}
      </small>
    </Link>
  )
}
