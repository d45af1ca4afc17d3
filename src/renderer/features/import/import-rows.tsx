import { ActionIcon, Autocomplete, Button, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ImportProgress } from '#shared/domain/library.ts'
import { useEngine, useEngineQuery } from '../../platform/engine.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import { Icon } from '../../ui/icons.tsx'
import classes from './import.module.css'
import { useImports } from './import-provider.tsx'

/** Imports under way, and what came of finished ones. */
export function ImportRows(): ReactNode {
  const { t } = useTranslation(['importing', 'common'])
  const { jobs, reading, startError, forgetError } = useImports()
  const errorText = useErrorText()
  if (jobs.length === 0 && reading === 0 && startError === null) return null
  return (
    <section aria-label={t('importing:region')} className={classes.rows}>
      {startError === null ? null : (
        <div className={classes.row} role="alert">
          <span className={classes.problem}>
            {t('importing:startFailed', { message: errorText(startError) })}
          </span>
          <Close onClick={forgetError} />
        </div>
      )}
      {reading === 0 ? null : (
        <div className={classes.row} role="status">
          {t('importing:reading', { count: reading })}
        </div>
      )}
      {jobs.map((job) =>
        job.state === 'running' ? (
          <Running key={job.jobId} job={job} />
        ) : (
          <Finished key={job.jobId} job={job} />
        ),
      )}
    </section>
  )
}

/** "· 161 done · 2 could not be read · 3 already here" */
function Counts({ job, done }: { readonly job: ImportProgress; readonly done: boolean }): ReactNode {
  const { t } = useTranslation('importing')
  const parts = [
    done ? t('soFar', { count: job.done }) : '',
    job.failed.length > 0 ? t('unread', { count: job.failed.length }) : '',
    job.alreadyHere > 0 ? t('alreadyHere', { count: job.alreadyHere }) : '',
  ].filter((part) => part !== '')
  return <span className="quiet">{parts.map((part) => ` · ${part}`).join('')}</span>
}

function Running({ job }: { readonly job: ImportProgress }): ReactNode {
  const { t } = useTranslation('importing')
  const { cancel } = useImports()
  return (
    <div className={classes.row}>
      <span>
        <b>{job.total === 0 ? t('looking') : t('running', { count: job.total })}</b>
        <Counts job={job} done />
      </span>
      <Button onClick={() => cancel(job.jobId)}>{t('stop')}</Button>
      <Progress.Root size={6} className={classes.bar}>
        <Progress.Section
          value={job.total === 0 ? 0 : (job.done / job.total) * 100}
          aria-label={t('progress')}
        />
      </Progress.Root>
    </div>
  )
}

function Finished({ job }: { readonly job: ImportProgress }): ReactNode {
  const { t } = useTranslation(['importing', 'common'])
  const { dismiss } = useImports()
  const [open, setOpen] = useState(job.failed.length > 0)
  const naming = job.failed.length + job.duplicates.length > 0
  const title =
    job.state === 'failed'
      ? t('importing:failedJob')
      : job.state === 'cancelled'
        ? t('importing:cancelled', { count: job.added })
        : t('importing:done', { count: job.added })
  return (
    <div className={classes.row} role="status">
      <span>
        <b>{title}</b>
        <Counts job={job} done={false} />
      </span>
      <span className={classes.actions}>
        {naming ? (
          <Button variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'importing:hideWhich' : 'importing:showWhich')}
          </Button>
        ) : null}
        {job.storyId === null ? null : (
          <Button component={Link} to={`/compare/${job.storyId}`}>
            {t('importing:compare')}
          </Button>
        )}
        <Close onClick={() => dismiss(job.jobId)} />
      </span>
      {open && naming ? (
        <div className={classes.named}>
          {job.failed.length === 0 ? null : (
            <>
              <h3>{t('importing:unreadTitle')}</h3>
              <ul>
                {job.failed.map(({ file, message, reason }) => (
                  <li key={`${file} ${message}`}>
                    <b>{file}</b>{' '}
                    <span>
                      {reason === undefined ? withoutName(message, file) : t(`importing:fault.${reason}`)}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {job.duplicates.length === 0 ? null : (
            <>
              <h3>{t('importing:alreadyHereTitle')}</h3>
              <ul>
                {job.duplicates.map((twin) => (
                  <li key={twin.file}>
                    <b>{twin.file}</b> {t('importing:sameAs')}{' '}
                    <Link to={`/read/${twin.articleId}`}>{twin.title}</Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ) : null}
      {job.storyId === null && job.addedIds.length > 0 ? <PutInStory job={job} /> : null}
    </div>
  )
}

/** Offers a story for the new articles that have none: without one they cannot be compared. */
function PutInStory({ job }: { readonly job: ImportProgress }): ReactNode {
  const { t } = useTranslation('importing')
  const client = useEngine()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const stories = useEngineQuery('stories.list', {}).data ?? []
  const loose = useEngineQuery('articles.ids', {
    filter: { storyId: null },
    sort: 'added',
    descending: true,
  }).data
  const added = new Set(job.addedIds)
  const ids = (loose ?? []).filter((id) => added.has(id))
  const [name, setName] = useState('')
  const put = useMutation({
    mutationFn: async () => {
      const title = name.trim()
      const story = stories.find((one) => one.title === title) ?? (await client['stories.create']({ title }))
      await client['articles.update']({ ids, set: { storyId: story.id } })
      return story.id
    },
    onSuccess: (id) => void navigate(`/compare/${id}`),
  })
  if (ids.length === 0) return null
  return (
    <form
      className={classes.putInStory}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') put.mutate()
      }}
    >
      <p>{t('putInStory', { count: ids.length })}</p>
      <Autocomplete
        label={t('storyName')}
        description={t('storyHint')}
        value={name}
        onChange={setName}
        data={[...new Set(stories.filter(({ sample }) => !sample).map(({ title }) => title))]}
        maxLength={300}
      />
      <Button type="submit" disabled={name.trim() === ''} loading={put.isPending}>
        {t('put')}
      </Button>
      {put.error ? <p className={classes.problem}>{errorText(put.error)}</p> : null}
    </form>
  )
}

/** The name stands before the message already. */
const withoutName = (message: string, file: string): string =>
  message.startsWith(file) ? message.slice(file.length).replace(/^[,:]?\s+/, '') : message

function Close({ onClick }: { readonly onClick: () => void }): ReactNode {
  const { t } = useTranslation('common')
  return (
    <ActionIcon aria-label={t('dismiss')} onClick={onClick}>
      <Icon name="close" size={16} />
    </ActionIcon>
  )
}
