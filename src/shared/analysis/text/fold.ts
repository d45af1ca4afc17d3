const HYPHENS = /[\u2010\u2011\u2012\u2212]/g
const APOSTROPHES = /[\u2018\u2019\u02BC\u0060\u00B4]/g

/**
 * The form in which words are compared: NFC, lower case, ё→е, soft hyphens and combining accents dropped (й keeps its
 * breve, because NFC composes it), curly apostrophes and all hyphens made plain.
 */
export function fold(text: string): string {
  let folded = text
  if (/[^\x20-\x7E\u0400-\u04FF]/.test(folded)) {
    folded = folded
      .normalize('NFC')
      .replace(/[\u00AD\u200B\u2060\uFEFF\u0300-\u036F]/g, '')
      .replace(HYPHENS, '-')
      .replace(APOSTROPHES, "'")
  }
  return folded.toLowerCase().replace(/ё/g, 'е')
}
