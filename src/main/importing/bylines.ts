import { dateSpans } from './dates.ts'

/** Words of menus and buttons that look like a name where each is capitalised ("Text Size", "View Comments"). */
const INTERFACE_WORD =
  /(?:^|\s)(?:text size|font size|e-?mail|facebook|twitter|tweet|embed|view|comments?|privacy|policy|terms|search|print|share|shows?|list|follow|subscribe|contact|latest|news|report|editorial|newsletter|размер|шрифт|комментари[ийя]|поиск|подписаться|поделиться|новости|редакция)(?:$|\s)/iu
const BEFORE = /^(?:by|written by|par|von|por|автор(?:ы)?|текст)\s*[:：]?\s+/iu
const CLOCK = /\s*\d{1,2}[:.]\d{2}.*$/u
const BEHIND =
  /(?:\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|\s+(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)|\s+(?:on|at|in|for|в|на|для)|[\s.,;:|•·/–—-]+)+$/iu

/** An author's line without what stands around the name: "By", a day or an hour behind it, a word left hanging. */
export function bareByline(line: string): string {
  const day = dateSpans(line)[0]
  return (day === undefined ? line : line.slice(0, day[0]))
    .replace(CLOCK, '')
    .replace(BEFORE, '')
    .replace(BEHIND, '')
    .trim()
}

/** Whether capitalised words are a button or a menu entry rather than somebody's name. */
export const isInterface = (name: string): boolean => INTERFACE_WORD.test(name)
