import { beforeAll, describe, expect, it } from 'vitest'
import { checkLexicons } from '#main/engine/lexicons/check.ts'
import { patternProblems, readings } from '#main/engine/lexicons/pattern.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'

beforeAll(loadLanguages)

interface Options {
  readonly id?: string
  readonly base?: string
  readonly enTerms?: readonly string[]
  readonly rival?: string
  readonly label?: string
}

/** A small pack with enough terms in both languages, and room for one fault. */
function pack({ id = 'bread', base, enTerms = [], rival, label = 'Bread' }: Options = {}): string {
  const filler = (language: string, start: string) =>
    Array.from(
      { length: 25 },
      (_, index) =>
        `            - { id: ${id}-${language}-${index}, pattern: "=${start}${'abcdefghijklmnopqrstuvwxyz'[index]}", note: n, source: s }`,
    )
  return [
    `id: ${id}`,
    'version: 1.0.0',
    ...(base === undefined ? [] : [`extends: ${base}`]),
    `label: { en: "${label}", ru: "Хлеб" }`,
    'note: { en: n, ru: n }',
    'source: s',
    'licence: MIT',
    'concepts:',
    `  - id: ${id}-loaf`,
    '    label: { en: Loaf, ru: Буханка }',
    '    note: n',
    '    source: s',
    '    frames:',
    '      - id: plain',
    '        label: { en: Plain, ru: Просто }',
    '        note: n',
    '        source: s',
    '        terms:',
    '          en:',
    ...filler('en', 'loaf'),
    ...enTerms.map((one) => `            - ${one}`),
    '          ru:',
    ...filler('ru', 'буханка'),
    ...(rival === undefined
      ? []
      : [
          '      - id: fancy',
          '        label: { en: Fancy, ru: Нарядно }',
          '        note: n',
          '        source: s',
          '        terms:',
          `          en: [ { id: fancy-en, pattern: "${rival}", note: n, source: s } ]`,
          '          ru: [ { id: fancy-ru, pattern: батон, note: n, source: s } ]',
        ]),
  ].join('\n')
}

const messages = (...texts: string[]) =>
  checkLexicons(texts.map((text, index) => ({ file: `pack-${index}.yaml`, text }))).map((one) => one.message)

describe('checkLexicons', () => {
  it('finds nothing wrong with a good pack', () => {
    expect(messages(pack({ rival: 'baguette' }))).toEqual([])
  })

  it('names file and line', () => {
    const text = pack({ enTerms: ['{ id: bread-en-0, pattern: rusk, note: n, source: s }'] })
    const [problem] = checkLexicons([{ file: 'a.yaml', text }])
    const line = text.split('\n').findIndex((one) => one.includes('pattern: rusk')) + 1
    expect(problem).toEqual({
      file: 'a.yaml',
      line,
      message: 'The term id “bread-en-0” is already taken at a.yaml:19.',
      path: ['concepts', 0, 'frames', 0, 'terms', 'en', 25, 'id'],
    })
  })

  it('refuses a term id taken by another pack', () => {
    const other = pack({ id: 'cake', enTerms: ['{ id: bread-en-0, pattern: rusk, note: n, source: s }'] })
    expect(messages(pack(), other)).toEqual(['The term id “bread-en-0” is already taken at pack-0.yaml:19.'])
  })

  it('refuses the same pack id twice, an unknown base and a circle', () => {
    expect(messages(pack(), pack()).some((one) => one.includes('pack id “bread” is already taken'))).toBe(
      true,
    )
    expect(messages(pack({ base: 'constructor' }))).toEqual([
      'This pack extends “constructor”, but there is no pack of that id.',
    ])
    expect(messages(pack({ base: 'cake' }), pack({ id: 'cake', base: 'bread' }))).toEqual([
      'This pack extends itself, by way of “cake”.',
      'This pack extends itself, by way of “bread”.',
    ])
  })

  it('refuses the same words in two frames of a concept, also behind alternatives', () => {
    expect(messages(pack({ rival: 'baguette|=loafa' }))[0]).toContain('“=loafa” stands in two frames')
  })

  it('refuses too few terms, and a frame empty in one language', () => {
    const text = pack()
      .split('\n')
      .filter((line) => !/bread-ru-(?:[0-9]|1[0-9])\b/.test(line))
      .join('\n')
    expect(messages(text)).toEqual(['The pack has 5 terms in “ru”; at least 25 are asked for.'])
  })

  it('refuses a missing note and source, an empty label and an unknown word', () => {
    expect(messages(pack({ enTerms: ['{ id: rusk, pattern: rusk, source: s }'] }))[0]).toContain(
      'The note is missing',
    )
    expect(messages(pack({ enTerms: ['{ id: rusk, pattern: rusk, note: n }'] }))[0]).toContain(
      'The source is missing',
    )
    expect(messages(pack({ label: '' }))[0]).toContain('The en is empty at “label › en”')
    expect(messages(pack({ label: ' ' }))[0]).toContain('label is empty')
    const misspelt = '{ id: rusk, pattern: rusk, note: n, source: s, exlude: [] }'
    expect(messages(pack({ enTerms: [misspelt] }))).toEqual(['Nothing here is called “exlude”.'])
  })

  it('runs each exclusion against its example', () => {
    const term = (pattern: string, example: string) =>
      `{ id: rusk, pattern: rusk, note: n, source: s, exclude: [ { pattern: "${pattern}", note: n, example: "${example}" } ] }`
    expect(messages(pack({ enTerms: [term('dog rusk', 'He fed a dog rusk to the cat.')] }))).toEqual([])
    expect(messages(pack({ enTerms: [term('dog rusk', 'He fed the cat.')] }))[0]).toContain(
      'does not hold the term',
    )
    expect(messages(pack({ enTerms: [term('dog rusk', 'He ate a rusk.')] }))[0]).toContain('does not apply')
  })

  it('answers in a sentence for text that is no YAML', () => {
    expect(messages('id: [')[0]).toContain('The file is not good YAML')
    expect(messages('')).not.toEqual([])
  })
})

describe('patternProblems', () => {
  it.each([
    ['occupying force', 0],
    ['=Maidan protest* {0,2} a|=b|constructor', 0],
    ["coup =d'état", 0],
    ['{0,2} force', 1],
    ['force {2,0} state', 1],
    ['force {0,9} state', 1],
    ['force {0..2} state', 1],
    ['force || state', 3],
    ['=force*', 1],
    ['fo*', 1],
    ['two  words', 1],
    ['“force”', 1],
  ])('%s', (pattern, count) => {
    expect(patternProblems(pattern)).toHaveLength(count)
  })

  it('spells out alternatives', () => {
    expect(readings('a|b {0,1} c|d')).toEqual(['a {0,1} c', 'a {0,1} d', 'b {0,1} c', 'b {0,1} d'])
  })
})
