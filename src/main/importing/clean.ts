import type { LeftOut, LeftOutReason } from '#shared/domain/article.ts'
import { isCaptionText, isOverCredit, isPictureLabel, isStray, isUnended } from './captions.ts'
import { ADDRESS, MORE_BUTTON } from './clutter-words.ts'
import { type Core, findCore, isBiography } from './core.ts'
import { type Line, type LineHints, linesOf } from './lines.ts'
import { isName } from './names.ts'
import { closeTitles, comparable, sameTitle, withoutLabel, withoutSite } from './titles.ts'

export interface CleanOptions {
  readonly language: string
  /** The headline, given or guessed; it stays once, as the first line. */
  readonly title: string
  /** What the markup says of each line, where there is markup. */
  readonly hints?: readonly LineHints[]
  /** The lines of the original, where the caller has them already. */
  readonly lines?: readonly Line[]
}

export interface Cleaned {
  readonly text: string
  readonly leftOut: readonly LeftOut[]
}

/** Paragraphs after the head in which a lone name is the author's. */
const BYLINE_LINES = 6
/** A line of this many words without an end, between paragraphs, is the headline of another article. */
const TEASER_WORDS = 10
/** Longer than this no subheading is. */
const LONGEST_SUBHEADING = 16
/** With so little running text nothing but marked lines is left out. */
const FEWEST_PROSE_LINES = 3
const FEWEST_MARKED_LINES = 4

/**
 * Leaves out what is not the article: by line shape, place, repetition and closeness to running text. The headline stays,
 * once, as the first paragraph. A text in which nothing is left out comes back unchanged.
 */
export function cleanText(original: string, { title, hints, lines: given }: CleanOptions): Cleaned {
  const lines = given ?? linesOf(original, hints)
  const core = withoutBiography(lines, findCore(lines))
  const reasons = hints === undefined && isBare(lines) ? markedOnly(lines) : reasonsOf(lines, core, title)
  if (reasons.size === 0 || reasons.size === lines.length) return { text: original, leftOut: [] }
  return assemble(original, lines, reasons)
}

/** By what a repeated line is found: its words, or a long paragraph as it stands. */
const keyOf = (line: Line): string => (line.words > 40 ? line.text : comparable(line.text))

/** The lines kept so far. Their letters as a number tell most lines apart; keys are made only where that is the same. */
class Seen {
  private readonly byLetters = new Map<number, { readonly line: Line; readonly index: number }[]>()

  add(line: Line, index: number): void {
    const same = this.byLetters.get(line.letters)
    if (same === undefined) this.byLetters.set(line.letters, [{ line, index }])
    else same.push({ line, index })
  }

  /** The last line with the same words. */
  find(line: Line): number | undefined {
    const same = this.byLetters.get(line.letters)
    if (same === undefined) return undefined
    const key = keyOf(line)
    return same.findLast((one) => keyOf(one.line) === key)?.index
  }
}

/** Too little running text to weigh lines by, and no page around it. */
function isBare(lines: readonly Line[]): boolean {
  const prose = lines.filter((line) => line.prose).length
  const marked = lines.filter((line) => line.kind !== null).length
  return prose === 0 || (prose < FEWEST_PROSE_LINES && marked < FEWEST_MARKED_LINES)
}

/** The reasons for which lines of a page are left out, by line. */
function reasonsOf(lines: readonly Line[], core: Core, title: string): Map<number, LeftOutReason> {
  const reasons = new Map<number, LeftOutReason>()
  const headline = headlineIndex(lines, core, title)
  const lostEnds = loseEnds(lines, core)
  const head = headline === -1 ? core.first : Math.min(headline, core.first)
  const seen = new Seen()
  let block: LeftOutReason | null = null
  for (const [index, line] of lines.entries()) {
    if (index === headline) {
      seen.add(line, index)
      continue
    }
    if (index < head)
      reasons.set(
        index,
        line.words >= 3 && closeTitles(line.text, title) ? 'repeated-title' : outside(line, 'navigation'),
      )
    else if (index > core.last) reasons.set(index, outside(line, 'footer'))
    else {
      block = goesOn(block, lines, index)
      const reason = block ?? inside(lines, index, { core, title, headline, seen, lostEnds })
      if (reason !== null) reasons.set(index, reason)
      if (line.kind === 'related-intro' && !introducesProse(lines, index)) block = 'related'
    }
    if (!reasons.has(index)) seen.add(line, index)
  }
  return reasons
}

/** The author's few words about the author end no article: a name that the article itself never names. */
function withoutBiography(lines: readonly Line[], core: Core): Core {
  let { last } = core
  for (; last > core.first + 3; last--) {
    if (!isBiography(lines, last)) break
  }
  return { first: core.first, last }
}

interface Place {
  readonly core: Core
  readonly title: string
  readonly headline: number
  readonly seen: Seen
  /** The article itself often lacks its full stops. */
  readonly lostEnds: boolean
}

/** Why a line between the headline and the article's end is left out, or null for the article's own. */
function inside(lines: readonly Line[], index: number, place: Place): LeftOutReason | null {
  const line = lines[index]!
  const { core, title, headline, seen } = place
  const beforeText = index < core.first
  const repeated = line.words >= 2 ? seen.find(line) : undefined
  if (repeated !== undefined && !(line.speech && index > core.first)) {
    if (line.kind === 'caption') return 'caption'
    if (repeated === headline || line.words >= 4) return 'repeated-title'
  }
  if (headline !== -1 && !line.prose && index <= core.first + 4 && closeTitles(line.text, title))
    return 'repeated-title'
  if (line.hints?.place === 'caption') return 'caption'
  const marked = markedReason(line)
  if (line.hints?.kept === false) return marked ?? dropped(line, beforeText)
  if (marked !== null && !(line.kind === 'related-intro' && introducesProse(lines, index))) return marked
  if (line.hints !== null && (line.hints.place === 'aside' || line.hints.place === 'navigation'))
    return line.hints.place === 'aside' ? 'related' : 'navigation'
  if (headsPromotion(lines, index)) return 'promotion'
  if (
    !line.prose &&
    line.words >= 4 &&
    !/[.!]\W?$/.test(line.text) &&
    MORE_BUTTON.test(lines[index + 1]?.text ?? '')
  )
    return 'related'
  if (line.prose) return isStray(lines, index) ? 'caption' : null
  if (line.hints !== null && line.hints.linkShare > 0.8 && line.words >= 3 && !/[.…]\W?$/.test(line.text))
    return 'related'
  if (beforeText) {
    if (isOverCredit(lines, index)) return 'caption'
    if (line.hints?.kept) return isName(line.text) ? 'metadata' : null
    // Between headline and text stand rubric, author and picture; a standfirst is a longer line.
    return (line.words >= 7 || line.bullet) && !/[|›»>]\s/.test(line.text) ? null : 'metadata'
  }
  if (index <= core.first + BYLINE_LINES && isName(line.text) && !lines[index - 1]?.text.endsWith(':'))
    return 'metadata'
  // A teaser with the hour of its own.
  if (
    line.hints === null &&
    lines[index - 1]?.kind === 'date' &&
    index > core.first + 2 &&
    !line.ends &&
    line.words >= 4 &&
    !headsEntry(lines, index)
  )
    return 'related'
  if (isPictureLabel(lines, index) || isCaptionText(lines, index)) return 'caption'
  if (!place.lostEnds && isUnended(line)) return 'caption'
  if (line.hints !== null) return null
  return isTeaser(lines, index, place.lostEnds) || isAmongTeasers(lines, index) ? 'related' : null
}

/** The heading of an entry of a running report, between its hour and its text; in a list of teasers hours alternate with headlines. */
const headsEntry = (lines: readonly Line[], index: number): boolean =>
  lines[index - 1]?.kind === 'date' &&
  lines[index + 1]?.prose === true &&
  (lines[index - 3]?.kind !== 'date' || lines[index - 2]!.prose)

/** The heading of a box that asks for something. */
function headsPromotion(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!
  return (
    !line.prose &&
    (!line.ends || line.text.endsWith('?')) &&
    !line.speech &&
    line.words <= 8 &&
    lines[index + 1]?.kind === 'promotion'
  )
}

/** What the extractor dropped between the article's paragraphs. */
function dropped(line: Line, beforeText: boolean): LeftOutReason {
  if (line.hints?.place === 'navigation') return 'navigation'
  if (beforeText || isName(line.text)) return 'metadata'
  return line.words >= 4 ? 'related' : 'navigation'
}

/** What a line is by its own marks alone. */
function markedReason(line: Line): LeftOutReason | null {
  switch (line.kind) {
    case null:
      return null
    case 'related-intro':
    case 'related':
      return 'related'
    case 'advert':
    case 'promotion':
      return 'promotion'
    case 'control':
      return 'navigation'
    case 'date':
    case 'byline':
      return 'metadata'
    default:
      return line.kind
  }
}

const speaksOfItself = (text: string): boolean => new Set(text.toLowerCase().match(ADDRESS)).size >= 2

function markedOnly(lines: readonly Line[]): Map<number, LeftOutReason> {
  const reasons = new Map<number, LeftOutReason>()
  if (lines.length < 3) return reasons
  for (const [index, line] of lines.entries()) {
    const reason = markedReason(line)
    if (reason !== null && line.kind !== 'related-intro') reasons.set(index, reason)
  }
  return reasons
}

/** Lines before the headline and after the article: what they are, as far as their shape tells. */
function outside(line: Line, otherwise: 'navigation' | 'footer'): LeftOutReason {
  const marked = markedReason(line)
  if (marked !== null) return marked
  if (line.hints?.place === 'caption') return 'caption'
  if (isName(line.text) && otherwise === 'footer') return 'metadata'
  if (otherwise === 'footer' && line.prose && speaksOfItself(line.text)) return 'promotion'
  if (otherwise === 'footer' && line.words >= 6) return 'related'
  return otherwise
}

/** A list of other articles goes on while its lines do not read like the article: bullets, headlines, one-sentence teasers. */
function goesOn(block: LeftOutReason | null, lines: readonly Line[], index: number): LeftOutReason | null {
  if (block === null) return null
  const line = lines[index]!
  const previous = lines[index - 1]!
  if (line.bullet && (previous.bullet || previous.kind === 'related-intro')) return block
  // Glued to the teaser before: the same block of the page.
  if (line.glued && !line.prose) return block
  if (line.prose || (line.speech && line.ends)) return null
  if (line.ends && line.words >= 5 && !line.text.endsWith('?')) return null
  // Under an hour of its own begins the next entry of a running report.
  if (headsEntry(lines, index)) return null
  // A short line right before running text is the article's own subheading.
  if (lines[index + 1]?.prose && !isName(line.text)) {
    const short = line.words <= 4 && previous.kind !== 'related-intro'
    if (short || isSubheading(lines, index)) return null
  }
  return block
}

/** “More on this:” may also be the article's own lead-in; then a paragraph follows, no list of headlines. */
function introducesProse(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return next?.prose === true && !next.bullet && !lines[index]!.text.endsWith(':')
}

/** The headline's line: the last one before the text that says what the title says, without the site's name where there is a choice. */
function headlineIndex(lines: readonly Line[], core: Core, title: string): number {
  if (title === '') return -1
  const limit = Math.min(lines.length, core.first + 5)
  let found = -1
  for (let index = 0; index < limit; index++) {
    const text = withoutLabel(lines[index]!.text)
    if (!sameTitle(text, title) && !(index < core.first && sameTitle(withoutSite(text), title))) continue
    if (found === -1 || (index <= core.first && !sameTitle(lines[found]!.text, title))) found = index
  }
  if (found !== -1 && found > core.first) return -1
  if (found === -1) {
    for (let index = 0; index < Math.min(core.first, lines.length); index++)
      if (lines[index]!.words <= 40 && closeTitles(lines[index]!.text, title)) found = index
  }
  return found
}

/** True when paragraphs of this text often end without a full stop: then a missing one says nothing. */
function loseEnds(lines: readonly Line[], core: Core): boolean {
  const long = lines.filter((line, index) => index >= core.first && index <= core.last && line.words >= 14)
  return (
    long.filter((line) => !line.ends && !/[:;,]$/.test(line.text)).length > Math.max(3, long.length * 0.3)
  )
}

/** The headline of another article between paragraphs: long for a subheading, one sentence, no end, not in a list. */
function isTeaser(lines: readonly Line[], index: number, lostEnds: boolean): boolean {
  const line = lines[index]!
  if (lostEnds || line.ends || line.bullet || line.sentences > 1 || /[:;,—–-]$/.test(line.text)) return false
  if (!/^["“«„'‘]?[\p{Lu}\d]/u.test(line.text)) return false
  const before = lines[index - 1]
  const after = lines[index + 1]
  if (before === undefined || after === undefined || /^[\p{Ll}]/u.test(after.text)) return false
  if (inList(lines, index)) return false
  return line.words >= TEASER_WORDS && !isSubheading(lines, index)
}

/** Three headline-like lines in a row between paragraphs are a box of other articles; subheadings stand alone. */
function isAmongTeasers(lines: readonly Line[], index: number): boolean {
  const isOne = (line: Line | undefined) =>
    line !== undefined &&
    line.kind === null &&
    !line.prose &&
    !line.ends &&
    !line.bullet &&
    !line.speech &&
    line.words <= 12 &&
    /^[«“"]?\p{Lu}/u.test(line.text) &&
    !/[:;,–—-]$/.test(line.text)
  let first = index
  let last = index
  while (isOne(lines[first - 1])) first--
  while (isOne(lines[last + 1])) last++
  // The last of them may be the subheading of what follows.
  if (index === last && (lines[index]!.words <= 4 || isSubheading(lines, index))) return false
  return isOne(lines[index]) && last - first >= 2 && lines[last + 1]?.prose === true && !inList(lines, index)
}

/** A long subheading speaks of what the paragraphs under it speak of. */
function isSubheading(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!
  if (line.words > LONGEST_SUBHEADING || !lines[index + 1]?.prose) return false
  const stems = stemsOf(line.text)
  const under = stemsOf(
    lines
      .slice(index + 1, index + 5)
      .filter((one) => one.prose)
      .map((one) => one.text)
      .join(' '),
  )
  return [...stems].filter((stem) => under.has(stem)).length >= stems.size * 0.5
}

const stemsOf = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 5)))

/** A run of lines without ends that a colon leads in is the article's list. */
function inList(lines: readonly Line[], index: number): boolean {
  let start = index
  while (
    start > 0 &&
    !lines[start - 1]!.prose &&
    !lines[start - 1]!.ends &&
    !lines[start - 1]!.text.endsWith(':')
  )
    start--
  const lead = lines[start - 1]
  return lead?.text.endsWith(':') === true && lead.kind === null
}

function assemble(
  original: string,
  lines: readonly Line[],
  reasons: ReadonlyMap<number, LeftOutReason>,
): Cleaned {
  const kept: string[] = []
  let length = 0
  const leftOut: LeftOut[] = []
  for (const [index, line] of lines.entries()) {
    const reason = reasons.get(index)
    if (reason === undefined) {
      length += line.text.length + (kept.length === 0 ? 0 : 2)
      kept.push(line.text)
    } else
      leftOut.push({
        at: length,
        originalStart: line.start,
        originalEnd: line.end,
        text: original.slice(line.start, line.end),
        reason,
      })
  }
  return { text: kept.join('\n\n'), leftOut }
}
