import { describe, expect, it } from 'vitest'
import {
  concordanceLink,
  filterOf,
  findOf,
  readConcordanceView,
} from '#renderer/features/concordance/concordance-address.ts'
import { csvOf } from '#renderer/features/concordance/lines-csv.ts'

const view = (query: string) => readConcordanceView(new URLSearchParams(query))

describe('the address of the concordance', () => {
  it('takes defaults for what is absent or unknown', () => {
    expect(findOf(view(''))).toBeNull()
    expect(findOf(view('q= riot &match=magic&sort=loud'))).toEqual({
      kind: 'words',
      text: 'riot',
      match: 'form',
    })
    expect(filterOf(view('story=-1'), 7)).toEqual({ storyId: 7 })
    expect(filterOf(view('story=all'), 7)).toEqual({})
    expect(filterOf(view('story=3&outlet=(none)&outlet=B&corrections=found'), 7)).toEqual({
      storyId: 3,
      outlets: [null, 'B'],
      asFound: true,
    })
  })

  it('leads from a figure to the same namings', () => {
    const link = concordanceLink({
      storyId: 2,
      concept: 'foreign-troops',
      frame: 'occupation',
      outlets: [''],
      voice: 'narration',
      asFound: false,
    })
    const there = view(link.split('?')[1]!)
    expect(findOf(there)).toEqual({
      kind: 'mentions',
      concept: 'foreign-troops',
      frame: 'occupation',
      voice: 'narration',
    })
    expect(filterOf(there, null)).toEqual({ storyId: 2, outlets: [null] })
  })
})

it('writes a line for each line, and no formulas', () => {
  const csv = csvOf([
    {
      articleId: 4,
      outlet: 'Alpha, Beta',
      title: '=1+1',
      published: null,
      language: 'en',
      start: 4,
      end: 8,
      before: 'The ',
      text: 'riot',
      after: ' “grew”',
      voice: 'narration',
      speaker: null,
      section: null,
      concept: null,
      frame: null,
    },
  ])
  const [head, line, ...rest] = csv.split('\r\n')
  expect(head).toBe(
    '\uFEFFoutlet,published,title,language,before,text,after,voice,speaker,section,concept,frame,article_id,start,end',
  )
  expect(line).toBe('"Alpha, Beta",,\'=1+1,en,The ,riot, “grew”,narration,,,,,4,4,8')
  expect(rest).toEqual([''])
})
