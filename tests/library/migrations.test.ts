import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { APPLICATION_ID, openLibrary } from '#main/library/connection.ts'
import { migrate } from '#main/library/migrate.ts'
import { sections } from '#main/library/migrations/0004-sections.ts'
import { MIGRATIONS } from '#main/library/migrations/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'parallax-library-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

const LATEST = MIGRATIONS.at(-1)!.version

describe('migrations', () => {
  it('stand in order, each once', () => {
    const versions = MIGRATIONS.map((one) => one.version)
    expect(versions).toEqual(versions.map((_, index) => index + 1))
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

describe('the migration of sections', () => {
  it('keeps every naming and correction, allows the new sections, and counts no pull quote', () => {
    const file = at('sections.parallax')
    const old = new Database(file)
    old.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(
      old,
      file,
      MIGRATIONS.filter((one) => one.version < sections.version),
    )
    old.exec(`
      INSERT INTO article (id, file, title, title_key, outlet_key, language, original, text, words, left_out, guesses, extra,
        exact_fingerprint, folded_fingerprint, added_at)
      VALUES (1, 'a.txt', 'Gates', 'gates', '', 'en', 'Gates', 'Gates', 1, '[]', '{}', '{}', 'e', 'f', '2031-03-06')`)
    const naming = (db: Database.Database, id: number, section: string) =>
      db
        .prepare(`INSERT INTO mention (id, article_id, start_at, end_at, text, lexicon, concept, frame, term, language, voice,
          confidence, section, negated, tone, why) VALUES (?, 1, 0, 5, 'Gates', 'test', 'gates', 'open', 'gate', 'en',
          'narration', 1, ?, 0, 0.25, '{}')`)
        .run(id, section)
    naming(old, 1, 'headline')
    naming(old, 2, 'body')
    old.exec("UPDATE mention SET corrected_voice = 'direct' WHERE id = 2")
    expect(() => naming(old, 3, 'caption')).toThrow(/CHECK/)
    old.close()
    const db = openLibrary(file)
    naming(db, 3, 'caption')
    naming(db, 4, 'pull-quote')
    expect(() => naming(db, 5, 'footer')).toThrow(/CHECK/)
    const of = (table: string) =>
      db.prepare(`SELECT id, voice, section FROM ${table} ORDER BY id`).raw().all()
    expect(of('counted_mention')).toEqual([
      [1, 'narration', 'headline'],
      [2, 'direct', 'body'],
      [3, 'narration', 'caption'],
    ])
    expect(of('found_mention')).toHaveLength(3)
    expect(of('mention')).toHaveLength(4)
    db.prepare('DELETE FROM article').run()
    expect(of('mention')).toEqual([])
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
