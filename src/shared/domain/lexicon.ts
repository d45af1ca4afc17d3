import { z } from 'zod'

/**
 * A lexicon pack as it is stored: one YAML file in `resources/lexicons/`. Ids are permanent: once published, an id is never
 * given another meaning. A pack may `extends` another one: it then adds frames and terms to that pack's concepts
 * (by using the same concept and frame ids) and is applied together with it.
 */
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens')

/** Text in the languages of the interface. */
export const localisedTextSchema = z.object({ en: z.string().min(1), ru: z.string().min(1) }).readonly()

export const exclusionSchema = z
  .object({
    /**
     * A pattern in the same notation as a term. Where it matches text that covers or touches the term's match, the
     * match is dropped. `{0,3}` between words allows a gap of up to three words.
     */
    pattern: z.string().min(1),
    /** What is excluded and why, in plain words. */
    note: z.string().min(1),
    /** A sentence (ours) in which the exclusion applies. */
    example: z.string().min(1),
  })
  .readonly()

export const termSchema = z
  .object({
    id,
    /**
     * The term's words in dictionary form, separated by spaces ("occupying force", "миротворческий контингент").
     * Each word matches all its inflected forms, unless it is written with a leading `=` (`=Maidan`: exactly this form,
     * case-folded) or ends in `*` (`protest*`: any ending). `{0,2}` between words allows a gap of up to two words.
     * `a|b` gives alternatives for one word. Hyphen, ё/е, case, quotation marks and soft hyphens are folded.
     */
    pattern: z.string().min(1),
    /** Only when the word is used as this part of speech. */
    pos: z.enum(['noun', 'verb', 'adjective', 'adverb']).optional(),
    /** Match only when each word in the text has the capitals of the pattern: the first letter, or all ("КТО"). */
    caseSensitive: z.boolean().optional(),
    exclude: z.array(exclusionSchema).readonly().optional(),
    note: z.string().min(1),
    source: z.string().min(1),
  })
  .readonly()

export const frameSchema = z
  .object({
    id,
    label: localisedTextSchema,
    note: z.string().min(1),
    source: z.string().min(1),
    /** Terms per language code. */
    terms: z.record(z.string().regex(/^[a-z]{2,3}$/), z.array(termSchema).readonly()).readonly(),
  })
  .readonly()

export const conceptSchema = z
  .object({
    id,
    label: localisedTextSchema,
    note: z.string().min(1),
    source: z.string().min(1),
    frames: z.array(frameSchema).min(1).readonly(),
  })
  .readonly()

/** Which lexicon, at which version: of a stored score, or of the pack that another is a copy of. */
export const lexiconRefSchema = z.object({ id: z.string(), version: z.string() }).readonly()
export type LexiconRef = z.infer<typeof lexiconRefSchema>

export const lexiconSchema = z
  .object({
    id,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version looks like 1.2.0'),
    extends: id.optional(),
    /** The pack that this one was made from by copying. */
    basedOn: lexiconRefSchema.optional(),
    label: localisedTextSchema,
    note: localisedTextSchema,
    source: z.string().min(1),
    licence: z.string().min(1),
    /** An own pack begins without any; a shipped one has at least one (`checkLexicons`). */
    concepts: z.array(conceptSchema).readonly(),
  })
  .readonly()

export type Lexicon = z.infer<typeof lexiconSchema>
export type LexiconConcept = z.infer<typeof conceptSchema>
export type LexiconFrame = z.infer<typeof frameSchema>
export type LexiconTerm = z.infer<typeof termSchema>
export type LexiconExclusion = z.infer<typeof exclusionSchema>
export type LocalisedText = z.infer<typeof localisedTextSchema>
