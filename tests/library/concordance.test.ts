import { beforeAll, describe, expect, it } from 'vitest'
import { concordanceHandlers } from '#main/engine/concordance.ts'
import { dispatch } from '#main/engine/dispatch.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { storeAnalysis } from '#main/library/queries/analyses.ts'
import { createClient } from '#shared/contract/client.ts'
import type { CallInput } from '#shared/contract/contract.ts'
import { ANALYSIS_VERSION } from '#shared/domain/analysis.ts'
import type { ConcordanceSort, WordMatch } from '#shared/domain/concordance.ts'
import type { Quotation } from '#shared/domain/quotation.ts'
import { add, memoryLibrary, mention } from './helpers.ts'

// Invented texts, short enough to count in by eye.
const A = 'The riot grew. Riots, rioters and compatriots!\n\nAn old riot ended.'
const B = '“Not a riot,” Venn said. It was a foreign “peacekeeping” force; a foreign force.'
const C = 'Войска вошли в город. Жители называли войска оккупантами. Под окк\u00ADупацией живёт и Семён.'
const D = 'The men went home, and Ann goes too. 😀 A riot. Cafe\u0301 café.'

const db = memoryLibrary()
const handlers = concordanceHandlers({ db })
const client = createClient({ send: (request) => dispatch(handlers, request), listen: () => () => {} })
beforeAll(async () => {
  await loadLanguages()
  const at = (text: string, words: string, over = {}) =>
    mention({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words, ...over })
  add(db, { title: 'A', outlet: 'Alpha', text: A, published: '2031-03-02' }, [
    at(A, 'riot', { concept: 'event', frame: 'riot', section: 'lead' }),
    at(A, 'Riots', { concept: 'event', frame: 'riot' }),
  ])
  const b = add(db, { title: 'B', outlet: 'Beta', text: B, published: '2031-03-03' })
  add(db, { title: 'C', outlet: null, text: C, published: null, language: 'ru' })
  add(db, { title: 'D', outlet: 'Alpha', text: D, published: '2031-03-04' })
  // A trap for expressions that try every way to divide a word.
  add(db, { title: 'E', outlet: 'Gamma', text: `${'z'.repeat(40)}!`, published: '2031-03-05' })
  const quotation: Quotation = {
    start: 0,
    end: B.indexOf('”') + 1,
    kind: 'direct',
    speaker: 'Venn',
    speakerSpan: null,
    person: null,
    cue: 'said',
    cueSpan: null,
    confidence: 1,
    why: { rule: 'direct.marks', values: {} },
  }
  storeAnalysis(
    db,
    b,
    {
      language: 'en',
      words: 14,
      sentences: [],
      quotations: [quotation],
      people: [],
      mentions: [at(B, 'riot', { concept: 'event', frame: 'riot', voice: 'direct', speaker: 'Venn' })],
    },
    { analysisVersion: ANALYSIS_VERSION, lexiconVersions: 'test@1.0.0' },
  )
})

type Input = CallInput<'concordance.search'>
const search = (find: Input['find'], more: Partial<Input> = {}) =>
  client['concordance.search']({ filter: {}, find, sort: 'oldest', offset: 0, limit: 1000, ...more })
const words = (text: string, match: WordMatch = 'form', more: Partial<Input> = {}) =>
  search({ kind: 'words', text, match }, more)
const texts = async (text: string, match: WordMatch = 'form', more: Partial<Input> = {}) =>
  (await words(text, match, more)).lines.map((line) => line.text)

describe('words in context', () => {
  it('are whole words, in any case, each occurrence a line', async () => {
    const { total, articles, perOutlet, lines } = await words('RIOT')
    expect([total, articles, lines.length]).toEqual([4, 3, 4])
    expect(perOutlet).toEqual([
      { outlet: 'Alpha', lines: 3, articles: 2 },
      { outlet: 'Beta', lines: 1, articles: 1 },
    ])
    expect(lines[0]).toMatchObject({
      title: 'A',
      before: 'The ',
      text: 'riot',
      after: ' grew. Riots, rioters and compatriots!',
    })
    expect(lines[1]).toMatchObject({ before: 'An old ', after: ' ended.', start: A.lastIndexOf('riot') })
    // After an emoji offsets are still UTF-16 units.
    expect(lines[3]).toMatchObject({ title: 'D', start: D.indexOf('riot') })
  })

  it('say whose words they are, by the stored quotations', async () => {
    const { lines } = await words('riot')
    expect(lines.map(({ voice, speaker }) => [voice, speaker])).toEqual([
      ['narration', null],
      ['narration', null],
      ['direct', 'Venn'],
      ['narration', null],
    ])
  })

  it('are found in all their forms and in no other word', async () => {
    expect(await texts('riot', 'lemma')).toEqual(['riot', 'Riots', 'riot', 'riot', 'riot'])
    expect(await texts('go', 'lemma')).toEqual(['went', 'goes'])
    expect(await texts('войско', 'lemma')).toEqual(['Войска', 'войска'])
    expect(await texts('foreign force', 'lemma')).toEqual(['foreign force'])
  })

  it('may hold soft hyphens, accents and ё', async () => {
    expect(await texts('оккупацией')).toEqual(['окк\u00ADупацией'])
    expect(await texts('оккупация', 'lemma')).toEqual(['окк\u00ADупацией'])
    expect(await texts('семен')).toEqual(['Семён'])
    expect(await texts('живёт')).toEqual(['живёт'])
    expect(await texts('café')).toEqual(['Cafe\u0301', 'café'])
    expect(await texts('café', 'lemma')).toEqual(['Cafe\u0301', 'café'])
  })

  it('may be a phrase, whatever quotation marks stand in it', async () => {
    expect(await texts('foreign peacekeeping force')).toEqual(['foreign “peacekeeping” force'])
    expect(await texts('riot grew Riots')).toEqual([])
    expect(await texts('compatriots an old')).toEqual([])
    expect(await texts('grew. riots')).toEqual(['grew. Riots'])
  })

  it('may be given with wildcards', async () => {
    expect(await texts('riot*', 'wildcard')).toEqual(['riot', 'Riots', 'rioters', 'riot', 'riot', 'riot'])
    expect(await texts('*riots', 'wildcard')).toEqual(['Riots', 'compatriots'])
    expect(await texts('riot?', 'wildcard')).toEqual(['Riots'])
    expect(await texts('?iot?', 'wildcard')).toEqual(['Riots'])
    expect(await texts('*рода *', 'wildcard')).toEqual([])
    expect(await texts('*город* жители', 'wildcard')).toEqual([])
    expect(await texts('?*пац*й', 'wildcard')).toEqual(['окк\u00ADупацией'])
    expect(await texts('foreign * force', 'wildcard')).toEqual(['foreign “peacekeeping” force'])
  })

  it('may be given as a regular expression', async () => {
    expect(await texts('r\\w+ts', 'regex')).toEqual(['Riots', 'riots'])
    expect(await texts('"peace.*?"', 'regex')).toEqual(['“peacekeeping”'])
    expect(await texts('^an old', 'regex')).toEqual(['An old'])
    expect(await texts('q*', 'regex')).toEqual([])
  })

  it('say in a plain sentence why an expression is of no use', async () => {
    await expect(words('(', 'regex')).rejects.toMatchObject({
      code: 'bad-expression',
      message: 'Unterminated group.',
    })
    await expect(words('(z+)+#', 'regex')).rejects.toMatchObject({ code: 'too-slow' })
  }, 10_000)

  it.each(['constructor', '__proto__', '%', '*', '\\', '()'])('find nothing for “%s”', async (text) => {
    for (const match of ['form', 'lemma'] as const) expect(await texts(text, match)).toEqual([])
  })
})

describe('orders', () => {
  const starts = async (sort: ConcordanceSort) =>
    (await words('riot', 'form', { sort })).lines.map(({ title, start }) => `${title}${start}`)
  it('go by the words to the right and to the left', async () => {
    // To the right: ended; grew; Venn (after the mark); nothing but "Café" after the full stop.
    expect(await starts('right1')).toEqual([`D${D.indexOf('riot')}`, 'A55', 'A4', 'B7'])
    // To the left: a (Not a), a (riot's own sentence: 😀 A), old, The.
    const [d, b] = [`D${D.indexOf('riot')}`, `B${B.indexOf('riot')}`]
    expect(await starts('left1')).toEqual([b, d, `A${A.lastIndexOf('riot')}`, 'A4'])
    expect(await starts('left2')).toEqual([`A${A.lastIndexOf('riot')}`, b, d, 'A4'])
  })

  it('go by date, outlet and place', async () => {
    const d = `D${D.indexOf('riot')}`
    expect(await starts('newest')).toEqual([d, 'B7', 'A4', 'A55'])
    expect(await starts('outlet')).toEqual(['A4', 'A55', d, 'B7'])
    expect(await starts('position')).toEqual(['A4', 'B7', d, 'A55'])
  })
})

describe('the count', () => {
  it('is the number of lines over all pages, under every filter', async () => {
    const filters = [
      {},
      { outlets: ['Alpha'] },
      { outlets: ['Beta', null] },
      { from: '2031-03-03' },
      { query: 'foreign' },
    ]
    for (const filter of filters) {
      for (const [text, match] of [
        ['riot', 'form'],
        ['a*', 'wildcard'],
        ['\\w+', 'regex'],
        ['riot', 'lemma'],
      ] as const) {
        const { total } = await words(text, match, { filter, limit: 1 })
        const seen = new Set<string>()
        for (let offset = 0; ; offset += 3) {
          const { lines } = await words(text, match, { filter, offset, limit: 3, sort: 'left1' })
          for (const { articleId, start } of lines) seen.add(`${articleId} ${start}`)
          if (lines.length === 0) break
        }
        expect([text, seen.size]).toEqual([text, total])
      }
    }
  })

  it('by outlet is not narrowed by the outlets chosen', async () => {
    const { total, perOutlet } = await words('riot', 'form', { filter: { outlets: ['Beta'] } })
    expect(total).toBe(1)
    expect(perOutlet.map(({ outlet, lines }) => [outlet, lines])).toEqual([
      ['Alpha', 3],
      ['Beta', 1],
    ])
  })
})

describe('namings in context', () => {
  it('are those that figures count', async () => {
    const all = await search({ kind: 'mentions', concept: 'event', voice: 'all' })
    expect(all.total).toBe(3)
    expect(all.lines.map(({ text, voice, section }) => [text, voice, section])).toEqual([
      ['riot', 'narration', 'lead'],
      ['Riots', 'narration', 'body'],
      ['riot', 'direct', 'body'],
    ])
    expect(
      (await search({ kind: 'mentions', concept: 'event', frame: 'riot', voice: 'narration' })).total,
    ).toBe(2)
    expect((await search({ kind: 'mentions', speaker: 'Venn', voice: 'all' })).total).toBe(1)
    expect((await search({ kind: 'mentions', concept: 'constructor', voice: 'all' })).total).toBe(0)
  })

  it('name their speakers', async () => {
    expect(await client['concordance.speakers']({ filter: {}, concept: 'event' })).toEqual([
      { speaker: 'Venn', mentions: 1 },
    ])
  })
})

it('is found anew when a text changes', async () => {
  await client['concordance.warm']({})
  const { id } = db.prepare<[], { id: number }>("SELECT id FROM article WHERE title = 'E'").get() ?? { id: 0 }
  expect((await words('quay')).total).toBe(0)
  const write = db.prepare('UPDATE article SET text = ? WHERE id = ?')
  write.run('One quay, no, two quays: a quay\u00ADside.', id)
  expect((await words('quay')).total).toBe(1)
  expect((await words('quayside')).total).toBe(1)
  write.run(`${'z'.repeat(40)}!`, id)
  expect((await words('quay')).total).toBe(0)
})

it('is found anew when the library changes', async () => {
  const { total, lines } = await words('riot')
  const remove = db.prepare('UPDATE article SET removed_at = ? WHERE id = ?')
  remove.run('2031-03-09', lines[0]!.articleId)
  expect((await words('riot')).total).toBe(total - 2)
  remove.run(null, lines[0]!.articleId)
  expect((await words('riot')).total).toBe(total)
})
