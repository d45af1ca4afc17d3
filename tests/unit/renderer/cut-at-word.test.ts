import { describe, expect, it } from 'vitest'
import { cutAtWord } from '#renderer/ui/cut-in-middle.tsx'

describe('a text cut after a word', () => {
  it('stays whole where it finds room', () => expect(cutAtWord('mayor', 5)).toBe('mayor'))
  it('ends with its last whole word', () => {
    expect(cutAtWord('secretary of the dockers', 15)).toBe('secretary of…')
    expect(cutAtWord('секретарь, профсоюза докеров', 14)).toBe('секретарь…')
  })
  it('cuts one word that is too long', () => expect(cutAtWord('constructor', 5)).toBe('const…'))
})
