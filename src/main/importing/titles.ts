/** A title for comparison: letters and digits only, in small letters. */
export const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** One is more than twice as long as the other: no need to look at the words. */
const unlikeLengths = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) * 2 + 20 < Math.max(a.length, b.length)

/** A headline without the label that files made by hand put before it (“Title: …”). */
export const withoutLabel = (line: string): string =>
  line.replace(/^(?:title|headline|заголовок|название)\s*:\s+(?=\S)/iu, '')

/** The same words, or a title that was cut short. */
export function sameTitle(a: string, b: string): boolean {
  if (unlikeLengths(a, b) && !/…|\.\.\./.test(`${a.slice(-4)}${b.slice(-4)}`)) return false
  const first = comparable(a)
  const second = comparable(b)
  if (first === second) return first !== ''
  return Math.min(first.length, second.length) > 25 && /…|\.\.\.$/.test(`${a}${b}`)
    ? first.startsWith(second) || second.startsWith(first)
    : false
}

/** Most words in common: a headline told twice with small changes, or with the site's name behind it. */
export function closeTitles(a: string, b: string): boolean {
  if (unlikeLengths(a, b)) return false
  const first = new Set(comparable(a).split(' '))
  const second = new Set(comparable(b).split(' '))
  if (first.size < 3 || second.size < 3) return false
  const shared = [...first].filter((word) => second.has(word)).length
  return shared / Math.max(first.size, second.size) >= 0.7
}

const SITE = /^(.{12,}?)\s+(?:[|–—»›·•]|-|::)\s+(\S(?:[^|–—»›·•]{0,48}\S)?)$/u

/** A page title without what stands behind its last bar or dash. */
export const withoutSite = (title: string): string => divideTitle(title)?.headline ?? title

/** “Headline - Site” as its two parts; null when no short part stands behind a bar or dash. */
export function divideTitle(title: string): { headline: string; site: string } | null {
  let headline = title
  let site: string | null = null
  // “Headline | Section | Site”: the last part is the site's.
  for (let part = SITE.exec(headline); part !== null; part = SITE.exec(headline)) {
    const greedy = /^(.{12,})\s+(?:[|–—»›·•]|-|::)\s+(.+)$/u.exec(headline)!
    if (greedy[2]!.split(' ').length > 6) break
    site ??= greedy[2]!.trim()
    headline = greedy[1]!.trim()
    if (!/[|»›·•]/.test(headline)) break
  }
  return site === null ? null : { headline, site }
}
