import { Popover, UnstyledButton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleView, LexiconSummary } from '#shared/domain/library.ts'
import type { Span } from '#shared/domain/span.ts'
import { useAnchorBox } from './anchor-box.ts'
import { moveChosen, wordFrom, wordsIn } from './chosen-words.ts'
import type { Concept } from './concepts.ts'
import { MissedForm } from './missed-form.tsx'
import { PinPassage } from './pin-passage.tsx'
import classes from './popover.module.css'
import text from './read.module.css'
import { reveal } from './reveal.ts'
import type { Block } from './segments.ts'
import { rangeOf, type Selected, selectedWords } from './selection.ts'
import type { useCorrections } from './use-corrections.ts'

/** A selection is looked at when it has stood still for this long. */
const STILL_MS = 120
const HIGHLIGHT = 'chosen-words'
const ROOM_PX = 24

interface MissedProps {
  readonly article: ArticleView
  readonly blocks: readonly Block[]
  readonly lexicons: readonly LexiconSummary[]
  readonly concept: Concept | null
  readonly corrections: ReturnType<typeof useCorrections>
  readonly scroller: RefObject<HTMLElement | null>
  /** Where the keyboard begins to choose words. */
  readonly from: number | null
  /** Another popover is open: it stands alone. */
  readonly covered: boolean
  readonly onAdded: (start: number) => void
}

/** Offers to count the words that are selected as a naming that was missed, and asks as what. */
export function MissedNaming(props: MissedProps): ReactNode {
  const { article, blocks, scroller, covered } = props
  const { t } = useTranslation('correct')
  const { selected, range, forget } = useSelectedWords(article, scroller)
  const [form, setForm] = useState<{ readonly span: Span; readonly range: Range } | null>(null)
  const dropdown = useRef<HTMLDivElement>(null)
  const shown = form?.range ?? range
  const box = useAnchorBox(() => shown, shown)
  useHighlight(form?.range ?? null)

  const close = () => {
    setForm(null)
    forget()
    scroller.current?.focus({ preventScroll: true })
  }
  const openForm = () => {
    if (selected.kind !== 'words' || range === null) return
    setForm({ span: selected.span, range })
  }
  const choose = useKeyboardChoice(article, blocks, scroller, openForm)
  useHotkeys([
    [
      'M',
      () => {
        if (covered || form !== null) return
        if (selected.kind === 'words') openForm()
        else choose(props.from)
      },
      { usePhysicalKeys: true, preventDefault: false },
    ],
  ])

  // Unfolded, the form needs room below its words.
  useEffect(() => {
    const inside = form?.range.startContainer.parentElement
    if (inside && dropdown.current !== null) reveal(inside, dropdown.current.offsetHeight + ROOM_PX)
  }, [form])

  if (box === null || covered || (form === null && selected.kind === 'nothing')) return null
  return (
    <Popover
      opened
      onDismiss={form === null ? undefined : close}
      closeOnClickOutside={false}
      closeOnEscape={false}
      position="bottom-start"
      offset={8}
      middlewares={{ flip: form === null, shift: { padding: 12 } }}
      {...(form === null ? {} : { width: 384 })}
      radius="lg"
      trapFocus={form !== null}
      withRoles={false}
      keepMounted={false}
    >
      <Popover.Target>
        <span className={text.anchor} style={box} />
      </Popover.Target>
      {form !== null ? (
        <Popover.Dropdown
          ref={dropdown}
          className={classes.popover}
          role="dialog"
          aria-label={t('missedLabel')}
        >
          <MissedForm {...props} span={form.span} onClose={close} />
          <PinPassage article={article} span={form.span} />
        </Popover.Dropdown>
      ) : (
        <Popover.Dropdown className={classes.offer} role="status">
          {selected.kind === 'refused' ? (
            <p>{t(`refused.${selected.why}`)}</p>
          ) : (
            // The selection stays as it is.
            // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed.
            <div onMouseDown={(event) => event.preventDefault()}>
              <UnstyledButton className={classes.offerButton} aria-keyshortcuts="M" onClick={openForm}>
                {t('countAs')} <kbd>M</kbd>
              </UnstyledButton>
              {selected.kind === 'words' ? <PinPassage article={article} span={selected.span} /> : null}
            </div>
          )}
        </Popover.Dropdown>
      )}
    </Popover>
  )
}

const NOTHING: Selected = { kind: 'nothing' }

/** What is selected of the article's text, once the pointer is up and the selection stands still. */
function useSelectedWords(article: ArticleView, scroller: RefObject<HTMLElement | null>) {
  const [state, setState] = useState<{ selected: Selected; range: Range | null }>({
    selected: NOTHING,
    range: null,
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let pressed = false
    const look = () => {
      const selection = getSelection()
      const page = scroller.current?.querySelector('[data-marks]')
      const range =
        selection === null || selection.isCollapsed || selection.rangeCount === 0
          ? null
          : selection.getRangeAt(0).cloneRange()
      const selected = range === null || !page ? NOTHING : selectedWords(page, article.text, range)
      setState(selected.kind === 'nothing' ? { selected, range: null } : { selected, range })
    }
    const soon = () => {
      clearTimeout(timer)
      if (!pressed) timer = setTimeout(look, STILL_MS)
    }
    const down = () => {
      pressed = true
    }
    const up = () => {
      pressed = false
      soon()
    }
    document.addEventListener('selectionchange', soon)
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    document.addEventListener('pointercancel', up)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', soon)
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
      document.removeEventListener('pointercancel', up)
    }
  }, [article, scroller])
  return {
    ...state,
    forget: () => {
      getSelection()?.removeAllRanges()
      setState({ selected: NOTHING, range: null })
    },
  }
}

/**
 * Chooses words without a mouse: from where the reader is, the arrow keys move the selection word by word, with Shift they
 * make it longer or shorter, Enter takes it, Escape lets it go.
 */
function useKeyboardChoice(
  article: ArticleView,
  blocks: readonly Block[],
  scroller: RefObject<HTMLElement | null>,
  onTake: () => void,
): (from: number | null) => void {
  const paragraphs = useMemo(() => blocks.filter((block) => block.kind === 'paragraph'), [blocks])
  const chosen = useRef<Span | null>(null)
  const take = useRef(onTake)
  take.current = onTake
  const words = useRef<readonly Span[]>([])
  const put = (span: Span | null) => {
    const page = scroller.current?.querySelector<HTMLElement>('[data-marks]')
    const range = span === null || !page ? null : rangeOf(page, span)
    chosen.current = range === null ? null : span
    if (range === null) return
    getSelection()?.setBaseAndExtent(
      range.startContainer,
      range.startOffset,
      range.endContainer,
      range.endOffset,
    )
    if (range.startContainer.parentElement !== null) reveal(range.startContainer.parentElement, 0)
  }
  const putRef = useRef(put)
  putRef.current = put
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const span = chosen.current
      if (span === null || event.ctrlKey || event.altKey || event.metaKey) return
      if (getSelection()?.isCollapsed !== false) {
        chosen.current = null
        return
      }
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
      if (by !== null) putRef.current(moveChosen(words.current, paragraphs, span, by, event.shiftKey))
      else if (event.key === 'Enter') take.current()
      else if (event.key === 'Escape') getSelection()?.removeAllRanges()
      else return
      if (by === null) chosen.current = null
      event.preventDefault()
      event.stopPropagation()
    }
    // A click chooses by mouse from then on.
    const letGo = () => {
      chosen.current = null
    }
    document.addEventListener('keydown', key, { capture: true })
    document.addEventListener('pointerdown', letGo)
    return () => {
      document.removeEventListener('keydown', key, { capture: true })
      document.removeEventListener('pointerdown', letGo)
    }
  }, [paragraphs])
  return (from) => {
    words.current = wordsIn(article.text, paragraphs, article.language)
    put(wordFrom(words.current, from ?? firstInView(scroller.current)))
  }
}

/** Where the first paragraph starts that begins in view, or 0. */
function firstInView(scroller: HTMLElement | null): number {
  const top = scroller?.getBoundingClientRect().top ?? 0
  const paragraphs = [...(scroller?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
  const first = paragraphs.find((one) => one.getBoundingClientRect().top >= top)
  return Number(first?.dataset.start ?? 0)
}

/** Keeps the words marked while the focus, and with it the page's own selection, is in the form. */
function useHighlight(range: Range | null): void {
  useEffect(() => {
    // Browsers without custom highlights show the form alone.
    if (range === null || !('highlights' in CSS)) return
    CSS.highlights.set(HIGHLIGHT, new Highlight(range))
    return () => {
      CSS.highlights.delete(HIGHLIGHT)
    }
  }, [range])
}
