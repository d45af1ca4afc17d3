import { describe, expect, it } from 'vitest'
import { leaveOut, putBack } from '#shared/analysis/text/put-back.ts'

const passage = (at: number, originalStart: number, text: string) =>
  ({ at, originalStart, originalEnd: originalStart + text.length, text, reason: 'related' }) as const

describe('putting a passage back', () => {
  const article = {
    text: 'One.\n\nTwo.',
    leftOut: [passage(4, 10, 'Read also'), passage(4, 20, 'Share'), passage(10, 40, 'Tags')],
    putBack: [],
  }

  it('sets it off by blank lines and moves what follows', () => {
    const changed = putBack(article, 10)!
    expect(changed.text).toBe('One.\n\nRead also\n\nTwo.')
    expect(changed.leftOut.map(({ at, text }) => [at, text])).toEqual([
      [15, 'Share'],
      [21, 'Tags'],
    ])
  })

  it('is undone by leaving it out again, in any order', () => {
    const both = putBack(putBack(article, 40)!, 10)!
    expect(both.text).toBe('One.\n\nRead also\n\nTwo.\n\nTags')
    const one = leaveOut(both, 40)!
    expect(one.text).toBe('One.\n\nRead also\n\nTwo.')
    expect(leaveOut(one, 10)).toEqual(article)
  })

  it('knows no passage that is not there', () => {
    expect(putBack(article, 11)).toBeNull()
    expect(leaveOut(article, 10)).toBeNull()
  })
})
