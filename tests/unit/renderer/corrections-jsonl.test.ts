import { describe, expect, it } from 'vitest'
import { correctionsJsonl } from '#renderer/features/library/corrections-jsonl.ts'

describe('correctionsJsonl', () => {
  it('writes one object per line with the words around, and nothing for nothing', () => {
    const one = {
      id: 7,
      articleId: 3,
      kind: 'missed',
      start: 10,
      end: 17,
      text: 'dockers',
      concept: 'foreign-troops',
      frame: 'troops',
      voice: 'direct',
      speaker: 'Орла Венн',
      createdAt: '2024-03-05T10:00:00.000Z',
      outlet: null,
      title: 'Gates “closed”\nat noon',
      language: 'en',
      before: 'Nobody called the ',
      after: ' anything',
    } as const
    const text = correctionsJsonl([one, { ...one, voice: null, speaker: null }])
    const lines = text.trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    const { id: _id, articleId: _article, start: _start, end: _end, ...wanted } = one
    expect(JSON.parse(lines[0]!)).toEqual(wanted)
    expect(JSON.parse(lines[1]!)).toMatchObject({ voice: null, speaker: null, title: one.title })
    expect(correctionsJsonl([])).toBe('')
  })
})
