import * as chrono from 'chrono-node'
import { detect } from 'tinyld'

export interface Guessed {
  readonly value: string
  readonly evidence: string
}

/** BCP 47 code of the text's language, by tinyld over its longest lines (short ones are menus and notices). */
export function guessLanguage(text: string): string {
  const lines = text.split(/\n+/).sort((a, b) => b.length - a.length)
  return detect(lines.slice(0, 12).join('\n').slice(0, 6000)) || 'en'
}

/** The headline: a line that stands twice near the head, else the first line that looks like one. */
export function guessTitle(text: string): string {
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 25)
  const headline = (line: string) => line.length >= 20 && line.length <= 200 && line.split(' ').length >= 4
  const repeated = lines.find((line, index) => headline(line) && lines.indexOf(line) !== index)
  const first = lines.find(
    (line) =>
      headline(line) && !/^(?:copyright|©|photo|фото)|[.;,]$|https?:/i.test(line) && !isDateLine(line),
  )
  return (repeated ?? first ?? lines[0] ?? '').slice(0, 300)
}

const isDateLine = (line: string): boolean => /^\D{0,12}\d{1,2}\D{1,12}\d{4}/.test(line) && line.length < 40

/** The day of publication: a date on a line of its own near the head, or at a line's end. Dates in running text are not guessed. */
export function guessDate(text: string, language: string): Guessed | null {
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
  for (const line of lines) {
    const russian = language === 'ru' || /[а-яё]/i.test(line)
    const short = line.length <= 60
    const glued = /(?:^|\D)((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}, \d{4})$/.exec(
      line,
    )?.[1]
    if (!short && glued === undefined) continue
    const found = (russian ? chrono.ru.strict : chrono.en.strict).parse(glued ?? line)[0]
    if (
      found === undefined ||
      !found.start.isCertain('year') ||
      !found.start.isCertain('day') ||
      !found.start.isCertain('month')
    )
      continue
    if (glued === undefined && found.text.length < line.length * 0.6) continue
    const date = `${found.start.get('year')}-${pad(found.start.get('month'))}-${pad(found.start.get('day'))}`
    return { value: date, evidence: found.text }
  }
  return null
}

const pad = (value: number | null): string => String(value ?? 1).padStart(2, '0')

/** The outlet, where the page names itself: "… - Site" in a repeated title, "referencing X material", "Subscribe to X on". */
export function guessOutlet(text: string): Guessed | null {
  const patterns = [
    /(?:work of|referencing (?:the )?)\s*([A-Z][\w.]*(?: [A-Z][\w.]*){0,3})(?= is supported| material)/,
    /^.{20,160} [-–|] ([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})$/m,
    /Subscribe to ([A-Z][\w.]*(?: [A-Z][\w.]*){0,2}) on\b/,
    /©\s*(?:\d{4}\s*)?([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})/,
    /(?:рассказал\p{L}*|сообщил\p{L}*|подписывайтесь на)\s+«([\p{L} .]+)»/iu,
  ]
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found?.[1]) return { value: found[1].trim(), evidence: found[0].trim().slice(0, 120) }
  }
  return null
}
