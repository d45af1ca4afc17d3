import { z } from 'zod'

/** What a page is made of: what was pinned (a figure or a passage of an article), and free headings and paragraphs. */
export const ENTRY_KINDS = ['figure', 'passage', 'heading', 'text'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

const line = z.string().max(20_000)
const setting = z.object({ label: line, value: line }).strict()
/** One cell as drawn: its value, what stands small below it, and how many columns it takes. */
const cell = z
  .object({
    text: line,
    detail: line.optional(),
    span: z.number().int().min(2).max(1000).optional(),
    /** It names its row. */
    head: z.literal(true).optional(),
  })
  .strict()

const common = {
  /** What the figure shows, or the title of the passage's article. */
  title: line,
  /** The choices that made it, in words: story, articles, voice, lexicon and version, analysis version. */
  settings: z.array(setting).max(50),
  /** The address in the app that leads back to it: `/compare/1?…`. */
  address: z.string().max(5000),
  /** Language of the interface in which it was taken: what its words are in. */
  language: z.enum(['en', 'ru']),
}

/** A figure as it stood on the screen. */
export const figurePinSchema = z
  .object({
    kind: z.literal('figure'),
    /** Finds the figure on its screen when it is taken anew. */
    key: z.string().max(1000),
    ...common,
    sentence: line,
    /** An SVG that needs nothing but itself, in light colours; null: the figure is a table. */
    drawing: z.string().max(3_000_000).nullable(),
    table: z
      .object({
        columns: z.array(z.object({ text: line, number: z.literal(true).optional() }).strict()).max(1000),
        rows: z.array(z.array(cell).max(1000)).max(10_000),
      })
      .strict()
      .nullable(),
    /** What the marks mean. */
    notes: z.array(line).max(50),
    /** How it is computed: formulas (`code`), one with this figure's numbers, and sentences. */
    formula: z.array(z.object({ text: line, code: z.boolean() }).strict()).max(50),
    /** The figures behind it to compute with, as CSV; null: the table holds them all. */
    csv: z.string().max(5_000_000).nullable(),
  })
  .strict()
export type FigurePin = z.infer<typeof figurePinSchema>
export type PinnedTable = NonNullable<FigurePin['table']>

/** Words of an article, with what stands around them in their sentence or paragraph. */
export const passagePinSchema = z
  .object({
    kind: z.literal('passage'),
    ...common,
    articleId: z.number().int().positive(),
    before: line,
    quote: line,
    after: line,
    /** Language that the article is in. */
    textLanguage: z.string().max(10),
    outlet: line,
    published: line,
    /** Whose words they are, in words of the interface. */
    voice: line,
    speaker: line.nullable(),
  })
  .strict()
export type PassagePin = z.infer<typeof passagePinSchema>

export const pinSchema = z.discriminatedUnion('kind', [figurePinSchema, passagePinSchema])
export type Pin = z.infer<typeof pinSchema>

/** What of the library has changed since a pin was taken. */
export const PIN_CHANGES = ['articles', 'corrections', 'scores'] as const
export type PinChange = (typeof PIN_CHANGES)[number]

export interface NotebookSummary {
  readonly id: number
  readonly title: string
  /** The story whose page it is; null: a free page. */
  readonly storyId: number | null
  readonly entries: number
}

export interface NotebookEntry {
  readonly id: number
  readonly kind: EntryKind
  /** The person's own words, as typed. */
  readonly words: string
  readonly pin: Pin | null
  /** When it was pinned or taken anew (ISO 8601); null for free text. */
  readonly takenAt: string | null
  /** What has changed since, where the pin speaks of it. */
  readonly changes: readonly PinChange[]
}

export interface NotebookView extends NotebookSummary {
  /** In the order of the page. */
  readonly content: readonly NotebookEntry[]
}
