import { Button, Menu, Switch, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { LexiconFormat, LexiconView } from '#shared/domain/lexicon-editing.ts'
import { useEngine, useEngineQuery, usePlatform } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { formatDay, languageName } from '../../ui/dates.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { countTerms, packLanguages, relabelled } from './draft.ts'

import classes from './lexicons.module.css'
import { NewPackForm } from './new-pack-form.tsx'
import { type Editing, errorOf } from './pack-parts.tsx'
import type { PendingChange } from './preview-panel.tsx'

/** Name, note and standing of a pack, and what can be done with it as a whole. */
export function PackHead({
  stored,
  editing,
  onPending,
  onBringBack,
}: {
  readonly stored: LexiconView
  readonly editing: Editing
  readonly onPending: (change: PendingChange) => void
  readonly onBringBack: (version: string) => void
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const language = useUiLanguage()
  const client = useEngine()
  const platform = usePlatform()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const [copying, setCopying] = useState(false)
  const [history, setHistory] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { lexicon, readOnly, problems, edit } = editing
  const title = lexicon.label[language]

  const save = (format: LexiconFormat) => {
    setProblem(null)
    client['lexicons.export']({ id: stored.id, format })
      .then(({ name, text }) =>
        platform.saveFile(name, format === 'json' ? 'application/json' : 'application/yaml', text),
      )
      .catch(setProblem)
  }

  return (
    <header className={classes.packHead}>
      <div className={classes.packTitle}>
        <h1 className={readOnly ? undefined : 'visually-hidden'}>{title}</h1>
        {readOnly ? null : (
          <TextInput
            className={classes.titleField}
            label={t('name')}
            value={title}
            maxLength={200}
            error={errorOf(problems.at(['label'], true))}
            onChange={(event) => {
              const text = event.currentTarget.value
              edit((one) => ({ ...one, label: relabelled(one.label, language, text) }), 'label')
            }}
          />
        )}
        <div className={classes.actions}>
          <Button variant={readOnly ? 'filled' : 'default'} onClick={() => setCopying(true)}>
            {t(readOnly ? 'copyToEdit' : 'copy')}
          </Button>
          <Menu>
            <Menu.Target>
              <Button rightSection={<Icon name="down" size={14} />}>{t('more')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => save('yaml')}>{t('exportYaml')}</Menu.Item>
              <Menu.Item onClick={() => save('json')}>{t('exportJson')}</Menu.Item>
              {readOnly ? null : (
                <>
                  <Menu.Item onClick={() => setHistory(true)}>{t('versions')}</Menu.Item>
                  <Menu.Item onClick={() => onPending({ kind: 'remove', ids: [stored.id] })}>
                    {t('remove')}
                  </Menu.Item>
                </>
              )}
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {errorText(problem)}
        </p>
      )}
      {copying ? (
        <NewPackForm
          label={t('copyName')}
          action={t('copy')}
          given={t('copyOf', { title })}
          onSubmit={async (name) => {
            const made = await client['lexicons.copy']({ id: stored.id, title: name })
            setCopying(false)
            void navigate(`/lexicons/${made.id}`)
          }}
          onCancel={() => setCopying(false)}
        />
      ) : null}
      <p className={classes.facts}>
        <span>{t(stored.own ? 'ownVersion' : 'shippedVersion', { version: stored.version })}</span>
        {stored.savedAt === null ? null : (
          <span>{t('savedOn', { date: formatDay(stored.savedAt, language) })}</span>
        )}
        {stored.basedOn === undefined ? null : <BasedOn reference={stored.basedOn} />}
        <span>{t('terms', { count: countTerms(lexicon) })}</span>
        <span>
          {packLanguages(lexicon)
            .map((code) => languageName(code, language))
            .join(', ')}
        </span>
        <span>{t('licence', { licence: lexicon.licence })}</span>
      </p>
      {readOnly ? (
        <p className={classes.note}>{lexicon.note[language]}</p>
      ) : (
        <Textarea
          label={t('note')}
          autosize
          minRows={1}
          maxRows={6}
          value={lexicon.note[language]}
          error={errorOf(problems.at(['note'], true))}
          onChange={(event) => {
            const text = event.currentTarget.value
            edit((one) => ({ ...one, note: relabelled(one.note, language, text) }), 'note')
          }}
        />
      )}
      <Switch
        size="sm"
        className={classes.enabled}
        label={t('enabled')}
        description={t(stored.enabled ? 'enabledHint' : 'disabledHint')}
        checked={stored.enabled}
        onChange={() => onPending({ kind: stored.enabled ? 'off' : 'on', ids: [stored.id] })}
      />
      {history ? (
        <Versions
          id={stored.id}
          current={stored.version}
          onBringBack={onBringBack}
          onClose={() => setHistory(false)}
        />
      ) : null}
    </header>
  )
}

function BasedOn({
  reference,
}: {
  readonly reference: { readonly id: string; readonly version: string }
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const language = useUiLanguage()
  const original = useEngineQuery('lexicons.list', { all: true }).data?.find(({ id }) => id === reference.id)
  const text = t('basedOn', { title: original?.label[language] ?? reference.id, version: reference.version })
  return original === undefined ? <span>{text}</span> : <Link to={`/lexicons/${reference.id}`}>{text}</Link>
}

/** Every version that was saved; bringing one back makes it an unsaved change, so that it is previewed like any other. */
function Versions({
  id,
  current,
  onBringBack,
  onClose,
}: {
  readonly id: string
  readonly current: string
  readonly onBringBack: (version: string) => void
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation(['lexicons', 'common'])
  const language = useUiLanguage()
  const versions = useEngineQuery('lexicons.versions', { id }).data ?? []
  return (
    <section className={classes.versions} aria-label={t('lexicons:versions')}>
      <div className={classes.versionsHead}>
        <h2>{t('lexicons:versions')}</h2>
        <Button size="xs" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      <ul>
        {versions.map(({ version, savedAt, terms }) => (
          <li key={version}>
            <b>{version}</b>
            <span>{formatDay(savedAt, language)}</span>
            <span>{t('lexicons:terms', { count: terms })}</span>
            {version === current ? (
              <span className="quiet">{t('lexicons:current')}</span>
            ) : (
              <Button
                size="xs"
                aria-label={t('lexicons:bringBackVersion', { version })}
                onClick={() => onBringBack(version)}
              >
                {t('lexicons:bringBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
