import type { Migration } from '../migrate.ts'

/**
 * Notebook pages: figures and passages as they were when they were pinned (`pin`), the state of the library they were taken
 * from (`basis`), and the person's own words. A page outlives its story. What is removed goes when the library is next opened.
 */
export const notebook: Migration = {
  version: 6,
  up: (db) => {
    db.exec(`
      CREATE TABLE notebook (
        id INTEGER PRIMARY KEY,
        story_id INTEGER REFERENCES story (id) ON DELETE SET NULL,
        title TEXT NOT NULL,
        created_at TEXT NOT NULL,
        removed_at TEXT
      ) STRICT;
      CREATE TABLE notebook_entry (
        id INTEGER PRIMARY KEY,
        notebook_id INTEGER NOT NULL REFERENCES notebook (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('figure', 'passage', 'heading', 'text')),
        words TEXT NOT NULL,
        pin TEXT CHECK (pin IS NULL OR json_valid(pin)),
        basis TEXT CHECK (basis IS NULL OR json_valid(basis)),
        taken_at TEXT,
        removed_at TEXT,
        CHECK ((kind IN ('figure', 'passage')) = (pin IS NOT NULL AND basis IS NOT NULL AND taken_at IS NOT NULL))
      ) STRICT;
      CREATE INDEX notebook_entry_by_notebook ON notebook_entry (notebook_id, place);
    `)
  },
}
