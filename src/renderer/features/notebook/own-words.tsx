import { Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { NotebookEntry, NotebookView } from '#shared/domain/notebook.ts'
import { callKey, useEngine } from '../../platform/engine.tsx'
import { useAppState } from '../../platform/settings.ts'
import { type Autosave, createAutosave, type SaveState } from './autosave.ts'
import { browserStore, draftsOf } from './drafts.ts'
import classes from './notebook.module.css'

const open = new Map<number, Autosave>()

/** The words of an entry as they stand in its field now, stored or not. */
export const currentWords = (entry: Pick<NotebookEntry, 'id' | 'words'>): string =>
  open.get(entry.id)?.words() ?? entry.words

/** The field for the person's own words of an entry; it stores them by itself. */
export function OwnWords({
  pageId,
  entry,
  label,
  focused,
}: {
  readonly pageId: number
  readonly entry: NotebookEntry
  readonly label: string
  /** Takes the focus when it appears. */
  readonly focused: boolean
}): ReactNode {
  const { t } = useTranslation('notebook')
  const client = useEngine()
  const queries = useQueryClient()
  const libraryFile = useAppState().data?.libraryFile ?? ''
  const [state, setState] = useState<SaveState>('saved')
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const first = useRef(entry.words)
  const save = useMemo(
    () =>
      createAutosave({
        entryId: entry.id,
        stored: first.current,
        drafts: draftsOf(libraryFile, browserStore()),
        write: async (words) => {
          await client['notebook.write']({ entryId: entry.id, words })
          queries.setQueryData<NotebookView | null>(callKey('notebook.get', { id: pageId }), (page) =>
            page == null
              ? page
              : {
                  ...page,
                  content: page.content.map((one) => (one.id === entry.id ? { ...one, words } : one)),
                },
          )
        },
        onState: setState,
      }),
    [client, queries, libraryFile, entry.id, pageId],
  )
  const [shown, setShown] = useState(save.words)
  useEffect(() => {
    save.learn(entry.words)
    setShown(save.words())
  }, [save, entry.words])
  useEffect(() => {
    open.set(entry.id, save)
    const leaving = () => void save.flush()
    document.addEventListener('visibilitychange', leaving)
    window.addEventListener('pagehide', leaving)
    return () => {
      document.removeEventListener('visibilitychange', leaving)
      window.removeEventListener('pagehide', leaving)
      open.delete(entry.id)
      save.close()
    }
  }, [save, entry.id])
  useEffect(() => {
    if (focused) field.current?.focus()
  }, [focused])
  useFittingHeight(field, shown)
  const common = {
    ref: field,
    label,
    classNames: { label: classes.wordsLabel! },
    value: shown,
    maxLength: 100_000,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setShown(event.currentTarget.value)
      save.type(event.currentTarget.value)
    },
    onBlur: () => void save.flush(),
  }
  return (
    <div className={classes.words}>
      {entry.kind === 'heading' ? (
        <TextInput {...common} data-heading />
      ) : (
        <Textarea {...common} rows={entry.kind === 'text' ? 2 : 3} spellCheck />
      )}
      <small className={classes.saveState} role="status" data-state={state}>
        {state === 'waiting' ? t('entry.saving') : state === 'failed' ? t('entry.unsaved') : ''}
      </small>
    </div>
  )
}

/** Makes a field of several lines as high as its words, also when its width changes. */
function useFittingHeight(field: RefObject<HTMLElement | null>, words: string): void {
  const adjust = useCallback(() => {
    const element = field.current
    if (!(element instanceof HTMLTextAreaElement)) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [field])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what the height hangs on.
  useLayoutEffect(adjust, [adjust, words])
  useEffect(() => {
    const element = field.current
    if (element === null) return
    let width = element.clientWidth
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return
      width = element.clientWidth
      adjust()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [field, adjust])
}
