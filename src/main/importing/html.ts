import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Guess, GuessedField } from '#shared/domain/article.ts'
import type { LineHints } from './lines.ts'

export type FoundInMarkup = Partial<Record<GuessedField | 'url', Guess & { readonly value: string }>>
export interface Page {
  readonly text: string
  readonly hints: readonly LineHints[]
  readonly found: FoundInMarkup
}
export function readHtml(html: string): Page | null {
  const { document } = parseHTML(html)
  const article = new Readability(document as unknown as Document, { charThreshold: 100 }).parse()
  return article === null ? null : { text: article.textContent ?? '', hints: [], found: {} }
}
