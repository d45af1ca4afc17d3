import { createHash } from 'node:crypto'
import type { Fingerprints } from '#main/library/queries/articles.ts'
import { fold } from '#shared/analysis/text/fold.ts'

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** What a text looks like when white space, quotation marks, hyphens, case and ё do not count. */
const folded = (text: string): string =>
  fold(text)
    .replace(/["'«»„“”‘’‚‹›]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Fingerprints of an article's text (SHA-256): of the text as it is, and of the folded text. */
export const fingerprintsOf = (text: string): Fingerprints => ({
  exact: digest(text),
  folded: digest(folded(text)),
})
