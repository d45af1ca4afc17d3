import { describe, expect, it } from 'vitest'
import { contextAfter, contextBefore } from '../../../src/renderer/features/compare/context-words.ts'

describe('words around a naming', () => {
  it('begin with a whole word, or with the paragraph', () => {
    expect(contextBefore('urth day of the ')).toBe('…day of the ')
    expect(contextBefore('A headline\n\nOn the fourth day of the ')).toBe('On the fourth day of the ')
    expect(contextBefore('A headline\n\n')).toBe('')
    expect(contextBefore('')).toBe('')
  })

  it('end with a whole word, or with the paragraph', () => {
    expect(contextAfter(' the fish market sta')).toBe(' the fish market…')
    expect(contextAfter(' ended.\n\nThe next')).toBe(' ended.')
    expect(contextAfter(' ended.')).toBe(' ended.')
    expect(contextAfter('')).toBe('')
  })
})
