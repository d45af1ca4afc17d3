import { z } from 'zod'
import { GUESSED_FIELDS, isoDateSchema } from '#shared/domain/article.ts'
import { CONCORDANCE_SORTS, type Concordance, WORD_MATCHES } from '#shared/domain/concordance.ts'
import { CORRECTION_KINDS, type Correction } from '#shared/domain/correction.ts'
import type { CandidateLine, LanguageCandidates } from '#shared/domain/discovery.ts'
import type {
  FormsProposal,
  LexiconPreview,
  LexiconProblem,
  LexiconSaved,
  LexiconTermAdded,
  LexiconVersion,
  LexiconView,
} from '#shared/domain/lexicon-editing.ts'
import type {
  ArticleFacets,
  ArticleRow,
  ArticleView,
  ImportProgress,
  LexiconSummary,
  Story,
} from '#shared/domain/library.ts'
import { type NotebookSummary, type NotebookView, pinSchema } from '#shared/domain/notebook.ts'
import type { ArticleRepeat } from '#shared/domain/repeats.ts'
import { SECTIONS, VOICE_FILTERS, VOICES } from '#shared/domain/voice.ts'
import { articleFilterSchema, call, id, ids, nothing } from './call.ts'
import { figureCalls, nearSchema } from './figure-calls.ts'

export { type ArticleFilter, articleFilterSchema, type Call } from './call.ts'
export { type CollocateNode, type Near, nearSchema, nodeSchema } from './figure-calls.ts'

export const ARTICLE_SORTS = ['published', 'title', 'outlet', 'words', 'added', 'relevance'] as const

const articlePatchSchema = z
  .object({
    title: z.string().trim().min(1).max(1000),
    outlet: z.string().trim().min(1).max(300).nullable(),
    byline: z.string().trim().min(1).max(300).nullable(),
    published: isoDateSchema.nullable(),
    language: z.string().regex(/^[a-z]{2,3}$/),
    url: z.string().max(2000).nullable(),
    storyId: id.nullable(),
  })
  .partial()
  .strict()
export type ArticlePatch = z.infer<typeof articlePatchSchema>

/** What a concordance lists: words in the texts, or namings that the lexicons found. */
export const concordanceFindSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('words'),
      /** A word or several in a row. */
      text: z.string().trim().min(1).max(300),
      match: z.enum(WORD_MATCHES),
      /** For words as figures count them: in all voices, or in the outlets' own words alone. */
      voices: z.enum(['all', 'narration']).optional(),
      /** For words as figures count them: only where they stand near this. */
      near: nearSchema.optional(),
    })
    .strict(),
  z
    .object({
      kind: z.literal('mentions'),
      concept: z.string().optional(),
      frame: z.string().optional(),
      speaker: z.string().optional(),
      /** Only in these parts of articles. */
      sections: z.array(z.enum(SECTIONS)).min(1).optional(),
      voice: z.enum(VOICE_FILTERS),
    })
    .strict(),
])
export type ConcordanceFind = z.infer<typeof concordanceFindSchema>

const languageCode = z.string().regex(/^[a-z]{2,3}$/)
const lexiconTitle = z.string().trim().min(1).max(200)
/** A pack as the front edits it: the engine checks it, so that faults are answered beside the field. */
const lexiconDraft = z.record(z.string(), z.unknown())
const idOrTitle = z.union([
  z.object({ id: z.string().min(1) }).strict(),
  z.object({ title: z.string().trim().min(1).max(200) }).strict(),
])

const notebookTitle = z.string().trim().min(1).max(300)
const ownWords = z.string().max(100_000)
const place = z.number().int().min(0).max(100_000)

const importFileSchema = z
  .object({ name: z.string().min(1), /** Bytes, base64. */ data: z.string() })
  .strict()

/**
 * Every call the front and the command line can make of the engine. A call is one line here and one function in
 * `main/engine`; hosts carry them all alike as JSON text.
 */
export const contract = {
  'app.state': call(nothing)<{
    version: string
    analysisVersion: string
    libraryFile: string
    articles: number
    /** True while the library holds nothing but the shipped story. */
    sampleOnly: boolean
    sampleStoryId: number | null
    /** Articles whose stored scores are of an older lexicon or analysis and are being redone. */
    staleArticles: number
    settings: Readonly<Record<string, string>>
    /** Import jobs that are running or whose summary was not dismissed. */
    imports: readonly ImportProgress[]
  }>(),
  'settings.set': call(
    z.object({ key: z.string().min(1).max(100), value: z.string().max(10_000) }).strict(),
  )<null>(),

  'stories.list': call(nothing)<readonly Story[]>(),
  'stories.create': call(z.object({ title: z.string().trim().min(1).max(300) }).strict())<Story>(),
  'stories.rename': call(z.object({ id, title: z.string().trim().min(1).max(300) }).strict())<null>(),
  /** Removes the story; its articles stay, without a story. */
  'stories.remove': call(z.object({ id }).strict())<null>(),

  'articles.list': call(
    z
      .object({
        filter: articleFilterSchema,
        sort: z.enum(ARTICLE_SORTS),
        descending: z.boolean(),
        offset: z.number().int().nonnegative(),
        limit: z.number().int().min(1).max(500),
        /** Count mentions of this concept per frame in each row. */
        concept: z.string().optional(),
      })
      .strict(),
  )<{ total: number; rows: readonly ArticleRow[] }>(),
  /** Counts for the filter lists; each list ignores its own condition. */
  'articles.facets': call(z.object({ filter: articleFilterSchema }).strict())<ArticleFacets>(),
  /** Ids of all articles the filter selects, in the order given: for select-all and J / K. */
  'articles.ids': call(
    z.object({ filter: articleFilterSchema, sort: z.enum(ARTICLE_SORTS), descending: z.boolean() }).strict(),
  )<readonly number[]>(),
  'articles.get': call(z.object({ id }).strict())<ArticleView | null>(),
  /** Passages of an article that other articles of its story have too, word for word or nearly. */
  'articles.repeats': call(z.object({ id }).strict())<readonly ArticleRepeat[]>(),
  /** Changes metadata of one or many; a field that is set is no longer a guess. */
  'articles.update': call(z.object({ ids, set: articlePatchSchema }).strict())<null>(),
  /** Marks guesses as confirmed. */
  'articles.confirm': call(
    z.object({ ids, fields: z.array(z.enum(GUESSED_FIELDS)).min(1) }).strict(),
  )<null>(),
  /** Removes from view; `articles.restore` undoes it until the library is next opened. */
  'articles.remove': call(z.object({ ids }).strict())<null>(),
  'articles.restore': call(z.object({ ids }).strict())<null>(),
  /** Puts a passage that cleaning left out back into the text (or leaves it out again) and scores the article anew. */
  'articles.putBack': call(
    z.object({ id, originalStart: z.number().int().nonnegative(), keep: z.boolean() }).strict(),
  )<ArticleView>(),

  /**
   * Corrects a naming: whose words it is in, that it is none, or one that was missed at `start`…`end`. A second
   * correction of the same words in the same concept replaces the first.
   */
  'corrections.set': call(
    z
      .object({
        articleId: id,
        kind: z.enum(CORRECTION_KINDS),
        start: z.number().int().nonnegative(),
        end: z.number().int().positive(),
        concept: z.string().min(1),
        frame: z.string().min(1),
        voice: z.enum(VOICES).optional(),
        speaker: z.string().trim().min(1).max(300).nullable().optional(),
      })
      .strict()
      .refine((one) => one.end > one.start, 'A naming ends after it starts.')
      .refine((one) => one.kind === 'not-a-mention' || one.voice !== undefined, 'Say whose words it is in.'),
  )<ArticleView>(),
  /** Takes a correction back: the automatic answer counts again. */
  'corrections.remove': call(z.object({ id }).strict())<null>(),
  /** Corrections of the articles selected, with the sentence around each: labelled data to export. */
  'corrections.list': call(z.object({ filter: articleFilterSchema }).strict())<
    readonly (Correction & {
      readonly outlet: string | null
      readonly title: string
      readonly language: string
      readonly before: string
      readonly after: string
    })[]
  >(),

  /**
   * Starts an import and answers at once; progress comes as `import.progress` events. `paths` are read by the engine
   * (desktop and command line), `files` are carried by value (browser: dropped or chosen), `text` is a pasted text.
   */
  'imports.start': call(
    z
      .object({
        paths: z.array(z.string().min(1)).max(10_000).optional(),
        files: z.array(importFileSchema).max(10_000).optional(),
        text: z.string().max(5_000_000).optional(),
        /** Story to put the articles in; null: none; absent: by manifest, else none. A title makes a new one. */
        storyId: id.nullable().optional(),
        storyTitle: z.string().trim().min(1).max(300).optional(),
      })
      .strict(),
  )<{ jobId: string }>(),
  'imports.cancel': call(z.object({ jobId: z.string() }).strict())<null>(),
  /** Forgets a finished import's summary. */
  'imports.dismiss': call(z.object({ jobId: z.string() }).strict())<null>(),

  /** The packs that take part in scoring; with `all` also those that are switched off. */
  'lexicons.list': call(z.object({ all: z.boolean().optional() }).strict())<readonly LexiconSummary[]>(),
  /** A pack, also one that is switched off; of one's own packs also an older version. */
  'lexicons.get': call(
    z.object({ id: z.string(), version: z.string().optional() }).strict(),
  )<LexiconView | null>(),
  /** Makes an own pack of a shipped or own one: same concepts and frames, so that namings are counted once. */
  'lexicons.copy': call(z.object({ id: z.string(), title: lexiconTitle }).strict())<LexiconView>(),
  /** Makes an own pack with one concept and frame, called as the pack, and no terms yet. */
  'lexicons.create': call(
    z.object({ title: lexiconTitle, languages: z.array(languageCode).min(1).max(20) }).strict(),
  )<LexiconView>(),
  /**
   * Checks a draft and stores it as the next version; scores are redone in the background. With faults nothing is stored.
   * `expectedVersion` is the version that the draft was made from: another one there now is refused (`conflict`).
   */
  'lexicons.save': call(
    z.object({ lexicon: lexiconDraft, expectedVersion: z.string() }).strict(),
  )<LexiconSaved>(),
  /** Removes an own pack; `lexicons.restore` undoes it, also later. */
  'lexicons.remove': call(z.object({ id: z.string() }).strict())<null>(),
  /** Brings a removed pack back, or (with `version`) makes that version's content the newest. */
  'lexicons.restore': call(
    z.object({ id: z.string(), version: z.string().optional() }).strict(),
  )<LexiconView>(),
  'lexicons.versions': call(z.object({ id: z.string() }).strict())<readonly LexiconVersion[]>(),
  /** Switches packs on or off for scoring and figures. The last one stays on. */
  'lexicons.setEnabled': call(
    z.object({ ids: z.array(z.string()).min(1).max(1000), enabled: z.boolean() }).strict(),
  )<null>(),
  /** Faults of a draft, or of a pack as text (YAML or JSON). An empty list when all is well. */
  'lexicons.check': call(
    z.union([
      z.object({ lexicon: lexiconDraft }).strict(),
      z.object({ text: z.string().max(5_000_000), name: z.string().max(300).optional() }).strict(),
    ]),
  )<readonly LexiconProblem[]>(),
  /**
   * What storing a draft would gain and lose against what is stored now; stores nothing. Without a draft, what switching
   * packs off (`off`: all ids that would then be off) would change. Stops after `maxMs` and says how far it came.
   * A preview ends an earlier one of the same `job` (`cancelled`).
   */
  'lexicons.preview': call(
    z
      .object({
        lexicon: lexiconDraft.optional(),
        off: z.array(z.string()).max(1000).optional(),
        filter: articleFilterSchema,
        lines: z.number().int().min(0).max(500).default(40),
        maxMs: z.number().int().min(50).max(60_000).default(3000),
        job: z.string().max(100).optional(),
      })
      .strict(),
  )<LexiconPreview>(),
  /** Adds a pack from a file's text as an own one. Under an id that is taken it becomes a pack of a new id. */
  'lexicons.import': call(
    z.object({ name: z.string().min(1).max(1000), data: z.string().max(5_000_000) }).strict(),
  )<LexiconView>(),
  'lexicons.export': call(
    z.object({ id: z.string(), format: z.enum(['yaml', 'json']), version: z.string().optional() }).strict(),
  )<{ readonly name: string; readonly text: string }>(),
  /**
   * Adds a term to an own pack; `lexicon` null: to the pack “My words”, made when it is not there. A concept or frame is
   * named by the id of one that is there (in any pack), or by a title for a new one. `term` is in the packs' notation;
   * `forms` are further forms to match as they stand. Without `save` the pack is only drawn up, for a preview.
   */
  'lexicons.addTerm': call(
    z
      .object({
        lexicon: z.string().nullable(),
        concept: idOrTitle,
        frame: idOrTitle,
        language: languageCode,
        term: z.string().trim().min(1).max(300),
        forms: z.array(z.string().trim().min(1).max(300)).max(200).optional(),
        note: z.string().trim().min(1).max(1000).optional(),
        source: z.string().trim().min(1).max(1000).optional(),
        save: z.boolean().default(true),
      })
      .strict(),
  )<LexiconTermAdded>(),
  /** A word or phrase as a term would be written, and the forms that it then matches. */
  'lexicons.proposeForms': call(
    z.object({ language: languageCode, term: z.string().trim().min(1).max(300) }).strict(),
  )<FormsProposal>(),

  ...figureCalls,

  /**
   * Every occurrence of words or namings, one line each, in the order asked for. Case, ё/е, kinds of quotation marks and
   * hyphens, soft hyphens and combining accents do not matter. The count is the number of lines.
   */
  'concordance.search': call(
    z
      .object({
        filter: articleFilterSchema,
        find: concordanceFindSchema,
        sort: z.enum(CONCORDANCE_SORTS),
        offset: z.number().int().nonnegative(),
        limit: z.number().int().min(1).max(1000),
      })
      .strict(),
  )<Concordance>(),
  /** Reads the texts ahead, so that the first search is as quick as the next; other calls are answered in between. */
  'concordance.warm': call(nothing)<null>(),
  /** Who is quoted or reported saying namings of a concept or frame, and how many: most often first. */
  'concordance.speakers': call(
    z
      .object({ filter: articleFilterSchema, concept: z.string().optional(), frame: z.string().optional() })
      .strict(),
  )<readonly { readonly speaker: string; readonly mentions: number }[]>(),

  /** The notebook's pages. */
  'notebook.list': call(nothing)<readonly NotebookSummary[]>(),
  /** A page with everything on it, and what has changed since each pin was taken. */
  'notebook.get': call(z.object({ id }).strict())<NotebookView | null>(),
  'notebook.create': call(
    z.object({ title: notebookTitle, storyId: id.nullable() }).strict(),
  )<NotebookSummary>(),
  'notebook.rename': call(z.object({ id, title: notebookTitle }).strict())<null>(),
  /** Removes a page; `notebook.restore` undoes it until the library is next opened. */
  'notebook.remove': call(z.object({ id }).strict())<null>(),
  'notebook.restore': call(z.object({ id }).strict())<null>(),
  /** Puts a figure or passage at the end of a page, as it is now. `filter` names the articles that a figure rests on. */
  'notebook.pin': call(z.object({ notebookId: id, pin: pinSchema, filter: articleFilterSchema }).strict())<{
    readonly entryId: number
  }>(),
  /** Puts a pin taken anew in place of the old one; the person's words stay. */
  'notebook.retake': call(
    z.object({ entryId: id, pin: pinSchema, filter: articleFilterSchema }).strict(),
  )<null>(),
  /** Adds a free heading or paragraph at a place of the page (0: the first), without one at its end. */
  'notebook.add': call(
    z
      .object({ notebookId: id, kind: z.enum(['heading', 'text']), words: ownWords, to: place.optional() })
      .strict(),
  )<{ readonly entryId: number }>(),
  /** Stores the person's own words of an entry. */
  'notebook.write': call(z.object({ entryId: id, words: ownWords }).strict())<null>(),
  /** Puts an entry at a place of its page, 0 the first. */
  'notebook.move': call(z.object({ entryId: id, to: place }).strict())<null>(),
  /** Removes an entry; `notebook.restoreEntry` undoes it until the library is next opened. */
  'notebook.removeEntry': call(z.object({ entryId: id }).strict())<null>(),
  'notebook.restoreEntry': call(z.object({ entryId: id }).strict())<null>(),

  /**
   * Candidates for rival terms that no lexicon lists, language by language: from likeness to the slots of a concept's known
   * terms, from keyness between outlets and from explicit naming. Without a concept, likeness is that to any.
   */
  'discover.candidates': call(
    z
      .object({
        filter: articleFilterSchema,
        concept: z.string().optional(),
        /** With those that the reader put aside. */
        withHidden: z.boolean().default(false),
        limit: z.number().int().min(1).max(500).default(50),
      })
      .strict(),
  )<{ readonly languages: readonly LanguageCandidates[] }>(),
  /** Where a candidate stands, by outlet and date. */
  'discover.lines': call(
    z
      .object({
        filter: articleFilterSchema,
        language: languageCode,
        key: z.string().min(1).max(300),
        limit: z.number().int().min(1).max(1000).default(200),
      })
      .strict(),
  )<{ readonly total: number; readonly lines: readonly CandidateLine[] }>(),
  /** Puts a candidate aside as no rival term, in all stories, or takes that back. */
  'discover.hide': call(
    z.object({ language: languageCode, key: z.string().min(1).max(300), hidden: z.boolean() }).strict(),
  )<null>(),
} as const

export type Contract = typeof contract
export type CallName = keyof Contract
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>
export type CallOutput<Name extends CallName> =
  | NonNullable<Contract[Name]['output']>
  | NullIn<Contract[Name]['output']>
type NullIn<T> = null extends T ? null : never

/** Events that the engine sends without being asked. */
export interface Events {
  'import.progress': ImportProgress
  /** Something stored changed: cached answers of these areas are stale. */
  'library.changed': {
    readonly areas: readonly ('articles' | 'stories' | 'figures' | 'settings' | 'lexicons' | 'notebooks')[]
  }
}
export type EventName = keyof Events
export const EVENT_NAMES = ['import.progress', 'library.changed'] as const satisfies readonly EventName[]
