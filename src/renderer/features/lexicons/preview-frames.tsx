import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { mergedConcepts } from '#shared/domain/concepts.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { LexiconPreview } from '#shared/domain/lexicon-editing.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import classes from './lexicons.module.css'
import { Pattern, Swatch } from './pack-parts.tsx'

const MOST_TERMS = 6

/** Labels of concepts and frames, from all packs and the draft. */
export function usePreviewLabels(lexicon: Lexicon) {
  const ui = useUiLanguage()
  const packs = useEngineQuery('lexicons.list', { all: true }).data ?? []
  type Named = {
    readonly id: string
    readonly label: Lexicon['label']
    readonly frames: readonly { readonly id: string; readonly label: Lexicon['label'] }[]
  }
  const shown: readonly { readonly concepts: readonly Named[] }[] = [
    ...packs.filter(({ own }) => !own),
    lexicon,
    ...packs.filter(({ own, id }) => own && id !== lexicon.id),
  ]
  const concepts = mergedConcepts(shown)
  return {
    concept: (id: string) => concepts.get(id)?.label[ui] ?? id,
    frame: (concept: string, id: string) =>
      concepts.get(concept)?.frames.find((one) => one.id === id)?.label[ui] ?? id,
    place: (concept: string, id: string) => {
      const at = concepts.get(concept)?.frames.findIndex((one) => one.id === id) ?? -1
      return at === -1 ? null : at + 1
    },
  }
}

/** Frame by frame: what there is now, what comes, what goes, and through which terms. */
export function PreviewFrames({
  answer,
  lexicon,
}: {
  readonly answer: LexiconPreview
  readonly lexicon: Lexicon
}): ReactNode {
  const { t } = useTranslation('lexicons')
  const ui = useUiLanguage()
  const labels = usePreviewLabels(lexicon)
  const patterns = new Map(
    lexicon.concepts.flatMap(({ frames }) =>
      frames.flatMap(({ terms }) =>
        Object.values(terms).flatMap((list) => list.map((one) => [one.id, one.pattern])),
      ),
    ),
  )
  if (answer.frames.length === 0) return null
  const number = new Intl.NumberFormat(ui)
  const change = (sign: '+' | '−', count: number) => (count === 0 ? '' : `${sign}${number.format(count)}`)
  return (
    <table className={classes.changes}>
      <caption className="visually-hidden">{t('changesByFrame')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('frame')}</th>
          <th scope="col">{t('now')}</th>
          <th scope="col">{t('gainedHead')}</th>
          <th scope="col">{t('lostHead')}</th>
        </tr>
      </thead>
      {answer.frames.map((one) => (
        <tbody key={`${one.concept} ${one.frame}`}>
          <tr>
            <th scope="row">
              <Swatch place={labels.place(one.concept, one.frame)} />
              <span>
                {labels.frame(one.concept, one.frame)} <small>{labels.concept(one.concept)}</small>
              </span>
            </th>
            <td>{number.format(one.before)}</td>
            <td>{change('+', one.gained)}</td>
            <td>{change('−', one.lost)}</td>
          </tr>
          {one.terms.slice(0, MOST_TERMS).map((term) => (
            <tr key={`${term.lexicon} ${term.term}`} className={classes.termChange}>
              <th scope="row">
                <code>
                  <Pattern text={patterns.get(term.term) ?? term.term} />
                </code>
              </th>
              <td />
              <td>{change('+', term.gained)}</td>
              <td>{change('−', term.lost)}</td>
            </tr>
          ))}
          {one.terms.length > MOST_TERMS ? (
            <tr className={classes.termChange}>
              <td colSpan={4}>{t('moreTerms', { count: one.terms.length - MOST_TERMS })}</td>
            </tr>
          ) : null}
        </tbody>
      ))}
    </table>
  )
}
