import { beforeAll, describe, expect, it } from 'vitest'
import { checkOwn } from '#main/engine/lexicons/check.ts'
import { asProblems } from '#main/engine/lexicons/files.ts'
import { sourceOf } from '#main/engine/lexicons/source.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { en } from '#renderer/strings/en/index.ts'
import { ru } from '#renderer/strings/ru/index.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import { LEXICON_RULES } from '#shared/domain/lexicon-editing.ts'

beforeAll(loadLanguages)

const label = (text: string) => ({ en: text, ru: text })
const entry = { note: 'n', source: 's' }

/** A pack of one concept whose frames hold a term of these patterns each. */
const pack = (id: string, patterns: readonly string[], exclude?: object): Lexicon => ({
  id,
  version: '1.0.0',
  label: label(id),
  note: label('n'),
  source: 's',
  licence: 's',
  concepts: [
    {
      id: 'loaf',
      label: label('Loaf'),
      ...entry,
      frames: patterns.map((pattern, at) => ({
        id: `${id}-${at}`,
        label: label(`Frame ${at}`),
        ...entry,
        terms: {
          en: [
            {
              id: `${id}-${at}`,
              pattern,
              ...entry,
              ...(exclude === undefined ? {} : { exclude: [exclude] }),
            },
          ] as Lexicon['concepts'][number]['frames'][number]['terms'][string],
        },
      })),
    },
  ],
})

const found = (lexicon: Lexicon, others: readonly Lexicon[] = []) =>
  asProblems(checkOwn(sourceOf('this pack', lexicon), others), false).flatMap(({ rule }) => rule ?? [])

const letters = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg']
const broken = () => [
  ...found(pack('a', [''])),
  ...found(pack('a', letters)),
  ...found(pack('a', letters.slice(0, 4)), [pack('b', letters.slice(4))]),
  ...found(pack('a', ['roll', 'roll'])),
  ...found(pack('a', ['roll'], { pattern: 'rock', note: 'n', example: 'Nothing here.' })),
  ...found(pack('a', ['roll'], { pattern: 'rock', note: 'n', example: 'A roll here.' })),
  ...['a  b', 'a {x} b', 'a {2,1} b', 'a {0,9} b', '{0,1} a', 'a|', '=a*', '!', 'ab*'].flatMap((pattern) =>
    found(pack('a', [pattern])),
  ),
]

describe('faults of a lexicon', () => {
  it('are all broken by one of these packs', () => {
    expect([...new Set(broken().map(({ name }) => name))].sort()).toEqual([...LEXICON_RULES].sort())
  })

  it.each([
    ['en', en.lexicons.problem],
    ['ru', ru.lexicons.problem],
  ])('have their words in %s, and every value that these ask for', (_, catalogue) => {
    for (const { name, values } of broken()) {
      const text: unknown = name
        .split('.')
        .reduce<unknown>((tree, key) => (tree as Record<string, unknown>)[key], catalogue)
      expect(text, name).toEqual(expect.any(String))
      for (const [, key] of String(text).matchAll(/\{\{(\w+)/g)) expect(values, name).toHaveProperty(key!)
    }
  })
})
