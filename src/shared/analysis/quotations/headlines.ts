import type { Quotation } from '#shared/domain/quotation.ts'
import type { Document } from '../text/document.ts'

/** Of the words spoken in an article this share must be one person's before an unsigned headline is theirs. */
const MAIN_SHARE = 0.6
/** So much of a headline's words must stand in a quotation below before they are taken for the same. */
const SAME_SHARE = 0.7

/** A heading has at most this many characters. */
const LONGEST_HEADING = 90

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')

/**
 * Gives the words quoted in a headline to whoever says them below: in the same words, in nearly the same, or as the only
 * one who speaks at length in the article.
 */
export function echoHeadline(document: Document, found: readonly Quotation[]): Quotation[] {
  const headline = document.paragraphs[0]?.end ?? 0
  const open = (one: Quotation) =>
    (one.start < headline && one.speaker === null && one.kind !== 'indirect') || isHeading(document, one)
  if (!found.some(open)) return [...found]
  const below = found
    .filter(
      (one) =>
        one.kind === 'direct' && one.start > headline && one.speaker !== null && !isHeading(document, one),
    )
    .map((one) => ({ one, words: wordsIn(document.text.slice(one.start, one.end)) }))
  return found.map((one) => {
    if (!open(one)) return one
    const words = wordsIn(document.text.slice(one.start, one.end))
    const joined = words.join(' ')
    if (joined.length < 4) return one
    const same = below.find((other) => other.words.join(' ').includes(joined))?.one
    if (same !== undefined) return given(one, same, 0.7)
    if (one.start >= headline) return one
    // A few words kept at a distance are nobody's unless they come again.
    if (one.kind === 'scare' || words.length < 3) return one
    const near = below.find((other) => {
      const held = new Set(other.words)
      return words.filter((word) => held.has(word)).length >= words.length * SAME_SHARE
    })?.one
    const source = near ?? mainSpeaker(below)
    return source === undefined ? one : given(one, source, near === undefined ? 0.55 : 0.65)
  })
}

/** A paragraph of nothing but words in marks, with no cue: a heading that says beforehand what is said below. */
function isHeading(document: Document, one: Quotation): boolean {
  if (one.kind !== 'direct' || one.cueSpan !== null || one.end - one.start > LONGEST_HEADING) return false
  if (!/[«“„"]/.test(document.text[one.start]!)) return false
  const paragraph = document.paragraphs[document.paragraphAt(one.start)]!
  return paragraph.start === one.start && paragraph.end === one.end
}

const given = (one: Quotation, source: Quotation, confidence: number): Quotation => ({
  ...one,
  kind: 'direct',
  speaker: source.speaker,
  person: source.person,
  confidence,
  why: { rule: 'direct.echo', values: { speaker: source.speaker ?? '', cue: '' } },
})

/** A quotation of whoever says most of what is quoted in the article. */
function mainSpeaker(
  below: readonly { readonly one: Quotation; readonly words: readonly string[] }[],
): Quotation | undefined {
  const counts = new Map<string, number>()
  let all = 0
  for (const { one, words } of below) {
    counts.set(one.speaker!, (counts.get(one.speaker!) ?? 0) + words.length)
    all += words.length
  }
  const [top] = [...counts].sort((a, b) => b[1] - a[1])
  if (top === undefined || top[1] < all * MAIN_SHARE) return undefined
  return below.find(({ one }) => one.speaker === top[0])?.one
}
