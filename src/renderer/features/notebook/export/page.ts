import type { NotebookEntry, Pin } from '#shared/domain/notebook.ts'

/** A notebook page as it is exported. */
export interface HandoutPage {
  readonly title: string
  readonly content: readonly Pick<NotebookEntry, 'id' | 'kind' | 'words' | 'pin' | 'takenAt'>[]
}

/** What the handout itself says, in the language of the interface. */
export interface HandoutWords {
  /** BCP 47. */
  readonly language: 'en' | 'ru'
  /** "Made with Parallax on 24 November 2026." */
  readonly made: string
  readonly figure: (n: number) => string
  readonly passage: (n: number) => string
  readonly formula: string
  /** "Taken on 24 November 2026" */
  readonly taken: (iso: string) => string
  /** "In Parallax" */
  readonly address: string
  /** "110 more rows in the file" */
  readonly moreRows: (count: number) => string
  /** "Data" */
  readonly data: string
  readonly figuresData: string
}

/** An entry of the page with its number among the figures or passages, from 1; free text has none. */
export interface Numbered {
  readonly entry: HandoutPage['content'][number]
  readonly pin: Pin | null
  readonly number: number
}

export function numbered(page: HandoutPage): readonly Numbered[] {
  const counts = { figure: 0, passage: 0 }
  return page.content.map((entry) => {
    const { pin } = entry
    if (pin === null) return { entry, pin, number: 0 }
    counts[pin.kind] += 1
    return { entry, pin, number: counts[pin.kind] }
  })
}

/** What a person typed, as paragraphs: an empty line parts them, a single line break stays one. */
export const paragraphsOf = (words: string): readonly (readonly string[])[] =>
  words
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((one) => one.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)

/** A title as the name of a file: letters and digits of any script, hyphens between, at most 60; `page` when none is left. */
export const fileNameOf = (title: string): string =>
  title
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '') || 'page'

/** "Outlet, 9 March 2022. Quoted: Vera Lind." of a passage. */
export const sourceOf = (pin: Extract<Pin, { kind: 'passage' }>): string =>
  [
    [pin.outlet, pin.title, pin.published].filter((one) => one !== '').join(', '),
    pin.speaker === null ? pin.voice : `${pin.voice}: ${pin.speaker}`,
  ]
    .filter((one) => one !== '')
    .join('. ')
