import { describe, expect, it } from 'vitest'
import { findAnchor } from '#shared/analysis/text/anchor.ts'

const text = 'The troops left. The troops came back, and the troops stayed.'
const anchor = { start: 21, text: 'troops', before: 'left. The ', after: ' came back' }

describe('an anchor', () => {
  it('is found where it was', () => {
    expect(findAnchor(text, anchor)).toBe(21)
  })
  it('is found by its surroundings when the text before it has changed', () => {
    expect(findAnchor(`A new first sentence on troops. ${text}`, anchor)).toBe(21 + 32)
  })
  it('takes the nearest of several that agree alike', () => {
    expect(findAnchor('a b a b a', { start: 5, text: 'a', before: '', after: '' })).toBe(4)
  })
  it('is nowhere when its words are gone', () => {
    expect(findAnchor('Nothing of the kind.', anchor)).toBeNull()
    expect(findAnchor('', anchor)).toBeNull()
  })
})
