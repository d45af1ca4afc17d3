import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams, useSearchParams } from 'react-router'
import type { FigurePin } from '#shared/domain/notebook.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useAppState } from '../../platform/settings.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { type AddressChange, changeParams } from '../library/library-address.ts'
import { PinButton } from '../notebook/pin-button.tsx'
import type { PinSubject } from '../notebook/pin-subject.ts'
import classes from './compare.module.css'
import { figureFilter, panelChange, readCompareView, readStoryView } from './compare-address.ts'
import { useConcept } from './use-concept.ts'

type CardSubject = Omit<PinSubject, 'settings' | 'address' | 'filter' | 'storyId'> & {
  /** What the view has chosen by itself, as the address would name it. */
  readonly choices?: AddressChange | undefined
  readonly settings?: readonly FigurePin['settings'][number][] | undefined
}

/** "Pin to notebook" of a card of Compare: what the address says of the view becomes the figure's settings. */
export function PinCard({ subject }: { readonly subject: CardSubject }): ReactNode {
  const { storyId } = useParams()
  const id = Number(storyId)
  return Number.isSafeInteger(id) && id > 0 ? <OfStory storyId={id} subject={subject} /> : null
}

function OfStory({
  storyId,
  subject,
}: {
  readonly storyId: number
  readonly subject: CardSubject
}): ReactNode {
  const { t } = useTranslation(['notebook', 'compare', 'common'])
  const language = useUiLanguage()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const view = readCompareView(params)
  const storyView = readStoryView(params)
  const story = useEngineQuery('stories.list', {}).data?.find((one) => one.id === storyId)
  const corrections = useEngineQuery('corrections.list', { filter: { storyId } }).data?.length ?? 0
  const analysisVersion = useAppState().data?.analysisVersion ?? ''
  const { lexicon, concept } = useConcept(storyId)
  // Voices side by side are a view of Frames alone.
  const voice = storyView !== 'frames' && view.voice === 'split' ? 'narration' : view.voice
  const framed = FRAMED.has(storyView)
  const settings: FigurePin['settings'] = [
    { label: t('notebook:setting.story'), value: story?.title ?? '' },
    {
      label: t('notebook:setting.articles'),
      value: [
        t('common:articles', { count: story?.articles ?? 0 }),
        t('common:outlets', { count: story?.outlets ?? 0 }),
      ].join(', '),
    },
    ...(VOICED.has(storyView)
      ? [{ label: t('notebook:setting.voice'), value: t(`compare:choice.${voice}`) }]
      : []),
    ...(storyView === 'frames'
      ? [{ label: t('notebook:setting.show'), value: t(`compare:shows.${view.show}`) }]
      : []),
    ...(framed && lexicon !== undefined
      ? [{ label: t('notebook:setting.lexicon'), value: `${lexicon.label[language]} ${lexicon.version}` }]
      : []),
    ...(framed && corrections > 0
      ? [
          {
            label: t('notebook:setting.corrections'),
            value: view.asFound
              ? t('notebook:setting.asFound')
              : t('notebook:setting.counted', { count: corrections }),
          },
        ]
      : []),
    ...(subject.settings ?? []),
    ...(view.once ? [{ label: t('notebook:setting.repeats'), value: t('notebook:setting.once') }] : []),
    {
      label: t('notebook:setting.analysis'),
      value: t('notebook:setting.version', { version: analysisVersion }),
    },
  ]
  // What is chosen by itself is named, so that the address leads to the same figures when the library has changed.
  const address = changeParams(params, {
    // In Frames these are the panel's; elsewhere they are choices of the view.
    ...(storyView === 'frames' ? { ...panelChange(null), lines: null } : {}),
    open: null,
    ...subject.choices,
    ...(framed && lexicon !== undefined ? { lexicon: lexicon.id } : {}),
    ...(framed && storyView !== 'frames' && concept !== undefined ? { about: concept.id } : {}),
    card: subject.key,
  })
  return (
    <PinButton
      className={classes.tool}
      subject={{
        ...subject,
        // The story is among the settings already.
        notes: subject.notes.filter((note) => note !== story?.title),
        settings,
        address: `${pathname}?${address}`,
        filter: figureFilter(storyId, view),
        storyId,
      }}
    />
  )
}

/** Views whose figures come from a lexicon. */
const FRAMED: ReadonlySet<string> = new Set([
  'frames',
  'differences',
  'salience',
  'tone',
  'collocates',
  'speakers',
  'time',
])
/** Of these, views in which one chooses whose words count. */
const VOICED: ReadonlySet<string> = new Set(['frames', 'differences', 'salience', 'tone', 'time'])
