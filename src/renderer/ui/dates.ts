import type { UiLanguage } from '../strings/i18n.ts'

/** The day of an ISO date or date-time as written, without shifting it to this computer's time zone. */
function dayOf(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`)
}

const sameYear = (iso: string, now: Date): boolean => iso.slice(0, 4) === String(now.getFullYear())

/** "9 March", or "9 March 2022" when it is not of this year. Russian: "9 марта 2022". */
export function formatDay(iso: string, language: UiLanguage, now: Date = new Date()): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', {
    day: 'numeric',
    month: 'long',
    ...(sameYear(iso, now) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  })
  return format.format(dayOf(iso)).replace(/\sг\.$/u, '')
}

/** "9 Mar 2022": for columns. */
export function formatDayShort(iso: string, language: UiLanguage): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(dayOf(iso))
    .replace(/\sг\.$/u, '')
}

/** "2–9 March 2022"; one day when both are the same; empty when neither is known. */
export function formatDayRange(from: string | null, to: string | null, language: UiLanguage): string {
  const start = from ?? to
  const end = to ?? from
  if (start === null || end === null) return ''
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (
    format
      .formatRange(dayOf(start), dayOf(end))
      .replace(/\sг\.$/u, '')
      // Between two bare days the dash stands without spaces.
      .replace(/^(\d+)\s*–\s*(?=\d+\s\p{L}+\s\d+$)/u, '$1–')
  )
}

/** A language's own name ("English", "русский"), in the interface's language; the code itself when it is unknown. */
export function languageName(code: string, language: UiLanguage): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  } catch {
    return code
  }
}
