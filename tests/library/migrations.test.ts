import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { APPLICATION_ID, openLibrary } from '#main/library/connection.ts'
import { migrate } from '#main/library/migrate.ts'
import { MIGRATIONS } from '#main/library/migrations/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'parallax-library-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

const LATEST = MIGRATIONS.at(-1)!.version

describe('migrations', () => {
  it('stand in order, each once', () => {
    const versions = MIGRATIONS.map((one) => one.version)
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
  })

  it('make STRICT tables only', () => {
    const db = openLibrary(':memory:')
    const loose = db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    expect(loose).toEqual([])
    db.close()
  })

  it('copy a library that holds something, and leave it as it was when a step fails', () => {
    const file = at('step.parallax')
    openLibrary(file).close()
    const db = new Database(file)
    const next = LATEST + 1
    const failing = [
      ...MIGRATIONS,
      {
        version: next,
        up: (one: Database.Database) => {
          one.exec('DROP TABLE setting')
          throw new Error('half way')
        },
      },
    ]
    expect(() => migrate(db, file, failing)).toThrow('half way')
    expect(db.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(0)
    expect(db.pragma('user_version', { simple: true })).toBe(LATEST)
    expect(existsSync(`${file}.before-${next}`)).toBe(true)
    db.close()
  })

  it('refuse a step that leaves broken references', () => {
    const file = at('broken.parallax')
    openLibrary(file).close()
    const db = new Database(file)
    const breaking = [
      ...MIGRATIONS,
      {
        version: LATEST + 1,
        up: (one: Database.Database) => {
          one.exec(
            "INSERT INTO analysis (article_id, analysis_version, lexicon_versions, sentences, quotations, people) VALUES (77, '', '', '[]', '[]', '[]')",
          )
        },
      },
    ]
    expect(() => migrate(db, file, breaking)).toThrow(/did not pass its checks/)
    db.close()
  })
})

describe('opening', () => {
  it('refuses a library of a newer Parallax, by name', () => {
    const file = at('newer.parallax')
    openLibrary(file).close()
    const db = new Database(file)
    db.pragma('user_version = 999')
    db.close()
    expect(() => openLibrary(file)).toThrow(/newer\.parallax was made by a newer Parallax/)
  })

  it('refuses a file that is no database, and does not touch it', () => {
    const file = at('note.txt')
    writeFileSync(file, 'This is a note, not a library. '.repeat(50))
    expect(() => openLibrary(file)).toThrow(/note\.txt is no Parallax library/)
    expect(readFileSync(file, 'utf8')).toContain('This is a note')
  })

  it('refuses a database of another program', () => {
    const file = at('other.db')
    const db = new Database(file)
    db.exec('CREATE TABLE other (a)')
    db.close()
    expect(() => openLibrary(file)).toThrow(/another program/)
  })

  it('says that another Parallax has the library open', () => {
    const file = at('twice.parallax')
    const first = openLibrary(file)
    expect(() => openLibrary(file)).toThrow(/Another Parallax has/)
    first.close()
    openLibrary(file).close()
  })

  it('marks the file as its own', () => {
    const file = at('mine.parallax')
    openLibrary(file).close()
    const db = new Database(file, { readonly: true })
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
    db.close()
  })
})
