import { dateSpans } from './dates.ts'
import type { Line } from './lines.ts'
import { isName } from './names.ts'
import { bareName, isOutletName, isQuotedByOthers, nominativeName, siteOf } from './outlet-names.ts'
import { type Guessed, LONGEST_TITLE, type Page } from './page.ts'
import { closeTitles, comparable, divideTitle, sameTitle } from './titles.ts'

const NAME = `(?:[«“"]([^»”"]{2,40})[»”"]|(\\p{Lu}[\\p{L}\\d&’'-]*(?:\\.[\\p{L}\\d]+)*(?: (?:\\p{Lu}|of |the |and |& |\\d)[\\p{L}\\d&’'-]*(?:\\.[\\p{L}\\d]+)*){0,4}))`
const pattern = (source: string, flags = 'u') => new RegExp(source.replaceAll('NAME', NAME), flags)

// Where a page names itself, the surest first. Group 1 or 2 holds the name.
const FOOTER: readonly RegExp[] = [
  /^(?:©|\([cCсС]\)|[Cc]opyright|COPYRIGHT)\s*©?\s*(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?)[\s,.|–—-]*(\p{Lu}[^.,|©«»"“”]{1,30})[.]?$/u,
  pattern(
    `(?:©|\\([cCсС]\\)|[Cc]opyright|COPYRIGHT)\\s*(?:©|\\([cC]\\))?\\s*(?:by\\s+)?(?:(?:19|20)\\d\\d(?:\\s?[-–—]\\s?(?:(?:19|20)\\d\\d|\\p{L}+))?\\s*(?:гг?\\.)?)?[\\s,.|–—-]*(?:by\\s+)?(?:(?:ООО|АО|АНО|ИА|СМИ|[Сс]етевое издание|[Гг]азет[аы]|[Рр]едакция|[Ии]здани[ея]|[Пп]ортал|[Сс]айт)\\s+)*NAME`,
  ),
  pattern(`^NAME\\s*(?:©|\\([cCсС]\\))\\s*(?:(?:19|20)\\d\\d)?[\\s.,–—-]*(?:Все права|[Aa]ll [Rr]ights|$)`),
  pattern(
    `(?:[Ww]hen (?:referencing|quoting|citing|using)|[Rr]eproduction of|[Rr]epublication of|[Uu]se of)[^.]{0,60}?(?:to|of|from) (?:the )?NAME(?= materials?| articles?| content| is | requires)`,
  ),
  pattern(
    `(?:при (?:использовании|перепечатке|цитировании|копировании)|перепечатка|использование|копирование)[^.]{0,60}?(?:ссылка на|материалов|с сайта|сайта|издания|редакции)\\s+(?:(?:сайт|сайта|издание|издания|газету|газеты|портал|портала)\\s+)?NAME`,
    'iu',
  ),
  pattern(
    `(?:[Сс]етевое издание|[Ии]нформационное агентство|[Ии]нтернет-издание|[Уу]чредитель(?: сетевого издания)?:?)\\s+NAME`,
  ),
]
const IN_TEXT: readonly RegExp[] = [
  pattern(`(?:[Tt]he )?work of NAME is supported`),
  pattern(
    `(?:[Ss]ubscribe to|[Ff]ollow|[Jj]oin|[Ss]upport|[Dd]onate to|[Ss]ign up (?:for|to)|[Rr]ead(?: also| more)? on|[Mm]ore (?:on|from)|[Ll]ike) (?:the )?NAME(?= (?:on|in|newsletter|today|now|to|is)(?![\\p{L}])|:|$)`,
  ),
  pattern(`[Aa]s NAME (?:wrote|reported) (?:earlier|before|previously)`),
  pattern(
    `(?:[Пп]одписывайтесь на|[Пп]одпишитесь на|[Чч]итайте(?: также на)?|[Пп]рисоединяйтесь к|[Пп]оддержите)\\s+(?:(?:наш|телеграм-канал|канал|рассылку|страницу|группу|Telegram-канал|газету|сайт)\\s+)*(?:[«“"]([^»”"]{2,40})[»”"]|(\\p{Lu}[\\p{L}\\d.]+(?: \\p{Lu}[\\p{L}\\d.]+){0,2})(?=\\s+(?:в|на)(?![\\p{L}])|[.!]?$))`,
  ),
  pattern(`^(?:[Ss]ource|[Ии]сточник|[Оо]utlet|[Пп]ubl(?:isher|ication)|СМИ|Издание)\\s*:\\s*NAME\\s*$`),
]
// Weaker: somebody in the article spoke to this outlet.
const TOLD: readonly RegExp[] = [
  /(?:рассказал|сообщил|заявил|пояснил|отметил|прокомментировал|подчеркнул|объяснил)(?:а|и)?\s+(?:корреспонденту\s+|изданию\s+|газете\s+|порталу\s+)?«([^»]{2,40})»/u,
  /(?:в (?:беседе|разговоре|интервью|комментарии) (?:с |для )?(?:корреспондентом |изданию |газете )?)«([^»]{2,40})»/u,
  /(?:корреспондент(?:у|ом|а)?|собеседник(?:и|ом)?) «([^»]{2,40})»/u,
  /\b(?:told|explained to|in (?:an interview|a conversation|comments?) (?:with|to)) (?:the )?(\p{Lu}{2,5})(?![\p{L}\d])/u,
]

/** The outlet, where the page names itself; null when nothing does. */
export function guessOutlet(page: Page, url: string | null): Guessed | null {
  const { lines, first, last } = page
  const own = titleSite(page)
  if (own !== null) return own
  const clutter = lines.filter((line, index) => index < first || index > last || line.kind !== null)
  for (const [patterns, from] of [
    [FOOTER, 'footer'],
    [IN_TEXT, 'site-name-in-text'],
  ] as const) {
    for (const one of patterns) {
      for (const line of clutter) {
        if (line.kind === 'caption' || line.kind === 'comments') continue
        const found = nameIn(line.text, one)
        if (found !== null) return { ...found, from }
      }
    }
  }
  return (
    dateline(lines[first]) ??
    masthead(page) ??
    bylineOutlet(page) ??
    interviewer(page) ??
    address(url) ??
    told(page)
  )
}

function nameIn(text: string, one: RegExp): { value: string; evidence: string } | null {
  const match = one.exec(text)
  const raw = match?.[1] ?? match?.[2]
  if (match === null || raw === undefined) return null
  const value = nominativeName(bareName(raw))
  return isOutletName(value) ? { value, evidence: match[0].trim().slice(0, 120) } : null
}

/** "Headline - Site" beside the headline alone, or a last part that the page names again. */
function titleSite({ lines, first, title }: Page): Guessed | null {
  for (const line of lines.slice(0, Math.max(first, 1))) {
    const parts = divideTitle(line.text)
    if (parts === null || !isOutletName(parts.site)) continue
    const twice = lines.some(
      (other) =>
        other !== line &&
        other.words < 60 &&
        (closeTitles(other.text, parts.headline) || sameTitle(other.text, parts.headline)),
    )
    if (twice || sameTitle(title, parts.headline))
      return {
        value: bareName(parts.site),
        evidence: line.text.slice(0, LONGEST_TITLE),
        from: 'site-name-in-text',
      }
  }
  return null
}

/** "CITY, 3 March (Northern Wire) -", "МОСКВА, 6 янв - РИА Новости.", "/ТАСС/." */
function dateline(line: Line | undefined): Guessed | null {
  if (line === undefined) return null
  const opening = line.text.slice(0, 110)
  const found =
    /^\p{Lu}[^().]{1,60}\(((?:The )?\p{Lu}[\p{L} .&-]{1,30})\)\s*[-–—]/u.exec(opening) ??
    /^\p{Lu}[\p{L}\s-]+,\s\d{1,2}\s\p{L}{3,8}\.?\s*[–—-]\s*((?:ИА\s)?\p{Lu}[\p{L}\d. ]{2,25}?)(?=\.\s|,\s)/u.exec(
      opening,
    ) ??
    /^\p{Lu}[^/.]{1,50}\.?\s?\/(?:Корр\.\s)?(\p{Lu}[\p{L} -]{2,25})\//u.exec(opening)
  const value = found?.[1] === undefined ? null : bareName(found[1])
  return value !== null && isOutletName(value)
    ? { value, evidence: found![0], from: 'site-name-in-text' }
    : null
}

const MASTHEAD =
  /(?:^| )(?:news|times|post|gazette|herald|tribune|journal|courier|daily|press|wire|monitor|observer|chronicle|telegraph|guardian|review|weekly|today|mirror|mail|star|echo|standard|independent|register|dispatch|bulletin|ledger|online|magazine|radio|tv|agency|газета|новости|вестник|известия|ведомости|время|правда|агентство|журнал|курьер|вести|инфо|обозрение|обозреватель|хроника|труд|независимая|эхо|радио|телеканал|портал|сегодня)(?:$| )/iu

/** A short capitalised line above the headline that names a paper by its kind of name, or that stands again below. */
function masthead({ lines, first, headline, last }: Page): Guessed | null {
  const top = lines.slice(0, Math.min(headline === -1 ? first : headline, 8))
  for (const line of top) {
    const name = bareName(line.text)
    if (line.kind !== null || line.words > 5 || line.ends || !isOutletName(name) || /[|>»/]/.test(name))
      continue
    const below = lines.some(
      (other, index) =>
        index > last &&
        other.words <= 12 &&
        index >= lines.length - 4 &&
        comparable(other.text) === comparable(name),
    )
    if (below || (MASTHEAD.test(name) && line.words >= 2 && line.words <= 4))
      return { value: name, evidence: line.text, from: 'site-name-in-text' }
  }
  return null
}

/** "Name Name, Outlet" as a line of its own near the head. */
function bylineOutlet({ lines, first, headline }: Page): Guessed | null {
  for (const line of lines.slice(Math.max(headline, 0), first + 3)) {
    if (line.prose || !(isName(line.text) || line.kind === 'byline')) continue
    const after = /,\s+(?:for\s+|специально для\s+)?([\p{Lu}«“"][^,|]{1,40})$/u.exec(line.text)?.[1]
    const name = after === undefined ? '' : bareName(after)
    if (
      isOutletName(name) &&
      dateSpans(name).length === 0 &&
      !/(?:correspondent|editor|reporter|корреспондент|редактор)/iu.test(name)
    )
      return { value: nominativeName(name), evidence: line.text, from: 'byline-in-text' }
  }
  return null
}

/** The initials before an interviewer's questions: “SP”: – … */
function interviewer({ lines, first, last }: Page): Guessed | null {
  const counts = new Map<string, number>()
  let evidence = ''
  for (const line of lines.slice(first, last + 1)) {
    const match = /^([«“"„]?(\p{Lu}{2,5})[»”"]?\s?:)\s*[–—-]?\s?\S/u.exec(line.text)
    const label = match?.[2]
    if (label === undefined) continue
    evidence = match![1]!
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const [label] = [...counts].filter(([, times]) => times >= 2)
  return label === undefined || counts.size > 1
    ? null
    : { value: label[0], evidence, from: 'site-name-in-text' }
}

function address(url: string | null): Guessed | null {
  const site = url === null ? null : siteOf(url)
  return site === null ? null : { value: site, evidence: url!, from: 'address' }
}

function told({ lines, first, last }: Page): Guessed | null {
  const names = new Map<string, string>()
  for (const line of lines.slice(first, last + 1)) {
    for (const one of TOLD) {
      const found = nameIn(line.text, one)
      if (found !== null && !isQuotedByOthers(found.value)) names.set(found.value, found.evidence)
    }
  }
  const [only] = [...names]
  // Two names: the article was put together from other outlets' news.
  return only === undefined || names.size > 1
    ? null
    : { value: only[0], evidence: only[1], from: 'site-name-in-text' }
}
