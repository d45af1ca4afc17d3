import type { Span } from '#shared/domain/span.ts'
import { CHARACTERS, DIGIT, flagsAt, LETTER, QUOTE } from '../text/characters.ts'
import type { Document } from '../text/document.ts'
import type { MarkedPassage } from './types.ts'

/** A quotation mark in the text, and what its place says of it. */
interface Mark {
  readonly at: number
  readonly char: string
  readonly group: 'double' | 'single'
  /** Characters: two where a double mark is typed as two single ones. */
  readonly width: number
  /** What its shape and its neighbours say. */
  readonly role: 'open' | 'close' | 'either'
}

interface Found extends Span {
  readonly innerStart: number
  readonly innerEnd: number
  readonly depth: number
  readonly repaired: boolean
}

const DOUBLE_OPEN = '«„“‟'
const DOUBLE_CLOSE = '»”'
/** A double mark typed as two apostrophes, as some archives set it: ''like this''. */
const TWIN_OPENS = /(?:^|[\s([—–-])''[\p{L}\p{N}]/u
/** A quotation without its closing mark may run on over this many paragraphs, if one of them holds that mark. */
const LONGEST_RUN = 12

/**
 * Finds what stands between quotation marks, outermost and nested, straight, curly and angled, mixed styles and marks
 * with the space on the wrong side included. A mark left open is closed at the paragraph's end (or before an attribution),
 * unless the next paragraphs reopen the quotation or bring its closing mark.
 */
export function findMarks(document: Document): readonly (Found & { readonly utterance: number })[] {
  const { text, paragraphs } = document
  const found: (Found & { utterance: number })[] = []
  let utterance = 0
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index]!
    const { passages, open } = pairInParagraph(text, paragraph)
    const later = open === null ? null : runOn(text, paragraphs, index, open)
    for (const passage of passages) {
      // A passage inside the quotation that runs on belongs to it, one level deeper.
      const inside = later !== null && open !== null && passage.start > open
      found.push({ ...passage, depth: passage.depth + (inside ? 1 : 0), utterance: utterance++ })
    }
    if (later !== null && open !== null) {
      found.push({
        start: open,
        end: later.end,
        innerStart: open + 1,
        innerEnd: later.closed ? later.end - 1 : later.end,
        depth: 0,
        repaired: !later.closed,
        utterance: utterance++,
      })
      // What is left of the last paragraph is read on its own.
      for (let next = index + 1; next < later.paragraph; next++) {
        for (const passage of pairInParagraph(text, paragraphs[next]!, true).passages) {
          found.push({ ...passage, depth: passage.depth + 1, utterance: utterance++ })
        }
      }
      if (later.paragraph > index) {
        const last = paragraphs[later.paragraph]!
        const rest = { start: later.end, end: last.end }
        for (const passage of pairInParagraph(text, rest).passages)
          found.push({ ...passage, utterance: utterance++ })
        index = later.paragraph
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Marks of a paragraph paired by a stack; `open` is the outermost one left open, or null. */
function pairInParagraph(
  text: string,
  paragraph: Span,
  reopened = false,
): { passages: Found[]; open: number | null } {
  const marks = marksOf(text, paragraph)
  if (marks.length === 0) return { passages: [], open: null }
  const stack: Mark[] = []
  const passages: Found[] = []
  const laterClose = (from: number, group: Mark['group']) =>
    marks.slice(from + 1).some((mark) => mark.group === group && mark.role !== 'open')
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]!
    const topDouble = stack.findLastIndex((one) => one.group === mark.group)
    let role = mark.role
    if (role === 'either') role = topDouble === -1 ? 'open' : 'close'
    else if (role === 'open' && topDouble !== -1 && isPlain(mark.char) && !laterClose(index, mark.group)) {
      // `crimes , "retired general` : the last mark of the paragraph closes, wherever its space stands.
      role = 'close'
    } else if (role === 'open' && mark.char === '“' && topDouble !== -1 && stack[topDouble]!.char === '„') {
      role = 'close'
    } else if (
      role === 'close' &&
      topDouble === -1 &&
      laterClose(index, mark.group) &&
      looksOpening(text, mark.at)
    ) {
      // `, ”local media report` stays a close; `”Next words” said` opens in the style of some keyboards.
      role = 'open'
    }
    if (role === 'open') {
      if (reopened && index === 0 && mark.at === paragraph.start) continue
      stack.push(mark)
      continue
    }
    if (topDouble === -1) {
      if (mark.group === 'double' && !reopened) {
        const start = unopenedStart(text, paragraph, mark.at, passages)
        if (start !== null) {
          passages.push({
            start,
            end: mark.at + 1,
            innerStart: start,
            innerEnd: mark.at,
            depth: 0,
            repaired: true,
          })
        }
      }
      continue
    }
    const opened = stack[topDouble]!
    // Single marks left open inside were apostrophes.
    stack.length = topDouble
    const depth = stack.filter((one) => one.group === 'double' || closesLater(marks, one)).length
    passages.push({
      start: opened.at,
      end: mark.at + mark.width,
      innerStart: opened.at + opened.width,
      innerEnd: mark.at,
      depth,
      repaired: false,
    })
  }
  const left = stack.find((one) => one.group === 'double')
  if (left === undefined) return { passages: withDepths(passages), open: null }
  // `"… they say: "wait".`: where the last mark ends the paragraph, it closes the outer quotation as well.
  const inner = passages.at(-1)
  if (
    left.char === '"' &&
    inner !== undefined &&
    inner.start > left.at &&
    text[inner.end - 1] === '"' &&
    /^[\s.,!?…]*$/.test(text.slice(inner.end, paragraph.end))
  ) {
    passages.push({
      start: left.at,
      end: inner.end,
      innerStart: left.at + 1,
      innerEnd: inner.end - 1,
      depth: 0,
      repaired: true,
    })
    return { passages: withDepths(passages), open: null }
  }
  return { passages: withDepths(passages), open: left.at }
}

const closesLater = (marks: readonly Mark[], open: Mark): boolean =>
  marks.some((mark) => mark.at > open.at && mark.group === open.group && mark.role !== 'open')

function withDepths(passages: readonly Found[]): Found[] {
  return passages.map((one) => ({
    ...one,
    depth: passages.filter((other) => other !== one && other.start <= one.start && one.end <= other.end)
      .length,
  }))
}

function marksOf(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = []
  const part = text.slice(paragraph.start, paragraph.end)
  let openSingles = 0
  const inward = pointsInward(part)
  const isWord = (flags: number) => (flags & (LETTER | DIGIT)) !== 0
  const twins = part.includes("''") && TWIN_OPENS.test(part)
  let next = 0
  while (next < part.length) {
    const index = next++
    if ((CHARACTERS[part.charCodeAt(index)]! & QUOTE) === 0) continue
    const at = paragraph.start + index
    const width = part.startsWith("''", index) ? 2 : 1
    next = index + width
    const char = width === 2 ? "''" : part[index]!
    const before = index === 0 ? '' : part[index - 1]!
    const after = part[index + width] ?? ''
    const wordBefore = index > 0 && isWord(flagsAt(part, index - 1))
    const wordAfter = isWord(flagsAt(part, index + width))
    if (width === 2 && !twins) continue
    if ("‘’‚‛'".includes(char)) {
      if (wordBefore && wordAfter) continue
      // Feet, minutes, and decades ('90s) are no quotations.
      if (char !== '‘' && /\d/.test(after)) continue
      if (char !== '‘' && /\d/.test(before) && openSingles === 0) continue
      if (!wordBefore && wordAfter && char !== '’') {
        if (!singleCloses(part, index) && !(char === '‚' && part.indexOf('‘', index) > 0)) continue
        openSingles++
        marks.push({ at, char, group: 'single', width, role: 'open' })
      } else if (openSingles > 0 && !wordAfter) {
        // A plural's possessive ("the drivers' union") closes nothing while a later mark can.
        if (/[sS]/.test(before) && /^\s+\p{Ll}/u.test(part.slice(index + 1)) && laterSingleClose(part, index))
          continue
        openSingles--
        marks.push({ at, char, group: 'single', width, role: 'close' })
      }
      continue
    }
    if (char === '"' || width === 2) {
      // Inches: 5" and 5'11".
      if (width === 1 && /\d/.test(before) && !wordAfter && !/["“«]/.test(part.slice(0, index))) continue
      const spaceBefore = before === '' || /[\s([{—–\-/:;«„“]/.test(before)
      const spaceAfter = after === '' || /[\s)\]}—–,.;:!?…»”]/.test(after)
      marks.push({
        at,
        char,
        group: 'double',
        width,
        role: spaceBefore && !spaceAfter ? 'open' : !spaceBefore && spaceAfter ? 'close' : 'either',
      })
      continue
    }
    const pointed = inward && char === '»' ? '«' : inward && char === '«' ? '»' : char
    const shape = DOUBLE_OPEN.includes(pointed) ? 'open' : DOUBLE_CLOSE.includes(pointed) ? 'close' : 'either'
    // “ closes in «„…“» and in „…“; elsewhere a “ set against the word before it and away from the next closes too.
    const role =
      char === '“' && wordBefore && !wordAfter && (after === '' || /[\s,.;:!?)]/.test(after))
        ? 'close'
        : shape
    marks.push({ at, char, group: 'double', width, role })
  }
  return marks
}

/** »…« as German books and papers set them: more angles open with their points towards the words than away. */
function pointsInward(part: string): boolean {
  if (!part.includes('»')) return false
  const count = (pattern: RegExp) => part.match(pattern)?.length ?? 0
  return (
    count(/(?<![\p{L}\p{N}.,!?…])»(?=[\p{L}\p{N}…])/gu) > count(/(?<![\p{L}\p{N}.,!?…])«(?=[\p{L}\p{N}…])/gu)
  )
}

const isPlain = (char: string): boolean => char === '"' || char === '“' || char === '„'

/** True when the single mark at `at` finds its partner: a single mark after a letter or full stop, not inside a word. */
function singleCloses(part: string, at: number): boolean {
  return /[\p{L}\p{N}.,!?…]['’](?![\p{L}\p{N}])/u.test(part.slice(at + 1))
}

const laterSingleClose = (part: string, at: number): boolean =>
  /[\p{L}\p{N}.,!?…]['’](?![\p{L}\p{N}])/u.test(part.slice(at + 1))

const looksOpening = (text: string, at: number): boolean =>
  /(?:^|[\s(—–])$/.test(text.slice(Math.max(0, at - 1), at)) && /^[\p{L}\p{N}]/u.test(text.slice(at + 1))

/** Where a quotation whose opening mark is missing begins: at the paragraph, if an attribution follows its closing mark. */
function unopenedStart(
  text: string,
  paragraph: Span,
  close: number,
  before: readonly Found[],
): number | null {
  const after = text.slice(close + 1, close + 6)
  const attributed =
    /^\s*[,.!?…]?\s*[—–-]\s|^\s*,/.test(after) || /[,!?…]$/.test(text.slice(paragraph.start, close).trimEnd())
  const last = before.at(-1)
  const start = last === undefined ? paragraph.start : last.end
  if (!attributed || close - start < 20) return null
  return last === undefined ? start : skipSpace(text, start)
}

function skipSpace(text: string, at: number): number {
  let place = at
  while (/[\s.,;—–-]/.test(text[place] ?? 'x')) place++
  return place
}

/** Where a quotation left open in paragraph `index` ends. */
function runOn(
  text: string,
  paragraphs: readonly Span[],
  index: number,
  open: number,
): { end: number; paragraph: number; closed: boolean } {
  const style = text[open]!
  const inner = paragraphs[index]!
  // Does a later paragraph reopen the quotation, or bring the closing mark before opening one of its own?
  for (let next = index + 1; next < paragraphs.length && next <= index + LONGEST_RUN; next++) {
    const paragraph = paragraphs[next]!
    const reopened = text[paragraph.start] === style || (style === '“' && text[paragraph.start] === '"')
    const { passages, open: left } = pairInParagraph(text, paragraph, reopened)
    const close = firstUnpairedClose(text, paragraph, reopened)
    const whole = passages.filter((one) => !one.repaired)
    if (close !== null && (whole.length === 0 || whole[0]!.start > close || reopened)) {
      return { end: close + 1, paragraph: next, closed: true }
    }
    // Without a new mark only the next paragraph but one may bring the closing one.
    if (!reopened && (passages.length > 0 || left !== null || next > index + 3)) break
    if (left !== null && left !== paragraph.start) break
  }
  const end = attributionStart(text, open, inner.end) ?? fragmentEnd(text, open, inner.end) ?? inner.end
  return { end, paragraph: index, closed: false }
}

/** A fragment left open, told by its small first letter after other words, ends with its sentence. */
function fragmentEnd(text: string, open: number, end: number): number | null {
  if (
    !/^\p{Ll}/u.test(text.slice(open + 1, open + 3)) ||
    !/\p{L}\s$/u.test(text.slice(Math.max(0, open - 2), open))
  )
    return null
  const stop = /(?<=[\p{L}\p{N}]{3})[.!?…](?=\s+\p{Lu})/u.exec(text.slice(open, end))
  return stop === null ? null : open + stop.index
}

function firstUnpairedClose(text: string, paragraph: Span, reopened: boolean): number | null {
  let depth = reopened ? 0 : 0
  for (const mark of marksOf(
    text,
    reopened ? { start: paragraph.start + 1, end: paragraph.end } : paragraph,
  )) {
    if (mark.group !== 'double') continue
    if (mark.role === 'open') depth++
    else if (depth > 0) depth--
    else if (mark.role === 'close') return mark.at
  }
  return null
}

/** In a quotation left open: where `, noted Dr. Baum` begins at its end, or null. */
function attributionStart(text: string, open: number, end: number): number | null {
  const tail =
    /[,!?…]\s*[—–-]?\s+(?:said|says|noted|added|told|wrote|сказал\p{L}*|заявил\p{L}*|отметил\p{L}*|добавил\p{L}*|пояснил\p{L}*|подчеркнул\p{L}*)\s[^.]{2,120}\.?$/u.exec(
      text.slice(open, end),
    )
  return tail === null ? null : open + tail.index + 1
}

export type { MarkedPassage }
