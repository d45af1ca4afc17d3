import { describe, expect, it } from 'vitest'
import { moveChosen, wordFrom, wordsIn } from '#renderer/features/read/chosen-words.ts'

const TEXT = '“Gates” closed.\n\nОни — пришли, ночью.'
const PARAGRAPHS = [
  { start: 0, end: 15 },
  { start: 17, end: TEXT.length },
]
const words = wordsIn(TEXT, PARAGRAPHS, 'en')
const said = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end)

describe('words chosen by keyboard', () => {
  it('are words, without marks and dashes', () => {
    expect(words.map(said)).toEqual(['Gates', 'closed', 'Они', 'пришли', 'ночью'])
    expect(wordsIn('', [], 'ru')).toEqual([])
  })

  it('begin at a place in the text', () => {
    expect(said(wordFrom(words, 0)!)).toBe('Gates')
    expect(said(wordFrom(words, 9)!)).toBe('Они')
    expect(said(wordFrom(words, 999)!)).toBe('ночью')
    expect(wordFrom([], 0)).toBeNull()
  })

  it('move word by word through the paragraphs', () => {
    const next = moveChosen(words, PARAGRAPHS, words[1]!, 1, false)
    expect(said(next)).toBe('Они')
    expect(said(moveChosen(words, PARAGRAPHS, next, -1, false))).toBe('closed')
    expect(said(moveChosen(words, PARAGRAPHS, words[0]!, -1, false))).toBe('Gates')
    expect(said(moveChosen(words, PARAGRAPHS, words[4]!, 1, false))).toBe('ночью')
  })

  it('grow and shrink at the end, within their paragraph and never to nothing', () => {
    const two = moveChosen(words, PARAGRAPHS, words[2]!, 1, true)
    expect(said(two)).toBe('Они — пришли')
    expect(said(moveChosen(words, PARAGRAPHS, two, -1, true))).toBe('Они')
    expect(said(moveChosen(words, PARAGRAPHS, words[2]!, -1, true))).toBe('Они')
    expect(said(moveChosen(words, PARAGRAPHS, words[1]!, 1, true))).toBe('closed')
    expect(said(moveChosen(words, PARAGRAPHS, two, 1, false))).toBe('ночью')
  })
})
