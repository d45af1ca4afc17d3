import { Checkbox, UnstyledButton } from '@mantine/core'
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ArticleRow, LexiconSummary } from '#shared/domain/library.ts'
import { engineQuery, useEngine } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { Icon } from '../../ui/icons.tsx'
import { DateCell, FramesCell, Guessed, OutletCell, Snippet } from './cells.tsx'
import classes from './library.module.css'
import { type ArticleSort, type LibraryView, type Selection, startsDescending } from './library-address.ts'
import { useArticleRows } from './use-article-rows.ts'

type Concept = LexiconSummary['concepts'][number]

interface TableProps {
  readonly view: LibraryView
  /** Length of the list: known before any of its pages, and the same while pages load. */
  readonly total: number
  readonly concept: Concept | undefined
  readonly conceptHeader: ReactNode
  readonly onSelect: (selection: Selection) => void
  readonly onSort: (sort: ArticleSort, descending: boolean) => void
  readonly onRemove: () => void
}

const ROW_HEIGHT_PX = 58
const features = tableFeatures({})
const helper = createColumnHelper<typeof features, ArticleRow>()

/** The list. Rows come by pages as they scroll into view, so that its length does not matter. */
export function ArticleTable(props: TableProps): ReactNode {
  const { view, total, concept, onSelect, onSort } = props
  const { t } = useTranslation(['library', 'common'])
  const language = useUiLanguage()
  const client = useEngine()
  const navigate = useNavigate()
  const scroller = useRef<HTMLDivElement>(null)
  const [window_, setWindow] = useState({ first: 0, last: 30 })
  const { rowAt } = useArticleRows(view, concept?.id, window_.first, window_.last)
  const [active, setActive] = useState(0)
  const anchor = useRef(0)

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
    scrollPaddingStart: 40,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 30
  useEffect(() => {
    setWindow((before) => (before.first === first && before.last === last ? before : { first, last }))
  }, [first, last])
  const listKey = JSON.stringify([view.filter, view.sort, view.descending])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts at its top.
  useEffect(() => {
    setActive(0)
    anchor.current = 0
    scroller.current?.scrollTo({ top: 0 })
  }, [listKey])

  const labels = useMemo(() => concept?.frames.map(({ label }) => label[language]) ?? [], [concept, language])
  const columns = useMemo(
    () =>
      helper.columns([
        helper.display({ id: 'title', cell: ({ row }) => <TitleCell row={row.original} /> }),
        helper.display({ id: 'outlet', cell: ({ row }) => <OutletCell row={row.original} /> }),
        helper.display({ id: 'published', cell: ({ row }) => <DateCell row={row.original} /> }),
        helper.display({
          id: 'words',
          cell: ({ row }) => new Intl.NumberFormat(language).format(row.original.words),
        }),
        helper.display({
          id: 'frames',
          cell: ({ row }) =>
            row.original.frames === null ? null : <FramesCell counts={row.original.frames} labels={labels} />,
        }),
      ]),
    [language, labels],
  )
  const shown = items.flatMap(({ index }) => rowAt(index) ?? [])
  const table = useTable({ features, columns, data: shown, getRowId: ({ id }) => String(id) })
  const modelOf = new Map(table.getRowModel().rows.map((row) => [row.original.id, row]))

  const { selection } = view
  const isChosen = (id: number) => selection === 'all' || selection.includes(id)
  const chosenIds = selection === 'all' ? null : selection

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index))
    setActive(next)
    virtual.scrollToIndex(next)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true }),
    )
    return next
  }
  const toggle = async (id: number) => {
    if (chosenIds !== null) {
      onSelect(chosenIds.includes(id) ? chosenIds.filter((one) => one !== id) : [...chosenIds, id])
      return
    }
    onSelect((await allIds()).filter((one) => one !== id))
  }
  const allIds = () => {
    const { filter, sort, descending } = view
    return engineQuery(client, 'articles.ids', { filter, sort, descending }).queryFn()
  }
  /** From where the choosing began to here, as lists everywhere do it. */
  const selectRange = async (to: number) => {
    const [low, high] = anchor.current <= to ? [anchor.current, to] : [to, anchor.current]
    onSelect((await allIds()).slice(low, high + 1))
  }
  const open = (id: number) => void navigate(`/read/${id}`)

  const onKey = (event: KeyboardEvent, index: number, row: ArticleRow) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 500) / ROW_HEIGHT_PX) - 2)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: total - 1,
    }
    if (Object.hasOwn(steps, event.key)) {
      event.preventDefault()
      const next = goTo(steps[event.key]!)
      if (event.shiftKey) void selectRange(next)
    } else if (event.key === 'Enter') {
      open(row.id)
    } else if (event.key === ' ') {
      event.preventDefault()
      anchor.current = index
      void toggle(row.id)
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSelect('all')
    } else if (event.key === 'Escape') {
      onSelect([])
    } else if (event.key === 'Delete') {
      props.onRemove()
    }
  }
  const onClick = (event: MouseEvent, index: number, row: ArticleRow) => {
    setActive(index)
    if (event.shiftKey) return void selectRange(index)
    anchor.current = index
    if (event.ctrlKey || event.metaKey) return void toggle(row.id)
    onSelect([row.id])
  }

  const allChosen = selection === 'all' || (total > 0 && selection.length === total)
  const sortable = (sort: ArticleSort, label: string, className?: string) => (
    <SortHeader
      label={label}
      className={className}
      direction={view.sort === sort ? (view.descending ? 'descending' : 'ascending') : 'none'}
      onSort={() => onSort(sort, view.sort === sort ? !view.descending : startsDescending(sort))}
    />
  )

  return (
    <div ref={scroller} className={classes.scroller}>
      {/* biome-ignore-start lint/a11y/useSemanticElements: rows are placed by the virtual list, which a table's own layout does not allow. */}
      <div
        role="grid"
        aria-label={t('library:listLabel')}
        aria-rowcount={total + 1}
        aria-colcount={6}
        aria-multiselectable="true"
        className={classes.table}
      >
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} tabIndex={-1} className={classes.row}>
            <div role="columnheader" tabIndex={-1}>
              <Checkbox
                size="xs"
                aria-label={t('library:selectAll')}
                checked={allChosen}
                indeterminate={!allChosen && selection.length > 0}
                onChange={() => onSelect(allChosen ? [] : 'all')}
              />
            </div>
            {sortable('title', t('library:article'))}
            {sortable('outlet', t('library:outlet'))}
            {sortable('published', t('library:date'))}
            {sortable('words', t('library:words'), classes.number)}
            <div role="columnheader" tabIndex={-1} className={classes.conceptHead}>
              {props.conceptHeader}
            </div>
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rowAt(item.index)
            const model = row && modelOf.get(row.id)
            if (row === undefined || model === undefined) {
              return (
                <div
                  key={item.key}
                  data-index={item.index}
                  ref={virtual.measureElement}
                  className={classes.waiting}
                  style={{ transform: `translateY(${item.start}px)` }}
                />
              )
            }
            const chosen = isChosen(row.id)
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={chosen}
                data-index={item.index}
                data-article={row.id}
                ref={virtual.measureElement}
                tabIndex={item.index === active ? 0 : -1}
                className={classes.row}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={(event) => onClick(event, item.index, row)}
                onDoubleClick={() => open(row.id)}
                onKeyDown={(event) => onKey(event, item.index, row)}
                onFocus={() => setActive(item.index)}
              >
                <div role="gridcell" tabIndex={-1} className={classes.tick}>
                  <Checkbox
                    size="xs"
                    tabIndex={-1}
                    aria-label={t('library:selectOne', { title: row.title })}
                    checked={chosen}
                    onClick={(event) => event.stopPropagation()}
                    onChange={() => {
                      anchor.current = item.index
                      void toggle(row.id)
                    }}
                  />
                </div>
                {model.getAllCells().map((cell) => (
                  <div key={cell.id} role="gridcell" tabIndex={-1} data-column={cell.column.id}>
                    <table.FlexRender cell={cell} />
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above. */}
    </div>
  )
}

function TitleCell({ row }: { readonly row: ArticleRow }): ReactNode {
  return (
    <>
      <span className={classes.title} lang={row.language}>
        {row.guessedFields.includes('title') ? <Guessed>{row.title}</Guessed> : row.title}
      </span>
      <span className={classes.snippet} lang={row.language}>
        <Snippet text={row.snippet} />
      </span>
    </>
  )
}

function SortHeader({
  label,
  direction,
  className,
  onSort,
}: {
  readonly label: string
  readonly direction: 'ascending' | 'descending' | 'none'
  readonly className?: string | undefined
  readonly onSort: () => void
}): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid above.
    <div role="columnheader" aria-sort={direction} tabIndex={-1} className={className}>
      <UnstyledButton className={classes.sort} onClick={onSort}>
        {label}
        {direction === 'none' ? null : <Icon name={direction === 'descending' ? 'down' : 'up'} size={14} />}
      </UnstyledButton>
    </div>
  )
}
