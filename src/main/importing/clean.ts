import type { LeftOut, LeftOutReason } from '#shared/domain/article.ts'

interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly words: number
  /** Reads like a sentence of running text. */
  readonly prose: boolean
}

// Words that address the reader or name a part of the page, in both languages; a line is judged by its shape first.
const NOTICE =
  /(?:cookie|privacy polic|copyright|©|all rights reserved|all materials|when referencing|translated (?:into|by)|google translate|subscribe|sign up|newsletter|donate|patron|support us|follow us|join our|become a|ad blocker|suggest a correction|leave your suggestions|ctrl ?\+ ?enter|highlight the text|leave a reply|log in|comments?$|requests in|you may (?:also )?be interested|read also|on the subject:|see also|article categories|подпис(?:ывайтесь|аться)|читайте также|читайте нас|поделиться|комментировать|прокомментировали|комментари(?:й|я|ев)|реклама|выделите|нашли ошибку|все права|перепечатк|переклад|google translate servisi)/i
const PHOTO =
  /^(?:photo|image|picture|фото|снимок|иллюстрация)\s*[:.]|\((?:photo|tass|reuters|ap|afp|фото|тасс)[^)]*\)\s*$|photo:\s/i
const TAGS = /^(?:#[\p{L}\p{N}_ ()-]+\s*){2,}/u

/**
 * Leaves out what is not the article: by line shape, place, repetition and closeness to running text. The headline stays,
 * once, as the first paragraph. A text in which nothing is left out comes back unchanged.
 */
export function cleanText(
  original: string,
  { title }: { readonly language: string; readonly title: string },
): { text: string; leftOut: readonly LeftOut[] } {
  const lines = linesOf(original)
  const prose = lines.map((line, index) => (line.prose ? index : -1)).filter((index) => index !== -1)
  if (prose.length < 3) return { text: original, leftOut: [] }
  const first = prose[0]!
  const last = lastOfCore(lines)
  const reasons = new Map<number, LeftOutReason>()
  let headlineSeen = false
  const seen = new Set<string>()
  for (const [index, line] of lines.entries()) {
    const text = line.text
    if (same(text, title) && !headlineSeen && index <= first + 3) {
      headlineSeen = true
      continue
    }
    const known = text.toLowerCase()
    if (seen.has(known) || (headlineSeen && index < first + 6 && close(text, title)))
      reasons.set(index, 'repeated-title')
    else if (index > last) reasons.set(index, 'footer')
    else if (TAGS.test(text) || (/^#/.test(text) && text.split('#').length > 3)) reasons.set(index, 'tags')
    else if (
      PHOTO.test(text) &&
      !/[.!?]”?$/.test(text.replace(/\([^)]*\)\s*$/, '').trim() === text ? text : 'x')
    )
      reasons.set(index, 'caption')
    else if (PHOTO.test(text) && line.words < 40) reasons.set(index, 'caption')
    else if (
      NOTICE.test(text) &&
      (line.words < 14 || index < first || /donat|patron|cookie|copyright|translate|referenc/i.test(text))
    )
      reasons.set(index, 'notice')
    else if (index < first && !isHeadingLike(line)) reasons.set(index, 'metadata')
    else if (/^[\d\s]+$/.test(text)) reasons.set(index, 'share-bar')
    else if (isDate(text)) reasons.set(index, 'metadata')
    seen.add(known)
  }
  if (reasons.size === 0) return { text: original, leftOut: [] }
  return assemble(original, lines, reasons)
}

function linesOf(original: string): Line[] {
  return [...original.matchAll(/[^\n\r]*\S[^\n\r]*/g)].map((match) => {
    const text = match[0].trim()
    const words = text.split(/\s+/).length
    return {
      start: match.index,
      end: match.index + match[0].length,
      text,
      words,
      prose: words >= 12 && /[.!?…:;»”"')*]$/.test(text) && !NOTICE.test(text) && !PHOTO.test(text),
    }
  })
}

/** The article ends where running text gives way to headlines and notices for good. */
function lastOfCore(lines: readonly Line[]): number {
  let last = 0
  let quiet = 0
  for (const [index, line] of lines.entries()) {
    if (line.prose || (line.words >= 5 && /[.!?…»”"]$/.test(line.text) && !NOTICE.test(line.text))) {
      if (quiet >= 3 && !denseAfter(lines, index)) break
      last = index
      quiet = 0
    } else quiet++
  }
  return last
}

/** True when running text goes on after `index`: most of the next lines are prose. */
function denseAfter(lines: readonly Line[], index: number): boolean {
  const next = lines.slice(index, index + 5)
  return next.filter((line) => line.prose).length >= 3
}

const isHeadingLike = (line: Line): boolean => line.words >= 5 && line.words <= 40 && !isDate(line.text)

const isDate = (text: string): boolean =>
  text.length < 45 && /^\D{0,4}\d{1,2}[\s./]\S{1,10}[\s./]\d{4}|^[A-Z][a-z]{2,8} \d{1,2}, \d{4}/.test(text)

const same = (a: string, b: string): boolean => comparable(a) === comparable(b)

function close(a: string, b: string): boolean {
  const first = new Set(comparable(a).split(' '))
  const second = new Set(comparable(b).split(' '))
  const shared = [...first].filter((word) => second.has(word)).length
  return shared / Math.max(first.size, second.size) >= 0.7
}

const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function assemble(
  original: string,
  lines: readonly Line[],
  reasons: ReadonlyMap<number, LeftOutReason>,
): { text: string; leftOut: LeftOut[] } {
  let text = ''
  const leftOut: LeftOut[] = []
  for (const [index, line] of lines.entries()) {
    const reason = reasons.get(index)
    if (reason === undefined) text += text === '' ? line.text : `\n\n${line.text}`
    else
      leftOut.push({
        at: text.length,
        originalStart: line.start,
        originalEnd: line.end,
        text: original.slice(line.start, line.end),
        reason,
      })
  }
  return { text, leftOut }
}
