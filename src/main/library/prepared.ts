import type Database from 'better-sqlite3'

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** A statement that is compiled once per connection, for what runs once an article or a mention. */
export function prepared(db: Database.Database, sql: string): Database.Statement {
  let mine = statements.get(db)
  if (mine === undefined) {
    mine = new Map()
    statements.set(db, mine)
  }
  let statement = mine.get(sql)
  if (statement === undefined) {
    statement = db.prepare(sql)
    mine.set(sql, statement)
  }
  return statement
}
