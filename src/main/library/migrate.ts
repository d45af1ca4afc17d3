import { copyFileSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { ParallaxError } from '#shared/contract/errors.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** One step from a library version to the next. `up` runs inside a transaction. */
export interface Migration {
  readonly version: number
  readonly up: (db: Database.Database) => void
}

/**
 * Brings a library to this version. A file that holds something is copied first (`<file>.before-<version>`), and
 * integrity and foreign keys are checked before the change is kept.
 * @throws ParallaxError `library-too-new` when a newer Parallax made the library, `library-damaged` when a check fails
 */
export function migrate(
  db: Database.Database,
  file: string,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const from = db.pragma('user_version', { simple: true }) as number
  const to = migrations.at(-1)?.version ?? 0
  if (from > to) {
    throw new ParallaxError(
      'library-too-new',
      `${file} was made by a newer Parallax (library version ${from}; this one knows ${to}). Update Parallax to open it.`,
    )
  }
  const steps = migrations.filter((one) => one.version > from)
  if (steps.length === 0) return
  if (from > 0 && file !== ':memory:') {
    db.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(file, `${file}.before-${to}`)
  }
  db.pragma('foreign_keys = OFF')
  db.transaction(() => {
    for (const step of steps) step.up(db)
    const integrity = db.pragma('integrity_check', { simple: true }) as string
    const orphans = db.pragma('foreign_key_check') as readonly unknown[]
    if (integrity !== 'ok' || orphans.length > 0) {
      throw new ParallaxError(
        'library-damaged',
        `${file} did not pass its checks and was left as it was (${integrity === 'ok' ? `${orphans.length} broken references` : integrity}).`,
      )
    }
    db.pragma(`user_version = ${to}`)
  })()
  db.pragma('foreign_keys = ON')
}
