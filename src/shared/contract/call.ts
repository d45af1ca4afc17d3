import { z } from 'zod'
import { isoDateSchema } from '#shared/domain/article.ts'

/** One call: the schema of its input, and (as a type only) what it answers. */
export interface Call<Input extends z.ZodType, Output> {
  readonly input: Input
  readonly output?: Output
}

/** A call whose input is checked against a schema; its answer is a type only. */
export const call =
  <Input extends z.ZodType>(input: Input) =>
  <Output>(): Call<Input, Output> => ({ input })

export const id = z.number().int().positive()
export const ids = z.array(id).min(1).max(100_000)
export const nothing = z.object({}).strict()

/** Which articles a list, facet or figure speaks of. All conditions hold together; an absent one does not restrict. */
export const articleFilterSchema = z
  .object({
    /** A story's id; null: articles of no story. */
    storyId: id.nullable().optional(),
    /** Outlet names; null in the list stands for "no outlet given". */
    outlets: z.array(z.string().nullable()).optional(),
    languages: z.array(z.string()).optional(),
    /** First and last day, inclusive. */
    from: isoDateSchema.optional(),
    to: isoDateSchema.optional(),
    /** Words to find in title and text (every word, prefix match; phrases in quotation marks). */
    query: z.string().max(500).optional(),
    guessedOnly: z.boolean().optional(),
    /** For figures: true counts what the rules found, without readers' corrections. */
    asFound: z.boolean().optional(),
    /**
     * For figures: true counts a passage that several articles share, word for word or nearly, only in the article that
     * was published first. Without it each counts.
     */
    once: z.boolean().optional(),
  })
  .strict()
export type ArticleFilter = z.infer<typeof articleFilterSchema>
