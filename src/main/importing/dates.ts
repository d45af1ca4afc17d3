import * as chrono from 'chrono-node'

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|янв(?:ар[ьяе])?|фев(?:рал[ьяе])?|мар(?:та?|те)?|апр(?:ел[ьяе])?|ма[йяе]|июн[ьяе]?|июл[ьяе]?|авг(?:уста?)?|сент?(?:ябр[ьяе])?|окт(?:ябр[ьяе])?|ноя(?:бр[ьяе])?|дек(?:абр[ьяе])?|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)'
const CLOCK =
  '(?:\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?\\s?(?:[ap]\\.?m\\.?)?|\\d{1,2}\\s?[ap]m|[+-]?\\d{1,2}\\s?°[cf]?)'
const DATE = `(?:\\d{4}-\\d{2}-\\d{2}(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?)?|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{4}[./]\\d{1,2}[./]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th|-?го)?\\s+(?:of\\s+)?${MONTH}\\.?,?(?:\\s+\\d{4})?|${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?)`
const RELATIVE =
  '(?:(?:\\d+|an?|one|two|three|few)\\s+(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\\s+ago|today|yesterday|just now|(?:\\d+\\s+)?(?:минут[уы]?|час(?:а|ов)?|дн(?:я|ей)|день|недел[юиь]|месяц(?:а|ев)?)\\s+назад|сегодня|вчера|позавчера|сьогодні|вчора)'
const FILLER =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|понедельник|вторник|сред[аы]|четверг|пятниц[аы]|суббот[аы]|воскресенье|пн|вт|ср|чт|пт|сб|вс|published|updated|posted|modified|edited|last|first|on|at|date|time|of|and|опубликован[оа]?|обновлен[оа]?|размещено|создано|дата|публикации|время|добавлено|в|г|год(?:а|у)?|року|мск|utc|gmt|msk|e[sd]?t|p[sd]?t|c[es]s?t|bst|uk|us|am|pm|по|москв[еы]|московскому|времени'

const WHOLE = (part: string) => `(?<![\\p{L}\\p{N}])${part}(?![\\p{L}\\p{N}])`
const STAMPED = new RegExp(WHOLE(`(?:${DATE}|${RELATIVE})`), 'giu')
const PIECES = new RegExp(WHOLE(`(?:${DATE}|${RELATIVE}|${CLOCK}|${FILLER})`), 'giu')
const ABSOLUTE = new RegExp(WHOLE(DATE), 'giu')

/** An hour alone, as an entry of a running report begins: “9:41 p.m.”, “7.52pm GMT”, «18:42». */
const HOUR =
  /^[^\p{L}\d]{0,3}(?:\d{1,2}:\d{2}|\d{1,2}[:.]\d{2}(?=\s?[ap]\.?m)|\d{1,2}(?=\s?[ap]\.?m))(?:\s?[ap]\.?m\.?)?(?:\s(?:gmt|utc|bst|e[sd]?t|p[sd]?t|c[es]?s?t|msk|мск))?[^\p{L}\d]{0,3}$/iu

/** True for a line that is a date, a time or both, and little else ("Published 7 January 2022 at 10:30"). */
export function isDateLine(line: string): boolean {
  if (line.length > 110) return false
  if (HOUR.test(line)) return true
  if (line.search(STAMPED) === -1) return false
  const rest = line.replace(PIECES, ' ')
  return /^[^\p{L}\p{N}]*$/u.test(rest)
}

export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly value: string
  /** The words it was read from. */
  readonly evidence: string
}

/** The first full date in a short piece of text, or null. Dotted dates are read day first, as they are written in Europe. */
export function dateIn(text: string): FoundDate | null {
  for (const match of text.matchAll(ABSOLUTE)) {
    const value = parseDate(match[0])
    if (value !== null) return { value, evidence: match[0] }
  }
  return null
}

/** Where full dates stand in a line. */
export const dateSpans = (line: string): [number, number][] =>
  [...line.matchAll(ABSOLUTE)]
    .filter((match) => parseDate(match[0]) !== null)
    .map((match) => [match.index, match.index + match[0].length])

/** A date as it is written in markup, a column or a line, as `YYYY-MM-DD`; null when day, month or year is not told. */
export function parseDate(written: string): string | null {
  const text = written.trim()
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/.exec(text)
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!)
  const european = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text)
  if (european) {
    const [, first, separator, second, year] = european as unknown as [string, string, string, string, string]
    const full = year.length === 2 ? `20${year}` : year
    // With slashes the American order is the more common one, unless it cannot be.
    const dayFirst = separator !== '/' || Number(first) > 12
    return dayFirst && Number(second) <= 12 ? day(full, second, first) : day(full, first, second)
  }
  const compact = /^(20\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text)
  if (compact) return day(compact[1]!, compact[2]!, compact[3]!)
  if (!/\d{4}/.test(text)) return null
  const cyrillic = /[а-яёіїє]/i.test(text)
  const parsers = cyrillic ? [chrono.ru.strict, chrono.uk.strict] : [chrono.en.strict]
  for (const parser of parsers) {
    const found = parser.parse(text.replace(/(\d)-?го(?=\s)/, '$1'))[0]?.start
    if (found?.isCertain('year') && found.isCertain('month') && found.isCertain('day'))
      return day(String(found.get('year')), String(found.get('month')), String(found.get('day')))
  }
  return null
}

function day(year: string, month: string, date: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  const real = new Date(Date.UTC(y, m - 1, d))
  if (y < 1800 || y > 2200 || real.getUTCMonth() !== m - 1 || real.getUTCDate() !== d) return null
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** A date told by its distance ("two days ago", «вчера») from a day that the file tells. */
export function relativeDate(line: string, from: string): FoundDate | null {
  if (line.length > 60) return null
  const cyrillic = /[а-яё]/i.test(line)
  const words = new RegExp(WHOLE(RELATIVE), 'iu').exec(line)?.[0]
  if (words === undefined) return null
  const reference = new Date(`${from}T12:00:00Z`)
  const found = (cyrillic ? chrono.ru.casual : chrono.en.casual).parse(words, {
    instant: reference,
    timezone: 0,
  })[0]
  const date = found?.start.date()
  return date === undefined ? null : { value: date.toISOString().slice(0, 10), evidence: words }
}
