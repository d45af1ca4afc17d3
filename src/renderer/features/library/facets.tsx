import { TextInput, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleFacets } from '#shared/domain/library.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { CutInMiddle } from '../../ui/cut-in-middle.tsx'
import { languageName } from '../../ui/dates.ts'
import classes from './library.module.css'
import { type AddressChange, type LibraryView, outletParam } from './library-address.ts'

interface FacetsProps {
  readonly facets: ArticleFacets
  readonly view: LibraryView
  readonly onChange: (change: AddressChange) => void
}

/** The ways to narrow the list. Outlets and languages can be several at once; each list counts without its own choice. */
export function Facets({ facets, view, onChange }: FacetsProps): ReactNode {
  const { t } = useTranslation(['library', 'common'])
  const language = useUiLanguage()
  const { filter } = view
  const narrow = (change: AddressChange) => onChange({ ...change, sel: null })
  const toggled = <T,>(list: readonly T[] | undefined, value: T): readonly T[] =>
    list?.includes(value) ? list.filter((one) => one !== value) : [...(list ?? []), value]

  return (
    <>
      <Group title={t('library:story')} empty={facets.stories.length === 0}>
        {facets.stories.map((story) => (
          <Choice
            key={story.id ?? 'none'}
            label={story.id === null ? t('common:noStory') : story.title}
            count={story.count}
            chosen={filter.storyId === story.id}
            onClick={() =>
              narrow({
                story: filter.storyId === story.id ? null : story.id === null ? 'none' : String(story.id),
              })
            }
          />
        ))}
      </Group>
      <Group title={t('library:outlet')} empty={facets.outlets.length === 0}>
        {facets.outlets.map(({ value, label, count }) => (
          <Choice
            key={value ?? ''}
            label={value === null ? t('common:noOutlet') : label}
            count={count}
            chosen={filter.outlets?.includes(value) ?? false}
            onClick={() => narrow({ outlet: toggled(filter.outlets, value).map(outletParam) })}
          />
        ))}
      </Group>
      <Group title={t('library:language')} empty={facets.languages.length === 0}>
        {facets.languages.map(({ value, count }) =>
          value === null ? null : (
            <Choice
              key={value}
              label={languageName(value, language)}
              count={count}
              chosen={filter.languages?.includes(value) ?? false}
              onClick={() => narrow({ lang: toggled(filter.languages, value) })}
            />
          ),
        )}
      </Group>
      <section className={classes.facet} hidden={facets.outlets.length === 0}>
        <h3>{t('library:date')}</h3>
        <div className={classes.dates}>
          <TextInput
            type="date"
            size="xs"
            label={t('library:from')}
            value={filter.from ?? ''}
            max={filter.to}
            onChange={(event) => narrow({ from: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            size="xs"
            label={t('library:to')}
            value={filter.to ?? ''}
            min={filter.from}
            onChange={(event) => narrow({ to: event.currentTarget.value || null })}
          />
        </div>
      </section>
      {facets.guessed > 0 || filter.guessedOnly ? (
        <Group title={t('library:toCheck')}>
          <Choice
            label={t('library:guessed')}
            count={facets.guessed}
            chosen={filter.guessedOnly === true}
            onClick={() => narrow({ check: filter.guessedOnly ? null : '1' })}
          />
        </Group>
      ) : null}
    </>
  )
}

function Group({
  title,
  empty = false,
  children,
}: {
  readonly title: string
  readonly empty?: boolean
  readonly children: ReactNode
}): ReactNode {
  if (empty) return null
  return (
    <section className={classes.facet}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

function Choice({
  label,
  count,
  chosen,
  onClick,
}: {
  readonly label: string
  readonly count: number
  readonly chosen: boolean
  readonly onClick: () => void
}): ReactNode {
  const language = useUiLanguage()
  return (
    <li>
      <UnstyledButton className={classes.choice} aria-pressed={chosen} onClick={onClick}>
        <span>
          <CutInMiddle text={label} most={40} />
        </span>
        <small>{new Intl.NumberFormat(language).format(count)}</small>
      </UnstyledButton>
    </li>
  )
}
