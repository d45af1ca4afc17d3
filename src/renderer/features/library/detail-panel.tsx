import { ActionIcon, Autocomplete, Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ArticlePatch } from '#shared/contract/contract.ts'
import { GUESSED_FIELDS, type GuessedField } from '#shared/domain/article.ts'
import type { ArticleView } from '#shared/domain/library.ts'
import { useEngine, useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { languageName } from '../../ui/dates.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { Icon } from '../../ui/icons.tsx'
import classes from './library.module.css'

const FIELDS = ['title', 'outlet', 'published', 'language', 'byline', 'story'] as const
type Field = (typeof FIELDS)[number]
/** Languages to choose from; those of the library's articles join them. Parallax has rules for the first three. */
const LANGUAGES = ['en', 'ru', 'de', 'ar', 'be', 'es', 'fr', 'it', 'kk', 'pl', 'tr', 'uk', 'zh'] as const
type Draft = Readonly<Partial<Record<Field, string>>>

interface PanelProps {
  readonly ids: readonly number[]
  readonly onClose: () => void
  readonly onRemove: () => void
}

/** Metadata of one article or many, to confirm or correct. Of many, only what is filled in is changed. */
export function DetailPanel({ ids, onClose, onRemove }: PanelProps): ReactNode {
  const { t } = useTranslation(['library', 'common'])
  const single = ids.length === 1 ? ids[0]! : null
  const article = useEngineQuery('articles.get', { id: single ?? 1 }, { enabled: single !== null })
  const view = single === null ? null : (article.data ?? null)
  return (
    <aside className={classes.panel} aria-label={t('library:details')}>
      <div className={classes.panelHead}>
        <h2>{single === null ? t('library:selected', { count: ids.length }) : t('library:details')}</h2>
        <ActionIcon aria-label={t('common:close')} onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </div>
      {single !== null && view === null ? null : (
        <MetadataForm
          key={view === null ? ids.join() : JSON.stringify([view.id, view.guesses])}
          ids={ids}
          view={view}
        />
      )}
      <div className={classes.panelFoot}>
        {single === null ? null : (
          <Button component={Link} to={`/read/${single}`}>
            {t('library:openInRead')}
          </Button>
        )}
        <Button onClick={onRemove}>{t('library:remove')}</Button>
      </div>
    </aside>
  )
}

function MetadataForm({
  ids,
  view,
}: {
  readonly ids: readonly number[]
  readonly view: ArticleView | null
}): ReactNode {
  const { t } = useTranslation(['library', 'common', 'guess'])
  const client = useEngine()
  const errorText = useErrorText()
  const stories = useEngineQuery('stories.list', {}).data ?? []
  const uiLanguage = useUiLanguage()
  const facets = useEngineQuery('articles.facets', { filter: {} }).data
  const outlets = facets?.outlets ?? []
  const spoken = facets?.languages.flatMap(({ value }) => value ?? []) ?? []
  const stored: Draft = view === null ? {} : draftOf(view, stories)
  const [draft, setDraft] = useState<Draft>({})
  const shownIn = (field: Field): string => draft[field] ?? stored[field] ?? ''
  const changed = FIELDS.filter(
    (field) => draft[field] !== undefined && draft[field] !== (stored[field] ?? ''),
  )
  const guessedFields =
    view === null ? [] : GUESSED_FIELDS.filter((field) => view.guesses[field] !== undefined)

  const save = useMutation({
    mutationFn: async () => {
      const set: ArticlePatch = patchOf(draft, changed)
      if (changed.includes('story')) {
        const title = shownIn('story').trim()
        set.storyId =
          title === ''
            ? null
            : (stories.find((story) => story.title === title) ?? (await client['stories.create']({ title })))
                .id
      }
      await client['articles.update']({ ids: [...ids], set })
    },
    onSuccess: () => setDraft({}),
  })
  const confirm = useMutation({
    mutationFn: (fields: readonly GuessedField[]) =>
      client['articles.confirm']({ ids: [...ids], fields: [...fields] }),
  })

  const field = (name: Field) => ({
    label: t(`library:field.${name}`),
    value: shownIn(name),
    description: hintOf(name),
    inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
    classNames: isGuess(name) ? { input: classes.guessedInput, description: classes.guessedHint } : {},
  })
  const isGuess = (name: Field): boolean =>
    guessedFields.some((guessed) => guessed === name) && draft[name] === undefined
  const hintOf = (name: Field): string | undefined => {
    if (name === 'story' || !isGuess(name)) return undefined
    const guess = view?.guesses[name]
    return (
      guess &&
      `${t(`guess:${guess.from}`)}${guess.evidence === '' ? '' : `: ${t('library:evidence', { words: guess.evidence.slice(0, 120) })}`}`
    )
  }
  const put = (name: Field) => (value: string) => setDraft((before) => ({ ...before, [name]: value }))

  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (changed.length > 0) save.mutate()
      }}
    >
      {view === null ? <p className="quiet">{t('library:manyHint')}</p> : null}
      {view === null ? null : (
        <TextInput
          {...field('title')}
          onChange={(event) => put('title')(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
      )}
      <Autocomplete
        {...field('outlet')}
        data={outlets.flatMap(({ value }) => value ?? [])}
        limit={40}
        onChange={put('outlet')}
      />
      <TextInput
        {...field('published')}
        type="date"
        onChange={(event) => put('published')(event.currentTarget.value)}
      />
      <NativeSelect
        {...field('language')}
        data={[
          ...(view === null ? [{ value: '', label: '–' }] : []),
          ...[...new Set([...LANGUAGES, ...spoken, shownIn('language')])]
            .filter((code) => code !== '')
            .map((code) => ({ value: code, label: languageName(code, uiLanguage) })),
        ]}
        onChange={(event) => put('language')(event.currentTarget.value)}
      />
      <Autocomplete
        {...field('story')}
        data={[...new Set(stories.map(({ title }) => title))]}
        onChange={put('story')}
      />
      {view === null ? null : (
        <TextInput {...field('byline')} onChange={(event) => put('byline')(event.currentTarget.value)} />
      )}
      {view === null ? null : (
        <p className={classes.file}>
          {t('library:file')}: {view.file}
        </p>
      )}
      {save.error || confirm.error ? (
        <p className={classes.problem} role="alert">
          {errorText(save.error ?? confirm.error)}
        </p>
      ) : null}
      <div className={classes.actions}>
        <Button type="submit" variant="filled" disabled={changed.length === 0} loading={save.isPending}>
          {t('common:save')}
        </Button>
        {view !== null && guessedFields.length === 0 ? null : (
          <Button onClick={() => confirm.mutate(view === null ? GUESSED_FIELDS : guessedFields)}>
            {t('library:confirm', { count: view === null ? GUESSED_FIELDS.length : guessedFields.length })}
          </Button>
        )}
      </div>
    </form>
  )
}

function draftOf(
  view: ArticleView,
  stories: readonly { readonly id: number; readonly title: string }[],
): Readonly<Record<Field, string>> {
  return {
    title: view.title,
    outlet: view.outlet ?? '',
    published: view.published?.slice(0, 10) ?? '',
    language: view.language,
    byline: view.byline ?? '',
    story: stories.find(({ id }) => id === view.storyId)?.title ?? '',
  }
}

/** An emptied field becomes null where the article may go without, and is left alone where it may not. */
function patchOf(draft: Draft, changed: readonly Field[]): ArticlePatch {
  const words = (field: Field): string | null => draft[field]?.trim() || null
  const has = (field: Field): boolean => changed.includes(field)
  const title = words('title')
  const language = words('language')
  return {
    ...(has('title') && title !== null ? { title } : {}),
    ...(has('outlet') ? { outlet: words('outlet') } : {}),
    ...(has('published') ? { published: words('published') } : {}),
    ...(has('language') && language !== null ? { language } : {}),
    ...(has('byline') ? { byline: words('byline') } : {}),
  }
}
