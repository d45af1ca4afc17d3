import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Candidate,
  type CandidateKeyness,
  type CandidateLikeness,
  type CandidateNaming,
  NAMING_KINDS,
  type SlotContext,
} from '#shared/domain/discovery.ts'
import type { LexiconSummary } from '#shared/domain/library.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import classes from './discover.module.css'

export type Concept = LexiconSummary['concepts'][number]

/** So many shared contexts are spelled out. */
const SPELLED = 4
const OUTLETS_NAMED = 3

interface ReasonsProps {
  readonly candidate: Candidate
  readonly concepts: ReadonlyMap<string, Concept>
  /** The concept asked for needs no naming in each row. */
  readonly concept: string | null
}

/** What speaks for a candidate, one line for each source. */
export function Reasons({ candidate, concepts, concept }: ReasonsProps): ReactNode {
  const { likeness, keyness, naming } = candidate
  return (
    <ul className={classes.reasons}>
      {likeness === null ? null : (
        <li>
          <Like likeness={likeness} concepts={concepts} about={concept === null} />
        </li>
      )}
      {keyness === null ? null : (
        <li>
          <Often keyness={keyness} />
        </li>
      )}
      {naming === null ? null : (
        <li>
          <Named naming={naming} />
        </li>
      )}
    </ul>
  )
}

function Like({
  likeness,
  concepts,
  about,
}: {
  readonly likeness: CandidateLikeness
  readonly concepts: ReasonsProps['concepts']
  readonly about: boolean
}): ReactNode {
  const { t } = useTranslation(['discover', 'common'])
  const language = useUiLanguage()
  const { like, shared, sharedTotal, cosine, otherOutlets } = likeness
  const concept = concepts.get(likeness.concept)
  const frame = concept?.frames.find(({ id }) => id === like.frame)
  const more = sharedTotal - Math.min(SPELLED, shared.length)
  const facts = [
    about && concept !== undefined ? t('discover:why.about', { concept: concept.label[language] }) : null,
    frame === undefined ? null : t('discover:why.frame', { term: like.text, frame: frame.label[language] }),
    t('discover:why.cosine', {
      cosine: new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(cosine),
    }),
  ].filter((one) => one !== null)
  return (
    <>
      {t('discover:why.like', { term: like.text, count: sharedTotal })}
      {' – '}
      {shared.slice(0, SPELLED).map((one, index) => (
        <Fragment key={`${one.place} ${one.word}`}>
          {index === 0 ? '' : ', '}
          <Slot context={one} />
        </Fragment>
      ))}
      {more <= 0 ? null : `, ${t('discover:why.more', { count: more })}`}
      {otherOutlets.length === 0 ? null : (
        <div className={classes.elsewhere}>
          {t('discover:why.elsewhere', {
            term: like.text,
            outlets:
              otherOutlets.length > OUTLETS_NAMED
                ? t('common:outlets', { count: otherOutlets.length })
                : otherOutlets.map((one) => one || t('common:noOutlet')).join(', '),
          })}
        </div>
      )}
      <small className={classes.facts}> {facts.join(' · ')}</small>
    </>
  )
}

/** A context as it surrounds the gap: "the ___", "___ arrive". */
function Slot({ context: { place, word } }: { readonly context: SlotContext }): ReactNode {
  const { t } = useTranslation('discover')
  const shown = word === '0' ? t('why.number') : word
  if (place === 0) return <>{t('why.near', { word: shown })}</>
  const between = Math.abs(place) === 2 ? ' … ' : ' '
  return <span className={classes.slot}>{place < 0 ? `${shown}${between}___` : `___${between}${shown}`}</span>
}

function Often({ keyness }: { readonly keyness: CandidateKeyness }): ReactNode {
  const { t } = useTranslation(['discover', 'common'])
  const language = useUiLanguage()
  const outlet = keyness.outlet || t('common:noOutlet')
  if (keyness.reference === 0) return <>{t('discover:why.only', { outlet, count: keyness.count })}</>
  const ratio = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(2 ** keyness.logRatio)
  return <>{t('discover:why.often', { outlet, ratio, count: keyness.count, reference: keyness.reference })}</>
}

function Named({ naming }: { readonly naming: CandidateNaming }): ReactNode {
  const { t } = useTranslation(['discover', 'common'])
  const what = NAMING_KINDS.filter((kind) => naming.acts[kind] > 0)
    .map((kind) => t(`discover:why.${kind}`, { count: naming.acts[kind] }))
    .join(', ')
  const said = t('discover:why.namedIn', {
    what,
    articles: t('common:articles', { count: naming.articles }),
  })
  return <>{said[0]!.toLocaleUpperCase() + said.slice(1)}</>
}
