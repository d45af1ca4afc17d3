import { Menu, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './compare.module.css'

export const SAVED_KINDS = ['png', 'svg', 'csv'] as const
export type SavedKind = (typeof SAVED_KINDS)[number]

const LABELS = { png: 'savePng', svg: 'saveSvg', csv: 'saveCsv' } as const

/** What can be done with a card's figure: its table, its formula, saving, pinning. */
export function CardTools({
  asTable,
  onTable,
  formula,
  onFormula,
  onSave,
  pin,
}: {
  /** Whether the table is shown; null: there is no table beside the figure. */
  readonly asTable: boolean | null
  readonly onTable: () => void
  readonly formula: { readonly open: boolean; readonly controls: string } | null
  readonly onFormula: () => void
  readonly onSave: (kind: SavedKind) => void
  /** Puts the figure on a notebook page. */
  readonly pin?: ReactNode
}): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <div className={classes.tools}>
      {asTable === null ? null : (
        <UnstyledButton className={classes.tool} aria-pressed={asTable} onClick={onTable}>
          {asTable ? t('chart') : t('table')}
        </UnstyledButton>
      )}
      {formula === null ? null : (
        <UnstyledButton
          className={classes.tool}
          aria-expanded={formula.open}
          aria-controls={formula.controls}
          onClick={onFormula}
        >
          {t('formula')}
        </UnstyledButton>
      )}
      <Menu>
        <Menu.Target>
          <UnstyledButton className={classes.tool}>{t('saveFigure')}</UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {SAVED_KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => onSave(kind)}>
              {t(LABELS[kind])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {pin}
    </div>
  )
}
