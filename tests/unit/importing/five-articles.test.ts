import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { readInputs } from '#main/importing/read-inputs.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import { rebuilt, squeezed } from '#tests/support/importing.ts'

// Five real pages, copied with their clutter. They are not part of the project.
const FOLDER = '../shared/seeds'
const skipped = existsSync(FOLDER) ? '' : ` (skipped: ${FOLDER} is not here)`

describe.skipIf(skipped !== '')(`five real pages${skipped}`, () => {
  const drafts: ArticleDraft[] = []
  beforeAll(async () => {
    await loadLanguages()
    for await (const one of readInputs([FOLDER], { base: process.cwd(), clean: true })) {
      if (one.kind === 'failed') throw new Error(one.message)
      drafts.push(one.draft)
    }
  })

  it('knows language, outlet and, where the text shows it, the date', () => {
    expect(drafts.map((one) => [one.language, one.outlet, one.published])).toEqual([
      ['en', 'NI', '2022-01-11'],
      ['en', 'SP', '2022-01-07'],
      ['ru', 'Блокнот', null],
      ['en', 'Euromaidan Press', null],
      ['en', 'ForumDaily', null],
    ])
    expect(drafts[0]!.byline).toBe('Irina Mishina')
  })

  it('keeps the headline once, as the first line', () => {
    for (const { text, title } of drafts) {
      const paragraphs = text.split('\n\n')
      expect(paragraphs[0]).toBe(title)
      expect(paragraphs.filter((one) => one === title)).toHaveLength(1)
    }
  })

  it('keeps the paragraphs and leaves out the clutter', () => {
    expect(drafts.map((one) => one.text.split('\n\n').length)).toEqual([19, 27, 13, 26, 41])
    for (const { text } of drafts) {
      for (const paragraph of text.split('\n\n').slice(1))
        expect(paragraph).not.toMatch(
          /^(?:photo|#|read also|on the subject|you may be|copyright|leave a|subscribe|комментировать)|ctrl ?\+|google translate|cookie|patron|highlight the text/i,
        )
    }
  })

  it('can put the original together again', () => {
    for (const { text, leftOut, original } of drafts) expect(rebuilt(text, leftOut)).toBe(squeezed(original))
  })

  it('shows each guess with words that stand in the page', () => {
    for (const { guesses, original } of drafts)
      for (const guess of Object.values(guesses))
        expect(squeezed(original)).toContain(squeezed(guess.evidence))
  })
})
