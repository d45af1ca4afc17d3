import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Database from 'better-sqlite3'
import { ParallaxError } from '#shared/contract/errors.ts'
import { migrate } from './migrate.ts'

declare const readable: unique symbol
declare const writable: unique symbol

/** A connection that queries may read from. */
export type ReadableDatabase = Database.Database & { readonly [readable]: true }
/** A connection that queries may also write to. The engine alone holds it. */
export type WritableDatabase = ReadableDatabase & { readonly [writable]: true }

/** Marks a SQLite file as a Parallax library ("PLLX"). */
export const APPLICATION_ID = 0x504c4c58
const MIN_NODE = 22

/**
 * Opens a library file (made if it is missing), brings it to this version, and drops what was removed before.
 * `:memory:` opens one that is gone when it is closed.
 * @throws ParallaxError `library-too-new`, `library-locked` or `library-damaged`, in plain words with the file's name
 */
export function openLibrary(file: string): WritableDatabase {
  const Sqlite = loadSqlite()
  const isNew = file === ':memory:' || !existsSync(file)
  let db: Database.Database
  try {
    db = new Sqlite(file, { timeout: 1000 })
  } catch (error) {
    throw new ParallaxError('library-damaged', `${file} cannot be opened: ${messageOf(error)}.`)
  }
  try {
    // One process at a time: a second Parallax is told so instead of the two overwriting each other.
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('foreign_keys = ON')
    db.pragma('temp_store = MEMORY')
    const id = db.pragma('application_id', { simple: true }) as number
    const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number
    if (!isNew && id !== APPLICATION_ID && tables > 0) {
      throw new ParallaxError(
        'library-damaged',
        `${file} is a database of another program, no Parallax library.`,
      )
    }
    if (id !== APPLICATION_ID) db.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(db, file)
    return db as WritableDatabase
  } catch (error) {
    db.close()
    throw libraryError(error, file)
  }
}

/** better-sqlite3 crashes the process on an older Node, so its version is looked at before it is loaded. */
function loadSqlite(): typeof Database {
  const major = Number(process.versions.node.split('.')[0])
  if (major < MIN_NODE) {
    throw new ParallaxError(
      'internal',
      `The library needs Node ${MIN_NODE} or newer, and this is ${process.versions.node}. Start Parallax with npm start.`,
    )
  }
  return createRequire(import.meta.url)('better-sqlite3') as typeof Database
}

function libraryError(error: unknown, file: string): unknown {
  if (error instanceof ParallaxError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new ParallaxError(
      'library-locked',
      `Another Parallax has ${file} open. Close it, or choose another library with --library.`,
    )
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new ParallaxError(
      'library-damaged',
      `${file} is no Parallax library, or it is damaged. Choose another with --library; nothing in it was changed.`,
    )
  }
  return new ParallaxError('library-damaged', `${file} cannot be opened: ${error.message}.`)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
