import { BIOGRAPHY } from './clutter-words.ts'
import type { Line, LineKind } from './lines.ts'

/** First and last line of the stretch that holds the article, both inclusive. */
export interface Core {
  readonly first: number
  readonly last: number
}

/** However long a list of teasers inside an article is, text behind it may still be the article's. */
const DEEPEST_GAP = -18
/** …and not so deep where two paragraphs in a row stand behind it: no list of teasers goes on like this. */
const GAP_BEFORE_TEXT = -10
/** Running text enough for a comments heading to end it. */
const ENOUGH_WORDS = 70
/** Running text enough for the page's last notice to end it. */
const FEW_WORDS = 40
/** Minutes, shares and views are counted anywhere on a page; only comments end an article. */
const OTHER_COUNT =
  /\d{1,3} ?(?:min|мин)|^[\d.,\s]*[kк]?\s*(?:shares?|likes?|views?|reads?|просмотр\p{L}*|прочтени\p{L}*)\W*$/iu
/** Words by which a notice is the page's last one, not a box amid the text. */
const LAST_NOTICE =
  /©|\(c\)|copyright|all rights reserved|все права|(?:12|16|18)\+|зарегистрирован|свидетельств/i

/**
 * Finds the article as the stretch of lines with the largest sum of weights (Kadane's algorithm): running text weighs by its
 * words, headline-like lines and what pages say about themselves weigh against. A comments heading or a copyright line after
 * the text ends it.
 */
export function findCore(lines: readonly Line[]): Core {
  const end = hardEnd(lines)
  let best = Number.NEGATIVE_INFINITY
  let core: Core = { first: 0, last: lines.length - 1 }
  let sum = 0
  let peak = 0
  let first = 0
  for (let index = 0; index < end; index++) {
    const weight = weightOf(lines, index)
    if (sum <= 0) {
      sum = 0
      peak = 0
      first = index
    }
    if (sum < peak + GAP_BEFORE_TEXT && peak > 0 && isText(lines, index) && isText(lines, index + 1))
      sum = peak + GAP_BEFORE_TEXT
    sum = Math.max(sum + weight, weight < 0 ? Math.min(sum, peak + DEEPEST_GAP) : Number.NEGATIVE_INFINITY)
    peak = Math.max(peak, sum)
    if (sum > best) {
      best = sum
      core = { first, last: index }
    }
  }
  return best <= 0 ? { first: 0, last: lines.length - 1 } : core
}

const isText = (lines: readonly Line[], index: number): boolean => {
  const line = lines[index]
  return line?.prose === true && line.kind === null && line.ends
}

/** The line at which comments or the page's footer begin for good, else the number of lines. */
function hardEnd(lines: readonly Line[]): number {
  const total = lines.reduce((sum, line) => sum + (line.prose ? line.words : 0), 0)
  let before = 0
  for (const [index, line] of lines.entries()) {
    const after = total - before
    if (line.kind === 'comments' && before >= ENOUGH_WORDS && !OTHER_COUNT.test(line.text)) {
      // A link to the comments may stand amid the text; a heading has no article behind it, but perhaps many readers.
      if (after < before * 0.25 || endsArticle(lines, index)) return index
    }
    if (line.kind === 'notice' && before >= FEW_WORDS && LAST_NOTICE.test(line.text)) {
      if (after < before * 0.8 || lines[index + 1]?.kind === 'notice') return index
    }
    if (before >= FEW_WORDS && after < before * 0.8 && isBiography(lines, index)) return index
    if (line.prose) before += line.words
  }
  return lines.length
}

/** The author's few words about the author: somebody whom the article itself never names. */
export function isBiography(lines: readonly Line[], index: number): boolean {
  const { text, words } = lines[index]!
  if (words > 50 || !BIOGRAPHY.test(text)) return false
  const surname = /^\p{Lu}\S+ (?:\p{Lu}\. )?(\p{Lu}[\p{L}'’-]+)/u.exec(text)?.[1]
  return (
    surname === undefined || !lines.slice(0, index).some((line) => line.prose && line.text.includes(surname))
  )
}

/** Behind a comments heading stand readers: names, dates, "reply", counts between short texts. */
function endsArticle(lines: readonly Line[], index: number): boolean {
  const next = lines.slice(index + 1, index + 13)
  if (next.length === 0) return true
  return next.filter((line) => !line.prose).length >= next.length * 0.5
}

function weightOf(lines: readonly Line[], index: number): number {
  const line = lines[index]!
  if (line.hints?.kept === false) return 0
  switch (line.kind) {
    case 'related-intro':
      return -6
    case 'comments':
      return -5
    case 'notice':
      return -4
    case 'promotion':
      return -3
    case 'share-bar':
    case 'tags':
    case 'control':
      return -2
    case 'related':
      return -2
    case 'caption':
    case 'advert':
      return -1
    case 'date':
    case 'byline':
      return -2
    case null:
      break
  }
  const place = line.hints?.place
  const marked = place === 'navigation' || place === 'aside' ? -6 : 0
  if (line.hints !== null && line.hints.linkShare > 0.8 && line.words > 1)
    return (line.ends ? 0 : -3) + marked
  if (line.prose) {
    const weight = Math.min(line.words, 50) * 0.4
    return (isCard(lines, index) ? weight * 0.3 : weight) + marked
  }
  if (line.ends && (line.words >= 4 || line.speech))
    return Math.min(line.words, 12) * (line.speech ? 0.4 : 0.25) + marked
  if (line.bullet) return -0.7 + marked
  // A lead-in to a list, and the list's items.
  if (/[:;,]$/.test(line.text) || /^[–—-]\s?\p{L}|^\p{Ll}/u.test(line.text)) return 0.5 + marked
  if (isTagEntry(lines, index)) return -0.7 + marked
  if (line.words <= 2) return -2 + marked
  return (line.words <= 9 ? -2 : -3.5) + marked
}

/** One short paragraph between headline-like lines on both sides, as in a list of teasers. */
function isCard(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!
  if (line.words > 34 || line.sentences > 2 || line.speech) return false
  const headline = (other: Line | undefined) =>
    other === undefined ||
    (!other.prose && !other.ends && !other.bullet && !other.speech && !/[:;,]$/.test(other.text))
  const around = [lines[index - 1], lines[index + 1]]
  // Between a box and the tags stands the article's own last paragraph.
  return (
    around.every(headline) &&
    around.some((other) => other === undefined || (other.words >= 3 && !BOX.has(other.kind)))
  )
}

/** A word or two under the heading of the tags, each on a line of its own. */
function isTagEntry(lines: readonly Line[], index: number): boolean {
  for (let above = index; above >= 0 && above > index - 8; above--) {
    const line = lines[above]!
    if (line.kind === 'tags') return above < index
    if (line.kind !== null || line.words > 3 || line.ends) return false
  }
  return false
}

/** What pages set between and behind an article's paragraphs, and no teaser. */
const BOX: ReadonlySet<LineKind> = new Set(['tags', 'promotion', 'notice', 'share-bar', 'advert', 'control'])
