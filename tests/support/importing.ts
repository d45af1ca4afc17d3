import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LeftOut } from '#shared/domain/article.ts'

/** A page with the text that is the article's, taken from its marks (see the README of the fixtures). */
export interface MarkedPage {
  readonly name: string
  readonly page: string
  readonly article: string
}

const FOLDER = join(import.meta.dirname, '../fixtures/importing')

/** Pages copied as text. */
export const pastedPages = (): MarkedPage[] =>
  filesOf('pasted').map(([name, source]) => ({
    name,
    page: source.replace(/^[+-] /gm, ''),
    article: source
      .split('\n')
      .filter((line) => line.startsWith('+ '))
      .map((line) => line.slice(2))
      .join('\n'),
  }))

/** Pages saved as HTML. */
export const savedPages = (): MarkedPage[] =>
  filesOf('html').map(([name, source]) => ({
    name,
    page: source.replaceAll('§', ''),
    article: [...source.matchAll(/<(\w+)§[^>]*>([\s\S]*?)<\/\1>/g)]
      .map((match) => match[2]!.replace(/<[^>]+>/g, ' '))
      .join('\n'),
  }))

const filesOf = (folder: string): [string, string][] =>
  readdirSync(join(FOLDER, folder))
    .sort()
    .map((name) => [name, readFileSync(join(FOLDER, folder, name), 'utf8')])

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** F1 over the bags of words of two texts. */
export function wordF1(found: string, wanted: string): number {
  const left = new Map<string, number>()
  for (const word of wordsOf(wanted)) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of wordsOf(found)) {
    const times = left.get(word) ?? 0
    if (times === 0) continue
    shared++
    left.set(word, times - 1)
  }
  return (2 * shared) / (wordsOf(found).length + wordsOf(wanted).length)
}

/** The original again, from the cleaned text and what was left out, without white space. */
export function rebuilt(text: string, leftOut: readonly LeftOut[]): string {
  let result = ''
  let at = 0
  for (const one of leftOut) {
    result += text.slice(at, one.at) + one.text
    at = one.at
  }
  return squeezed(result + text.slice(at))
}

export const squeezed = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff]+/g, '')
