import { analyseForm } from '#shared/analysis/languages/ru/morphology.ts'
import { fold } from '#shared/analysis/text/fold.ts'

/** Agencies that other outlets quote: "told Reuters" says who was told, not whose page it is. */
const QUOTED_BY_OTHERS =
  /^(?:reuters|ap|afp|upi|bbc|cnn|nbc|abc|cbs|fox news|tass|ria|interfax|bloomberg|xinhua|dpa|epa|efe|un|eu|usa|us|uk|nato|тасс|риа|интерфакс|рбк|оон|мид|ап|afp|россия|рейтер|мвд|фсб|ес|сша)$/i

/** A Russian name in marks as it stands on the masthead: «Блокноту» → «Блокнот». Names in other scripts come back unchanged. */
export function nominativeName(name: string): string {
  const words = name.split(' ')
  const result: string[] = []
  let nounSeen = false
  for (const word of words) {
    if (nounSeen || !/^[А-ЯЁа-яё-]+$/.test(word) || /^[А-ЯЁ]{2,}$/.test(word)) {
      result.push(word)
      nounSeen = true
      continue
    }
    const parses = analyseForm(fold(word)).filter((parse) => parse.cases.length > 0)
    const known = parses[0]
    nounSeen = known === undefined || known.pos === 'noun'
    if (known === undefined || parses.some((parse) => parse.cases.includes('nominative'))) result.push(word)
    else result.push(likeCase(word, known.nominative))
  }
  return result.join(' ')
}

const likeCase = (model: string, word: string): string =>
  /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word

/** True for what may be the name of an outlet: short, capitalised, no date, no sentence. */
export const isOutletName = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 60 &&
  name.split(/\s+/).length <= 6 &&
  /^["«“]?[\p{Lu}\d]/u.test(name) &&
  !/[.!?:]\s|[!?]$/.test(name) &&
  !/^(?:all rights|copyright|reserved|privacy|terms|all|the|все|this|our|все права|при|материал\p{L}*|сайт\p{L}*|news|home|menu|facebook|twitter|telegram|youtube|instagram|whatsapp|google(?: news)?|vk|x|вконтакте|дзен|linkedin|tiktok|getty images|shutterstock|pixabay|unsplash)$/iu.test(
    name,
  ) &&
  !/^\d+$/.test(name)

export const isQuotedByOthers = (name: string): boolean => QUOTED_BY_OTHERS.test(name)

/** Marks, law words and years around a name taken off. */
export const bareName = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .replace(
      /[\s,.|–—-]+(?:all rights reserved|все права защищены|inc|ltd|llc|co|gmbh|plc|corp)(?![\p{L}\d])[\s\S]*$/iu,
      '',
    )
    // “© The Review 2031”: the year is the notice's.
    .replace(/(?<=\p{L}.*)\s(?:19|20)\d\d$/u, '')
    .replace(
      /^(?:(?:ооо|зао|оао|ао|ано|сми|си|ип|сетевое издание|информационное агентство|интернет-издание|интернет-портал|портал|редакция|газета|газеты|издание|издания|сайт|сайта)\s+)+(?=[«"“\p{Lu}])/iu,
      '',
    )
    .replace(/^[\s"«“„']+|[\s"»”“',.;|–—-]+$/gu, '')
    .trim()

/** The site's name from an address: `https://www.forumdaily.com/…` → `forumdaily.com`. */
export function siteOf(url: string): string | null {
  const host = /^(?:https?:\/\/)?([^/?#:\s]+\.[a-zа-я]{2,})/i.exec(url)?.[1]
  return host === undefined ? null : host.toLowerCase().replace(/^(?:www|m|amp)\./, '')
}
