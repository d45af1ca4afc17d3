import type Database from 'better-sqlite3'
import type { Migration } from '../migrate.ts'

/**
 * Captions and pull quotes are sections too, and what stands in a pull quote is counted nowhere: it stands in the text
 * already. SQLite changes no check of a table, so the table is made again; whatever else it has by now stays as it is.
 */
export const sections: Migration = {
  version: 4,
  up: (db) => {
    const views = schemaOf(db, 'view').filter(({ sql }) => /\bFROM mention\b/.test(sql))
    const rest = schemaOf(db, 'index', 'trigger').filter((one) => one.tbl_name === 'mention')
    const [table] = schemaOf(db, 'table').filter(({ name }) => name === 'mention')
    for (const { name } of views) db.exec(`DROP VIEW ${name}`)
    db.exec('ALTER TABLE mention RENAME TO mention_before')
    db.exec(
      replaced(
        table!.sql,
        "section IN ('headline', 'lead', 'body')",
        "section IN ('headline', 'lead', 'body', 'caption', 'pull-quote')",
      ),
    )
    db.exec('INSERT INTO mention SELECT * FROM mention_before; DROP TABLE mention_before')
    for (const { name, sql } of rest) {
      db.exec(
        name === 'mention_by_article_concept'
          ? replaced(sql, 'struck_out, added', 'struck_out, added, section')
          : sql,
      )
    }
    for (const { sql } of views) db.exec(`${sql} AND section <> 'pull-quote'`)
    // Sections of analyses made before know neither.
    db.exec("UPDATE analysis SET analysis_version = ''")
  },
}

interface SchemaRow {
  readonly name: string
  readonly tbl_name: string
  readonly sql: string
}

const schemaOf = (db: Database.Database, ...types: readonly string[]): SchemaRow[] =>
  db
    .prepare<[string], SchemaRow>(
      'SELECT name, tbl_name, sql FROM sqlite_schema WHERE type IN (SELECT value FROM json_each(?)) AND sql IS NOT NULL',
    )
    .all(JSON.stringify(types))

function replaced(sql: string, from: string, to: string): string {
  if (!sql.includes(from)) throw new Error(`The library's schema holds no “${from}”.`)
  return sql.replace(from, to)
}
