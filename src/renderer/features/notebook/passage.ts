import type { ArticleView } from '#shared/domain/library.ts'
import type { PassagePin } from '#shared/domain/notebook.ts'
import type { Span } from '#shared/domain/span.ts'
import type { Voice } from '#shared/domain/voice.ts'

const AROUND = 240

/** Whose words a passage is in: those of the quotation or report around it, else the outlet's own. */
export function voiceOf(
  article: Pick<ArticleView, 'quotations' | 'mentions' | 'people'>,
  { start, end }: Span,
): { readonly voice: Voice; readonly speaker: string | null } {
  // A naming in just these words knows best: a reader may have corrected it.
  const mention = article.mentions.find((one) => one.start === start && one.end === end)
  if (mention !== undefined) return { voice: mention.voice, speaker: mention.speaker }
  const around = article.quotations
    .filter((one) => one.start <= start && end <= one.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]
  if (around === undefined) return { voice: 'narration', speaker: null }
  return { voice: around.kind, speaker: around.speaker }
}

/** A passage of an article with the rest of its paragraph, up to 240 characters on each side from a whole word on. */
export function passageOf(
  article: ArticleView,
  span: Span,
  words: {
    readonly outlet: string
    readonly published: string
    readonly voice: string
    readonly settings: PassagePin['settings']
    readonly language: PassagePin['language']
  },
): PassagePin {
  const { text } = article
  const from = text.lastIndexOf('\n', span.start - 1) + 1
  const line = text.indexOf('\n', span.end)
  const to = line === -1 ? text.length : line
  const before = text.slice(Math.max(from, span.start - AROUND), span.start)
  const after = text.slice(span.end, Math.min(to, span.end + AROUND))
  return {
    kind: 'passage',
    title: article.title,
    address: `/read/${article.id}?at=${span.start}`,
    articleId: article.id,
    textLanguage: article.language,
    before: span.start - AROUND > from ? `…${before.replace(/^\S*\s+/u, '')}` : before,
    quote: text.slice(span.start, span.end),
    after: span.end + AROUND < to ? `${after.replace(/\s+\S*$/u, '')}…` : after,
    speaker: voiceOf(article, span).speaker,
    ...words,
  }
}

/** Where the words of a pin stand in the article now: at their old place, else nearest to it; null: they are gone. */
export function findAgain(text: string, quote: string, at: number): Span | null {
  let best: number | null = null
  for (let found = text.indexOf(quote); found !== -1; found = text.indexOf(quote, found + 1)) {
    if (best === null || Math.abs(found - at) < Math.abs(best - at)) best = found
  }
  return best === null ? null : { start: best, end: best + quote.length }
}
