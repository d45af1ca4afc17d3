/**
 * Words that are typed and not stored yet, in the browser's own store: they outlive a closed window and a lost engine. Where
 * there is no such store (a private window), words are safe as soon as the engine has them, half a second after they are typed.
 */
export interface Drafts {
  readonly get: (entryId: number) => string | null
  readonly put: (entryId: number, words: string) => void
  readonly drop: (entryId: number) => void
}

/** Drafts of one library: entries of another library have the same numbers. */
export function draftsOf(
  libraryFile: string,
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null,
): Drafts {
  const key = (entryId: number) => `parallax.words ${libraryFile} ${entryId}`
  const tried = <Value>(
    act: (store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) => Value,
  ): Value | null => {
    try {
      return store === null ? null : act(store)
    } catch {
      return null
    }
  }
  return {
    get: (entryId) => tried((one) => one.getItem(key(entryId))),
    put: (entryId, words) => void tried((one) => one.setItem(key(entryId), words)),
    drop: (entryId) => void tried((one) => one.removeItem(key(entryId))),
  }
}

/** The browser's store; null where it is denied. */
export function browserStore(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
