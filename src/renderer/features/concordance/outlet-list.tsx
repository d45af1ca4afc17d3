import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutletLines } from '#shared/domain/concordance.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { CutInMiddle } from '../../ui/cut-in-middle.tsx'
import { outletParam } from '../library/library-address.ts'
import classes from './concordance.module.css'
import type { Concept } from './concordance-head.tsx'

interface ListProps {
  readonly perOutlet: readonly OutletLines[]
  readonly chosen: readonly (string | null)[]
  readonly onChoose: (outlets: readonly string[]) => void
  /** The frames whose colours the lines show. */
  readonly frames: Concept['frames']
}

/** How many lines each outlet has; a click narrows the list to it, a second one takes that back. */
export function OutletList({ perOutlet, chosen, onChoose, frames }: ListProps): ReactNode {
  const { t } = useTranslation(['concordance', 'common'])
  const language = useUiLanguage()
  const number = new Intl.NumberFormat(language)
  const names = chosen.map(outletParam)
  const order = new Intl.Collator(language, { numeric: true })
  const sorted = perOutlet.toSorted((a, b) => order.compare(a.outlet, b.outlet))
  return (
    <section className={classes.outlets} aria-label={t('concordance:byOutlet')}>
      <h2>{t('concordance:byOutlet')}</h2>
      <ul>
        {sorted.map(({ outlet, lines, articles }) => {
          const name = outletParam(outlet === '' ? null : outlet)
          const pressed = names.includes(name)
          return (
            <li key={name}>
              <UnstyledButton
                className={classes.choice}
                aria-pressed={pressed}
                title={t('concordance:inArticles', { count: articles })}
                onClick={() => onChoose(pressed ? names.filter((one) => one !== name) : [...names, name])}
              >
                <span>
                  <CutInMiddle text={outlet === '' ? t('common:noOutlet') : outlet} most={40} />
                </span>
                <small>{number.format(lines)}</small>
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      {names.length === 0 ? null : (
        <UnstyledButton className={classes.all} onClick={() => onChoose([])}>
          {t('concordance:allOutlets')}
        </UnstyledButton>
      )}
      {frames.length === 0 ? null : (
        <>
          <h2>{t('concordance:colours')}</h2>
          <ul className={classes.frames}>
            {frames.map(({ id, label }, index) => (
              <li key={id}>
                <i style={{ background: `var(--frame-${(index % 6) + 1})` }} />
                {label[language]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
