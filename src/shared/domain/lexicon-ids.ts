/** Russian letters as the shipped packs' ids write them. */
const LETTERS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'j',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'ju',
  я: 'ja',
  ß: 'ss',
})
const MOST = 48

/** An id made of a title or a pattern: lower-case letters, digits and single hyphens; `otherwise` where none are left. */
export function slug(text: string, otherwise: string): string {
  const plain = [...text.toLowerCase()]
    .map((letter) => LETTERS[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '')
  return plain === '' ? otherwise : plain
}

/** The id itself, or with the first number behind it that makes it free. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) {
    const next = `${wanted}-${number}`
    if (!taken.has(next)) return next
  }
}

/** Id of a new term: unlike any of another pack, because it begins with its own pack's. */
export const termId = (pack: string, language: string, pattern: string, taken: ReadonlySet<string>): string =>
  freeId(`${pack}-${language}-${slug(pattern, 'term')}`, taken)
