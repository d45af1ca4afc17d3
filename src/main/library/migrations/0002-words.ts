import type { Migration } from '../migrate.ts'

/**
 * The words of each article in order, as numbers, so that figures of words are sums and no text is read again for them.
 * Analyses made before have none: they are marked stale, and are made again in the background.
 */
export const words: Migration = {
  version: 2,
  up: (db) => {
    db.exec(`
      CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE article_words (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        forms BLOB NOT NULL,
        lemmas BLOB NOT NULL
      ) STRICT;
      UPDATE analysis SET analysis_version = '';
    `)
  },
}
