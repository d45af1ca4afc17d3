import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { openLibrary, type WritableDatabase } from '#main/library/connection.ts'
import { migrate } from '#main/library/migrate.ts'
import { MIGRATIONS } from '#main/library/migrations/index.ts'
import { storeAnalysis } from '#main/library/queries/analyses.ts'
import { setCorrection } from '#main/library/queries/corrections.ts'
import {
  addEntry,
  createNotebook,
  getNotebook,
  listNotebooks,
  marksOf,
  moveEntry,
  notebookEntries,
  purgeNotebooks,
  renameNotebook,
  setEntryRemoved,
  setNotebookRemoved,
  setWords,
} from '#main/library/queries/notebook.ts'
import { createStory, removeStory } from '#main/library/queries/stories.ts'
import { add, memoryLibrary } from './helpers.ts'

const NOW = '2031-03-07T10:00:00Z'
const text = (db: WritableDatabase, page: number, words: string): number =>
  addEntry(db, page, { kind: 'text', words, pin: null, basis: null, takenAt: null })
const wordsOf = (db: WritableDatabase, page: number) => notebookEntries(db, page).map(({ words }) => words)

describe('notebook pages', () => {
  it('are created, renamed, removed, brought back, and purged for good', () => {
    const db = memoryLibrary()
    const first = createNotebook(db, { title: 'Handout', storyId: null }, NOW)
    const second = createNotebook(db, { title: 'Appendix', storyId: null }, NOW)
    expect(renameNotebook(db, first, 'Handout 2')).toBe(true)
    expect(setNotebookRemoved(db, second, NOW)).toBe(true)
    expect(setNotebookRemoved(db, second, NOW)).toBe(false)
    expect(renameNotebook(db, second, 'gone')).toBe(false)
    expect(listNotebooks(db).map(({ title }) => title)).toEqual(['Handout 2'])
    expect(setNotebookRemoved(db, second, null)).toBe(true)
    expect(listNotebooks(db).map(({ title }) => title)).toEqual(['Handout 2', 'Appendix'])
    text(db, second, 'words')
    setNotebookRemoved(db, second, NOW)
    purgeNotebooks(db)
    expect(setNotebookRemoved(db, second, null)).toBe(false)
    expect(db.prepare('SELECT count(*) FROM notebook_entry').pluck().get()).toBe(0)
    db.close()
  })

  it('outlive their story', () => {
    const db = memoryLibrary()
    const story = createStory(db, 'Harbour', NOW)
    const page = createNotebook(db, { title: 'Harbour', storyId: story }, NOW)
    expect(getNotebook(db, page)?.storyId).toBe(story)
    removeStory(db, story)
    expect(getNotebook(db, page)).toEqual({ id: page, title: 'Harbour', storyId: null, entries: 0 })
    db.close()
  })

  it('keep entries in the order given, and a removed one comes back to its place', () => {
    const db = memoryLibrary()
    const page = createNotebook(db, { title: 'Handout', storyId: null }, NOW)
    const [a, b, c] = ['a', 'b', 'c'].map((words) => text(db, page, words)) as [number, number, number]
    expect(wordsOf(db, page)).toEqual(['a', 'b', 'c'])
    moveEntry(db, page, c, 0)
    expect(wordsOf(db, page)).toEqual(['c', 'a', 'b'])
    moveEntry(db, page, c, 99)
    expect(wordsOf(db, page)).toEqual(['a', 'b', 'c'])
    setEntryRemoved(db, b, NOW)
    expect(wordsOf(db, page)).toEqual(['a', 'c'])
    expect(setWords(db, b, 'lost')).toBe(false)
    setEntryRemoved(db, b, null)
    expect(wordsOf(db, page)).toEqual(['a', 'b', 'c'])
    setWords(db, a, "Robert'); DROP TABLE notebook;--")
    expect(wordsOf(db, page)[0]).toBe("Robert'); DROP TABLE notebook;--")
    expect(getNotebook(db, page)?.entries).toBe(3)
    db.close()
  })

  it('hold no figure without its pin, and no pin in free text', () => {
    const db = memoryLibrary()
    const page = createNotebook(db, { title: 'Handout', storyId: null }, NOW)
    expect(() =>
      addEntry(db, page, { kind: 'figure', words: '', pin: null, basis: null, takenAt: null }),
    ).toThrow(/CHECK/)
    db.close()
  })
})

describe('what has changed since a pin was taken', () => {
  it('is told apart: articles, corrections, scores; another story changes nothing', () => {
    const db = memoryLibrary()
    const story = createStory(db, 'Harbour', NOW)
    const other = createStory(db, 'Bridge', NOW)
    const article = add(db, {}, [], { storyId: story })
    const source = { filter: { storyId: story } }
    const before = marksOf(db, source)
    add(db, {}, [], { storyId: other })
    expect(marksOf(db, source)).toEqual(before)

    const second = add(db, { title: 'Gates open' }, [], { storyId: story })
    const added = marksOf(db, source)
    expect(added).toEqual({ ...before, articles: added.articles })
    expect(added.articles).not.toBe(before.articles)
    db.prepare('UPDATE article SET removed_at = ? WHERE id = ?').run(NOW, second)
    expect(marksOf(db, source)).toEqual(before)

    db.prepare('UPDATE article SET words = words + 7 WHERE id = ?').run(article)
    expect(marksOf(db, source).articles).not.toBe(before.articles)
    expect(marksOf(db, { articleId: article }).articles).not.toBe(marksOf(db, { articleId: second }).articles)
    db.prepare('UPDATE article SET words = words - 7 WHERE id = ?').run(article)

    setCorrection(db, {
      articleId: article,
      kind: 'not-a-mention',
      start: 0,
      end: 5,
      text: 'Gates',
      before: '',
      after: ' closed',
      concept: 'gates',
      frame: 'open',
      voice: null,
      speaker: null,
      createdAt: NOW,
    })
    const corrected = marksOf(db, source)
    expect(corrected).toEqual({ ...before, corrections: corrected.corrections })
    expect(corrected.corrections).not.toBe(before.corrections)
    // Figures as the rules found them do not hang on corrections.
    expect(marksOf(db, { filter: { storyId: story, asFound: true } }).corrections).toBe('')

    storeAnalysis(
      db,
      article,
      { language: 'en', words: 100, sentences: [], quotations: [], people: [], mentions: [] },
      { analysisVersion: '2', lexiconVersions: 'test@1.0.0' },
    )
    const scored = marksOf(db, { articleId: article })
    expect(scored.scores).not.toBe(before.scores)
    db.close()
  })
})

describe('the migration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-notebook-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('gives a library of the version before an empty notebook, and keeps its stories', () => {
    const file = join(folder, 'before.parallax')
    const earlier = MIGRATIONS.filter(({ version }) => version < 7)
    openLibrary(file).close()
    rmSync(file)
    const old = new Database(file)
    migrate(old, file, earlier)
    old.pragma('application_id = 0x504c4c58')
    old.prepare("INSERT INTO story (title, created_at) VALUES ('Harbour', '2031')").run()
    old.close()
    const db = openLibrary(file)
    expect(db.prepare('SELECT title FROM story').pluck().all()).toEqual(['Harbour'])
    expect(listNotebooks(db)).toEqual([])
    db.close()
  })
})
