import type { Migration } from '../migrate.ts'

/** The index holds ё as е, since readers type either; FTS5's own folding knows Latin accents only. */
const folded = (column: string): string => `replace(replace(${column}, 'ё', 'е'), 'Ё', 'Е')`

/**
 * Stories, articles, their analysis, mentions and readers' corrections, settings, and the full-text index.
 * `counted_mention` is what figures count, with corrections applied; `found_mention` is what the rules found.
 */
export const initial: Migration = {
  version: 1,
  up: (db) => {
    db.exec(`
      CREATE TABLE story (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
        created_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        story_id INTEGER REFERENCES story (id) ON DELETE SET NULL,
        file TEXT NOT NULL,
        given_id TEXT,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        outlet TEXT,
        outlet_key TEXT NOT NULL,
        byline TEXT,
        published TEXT,
        language TEXT NOT NULL,
        url TEXT,
        original TEXT NOT NULL,
        text TEXT NOT NULL,
        words INTEGER NOT NULL,
        left_out TEXT NOT NULL CHECK (json_valid(left_out)),
        put_back TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(put_back)),
        guesses TEXT NOT NULL CHECK (json_valid(guesses)),
        extra TEXT NOT NULL CHECK (json_valid(extra)),
        exact_fingerprint TEXT NOT NULL,
        folded_fingerprint TEXT NOT NULL,
        added_at TEXT NOT NULL,
        removed_at TEXT
      ) STRICT;
      CREATE INDEX article_by_story ON article (story_id) WHERE removed_at IS NULL;
      CREATE INDEX article_by_published ON article (published, id) WHERE removed_at IS NULL;
      CREATE INDEX article_by_title ON article (title_key, id) WHERE removed_at IS NULL;
      CREATE INDEX article_by_outlet ON article (outlet_key, id) WHERE removed_at IS NULL;
      CREATE INDEX article_by_words ON article (words, id) WHERE removed_at IS NULL;
      CREATE INDEX article_by_folded ON article (folded_fingerprint) WHERE removed_at IS NULL;

      CREATE TABLE analysis (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        analysis_version TEXT NOT NULL,
        lexicon_versions TEXT NOT NULL,
        sentences TEXT NOT NULL CHECK (json_valid(sentences)),
        quotations TEXT NOT NULL CHECK (json_valid(quotations)),
        people TEXT NOT NULL CHECK (json_valid(people))
      ) STRICT;
      CREATE INDEX analysis_by_version ON analysis (analysis_version, lexicon_versions);

      CREATE TABLE correction (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('voice', 'not-a-mention', 'missed')),
        start_at INTEGER NOT NULL,
        end_at INTEGER NOT NULL CHECK (end_at > start_at),
        text TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        concept TEXT NOT NULL,
        frame TEXT NOT NULL,
        voice TEXT CHECK (voice IN ('narration', 'direct', 'indirect', 'scare')),
        speaker TEXT,
        created_at TEXT NOT NULL,
        UNIQUE (article_id, concept, start_at, end_at)
      ) STRICT;

      CREATE TABLE mention (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        start_at INTEGER NOT NULL,
        end_at INTEGER NOT NULL CHECK (end_at > start_at),
        text TEXT NOT NULL,
        lexicon TEXT NOT NULL,
        concept TEXT NOT NULL,
        frame TEXT NOT NULL,
        term TEXT NOT NULL,
        language TEXT NOT NULL,
        voice TEXT NOT NULL CHECK (voice IN ('narration', 'direct', 'indirect', 'scare')),
        confidence REAL NOT NULL,
        speaker TEXT,
        person INTEGER,
        cue TEXT,
        quotation INTEGER,
        section TEXT NOT NULL CHECK (section IN ('headline', 'lead', 'body')),
        negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
        naming TEXT CHECK (naming IS NULL OR json_valid(naming)),
        tone REAL NOT NULL,
        why TEXT NOT NULL CHECK (json_valid(why)),
        correction_id INTEGER REFERENCES correction (id) ON DELETE SET NULL,
        corrected_voice TEXT CHECK (corrected_voice IN ('narration', 'direct', 'indirect', 'scare')),
        corrected_speaker TEXT,
        struck_out INTEGER NOT NULL DEFAULT 0 CHECK (struck_out IN (0, 1)),
        added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1))
      ) STRICT;
      CREATE INDEX mention_by_article ON mention (article_id, start_at);
      CREATE INDEX mention_by_article_concept
        ON mention (article_id, concept, frame, voice, corrected_voice, struck_out, added);
      CREATE INDEX mention_by_concept ON mention (concept, article_id, frame, voice);

      CREATE VIEW counted_mention AS SELECT id, article_id, start_at, end_at, text, lexicon, concept, frame, term, language,
        coalesce(corrected_voice, voice) AS voice,
        CASE WHEN corrected_voice IS NULL THEN confidence ELSE 1.0 END AS confidence,
        CASE WHEN corrected_voice IS NULL THEN speaker ELSE corrected_speaker END AS speaker,
        cue, section, negated, tone FROM mention WHERE struck_out = 0;
      CREATE VIEW found_mention AS SELECT id, article_id, start_at, end_at, text, lexicon, concept, frame, term, language,
        voice, confidence, speaker, cue, section, negated, tone FROM mention WHERE added = 0;

      CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

      CREATE VIRTUAL TABLE article_search USING fts5 (
        title, text, content = 'article', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
      );
      CREATE TRIGGER article_search_insert AFTER INSERT ON article BEGIN
        INSERT INTO article_search (rowid, title, text) VALUES (new.id, ${folded('new.title')}, ${folded('new.text')});
      END;
      CREATE TRIGGER article_search_delete AFTER DELETE ON article BEGIN
        INSERT INTO article_search (article_search, rowid, title, text)
          VALUES ('delete', old.id, ${folded('old.title')}, ${folded('old.text')});
      END;
      CREATE TRIGGER article_search_update AFTER UPDATE OF title, text ON article BEGIN
        INSERT INTO article_search (article_search, rowid, title, text)
          VALUES ('delete', old.id, ${folded('old.title')}, ${folded('old.text')});
        INSERT INTO article_search (rowid, title, text) VALUES (new.id, ${folded('new.title')}, ${folded('new.text')});
      END;
    `)
  },
}
