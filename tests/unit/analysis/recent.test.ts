import { describe, expect, it } from 'vitest'
import { Recent } from '#shared/analysis/text/recent.ts'
import { hashOf, Spellings } from '#shared/analysis/text/spellings.ts'

describe('what was computed of words', () => {
  it('stays while it is asked for and goes when two generations have passed', () => {
    const recent = new Recent<string, number>(2)
    recent.set('the', 1)
    recent.set('rare', 2)
    recent.set('a', 3)
    expect(recent.get('the')).toBe(1)
    recent.set('b', 4)
    recent.set('c', 5)
    expect(recent.get('the')).toBe(1)
    expect(recent.get('rare')).toBeUndefined()
  })

  it('knows nothing of words like those of an object itself', () => {
    const recent = new Recent<string, number>()
    expect(recent.get('constructor')).toBeUndefined()
    expect(recent.has('__proto__')).toBe(false)
  })
})

describe('spellings', () => {
  const at = (table: Spellings, text: string, start = 0, end = text.length) =>
    table.at(text, start, end, hashOf(text, start, end), 'word')

  it('are one value for the same letters, wherever they stand', () => {
    const table = new Spellings()
    const one = at(table, 'the Gate of the town', 0, 3)
    expect(at(table, 'of the gate', 3, 6)).toBe(one)
    expect(at(table, 'The', 0, 3)).not.toBe(one)
    expect(at(table, '__proto__').norm).toBe('__proto__')
  })

  it('are folded, and told from each other by their kind', () => {
    const table = new Spellings()
    expect(at(table, 'Don\u2019t').norm).toBe("don't")
    const text = '12'
    const hash = hashOf(text, 0, 2)
    expect(table.at(text, 0, 2, hash, 'number')).not.toBe(table.at(text, 0, 2, hash, 'word'))
  })

  it('stay right over more words than a generation holds', () => {
    const table = new Spellings()
    const common = at(table, 'common')
    for (let number = 0; number < 40_000; number++) {
      expect(at(table, `w${number}`).text).toBe(`w${number}`)
      if (number % 1000 === 0) at(table, 'common')
    }
    expect(at(table, 'common')).toBe(common)
  })
})
