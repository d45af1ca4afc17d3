import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

const BLOCKS = 'p,li,h1,h2,h3,h4,blockquote,figcaption'

/** The article of an HTML page by Readability, paragraphs divided by blank lines, and what its markup says about it. */
export function readHtml(html: string): { text: string; given: Record<string, string> } | null {
  const { document } = parseHTML(html)
  const article = new Readability(document as unknown as Document, { charThreshold: 100 }).parse()
  if (!article?.content) return null
  const content = parseHTML(`<html><body>${article.content}</body></html>`).document
  const blocks = [...content.querySelectorAll(BLOCKS)]
    .filter((one) => one.querySelector(BLOCKS) === null && one.tagName !== 'FIGCAPTION')
    .map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  const body = blocks.length > 0 ? blocks.join('\n\n') : (article.textContent ?? '').trim()
  if (body === '') return null
  const title = article.title?.trim() ?? ''
  const given: Record<string, string> = {}
  if (title !== '') given.title = title
  if (article.siteName) given.outlet = article.siteName
  if (article.byline) given.byline = article.byline
  const day = /^\d{4}-\d{2}-\d{2}/.exec(article.publishedTime ?? '')?.[0]
  if (day !== undefined) given.published = day
  const language = /^[a-z]{2,3}/.exec(article.lang?.toLowerCase() ?? '')?.[0]
  if (language !== undefined) given.language = language
  return { text: title !== '' && !body.startsWith(title) ? `${title}\n\n${body}` : body, given }
}
