import { z } from 'zod'
import type { Differences, SalienceRow, ToneFigure } from '#shared/domain/apart.ts'
import { COLLOCATE_SORTS, type Collocates, NEAR } from '#shared/domain/collocates.ts'
import type { ConceptFigure, MentionLine } from '#shared/domain/figures.ts'
import type { LexiconRef } from '#shared/domain/lexicon.ts'
import { PARTS_OF_SPEECH } from '#shared/domain/part-of-speech.ts'
import type { RepeatFigures } from '#shared/domain/repeats.ts'
import type { Silences } from '#shared/domain/silence.ts'
import {
  type DayFigures,
  type FactFigures,
  KEYNESS_SORTS,
  type Keyness,
  type Solidity,
  type SpeakerFigures,
} from '#shared/domain/story-figures.ts'
import { VOICE_FILTERS } from '#shared/domain/voice.ts'
import { articleFilterSchema, call } from './call.ts'

/** What words stand near: a word or phrase in any of its forms, or the namings of a concept or frame. */
export const nodeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), text: z.string().trim().min(1).max(300) }).strict(),
  z.object({ kind: z.literal('mentions'), concept: z.string(), frame: z.string().optional() }).strict(),
])
export type CollocateNode = z.infer<typeof nodeSchema>

/** What counts as near, and which words count. */
export const nearSchema = z
  .object({
    node: nodeSchema,
    within: z.enum(NEAR),
    window: z.number().int().min(1).max(50).default(5),
    /** Only words read as these parts of speech. */
    pos: z.array(z.enum(PARTS_OF_SPEECH)).min(1).optional(),
  })
  .strict()
export type Near = z.infer<typeof nearSchema>

/** A concept's figures in a voice; what is drawn at random hangs on the seed. */
const conceptFigureSchema = z
  .object({
    filter: articleFilterSchema,
    concept: z.string(),
    voice: z.enum(VOICE_FILTERS),
    seed: z.number().int().nonnegative().optional(),
  })
  .strict()

/** The seed, and how often articles are drawn anew behind each interval. */
interface Drawn {
  readonly seed: number
  readonly draws: number
}

/** Calls on figures and the mentions behind them. */
export const figureCalls = {
  /** Mentions of each concept in the articles selected, in all voices: for choosing a lexicon that fits. */
  'figures.concepts': call(z.object({ filter: articleFilterSchema }).strict())<
    readonly { readonly concept: string; readonly mentions: number }[]
  >(),
  /** Figures per concept and outlet of a lexicon over the articles selected. */
  'figures.compare': call(
    z.object({ filter: articleFilterSchema, lexicon: z.string(), voice: z.enum(VOICE_FILTERS) }).strict(),
  )<{ readonly lexicons: readonly LexiconRef[]; readonly concepts: readonly ConceptFigure[] }>(),
  /** The mentions behind a figure, as lines in context. `total` is the number of lines in all. */
  'figures.mentions': call(
    z
      .object({
        filter: articleFilterSchema,
        concept: z.string(),
        frame: z.string().optional(),
        outlet: z.string().optional(),
        voice: z.enum(VOICE_FILTERS),
        speaker: z.string().optional(),
        sort: z.enum(['newest', 'oldest', 'outlet']),
        offset: z.number().int().nonnegative(),
        limit: z.number().int().min(1).max(1000),
      })
      .strict(),
  )<{ total: number; lines: readonly MentionLine[] }>(),

  /**
   * Which words set an outlet's articles apart from another outlet's, or from all others selected: the figures that
   * `parallax keyness` prints. `targetOutlet` and `referenceOutlet` may be empty: no outlet given. `ngrams` is the number
   * of words in a row; `voices` narration leaves out what is quoted or reported.
   */
  'figures.keyness': call(
    z
      .object({
        filter: articleFilterSchema,
        targetOutlet: z.string(),
        referenceOutlet: z.string().optional(),
        ngrams: z.number().int().min(1).max(3).default(1),
        lemma: z.boolean().default(false),
        voices: z.enum(['all', 'narration']).default('all'),
        minCount: z.number().int().min(1).max(10_000).default(3),
        minArticles: z.number().int().min(1).max(10_000).default(1),
        /** Also words that reach the minima in the reference alone. */
        absent: z.boolean().default(false),
        sort: z.enum(KEYNESS_SORTS).default('z'),
        descending: z.boolean().default(true),
        limit: z.number().int().min(1).max(100_000).default(200),
      })
      .strict(),
  )<Keyness>(),
  /**
   * Words that stand near a term, a concept or a frame: the figures that `parallax collocates` prints. `lemma` counts
   * dictionary forms.
   */
  'figures.collocates': call(
    nearSchema.extend({
      filter: articleFilterSchema,
      lemma: z.boolean().default(false),
      minCount: z.number().int().min(1).max(10_000).default(3),
      sort: z.enum(COLLOCATE_SORTS).default('g2'),
      descending: z.boolean().default(true),
      limit: z.number().int().min(1).max(100_000).default(200),
    }),
  )<Collocates>(),
  /**
   * How solid a concept's figures are: a permutation test over all outlets, and for the outlets named intervals over
   * articles, partial pooling and leaving one out.
   */
  'figures.solidity': call(
    z
      .object({
        filter: articleFilterSchema,
        concept: z.string(),
        voice: z.enum(VOICE_FILTERS),
        outlets: z.array(z.string()).max(100).default([]),
        seed: z.number().int().nonnegative().optional(),
      })
      .strict(),
  )<Solidity | null>(),
  /**
   * Whether outlets frame a concept alike: a test of all of them and of every two, and the difference of each frame's
   * share between every two, with intervals. Null: no pack has it.
   */
  'figures.differences': call(conceptFigureSchema)<(Differences & Drawn) | null>(),
  /** How much of each frame's namings stands in headline and lead, by outlet, with intervals over articles. */
  'figures.salience': call(conceptFigureSchema)<Drawn & { readonly rows: readonly SalienceRow[] }>(),
  /** Mean tone of the sentences around each frame's namings in this voice, by outlet: a weak instrument. */
  'figures.tone': call(conceptFigureSchema)<Drawn & { readonly rows: readonly ToneFigure[] }>(),
  /**
   * What at least so many other outlets have and an outlet has not: concepts, frames, speakers, figures of people. `outlet`
   * chooses whose; all outlets' numbers come along.
   */
  'figures.silences': call(
    z
      .object({
        filter: articleFilterSchema,
        outlet: z.string(),
        minOutlets: z.number().int().min(1).max(1000).default(2),
        limit: z.number().int().min(1).max(10_000).default(1000),
      })
      .strict(),
  )<Silences>(),
  /**
   * Passages that articles of the filter's story share, word for word or nearly; those in most outlets first. Of each, the
   * place published first leads.
   */
  'figures.repeats': call(
    z
      .object({ filter: articleFilterSchema, limit: z.number().int().min(1).max(10_000).default(200) })
      .strict(),
  )<RepeatFigures>(),
  /** Who is quoted or reported with which words of a concept, and in which outlet; most often first. */
  'figures.speakers': call(
    z
      .object({
        filter: articleFilterSchema,
        concept: z.string(),
        limit: z.number().int().min(1).max(10_000).default(500),
      })
      .strict(),
  )<SpeakerFigures>(),
  /** Figures of people killed, injured, detained, missing or displaced that the articles give, outlet beside outlet. */
  'figures.facts': call(z.object({ filter: articleFilterSchema }).strict())<FactFigures>(),
  /** What was published each day, and how a concept was named. */
  'figures.days': call(
    z
      .object({ filter: articleFilterSchema, concept: z.string().optional(), voice: z.enum(VOICE_FILTERS) })
      .strict(),
  )<DayFigures>(),
} as const
