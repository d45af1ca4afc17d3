import type { Migration } from '../migrate.ts'

/**
 * The figures of people that each article gives, found when it is analysed, so that no text is read again for them.
 * Analyses made before have none: they are marked stale, and are made again in the background.
 */
export const facts: Migration = {
  version: 5,
  up: (db) => {
    db.exec(`
      CREATE TABLE fact (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        start_at INTEGER NOT NULL,
        end_at INTEGER NOT NULL CHECK (end_at > start_at),
        kind TEXT NOT NULL CHECK (kind IN ('killed', 'injured', 'detained', 'missing', 'displaced')),
        value INTEGER NOT NULL,
        qualifier TEXT NOT NULL CHECK (qualifier IN ('exactly', 'atLeast', 'about', 'atMost')),
        text TEXT NOT NULL,
        sentence TEXT NOT NULL,
        PRIMARY KEY (article_id, start_at, end_at)
      ) STRICT, WITHOUT ROWID;
      UPDATE analysis SET analysis_version = '';
    `)
  },
}
