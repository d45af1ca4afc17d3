import { detect } from 'tinyld'
import type { GuessedField, GuessSource } from '#shared/domain/article.ts'
import { bareByline, isInterface } from './bylines.ts'
import { BYLINE } from './clutter-words.ts'
import { findCore } from './core.ts'
import { dateIn, dateSpans, isDateLine, relativeDate } from './dates.ts'
import { type Line, type LineKind, linesOf } from './lines.ts'
import { isName } from './names.ts'
import { guessOutlet } from './outlet.ts'
import { type Guessed, LONGEST_TITLE, type Page } from './page.ts'
import { closeTitles, comparable, divideTitle, sameTitle, withoutLabel } from './titles.ts'

export interface TextGuesses {
  readonly language: Guessed
  readonly title: Guessed | null
  readonly outlet: Guessed | null
  readonly published: Guessed | null
  readonly byline: Guessed | null
}

/** Lines behind the headline in which a stamp of time or an author is looked for. */
const HEAD_LINES = 6
/** Characters enough to tell a language. */
const LANGUAGE_SAMPLE = 1500

/** BCP 47 code of the text's language, by tinyld over its longest lines (short ones are menus and notices). */
export function guessLanguage(text: string): string {
  const lines = text.split(/\n+/).sort((a, b) => b.length - a.length)
  const sample = lines.slice(0, 12).join('\n').slice(0, LANGUAGE_SAMPLE)
  const found = detect(sample)
  if (found !== '') return found
  return /[іїєґ]/i.test(sample) ? 'uk' : /[а-яё]/i.test(sample) ? 'ru' : 'en'
}

/** What the input gave, so that only the rest is guessed. */
export interface GivenFields {
  readonly title: string | null
  readonly url: string | null
  readonly file: string
  /** Fields that need no guess. */
  readonly known?: ReadonlySet<GuessedField>
}

/** What a bare text tells about itself. `lines` are those of the text, where the caller has them already. */
export function guessAll(
  text: string,
  given: GivenFields,
  lines: readonly Line[] = linesOf(text),
): TextGuesses {
  const core = findCore(lines)
  const title = given.title === null ? guessTitle(lines, core.first) : null
  const known = given.title ?? title?.value ?? ''
  const headline = lines.findIndex((line, index) => index <= core.first && sameTitle(line.text, known))
  const page: Page = { lines, first: core.first, last: core.last, headline, title: known }
  const wanted = (field: GuessedField) => given.known?.has(field) !== true
  return {
    language: {
      value: wanted('language') ? guessLanguage(text) : '',
      evidence: (lines[core.first]?.text ?? '').slice(0, 80),
      from: 'letters-of-text',
    },
    title,
    outlet: wanted('outlet') ? guessOutlet(page, given.url) : null,
    published: wanted('published') ? guessDate(page, given) : null,
    byline: wanted('byline') ? guessByline(page) : null,
  }
}

/** The headline: the line before the text that is told twice, shares words with the text, and stands above date and author. */
function guessTitle(lines: readonly Line[], first: number): Guessed | null {
  const body = new Set(
    lines
      .slice(first, first + 12)
      .filter((line) => line.prose)
      .flatMap((line) => stemsOf(line.text)),
  )
  let best = -1
  let top = Number.NEGATIVE_INFINITY
  for (const [index, line] of lines.slice(0, first + 4).entries()) {
    if (!isHeadline(line) || (index >= first && index > 0 && !isRepeated(lines, index))) continue
    const score = headlineScore(lines, index, body)
    // Nearly as good and earlier: a standfirst speaks of the text as much as the headline above it.
    if (score > top + (best !== -1 && index - best <= 3 ? 1 : 0)) {
      top = score
      best = index
    }
  }
  best = firstOfRun(lines, best, body)
  const nearest = rightAbove(lines, first)
  if (best !== -1 && nearest > best && isPageTitle(lines, best, nearest)) best = nearest
  if (best > 0 && lines[best]!.glued && !lines[best - 1]!.glued && isShortHeadline(lines[best - 1]!)) best--
  const found = lines[best] ?? lines.find((line) => line.kind === null) ?? lines[0]
  if (found === undefined) return null
  const value = withoutLabel(best === -1 ? firstSentence(found.text) : found.text)
  return {
    value: value.slice(0, LONGEST_TITLE),
    evidence: found.text.slice(0, LONGEST_TITLE),
    from: 'first-line',
  }
}

/** A headline with the points under it: of such lines in a row the first one that speaks of the text. */
function firstOfRun(lines: readonly Line[], best: number, body: ReadonlySet<string>): number {
  let found = best
  for (let index = best - 1; index >= 0 && index >= best - 4; index--) {
    const line = lines[index]!
    if (!isHeadline(line) || line.words < 6 || divideTitle(line.text) !== null) break
    const stems = new Set(stemsOf(line.text))
    const shared = [...stems].filter((stem) => body.has(stem)).length
    if (shared >= 3 && shared >= stems.size * 0.25) found = index
  }
  return found
}

/** The line right above the text, captions, dates and authors aside, if it may be a headline; else −1. */
function rightAbove(lines: readonly Line[], first: number): number {
  let index = first - 1
  while (index >= 0 && BETWEEN.has(lines[index]!.kind)) index--
  const line = lines[index]
  return line !== undefined && isHeadline(line) && line.words >= 4 ? index : -1
}

/** Kinds of lines that stand between a headline and its text. */
const BETWEEN: ReadonlySet<LineKind> = new Set(['caption', 'date', 'byline', 'share-bar', 'comments'])

/**
 * Whether a line is the page's title while the headline stands further down: the same told with small changes, or
 * “Headline - Site” above the page's menu or notices.
 */
function isPageTitle(lines: readonly Line[], index: number, headline: number): boolean {
  const title = lines[index]!.text
  if (closeTitles(title, lines[headline]!.text)) return true
  const between = lines.slice(index + 1, headline)
  const isMenu = between.some((one) => (one.kind === null ? one.words <= 2 : !BETWEEN.has(one.kind)))
  return isMenu && divideTitle(title) !== null
}

function headlineScore(lines: readonly Line[], index: number, body: ReadonlySet<string>): number {
  const line = lines[index]!
  const stems = stemsOf(line.text)
  const shared = stems.filter((stem) => body.has(stem)).length
  let score = stems.length === 0 ? 0 : (shared / stems.length) * 3 + Math.min(shared, 4) * 0.4
  if (isRepeated(lines, index)) score += 3
  // Under a paragraph stands a subheading or a list, no headline.
  if (lines.slice(0, index).some((other) => other.kind === null && other.words >= 12 && other.ends))
    score -= 3
  // Told once with the site's name and once without: the second is the headline.
  const site = divideTitle(line.text)
  if (site !== null && lines.some((other) => other !== line && closeTitles(other.text, site.headline)))
    score -= 0.5
  else if (
    lines
      .slice(0, index)
      .some((other) => divideTitle(other.text) !== null && closeTitles(other.text, line.text))
  )
    score += 3
  if (line.words >= 5) score += 1
  else if (line.words <= 2) score -= 1
  const below = lines.slice(index + 1, index + 5)
  if (below.some((other) => other.kind === 'date' || other.kind === 'byline')) score += 0.7
  if (below.some((other) => other.prose)) score += 0.7
  if (/[|•·]|\s[»›>/]\s/.test(line.text)) score -= 3
  if (dateSpans(line.text).length > 0) score -= 2
  // A motto, or the rest of another line.
  if (/^\p{Ll}/u.test(line.text)) score -= 2
  return score
}

const isShortHeadline = (line: Line): boolean =>
  line.kind === null && line.words >= 2 && line.words <= 8 && !line.ends && !/[|•·]|\s{3}/.test(line.text)

const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 5))

const isHeadline = (line: Line): boolean =>
  line.kind === null &&
  line.words >= 2 &&
  line.words <= 36 &&
  line.text.length <= LONGEST_TITLE &&
  !isName(line.text) &&
  !/[.;,]$/.test(line.text.replace(/\.\.\.$/, '')) &&
  !line.bullet

const isRepeated = (lines: readonly Line[], index: number): boolean =>
  lines.some((line, other) => other !== index && sameTitle(line.text, lines[index]!.text))

const firstSentence = (text: string): string =>
  text.length <= 120
    ? text
    : (/^.{20,160}?[.!?…](?=\s)/.exec(text)?.[0] ?? `${text.slice(0, 117).replace(/\s\S*$/, '')}…`)

/** The day of publication, from a stamp of time near the headline, a dateline, the address or the file's name; never from running text. */
function guessDate(
  page: Page,
  given: { readonly url: string | null; readonly file: string },
): Guessed | null {
  const { lines, first, last, headline } = page
  const top = headline === -1 ? 0 : headline
  let best: Guessed | null = null
  let rank = 0
  let masthead: string | null = null
  let relative: string | null = null
  const offer = (
    score: number,
    found: { value: string; evidence: string } | null,
    from: GuessSource = 'date-in-text',
  ) => {
    if (found === null || score <= rank) return
    rank = score
    best = { ...found, from }
  }
  for (const [index, line] of lines.entries()) {
    const near = index > top && index <= last && index <= Math.max(top + HEAD_LINES, first + 2)
    const published =
      /^(?:published|posted|first published|date|опубликован|дата|размещено|создано|добавлено)/iu.test(
        line.text,
      )
    const stamped = line.kind === 'date' || isDateLine(line.text)
    if (stamped || (line.kind === 'byline' && dateSpans(line.text).length > 0)) {
      const found = dateIn(line.text)
      if (found === null) {
        if (near && relative === null) relative = line.text
        continue
      }
      if (index < top && masthead === null) masthead = found.value
      if (near) offer(published ? 9 : /^(?:updated|last|обновлен|изменен)/iu.test(line.text) ? 6 : 8, found)
      else if (index < top || (headline === -1 && index < first)) offer(index >= top - 4 ? 5 : 3, found)
      else if (published || index === last + 1 || index === last) offer(4, found)
      else if (index < first) offer(5, found)
    } else if (!line.prose && index <= last && index <= Math.max(top + HEAD_LINES, first))
      offer(index < first ? 5 : 4, edgeDate(line))
  }
  const opening = lines[first]?.text ?? ''
  const dateline = /^(.{3,70}?)(?:\)\s*)?\s[–—-]{1,2}\s|^(.{3,70}?)\.\s?(?:\/|–|—)/u.exec(opening)
  if (dateline !== null && opening === lines[first]?.text)
    offer(7, /\d{4}/.test(dateline[0]) ? dateIn(dateline[0]) : null)
  const day = masthead ?? null
  if (relative !== null && day !== null && rank < 6) {
    const found = relativeDate(relative, day)
    if (found !== null) offer(7, { value: found.value, evidence: relative }, 'relative-date')
  }
  if (given.url !== null) offer(2, inPath(given.url), 'address')
  const name = given.file.split(/[/\\]/).at(-1) ?? ''
  offer(1, inPath(name), 'file-name')
  return best
}

/** A day that belongs to the sentence before it: "was signed on August 14, 1935", "закон от 14 августа 1995". */
const IN_SENTENCE = /\p{Ll}\s(?:on|in|since|of|until|by|from|before|after|в|с|со|до|на|от|после|перед)$/u

/** "Headline Jan 7, 2022", "Politics | 11 января 2022, 12:29": a date at the end or the beginning of a short line. */
function edgeDate(line: Line): { value: string; evidence: string } | null {
  if (line.words > 30 || line.sentences > 2) return null
  for (const [start, end] of dateSpans(line.text)) {
    const before = line.text.slice(0, start).trim()
    const after = line.text.slice(end).trim()
    if (IN_SENTENCE.test(before) && line.words > 6) continue
    const clockOnly =
      /^[\s,|•·–—-]*(?:(?:в|at)?\s*\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:мск|utc|gmt|[a-z]{3})?)?[\s|•·,–—-]*(?:$|[|•·])/iu
    if (
      clockOnly.test(after) &&
      (line.words <= 12 || /\p{L}$/u.test(before) === false || !/\s$/.test(line.text.slice(0, start)))
    )
      return dateIn(line.text.slice(start, end))
    if (before === '' && line.words <= 10 && /^[\s,|•·–—]/u.test(line.text.slice(end)))
      return dateIn(line.text.slice(start, end))
  }
  return glued(line.text)
}

/** A headline to which the page's date was stuck: "… the country's northJan 7, 2022". */
function glued(text: string): { value: string; evidence: string } | null {
  const stuck =
    /[\p{L}»”"](\p{Lu}\p{L}{2,8} \d{1,2}, \d{4}|\d{1,2}[. ](?:\d{1,2}|\p{L}{3,8})[. ]\d{4})$/u.exec(text)?.[1]
  return stuck === undefined ? null : dateIn(stuck)
}

function inPath(path: string): { value: string; evidence: string } | null {
  const found = /(?<!\d)((?:19|20)\d{2})[-/_.]?(\d{2})[-/_.]?(\d{2})(?!\d)/.exec(path)
  if (!found) return null
  const date = dateIn(`${found[1]}-${found[2]}-${found[3]}`)
  return date === null ? null : { value: date.value, evidence: found[0] }
}

/** The author: a line that says so, or a lone name near the head. */
function guessByline(page: Page): Guessed | null {
  const { lines, first, headline, last } = page
  const near = lines.filter((_, index) => index > headline && index <= first + HEAD_LINES && index !== first)
  for (const line of [...near, ...lines.slice(last, last + 4), ...lines.slice(0, Math.max(headline, 0))]) {
    if (line.words > 16) continue
    const intro = line.text.match(BYLINE)?.[0]
    if (intro === undefined) continue
    const name = authorIn(line.text.slice(intro.length))
    if (name !== null) return { value: name, evidence: line.text, from: 'byline-in-text' }
  }
  const named = near.find(
    (line, index) =>
      isName(line.text) &&
      line.kind === null &&
      !isInterface(line.text) &&
      !isAmongButtons(lines, lines.indexOf(line)) &&
      !near[index - 1]?.text.endsWith(':') &&
      comparable(line.text) !== comparable(page.title),
  )
  if (named === undefined || (headline === -1 && lines.indexOf(named) < first)) return null
  return { value: authorIn(named.text) ?? named.text, evidence: named.text, from: 'byline-in-text' }
}

/** A short line above and a short line below that are neither date nor author: a row of buttons or a menu. */
const isAmongButtons = (lines: readonly Line[], index: number): boolean =>
  [lines[index - 1], lines[index + 1]].every(
    (other) =>
      other !== undefined &&
      other.words <= 3 &&
      !other.ends &&
      other.kind !== 'date' &&
      other.kind !== 'byline',
  )

const authorIn = (text: string): string | null => {
  const name = bareByline(text)
    .replace(/\s*(?:[,|•·/]|\s[–—-]\s|\bfor\b|\bFOR\b|\bin\b|специально для|для).*$/u, '')
    .replace(/(?:published|updated|posted|опубликован).*$/iu, '')
    .replace(/[\s.,;:]+$/, '')
    .trim()
  return /^\p{Lu}/u.test(name) && !isInterface(name) && name.length >= 3 && name.split(' ').length <= 6
    ? name
    : null
}
