import type { Section } from '#shared/domain/voice.ts'
import type { Document } from '../text/document.ts'
import { fold } from '../text/fold.ts'

/** A paragraph of fewer words than this, without a full stop, is no lead but a dateline, byline or caption. */
const SHORTEST_LEAD_WORDS = 8
/** A headline longer than this is a paragraph. */
const LONGEST_HEADLINE = 200

/** Tells where in the article an offset stands: headline, lead (the first paragraph of text, or a standfirst), body. */
export function sectionsOf(document: Document, title: string | null): (offset: number) => Section {
  const { paragraphs, text } = document
  const textOf = (index: number) => text.slice(paragraphs[index]!.start, paragraphs[index]!.end)
  let headline = -1
  if (paragraphs.length > 0) {
    const first = textOf(0)
    const wanted = title === null ? null : comparable(title)
    if (wanted !== null && wanted !== '') {
      // A cut title ("… - ForumDaily") or one with the outlet's name still names the same headline.
      const given = comparable(first)
      if (given === wanted || (given.length > 15 && (wanted.startsWith(given) || given.startsWith(wanted))))
        headline = 0
    }
    if (
      headline === -1 &&
      paragraphs.length > 1 &&
      first.length <= LONGEST_HEADLINE &&
      !/[.;:,]$/.test(first)
    )
      headline = 0
  }
  let lead = headline + 1
  while (lead < paragraphs.length - 1 && !isLead(textOf(lead))) lead++
  const headlineEnd = headline === -1 ? 0 : paragraphs[headline]!.end
  const leadEnd = paragraphs[lead]?.end ?? 0
  return (offset) => (offset < headlineEnd ? 'headline' : offset < leadEnd ? 'lead' : 'body')
}

const isLead = (paragraph: string): boolean =>
  paragraph.split(/\s+/).length >= SHORTEST_LEAD_WORDS || /[.!?…»”"]$/.test(paragraph)

const comparable = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
