import { openLibrary, type ReadableDatabase } from '#main/library/connection.ts'
import { articleCorrections } from '#main/library/queries/corrections.ts'
import { createStory, findStory } from '#main/library/queries/stories.ts'
import { findAnchor } from '#shared/analysis/text/anchor.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { LexiconView } from '#shared/domain/lexicon-editing.ts'
import { createPacks } from './lexicons/packs.ts'
import type { CorrectedNamings, ScoredArticle } from './scoring.ts'
import { storeDraft } from './store.ts'

/** A library that the command line keeps what it scored in, as the app would. */
export interface KeptLibrary {
  /**
   * Stores an article; answers the title under which the same text is there already, or null, and which namings a reader
   * corrected there. `allPacks` tells that the article was scored with every pack, so that it need not be scored again.
   */
  keep(
    article: ScoredArticle,
    allPacks: boolean,
  ): { readonly same: string | null; readonly corrected: CorrectedNamings }
  close(): void
}

/**
 * Opens a library file, made if it is missing.
 * @throws ParallaxError when it cannot be opened, for instance because the app has it open
 */
export function openKept(file: string, lexicons: readonly Lexicon[]): KeptLibrary {
  const db = openLibrary(file)
  const { scorer, inUse } = createPacks(db, lexicons)
  // What the library's own packs add was not looked for.
  const same = inUse.length === lexicons.length && inUse.every((one, index) => one.id === lexicons[index]?.id)
  const now = () => new Date().toISOString()
  const storyId = (title: string) => findStory(db, title) ?? createStory(db, title, now())
  return {
    keep: ({ draft, analysis }, allPacks) => {
      const story = draft.story === null ? null : storyId(draft.story)
      const analysed =
        allPacks && same ? { analysis, provenance: scorer.provenance(draft.language) } : undefined
      const stored = storeDraft({ db, scorer, now }, draft, story, analysed)
      return stored.kind === 'added'
        ? { same: null, corrected: () => false }
        : { same: stored.title, corrected: correctedIn(db, stored.id, draft.text) }
    },
    close: () => db.close(),
  }
}

/**
 * The packs of a library: shipped ones and the person's own.
 * @throws ParallaxError when it cannot be opened, for instance because the app has it open
 */
export function libraryPacks(file: string, shipped: readonly Lexicon[]): readonly LexiconView[] {
  const db = openLibrary(file)
  try {
    return createPacks(db, shipped).all
  } finally {
    db.close()
  }
}

/** Places of an article's corrections in a text, which may stand otherwise than the stored one. */
function correctedIn(db: ReadableDatabase, articleId: number, text: string): CorrectedNamings {
  const places = articleCorrections(db, articleId).map((one) => ({ ...one, at: findAnchor(text, one) }))
  return ({ start, end, concept }) =>
    places.some((one) => one.concept === concept && one.at === start && one.at + one.text.length === end)
}
