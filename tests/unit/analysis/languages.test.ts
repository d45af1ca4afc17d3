import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { general } from '#shared/analysis/languages/general/general.ts'
import { getLanguage, knownLanguages } from '#shared/analysis/languages/index.ts'
import type { Language } from '#shared/analysis/languages/language.ts'

const root = join(import.meta.dirname, '../../../src/shared/analysis/languages')
const folders = readdirSync(root, { withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name !== 'general')
  .map((one) => one.name)

const isLanguage = (value: unknown): value is Language =>
  typeof value === 'object' && value !== null && 'code' in value && 'endonym' in value

/** The one value of a folder that is a language. */
async function languageOf(folder: string): Promise<Language> {
  const names = readdirSync(join(root, folder)).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.d.ts'),
  )
  const found: Language[] = []
  for (const name of names) {
    const module: Record<string, unknown> = await import(join(root, folder, name))
    found.push(...Object.values(module).filter(isLanguage))
  }
  expect(found, `languages in ${folder}/`).toHaveLength(1)
  return found[0]!
}

describe('languages', () => {
  test('every folder is registered, and nothing else is', () => {
    expect([...knownLanguages()].sort()).toEqual([...folders].sort())
  })

  test.each(folders)('%s/ holds one language of the same shape as the general one', async (folder) => {
    const language = await languageOf(folder)
    expect(language.code).toBe(folder)
    expect(getLanguage(folder)).toBe(language)
    expect(Object.keys(language).sort()).toEqual(Object.keys(general).sort())
    expect(Object.keys(language.cues).sort()).toEqual(Object.keys(general.cues).sort())
    expect(Object.keys(language.abbreviations).sort()).toEqual(Object.keys(general.abbreviations).sort())
    expect(language.endonym).not.toBe('')
    expect(language.cues.verbs.size).toBeGreaterThan(50)
    expect(language.sentenceStarters.size).toBeGreaterThan(10)
  })

  test('a language takes one line in the list, and nothing names it elsewhere in the rules', () => {
    const list = readFileSync(join(root, 'index.ts'), 'utf8')
    for (const folder of folders) expect(list.match(new RegExp(`'\\./${folder}/`, 'g'))).toHaveLength(1)
    const rules = join(root, '../quotations')
    for (const name of readdirSync(rules))
      expect(readFileSync(join(rules, name), 'utf8'), name).not.toMatch(/languages\/(?:en|ru|de)\//)
  })

  test('a language that nobody has listed is read by general rules', () => {
    expect(getLanguage('fi')).toBe(general)
  })
})
