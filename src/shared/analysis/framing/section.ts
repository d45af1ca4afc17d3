import type { Section } from '#shared/domain/voice.ts'
import { isCaptionShape } from '../text/caption-shape.ts'
import { CHARACTERS, SPACE } from '../text/characters.ts'
import type { Document } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { pullQuotes } from './pull-quotes.ts'

/** A paragraph of fewer words than this, without a full stop, is no lead but a dateline, byline or caption. */
const SHORTEST_LEAD_WORDS = 8
/** A headline longer than this is a paragraph. */
const LONGEST_HEADLINE = 200

/**
 * Tells where in the article an offset stands: headline, lead (the first paragraph of text, or a standfirst), a picture's
 * caption (by its shape, or one of `captions`, which the page marks as such), a pull quote, or the body.
 */
export function sectionsOf(
  document: Document,
  title: string | null,
  captions: readonly string[] = [],
): (offset: number) => Section {
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
  const marked = new Set(captions.map(comparable))
  const isCaption = (index: number) => {
    const paragraph = textOf(index)
    return (
      isCaptionShape(paragraph, countWords(paragraph), sentencesIn(document, index)) ||
      (marked.size > 0 && marked.has(comparable(paragraph)))
    )
  }
  let lead = headline + 1
  while (lead < paragraphs.length - 1 && (!isLead(textOf(lead)) || isCaption(lead))) lead++
  const headlineEnd = headline === -1 ? 0 : paragraphs[headline]!.end
  const leadEnd = paragraphs[lead]?.end ?? 0
  // Only a text with a naming under its lead is looked through for what it repeats.
  let repeats: ReadonlySet<number> | null = null
  const isPullQuote = (index: number) => {
    repeats ??= pullQuotes(
      paragraphs.map((_, one) => textOf(one)),
      (one) => one > lead && !isCaption(one),
      headline + 1,
    )
    return repeats.has(index)
  }
  const known = new Map<number, Section>()
  return (offset) => {
    if (offset < headlineEnd) return 'headline'
    const index = document.paragraphAt(offset)
    const before = known.get(index)
    if (before !== undefined) return before
    const section = isCaption(index)
      ? 'caption'
      : offset < leadEnd
        ? 'lead'
        : isPullQuote(index)
          ? 'pull-quote'
          : 'body'
    known.set(index, section)
    return section
  }
}

/** Stretches without white space. */
function countWords(text: string): number {
  let count = 0
  let space = true
  for (let at = 0; at < text.length; at++) {
    const here = (CHARACTERS[text.charCodeAt(at)]! & SPACE) !== 0
    if (space && !here) count++
    space = here
  }
  return count
}

const sentencesIn = (document: Document, paragraph: number): number => {
  const { start, end } = document.paragraphs[paragraph]!
  return document.sentenceAt(end - 1) - document.sentenceAt(start) + 1
}

const isLead = (paragraph: string): boolean =>
  countWords(paragraph) >= SHORTEST_LEAD_WORDS || /[.!?…»”"]$/.test(paragraph)

const comparable = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
