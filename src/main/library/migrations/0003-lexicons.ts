import type { Migration } from '../migrate.ts'

/**
 * A person's own packs with all their versions, and which packs (own or shipped) are switched off. A removed pack stays, so
 * that `id@version` in a stored score or an exported figure never comes to mean another pack.
 */
export const lexicons: Migration = {
  version: 3,
  up: (db) => {
    db.exec(`
      CREATE TABLE lexicon (
        id TEXT PRIMARY KEY,
        version TEXT NOT NULL,
        created_at TEXT NOT NULL,
        removed_at TEXT
      ) STRICT;
      CREATE TABLE lexicon_version (
        lexicon_id TEXT NOT NULL REFERENCES lexicon (id) ON DELETE CASCADE,
        version TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        data TEXT NOT NULL CHECK (json_valid(data)),
        PRIMARY KEY (lexicon_id, version)
      ) STRICT;
      CREATE TABLE lexicon_off (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    `)
  },
}
