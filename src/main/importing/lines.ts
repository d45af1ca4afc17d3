import { isCaptionShape } from '#shared/analysis/text/caption-shape.ts'
import { CHARACTERS, SPACE } from '#shared/analysis/text/characters.ts'
import {
  AD,
  ADDRESS,
  ASKING,
  BYLINE,
  COMMENTS,
  CONTROL,
  COUNTS,
  CREDIT,
  MAYBE_NOTICE,
  MAYBE_PROMOTION,
  MAYBE_SHARE,
  NOTICE,
  PROMOTION,
  RELATED_EARLIER,
  RELATED_INTRO,
  SHARE,
  SHARE_CORE,
  STAMP,
  TAGS_INTRO,
} from './clutter-words.ts'
import { isDateLine } from './dates.ts'
import {
  countWords,
  endsSentence,
  hasBlankLine,
  type LineShape,
  shapeOf,
  startsWithLetter,
} from './line-shape.ts'

/** What the markup says of a line, where there is markup. */
export interface LineHints {
  /** Share of the line's characters that stand in links. */
  readonly linkShare: number
  readonly place: 'text' | 'heading' | 'list' | 'caption' | 'navigation' | 'aside' | 'quote'
  /** The extractor took it for the article. */
  readonly kept: boolean
}

/** What a line looks like by itself; `null` for a line that may well be article. */
export type LineKind =
  | 'share-bar'
  | 'comments'
  | 'tags'
  | 'related-intro'
  | 'related'
  | 'caption'
  | 'advert'
  | 'control'
  | 'notice'
  | 'promotion'
  | 'date'
  | 'byline'
  | null

/** A paragraph of the original: one line, or the lines of one paragraph where the text is wrapped at a fixed width. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly words: number
  readonly sentences: number
  /** Ends as a sentence does, closing marks apart. */
  readonly ends: boolean
  readonly bullet: boolean
  /** Opens with a dash (dialogue) or a quotation mark. */
  readonly speech: boolean
  readonly kind: LineKind
  /** Running text: long enough, with a sentence's end, and nothing that a page says about itself. */
  readonly prose: boolean
  /** The same for two lines whose letters and digits are the same. */
  readonly letters: number
  /** No blank line stands before it, in a text that divides its paragraphs by blank lines. */
  readonly glued: boolean
  readonly hints: LineHints | null
}

/** A web address, a mail address or an account's name, and nothing else. */
const ADDRESS_ONLY =
  /^(?:url|link|e-?mail|ссылка|адрес)?[:\s]*(?:https?:\/\/\S+|www\.\S+|@\w+|[\w.+-]+@[\w-]+\.[\w.]+)$/iu
const NEW_LINE = 10
const ZERO_WIDTH_SPACE = 0x200b
const PROSE_WORDS = 12
/** A line longer than this is a paragraph, whatever it ends with. */
const LONG_LINE_WORDS = 32

/** Divides a text into lines with their features; `hints` come in the same order as the lines. */
export function linesOf(original: string, hints?: readonly LineHints[]): Line[] {
  const spans = hints === undefined ? unwrapped(original, spansOf(original)) : spansOf(original)
  const lines = spans.map(([start, end], index) => lineOf(original, start, end, hints?.[index] ?? null))
  return hints === undefined ? withGlue(original, lines) : lines
}

/** Lines that hold something to see. */
function spansOf(original: string): [number, number][] {
  const spans: [number, number][] = []
  let start = 0
  let visible = false
  for (let at = 0; at <= original.length; at++) {
    const code = at < original.length ? original.charCodeAt(at) : NEW_LINE
    if (code === NEW_LINE || code === 13 || code === 0x2028 || code === 0x2029) {
      if (visible) spans.push([start, at])
      start = at + 1
      visible = false
    } else if (!visible) visible = (CHARACTERS[code]! & SPACE) === 0 && code !== ZERO_WIDTH_SPACE
  }
  return spans
}

/** Joins lines that were broken at a fixed width: long lines without an end, most of them going on in small letters. */
function unwrapped(original: string, spans: readonly [number, number][]): [number, number][] {
  const paragraph = (index: number) => hasBlankLine(original, spans[index - 1]![1], spans[index]![0])
  let broken = 0
  let goesOn = 0
  let joints = 0
  for (let index = 1; index < spans.length; index++) {
    if (paragraph(index)) continue
    joints++
    const before = original.slice(...spans[index - 1]!).trim()
    if (before.length < 45 || before.length > 110 || endsSentence(before)) continue
    broken++
    if (/^[\p{Ll}]/u.test(original.slice(spans[index]![0], spans[index]![0] + 8).trim())) goesOn++
  }
  if (joints < 8 || broken < joints * 0.5 || goesOn < broken * 0.5) return [...spans]
  const joined: [number, number][] = []
  for (const [index, span] of spans.entries()) {
    const last = joined.at(-1)
    const before = index === 0 ? '' : original.slice(...spans[index - 1]!).trim()
    if (last !== undefined && !paragraph(index) && before.length >= 40) last[1] = span[1]
    else joined.push([...span])
  }
  return joined
}

function lineOf(original: string, start: number, end: number, hints: LineHints | null): Line {
  const shape = shapeOf(original.slice(start, end))
  const { text, words, sentences, ends, letters } = shape
  const plain = startsWithLetter(text)
  const bullet = !plain && /^(?:[•◦▪■●○‣⁃·*✓➤►▶→]|\d{1,2}[.)])\s/u.test(text)
  const speech = !plain && /^(?:[–—-]\s?\p{L}|["“”«„'‘])/u.test(text)
  const kind = kindOf(shape)
  const prose =
    kind === null &&
    ((words >= PROSE_WORDS &&
      (ends || (sentences > 1 && words >= PROSE_WORDS * 1.7) || /[:;,*]$/.test(text))) ||
      words >= LONG_LINE_WORDS) &&
    !(hints !== null && hints.linkShare > 0.8)
  return {
    start,
    end,
    text,
    words,
    sentences,
    ends,
    bullet,
    speech,
    kind,
    prose,
    hints,
    letters,
    glued: false,
  }
}

/** Marks which lines belong to the line before, where blank lines divide the paragraphs. */
function withGlue(original: string, lines: readonly Line[]): Line[] {
  const blank = lines.map(
    (line, index) => index === 0 || hasBlankLine(original, lines[index - 1]!.end, line.start),
  )
  const prose = lines.map((line, index) => (line.prose ? index : -1)).filter((index) => index > 0)
  const divided = prose.filter((index) => blank[index]).length
  if (prose.length === 0 || divided < prose.length * 0.7) return [...lines]
  return lines.map((line, index) => (blank[index] ? line : { ...line, glued: true }))
}

function kindOf(shape: LineShape): LineKind {
  const { text, words, sentences, ends } = shape
  if (words === 0) return /^[\p{S}\p{P}\s]*$/u.test(text) && !/^\*{2,}$|^[.…]+$/.test(text) ? 'control' : null
  if (words <= 6 && !ends && /^[\d\s.,:+%kк-]+$/iu.test(text)) return 'share-bar'
  if (words <= 8 && CONTROL.test(text)) return 'control'
  if (!/\s\S+\s/.test(text) && ADDRESS_ONLY.test(text)) return 'control'
  if (words <= 16 && AD.test(text)) return 'advert'
  if (isDateLine(text)) return 'date'
  if (words <= 12 && COMMENTS.test(text)) return 'comments'
  if (words <= 12 && COUNTS.test(text) && !ends && sentences === 1) return 'comments'
  if (isShareBar(shape)) return 'share-bar'
  if (isTags(text, words, ends)) return 'tags'
  if (isCaptionShape(text, words, sentences)) return 'caption'
  if (isByline(text, words, ends)) return 'byline'
  if (words <= 40 && /^[([]?(?:additional )?(?:reporting|writing|editing) by /i.test(text)) return 'byline'
  if (words <= 14 && STAMP.test(text) && /\d/.test(text) && !/[.!?]$/.test(text)) return 'date'
  const related = relatedKind(text, words, ends)
  if (related !== null) return related
  return selfTalk(shape)
}

/** "By Name Name", "Автор: …": names, and no sentence as in "By Monday, the shops had closed." */
function isByline(line: string, count: number, ends: boolean): boolean {
  const text = line.replace(/\S+@\S+|https?:\/\/\S+/g, '')
  const words = text === line ? count : countWords(text)
  if (words > 16 || /[!?]$/.test(text)) return false
  const intro = BYLINE.exec(text)?.[0] ?? CREDIT.exec(text)?.[0]
  if (intro === undefined) return false
  if (intro.includes(':')) return words <= 10 || !ends
  const rest = text.slice(intro.length).match(/[\p{L}][\p{L}.'’-]*/gu) ?? []
  const capitals = rest.filter((word) => /^\p{Lu}|^(?:and|for|of|in|the|de|van|и|в|для)$/u.test(word)).length
  return rest.length > 0 && capitals >= rest.length * 0.7 && (!ends || words <= 7) && !/,\s\p{Ll}/u.test(text)
}

function relatedKind(text: string, words: number, ends: boolean): LineKind {
  if (words <= 14 && RELATED_EARLIER.test(text)) return 'related-intro'
  const intro = RELATED_INTRO.exec(text)?.[0]
  if (intro === undefined) return null
  const rest = text.slice(intro.length).trim()
  if (words <= 8 && (rest === '' || /[:…]$/.test(text) || (!ends && countWords(rest) <= 3)))
    return 'related-intro'
  // An imperative with a teaser behind it: “Read also: …”, “On the subject: …”.
  const marked = /^[^.!?]{0,60}?(?::|\s[–—-]\s|»|>)/u.test(text.slice(intro.length - 1))
  return words <= 45 && (marked || (words <= 20 && !ends)) ? 'related' : null
}

/** The page speaks of itself or to its reader. Quoted words are somebody's, not the page's. */
function selfTalk({ text, words, leads }: LineShape): LineKind {
  if (words <= 22 && ASKING.test(text) && !/["“”«»].*\p{L}{3,}.*said/iu.test(text)) return 'promotion'
  const notices = (leads & MAYBE_NOTICE) === 0 ? 0 : count(text, NOTICE)
  const promotions = (leads & MAYBE_PROMOTION) === 0 ? 0 : count(text, PROMOTION)
  if (notices + promotions === 0) return null
  const speech = /["“”«»„].{12,}["“”»]/u.test(text) && !/^["“«]/.test(text) ? 1 : 0
  const address = count(text, ADDRESS)
  const quoted = /^["“”«„–—]/.test(text)
  if (/(?:©|\(c\)|copyright)\s*(?:\(c\)|©)?\s*(?:19|20)\d\d/i.test(text) && words <= 60) return 'notice'
  if (quoted && words > 6) return null
  const per =
    (notices * 2 + promotions * 2 + Math.min(address, promotions + notices + 2)) / Math.max(words, 8)
  if (notices >= promotions) {
    if (words <= 9 && notices >= 1 && !speech && !/[\p{L}]{3,} (?:said|сказал)/iu.test(text))
      return address + notices >= 2 || words <= 5 ? 'notice' : per >= 0.25 ? 'notice' : null
    if (notices >= 2 && per >= 0.1 && (address >= 1 || notices >= 3 || per >= 0.3)) return 'notice'
    if (notices >= 1 && address >= 1 && per >= 0.14 && speech === 0) return 'notice'
    if (notices >= 1 && per >= 0.25) return 'notice'
    return /^[^.]{0,40}google translate/i.test(text) || (/google translate/i.test(text) && words <= 40)
      ? 'notice'
      : null
  }
  if (promotions >= 3 && (address >= 2 || per >= 0.3) && speech === 0) return 'promotion'
  if (promotions >= 2 && address >= 1 && per >= 0.12) return 'promotion'
  if (promotions >= 1 && address >= 1 && per >= 0.16 && speech === 0 && words <= 40) return 'promotion'
  return words <= 6 && per >= 0.24 && !/[.!?]$/.test(text) ? 'promotion' : null
}

/** How many different cues of a list stand in the text. */
function count(text: string, list: RegExp): number {
  const found = text.toLowerCase().match(list)
  return found === null ? 0 : new Set(found).size
}

function isShareBar({ text, words, leads }: LineShape): boolean {
  if (words > 25 || (leads & MAYBE_SHARE) === 0) return false
  const core = text.match(SHARE_CORE)?.length ?? 0
  if (core === 0) return false
  const known = (text.match(SHARE) ?? []).reduce((sum, one) => sum + countWords(one), 0)
  const numbers = text.match(/(?<![\p{L}\d])\d[\d.,]*[kк]?(?![\p{L}\d])/giu)?.length ?? 0
  return known + numbers >= words * 0.8 && (!/[.!?]$/.test(text) || words <= 6)
}

function isTags(text: string, words: number, ends: boolean): boolean {
  if (text.startsWith('#') && (text.match(/(?:^|\s)#[\p{L}\p{N}_]/gu)?.length ?? 0) >= 2) return true
  if (/^#[\p{L}\p{N}_-]+$/u.test(text)) return true
  return words <= 30 && !ends && TAGS_INTRO.test(text)
}
