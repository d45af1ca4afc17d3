import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type i18n } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { en } from '#renderer/strings/en/index.ts'
import { ru } from '#renderer/strings/ru/index.ts'
import { whySentence } from '#renderer/ui/why-sentence.ts'

const analysis = join(import.meta.dirname, '../../../src/shared/analysis')

/** Every rule that the analysis gives as its reason, read from the sources. */
function rulesInSources(): string[] {
  const rules = new Set<string>()
  for (const file of readdirSync(analysis, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue
    const source = readFileSync(join(analysis, file), 'utf8')
    for (const [, rule] of source.matchAll(/'((?:direct|indirect|scare|narration)\.[a-z-]+)'/g))
      rules.add(rule!)
    for (const [, rule] of source.matchAll(/\brule: '([^']+)'/g)) rules.add(rule!)
  }
  return [...rules].sort()
}

/** Leaves of a catalogue as `a.b` → text. */
function leaves(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[path + key, value]] : [...leaves(value as object, `${path}${key}.`)],
    ),
  )
}

describe('why', () => {
  const rules = rulesInSources()
  const languages = [
    ['en', leaves(en.why)],
    ['ru', leaves(ru.why)],
  ] as const

  it('finds the rules of the analysis', () => {
    expect(rules.length).toBeGreaterThan(10)
    expect(rules).toContain('narration.no-marks')
  })

  it.each(languages)('has a sentence for every rule: %s', (_language, sentences) => {
    expect(rules.filter((rule) => !sentences.has(rule))).toEqual([])
  })

  it.each(languages)('says nothing of a speaker where there is none: %s', (_language, sentences) => {
    for (const [key, sentence] of sentences) {
      if (key.endsWith('_nobody')) expect(sentence, key).not.toContain('{{speaker}}')
      else if (sentence.includes('{{speaker}}')) expect(sentences.has(`${key}_nobody`), key).toBe(true)
    }
  })

  it('has the same sentences in both languages', () => {
    expect([...languages[0][1].keys()]).toEqual([...languages[1][1].keys()])
  })
})

describe('whySentence', () => {
  let catalogues: i18n
  beforeAll(async () => {
    catalogues = i18next.createInstance()
    await catalogues.init({
      resources: { en },
      lng: 'en',
      ns: ['why'],
      interpolation: { escapeValue: false },
    })
  })

  it('puts the speaker and the cue in', () => {
    expect(
      whySentence(catalogues, { rule: 'direct.cue-after', values: { speaker: 'Ilsa Morne', cue: 'said' } }),
    ).toBe('Direct speech: “said” after it says that these are the words of Ilsa Morne.')
  })

  it('does without a speaker', () => {
    expect(whySentence(catalogues, { rule: 'direct.cue-after', values: { speaker: '', cue: 'said' } })).toBe(
      'Direct speech: “said” after it says that somebody is quoted, but not who.',
    )
  })

  it('falls back to the sentence without a variant', () => {
    expect(whySentence(catalogues, { rule: 'narration.no-marks', values: {} })).toMatch(/outlet’s own words/)
  })

  it('says so when it does not know a rule', () => {
    for (const rule of ['direct.from-the-future', 'constructor', '__proto__'])
      expect(whySentence(catalogues, { rule, values: {} })).toMatch(/cannot put into words/)
  })
})
