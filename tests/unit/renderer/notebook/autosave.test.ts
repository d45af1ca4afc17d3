import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ArticleView } from '#shared/domain/library.ts'
import { createAutosave, type SaveState } from '../../../../src/renderer/features/notebook/autosave.ts'
import { draftsOf } from '../../../../src/renderer/features/notebook/drafts.ts'
import { findAgain, passageOf, voiceOf } from '../../../../src/renderer/features/notebook/passage.ts'

const memoryStore = () => {
  const values = new Map<string, string>()
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
}

describe('autosave of own words', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const start = (
    options: { stored?: string; store?: ReturnType<typeof memoryStore>; fails?: number } = {},
  ) => {
    const store = options.store ?? memoryStore()
    const written: string[] = []
    const states: SaveState[] = []
    let fails = options.fails ?? 0
    const save = createAutosave({
      entryId: 7,
      stored: options.stored ?? 'old',
      drafts: draftsOf('/a.parallax', store),
      write: async (words) => {
        if (fails-- > 0) throw new Error('gone')
        written.push(words)
      },
      onState: (state) => states.push(state),
    })
    return { save, store, written, states }
  }

  it('stores once, half a second after the last letter', async () => {
    const { save, written, store, states } = start()
    for (const words of ['n', 'ne', 'new']) {
      save.type(words)
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(written).toEqual([])
    expect([...store.values.values()]).toEqual(['new'])
    await vi.advanceTimersByTimeAsync(200)
    expect(written).toEqual(['new'])
    expect(store.values.size).toBe(0)
    expect(states.at(-1)).toBe('saved')
  })

  it('stores at once when the field is left, and nothing when nothing changed', async () => {
    const { save, written } = start()
    await save.flush()
    expect(written).toEqual([])
    save.type('new')
    await save.flush()
    save.close()
    expect(written).toEqual(['new'])
  })

  it('tries again until the engine is back, and keeps the draft until then', async () => {
    const { save, written, store, states } = start({ fails: 2 })
    save.type('new')
    await vi.advanceTimersByTimeAsync(600)
    expect(states.at(-1)).toBe('failed')
    expect([...store.values.values()]).toEqual(['new'])
    await vi.advanceTimersByTimeAsync(6100)
    expect(written).toEqual(['new'])
    expect(store.values.size).toBe(0)
  })

  it('finds the words of a window that was closed too early, in its own library only', async () => {
    const store = memoryStore()
    draftsOf('/a.parallax', store).put(7, 'unsaved')
    expect(draftsOf('/b.parallax', store).get(7)).toBeNull()
    const { save, written } = start({ store })
    expect(save.words()).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(10)
    expect(written).toEqual(['unsaved'])
  })

  it('takes over what comes from elsewhere, but never over words that wait here', () => {
    const { save } = start()
    save.learn('from elsewhere')
    expect(save.words()).toBe('from elsewhere')
    save.type('mine')
    save.learn('theirs')
    expect(save.words()).toBe('mine')
  })

  it('stores what was typed while the words before it were being stored', async () => {
    const written: string[] = []
    const save = createAutosave({
      entryId: 1,
      stored: '',
      drafts: draftsOf('', null),
      write: async (words) => {
        written.push(words)
        if (words === 'a') save.type('ab')
      },
      onState: () => {},
    })
    save.type('a')
    await save.flush()
    expect(written).toEqual(['a', 'ab'])
  })
})

const article = (over: Partial<ArticleView> = {}): ArticleView =>
  ({
    id: 4,
    title: 'Gates closed',
    language: 'en',
    text: 'Gates closed\n\nThe mayor called it “a siege”, and left.\n\nNothing more.',
    quotations: [{ start: 34, end: 43, kind: 'direct', speaker: 'Vera Lind' }],
    mentions: [],
    people: [],
    ...over,
  }) as unknown as ArticleView
const words = {
  outlet: 'Courier',
  published: '5 March',
  voice: 'Quoted',
  settings: [],
  language: 'en' as const,
}

describe('a passage', () => {
  it('is its words with the rest of the paragraph, and who says them', () => {
    const { text } = article()
    const start = text.indexOf('a siege')
    expect(text.slice(34, 43)).toBe('“a siege”')
    const pin = passageOf(article(), { start, end: start + 7 }, words)
    expect([pin.before, pin.quote, pin.after]).toEqual(['The mayor called it “', 'a siege', '”, and left.'])
    expect(pin).toMatchObject({ speaker: 'Vera Lind', address: `/read/4?at=${start}`, title: 'Gates closed' })
  })

  it('is in the outlet’s own words outside quotations, and as a reader corrected it', () => {
    expect(voiceOf(article(), { start: 14, end: 23 })).toEqual({ voice: 'narration', speaker: null })
    const corrected = article({
      mentions: [{ start: 35, end: 42, voice: 'scare', speaker: null }] as unknown as ArticleView['mentions'],
    })
    expect(voiceOf(corrected, { start: 35, end: 42 })).toEqual({ voice: 'scare', speaker: null })
  })

  it('is cut at whole words in a long paragraph', () => {
    const text = `${'word '.repeat(100)}siege${' word'.repeat(100)}`
    const pin = passageOf(article({ text, quotations: [] }), { start: 500, end: 505 }, words)
    expect(pin.quote).toBe('siege')
    expect(pin.before).toMatch(/^…word (?:word )+$/)
    expect(pin.after).toMatch(/^ word(?: word)+…$/)
    expect(pin.before.length).toBeLessThan(245)
  })

  it('is found again at the place nearest to its old one', () => {
    expect(findAgain('a siege, a siege', 'a siege', 8)).toEqual({ start: 9, end: 16 })
    expect(findAgain('a siege, a siege', 'a siege', 1)).toEqual({ start: 0, end: 7 })
    expect(findAgain('no such words', 'a siege', 1)).toBeNull()
  })
})
