import { Button, Menu } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { LexiconSummary } from '#shared/domain/library.ts'
import { useEngine } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Icon } from '../../ui/icons.tsx'
import classes from './lexicons.module.css'
import { NewPackForm } from './new-pack-form.tsx'

/** The person's own packs and the shipped ones; new packs, and packs from files. */
export function PackList({
  packs,
  chosen,
  unsaved,
  children,
}: {
  readonly packs: readonly LexiconSummary[]
  readonly chosen: string | null
  readonly unsaved: ReadonlySet<string>
  /** A note above the packs. */
  readonly children?: ReactNode
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const client = useEngine()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const file = useRef<HTMLInputElement>(null)
  const [making, setMaking] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const own = packs.filter((one) => one.own)

  const importFile = async (event: FormEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    const given = input.files?.[0]
    if (given === undefined) return
    setProblem(null)
    try {
      const made = await client['lexicons.import']({ name: given.name, data: await given.text() })
      void navigate(`/lexicons/${made.id}`)
    } catch (error) {
      setProblem(error)
    }
    input.value = ''
  }

  return (
    <nav className={classes.list} aria-label={t('list')}>
      <div className={classes.listHead}>
        <h2>{t('title')}</h2>
        <Menu>
          <Menu.Target>
            <Button size="xs" rightSection={<Icon name="down" size={14} />}>
              {t('new')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setMaking(true)}>{t('newEmpty')}</Menu.Item>
            <Menu.Item onClick={() => file.current?.click()}>{t('import')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <input
          ref={file}
          type="file"
          accept=".yaml,.yml,.json"
          hidden
          aria-label={t('import')}
          data-import="lexicon"
          onChange={(event) => void importFile(event)}
        />
      </div>
      {problem === null ? null : (
        <p className={classes.listProblem} role="alert">
          {errorText(problem)}
        </p>
      )}
      {making ? (
        <NewPackForm
          label={t('newName')}
          action={t('create')}
          withLanguages
          onSubmit={async (title, languages) => {
            const made = await client['lexicons.create']({ title, languages: [...languages] })
            setMaking(false)
            void navigate(`/lexicons/${made.id}`)
          }}
          onCancel={() => setMaking(false)}
        />
      ) : null}
      {children}
      <h3>{t('yours')}</h3>
      {own.length === 0 ? <p className={classes.none}>{t('noneYours')}</p> : null}
      <Packs packs={own} chosen={chosen} unsaved={unsaved} />
      <h3>{t('shipped')}</h3>
      <Packs packs={packs.filter((one) => !one.own)} chosen={chosen} unsaved={unsaved} />
    </nav>
  )
}

function Packs({
  packs,
  chosen,
  unsaved,
}: {
  readonly packs: readonly LexiconSummary[]
  readonly chosen: string | null
  readonly unsaved: ReadonlySet<string>
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const language = useUiLanguage()
  if (packs.length === 0) return null
  return (
    <ul>
      {packs.map((one) => {
        const terms = one.concepts
          .flatMap(({ frames }) => frames)
          .reduce((sum, frame) => sum + frame.terms, 0)
        return (
          <li key={one.id}>
            <Link
              to={`/lexicons/${one.id}`}
              className={classes.entry}
              aria-current={one.id === chosen ? 'page' : undefined}
              data-off={!one.enabled || undefined}
            >
              {one.own ? null : <Icon name="lock" size={14} />}
              <span className={classes.entryName}>{one.label[language]}</span>
              <small>
                {one.version} · {t('terms', { count: terms })}
                {one.enabled ? null : <b> · {t('off')}</b>}
                {unsaved.has(one.id) ? <b className={classes.unsaved}> · {t('unsaved')}</b> : null}
              </small>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
