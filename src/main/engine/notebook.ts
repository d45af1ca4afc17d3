import {
  addEntry,
  type Basis,
  createNotebook,
  getNotebook,
  listNotebooks,
  marksOf,
  moveEntry,
  notebookEntries,
  notebookOfEntry,
  type PinSource,
  renameNotebook,
  replacePin,
  setEntryRemoved,
  setNotebookRemoved,
  setWords,
} from '#main/library/queries/notebook.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import { type NotebookView, PIN_CHANGES, type Pin, type PinChange } from '#shared/domain/notebook.ts'
import type { EngineContext } from './context.ts'
import type { Handlers, ParsedInput } from './dispatch.ts'

/** Calls on notebook pages. What is pinned is kept as it was; what has changed since is found when the page is read. */
export function notebookHandlers(engine: EngineContext): Handlers {
  const { db } = engine
  const require = (found: boolean): null => {
    if (!found) throw new ParallaxError('not-found', 'This is no longer in the notebook.')
    engine.changed('notebooks')
    return null
  }
  const page = (id: number) => {
    const found = getNotebook(db, id)
    if (found === null) throw new ParallaxError('not-found', 'This notebook page is no longer here.')
    return found
  }
  const basisOf = (pin: Pin, filter: ParsedInput<'notebook.pin'>['filter']): Basis => {
    const source: PinSource = pin.kind === 'passage' ? { articleId: pin.articleId } : { filter }
    return { source, marks: marksOf(db, source) }
  }
  return {
    'notebook.list': () => listNotebooks(db),
    'notebook.get': ({ id }): NotebookView | null => {
      const found = getNotebook(db, id)
      if (found === null) return null
      // Figures of one page mostly rest on the same articles: each set is looked at once.
      const known = new Map<string, Basis['marks']>()
      const changesSince = ({ source, marks }: Basis): PinChange[] => {
        const key = JSON.stringify(source)
        const now = known.get(key) ?? marksOf(db, source)
        known.set(key, now)
        return PIN_CHANGES.filter((one) => marks[one] !== now[one])
      }
      return {
        ...found,
        content: notebookEntries(db, id).map(({ basis, ...entry }) => ({
          ...entry,
          changes: basis === null ? [] : changesSince(basis),
        })),
      }
    },
    'notebook.create': (input) => {
      const id = createNotebook(db, input, engine.now())
      engine.changed('notebooks')
      return page(id)
    },
    'notebook.rename': ({ id, title }) => require(renameNotebook(db, id, title)),
    'notebook.remove': ({ id }) => require(setNotebookRemoved(db, id, engine.now())),
    'notebook.restore': ({ id }) => require(setNotebookRemoved(db, id, null)),
    'notebook.pin': ({ notebookId, pin, filter }) => {
      page(notebookId)
      const taken = { pin, basis: basisOf(pin, filter), takenAt: engine.now() }
      const entryId = addEntry(db, notebookId, { kind: pin.kind, words: '', ...taken })
      engine.changed('notebooks')
      return { entryId }
    },
    'notebook.retake': ({ entryId, pin, filter }) =>
      require(replacePin(db, entryId, { pin, basis: basisOf(pin, filter), takenAt: engine.now() })),
    'notebook.add': ({ notebookId, kind, words, to }) => {
      page(notebookId)
      const entryId = db.transaction(() => {
        const id = addEntry(db, notebookId, { kind, words, pin: null, basis: null, takenAt: null })
        if (to !== undefined) moveEntry(db, notebookId, id, to)
        return id
      })()
      engine.changed('notebooks')
      return { entryId }
    },
    // The page that is being written on knows its words: nothing is read again for each of them.
    'notebook.write': ({ entryId, words }) => {
      if (!setWords(db, entryId, words))
        throw new ParallaxError('not-found', 'This is no longer in the notebook.')
      return null
    },
    'notebook.move': ({ entryId, to }) => {
      const notebookId = notebookOfEntry(db, entryId)
      if (notebookId !== null) db.transaction(() => moveEntry(db, notebookId, entryId, to))()
      return require(notebookId !== null)
    },
    'notebook.removeEntry': ({ entryId }) => require(setEntryRemoved(db, entryId, engine.now())),
    'notebook.restoreEntry': ({ entryId }) => require(setEntryRemoved(db, entryId, null)),
  }
}
