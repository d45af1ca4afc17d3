import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotebookEntry, NotebookView } from '#shared/domain/notebook.ts'
import { useEngine } from '../../platform/engine.tsx'
import { entryName } from './entry-card.tsx'
import { findAgain } from './passage.ts'
import { useRetake } from './retake.tsx'
import { usePassage } from './use-passage.ts'

/** What can be done with a page and its entries, with undo, and what is to be said of it. */
export function usePageActions(page: NotebookView | null) {
  const { t } = useTranslation('notebook')
  const client = useEngine()
  const retake = useRetake()
  const passage = usePassage()
  const [problem, setProblem] = useState<unknown>(null)
  const [removed, setRemoved] = useState<{ readonly entry: NotebookEntry; readonly at: number } | null>(null)
  const [added, setAdded] = useState<number | null>(null)
  const [busy, setBusy] = useState<ReadonlySet<number>>(new Set())
  const [failed, setFailed] = useState<ReadonlyMap<number, string>>(new Map())
  const [said, setSaid] = useState('')
  const moving = useRef<Promise<unknown>>(Promise.resolve())

  const run = (act: () => Promise<unknown>) => {
    setProblem(null)
    void act().catch(setProblem)
  }
  const takeAnew = async (entry: NotebookEntry): Promise<string | null> => {
    if (entry.pin?.kind === 'passage') {
      const article = await client['articles.get']({ id: entry.pin.articleId })
      const at = Number(/[?&]at=(\d+)/.exec(entry.pin.address)?.[1] ?? 0)
      const span = article === null ? null : findAgain(article.text, entry.pin.quote, at)
      if (article === null || span === null) return t('entry.wordsGone')
      await client['notebook.retake']({ entryId: entry.id, pin: passage(article, span), filter: {} })
      return null
    }
    if (entry.pin === null) return null
    const taken = await retake(entry.pin)
    if (taken === null) return t('entry.updateFailed')
    await client['notebook.retake']({ entryId: entry.id, ...taken })
    return null
  }
  return {
    problem,
    removed,
    added,
    busy,
    failed,
    said,
    rename: (title: string) => run(async () => page && client['notebook.rename']({ id: page.id, title })),
    add: (kind: 'heading' | 'text', to?: number) =>
      run(async () => {
        if (page === null) return
        const place = to === undefined ? {} : { to }
        const { entryId } = await client['notebook.add']({ notebookId: page.id, kind, words: '', ...place })
        setAdded(entryId)
      }),
    move: (entry: NotebookEntry, to: number) => {
      // Two quick steps go one after the other.
      moving.current = moving.current.then(() =>
        client['notebook.move']({ entryId: entry.id, to }).then(
          () =>
            setSaid(
              t('entry.moved', {
                name: entryName(entry, t),
                place: to + 1,
                count: page?.content.length ?? 0,
              }),
            ),
          setProblem,
        ),
      )
    },
    remove: (entry: NotebookEntry, at: number) =>
      run(async () => {
        await client['notebook.removeEntry']({ entryId: entry.id })
        setRemoved({ entry, at })
      }),
    restore: (entry: NotebookEntry) =>
      run(async () => {
        await client['notebook.restoreEntry']({ entryId: entry.id })
        setRemoved(null)
      }),
    update: (entry: NotebookEntry) => {
      setBusy((before) => new Set(before).add(entry.id))
      setFailed((before) => new Map([...before].filter(([id]) => id !== entry.id)))
      void takeAnew(entry)
        .then((refused) => {
          if (refused === null) setSaid(t('entry.updated'))
          else setFailed((before) => new Map(before).set(entry.id, refused))
        }, setProblem)
        .finally(() => setBusy((before) => new Set([...before].filter((id) => id !== entry.id))))
    },
  }
}
